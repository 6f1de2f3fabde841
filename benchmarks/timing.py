"""What the benchmarks share: a clock, a process of its own for each measure, a table of figures."""

from __future__ import annotations

import gc
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

_MEGABYTE = 1024 if sys.platform.startswith("linux") else 1024**2  # in the unit of ru_maxrss

Result = TypeVar("Result")
Column = dict[str, float]


@dataclass
class Table:
    """Figures by line and column, in the order in which they came."""

    columns: dict[str, Column] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        names = dict.fromkeys(name for column in self.columns.values() for name in column)
        yield f"{'':34}" + "".join(f"{name:>14}" for name in self.columns)
        for name in names:
            figures = [column.get(name) for column in self.columns.values()]
            yield f"{name:34}" + "".join(f"{'' if figure is None else f'{figure:.2f}':>14}" for figure in figures)


def in_child(work: Callable[[int], Result], size: int) -> Result:
    """Return what `work` finds in a process of its own, so that one size does not weigh on the next."""
    with multiprocessing.get_context("fork" if sys.platform != "win32" else None).Pool(1) as pool:
        return pool.apply(work, (size,))


def timed(work: Callable[[], Result], clock: Callable[[], float] = time.process_time) -> tuple[float, Result]:
    """Return how long `work` takes by `clock`, garbage swept before, and what it gives."""
    gc.collect()
    start = clock()
    result = work()
    return clock() - start, result


def peak() -> float:
    """Return the most megabytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
