"""Which of the entities named before a place of the article a word such as "it", "both", "the trio" takes up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ingest.coreference.history import UNKNOWN, Event, History
from ingest.parsing.passages import Sentence

# How far back, in sentences, a pair or group may have been named.
_GROUP_REACH = 5
_PLURAL_REACH = 4


@dataclass(frozen=True, slots=True)
class Antecedents:
    """What was named before `position`, a place within `sentence`."""

    history: History
    position: int
    sentence: Sentence

    def _before(self, reach: int) -> list[Event]:
        return self.history.before(self.position, self.sentence, reach)

    def entities(self, reach: int) -> set[str]:
        """Return all that was named, at most `reach` sentences back."""
        return {event.entity for event in self._before(reach) if event.entity}

    def latest(self, kinds: Collection[str], reach: int = 2, other_than: Collection[str] = ()) -> list[str]:
        """Return the most prominent entity of these kinds, if any: the subject last spoken of, then the nearest."""
        number = self.history.number(self.sentence)
        events = [event for event in self._before(reach) if _is_one(event, (*kinds, UNKNOWN), other_than)]
        for back in range(reach + 1):
            here = _without_reporters([event for event in events if event.sentence == number - back])
            subjects = [event for event in here if event.is_subject]
            if subjects:
                return _named(_prominent(here, subjects, is_same_sentence=back == 0))
            if back > 0 and self.history.has_topic_of_its_own(number - back):
                return []
            here = [event for event in here if not event.is_setting]
            if here and back > 0:
                return _named(here[0])
        parties = [event for event in events if not event.is_setting]
        return _named(parties[-1]) if parties else []

    def only_here(self, kinds: Collection[str], other_than: Collection[str]) -> list[str]:
        """Return the only entity of these kinds that the sentence has named so far, if there is just one."""
        named = {event.entity for event in self._before(reach=0) if _is_one(event, kinds, other_than)}
        return list(named) if len(named) == 1 else []

    def only_affected(self, other_than: Collection[str]) -> list[str]:
        """Return the only state that the sentence has named so far, if a deed reaches it."""
        states = [event for event in self._before(reach=0) if event.kind == "State" and event.entity not in other_than]
        named = {event.entity for event in states}
        return list(named) if len(named) == 1 and states[-1].is_affected else []

    def last_of(self, kinds: Collection[str], reach: int = 2) -> list[str]:
        """Return the entity of these kinds that was named last."""
        return [event.entity for event in self._before(reach) if event.kind in kinds][-1:]

    def last_of_these(self, entities: Collection[str], reach: int) -> list[str]:
        """Return the one of these entities that was named last."""
        return [event.entity for event in self._before(reach) if event.entity in entities][-1:]

    def pair_of_states(self) -> list[str]:
        """Return the two states that "both countries" means; nothing where three were named side by side last.

        Of three in one sentence, the two are those the third dealt with: "workers of Chad are in Iran and in Cuba".
        """
        found = self.states()
        three = self._three_named_last() if len(found) == 2 else []
        if three:
            takers = (list(dict.fromkeys(b for a, b in self.history.pairs if a == one and b in three)) for one in three)
            return next((pair for pair in takers if len(pair) == 2), [])
        return found if len(found) == 2 else []

    def _three_named_last(self) -> list[str]:
        """Return the states of the sentence before, if there are three, not two of them side by side."""
        last = self.history.number(self.sentence) - 1
        events = [event for event in self._before(reach=1) if event.sentence == last and event.kind == "State"]
        named = dict.fromkeys(event.entity for event in events)
        return list(named) if len(named) == 3 and not self._last_group(events) else []

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

    def plural(self, other_than: Collection[str] = ()) -> list[str]:
        """Return whom "they" means: in the nearest sentence that has any, the subject that is many, else the last.

        None of it is of the kinds in `other_than`.
        """
        events = [event for event in self._before(_PLURAL_REACH) if event.kind not in other_than]
        number = self.history.number(self.sentence)
        for back in range(_PLURAL_REACH + 1):
            many = [e for e in events if e.sentence == number - back and self._is_many(e)]
            chosen = [e for e in many if e.is_subject] or many[-1:]
            if chosen:
                return self._last_group(chosen[:1]) or [chosen[0].entity]
        return []

    def _is_many(self, event: Event) -> bool:
        """Say whether "they" may take an entity up: a row of parties, people by a plural noun, an armed group."""
        if self._last_group([event]) or event.is_plural:
            return True
        return event.kind in ("ArmedGroup", "Group") and event.is_subject

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
        firms = dict.fromkeys(event.entity for event in self._before(_GROUP_REACH) if event.kind == "Company")
        return list(firms) if "Company" in kinds and len(firms) == count else []

    def two_just_before(self) -> list[str]:
        """Return the two, of any kind, that the sentence before had as subject: "Verus and its owner, Ali Karim"."""
        number = self.history.number(self.sentence)
        subjects = (e.group for e in self._before(1) if e.sentence == number - 1 and e.is_subject)
        pairs = [group for group in subjects if len(set(group)) == 2]
        return list(pairs[-1]) if pairs else []

    def _are_of(self, group: list[str], kinds: Collection[str]) -> bool:
        return all(self.history.names.kind(entity) in kinds for entity in group)

    def former_and_latter(self) -> list[str]:
        """Return the two that "the former" and "the latter" tell apart: the last pair, else the last two states."""
        near = [event for event in self._before(reach=1) if len(set(event.group)) == 2]
        return list(dict.fromkeys(near[-1].group)) if near else self.pair_of_states()


def _named(event: Event | None) -> list[str]:
    return [event.entity] if event is not None and event.entity else []


def _is_one(event: Event, kinds: Collection[str], other_than: Collection[str]) -> bool:
    """Say whether a word in the singular may take an entity up: no row of names, no "Russian officials"."""
    is_people = event.is_plural and event.kind in ("State", "Person", "Organisation")
    return event.kind in kinds and event.entity not in other_than and len(event.group) < 2 and not is_people


def _without_reporters(events: list[Event]) -> list[Event]:
    """Leave out the panels and institutes that only tell what others did, if others are named."""
    return [event for event in events if not event.is_reporter] or events


def _prominent(here: list[Event], subjects: list[Event], *, is_same_sentence: bool) -> Event | None:
    """Return what a pronoun takes up: the last subject of its own sentence, of an earlier one the last main one.

    What was founded in the sentence before is spoken of next: "The EU set up Irini. Its ships ...". Where the subjects
    stand in relative clauses, it is what else the sentence names, if that is one only.
    """
    if is_same_sentence:
        return subjects[-1]
    founded = [event for event in here if event.is_founded]
    main = [event for event in subjects if event.is_main]
    if founded or main:
        return (founded or main)[-1]
    others = [event for event in here if not event.is_aside]
    if others and all(event.is_aside for event in subjects):
        return others[-1] if len({event.entity for event in others}) == 1 else None
    return subjects[0]
