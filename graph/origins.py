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

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.model import Article
    from graph.shingles import Sketches

    Places = NDArray[np.intp]

SAME = 0.55
LEAST = 40
KEPT = 128
PROBED = 24
_ENOUGH = 8  # hashes compared; fewer say too little
_AT_ONCE = 2**12  # pairs


def origins_of(articles: Iterable[Article]) -> dict[str, str]:
    """Return the origin of each article, by its id.

    Of copies it is the agency that one of them credits, else the publisher of the one that was published first.
    """
    from graph.shingles import sketches_of  # numpy: a tenth of a second that most commands can do without

    known = sorted(articles, key=lambda article: article.id)
    roots = _grouped(sketches_of((article.text for article in known), kept=KEPT, least=LEAST))
    groups: dict[int, list[Article]] = {}
    for article, root in zip(known, roots, strict=True):
        groups.setdefault(root, []).append(article)
    best = {root: min(group, key=_claim).origin for root, group in groups.items()}
    return {article.id: best[root] for article, root in zip(known, roots, strict=True)}


def _claim(article: Article) -> tuple[bool, bool, str, str]:
    """Return what an article has to say on its origin, the best word first."""
    return (article.agency is None, article.publisher is None, article.published or "9999", article.origin)


def _grouped(sketches: Sketches) -> list[int]:
    """Return, for each sketch, the number of one that stands for its group."""
    roots = list(range(len(sketches.sizes)))
    for one, other in _copies(sketches, *_candidates(sketches)):
        roots[_root(roots, one)] = _root(roots, other)
    return [_root(roots, number) for number in range(len(roots))]


def _root(roots: list[int], number: int) -> int:
    while roots[number] != number:
        roots[number] = roots[roots[number]]
        number = roots[number]
    return number


def _candidates(sketches: Sketches) -> tuple[Places, Places]:
    """Return pairs that share one of their smallest hashes: each of those with it beside the longest and the next."""
    import numpy as np

    ranked = np.argsort(-sketches.sizes, kind="stable")
    probes = sketches.smallest[ranked, :PROBED]
    counts = np.minimum(sketches.sizes[ranked], PROBED)
    hashes = probes[np.arange(PROBED) < counts[:, np.newaxis]]
    ranks = np.repeat(np.arange(len(ranked)), counts)
    order = np.argsort(hashes, kind="stable")
    hashes, ranks = hashes[order], ranks[order]
    is_next = np.flatnonzero(hashes[1:] == hashes[:-1]) + 1
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    longest = ranks[starts[np.searchsorted(starts, is_next, side="right") - 1]]
    pairs = np.unique(np.concatenate((longest, ranks[is_next - 1])) * len(ranked) + np.tile(ranks[is_next], 2))
    return ranked[pairs // len(ranked)], ranked[pairs % len(ranked)]


def _copies(sketches: Sketches, ones: Places, others: Places) -> list[tuple[int, int]]:
    """Return the pairs that are copies, a part at a time: a comparison takes two kilobytes."""
    found: list[tuple[int, int]] = []
    for start in range(0, len(ones), _AT_ONCE):
        one, other = ones[start : start + _AT_ONCE], others[start : start + _AT_ONCE]
        is_copy = _are_copies(sketches, one, other)
        found += zip(one[is_copy].tolist(), other[is_copy].tolist(), strict=True)
    return found


def _are_copies(sketches: Sketches, one: Places, other: Places) -> NDArray[np.bool_]:
    """Tell whether the smaller stands in the larger, by the hashes up to which both sketches are complete."""
    import numpy as np

    from graph.shingles import NO_RUN

    hashes, sizes = sketches.smallest, sketches.sizes
    small, large = (np.where((sizes[one] <= sizes[other]) == is_small, one, other) for is_small in (True, False))
    complete = np.where(sizes > KEPT, hashes[:, -1], np.uint64(NO_RUN))
    reach = np.minimum(complete[large], complete[small])[:, np.newaxis]
    compared = np.where(hashes[small] <= reach, hashes[small], np.uint64(NO_RUN))
    counts = (compared != NO_RUN).sum(axis=1)
    both = np.sort(np.concatenate((compared, hashes[large]), axis=1), axis=1)
    shared = ((both[:, 1:] == both[:, :-1]) & (both[:, 1:] != NO_RUN)).sum(axis=1)
    are_copies: NDArray[np.bool_] = (counts >= _ENOUGH) & (shared >= SAME * counts)
    return are_copies
