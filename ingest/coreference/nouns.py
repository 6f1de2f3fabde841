"""A common noun that stands for somebody or something, as the rules see it, and what such a rule is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ingest.lexicon.wordlists import word_lists
from ingest.parsing.passages import Sentence

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

# How far a noun may lead: an actor by a word that stands for it, a target also by what it owns, a place by what lies
# in it, a party (of a vote or treaty) by its official.
Mode = Literal["actor", "target", "place", "party"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun in its sentence; `state` is the state that it is said to be of, once that is known."""

    token: Token
    sentence: Sentence
    mode: Mode
    depth: int
    state: str | None = None

    @property
    def word(self) -> str:
        return self.token.lower_

    @property
    def position(self) -> int:
        return self.sentence.span(self.token)[0]

    def is_in(self, word_list: str) -> bool:
        return self.token.lower_ in word_lists()[word_list]

    def has_child(self, *words: str) -> bool:
        return any(child.lower_ in words for child in self.token.children)


# An answer that names nothing (an empty list) ends the search; None lets the next rule be asked.
Rule = Callable[[Noun, "Referents"], list[str] | None]
