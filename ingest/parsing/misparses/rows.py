"""Misparses of rows: gerunds behind one preposition, goods that each have a clause of their own.

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from ingest.parsing.misparses.prepositions import is_thing
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, first_conjunct
from ingest.parsing.tokens import Token


@tried_on("advcl")
def _gerunds_in_a_row(token: Token, _: Sentence) -> None:
    """Hang "paying" in "two firms involved in hiring, paying or carrying fighters" on "hiring"."""
    before = token.doc[token.i - 2 : token.i]
    if token.tag_ != "VBG" or len(before) < 2 or before[1].text != "," or before[0].tag_ != "VBG":
        return
    if first_conjunct(before[0]).dep_ == "pcomp" and children(token, "conj", "cc"):
        token.hang(before[0], "conj")


_BETWEEN_PLACES = frozenset({",", "and", "or", "the", "as", "well"})


@tried_on("conj")
def _states_in_a_row(token: Token, sentence: Sentence) -> None:
    """Coordinate the states in "sanctions on firms located in Iran, Chad and Mali" with Iran, not with the firms."""
    noun = token.head
    if noun.i > token.i or sentence.mention(noun) is not None or not _is_state(token, sentence):
        return
    named = [t for t in token.doc[noun.i + 1 : token.i] if _is_state(t, sentence)]
    place = next((t for t in reversed(named) if t.dep_ == "pobj" and noun in t.ancestors), None)
    if place is None or place.head.lower_ not in ("in", "from", "across"):
        return
    if all(t.lower_ in _BETWEEN_PLACES for t in token.doc[place.i + 1 : token.i]):
        token.hang(place, "conj")


def _is_state(token: Token, sentence: Sentence) -> bool:
    mention = sentence.mention(token)
    return mention is not None and mention.is_state and mention.is_noun


@tried_on("conj")
def _goods_beside_goods(token: Token, sentence: Sentence) -> None:
    """Coordinate "drones" in "bombs dropped by Mali and drones bought by Chad hit" with "bombs", not with Mali."""
    name, by = token.head, token.head.head
    clause = by.head
    goods = clause.head if clause.dep_ == "acl" else next(iter(children(clause, "nsubj")), clause)
    if name.dep_ != "pobj" or by.lower_ != "by" or is_thing(name, sentence):
        return
    own = next((t for t in token.doc[token.i + 1 : token.i + 2] if t.tag_ == "VBN" and t.head in (token, name)), None)
    is_alike = is_thing(token, sentence) and is_thing(goods, sentence)
    if own is not None and is_alike and token.doc[token.i - 1].lower_ in ("and", "or"):
        token.hang(goods, "conj")
        own.hang(token, "acl")


ROW_RULES: tuple[Rule, ...] = (_gerunds_in_a_row, _states_in_a_row)
# What is tried once the others have hung the clauses of "which".
LATE_ROW_RULES: tuple[Rule, ...] = (_goods_beside_goods,)
