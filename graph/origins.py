"""Whom the words of articles come from first: copies of one story are one origin, whatever their pages say of it.

A wire story is printed by many, under other headlines, cut at its end, with or without the agency's name. Two articles
are copies where at least `SAME` of the runs of `RUN` words of the shorter one stand in the longer one, too; copies of
copies are one story. Two reports on one event share names and figures, but few runs of words. Articles of fewer than
`LEAST` words are never taken for copies.

The answer is a function of the set of articles: their order does not matter. Each article is kept as a sketch of its
`KEPT` smallest hashes of runs (bottom-k; Broder 1997, "On the resemblance and containment of documents"), about a
kilobyte, and compared with those that share one of the `PROBED` smallest. Time is near-linear: in a group that shares
one hash each article is compared with the longest and with its neighbour only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.model import Article

    Hashes = NDArray[np.uint64]

RUN = 5
SAME = 0.55
LEAST = 40
KEPT = 128
PROBED = 24
_ENOUGH = 8  # hashes compared; fewer say too little
_WORD = re.compile(r"[^\W_]+")
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD)


@dataclass(frozen=True, slots=True)
class _Sketch:
    """An article as it is compared: how many runs it has, their smallest hashes in order, whose it says it is."""

    article: str
    size: int
    hashes: Hashes
    claim: tuple[bool, bool, str, str]
    origin: str


def origins_of(articles: Iterable[Article]) -> dict[str, str]:
    """Return the origin of each article, by its id.

    Of copies it is the agency that one of them credits, else the publisher of the one that was published first.
    """
    sketches = [_sketch(article) for article in articles]
    roots = _grouped(sketches)
    best: dict[int, _Sketch] = {}
    for number, sketch in enumerate(sketches):
        root = roots[number]
        best[root] = min(best.get(root, sketch), sketch, key=lambda sketch: sketch.claim)
    return {sketch.article: best[roots[number]].origin for number, sketch in enumerate(sketches)}


def _sketch(article: Article) -> _Sketch:
    hashes = _hashes(article.text)
    claim = (article.agency is None, article.publisher is None, article.published or "9999", article.origin)
    return _Sketch(article.id, len(hashes), hashes[:KEPT].copy(), claim, article.origin)


def _hashes(text: str) -> Hashes:
    """Return the hashes of the different runs of words, smallest first; none of a short text."""
    import numpy as np  # a tenth of a second that most commands can do without

    words = [crc32(word.encode("utf-8", "replace")) for word in _WORD.findall(text.casefold())]
    if len(words) < LEAST:
        return np.empty(0, np.uint64)
    numbers = np.array(words, np.uint64)
    count = len(words) - RUN + 1
    mixed = np.zeros(count, np.uint64)
    for place, factor in enumerate(_FACTORS):
        mixed += numbers[place : place + count] * np.uint64(factor)
        mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return np.unique(mixed ^ (mixed >> np.uint64(32)))


def _grouped(sketches: list[_Sketch]) -> list[int]:
    """Return, for each sketch, the number of one that stands for its group."""
    roots = list(range(len(sketches)))
    for one, other in _candidates(sketches):
        if _are_copies(sketches[one], sketches[other]):
            roots[_root(roots, one)] = _root(roots, other)
    return [_root(roots, number) for number in range(len(sketches))]


def _root(roots: list[int], number: int) -> int:
    while roots[number] != number:
        roots[number] = roots[roots[number]]
        number = roots[number]
    return number


def _candidates(sketches: list[_Sketch]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share one of their smallest hashes: each of those with it beside the longest and the next."""
    import numpy as np

    ranked = sorted(
        (number for number, sketch in enumerate(sketches) if sketch.size),
        key=lambda number: (-sketches[number].size, sketches[number].article),
    )
    if len(ranked) < 2:
        return
    probes = [sketches[number].hashes[:PROBED] for number in ranked]
    hashes = np.concatenate(probes)
    ranks = np.repeat(np.arange(len(ranked)), [len(probe) for probe in probes])
    order = np.lexsort((ranks, hashes))
    hashes, ranks = hashes[order], ranks[order]
    is_first = np.concatenate(([True], hashes[1:] != hashes[:-1]))
    longest = ranks[np.maximum.accumulate(np.where(is_first, np.arange(len(hashes)), 0))]
    before = np.concatenate(([0], ranks[:-1]))
    pairs = np.concatenate(
        [np.stack((one[~is_first], ranks[~is_first]), axis=1) for one in (longest, before)]
    )  # fmt: skip
    for one, other in np.unique(pairs, axis=0).tolist():
        yield ranked[one], ranked[other]


def _are_copies(one: _Sketch, other: _Sketch) -> bool:
    """Tell whether the smaller stands in the larger, by the hashes up to which both sketches are complete."""
    import numpy as np

    small, large = sorted((one, other), key=lambda sketch: sketch.size)
    reach = min(sketch.hashes[-1] for sketch in (small, large) if sketch.size > KEPT) if large.size > KEPT else None
    compared = small.hashes if reach is None else small.hashes[small.hashes <= reach]
    if len(compared) < _ENOUGH:
        return False
    shared = np.isin(compared, large.hashes, assume_unique=True).sum()
    return bool(shared >= SAME * len(compared))
