"""When: the days that an EDTF string (ISO 8601-2) allows.

Understood: years, months, days, with unspecified digits (`202X`, `XXXX-04`), the sub-year groups 21 to 41, intervals
with open or unknown ends, and the marks `?`, `~`, `%`, which change no bound. News needs no more: sets, times of day,
years before 0000 and after 9999 are refused. The `edtf` package is not used: it takes 0.2 s to import and several ms
a date, gives an unknown end ten years, and accepts 2023-02-29.

Seasons are those of the north unless the code says south. A winter "of 2024" may be either of two: bounds hold both.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from functools import lru_cache

Bounds = tuple[str | None, str | None]

_MARK = "[?~%]?"
_DATE = re.compile(rf"{_MARK}([0-9X]{{4}}){_MARK}(?:-{_MARK}([0-9X]{{2}}){_MARK}(?:-{_MARK}([0-9X]{{2}}){_MARK})?)?")
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# First and last month of each sub-year group; a month over 12 is in the next year.
_SPRING, _SUMMER, _AUTUMN, _WINTER = (3, 5), (6, 8), (9, 11), (1, 14)
_GROUPS = {
    21: _SPRING, 22: _SUMMER, 23: _AUTUMN, 24: _WINTER,
    25: _SPRING, 26: _SUMMER, 27: _AUTUMN, 28: _WINTER,
    29: _AUTUMN, 30: _WINTER, 31: _SPRING, 32: _SUMMER,  # the south
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip


@lru_cache(maxsize=2**14)
def bounds(when: str | None) -> Bounds:
    """Return the earliest and the latest ISO day that `when` allows; None where it is open or unknown.

    Raises:
        ValueError: `when` is no EDTF string of the kinds above, allows no day, or ends before it starts.
    """
    if when is None:
        return None, None
    first, slash, last = when.partition("/")
    if not slash:
        return _date_bounds(first)
    start = None if first in ("", "..") else _date_bounds(first)[0]
    end = None if last in ("", "..") else _date_bounds(last)[1]
    if {first, last} <= {"", ".."}:
        raise ValueError(f"not an EDTF date: {when!r} has no end at all")
    if start and end and end < start:
        raise ValueError(f"not an EDTF date: {when!r} ends before it starts")
    return start, end


def is_edtf(text: str) -> bool:
    """Say whether `bounds` understands `text`."""
    try:
        bounds(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=2**14)
def bounds_or_none(when: str | None) -> Bounds:
    """Return the `bounds` of `when`, and neither day where a foreign ledger wrote what is no date."""
    return bounds(when) if when is None or is_edtf(when) else (None, None)


def _date_bounds(text: str) -> Bounds:
    parts = _DATE.fullmatch(text)
    if not parts:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = parts.group(1), parts.group(2) or "XX", parts.group(3) or "XX"
    is_group = month.isdigit() and int(month) in _GROUPS
    if is_group and parts.group(3):
        raise ValueError(f"not an EDTF date: {text!r} has a day in a season")
    days = _group_bounds(year, int(month)) if is_group else _day_bounds(year, month, day)
    if days is None:
        raise ValueError(f"not an EDTF date: {text!r} is no day of the calendar")
    return (None, None) if year == "XXXX" else days


def _group_bounds(year: str, group: int) -> tuple[str, str]:
    first, last = _GROUPS[group]
    return _iso(int(year.replace("X", "0")), first, 1), _iso(int(year.replace("X", "9")), last, None)


def _day_bounds(year: str, month: str, day: str) -> tuple[str, str] | None:
    first = next(_days(year, month, day, forward=True), None)
    last = next(_days(year, month, day, forward=False), None)
    return (first, last) if first and last else None


def _days(year: str, month: str, day: str, *, forward: bool) -> Iterator[str]:
    """Yield the days that fit the patterns, from the first on or from the last back."""
    for y in _fitting(year, 0, forward):
        for m in _fitting(month, 1, forward, 12):
            for d in _fitting(day, 1, forward, _length(y, m)):
                yield _iso(y, m, d)


def _fitting(pattern: str, low: int, forward: bool, high: int = 9999) -> Iterator[int]:
    """Yield the numbers from `low` to `high` that `pattern` allows, an X being any digit."""
    low, high = max(low, int(pattern.replace("X", "0"))), min(high, int(pattern.replace("X", "9")))
    numbers = range(low, high + 1) if forward else range(high, low - 1, -1)
    return (n for n in numbers if all(p in ("X", c) for p, c in zip(pattern, str(n).zfill(len(pattern)), strict=True)))


def _length(year: int, month: int) -> int:
    return 29 if month == 2 and isleap(year) else _MONTH_DAYS[month - 1]


def _iso(year: int, month: int, day: int | None) -> str:
    """Return a day in ISO 8601; without `day` the last of the month. A month over 12 is in the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year > 9999:
        return "9999-12-31"
    return f"{year:04}-{month:02}-{day or _length(year, month):02}"


def may_meet(days: Bounds, start: str | None, end: str | None) -> bool:
    """Say whether what may lie anywhere within `days` may lie on one from `start` to `end` (None: open).

    Without `start` and `end` everything may; else what has no day at all may not.
    """
    if start is None and end is None:
        return True
    earliest, latest = days
    if earliest is None and latest is None:
        return False
    return (end is None or earliest is None or earliest <= end) and (start is None or latest is None or latest >= start)
