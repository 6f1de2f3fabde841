"""The names that follow a common noun in a row: "five officers, among them A, the army's chief, and B", "firms: A, B".

Read from the order of the words, because the parser hangs long rows on whatever is near. A row goes on from name to
name over commas and "and"; a description beside a name ("B, who leads the guard") is passed over; anything else ends
it. Linear in the length of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.parsing.passages import Sentence
from ingest.parsing.verbs import is_finite

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_OPENERS = frozenset({"including", "namely", "notably", ":"})
_DASHES = frozenset({"-", "–", "—"})
_PARTERS = frozenset({",", ";", "and", "or", ":"}) | _DASHES
# What a noun phrase may be made of.
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "X", "PUNCT", "PRON"})
# What opens a clause, which is no part of a row.
_CLAUSES = frozenset({"after", "before", "when", "while", "since", "because", "although", "though", "if", "until"})
# How many words may stand between a noun and the row of names.
_GAP = 14


def enumerated(noun: Token, sentence: Sentence) -> list[Token]:
    """Return the names in the row that is opened behind `noun`: "officers, among them A and B"."""
    doc = noun.doc
    for at in range(noun.i + 1, min(noun.i + _GAP, len(doc) - 1)):
        first = _opened_at(doc, at)
        if first is not None and first < len(doc) and doc[first].pos_ in ("PUNCT", "VERB", "AUX"):
            return _before_among(noun, at, sentence)
        if first is not None:
            return list(row(doc, first, sentence)) if _belongs(noun, doc[at]) else []
        is_own = noun.dep_ == "nsubjpass" and noun.head in (doc[at], doc[at].head)  # "six men were listed, among them"
        if doc[at].pos_ in ("VERB", "AUX") and doc[at].dep_ not in ("relcl", "acl", "amod") and not is_own:
            break
    return _right_behind(noun, sentence)


def _before_among(noun: Token, among: int, sentence: Sentence) -> list[Token]:
    """Return the row that "among them" closes: "nine members of the Council, A and B among them,"."""
    comma = next((at for at in range(noun.i + 1, among) if noun.doc[at].text == ","), among)
    return [name for name in row(noun.doc, comma + 1, sentence) if name.i < among]


def _opened_at(doc: list[Token], at: int) -> int | None:
    """Return where the row begins that a word opens: "including", "among them", "such as", a colon."""
    word, following = doc[at].lower_, doc[at + 1].lower_
    if word in _OPENERS:
        return at + 1
    if word == "among" and following in ("others", "them", "whom", "which", "these", "those"):
        is_of_those = [t.lower_ for t in doc[at + 2 : at + 4]] == [
            "those",
            "of",
        ]  # "names, among them those of A"
        return at + 4 if is_of_those else at + 2
    return at + 2 if word == "such" and following == "as" else None


def _belongs(noun: Token, opener: Token) -> bool:
    """Say whether a row is one of what `noun` names: no other noun in the plural stands nearer, unless below it."""
    nearer = (t for t in noun.doc[noun.i + 1 : opener.i] if t.tag_ == "NNS" and t.pos_ == "NOUN")
    return all(noun in token.ancestors for token in nearer)


def _right_behind(noun: Token, sentence: Sentence) -> list[Token]:
    """Return the row that only a comma or dash opens: "two lenders, A and B", if there are as many as is said."""
    doc, start = noun.doc, noun.i + 1
    if noun.tag_ != "NNS" or start >= len(doc) or doc[start].text not in (",", *_DASHES):
        return []
    names = list(row(doc, start + 1, sentence))
    figures = [quantity.value for child in noun.children if (quantity := sentence.piece(child).quantity)]
    is_known = any(child.lower_ in ("the", "these", "its", "both") for child in noun.children)
    fits = figures[0] == len(names) if figures else is_known and len(names) > 1
    return names if fits and not any(sentence.names_state(name) for name in names) else []


def in_a_row(tokens: Sequence[Token], sentence: Sentence) -> Sequence[Token]:
    """Return `tokens` with the names that go on the row of the last of them, where the parser lost them."""
    if not tokens or sentence.mention(tokens[-1]) is None:
        return tokens
    following = row(tokens[-1].doc, tokens[-1].i, sentence)
    return [*tokens, *(token for token in following if token not in tokens and token.dep_ != "gapped")]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words `start`..`end` between two commas; `parters` are the commas and "and" before it."""

    doc: list[Token]
    start: int
    end: int
    parters: tuple[str, ...]

    @property
    def words(self) -> list[Token]:
        return list(self.doc[self.start : self.end])

    def name(self, sentence: Sentence) -> Token | None:
        """Return the name it begins with, behind what says what that is: "the oligarch A", "its owner B"."""
        last = None
        for token in self.words:
            mention = sentence.mention(token)
            is_name = mention is not None and mention.is_entity
            if not is_name and (token.pos_ not in _PHRASE or token.lower_ in word_lists()["describing"]):
                break
            last = token
        mention = sentence.mention(last) if last is not None else None
        return last if mention is not None and mention.is_noun else None

    @property
    def has_comma(self) -> bool:
        return "," in self.parters or ";" in self.parters

    @property
    def is_role(self) -> bool:
        """Whether it says what the next name is: "the spokesperson of the M23"."""
        noun = next((token for token in self.words if token.pos_ == "NOUN"), None)
        lists = word_lists()
        return noun is not None and noun.lower_ in lists["person_nouns"] | lists["firm_nouns"] | lists["body_nouns"]

    def ends_in_name(self, sentence: Sentence) -> bool:
        """Say whether it ends in a name, so that what follows may be in a row with that: "who met A, B and C"."""
        mention = sentence.mention(self.words[-1])
        return mention is not None and mention.is_noun

    @property
    def is_description(self) -> bool:
        first = self.words[0]
        return first.lower_ in word_lists()["describing"] or first.tag_ in ("VBN", "VBG", "DT", "PRP$")

    @property
    def is_open_clause(self) -> bool:
        """Whether it opens a clause whose verb is yet to come: "which the group's founder, Ali Karim, denied"."""
        return self.words[0].tag_ == "WDT" and not any(token.pos_ in ("VERB", "AUX") for token in self.words)

    @property
    def is_phrase(self) -> bool:
        """Whether it is a noun phrase without a verb: "its intelligence chief", "head of the guard"."""
        return all(token.pos_ in _PHRASE or token.pos_ == "ADP" for token in self.words)


