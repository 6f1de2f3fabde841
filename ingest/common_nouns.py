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
from ingest.leaders import body_led_by
from ingest.passages import Sentence
from ingest.phrases import children, inside, is_definite, modifiers, possessors
from ingest.pronouns import PERSONAL
from ingest.regimes import panel_states
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


# How many a noun for a set says.
_SETS: dict[str, float] = {"pair": 2, "duo": 2, "trio": 3, "threesome": 3, "quartet": 4, "quintet": 5}
_FIGURES: dict[str, list[float]] = {"two": [2], "three": [3], "four": [4], "five": [5], "six": [6]}
# Which kinds of parties the nouns of a word list may stand for.
_KINDS_OF = {
    "country_nouns": ("State",),
    "vessel_nouns": ("Vessel",),
    "firm_nouns": ("Company", "Organisation"),
    "person_nouns": ("Person",),
    "body_plurals": ("Organisation", "ArmedGroup", "Company"),
}
# How far back, in sentences, a ship, a person or a state of some sort may have been named.
_VESSEL_REACH, _PERSON_REACH, _STATE_REACH = 6, 4, 8
# Words of a state that is none of those spoken of.
_SOME_OTHER = frozenset({"other", "another", "third", "neighbouring", "neighboring", "host", "foreign", "target"})
# Bodies for which their governments and ministers act.
_UNIONS = frozenset({"org:european-union", "org:african-union", "org:ecowas", "org:nato", "org:arab-league"})

# How far before "the two sides", in characters, they may have fought.
_FOES = 600

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
    """As in "the three states", "both men", "the trio", "all three": as many of the kind, named side by side last."""
    count = _count(noun)
    if count is None:
        return None
    kinds = next((kinds for words, kinds in _KINDS_OF.items() if noun.is_in(words)), ())
    is_plain = noun.word in _SETS or noun.token.pos_ in ("NUM", "PRON")
    if not kinds and not is_plain:
        return None
    found = referents.before(noun.token, noun.sentence).group_of(count, kinds)
    return found or (None if count == 2 and kinds == ("State",) else [])


def _count(noun: Noun) -> float | None:
    """Return how many a noun says that it speaks of, two or more: "the three", "both", "the trio"."""
    if noun.word in _SETS:
        is_bare = is_definite(noun.token) and not inside(noun.token, "of")
        return _SETS[noun.word] if is_bare else None
    if noun.token.tag_ != "NNS" and noun.token.pos_ not in ("NUM", "PRON"):
        return None
    if noun.has_child("both"):
        return 2
    known = is_definite(noun.token) or noun.has_child("all")
    pieces = [noun.sentence.piece(token) for token in (noun.token, *noun.token.children)]
    figures = [piece.quantity.value for piece in pieces if piece.quantity] or _FIGURES.get(noun.word, [])
    is_whole = known and bool(figures) and figures[0] >= 2 and not inside(noun.token, "of", "in", "from")
    return figures[0] if is_whole else None


