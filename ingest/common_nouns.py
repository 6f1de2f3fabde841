"""What a common noun stands for: "Russian forces", "both countries", "the embargo", "the group", "her Government".

Rules, tried in order. A rule answers None where it does not apply and the next is asked; an answer that names nothing
(an empty list) ends the search, because the rule knows the noun and the article does not settle it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from graph import reference
from ingest import bodies, instruments
from ingest.passages import Sentence
from ingest.phrases import children, inside, is_definite, modifiers, possessors
from ingest.pronouns import PERSONAL
from ingest.syntax import governing_verb, subjects
from ingest.wordlists import word_lists

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.tokens import Token

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


# Bodies for which their governments and ministers act.
_UNIONS = frozenset({"org:european-union", "org:african-union", "org:ecowas", "org:nato", "org:arab-league"})

Rule = Callable[[Noun, "Referents"], list[str] | None]


def resolve_common(noun: Noun, referents: Referents) -> list[str]:
    """Return the entities that a common noun stands for."""
    found = _first(_RULES, noun, referents)
    if found is None:
        with_state = replace(noun, state=referents.state_of(noun.token, noun.sentence))
        found = _first(_RULES_WITH_STATE, with_state, referents)
    return found or []


def _first(rules: tuple[Rule, ...], noun: Noun, referents: Referents) -> list[str] | None:
    answers = (rule(noun, referents) for rule in rules)
    return next((answer for answer in answers if answer is not None), None)


def _part(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "some of the members": what they are part of."""
    if noun.is_in("partitives") or (noun.is_in("country_nouns") and noun.mode != "place"):
        return referents.inside_of(noun.token, noun.sentence, noun.mode, noun.depth) or None
    return None


def _copula(noun: Noun, _: Referents) -> list[str] | None:
    """As in "The only buyer is the UAE": a subject is what it is said to be."""
    if noun.token.dep_ != "nsubj" or noun.token.head.lemma_ != "be":
        return None
    named = [noun.sentence.mention(child) for child in children(noun.token.head, "attr")]
    return [m.target for m in named if m and m.is_entity and m.role != "adjective"] or None


