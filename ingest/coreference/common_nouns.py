"""What a common noun stands for: "Russian forces", "both countries", "the embargo", "the group", "her Government".

Rules, tried in order. A rule answers None where it does not apply and the next is asked; an answer that names nothing
(an empty list) ends the search, because the rule knows the noun and the article does not settle it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coreference import instruments
from ingest.coreference.body_nouns import armed, body, body_by_name, committee, ministers, panel, report, works
from ingest.coreference.nouns import Noun, Rule
from ingest.coreference.number_nouns import counted, one_of_two, pair, partitive
from ingest.coreference.state_nouns import (
    bare_state,
    in_its_service,
    korea,
    naval,
    neighbour,
    of_a_state,
    of_states,
    seated,
    their,
    town,
)
from ingest.lexicon.wordlists import word_lists
from ingest.parsing.phrases import children, inside, is_definite, modifiers, possessors

if TYPE_CHECKING:
    from ingest.coreference import Referents

# How far back, in sentences, a ship, a person or a firm may have been named.
_VESSEL_REACH, _PERSON_REACH, _FIRM_REACH = 6, 4, 30


def resolve_common(noun: Noun, referents: Referents) -> list[str]:
    """Return the entities that a common noun stands for."""
    found = _first(_RULES, noun, referents)
    if found is None:
        state = referents.state_of(noun.token, noun.sentence)
        with_state = Noun(noun.token, noun.sentence, noun.mode, noun.depth, state)
        found = _first(_RULES_WITH_STATE, with_state, referents)
    return found or []


def _first(rules: tuple[Rule, ...], noun: Noun, referents: Referents) -> list[str] | None:
    for rule in rules:
        answer = rule(noun, referents)
        if answer is not None:
            return answer
    return None


def _copula(noun: Noun, _: Referents) -> list[str] | None:
    """As in "The only buyer is the UAE": a subject is what it is said to be."""
    if noun.token.dep_ != "nsubj" or noun.token.head.lemma_ != "be":
        return None
    named = [noun.sentence.mention(child) for child in children(noun.token.head, "attr")]
    return [m.target for m in named if m and m.is_entity and m.role != "adjective"] or None


def _baltic(noun: Noun, _: Referents) -> list[str] | None:
    """As in "the three Baltic states"."""
    is_plural = noun.word in ("states", "countries", "nations", "republics")
    return ["state:EE", "state:LV", "state:LT"] if is_plural and noun.has_child("baltic") else None


def _waters(noun: Noun, _: Referents) -> list[str] | None:
    """As in "the Sea of Japan", "the Strait of Hormuz": nobody's."""
    return [] if noun.word in ("sea", "strait", "straits", "gulf", "ocean", "bay", "channel") else None


def _feeling(noun: Noun, _: Referents) -> list[str] | None:
    """As in "to the joy of Chad": nobody, and nowhere."""
    return [] if noun.is_in("feelings") else None


def _new_body(noun: Noun, _: Referents) -> list[str] | None:
    """As in "the new force": not the force that was named before."""
    is_fresh = noun.word in ("force", "unit") and noun.has_child("new", "another", "rival")
    return [] if is_fresh else None


def _is_of_rulers(noun: Noun, referents: Referents) -> bool:
    """Say whether a regime is a government: "the Syrian regime", not "the Syrian sanctions regime"."""
    is_of_rules = any(child.lower_ in word_lists()["regime_nouns"] for child in noun.token.children)
    return not is_of_rules and referents.state_of(noun.token, noun.sentence) is not None


def _regime(noun: Noun, referents: Referents) -> list[str] | None:
    if not noun.is_in("regime_nouns") or (noun.word == "regime" and _is_of_rulers(noun, referents)):
        return None
    found = instruments.regime(noun.token, noun.sentence, referents)
    return [found] if found else None if noun.word == "regime" else []


def _resolutions(noun: Noun, referents: Referents) -> list[str] | None:
    if noun.word in ("resolution", "resolutions"):
        return instruments.resolutions(noun.token, noun.sentence, referents)
    return None


def _treaty(noun: Noun, referents: Referents) -> list[str] | None:
    return instruments.treaty(noun.token, noun.sentence, referents) if noun.is_in("treaty_nouns") else None


def _vessel(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the tanker": the one ship that was spoken of last."""
    if not noun.is_in("vessel_nouns") or noun.token.tag_ != "NN" or not is_definite(noun.token):
        return None
    if any(noun.sentence.mention(child) for child in modifiers(noun.token)):
        return None
    return referents.before(noun.token, noun.sentence).latest(("Vessel",), reach=_VESSEL_REACH) or None


def _person(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the general": the last person who was called so."""
    is_bare = is_definite(noun.token) and not modifiers(noun.token) and not inside(noun.token, "of", "for", "in")
    if not noun.is_in("person_nouns") or noun.token.tag_ != "NN" or not is_bare or possessors(noun.token):
        return None
    called = referents.history.called(noun.word)
    return referents.before(noun.token, noun.sentence).last_of_these(called, reach=_PERSON_REACH) or None


def _firm(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the importer in Djibouti": the last firm that was called so."""
    if not noun.is_in("firm_nouns") or noun.token.tag_ != "NN" or not is_definite(noun.token):
        return None
    if possessors(noun.token) or inside(noun.token, "of", "for"):
        return None
    told = {child.lower_ for child in modifiers(noun.token)}
    called = {e for e in referents.history.called(noun.word) if told <= referents.history.descriptors[e]}
    firms = {e for e in called if referents.names.kind(e) in ("Company", "Organisation")}
    behind = noun.token.doc[noun.token.i + 1 : noun.token.i + 3]
    if len(behind) == 2 and behind[0].lower_ == "in":
        phrase = referents.text[noun.position : noun.sentence.span(behind[1])[1]]
        firms = {entity for entity in firms if _is_described(entity, phrase, referents)}
    return referents.before(noun.token, noun.sentence).last_of_these(firms, reach=_FIRM_REACH) or None


def _is_described(entity: str, phrase: str, referents: Referents) -> bool:
    """Say whether these words stand beside a name of an entity: "an importer in Djibouti, Kela Agro"."""
    mentions = (m for m in referents.names.mentions if m.target == entity)
    return any(phrase in referents.text[max(0, m.start - len(phrase) - 3) : m.end + len(phrase) + 5] for m in mentions)


def _within(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the capital of Mali", "a base in Chad", where the deed reaches its place or owner."""
    if noun.mode not in ("target", "place"):
        return None
    return referents.inside_of(noun.token, noun.sentence, noun.mode, noun.depth, "of", "in", "at", "near")


_RULES: tuple[Rule, ...] = (
    _waters,
    _feeling,
    _new_body,
    _baltic,
    one_of_two,
    partitive,
    _copula,
    counted,
    pair,
    _regime,
    _resolutions,
    panel,
    their,
    of_states,
)
_RULES_WITH_STATE: tuple[Rule, ...] = (
    in_its_service,
    armed,
    naval,
    of_a_state,
    _treaty,
    body_by_name,
    committee,
    ministers,
    works,
    body,
    _vessel,
    _person,
    _firm,
    neighbour,
    korea,
    report,
    seated,
    bare_state,
    town,
    _within,
)
