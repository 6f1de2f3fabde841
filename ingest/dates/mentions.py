"""A date as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.dates.spans import Relation


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at `text[start:end]`, the preposition before it included. `when` is EDTF; `relation` is what that says.

    An `offset` ("seven months after") dates what follows it, that of a `noun` ("the March 2024 veto") what the noun
    before which it stands tells of. `also` are the dates listed with this one: "in 2019 and
    2021" dates two deeds.
    """

    start: int
    end: int
    when: str
    relation: Relation
    text: str
    also: tuple[str, ...] = ()
