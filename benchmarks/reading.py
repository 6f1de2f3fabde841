"""Times the reader against the bare language model: `python -m benchmarks.reading [--rounds N] [--many N]`.

Seconds are those of the processor, so that a busy machine does not count, but where a wall clock is named.

- Speed: words per second of the spaCy pipeline that the reader loads, given the same articles whole, and of the
  reader. They take turns, some articles each, and both begin each round without a word known from the round before.
  The ratio is the middle one of the rounds; that of both with the words of the round known is told beside it.
- Growth: the time of an article where twice and four times as many are read in one go.
- Memory: the peak after one copy of the articles, after four, and after many notes of a sentence, all in one go.
- Cores: one against all by the wall clock, their start included, and whether they read the same in the same order.

The articles are those of `benchmarks.articles`: each copy has names and figures of its own.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections import deque
from collections.abc import Iterable, Sequence
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.articles import articles, gold_articles, notes
from benchmarks.timing import Column, in_child, peak, timed
from graph.model import Article
from ingest.parsing.language import load_language
from ingest.parsing.parser import parser
from ingest.pipeline import read_articles
from ingest.workers import cores

if TYPE_CHECKING:
    from spacy.language import Language

GOAL = 1.5
AT_ONCE = 8
EVERY = 4  # what growth is measured on: every fourth article


def main() -> None:
    options = _options()
    gold_articles()  # once, for all the children
    _print("speed", in_child(compare, options.rounds))
    _print("growth", in_child(grow, options.copies))
    _print("memory", in_child(fill_memory, options.many))
    _print("cores", share(2))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=3, help="how often spaCy and the reader take turns")
    parser.add_argument(
        "--copies", type=int, default=4, help="up to how many copies of some articles are read in one go"
    )
    parser.add_argument("--many", type=int, default=1000, help="how many notes memory is measured on")
    return parser.parse_args()


def _print(title: str, column: Column) -> None:
    print(title, *(f"  {name:44}{figure:10.2f}" for name, figure in column.items()), sep="\n", flush=True)


def compare(rounds: int) -> Column:
    """Return the words per second of spaCy and of the reader, and the ratio of their times."""
    spacy, reader = load_language.__wrapped__(), parser()
    new, known = [], []
    for number in range(rounds + 1):
        batch = list(articles(1, first=number))
        reader.forget()
        spacy.get_pipe("lemmatizer").cache.clear()
        with spacy.memory_zone():
            new.append(take_turns(spacy, batch))
            known.append(take_turns(spacy, batch))
    ratios = [mine / theirs for theirs, mine in new[1:]]  # the first round is not counted
    words = sum(len(article.text.split()) for article in batch)
    return {
        "words per second, spaCy alone": words / median(theirs for theirs, _ in new[1:]),
        "words per second, reader": words / median(mine for _, mine in new[1:]),
        f"reader, times what spaCy takes (goal {GOAL})": median(ratios),
        "  least of the rounds": min(ratios),
        "  most of the rounds": max(ratios),
        "  with the words known": median(mine / theirs for theirs, mine in known[1:]),
    }


def take_turns(spacy: Language, batch: Sequence[Article]) -> tuple[float, float]:
    """Return the seconds of spaCy and of the reader, who read a few articles each, now one first and now the other."""
    taken = {"spaCy": 0.0, "reader": 0.0}
    for start in range(0, len(batch), AT_ONCE):
        some = batch[start : start + AT_ONCE]
        for name in sorted(taken, reverse=start // AT_ONCE % 2 == 0):
            begun = time.process_time()
            exhaust(read_articles(some) if name == "reader" else spacy.pipe(article.text for article in some))
            taken[name] += time.process_time() - begun
    return taken["spaCy"], taken["reader"]


def grow(copies: int) -> Column:
    """Return the milliseconds of an article, and how they grow with the number of articles."""
    count = len(gold_articles()[::EVERY])
    exhaust(read_articles(articles(1, every=EVERY)))
    first, spans = 1, {}
    while first <= copies:
        spans[first] = timed(partial(exhaust, read_articles(articles(first, first, EVERY))))[0] / first / count
        first *= 2
    column = {f"milliseconds an article, of {count}": 1000 * spans[1]}
    return column | {f"  of {count * number}, times that": spans[number] / spans[1] for number in spans if number > 1}


def fill_memory(many: int) -> Column:
    """Return the peak of memory as more and more is read."""
    count = len(gold_articles())
    column = {}
    for copies, first in ((1, 0), (3, 1)):
        exhaust(read_articles(articles(copies, first)))
        column[f"peak MB after {count * (first + copies)} articles"] = peak()
    for done in range(0, many, part := max(1, many // 2)):
        exhaust(read_articles(notes(part, first=done)))
        column[f"  and {done + part} notes more"] = peak()
    return column


def share(copies: int) -> Column:
    """Return how long one core and all cores take for the same articles."""
    column, read = {}, set()
    for jobs in (1, cores()):
        start = time.perf_counter()
        read.add(digest(articles(copies), jobs))
        column[f"seconds of the wall clock on {jobs}"] = time.perf_counter() - start
    one, together = column.values()
    return column | {"times as fast": one / together, "same readings, same order (1 is yes)": float(len(read) == 1)}


def digest(batch: Iterable[Article], jobs: int) -> str:
    """Return a hash of all that is read, in order."""
    read = hashlib.sha256()
    for reading in read_articles(batch, jobs=jobs):
        read.update(repr(reading).encode())
    return read.hexdigest()


def exhaust(things: Iterable[object]) -> None:
    """Take all, keep none."""
    deque(things, maxlen=0)


if __name__ == "__main__":
    main()
