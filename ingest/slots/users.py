"""Slots of those who have the goods or the help whose source is told: "fired missiles supplied by", "X's tanks were".

See `ingest/slots`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax, verbs
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import behind, first_conjunct, possessors

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def goods_user(token: Token, _: Sentence) -> Sequence[Token]:
    """Return who uses what the trigger describes: "fired missiles bought from", "acting on data provided by"."""
    clause = first_conjunct(token)
    if clause.dep_ not in ("acl", "relcl") or not verbs.is_passive(token):
        return []
    goods = first_conjunct(clause.head)
    verb, lists = goods.head, word_lists()
    if goods.dep_ in ("dobj", "nsubjpass"):
        return syntax.agents(verb) if verb.lemma_ in lists["using_verbs"] else []
    above = verb.head
    if goods.dep_ != "pobj" or above.pos_ != "VERB":
        return []
    by_means = verb.lower_ == "with" and above.lemma_ in lists["striking_verbs"]
    is_ground = verb.lower_ == "on" and above.lemma_ in ("act", "rely", "draw", "depend")
    return syntax.agents(above) if by_means or is_ground else []


def goods_holder(token: Token, _: Sentence) -> list[Token]:
    """Return whose the goods are that came from elsewhere: "Mali's drones were bought from", "rifles in X's hands"."""
    return _holders(syntax.objects(token)) if verbs.is_passive(token) else []


def held_by_agent(token: Token, _: Sentence) -> list[Token]:
    """Return whose the goods are that "come from" elsewhere: "Mali's drones", "the rifles in the hands of X"."""
    return _holders([t for goods in syntax.agents(token) for t in (goods, *behind(goods, "of"))])


def _holders(goods: Sequence[Token]) -> list[Token]:
    held = [t for each in goods for t in behind(each, "in") if t.lower_ in word_lists()["holding_nouns"]]
    return [owner for noun in (*goods, *held) for owner in possessors(noun)] + [
        owner for noun in held for owner in behind(noun, "of")
    ]