def _counted(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the three states": the last three named side by side."""
    if not noun.is_in("country_nouns") and not (noun.word == "all" and noun.token.pos_ == "PRON"):
        return None
    quantities = [noun.sentence.piece(child).quantity for child in noun.token.children]
    figures = [quantity.value for quantity in quantities if quantity]
    if not figures or figures[0] < 3:
        return None
    return referents.history.group_of(figures[0], noun.position, noun.sentence) or None


def _pair(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "both countries": the two last named."""
    if noun.is_in("country_nouns") and noun.has_child("two", "both", "these", "the"):
        return referents.history.pair(noun.position, noun.sentence)
    return None


def _regime(noun: Noun, referents: Referents) -> list[str] | None:
    if not noun.is_in("regime_nouns"):
        return None
    found = instruments.regime(noun.token, noun.sentence, referents)
    return [found] if found else []


def _resolutions(noun: Noun, referents: Referents) -> list[str] | None:
    if noun.word in ("resolution", "resolutions"):
        return instruments.resolutions(noun.token, noun.sentence, referents)
    return None


def _panel(noun: Noun, referents: Referents) -> list[str] | None:
    found = bodies.panel(noun.token, noun.sentence, referents) if noun.is_in("watchers") else None
    return [found] if found else None


def _their(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "their troops": of all whom "their" means."""
    if not noun.has_child("their") or not noun.is_in("state_nouns"):
        return None
    owners = possessors(noun.token)
    found = [e for owner in owners for e in referents.resolve(owner, noun.sentence, "actor", noun.depth + 1)]
    return found if len(found) > 1 else None


def _armed(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the M23's fighters": whoever has them, if that is no state."""
    if noun.mode != "actor" or not noun.is_in("armed_nouns"):
        return None
    token = noun.token
    owners = _bodies_named((*possessors(token), *modifiers(token), *inside(token, "of")), noun, referents)
    return owners if len(owners) == 1 else None


def _of_a_state(noun: Noun, _: Referents) -> list[str] | None:
    """As in "Russian forces", "the government of Mali"; a target or place may be anything that a state has."""
    stands_for_it = noun.is_in("state_nouns") or noun.mode in ("target", "place")
    return [noun.state] if noun.state and stands_for_it else None


def _treaty(noun: Noun, referents: Referents) -> list[str] | None:
    return instruments.treaty(noun.token, noun.sentence, referents) if noun.is_in("treaty_nouns") else None


def _body_by_name(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the Wagner group": the body that a name before the noun names."""
    if not noun.is_in("body_nouns"):
        return None
    named = _bodies_named(modifiers(noun.token), noun, referents)
    return named if len(named) == 1 and named[0] != "org:united-nations" else None


def _ministers(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "EU governments", "African Union leaders": the body that they are gathered in."""
    if not noun.is_in("state_nouns"):
        return None
    named = _bodies_named(modifiers(noun.token), noun, referents)
    return named if len(named) == 1 and named[0] in _UNIONS else None


def _body(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the group": the body named before."""
    if not noun.is_in("body_nouns") or not is_definite(noun.token):
        return None
    found = bodies.body_before(noun.token, noun.sentence, referents)
    return [found] if found else None


def _bodies_named(tokens: tuple[Token, ...] | list[Token], noun: Noun, referents: Referents) -> list[str]:
    """Return the armed groups, bodies and persons that possessors or modifiers name, states apart."""
    found = [
        entity
        for token in tokens
        if token.dep_ in ("poss", "pobj") or noun.sentence.mention(token)
        for entity in referents.resolve(token, noun.sentence, "actor", noun.depth + 1)
    ]
    return [entity for entity in found if referents.names.kind(entity) in ("ArmedGroup", "Organisation", "Person")]


def _neighbour(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "its neighbour": of two states that the article is about, the other one."""
    if noun.word not in ("neighbour", "neighbor", "ally", "partner", "counterpart"):
        return None
    history = referents.history
    owner = [e for p in possessors(noun.token) for e in referents.resolve(p, noun.sentence, "actor", 3)]
    if len(owner) != 1:
        return []
    for pair in reversed(history.pairs):
        if owner[0] in pair:
            return [other for other in pair if other != owner[0]]
    others = [e for e in history.topics[:2] if e.startswith("state:") and e not in owner]
    return others if len(others) == 1 else []


def _korea(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the North", in an article that names North Korea."""
    if noun.word not in ("north", "south") or noun.mode == "target":
        return None
    state = "state:KP" if noun.word == "north" else "state:KR"
    return [state] if "state:KP" in referents.history.topics else []


def _report(noun: Noun, referents: Referents) -> list[str] | None:
    if noun.is_in("report_nouns"):
        return bodies.author(noun.token, noun.sentence, referents, noun.depth)
    return None


def _bare_state(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the country", "the army", "his government" without a name."""
    if not noun.is_in("bare_state_nouns") or not is_definite(noun.token):
        return None
    if noun.state:
        return [noun.state]
    if noun.has_child(*PERSONAL):
        return _speaker_state(noun.token, noun.sentence, referents)
    if noun.is_in("army_nouns") and (modifiers(noun.token) or inside(noun.token, "of")):
        return []
    own, history = _own_subjects(noun.token, noun.sentence), referents.history
    if noun.mode in ("target", "place") or noun.token.dep_ == "pobj":
        return history.topic_states(own)[:1]
    if noun.is_in("own_army_nouns"):
        states, records = history.topic_states(own), reference.records()
        return ([state for state in states if not records[state].is_permanent] or states)[:1]
    return history.latest(noun.position, noun.sentence, ("State",), other_than=own)


def _own_subjects(token: Token, sentence: Sentence) -> set[str]:
    """Return what an object or oblique noun cannot mean: the subject of its own verb."""
    verb = governing_verb(token) if token.dep_ not in ("nsubj", "nsubjpass") else None
    named = [sentence.mention(subject) for subject in subjects(verb)] if verb is not None else []
    return {mention.target for mention in named if mention}


def _speaker_state(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the state whose official speaks of "her Government", "his country"."""
    verbs = [up for up in token.ancestors if up.pos_ == "VERB" and up.lemma_ in word_lists()["official_speech"]]
    for subject in (subject for verb in verbs for subject in subjects(verb)):
        found = referents.resolve(subject, sentence, "actor", 3) if subject.pos_ != "PRON" else []
        if found and found[0].startswith("state:"):
            return found
        state = referents.state_of(subject, sentence)
        if state:
            return [state]
    return [entity for entity in referents.history.last_source if entity.startswith("state:")][:1]


def _within(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the capital of Mali", "a base in Chad", where the deed reaches its place or owner."""
    if noun.mode not in ("target", "place"):
        return None
    return referents.inside_of(noun.token, noun.sentence, noun.mode, noun.depth, "of", "in", "at", "near")


_RULES: tuple[Rule, ...] = (_part, _copula, _counted, _pair, _regime, _resolutions, _panel, _their)
_RULES_WITH_STATE: tuple[Rule, ...] = (
    _armed,
    _of_a_state,
    _treaty,
    _body_by_name,
    _ministers,
    _body,
    _neighbour,
    _korea,
    _report,
    _bare_state,
    _within,
)
