"""The ends of a span of time: which two dates make one, what year an end without its own has, how EDTF writes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from ingest.dates.arithmetic import Clock, resolve
from ingest.dates.calendar import Span
from ingest.dates.words import Expression

Relation = Literal["on", "since", "until", "from-to", "before", "after", "offset", "noun", "when"]


def edtf(span: Span, relation: Relation) -> str:
    match relation:
        case "since":
            return f"{span[0]}/.."
        case "after":
            return f"{span[1]}/.."
        case "until":
            return f"../{span[1]}"
        case "before":
            return f"../{span[0]}"
        case _:
            return span[0] if span[0] == span[1] else f"{span[0]}/{span[1]}"


def are_alike(first: Expression, second: Expression) -> bool:
    """Tell whether two expressions may be the ends of one span."""
    dates = ("date", "month")
    if first.last or second.last or first.kind == "nothing":
        return False
    if first.kind in dates and second.kind in dates:
        return (first.month is None) == (second.month is None) or not (first.is_bare and second.is_bare)
    return first.kind == second.kind or {first.kind, second.kind} <= {"date", "today", "weekday", "shift"}


def resolve_pair(first: Expression, second: Expression, clock: Clock) -> tuple[Span, Span] | None:
    """Resolve the two ends of a span; an end without its year takes it from the other."""
    if _lacks_year(first) and not _lacks_year(second):
        end = resolve(second, clock)
        begin = resolve(_with_year(first, end[0], later=False), clock) if end else None
    elif _lacks_year(second) and not _lacks_year(first):
        begin = resolve(first, clock)
        end = resolve(_with_year(second, begin[0], later=True), clock) if begin else None
    else:
        end = resolve(second, clock)
        begin = resolve(_earlier(first, end[0]) if end else first, replace(clock, base=end[0] if end else None))
    return (begin, end) if begin and end else None


def _lacks_year(expression: Expression) -> bool:
    return expression.kind == "date" and expression.year is None and expression.shift is None


def _with_year(expression: Expression, other: str, *, later: bool) -> Expression:
    """Return the expression in the year that puts it right before, or after, `other`."""
    if not other[:4].isdecimal():
        return expression
    own = f"{expression.month:02}" + (f"-{expression.day:02}" if expression.day else "")
    there = other[5 : 5 + len(own)]
    moved = (own[: len(there)] < there) if later else -(own[: len(there)] > there)
    return replace(expression, year=int(other[:4]) + moved)


def with_year_of(last: Expression, expression: Expression) -> Expression:
    """Return a month of a list with the year that stands behind the last: "in March and July 2024"."""
    shared = expression.month and last.month and _lacks_year(expression) and last.year
    return replace(expression, year=last.year) if shared else expression


def _earlier(expression: Expression, end: str) -> Expression:
    """Return the first of two ends that both lack their year (or are weekdays), as the nearest before the second."""
    if expression.kind == "weekday" and not expression.shift:
        return replace(expression, shift="previous")
    return _with_year(expression, end, later=False) if _lacks_year(expression) else expression


def is_ordered(begin: str, end: str) -> bool:
    length = min(len(begin), len(end))
    return begin[:length] < end[:length] or (begin[:length] == end[:length] and len(begin) != len(end))


def are_neighbours(begin: str, end: str) -> bool:
    """Tell whether one day, month or year follows right upon the other."""
    if len(begin) != len(end):
        return False
    if len(begin) == 10:
        return (date.fromisoformat(end) - date.fromisoformat(begin)).days == 1
    return _months(end) - _months(begin) == (1 if len(begin) == 7 else 12)


def _months(when: str) -> int:
    return int(when[:4]) * 12 + int(when[5:7] or 0)
