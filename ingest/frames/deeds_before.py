"""The deeds that an article has told before a word, which "it", "did so" and "the cargo" may stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from ingest.claims import Draft
from ingest.coreference import Referents
from ingest.parsing.passages import Sentence

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


@dataclass(frozen=True, slots=True)
class DeedsBefore:
    """What was read of a sentence so far (`here`) and of those before it (`earlier`), in the order of the text."""

    sentence: Sentence
    here: Sequence[Draft]
    earlier: Sequence[Draft]
    referents: Referents

    def before(self, token: Token) -> list[Draft]:
        """Return what this sentence tells before one of its words."""
        return [draft for draft in self.here if draft.trigger.i < token.i]

    def lately(self, reach: int) -> list[Draft]:
        """Return what the `reach` sentences before this one told, the last at the end."""
        number = self.referents.history.number
        first = number(self.sentence) - reach
        return list(takewhile(lambda draft: number(draft.sentence) >= first, reversed(self.earlier)))[::-1]


def told_last(drafts: Sequence[Draft]) -> list[Draft]:
    """Return those drafts that the last trigger among them made."""
    return [draft for draft in drafts if draft.trigger == drafts[-1].trigger]
