"""A word and the one that governs it, as the rules on who says what look at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.attribution.speakers import sources
from ingest.coreference import Referents
from ingest.lexicon.wordlists import speech
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_CLAUSES = ("ccomp", "xcomp", "parataxis", "csubj")


@dataclass(frozen=True, slots=True)
class Link:
    """A word and the one that governs it."""

    child: Token
    up: Token
    sentence: Sentence
    referents: Referents

    @property
    def lemma(self) -> str:
        return self.up.lemma_.lower()

    @property
    def is_clause(self) -> bool:
        return self.child.dep_ in _CLAUSES

    @property
    def is_content(self) -> bool:
        """Whether the word is part of what the governing one says or denies."""
        return self.is_clause or self.child.dep_ in ("dobj", "nsubjpass", "pobj", "prep", "oprd", "attr")

    def sources(self) -> tuple[str, ...]:
        """Return who the subject of the governing verb stands for."""
        return sources(self.up, self.sentence, self.referents)

    def is_under(self, word_list: str) -> bool:
        return self.lemma in speech()[word_list]

    def has_modal(self, word_list: str) -> bool:
        return any(child.lower_ in speech()[word_list] for child in children(self.up, "aux"))

    @property
    def is_claim(self) -> bool:
        """Whether the word is a noun for what somebody claims: "reports that", "the allegation"."""
        return self.child.lemma_.lower() in speech()["claim_nouns"]
