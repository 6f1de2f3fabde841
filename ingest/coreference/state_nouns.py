"""Nouns for a state, or for what acts for one: "Russian forces", "the army", "her Government", "its neighbour"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import reference
from ingest.coreference.nouns import Noun
from ingest.coreference.pronouns import PERSONAL
from ingest.lexicon.wordlists import word_lists, words_in
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import appositions, children, conjoined, inside, is_definite, modifiers, possessors
from ingest.parsing.syntax import agents, objects, subjects
from ingest.parsing.verbs import governing_verb

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

_ARMIES = ("army", "military", "armed forces")
_TOWN_REACH = 250  # characters back, in which a town may have been named
_STATE_REACH = 8  # sentences back, in which a state of some sort may have been named
# Words of a state that is none of those spoken of.
_SOME_OTHER = frozenset(
    {"other", "another", "third", "neighbouring", "neighboring", "host", "foreign", "target", "first", "second", "only"}
)


def their(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "their troops": of all whom "their" means."""
    if not noun.is_in("state_nouns") or not noun.has_child("their"):
        return None
    owners = possessors(noun.token)
    found = [e for owner in owners for e in referents.resolve(owner, noun.sentence, "actor", noun.depth + 1)]
    return found if len(found) > 1 else None


def in_its_service(noun: Noun, _: Referents) -> list[str] | None:
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


def of_states(noun: Noun, _: Referents) -> list[str] | None:
    """As in "the foreign ministers of Chad and Rwanda": several states, each with its own."""
    if noun.token.tag_ != "NNS" or not (noun.is_in("state_nouns") or noun.word == "presidents"):
        return None
    for first in inside(noun.token, "of"):
        row = [noun.sentence.mention(t) for t in conjoined(first)]
        states = [mention.target for mention in row if mention and mention.is_state and mention.is_noun]
        if len(states) == len(row) > 1:
            return states
    return None


def naval(noun: Noun, _: Referents) -> list[str] | None:
    """As in "Russian landing ships", "Iranian military planes": they carry for their state."""
    is_carrier = noun.word in ("ships", "ship", "vessels", "planes", "plane", "aircraft", "flights", "jets")
    is_armed = noun.has_child("landing", "naval", "military", "navy", "army")
    return [noun.state] if noun.state and is_carrier and is_armed else None


def of_a_state(noun: Noun, _: Referents) -> list[str] | None:
    """As in "Russian forces", "the government of Mali"; a target or place may be anything that a state has."""
    is_of_it = noun.mode == "target" or (noun.mode == "place" and not _is_private(noun))
    return [noun.state] if noun.state and (is_of_it or noun.is_in("state_nouns")) else None


def _is_private(noun: Noun) -> bool:
    """Say whether goods from or for somebody are not from or for the state: "bought from a Russian company"."""
    return noun.word in words_in("firm_nouns", "group_nouns", "person_nouns") - word_lists()["place_nouns"]


def neighbour(noun: Noun, referents: Referents) -> list[str] | None:
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


