"""What an article has named, place by place: the ground on which "it", "the group", "both countries" are understood."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph import reference
from ingest.lexicon.wordlists import speech
from ingest.names.mentions import Mention, Names
from ingest.names.regimes import panel_states, regime_state, watched_states
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import all_of, appositions, children, first_conjunct, modifiers

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

UNKNOWN = "Unknown"
_FOUNDING = frozenset({"create", "establish", "form", "found", "launch", "set"})
_REPORTING = frozenset({"un-panel", "monitoring-mechanism", "think-tank"})


@dataclass(frozen=True, slots=True)
class Event:
    """An entity named at a place of the text; `group` are those it is coordinated with.

    `is_main` marks the subject of a main clause, the speaker behind what is said left out; `is_founded` what a sentence
    says to be set up, `is_reporter` a body such as a panel that tells what others did, `is_affected` whom a deed
    reaches, `is_aside` what a relative clause names, `is_setting` where something happens ("talks in Abu Dhabi"). Of a
    body that the article does not name plainly, `entity` is empty and `kind` is UNKNOWN.
    """

    start: int
    sentence: int
    entity: str
    kind: str
    is_subject: bool
    group: tuple[str, ...]
    is_plural: bool = False
    is_main: bool = False
    is_founded: bool = False
    is_reporter: bool = False
    is_affected: bool = False
    is_aside: bool = False
    is_setting: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """Whom a speaker at a place of the text stands for; `is_speaking` unless only what follows tells that.

    `is_one` says that it is one person, whom "he" may mean.
    """

    position: int
    speakers: tuple[str, ...]
    is_speaking: bool = True
    is_one: bool = False


class History:
    """The events of one article in the order of the text, and what is said of the entities in passing.

    `descriptors` are the nouns and adjectives that the article joins to an entity, `posts` those of persons where they
    stand. What the reader finds on its way is noted here too: `measures` that were voted on and what was `at_issue`,
    with their places, `foes` who fought, `pairs` of parties that deal with each other, and the `last_source` that
    spoke, `last_speaker`, the noun that it spoke by, and `last_spoken`, the number of that sentence; `last_person`, the
    last source that was a person or spoke by one, with the number of that sentence; `spoken` are all who spoke,
    `foreigners` the mercenaries by the state they come from, `last_work` the authors of the report that was spoken of
    last, with the number of that sentence.
    """

    def __init__(self, names: Names, sentences: Iterable[Sentence], titled: Iterable[str] = ()) -> None:
        self.names = names
        self.titled = frozenset(titled)
        self.events: list[Event] = []
        self.descriptors: dict[str, set[str]] = {}
        self.posts: dict[str, list[tuple[Token, Sentence]]] = {}
        self.measures: list[tuple[int, str]] = []
        self.at_issue: list[tuple[int, str]] = []
        self.foes: list[tuple[int, str, str]] = []
        self.pairs: list[tuple[str, str]] = []
        self.last_source: list[str] = []
        self.listed: list[str] = []
        self.foreigners: dict[str, str] = {}
        self.last_speaker = ""
        self.last_person: tuple[str, int] | None = None
        self.last_spoken = -1
        self.last_work: tuple[list[str], int] | None = None
        self.spoken: list[Spoken] = []
        self._numbers: dict[int, int] = {}
        self._with_topic: set[int] = set()
        for number, sentence in enumerate(sentences):
            self._numbers[id(sentence)] = number
            self._read(sentence)
        self.events.sort(key=_start)

    def number(self, sentence: Sentence) -> int:
        return self._numbers[id(sentence)]

    def has_topic_of_its_own(self, number: int) -> bool:
        """Say whether a sentence is about something that is no party: "The ship's crew was held", "The deal fell"."""
        return number in self._with_topic

    def _read(self, sentence: Sentence) -> None:
        for token in sentence.doc:
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT" and token.tag_ == "NN":
                self._with_topic.add(self.number(sentence))
            mention = sentence.mention(token)
            if mention is None or not mention.is_entity:
                continue
            is_modifier = token.dep_ in ("compound", "amod", "nmod") and token.head.pos_ in ("NOUN", "PROPN")
            if is_modifier or (mention.is_state and token.dep_ == "poss"):
                self._describe(mention.target, token.head)
            if not is_modifier and mention.role != "adjective":
                self._add_name(token, mention, sentence)

    def _add_name(self, token: Token, mention: Mention, sentence: Sentence) -> None:
        entity, number = mention.target, self.number(sentence)
        row = (_named_by(each, sentence) for each in all_of(first_conjunct(token)))
        group = tuple(named_entities(row, sentence))
        subject = _subject(token)
        is_main = subject is not None and _is_main(subject)
        state = regime_state(entity)
        if state:  # "the embargo on Eritrea" speaks of Eritrea too
            self.events.append(Event(mention.start, number, state, "State", is_subject=False, group=()))
        kind = self.names.kind(entity)
        self.events.append(
            Event(
                mention.start, number, entity, kind, subject is not None, group,
                is_plural=kind == "ArmedGroup" and _is_many(token), is_main=is_main, is_founded=_is_founded(token),
                is_affected=_is_affected(token), is_aside=_is_aside(token), is_setting=_is_setting(token),
                is_reporter=subject is not None and _reports(subject) and self._is_watcher(entity),
            )
        )  # fmt: skip
        introduced = sentence.piece(token).introduced_by
        if introduced:
            self.descriptors.setdefault(entity, set()).update((introduced, introduced.rstrip("s")))
        for noun in _descriptions(token):
            self._describe(entity, noun)
            if entity.startswith("person:"):
                self.posts.setdefault(entity, []).append((noun, sentence))

    def _is_watcher(self, entity: str) -> bool:
        record = reference.records().get(entity)
        return record is not None and record.sort in _REPORTING | {"agency", "ministry", "news-agency", "un-body"}

    def _describe(self, entity: str, noun: Token) -> None:
        if noun.pos_ in ("NOUN", "PROPN", "ADJ"):
            self.descriptors.setdefault(entity, set()).update({noun.lower_, noun.lemma_.lower().rstrip("s")})

    def add(self, token: Token, sentence: Sentence, found: list[str]) -> None:
        """Note that a common noun stood for `found`, so that it can be referred to as well."""
        kind = self.names.kind(found[0])
        group = tuple(found) if len(found) > 1 else ()
        event = Event(
            sentence.span(token)[0], self.number(sentence), found[0], kind,
            is_subject=token.dep_.startswith("nsubj"), group=group, is_plural=token.tag_ == "NNS",
            is_main=token.dep_.startswith("nsubj") and _is_main(token),
        )  # fmt: skip
        insort(self.events, event, key=_start)

    def add_unknown(self, token: Token, sentence: Sentence) -> None:
        """Note that the subject of a main clause is a body that the article does not name: "A refiner in Oman said"."""
        if _is_main(token):
            start, number = sentence.span(token)[0], self.number(sentence)
            insort(self.events, Event(start, number, "", UNKNOWN, is_subject=True, group=(), is_main=True), key=_start)

    def called(self, noun: str) -> frozenset[str]:
        """Return the entities that the article has described by a noun."""
        return frozenset(entity for entity, nouns in self.descriptors.items() if noun in nouns)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often the article names each entity."""
        return Counter(mention.target for mention in self.names.mentions if mention.is_entity)

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The entities of the article, the most named first."""
        return tuple(entity for entity, _ in self.counts.most_common())

    @cached_property
    def watched(self) -> tuple[str, ...]:
        """The states under a UN regime that the article names, by themselves or in the name of their panel."""
        panels = panel_states()
        named = dict.fromkeys(panels.get(entity, entity) for entity in self.topics)
        return tuple(entity for entity in named if entity in watched_states())

    def topic_states(self, other_than: set[str]) -> list[str]:
        """Return the states that the article is about, but those in `other_than`; those in the title come first."""
        states = [entity for entity in self.topics if entity.startswith("state:") and entity not in other_than]
        return sorted(states, key=lambda state: state not in self.titled)

    def before(self, position: int, sentence: Sentence, reach: int = 2) -> list[Event]:
        """Return the events before a place of the text, at most `reach` sentences back."""
        end = bisect_left(self.events, position, key=_start)
        begin, number = end, self.number(sentence)
        while begin and self.events[begin - 1].sentence >= number - reach:
            begin -= 1
        return self.events[begin:end]

    def report_author(self, position: int) -> list[str]:
        """Return the panel, mechanism or institute that "the report" is by: the last to speak, or the first named."""
        records = reference.records()
        named = [e.entity for e in self.events if e.start < position and e.entity in records]
        reporting = [entity for entity in named if records[entity].sort in _REPORTING]
        speaking = [entity for entity in self.last_source if entity in reporting]
        return speaking[-1:] or reporting[:1]


def _named_by(token: Token, sentence: Sentence) -> Token:
    """Return the name of "its owner, Ali Karim", which stands behind the noun."""
    return next((t for t in appositions(token) if sentence.mention(t)), token) if token.pos_ == "NOUN" else token


def named_entities(tokens: Iterable[Token], sentence: Sentence) -> list[str]:
    """Return the entities that these tokens name."""
    return [m.target for token in tokens if (m := sentence.mention(token)) and m.is_entity]


def _descriptions(token: Token) -> list[Token]:
    """Return the nouns and adjectives that tell what a name names."""
    renamed = [token.head] if token.dep_ == "appos" else []
    said = children(token.head, "attr") if token.dep_ == "nsubj" and token.head.lemma_ == "be" else []
    return [*appositions(token), *renamed, *said, *modifiers(token)]


def _subject(token: Token) -> Token | None:
    """Return the subject that a name is, owns or renames, or is coordinated with."""
    token = first_conjunct(token)
    if token.dep_ == "poss":
        token = token.head
    if token.dep_ == "appos":
        token = first_conjunct(token.head)
    return token if token.dep_ in ("nsubj", "nsubjpass") else None


def _reports(subject: Token) -> bool:
    """Say whether a subject says what stands in a clause of its own."""
    return bool(children(subject.head, "ccomp")) and subject.head.lemma_ in speech()["saying"]


def _is_founded(token: Token) -> bool:
    """Say whether a name is that of what somebody sets up."""
    verb = token.head
    return token.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in _FOUNDING and verb.dep_ == "ROOT"


def _is_many(token: Token) -> bool:
    """Say whether a name speaks of many, by its article and its last letter: "the Houthis", not "Hamas"."""
    return token.lower_.endswith("s") and any(child.lower_ == "the" for child in children(token, "det"))


def _is_aside(token: Token) -> bool:
    """Say whether a name stands in a relative clause: "Bozizé, whom America placed under sanctions, founded it"."""
    return any(up.dep_ == "relcl" for up in token.ancestors)


def _is_setting(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near", "off", "outside", "inside")


def _is_affected(token: Token) -> bool:
    """Say whether a name is that of whom a deed reaches: "froze Niger's assets", "sold tanks to Mali"."""
    noun = token.head if token.dep_ == "poss" else token
    reaches = noun.dep_ == "pobj" and noun.head.lower_ in ("to", "on", "against", "in")
    return noun.dep_ in ("dobj", "dative") or reaches


def _is_main(subject: Token) -> bool:
    """Say whether a subject is that of a main clause: "A did it, but B did not", "A did it, B said" (A, not B)."""
    verb = first_conjunct(subject.head)
    said = [child for child in children(verb, "ccomp") if child.i < verb.i]
    if verb.dep_ == "ROOT":
        return not said
    return verb.dep_ == "ccomp" and verb.i < verb.head.i and first_conjunct(verb.head).dep_ == "ROOT"


def _start(event: Event) -> int:
    return event.start
