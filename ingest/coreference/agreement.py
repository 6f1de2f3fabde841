"""Whom a pronoun cannot mean, by what is said of it: no panel buys tanks, no state has a mandate, no EU evades the EU.

What stands beside a pronoun in its own clause it does not mean either: "Russia armed it" is not Russia.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph import reference
from graph.model import Entity
from ingest.lexicon.wordlists import word_lists
from ingest.names.mentions import Names
from ingest.names.regimes import imposers_of
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import antecedent, children, conjoined, possessors
from ingest.parsing.syntax import objects, subjects
from ingest.parsing.verbs import governing_verb

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

# Bodies that only watch, judge or regulate what others trade and fight with.
_CIVIL = frozenset(
    {"court", "un-body", "un-panel", "monitoring-mechanism", "think-tank", "news-agency", "export-control-regime"}
)
# Bodies that impose sanctions, and that no sanctions are on.
_ABOVE = frozenset({"un-body", "alliance"})
_FINANCIAL = frozenset({"treasury", "ofac", "fincen", "finance", "state", "justice", "commission"})
_IMPOSING = frozenset({"sanction", "blacklist", "delist", "designate"})
_NEVER_IMPOSING = frozenset({"ArmedGroup", "Company", "Vessel"})


def unfit(token: Token, sentence: Sentence, named: Iterable[str], referents: Referents) -> set[str]:
    """Return those of the entities `named` before a pronoun that it cannot mean."""
    mates, names = _clause_mates(token, sentence, referents), referents.names
    if token.dep_ == "poss" and token.head.lower_ in ("place", "mantle", "shoes"):  # nobody takes his own place
        doers = [each for t in subjects(token.head.head) for each in (t, *possessors(t))]
        mates = {e for t in doers for e in referents.resolve(t, sentence, "actor", 3)}
    return mates | {entity for entity in named if not _may_be(token, sentence, entity, names)}


def _clause_mates(token: Token, sentence: Sentence, referents: Referents) -> set[str]:
    """Return the other parties of a pronoun's own verb, and the noun that its clause belongs to.

    "The army used it and armed it": the army does not arm itself.
    """
    is_object = token.dep_ == "pobj" or token.dep_ in ("dobj", "dative")
    if token.dep_ not in ("nsubj", "nsubjpass") and not is_object:
        return set()
    verb = governing_verb(token)
    if verb is None or (token.dep_ == "pobj" and token.head.head != verb):
        return set()
    beside = [child for child in verb.children if child != token]
    beside += [pobj for prep in children(verb, "prep", "dative", "agent") for pobj in children(prep, "pobj")]
    if is_object:
        beside += subjects(verb)
    if verb.dep_ == "relcl" and not any(antecedent(t) != t for t in children(verb, "nsubj", "nsubjpass")):
        beside.append(verb.head)
    others = (real for other in beside if other != token for real in conjoined(antecedent(other)))
    return {entity for other in others for entity in _plainly(other, token, sentence, referents)}


def _plainly(other: Token, pronoun: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom a noun names, by itself or, before the pronoun, by other words than pronouns."""
    mention = sentence.mention(other)
    if mention is not None:
        return [mention.target] if mention.is_entity else []
    if other.i > pronoun.i or any(below.pos_ == "PRON" for below in other.subtree):
        return []
    return referents.resolve(other, sentence, "actor", 3)


def _may_be(token: Token, sentence: Sentence, entity: str, names: Names) -> bool:
    kind, record = names.kind(entity), reference.records().get(entity)
    sort = record.sort if record else None
    if token.dep_ == "poss":
        return _may_own(token.head.lower_, kind, sort)
    verb = _deed(token)
    if verb is not None and token.dep_ in ("dobj", "dative") and verb.lemma_ in word_lists()["trading_verbs"]:
        return sort not in _CIVIL and not is_press(names.entity(entity))
    if verb is None or token.dep_ not in ("nsubj", "nsubjpass"):
        return sort not in _ABOVE or not _is_struck(token)
    if token.dep_ == "nsubjpass" and verb == token.head:
        return True
    if verb.lemma_ in word_lists()["trading_verbs"]:
        is_regulator = sort in ("agency", "ministry") and not _FINANCIAL.isdisjoint(entity[4:].split("-"))
        return sort not in _CIVIL and not is_regulator
    if verb.lemma_ in _IMPOSING:
        return kind not in _NEVER_IMPOSING
    if verb.lemma_ == "veto":
        return kind == "State"
    return verb.lemma_ not in word_lists()["breaching_verbs"] or entity not in _imposers_of_object(
        verb, sentence, names
    )


def is_press(entity: Entity) -> bool:
    """Say whether a body that only the article names is a newspaper by its name: "The Kyiv Post"."""
    return entity.minted and entity.name.lower().split()[-1] in word_lists()["press_words"]


def _may_own(noun: str, kind: str, sort: str | None) -> bool:
    """Say whether something of this kind may have what a noun names."""
    lists = word_lists()
    if noun in lists["possessions_of_states"]:
        return kind == "State"
    if noun in lists["possessions_of_bodies"]:
        return kind != "State" and sort not in _ABOVE
    return noun not in ("fighters", "gunmen", "militants") or sort not in _CIVIL | {"agency", "ministry"}


def _is_struck(token: Token) -> bool:
    """Say whether a pronoun is put under sanctions: "put sanctions on it", "blacklisted it"."""
    verb = governing_verb(token)
    return verb is not None and token.dep_ in ("dobj", "pobj") and verb.lemma_ in word_lists()["blaming_verbs"]


def _deed(token: Token) -> Token | None:
    """Return the verb that tells what a subject does: "is alleged to have bought", "plans to sell"."""
    verb = governing_verb(token)
    while verb is not None and children(verb, "xcomp"):
        verb = children(verb, "xcomp")[0]
    return verb


def _imposers_of_object(verb: Token, sentence: Sentence, names: Names) -> set[str]:
    """Return who imposed the sanctions that a verb has as object."""
    regimes = [m.target for obj in objects(verb) if (m := sentence.mention(obj)) and m.target.startswith("treaty:")]
    return {imposer for regime in regimes for imposer in imposers_of(names.entity(regime).name)}
