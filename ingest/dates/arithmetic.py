"""From the words of a date to EDTF, against the day of publication and the date named before it in the article.

A span is a pair of EDTF strings, its first and last day, month or year; the two are equal for a single one. Without a
day of publication nothing is guessed: "in April" keeps an unknown year, "last year" is no date.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from ingest.dates.calendar import Span, month_of, month_or_days, moved, span_of, years
from ingest.dates.words import Expression

_SOON = 60  # days ahead; a day without its year that lies so near is meant,
_LONG_AGO = 300  # if its last return lies so far back


@dataclass(frozen=True, slots=True)
class Clock:
    """What an expression is read against.

    `base` is the EDTF date named before it; `is_future` and `is_past` are what the verb says.
    """

    published: date | None
    base: str | None = None
    is_future: bool = False
    is_past: bool = False


def resolve(expression: Expression, clock: Clock) -> Span | None:
    """Return the span that `expression` names, or None where it cannot be known or does not exist."""
    reader = _READERS.get(expression.kind)
    try:
        return reader(expression, clock) if reader else None
    except (ValueError, OverflowError):  # 30 February, the year 0
        return None


def _year(expression: Expression, clock: Clock) -> int | None:
    """Return the year of an expression that names or moves one."""
    if expression.year or not expression.shift:
        return expression.year
    if expression.shift in ("last", "this", "next"):
        ahead = {"last": -1, "this": 0, "next": 1}[expression.shift]
        return clock.published.year + ahead if clock.published else None
    ahead = {"previous": -1, "same": 0, "following": 1}[expression.shift] * max(expression.count, 1)
    return int(clock.base[:4]) + ahead if clock.base and clock.base[:4].isdecimal() else None


def _date(expression: Expression, clock: Clock) -> Span | None:
    year, month, day = _year(expression, clock), expression.month, expression.day
    if month is None:
        return years(year, expression.last) if year else None
    if year is None and expression.shift is None:
        return _without_year(expression, clock)
    return month_or_days(year, month, day, expression.last) if year else None


def _without_year(expression: Expression, clock: Clock) -> Span | None:
    """Return "in April", "Oct. 6": the latest not after publication, or the next one where the future is meant."""
    month, day, published = expression.month, expression.day, clock.published
    assert month is not None
    if published is None:
        date(2024, month, day or 1)
        unknown = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        return (unknown, unknown) if expression.last is None else None
    year = published.year - ((month, day or 0) > (published.month, published.day if day else 0))
    is_now = month == published.month and (day is None or day == published.day)
    if (clock.is_future and not is_now) or (not clock.is_past and _is_soon(year, month, day, published)):
        year += 1
    return month_or_days(year, month, day, expression.last)


def _is_soon(year: int, month: int, day: int | None, published: date) -> bool:
    if day is None or (month, day) == (2, 29):
        return False
    return date(year + 1, month, day) - published <= timedelta(_SOON) and published - date(
        year, month, day
    ) >= timedelta(_LONG_AGO)


def _moved_month(expression: Expression, clock: Clock) -> Span | None:
    """Return "last December", "next April", "the following September"."""
    month = expression.month
    assert month is not None
    if expression.shift in ("last", "this", "next"):
        if clock.published is None:
            return None
        year, against = clock.published.year, clock.published.month
    else:
        if clock.base is None or not clock.base[:4].isdecimal():
            return None
        year, against = int(clock.base[:4]), int(clock.base[5:7] or (12 if expression.shift == "following" else 1))
    if expression.shift in ("last", "previous"):
        year -= month >= against
    elif expression.shift in ("next", "following"):
        year += month <= against
    return month_or_days(year, month, None)


def _weekday(expression: Expression, clock: Clock) -> Span | None:
    published, weekday = clock.published, expression.weekday
    assert weekday is not None
    if expression.shift in ("following", "previous", "same"):
        return _weekday_beside(expression, clock.base)
    if published is None or expression.shift == "this":
        return None
    if expression.shift == "next" or (clock.is_future and expression.shift is None):
        ahead = (weekday - published.weekday()) % 7 or (7 if expression.shift else 0)
        return span_of(published + timedelta(ahead))
    back = (published.weekday() - weekday) % 7 or (7 if expression.shift == "last" else 0)
    return span_of(published - timedelta(back))


def _weekday_beside(expression: Expression, base: str | None) -> Span | None:
    if base is None or len(base) != 10 or expression.shift == "same" or expression.weekday is None:
        return None
    day = date.fromisoformat(base)
    if expression.shift == "following":
        return span_of(day + timedelta((expression.weekday - day.weekday()) % 7 or 7))
    return span_of(day - timedelta((day.weekday() - expression.weekday) % 7 or 7))


def _in_week(expression: Expression, clock: Clock) -> Span | None:
    """Return "Monday last week", and of "last week" the month that it lies in: a week begins on Monday."""
    ahead = {"last": -7, "this": 0, "next": 7}.get(expression.shift or "")
    if clock.published is None or ahead is None:
        return None
    monday = clock.published - timedelta(clock.published.weekday() - ahead)
    if expression.weekday is not None:
        return span_of(monday + timedelta(expression.weekday))
    is_begun = expression.shift == "this" and not clock.is_future
    sunday = clock.published if is_begun else monday + timedelta(6)
    return month_or_days(monday.year, monday.month, None) if monday.month == sunday.month else None


def _today(expression: Expression, clock: Clock) -> Span | None:
    return span_of(clock.published + timedelta(expression.count)) if clock.published else None


def _shifted(expression: Expression, clock: Clock) -> Span | None:
    """Return "last month", "that year", "two days later", "the same day", "three days ago", "the (end of the) year"."""
    count, base = expression.count, clock.base
    is_told = expression.shift == "this" and expression.unit == "year" and base and not clock.is_future
    if expression.shift in ("last", "this", "next") and not (is_told and expression.is_of_story):
        base = clock.published.isoformat() if clock.published else None
        if expression.unit == "day" and count == 1 and expression.shift != "last":
            return None
    if base is None or not base[:4].isdecimal():
        return None
    count *= {"last": -1, "previous": -1, "this": 0, "same": 0}.get(expression.shift or "", 1)
    span = moved(base, expression.unit or "", count)
    if span is None or expression.day is None:
        return span
    return month_or_days(int(span[0][:4]), int(span[0][5:7]), expression.day)  # "the 19th of that month"


def _beside(expression: Expression, clock: Clock) -> Span | None:
    """Return the time of a deed that another, at `clock.base`, came "seven months after"."""
    if clock.base is None or not clock.base[:4].isdecimal():
        return None
    count = expression.count * (-1 if expression.shift == "previous" else 1)
    if expression.unit == "day" and len(clock.base) == 7:
        return None
    return moved(clock.base, expression.unit or "", count)


def _ago(expression: Expression, clock: Clock) -> Span | None:
    """Return where "for a year" begins, or "the past two years" with their end: a month, or of several years a year."""
    if clock.published is None:
        return None
    length = {"decade": 10, "year": expression.count}.get(expression.unit or "")
    now = clock.published.isoformat()
    begin = moved(now, "month", -(12 * length if length else expression.count))
    if begin is None:
        return None
    if expression.kind == "past":
        return begin[0], now[:7]
    return years(clock.published.year - length, None) if length and length > 1 else begin


def _back(expression: Expression, clock: Clock) -> Span | None:
    """Return "five years ago" as a year, "a year ago", "two weeks ago" as a month, "a fortnight ago" as a day."""
    if expression.unit == "fortnight" and clock.published:
        return span_of(clock.published - timedelta(14))
    if expression.unit == "week" and clock.published:
        return (span_of(clock.published - timedelta(7 * expression.count))[0][:7],) * 2
    return _ago(expression, clock)


def _weekend(_: Expression, clock: Clock) -> Span | None:
    """Return the Saturday and the Sunday that came last."""
    if clock.published is None:
        return None
    saturday = clock.published - timedelta((clock.published.weekday() - 5) % 7)
    return saturday.isoformat(), (saturday + timedelta(1)).isoformat()


def _then(_: Expression, clock: Clock) -> Span | None:
    return (clock.base, clock.base) if clock.base and clock.base[:4].isdecimal() else None


def _season(expression: Expression, clock: Clock) -> Span | None:
    """Return a season as EDTF has it: "2022-21" is the spring of 2022. Which winter "last winter" was is not known."""
    if expression.unit == "year" or expression.shift == "same":
        year = _year(expression, clock)
    elif clock.published is None or expression.count == 24 or expression.shift not in ("last", "this", None):
        return None
    else:
        year = clock.published.year + _years_to_season(expression, clock.published.month, clock.is_future)
    return (f"{year:04}-{expression.count}",) * 2 if year and year <= MAXYEAR else None


def _years_to_season(expression: Expression, now: int, is_future: bool) -> int:
    """Return in which year, counted from this one, "last spring", "this spring", "(in) the spring" was or will be."""
    first = {21: 3, 22: 6, 23: 9}[expression.count]
    if expression.shift is None:
        return int(is_future and now > first + 2) - int(not is_future and now <= first)
    return -(expression.shift == "last" and now <= first + 2)


def _part(expression: Expression, clock: Clock) -> Span | None:
    year, month = _year(expression, clock), expression.month
    return (month_of(year, month), month_of(year, month + expression.count - 1)) if year and month else None


def _decade(expression: Expression, _: Clock) -> Span:
    return (f"{expression.year}"[:3] + "X",) * 2


_READERS: dict[str, Callable[[Expression, Clock], Span | None]] = {
    "date": _date,
    "month": _moved_month,
    "weekday": _weekday,
    "week": _in_week,
    "today": _today,
    "shift": _shifted,
    "season": _season,
    "part": _part,
    "decade": _decade,
    "past": _ago,
    "extent": _ago,
    "ago": _back,
    "weekend": _weekend,
    "offset": _beside,
    "then": _then,
}