def _one_of_two(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the former", "the latter group": the first or second of the pair before."""
    words = {noun.word, *(child.lower_ for child in modifiers(noun.token))}
    if words.isdisjoint(("former", "latter")) or not is_definite(noun.token):
        return None
    if noun.word not in ("former", "latter") and "latter" not in words:
        return None  # "the former president"
    two = referents.before(noun.token, noun.sentence).former_and_latter()
    return [two[0 if "former" in words else 1]] if len(two) == 2 else []


def _pair(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "both countries", "the two sides": the two last named; "the countries" may be more."""
    if not noun.is_in("country_nouns") or not noun.has_child("two", "both", "these", "the"):
        return None
    if noun.word in ("sides", "belligerents"):
        near = [foes for foes in referents.history.foes if noun.position - _FOES < foes[0] < noun.position]
        if near:
            return list(dict.fromkeys(near[-1][1:]))
    before = referents.before(noun.token, noun.sentence)
    return before.pair_of_states() if noun.has_child("two", "both") else before.states()


def _waters(noun: Noun, _: Referents) -> list[str] | None:
    """As in "the Sea of Japan", "the Strait of Hormuz": nobody's."""
    return [] if noun.word in ("sea", "strait", "straits", "gulf", "ocean", "bay", "channel") else None


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
    """As in "the M23's fighters", "his men": whoever has them, if that is no state; of a person, the body led."""
    if noun.mode not in ("actor", "target") or (noun.mode == "actor" and not noun.is_in("armed_nouns")):
        return None
    token = noun.token
    owners = _bodies_named((*possessors(token), *modifiers(token), *inside(token, "of")), noun, referents)
    if len(owners) != 1 or (noun.mode == "target" and referents.names.kind(owners[0]) != "ArmedGroup"):
        return None
    return _led_by(owners[0], referents) or owners


def _led_by(entity_id: str, referents: Referents) -> list[str]:
    """Return the body that a person leads: "the RSF's commander, Dagalo", "Prigozhin, the founder of Wagner"."""
    known = body_led_by(entity_id)
    if known:
        return [known]
    for post, sentence in referents.history.posts.get(entity_id, ()):
        if post.lower_ not in word_lists()["leading_posts"]:
            continue
        owners = [*possessors(post), *inside(post, "of"), *modifiers(post)]
        named = [t for t in owners if t.dep_ in ("poss", "pobj") or sentence.mention(t)]
        found = [e for t in named for e in referents.resolve(t, sentence, "actor", 3)]
        bodies = [e for e in found if referents.names.kind(e) in ("ArmedGroup", "Organisation", "Company")]
        if len(bodies) == 1:
            return bodies
    return []


def _in_its_service(noun: Noun, _: Referents) -> list[str] | None:
    """As in "hackers working for North Korea", "DPRK-affiliated hackers": they act for the state."""
    if not noun.is_in("agents_of_states"):
        return None
    verbs = word_lists()["belonging_verbs"]
    below = [t for clause in children(noun.token, "acl") if clause.lemma_ in verbs for t in clause.children]
    states = [t for prep in below if prep.dep_ in ("prep", "agent") for t in prep.children]
    named = [noun.sentence.mention(t) for t in states]
    named += [noun.sentence.piece(t).compound for t in noun.token.children]
    found = [mention.target for mention in named if mention and mention.is_state]
    return found[:1] or None


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


def _committee(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the Council's sanctions committee": the one for the state that the article is about."""
    if noun.word != "committee" or not noun.has_child("sanctions"):
        return None
    records = reference.records()
    watched = referents.history.watched[:1]
    known = [body for body, state in panel_states().items() if state in watched and records[body].sort == "un-body"]
    phrase = referents.phrase(noun.token, noun.sentence)
    if known:
        return [referents.names.called(known[0], phrase, "UN Security Council sanctions committee")]
    return [referents.names.mint("Organisation", "org", "UN Security Council sanctions committee", phrase)]


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
    before, own = referents.before(noun.token, noun.sentence), _own_subjects(noun.token, noun.sentence)
    fitting = _by_epithet(noun)
    if fitting is not None:
        return before.last_of_these(fitting - own, _STATE_REACH) or _only_topic(fitting - own, referents)
    called = frozenset(entity for entity in referents.history.called(noun.word) if entity.startswith("state:")) - own
    if called:
        return before.last_of_these(called, _STATE_REACH) or (list(called) if len(called) == 1 else [])
    history = referents.history
    if noun.mode in ("target", "place") or noun.token.dep_ == "pobj":
        return history.topic_states(own)[:1]
    if noun.is_in("own_army_nouns"):
        states, records = history.topic_states(own), reference.records()
        return ([state for state in states if not records[state].is_permanent] or states)[:1]
    return before.latest(("State",), other_than=own)


def _by_epithet(noun: Noun) -> frozenset[str] | None:
    """Return the states that a plain word may stand for: "the kingdom", "the Gulf state"; None: it is no such word."""
    words = [*(child.lower_ for child in sorted(modifiers(noun.token), key=lambda t: t.i)), noun.word]
    known = reference.epithets()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            found = known.get(" ".join(words[at : at + size]))
            if found is not None:
                return found
    return frozenset() if not _SOME_OTHER.isdisjoint(words) else None


def _only_topic(fitting: frozenset[str], referents: Referents) -> list[str]:
    """Return the one of these states that the article names, if it names just one."""
    named = [state for state in referents.history.topics if state in fitting]
    return named if len(named) == 1 else []


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


_RULES: tuple[Rule, ...] = (
    _waters,
    _one_of_two,
    _part,
    _copula,
    _counted,
    _pair,
    _regime,
    _resolutions,
    _panel,
    _their,
)
_RULES_WITH_STATE: tuple[Rule, ...] = (
    _in_its_service,
    _armed,
    _of_a_state,
    _treaty,
    _body_by_name,
    _committee,
    _ministers,
    _body,
    _vessel,
    _person,
    _neighbour,
    _korea,
    _report,
    _bare_state,
    _within,
)
