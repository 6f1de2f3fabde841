"""How far reading is, shown on a terminal while it lasts: articles, words per second, claims."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import Reading


@dataclass(frozen=True, slots=True)
class Progress:
    """How many articles came, with how many words that were read, and the claims in them."""

    articles: int = 0
    words: int = 0
    claims: int = 0

    def with_reading(self, reading: Reading) -> Progress:
        """Return this with one more article read."""
        words = len(reading.article.text.split()) if reading.article.relevant else 0
        return Progress(self.articles + 1, self.words + words, self.claims + len(reading.claims))


@contextmanager
def shown(quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """Give what shows progress on stderr, if that is a terminal; elsewhere, or if `quiet`, nothing is shown."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress as Display
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    start = time.monotonic()
    # Data go to stdout meanwhile; rich would send them where the progress goes.
    with Display(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as display:
        task = display.add_task("reading")
        yield lambda now: display.update(task, description=in_words(now, time.monotonic() - start))


@contextmanager
def counted(what: str, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Give what shows how many of how many are done, on a terminal as `shown` does."""
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _most: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Display

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Display(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as display:
        task = display.add_task(what, total=None)
        yield lambda done, most: display.update(task, completed=done, total=most)


def in_words(now: Progress, seconds: float) -> str:
    """Return `1,200 articles, 3,450 words per second, 77 claims`; the speed from the first second on."""
    speed = f"{now.words / seconds:,.0f} words per second" if now.words and seconds >= 1 else None
    parts = (count(now.articles, "article"), speed, count(now.claims, "claim"))
    return ", ".join(part for part in parts if part)


def count(number: int, one: str, many: str | None = None) -> str:
    """Return `1 article`, `2,000 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
