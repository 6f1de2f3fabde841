"""Stories under headings of their own in one article ("World in brief"): no name reaches from one into the next."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.names.mentions import Names
    from ingest.parsing.passages import Sentence

_BLOCK = re.compile(r"\n\s*\n")
# A short line that ends as no sentence does, right above a paragraph.
_HEADED = re.compile(r"[^\n]{3,70}(?<![.!?:,;\"”'’)])\n\S")
_FEWEST = 3  # headings; fewer may part one story


def story_starts(text: str) -> list[int]:
    """Return where the stories of an article begin, if most of its paragraphs have each a heading; else only 0."""
    blocks = [0, *(match.end() for match in _BLOCK.finditer(text))]
    headed = [start for start in blocks if _HEADED.match(text, start)]
    if len(headed) < _FEWEST or 2 * len(headed) <= len(blocks):
        return [0]
    return [0, *(start for start in headed if start)]


def by_story(sentences: Sequence[Sentence], text: str) -> list[list[Sentence]]:
    """Return the sentences of an article story by story, in order."""
    starts = story_starts(text)
    return [list(own) for _, own in groupby(sentences, key=lambda sentence: bisect_right(starts, sentence.start))]


def names_within(names: Names, sentences: Sequence[Sentence]) -> Names:
    """Return the names of an article that these sentences hold; what is minted is shared."""
    start, end = sentences[0].start, sentences[-1].end
    return replace(names, mentions=[mention for mention in names.mentions if start <= mention.start < end])
