"""What an article has named, place by place: the ground on which "it", "the group", "both countries" are understood."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph import reference
from ingest.mentions import Mention, Names
from ingest.passages import Sentence
from ingest.phrases import appositions, children, conjoined, first_conjunct, modifiers
from ingest.regimes import watched_states

if TYPE_CHECKING:
    from ingest.tokens import Token

_REPORTING = frozenset({"un-panel", "monitoring-mechanism", "think-tank"})


@dataclass(frozen=True, slots=True)
class Event:
    """An entity named at a place of the text; `group` are those it is coordinated with."""

    start: int
    sentence: int
    entity: str
    kind: str
    is_subject: bool
    group: tuple[str, ...]
    is_plural: bool = False


class History:
    """The events of one article in the order of the text, and what is said of the entities in passing.

    `descriptors` are the nouns and adjectives that the article joins to an entity. What the reader finds on its way is
    noted here too: `measures` that were voted on, with their place, `pairs` of parties that deal with each other, and
    the `last_source` that spoke, and `last_speaker`, the noun that it spoke by.
    """

    def __init__(self, names: Names, sentences: Iterable[Sentence]) -> None:
        self.names = names
        self.events: list[Event] = []
        self.descriptors: dict[str, set[str]] = {}
        self.measures: list[tuple[int, str]] = []
        self.pairs: list[tuple[str, str]] = []
        self.last_source: list[str] = []
        self.last_speaker = ""
        self._numbers: dict[int, int] = {}
        for number, sentence in enumerate(sentences):
            self._numbers[id(sentence)] = number
            self._read(sentence)
        self.events.sort(key=lambda event: event.start)

    def number(self, sentence: Sentence) -> int:
        return self._numbers[id(sentence)]

    def _read(self, sentence: Sentence) -> None:
        for token in sentence.doc:
            mention = sentence.mention(token)
            if mention is None or not mention.is_entity or mention.role == "adjective":
                continue
            if token.dep_ in ("compound", "amod", "nmod") and token.head.pos_ in ("NOUN", "PROPN"):
                self._describe(mention.target, token.head)
            else:
                self._add_name(token, mention, sentence)

    def _add_name(self, token: Token, mention: Mention, sentence: Sentence) -> None:
        entity = mention.target
        group = tuple(named_entities(conjoined(first_conjunct(token)), sentence))
        kind = self.names.kind(entity)
        self.events.append(Event(mention.start, self.number(sentence), entity, kind, _is_subject(token), group))
        introduced = sentence.piece(token).introduced_by
        if introduced:
            self.descriptors.setdefault(entity, set()).update((introduced, introduced.rstrip("s")))
        for noun in _descriptions(token):
            self._describe(entity, noun)

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
        )  # fmt: skip
        insort(self.events, event, key=lambda e: e.start)

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The entities of the article, the most named first."""
        counts = Counter(mention.target for mention in self.names.mentions if mention.is_entity)
        return tuple(entity for entity, _ in counts.most_common())

    @cached_property
    def watched(self) -> tuple[str, ...]:
        """The states under a UN regime that the article names, the most named first."""
        return tuple(entity for entity in self.topics if entity in watched_states())

    def topic_states(self, other_than: set[str]) -> list[str]:
        """Return the states that the article is about, but those in `other_than`."""
        return [entity for entity in self.topics if entity.startswith("state:") and entity not in other_than]

    def before(self, position: int, sentence: Sentence, reach: int = 2) -> list[Event]:
        """Return the events before a place of the text, at most `reach` sentences back."""
        number = self.number(sentence)
        return [event for event in self.events if event.start < position and event.sentence >= number - reach]

    def latest(
        self, position: int, sentence: Sentence, kinds: tuple[str, ...], reach: int = 2, other_than: Iterable[str] = ()
    ) -> list[str]:
        """Return the most prominent entity of these kinds before a place, if any: a subject first, then the nearest."""
        number = self.number(sentence)
        events = [
            e for e in self.before(position, sentence, reach)
            if e.kind in kinds and e.entity not in other_than and len(e.group) < 2
        ]  # fmt: skip
        for back in range(reach + 1):
            here = [event for event in events if event.sentence == number - back]
            prominent = [event for event in here if event.is_subject]
            if prominent:
                return [(prominent[-1] if back == 0 else prominent[0]).entity]
            if here and back > 0:
                return [here[0].entity]
        return [event.entity for event in events[-1:]]

    def pair(self, position: int, sentence: Sentence) -> list[str]:
        """Return the two states that "both countries" means: the only ones in the sentence, or the last ones named."""
        events = self.before(position, sentence, reach=4)
        number = self.number(sentence)
        here = dict.fromkeys(e.entity for e in events if e.sentence == number and e.kind == "State")
        if len(here) == 2:
            return list(here)
        group = self._last_group(events)
        if group:
            return group
        states = list(dict.fromkeys(event.entity for event in reversed(events) if event.kind == "State"))[:2]
        return sorted(states, key=lambda s: next(e.start for e in events if e.entity == s)) if len(states) == 2 else []

    def plural(self, position: int, sentence: Sentence) -> list[str]:
        """Return whom "they" means: the parties last named side by side, or a group of people."""
        events = self.before(position, sentence, reach=4)
        for event in reversed(events):
            group = self._last_group([event])
            if group:
                return group
            if event.kind in ("ArmedGroup", "Group") and event.is_plural:
                return [event.entity]
        groups = [e for e in events if e.is_subject and (e.is_plural or e.kind in ("ArmedGroup", "Group"))]
        return [event.entity for event in groups[-1:]]

    def _last_group(self, events: list[Event]) -> list[str]:
        """Return the parties, all of one kind, that one of these events named side by side, the last one first."""
        for event in reversed(events):
            if len(event.group) > 1 and all(self.names.kind(entity) == event.kind for entity in event.group):
                return list(dict.fromkeys(event.group))
        return []

    def group_of(self, count: float, position: int, sentence: Sentence) -> list[str]:
        """Return the last `count` parties named side by side."""
        for event in reversed(self.before(position, sentence, 5)):
            if len(set(event.group)) == count:
                return list(dict.fromkeys(event.group))
        return []

    def report_author(self, position: int) -> list[str]:
        """Return the panel, mechanism or institute that "the report" is by: the last to speak, or the first named."""
        records = reference.records()
        named = [e.entity for e in self.events if e.start < position and e.entity in records]
        reporting = [entity for entity in named if records[entity].sort in _REPORTING]
        speaking = [entity for entity in self.last_source if entity in reporting]
        return speaking[-1:] or reporting[:1]


def named_entities(tokens: Iterable[Token], sentence: Sentence) -> list[str]:
    """Return the entities that these tokens name."""
    return [m.target for token in tokens if (m := sentence.mention(token)) and m.is_entity]


def _descriptions(token: Token) -> list[Token]:
    """Return the nouns and adjectives that tell what a name names."""
    found = appositions(token)
    if token.dep_ == "appos":
        found.append(token.head)
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        found += children(token.head, "attr")
    return found + modifiers(token)


def _is_subject(token: Token) -> bool:
    token = first_conjunct(token)
    if token.dep_ == "poss":
        token = token.head
    if token.dep_ == "appos":
        token = first_conjunct(token.head)
    return token.dep_ in ("nsubj", "nsubjpass")
