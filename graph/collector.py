"""Python's collector of garbage in circles, held back while a great many objects are made that all stay.

It looks at all that there is each time a quarter more has been made, finds nothing, and takes half of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_held() -> Iterator[None]:
    """Hold the collector back, unless it is held already; a function may be wrapped, too."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
