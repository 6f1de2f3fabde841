"""Whose words a quotation is: "“Mali sold rifles. Chad did, too,” the minister said. “Niger bought them.”".

The sentences of one quotation share their speaker, who is named before it, behind it or where it is broken off. A bare
quotation goes on with whoever spoke right before it. Works on the drafts of a whole article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.claims import Draft
    from ingest.coreference.history import Spoken
    from ingest.parsing.passages import Sentence

_MARK = re.compile(r"[\"“”«»]|(?<!\S)‘|(?<=[.,?!…])’(?=\s|$)|\n\s*\n")
_OPENING = {"“": "”", "«": "»", "‘": "’", '"': '"'}
_FEWEST = 4  # words of a quotation that says something
_BEFORE = frozenset(",:.!?\n")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks, at `start`..`end` of the article; it ends where its paragraph does."""

    start: int
    end: int


def find_quotations(text: str) -> Iterator[Quotation]:
    """Yield the quotations of a text that are whole clauses, in order. Takes time linear in the text."""
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        is_end = opened is not None and (mark == _OPENING[opened[0]] or mark[0] == "\n")
        if opened is not None and is_end:
            if _is_speech(text, opened[1], at):
                yield Quotation(opened[1], at)
            opened = None
        elif opened is None and mark in _OPENING:
            opened = mark, match.end()
    if opened is not None and _is_speech(text, opened[1], len(text)):
        yield Quotation(opened[1], len(text))


def _is_speech(text: str, start: int, end: int) -> bool:
    """Say whether what is quoted is more than a few words of somebody's, worked into a sentence."""
    before = text[max(0, start - 3) : start - 1].rstrip(" ")
    return len(text[start:end].split()) >= _FEWEST and (not before or before[-1] in _BEFORE)


def share_speakers(drafts: Iterable[Draft], text: str, sentences: Sequence[Sentence], spoken: Sequence[Spoken]) -> None:
    """Give drafts whose words stand in a quotation its speaker, where their own sentence names none."""
    quotations = list(find_quotations(text))
    starts = [quotation.start for quotation in quotations]
    speakers: list[tuple[str, ...]] = []
    for number, quotation in enumerate(quotations):
        before = (quotations[number - 1], speakers[-1]) if number else None
        speakers.append(_speaker(quotation, before, text, sentences, spoken))
    for draft in drafts:
        at = draft.sentence.span(draft.trigger)[0]
        number = bisect_right(starts, at) - 1
        if number >= 0 and at < quotations[number].end and speakers[number] and not draft.asserted_by:
            draft.asserted_by = speakers[number]
            draft.why = (*draft.why, "quoted")


def _speaker(
    quotation: Quotation,
    before: tuple[Quotation, tuple[str, ...]] | None,
    text: str,
    sentences: Sequence[Sentence],
    spoken: Sequence[Spoken],
) -> tuple[str, ...]:
    """Return who says a quotation: in the sentences that it stands in, else whoever spoke right before."""
    first = bisect_right(sentences, quotation.start, key=lambda sentence: sentence.start) - 1
    last = bisect_left(sentences, quotation.end, key=lambda sentence: sentence.start) - 1
    if first < 0:
        return ()
    beside = [one for one in _within(spoken, sentences[first].start, sentences[last].end) if one.is_speaking]
    outside = [one for one in beside if not quotation.start <= one.position < quotation.end]
    if outside:
        behind = [one for one in outside if one.position >= quotation.end]
        is_announced = text[max(0, quotation.start - 3) : quotation.start - 1] == ": " and outside[0] not in behind
        return (outside if is_announced else behind or outside[::-1])[0].speakers
    is_bare = sentences[first].start >= quotation.start - 1
    if is_bare and before is not None and _goes_on(before[0], quotation, sentences):
        return before[1]
    introduced = _within(spoken, sentences[max(0, first - is_bare)].start, quotation.start)
    is_near = introduced and "\n" not in text[introduced[-1].position : quotation.start]
    return introduced[-1].speakers if is_near else ()


def _goes_on(before: Quotation, quotation: Quotation, sentences: Sequence[Sentence]) -> bool:
    """Say whether nothing but who speaks stands between two quotations."""
    between = bisect_left(sentences, quotation.start - 1, key=lambda sentence: sentence.start)
    until = bisect_left(sentences, before.end, key=lambda sentence: sentence.start)
    return between == until


def _within(spoken: Sequence[Spoken], start: int, end: int) -> Sequence[Spoken]:
    first = bisect_left(spoken, start, key=lambda one: one.position)
    return spoken[first : bisect_left(spoken, end, key=lambda one: one.position)]
