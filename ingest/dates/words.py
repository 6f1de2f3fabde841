"""The expressions that name a time, found in a text and not yet placed in a year: "Oct. 6", "last year", "on Thursday".

An expression keeps what its words say (`Expression`); `date_arithmetic` makes days, months and years of it, `dates`
decides whether the words around it let it be a date at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from ingest.dates.patterns import BEGINNING, COMPILED, MONTHS, SEASONS, TRIGGER, WEEKDAYS, Kind

Shift = Literal["last", "this", "next", "same", "following", "previous"]

_SHIFTS: dict[str, Shift] = {
    "the": "this", "that same": "same", "then": "same", "since": "same", "after": "following",
    "last": "last", "this": "this", "next": "next", "that": "same", "the same": "same", "the following": "following",
    "the next": "following", "the previous": "previous", "later": "following", "earlier": "previous",
    "before": "previous", "ago": "last", "within": "same",
}  # fmt: skip
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0, "final": 0}


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words at `start`..`end` say.

    `shift` moves the year (the named month, weekday, season or `unit` by the kind) against the publication or, for
    `same`, `following` and `previous`, against the date before it in the text; `count` says by how many units.
    `last` is the last day, or the last year, of a range written as one: "3-7 May", "2015-2019".
    `is_of_story`: "the year" that is told of, and not "this year". `is_owner`: "Thursday's".
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None
    weekday: int | None = None
    shift: Shift | None = None
    unit: str | None = None
    count: int = 0
    is_of_story: bool = False
    is_owner: bool = False

    @property
    def is_bare(self) -> bool:
        """Tell whether this is a mere month or a mere year, which only the words around it make a date."""
        is_year = self.month is None
        return self.kind == "date" and self.day is None and (is_year or not (self.year or self.shift))

    @property
    def is_listable(self) -> bool:
        """Tell whether this may be one of a list under one preposition: "in 2019, 2021 and 2023"."""
        return self.is_bare or (self.kind == "weekday" and not self.shift)

    @property
    def ends_list(self) -> bool:
        """Tell whether this may be the last of such a list: a month with the year of them all."""
        return self.is_listable or (self.kind == "date" and self.day is None and not self.shift)


def find_expressions(text: str) -> list[Expression]:
    """Return the expressions of `text`, in order, none overlapping; what cannot be (31/31/2024) is left out."""
    found, end = [], 0
    for trigger in TRIGGER.finditer(text):
        if trigger.start() < end:
            continue
        match, kind = _longest(text, trigger)
        if match is not None:
            end = match.end()
            expression = _READERS.get(kind, _plain)(match, kind)
            if expression:
                found.append(expression)
    return found


def _longest(text: str, trigger: re.Match[str]) -> tuple[re.Match[str] | None, Kind]:
    best: re.Match[str] | None = None
    best_kind: Kind = "nothing"
    which = trigger.lastgroup or "w"
    if which in BEGINNING and not BEGINNING[which].match(text, trigger.start()):
        return best, best_kind
    for kind, pattern in COMPILED[which]:
        match = pattern.match(text, trigger.start())
        if match and (best is None or match.end() > best.end()):
            best, best_kind = match, kind
    return best, best_kind


def _plain(match: re.Match[str], kind: Kind) -> Expression | None:
    parts = {name: value for name, value in match.groupdict().items() if value}
    month = parts.get("month")
    return Expression(
        match.start(),
        match.end(),
        kind,
        year=_number(parts.get("year")),
        month=MONTHS.index(month[:3].lower()) + 1 if month else _number(parts.get("number")),
        day=_number(parts.get("day")),
        last=_number(parts.get("last")),
        weekday=WEEKDAYS.index(parts["weekday"][:3].lower()) if "weekday" in parts else None,
        shift=_SHIFTS[(parts.get("shift") or parts["way"]).lower()] if {"shift", "way"} & parts.keys() else None,
        unit=parts.get("unit"),
        is_owner="owner" in parts,
    )


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _slashed(match: re.Match[str], _: Kind) -> Expression | None:
    """Read 28/03/2024 and 03/28/2024; 05/06/2024 may be either and is neither."""
    one, two = int(match["one"]), int(match["two"])
    day, month = (one, two) if one > 12 else (two, one)
    if not (month <= 12 < day <= 31 or one == two):
        return None
    return Expression(match.start(), match.end(), "date", int(match["year"]), month, day)


def _today(match: re.Match[str], kind: Kind) -> Expression:
    word = match["today"].lower()
    count = {"yesterday": -1, "last night": -1, "the day before yesterday": -2, "tomorrow": 1}.get(word, 0)
    return Expression(match.start(), match.end(), kind, count=count)


def _shifted(match: re.Match[str], kind: Kind) -> Expression | None:
    if match.groupdict().get("unit") is None:  # "before dawn"
        unit = "night" if match.group().lower() == "overnight" else "dawn"
        return Expression(match.start(), match.end(), kind, shift="same", unit=unit)
    plain = _plain(match, kind)
    word = (match.groupdict().get("count") or "one").lower()
    count = _COUNTS.get(word) or int(word)
    is_ago = match.group().lower().endswith("ago")
    if plain is None or (is_ago and match["unit"].lower() != "day"):
        return replace(plain, kind="nothing") if plain else None
    is_of_story = match.group().lower().startswith("the ") and match.groupdict().get("way") is None
    unit = match["unit"].lower()
    if unit == "year" and "count" in match.groupdict() and count == 1:
        unit = "anniversary"
    return replace(plain, count=count, unit=unit, is_of_story=is_of_story)


def _counted(match: re.Match[str], kind: Kind) -> Expression | None:
    """Read "past two years", "seven months after": so many units, and which way."""
    parts = match.groupdict()
    word = (parts.get("count") or "one").lower()
    way = (parts.get("way") or "").lower()
    shift: Shift | None = {"after": "previous", "before": "following"}.get(way)  # type: ignore[assignment]
    count = _COUNTS.get(word) or int(word)
    return Expression(match.start(), match.end(), kind, shift=shift, unit=parts["unit"].lower(), count=count)


def _part(match: re.Match[str], kind: Kind) -> Expression | None:
    """Read a half or a quarter: `month` is its first month, `count` how many months it has."""
    word = match["part"].lower()
    if match.groupdict().get("count"):
        return _months_of(match, kind)
    length = 6 if word[0] == "h" or match.groupdict().get("unit") == "half" else 3
    order = _PARTS.get(word) if word in _PARTS else int(re.sub(r"\D", "", word))
    order = order or 12 // length
    plain = _plain(match, kind)
    if plain is None or order > 12 // length:
        return None
    return replace(plain, month=1 + (order - 1) * length, count=length)


def _months_of(match: re.Match[str], kind: Kind) -> Expression | None:
    """Read "the first four months of 2025"."""
    plain, word = _plain(match, kind), match["count"].lower()
    length = _COUNTS.get(word) or int(word)
    if plain is None or not 0 < length < 12:
        return None
    return replace(plain, month=1 if match["part"].lower() == "first" else 13 - length, count=length)


def _season(match: re.Match[str], kind: Kind) -> Expression | None:
    """Read a season: `count` is its EDTF code; without "year" after it, a shift moves the season itself."""
    plain = _plain(match, kind)
    unit = "year" if match.group().lower().endswith("year") or match.groupdict().get("year") else "season"
    return replace(plain, count=SEASONS[match["season"].lower()], unit=unit) if plain else None


_READERS: dict[Kind, Callable[[re.Match[str], Kind], Expression | None]] = {
    "slashed": _slashed,
    "today": _today,
    "shift": _shifted,
    "part": _part,
    "season": _season,
    "past": _counted,
    "extent": _counted,
    "ago": _counted,
    "offset": _counted,
}
