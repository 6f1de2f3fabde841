"""Many articles on all cores: the same readings in the same order, and few articles in memory at a time.

The worker processes are spawned, so that this works alike on every system. Each needs seconds to load the language
model; a few articles are read sooner without them.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from graph.errors import ReadingProcessError
from graph.model import Article, Reading
from ingest.pipeline import read_article

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# In characters of text: what is read here before workers are thought of, and what must still wait to be worth their
# start; what a worker gets at once.
ALONE, WORTHWHILE, BUNDLE = 60_000, 200_000, 20_000
# Bundles that wait for each worker, beside the one it reads.
_WAITING = 2


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_on_cores(articles: Iterable[Article], jobs: int | None = None) -> Iterator[Reading]:
    """Read articles in order, on several processes where that is quicker.

    Args:
        articles: Taken as they are needed, a few dozen ahead of what is yielded.
        jobs: How many processes read; None for as many as there are cores, once there is enough to read.

    Raises:
        ReadingProcessError: a process ended by itself; what was yielded before is whole.
    """
    waiting = iter(articles)
    if jobs is None:
        yield from _alone(waiting)
        ahead, waiting = _ahead(waiting)
        jobs = cores() if sum(map(_size, ahead)) >= WORTHWHILE else 1
    if jobs == 1:
        yield from map(read_article, waiting)
    else:
        yield from _together(waiting, jobs)


def _alone(articles: Iterator[Article]) -> Iterator[Reading]:
    """Read the first articles in this process, which most inputs have no more of."""
    done = 0
    while done < ALONE and (article := next(articles, None)) is not None:
        yield read_article(article)
        done += _size(article)


def _ahead(articles: Iterator[Article]) -> tuple[list[Article], Iterator[Article]]:
    """Return the next articles, as many as decide whether workers are worth it, and all that are left."""
    ahead: list[Article] = []
    size = 0
    while size < WORTHWHILE and (article := next(articles, None)) is not None:
        ahead.append(article)
        size += _size(article)
    return ahead, chain(ahead, articles)


def _size(article: Article) -> int:
    return len(article.text) if article.relevant else 0


def _together(articles: Iterator[Article], jobs: int) -> Generator[Reading]:
    """Read bundles of articles on `jobs` processes; the oldest bundle is waited for, so that the order stays."""
    bundles, context = _bundles(articles), get_context("spawn")
    first = next(bundles, None)
    if first is None:
        return
    theirs, ours = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(theirs,))
    reading: deque[Future[list[Reading]]] = deque()
    try:
        with _deaf():
            reading.append(pool.submit(_read, first))
        while reading:
            for bundle in islice(bundles, jobs * (_WAITING + 1) - len(reading)):
                reading.append(pool.submit(_read, bundle))
            yield from reading[0].result()
            reading.popleft()
    except BrokenProcessPool as error:
        raise ReadingProcessError(
            "a reading process ended unexpectedly, perhaps for want of memory: run it again, with fewer --jobs"
        ) from error
    finally:
        if reading:
            ours.close()
        pool.shutdown(cancel_futures=True)
        ours.close()
        theirs.close()


def _bundles(articles: Iterator[Article]) -> Iterator[list[Article]]:
    """Yield the articles in bundles of about the same size: enough to be worth sending, few enough to come soon."""
    bundle: list[Article] = []
    size = 0
    for article in articles:
        bundle.append(article)
        size += _size(article) + BUNDLE // 50
        if size >= BUNDLE:
            yield bundle
            bundle, size = [], 0
    if bundle:
        yield bundle


@contextmanager
def _deaf() -> Iterator[None]:
    """Let processes that start here never hear of Ctrl-C, which is for the one that started them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


# --- in a worker --------------------------------------------------------------------------------------------------


def _read(articles: list[Article]) -> list[Reading]:
    return list(map(read_article, articles))


def _begin(line: Connection) -> None:
    """Prepare a worker: it ends at once when the other end of `line` is closed, or whoever holds it is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()


def _end_with(line: Connection) -> None:
    with suppress(EOFError, OSError):
        line.recv()
    os._exit(0)