def korea(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the North", in an article that names North Korea."""
    if noun.word not in ("north", "south") or noun.mode == "target":
        return None
    state = "state:KP" if noun.word == "north" else "state:KR"
    return [state] if "state:KP" in referents.history.topics else []


def seated(noun: Noun, _: Referents) -> list[str] | None:
    """As in "the government in Kinshasa", whoever was named before; but an accord "with" it may be signed anywhere."""
    is_signing = noun.token.dep_ == "pobj" and noun.token.head.lower_ in ("with", "between")
    if noun.state or is_signing or not noun.is_in("seated_rulers"):
        return None
    named = (noun.sentence.mention(place) for place in inside(noun.token, "in"))
    return [mention.target for mention in named if mention and mention.is_state][:1] or None


def bare_state(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the country", "the army", "his government" without a name."""
    if not noun.is_in("bare_state_nouns") or not is_definite(noun.token):
        return None
    if noun.state:
        return [noun.state]
    if noun.word in ("country", "nation", "state") and noun.has_child("that"):  # the one named last, if just now
        return referents.before(noun.token, noun.sentence).last_of(("State",), 1)
    if noun.word == "president" and "Executive Order" in noun.sentence.text:
        return ["state:US"]
    if noun.has_child(*PERSONAL):
        return _speaker_state(noun.token, noun.sentence, referents)
    if noun.is_in("army_nouns") and (modifiers(noun.token) or inside(noun.token, "of")):
        return []
    before, own = referents.before(noun.token, noun.sentence), _own_subjects(noun.token, noun.sentence)
    fitting = _by_epithet(noun)
    if fitting is not None:
        return before.last_of_these(fitting - own, _STATE_REACH) or _only_topic(fitting - own, referents)
    if noun.is_in("rulers_unelected"):
        own = own | {f"state:{code}" for code in word_lists()["states_of_elected"]}
    called = _called_so(noun, referents) - own
    if called:
        return before.last_of_these(called, _STATE_REACH) or (list(called) if len(called) == 1 else [])
    found = _by_context(noun, own, referents)
    found = before.latest(("State",), other_than=own) if found is None else found
    return [state for state in found if state not in _blamed_at_home(noun.token, noun.sentence)]


def _called_so(noun: Noun, referents: Referents) -> frozenset[str]:
    """Return the states that the article has described by a noun; "the regime" takes up "Myanmar's junta" too."""
    words = word_lists()["rulers_unelected"] if noun.is_in("rulers_unelected") else {noun.word}
    return frozenset(e for word in words for e in referents.history.called(word) if e.startswith("state:"))


def _blamed_at_home(token: Token, sentence: Sentence) -> set[str]:
    """Return the states whose own bodies are punished by what a noun means: "the IRGC was listed by the President"."""
    verb = governing_verb(token)
    if verb is None or verb.lemma_ not in word_lists()["blaming_verbs"] or token not in agents(verb):
        return set()
    named = (sentence.mention(struck) for struck in objects(verb))
    records = (reference.records().get(mention.target) for mention in named if mention)
    return {f"state:{record.state}" for record in records if record}


def _by_context(noun: Noun, own: set[str], referents: Referents) -> list[str] | None:
    """Return the state that a bare noun means: whose army was named, which is watched, the most named."""
    armed, history = _armed_before(noun, referents) - own, referents.history
    if len(armed) == 1:
        return list(armed)
    watched = set(history.watched)
    if noun.mode == "place" and noun.word in ("country", "nation") and len(watched) == 1 and not watched & own:
        return list(watched)
    if noun.mode in ("target", "place") or noun.token.dep_ == "pobj":
        affected = referents.before(noun.token, noun.sentence).only_affected(own)
        return affected or history.topic_states(own)[:1]
    if noun.is_in("own_army_nouns"):
        states, records = history.topic_states(own), reference.records()
        return ([state for state in states if not records[state].is_permanent] or states)[:1]
    return None


def _armed_before(noun: Noun, referents: Referents) -> set[str]:
    """Return the states whose armies the article has named, where a noun is "the army" alone."""
    if noun.word not in _ARMIES or modifiers(noun.token):
        return set()
    earlier = (m for m in referents.names.mentions if m.target.startswith("state:") and m.start < noun.position)
    return {m.target for m in earlier if referents.text[m.start : m.end].lower().endswith(_ARMIES)}


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


def town(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "fired at the city": the state of the town that was named last, if that is near."""
    if noun.mode not in ("target", "place") or not noun.is_in("town_nouns") or not is_definite(noun.token):
        return None
    if modifiers(noun.token) or inside(noun.token, "of", "in", "near") or possessors(noun.token):
        return None
    near = (m for m in referents.names.mentions if noun.position - _TOWN_REACH < m.start < noun.position)
    return [m.target for m in near if m.kind == "place" or m.role == "capital"][-1:] or None


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
        posts = [subject, *(appositions(subject) if subject.pos_ == "PROPN" else ())]
        by_post = next((of for post in posts if (of := referents.state_of(post, sentence))), None)
        state = by_post or _home_of_its_body(subject, sentence) or _spoken_for(subject, sentence, referents)
        if state:
            return [state]
    return (
        _official_before(token, sentence, referents)
        or [entity for entity in referents.history.last_source if entity.startswith("state:")][:1]
    )


def _spoken_for(speaker: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the state in "Ali Nour, who speaks for Uganda's army, said that his country"."""
    clauses = (clause for clause in children(speaker, "relcl") if clause.lemma_ == "speak")
    bodies = [body for clause in clauses for body in inside(clause, "for")]
    found = {e for body in bodies for e in referents.resolve(body, sentence, "actor", 3) if e.startswith("state:")}
    return found.pop() if len(found) == 1 else None


def _home_of_its_body(speaker: Token, sentence: Sentence) -> str | None:
    """Return the state whose army or ministry a speaker is of: "the UPDF's spokesman said that his country"."""
    named = (sentence.mention(owner) for owner in possessors(speaker))
    records = (reference.records().get(mention.target) for mention in named if mention)
    homes = (record.state for record in records if record and record.sort in ("armed-force", "ministry", "agency"))
    return next((f"state:{home}" for home in homes if home), None)


def _official_before(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the state of the last official before in the sentence: "China's envoy, recalling that her country"."""
    before = (t for t in reversed(sentence.doc[: token.i]) if t.lemma_.lower() in word_lists()["envoys"])
    official = next((t for t in before if t.dep_ == "nsubj"), None)
    state = referents.state_of(official, sentence) if official is not None else None
    return [state] if state else []