def row(doc: list[Token], start: int, sentence: Sentence) -> Iterator[Token]:
    """Yield the names that stand in a row from word `start` on."""
    inside = False  # a description, in which "and" joins other things
    for stretch in _stretches(doc, start):
        name = stretch.name(sentence)
        if name is None:
            if stretch.words[0].lower_ in _CLAUSES:
                return
            if not stretch.is_description and not stretch.is_phrase:
                return
            announces = "and" in stretch.parters and stretch.is_role
            inside = (stretch.ends_in_name(sentence) and stretch.has_comma and not announces) or stretch.is_open_clause
            continue
        if _is_seat(name, stretch, sentence):
            continue
        behind = doc[name.i + 1 : stretch.end]
        if behind and is_finite(behind[0]):  # "A and B were listed", but not "A, and B denied it", "A and B listed C"
            if not stretch.has_comma and not inside and name.dep_ != "nsubj":
                yield name
            return
        if not inside or (stretch.has_comma and "and" in stretch.parters):
            yield name
            inside = bool(behind) and stretch.ends_in_name(sentence)


def _is_seat(name: Token, stretch: Stretch, sentence: Sentence) -> bool:
    """Say whether a state only tells where the place before its comma lies: "a dealer in Kocaeli, Turkey"."""
    at = stretch.start
    if name.i != at or at < 2 or name.doc[at - 1].text != "," or not sentence.names_state(name):
        return False
    place = name.doc[at - 2]
    mention = sentence.mention(place)
    is_unknown = mention is None and place.lower_ not in word_lists()["body_words"]
    is_town = is_unknown if mention is None else mention.kind == "place" or mention.role == "capital"
    is_behind = place.head.lower_ in word_lists()["place_prepositions"] or place.head.lower_ == "of"
    return place.pos_ == "PROPN" and place.dep_ == "pobj" and is_behind and is_town


def _stretches(doc: list[Token], start: int) -> Iterator[Stretch]:
    """Yield the stretches of words between commas and "and"."""
    begin = start
    parters: list[str] = []
    for at in range(start, len(doc) + 1):
        if at < len(doc) and doc[at].lower_ not in _PARTERS and doc[at].text not in (".", "!", "?"):
            continue
        if begin < at:
            yield Stretch(doc, begin, at, tuple(parters))
            parters = []
        if at < len(doc):
            parters.append(doc[at].lower_)
        begin = at + 1
