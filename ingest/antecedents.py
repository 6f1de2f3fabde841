"""Which of the entities named before a place of the article a word such as "it", "both", "the trio" takes up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ingest.history import Event, History
from ingest.passages import Sentence

# How far back, in sentences, a pair or group may have been named.
_GROUP_REACH = 5


@dataclass(frozen=True, slots=True)
class Antecedents:
    """What was named before `position`, a place within `sentence`."""

    history: History
    position: int
    sentence: Sentence

    def _before(self, reach: int) -> list[Event]:
        return self.history.before(self.position, self.sentence, reach)

    def latest(self, kinds: Collection[str], reach: int = 2, other_than: Collection[str] = ()) -> list[str]:
        """Return the most prominent entity of these kinds, if any: the subject last spoken of, then the nearest."""
        number = self.history.number(self.sentence)
        events = [e for e in self._before(reach) if e.kind in kinds and e.entity not in other_than and len(e.group) < 2]
        for back in range(reach + 1):
            here = [event for event in events if event.sentence == number - back]
            subjects = [event for event in here if event.is_subject]
            if subjects:
                return [_prominent(subjects, is_same_sentence=back == 0).entity]
            if here and back > 0:
                return [here[0].entity]
        return [event.entity for event in events[-1:]]

    def last_of(self, kinds: Collection[str], reach: int = 2) -> list[str]:
        """Return the entity of these kinds that was named last."""
        return [event.entity for event in self._before(reach) if event.kind in kinds][-1:]

    def last_of_these(self, entities: Collection[str], reach: int) -> list[str]:
        """Return the one of these entities that was named last."""
        return [event.entity for event in self._before(reach) if event.entity in entities][-1:]

    def pair_of_states(self) -> list[str]:
        """Return the two states that "both countries" means; nothing where three were named side by side last."""
        found = self.states()
        return found if len(found) == 2 else []

    def states(self) -> list[str]:
        """Return the states that "the countries" means: two in the same sentence, a group, or the last two named."""
        events, number = self._before(reach=4), self.history.number(self.sentence)
        here = dict.fromkeys(e.entity for e in events if e.sentence == number and e.kind == "State")
        if len(here) == 2:
            return list(here)
        group = self._last_group(events)
        if group:
            return group
        states = list(dict.fromkeys(event.entity for event in reversed(events) if event.kind == "State"))[:2]
        return sorted(states, key=lambda s: next(e.start for e in events if e.entity == s)) if len(states) == 2 else []

    def plural(self) -> list[str]:
        """Return whom "they" means: the parties last named side by side, or a group of people."""
        events = self._before(reach=4)
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
            if len(event.group) > 1 and all(self.history.names.kind(entity) == event.kind for entity in event.group):
                return list(dict.fromkeys(event.group))
        return []

    def group_of(self, count: float, kinds: Collection[str] = ()) -> list[str]:
        """Return the last `count` parties named side by side, of these kinds if any are given, else of one kind."""
        for event in reversed(self._before(_GROUP_REACH)):
            group = list(dict.fromkeys(event.group))
            if len(group) == count and self._are_of(group, kinds or (event.kind,)):
                return group
        return []

    def _are_of(self, group: list[str], kinds: Collection[str]) -> bool:
        return all(self.history.names.kind(entity) in kinds for entity in group)

    def former_and_latter(self) -> list[str]:
        """Return the two that "the former" and "the latter" tell apart: the last pair, else the last two states."""
        return self.group_of(2) or self.pair_of_states()


def _prominent(subjects: list[Event], *, is_same_sentence: bool) -> Event:
    """Return the subject that a pronoun takes up: the last in its own sentence, the last main one of an earlier."""
    if is_same_sentence:
        return subjects[-1]
    main = [event for event in subjects if event.is_main]
    return main[-1] if main else subjects[0]
