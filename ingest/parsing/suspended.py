"""Prepositions that share what stands behind the last: "provided support for, or services to, Hamas".

The parser hangs such words anywhere; a sentence is read without what stands between the commas, which says the same of
the same once more, and without the last words of "a war of aggression", behind which it loses against whom. Linear in
the length of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.parsing.passages import Piece

_PREPOSITIONS = frozenset({"for", "to", "of", "by", "with", "from", "in", "on", "against"})
_JOINTS = frozenset({"or", "and"})
_SET_PHRASE = ["war", "of", "aggression"]
_ADVERBS = frozenset({"indirectly", "directly"})
# How many words may stand between the commas.
_LONGEST = 14


def suspended(pieces: list[Piece]) -> list[tuple[int, int]]:
    """Return the stretches, from a comma to the other and with both, that a sentence is read without."""
    found: list[tuple[int, int]] = []
    for start, end in _inserts(pieces):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _inserts(pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    for at in range(1, len(pieces) - 2):
        if [piece.word.lower() for piece in pieces[at - 1 : at + 2]] == _SET_PHRASE:
            yield at, at + 2
        if pieces[at].word != "," or not _is_preposition(pieces[at - 1]):
            continue
        opener = pieces[at + 1].word.lower()
        last = next((i for i in range(at + 2, min(at + 2 + _LONGEST, len(pieces))) if pieces[i].word == ","), None)
        if last is None:
            continue
        is_shared = opener in _JOINTS and _is_preposition(pieces[last - 1])
        if is_shared or (opener in _ADVERBS and pieces[last - 1].word.lower() in _ADVERBS):
            yield at, last + 1


def _is_preposition(piece: Piece) -> bool:
    return piece.mention is None and piece.word.lower() in _PREPOSITIONS
