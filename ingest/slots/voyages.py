"""Goods under way: what a ship, a container or a consignment carries, and whether somebody stopped it.

"a container that had left Miami for Haiti", "a dhow with rifles bound for Yemen", "missiles shipped by Iran to the
Houthis, intercepted off Oman". What is stopped on the way was to be supplied, and was not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import antecedent, children, conjoined, first_conjunct, inside, prepositional
from ingest.parsing.verbs import is_passive

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_HOLDING = frozenset({"carry", "transport", "haul", "hold", "contain", "smuggle", "ferry", "conceal", "hide", "bring"})
_STEPS = 6


def stopped_sender(token: Token, _: Sentence) -> list[Token]:
    """Return who was sending the goods that are stopped: "seized rifles that the RSF was shipping to"."""
    clauses = [clause for goods in syntax.objects(token) for clause in children(goods, "relcl")]
    sending = [c for c in clauses if c.lemma_ in word_lists()["carrying_verbs"] and not is_passive(c)]
    return [t for clause in sending if syntax.objects(clause) for t in syntax.subjects(clause)]


def mover(token: Token, _: Sentence) -> Sequence[Token]:
    """Return what is under way: the subject of "left", "is bound for"; what "on its way to" stands beside."""
    if token.pos_ == "NOUN":
        return _beside_way(token)
    found = syntax.objects(token) if is_passive(token) else syntax.subjects(token)
    return [antecedent(thing) for thing in found]


def _beside_way(way: Token) -> Sequence[Token]:
    """Return what is "on its way": the noun before it, the subject of "is", what is seized "on its way"."""
    above = way.head.head
    if way.dep_ != "pobj" or way.head.lower_ not in ("on", "en"):
        return []
    if above.pos_ in ("NOUN", "PROPN"):
        return [above]
    return syntax.objects(above) or syntax.subjects(above)


def way_finder(token: Token, _: Sentence) -> Sequence[Token]:
    """Return what finds its way somewhere."""
    verb = token.head
    is_found = token.dep_ == "dobj" and verb.lemma_ in ("find", "make")
    return syntax.subjects(verb) if is_found else []


def cargo(token: Token, sentence: Sentence) -> list[Token]:
    """Return what is under way itself, and what it has on board."""
    movers = mover(token, sentence)
    verb = token.head.head if token.pos_ == "NOUN" else token
    beside = [*inside(token, "with"), *(inside(verb, "with") if verb.lemma_ == "be" else [])]
    return [*movers, *(t for thing in movers for t in aboard(thing)), *beside]


def freight(token: Token, sentence: Sentence) -> list[Token]:
    """Return what is on board of what is under way."""
    return cargo(token, sentence)[len(mover(token, sentence)) :]


def aboard(carrier: Token) -> list[Token]:
    """Return what a ship, container or aircraft holds: "carrying rifles", "with oil", "rifles hidden in it"."""
    own = [carrier, antecedent(carrier)]
    verbs = [verb for each in own for verb in children(each, "acl", "relcl") if verb.lemma_ in _HOLDING]
    held = [t for verb in verbs for t in children(verb, "dobj") for t in conjoined(t)]
    held += [t for each in own for noun in inside(each, "with") for t in conjoined(noun)]
    full = [adjective for each in own for adjective in children(each, "amod", "acl") if adjective.lower_ in _FULL]
    held += [t for adjective in full for noun in inside(adjective, "of", "with") for t in conjoined(noun)]
    return [*held, *_out_of(carrier)]


_FULL = frozenset({"full", "loaded", "laden", "packed", "filled"})


def _out_of(carrier: Token) -> Sequence[Token]:
    """Return what was seized from a carrier, or hidden in it."""
    preposition = carrier.head
    if carrier.dep_ != "pobj" or preposition.lower_ not in ("from", "in", "on", "aboard", "inside"):
        return []
    above = preposition.head
    if above.pos_ == "NOUN":
        return conjoined(above)
    return syntax.objects(above) if above.pos_ == "VERB" else []


def is_stopped(token: Token) -> bool:
    """Say whether what a verb of carrying or sending speaks of was seized: "intercepted missiles shipped by Iran"."""
    noun = token.head if token.dep_ in ("acl", "relcl") else None
    for _ in range(_STEPS):
        if noun is None:
            return False
        noun = first_conjunct(noun)
        verb = noun.head
        if verb.lemma_ in word_lists()["stopping_verbs"] and noun.dep_ in ("dobj", "nsubjpass"):
            return True
        if noun.dep_ != "pobj":
            return verb.lemma_ in word_lists()["stopping_verbs"] and noun.dep_ in ("acl", "relcl")
        above = verb.head
        if above.lemma_ in word_lists()["stopping_verbs"]:
            return verb.lower_ in ("from", "aboard", "on")
        noun = above.head if above.dep_ in ("acl", "relcl") else above
    return False


def aboard_patient(token: Token, _: Sentence) -> list[Token]:
    """Return what is in the container that is moved: "rifles hidden in a container sent from A to B"."""
    return [held for patient in syntax.objects(token) for held in aboard(patient)]


def boarded(token: Token, sentence: Sentence) -> list[Token]:
    """Return the ship by name that was boarded before: "boarded the Vela and confiscated rifles"."""
    verb = first_conjunct(token)
    is_after = verb != token and verb.lemma_ in ("board", "stop", "intercept", "search", "inspect", "raid")
    ships = syntax.objects(verb) if is_after else []
    return [ship for ship in ships if (m := sentence.mention(ship)) and m.is_noun and not m.is_state]


def on_board(token: Token, sentence: Sentence) -> list[Token]:
    """Return what a seized ship without a name had on board: "intercepted a dhow carrying rifles"."""
    carriers = [t for t in syntax.objects(token) if not (m := sentence.mention(t)) or m.is_item]
    held = [held for carrier in carriers for held in aboard(carrier)]
    if held or not any(t.lower_ in word_lists()["carriers"] for t in carriers):
        return held
    return prepositional(token, "with", through_object=False)  # "stopped two lorries with detonators"
