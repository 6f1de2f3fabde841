"""Who is listed where the sentence does not say by whom: "Also listed are A and B", "The officers, A and B, command".

The imposer was named before, with designees that had no names yet ("three officers"). This remembers both, so that
later sentences can complete them; what is too far from the designation is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.model import Status
from ingest.lexicon import Entry
from ingest.lexicon.wordlists import word_lists
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, is_definite
from ingest.slots.enumerations import enumerated, row

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

# How many sentences after a designation its designees may be named by a common noun.
_REACH = 6
# How many sentences after one "targeted" speaks of it.
_NEAR = 2

# Entries for sanctions that are in force, no act of imposing them.
_STANDING = frozenset(
    {"sanctioned/on-list", "sanctioned/be-under", "sanctioned/be-subject", "sanctioned/noun-sanctions"}
)


class Designations:
    """The last imposer of sanctions, and the nouns for those who were not named yet."""

    def __init__(self) -> None:
        self.imposer: str | None = None
        self.status: Status = "affirmed"
        self._nouns: set[str] = set()
        self._since = 0
        self._awaits_list = self._opens_list = False
        self._first: str | None = None

    def pass_sentence(self) -> None:
        """Note that another sentence begins."""
        self._since += 1
        self._awaits_list, self._opens_list = self._awaits_list or self._opens_list, False

    def note(self, entry: Entry, trigger: Token, imposers: list[str], status: Status, sentence: Sentence) -> None:
        """Remember a designation: who imposed it, by which nouns it speaks of its targets, and if a list follows.

        That somebody "has been on the U.S. list since 2005" does not end the round that is told of.
        """
        if self.imposer and entry.key in _STANDING:
            return
        self._opens_list = sentence.pieces[-1].word == ":"
        if imposers:
            self._first = self._first or imposers[0]
            self.imposer, self.status, self._since = imposers[0], status, 0
            nouns = (t.lemma_.lower() for t in trigger.subtree if t.tag_ == "NNS")
            self._nouns = {noun for noun in nouns if noun in word_lists()["designee_nouns"]}

    @property
    def is_near(self) -> bool:
        """Whether a designation was spoken of in the last sentences."""
        return self.imposer is not None and self._since <= _REACH

    def allows(self, entry: Entry, token: Token) -> bool:
        """Say whether an entry that needs a designation before it may read a word here."""
        if entry.key == "sanctioned/targets-too":
            return self._since in (0, 1) and self.imposer is not None and _is_same_imposer(token)
        if entry.key == "sanctioned/targeted":
            return self.imposer is not None and self._since <= _NEAR
        if entry.key == "delisted/come-off":
            return self.is_near
        return entry.key != "sanctioned/listing" or self._awaits(token)

    def _awaits(self, noun: Token) -> bool:
        """Say whether a noun may stand for those designated: "those listed", "the newcomers", "the officers"."""
        if noun.lower_ == "those":
            is_subject = any(child.lower_ == "subject" for child in noun.children)
            return is_subject or any(child.lemma_ in _LISTING for child in children(noun, "acl", "relcl"))
        lemma = noun.lemma_.lower()
        return self.is_near and (lemma in self._nouns or lemma in word_lists()["designee_nouns"])

    def named_later(self, sentence: Sentence) -> Iterator[tuple[Token, Token]]:
        """Yield the noun and each name of "The officers, A and B, command", and of the lines of a list."""
        if self._first and _heads_annex(sentence):
            self.imposer, self._opens_list = self._first, True
        if self._awaits_list:
            names = list(_line(sentence))
            self._awaits_list = bool(names)
            yield from ((name, name) for name in names)
        if self.is_near and self._since <= 1:
            yield from _likewise(sentence)
        for noun in sentence.doc:
            if self._since and self.is_near and self._stands_for_designees(noun):
                yield from ((noun, name) for name in enumerated(noun, sentence))

    def _stands_for_designees(self, noun: Token) -> bool:
        is_meant = noun.tag_ == "NNS" and noun.lemma_.lower() in self._nouns and is_definite(noun)
        return is_meant and (noun.dep_ in ("nsubj", "nsubjpass") or (noun.dep_ == "ROOT" and noun.i < 4))


def _is_same_imposer(verb: Token) -> bool:
    """Say whether who imposed something before does more: "It also targets", not "It targets"."""
    subjects = children(verb, "nsubj")
    if verb.tag_ not in ("VBZ", "VBP"):  # "Kimsuky was listed. It also targeted banks."
        return False
    is_again = any(t.lower_ in ("it", "council", "department", "ministry", "government") for t in subjects)
    return is_again and any(child.lower_ in ("also", "likewise", "further", "furthermore") for child in verb.children)


def _likewise(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Yield the names of "So were five leaders, among them A", "as is its head, B", "They are joined by C"."""
    doc = sentence.doc
    for token, following in pairwise(doc):
        if token.lower_ in ("so", "as") and following.lemma_ == "be" and following.i + 1 < len(doc):
            many = next((t for t in doc[following.i + 1 : following.i + 6] if t.tag_ == "NNS"), None)
            names = enumerated(many, sentence) if many is not None else row(doc, following.i + 1, sentence)
            yield from ((token, name) for name in names)
        if token.lemma_ == "join" and following.lower_ == "by" and doc[0].lower_ in ("they", "he", "she", "it"):
            yield from ((token, name) for name in row(doc, following.i + 1, sentence))


def _heads_annex(sentence: Sentence) -> bool:
    """Say whether a heading announces those whom the act of the article lists: "Persons added to Schedule 1"."""
    if any(t.tag_ in ("VBZ", "VBP", "MD") or t.text in (".", ",") for t in sentence.doc):
        return False
    return any(
        noun.tag_ == "NNS" and noun.lemma_.lower() in word_lists()["designee_nouns"]
        and verb.lemma_ in _LISTING and verb.tag_ in ("VBN", "VBD")
        for noun, verb in pairwise(sentence.doc)
    )  # fmt: skip


def _line(sentence: Sentence) -> Iterator[Token]:
    """Yield the names that a line of a list begins with, if it is no whole sentence: "A, a bank, and its head, B;"."""
    first = next((t for t in sentence.doc if t.pos_ not in ("PUNCT", "NUM", "SYM", "X")), None)
    if first is None:
        return
    told = [t for t in sentence.doc if t.dep_ == "ROOT" and t.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    if not any(children(verb, "nsubj", "nsubjpass") for verb in told):
        yield from row(sentence.doc, first.i, sentence)


_LISTING = frozenset({"list", "designate", "sanction", "target", "blacklist", "name", "add", "hit"})
