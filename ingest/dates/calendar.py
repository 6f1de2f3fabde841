"""Years, months and days as EDTF writes them, and the time so many units after another.

A span is a pair of EDTF strings, its first and last day, month or year; the two are equal for a single one. What
does not exist (30 February) is a `ValueError`.
"""

from __future__ import annotations

from datetime import date, timedelta

Span = tuple[str, str]
_SAME_MONTH = 14  # days
_LATE = 24  # the day from which the month may be over "within days"
_LAST_MONTH = "12"  # greater numbers are seasons
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "hour": 0, "dawn": 0, "night": 0}


def years(first: int, last: int | None) -> Span | None:
    ends = [date(year, 1, 1).isoformat()[:4] for year in (first, last or first)]
    return (ends[0], ends[1]) if last is None or first < last else None


def month_or_days(year: int, month: int, day: int | None, last: int | None = None) -> Span | None:
    if day is None:
        return (month_of(year, month),) * 2
    first = date(year, month, day).isoformat()
    if last is None:
        return first, first
    return (first, date(year, month, last).isoformat()) if day < last else None


def month_of(year: int, month: int) -> str:
    return date(year, month, 1).isoformat()[:7]


def span_of(day: date) -> Span:
    return day.isoformat(), day.isoformat()


def moved(base: str, unit: str, count: int) -> Span | None:
    """Return the date so many units after `base`, as exact as the unit; no month is counted from a season."""
    if base[5:7] > _LAST_MONTH:
        base = base[:4]
    if unit == "anniversary":  # "in October 2022 and a year later"
        unit, count = ("month", 12 * count) if len(base) > len("2022") else ("year", count)
    if unit == "year":
        return years(int(base[:4]) + count, None)
    if len(base) < len("2022-10"):
        return None
    if unit == "month":
        months = int(base[:4]) * 12 + int(base[5:7]) - 1 + count
        return month_or_days(months // 12, months % 12 + 1, None)
    return _within(base) if unit in ("days", "hours") else _some_days_after(base, unit, count)


def _some_days_after(base: str, unit: str, count: int) -> Span | None:
    """Return the day so many days or weeks after `base`; some days after a mere month are still in that month."""
    if unit not in _DAYS:
        return None
    days = _DAYS[unit] * count
    if len(base) == len("2022-10-01"):
        return span_of(date.fromisoformat(base) + timedelta(days))
    return (base, base) if _DAYS[unit] and 0 <= days <= _SAME_MONTH else None


def _within(base: str) -> Span | None:
    """Return the month of what followed within days of `base`, if it is not about to end."""
    is_late = base[8:].isdecimal() and int(base[8:]) > _LATE
    return None if is_late else (base[:7], base[:7])
