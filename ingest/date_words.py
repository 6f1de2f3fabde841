"""The expressions that name a time, found in a text and not yet placed in a year: "Oct. 6", "last year", "on Thursday".

An expression keeps what its words say (`Expression`); `date_arithmetic` makes days, months and years of it, `dates`
decides whether the words around it let it be a date at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["date", "slashed", "month", "week", "weekday", "today", "shift", "season", "part", "decade", "nothing"]
Shift = Literal["last", "this", "next", "same", "following", "previous"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_LONG_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?P<month>{_LONG_MONTH}|{_LONG_MONTH.upper()}|{_SHORT_MONTH})"
_YEAR_ALONE = r"(?:19|20)\d\d(?!\w|[.,/:]\d|[-–]\d|['’]s)"
_YEAR = rf"(?P<year>{_YEAR_ALONE})"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"
_UP_TO_DAY = r" ?(?P<last>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"
_TO_LAST = rf"(?: ?(?:[-–]|to|and|until){_UP_TO_DAY})?"
_WEEKDAY = "(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_BESIDE = r"(?:(?:Mon|Tues?|Wednes|Wed|Thurs?|Thu|Fri|Satur|Sat|Sun)(?:day)?\.?,? )?"
_SHIFT = r"(?P<shift>last|this|next|that|the same|the following|the previous)"
_WHOSE_YEAR = rf"(?:,? (?:of )?(?:{_SHIFT} year(?!['’-])|{_YEAR}))"
_BEFORE = r"(?P<shift>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he following|[Tt]he previous|[Tt]he same)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_COUNT = r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_VAGUE = r"(?:few|several|couple|many|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3})"
_NTH = r"(?:[Tt]he )?(?P<part>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th|last|final)"
_MOVED = r"(?P<shift>last|this|next|that|the same|the following|the next|the previous)"
_PART_OF_DAY = "(?:morning|afternoon|evening|night)"
_TODAY = rf"(?:later |earlier |late |early )?(?P<today>today|yesterday|tomorrow)(?: {_PART_OF_DAY})?"
_TONIGHT = "tonight|last night|this (?:morning|afternoon|evening)|the day before yesterday"
_SLASHED = r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/])"
_EDGE = r"(?:(?<![\w/.,:$€£+-])|(?<=[Mm]id-)|(?<=late-)|(?<=early-)|(?<=end-))"
_ALONE = rf"{_EDGE}(?<!\D\d, )(?<!\D\d\d, )(?<!\D\d and )(?<!\D\d\d and )"  # not the end of a list of days
_WORD_END = r"(?![\w'’-])"

# A day of the month as datelines have it.
DAY_OF_MONTH = rf"(?:(?:{_LONG_MONTH}|{_SHORT_MONTH}) \d{{1,2}}|\d{{1,2}} (?:{_LONG_MONTH}|{_SHORT_MONTH}))"

# Where an expression may begin, and by what: a digit, a name (of a month, of a day), a word.
_TRIGGER = re.compile(
    r"\b(?:(?P<d>\d)|(?P<n>Jan|Feb|Mar|Apr|May|MAY|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[JFMASOND][AEPUCO][NBRLGPTVCY]|Mon|Tue|Wed|Thu"
    r"|Fri|Sat|Sun|[QH][1-4])|(?P<w>(?i:th|la|ne|ea|to|ye|pa|com|pre|fol|fir|sec|fou|fin|spr|sum|aut|fal|win|a|one|two|fiv"
    r"|si|se|ei|ni|te|el|tw)))"
)
# For each trigger; of two expressions that begin at one place the longer wins, then the earlier.
_RULES: tuple[tuple[str, Kind, str], ...] = (
    ("d", "date", rf"{_EDGE}(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?![\d-])"),
    ("d", "slashed", rf"{_EDGE}{_SLASHED}"),
    ("dnw", "date", rf"{_ALONE}{_BESIDE}(?:the )?{_DAY}{_TO_LAST}(?: of)? {_MONTH}{_WORD_END}{_WHOSE_YEAR}?"),
    ("n", "date", rf"{_EDGE}(?<!\b[Ii]n ){_BESIDE}{_MONTH} {_DAY}(?: ?[-–]{_UP_TO_DAY})?{_WHOSE_YEAR}?"),
    ("n", "date", rf"{_EDGE}{_MONTH}{_WORD_END}{_WHOSE_YEAR}"),
    ("w", "month", rf"{_EDGE}{_BEFORE} {_MONTH}{_WORD_END}"),
    ("n", "date", rf"{_EDGE}{_MONTH}{_WORD_END}"),
    ("d", "date", rf"{_EDGE}(?P<year>(?:19|20)\d\d)[-–](?P<last>{_YEAR_ALONE})"),
    ("d", "date", rf"{_EDGE}{_YEAR}"),
    ("n", "week", rf"{_EDGE}{_WEEKDAY}(?: {_PART_OF_DAY})? (?:of )?{_SHIFT} week\b"),
    ("w", "weekday", rf"{_EDGE}{_BEFORE} {_WEEKDAY}(?: {_PART_OF_DAY})?{_WORD_END}"),
    ("n", "weekday", rf"{_EDGE}{_WEEKDAY}(?: {_PART_OF_DAY})?{_WORD_END}"),
    ("dw", "part", rf"{_EDGE}{_NTH} (?P<unit>quarter|half){_WHOSE_YEAR}"),
    ("n", "part", rf"{_EDGE}(?P<part>[QH][1-4]) {_YEAR}"),
    ("w", "season", rf"{_EDGE}(?:the )?{_SEASON}{_WHOSE_YEAR}"),
    ("w", "season", rf"{_EDGE}{_BEFORE} {_SEASON}{_WORD_END}"),
    ("w", "decade", r"\bthe (?:(?:early|mid|late)[ -])?(?P<year>(?:19|20)\d0)s\b"),
    ("w", "today", rf"\b(?i:{_TODAY})(?!['’-])\b"),
    ("w", "today", rf"\b(?i:(?P<today>{_TONIGHT}))(?!['’-])\b"),
    ("w", "shift", rf"\b(?i:{_MOVED} (?P<unit>year|month|day))(?!['’-])\b"),
    ("dw", "shift", rf"\b(?i:{_COUNT} (?P<unit>day|month|year)s? (?P<way>later|earlier|ago))\b"),
    ("w", "shift", r"\b(?i:the (?P<unit>day|month|year) (?P<way>before))(?=[.,;)]|$)"),
    ("w", "nothing", rf"\b(?i:(?:past|last|next|coming|previous|following|first|these) {_VAGUE} \w+)\b"),
    ("w", "nothing", r"\b(?i:the (?:year|month|week) (?:before last|after next))\b"),
)  # fmt: skip
_COMPILED = {
    trigger: tuple((kind, re.compile(pattern)) for triggers, kind, pattern in _RULES if trigger in triggers)
    for trigger in "dnw"
}
_SHIFTS: dict[str, Shift] = {
    "last": "last", "this": "this", "next": "next", "that": "same", "the same": "same", "the following": "following",
    "the next": "following", "the previous": "previous", "later": "following", "earlier": "previous",
    "before": "previous", "ago": "last",
}  # fmt: skip
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0, "final": 0}


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words at `start`..`end` say.

    `shift` moves the year (the named month, weekday, season or `unit` by the kind) against the publication or, for
    `same`, `following` and `previous`, against the date before it in the text; `count` says by how many units.
    `last` is the last day, or the last year, of a range written as one: "3-7 May", "2015-2019".
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

    @property
    def is_bare(self) -> bool:
        """Tell whether this is a mere month or a mere year, which only the words around it make a date."""
        is_year = self.month is None
        return self.kind == "date" and self.day is None and (is_year or not (self.year or self.shift))

    @property
    def is_listable(self) -> bool:
        """Tell whether this may be one of a list under one preposition: "in 2019, 2021 and 2023"."""
        return self.is_bare or (self.kind == "weekday" and not self.shift)


def find_expressions(text: str) -> list[Expression]:
    """Return the expressions of `text`, in order, none overlapping; what cannot be (31/31/2024) is left out."""
    found, end = [], 0
    for trigger in _TRIGGER.finditer(text):
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
    for kind, pattern in _COMPILED[trigger.lastgroup or "w"]:
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
    plain = _plain(match, kind)
    word = (match.groupdict().get("count") or "one").lower()
    count = _COUNTS.get(word) or int(word)
    is_ago = match.group().lower().endswith("ago")
    if plain is None or (is_ago and match["unit"].lower() != "day"):
        return replace(plain, kind="nothing") if plain else None
    return replace(plain, count=count, unit=match["unit"].lower())


def _part(match: re.Match[str], kind: Kind) -> Expression | None:
    """Read a half or a quarter: `month` is its first month, `count` how many months it has."""
    word = match["part"].lower()
    length = 6 if word[0] == "h" or match.groupdict().get("unit") == "half" else 3
    order = _PARTS.get(word) if word in _PARTS else int(re.sub(r"\D", "", word))
    order = order or 12 // length
    plain = _plain(match, kind)
    if plain is None or order > 12 // length:
        return None
    return replace(plain, month=1 + (order - 1) * length, count=length)


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
}
