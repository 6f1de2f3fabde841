"""When: the dates a text gives for what happens in it, as EDTF, read against the day of publication.

For the reader, which joins them to the verb they stand by. Precise before complete: a year or a month is a date only
after a word that makes it one ("in", "since", "late"); datelines, what stands before a noun ("the October 2024 deal"),
numbers of resolutions and weeks give nothing. Nothing here knows today's date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ingest.date_arithmetic import Clock, Span, resolve
from ingest.date_context import (
    Lead,
    clause_before,
    is_date,
    is_future,
    is_negated_until,
    lead_to,
    onwards,
    opens_future,
)
from ingest.date_words import DAY_OF_MONTH, Expression, find_expressions

Relation = Literal["on", "since", "until", "from-to", "before", "after"]

_RELATIONS: dict[str, Relation] = {
    "since": "since", "until": "until", "till": "until", "up to": "until", "by": "until", "through": "until",
    "before": "before", "prior to": "before", "ahead of": "before", "after": "after", "following": "after",
}  # fmt: skip
_JOINT = re.compile(
    r",? (?P<word>and|to|until|till|through|or)(?: (?:the )?(?:early|late|mid|end of|beginning of|start of))?[ -]"
    r"| ?(?P<dash>[-–—]) ?"
)
_LIST_MARKS = frozenset([", ", " and ", ", and ", " or "])
_NO_STORY = re.compile(
    r"^[ \t]*(?:"
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{2,40}(?:, [A-Z][\w. ]{1,30})?|[A-ZÀ-Þ][\w.'’/ -]{1,40}(?=[^\n]{1,30}\([A-Z]))"
    rf",? {DAY_OF_MONTH}(?:,? \d{{4}})?\.?,?(?: ?\([^()\n]{{1,40}}\))? ?(?:-|–|—|:)"
    r"|(?:(?:Published|Updated|Posted|Issued|Last updated|Last modified|Date)\b[^\n]{0,60}$))",
    re.MULTILINE,
)
_FURTHEST_BASE = 1500  # characters
_LATEST_YEAR = 30  # years after publication
_LATEST_KNOWN = 2060


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at `text[start:end]`, the preposition before it included. `when` is EDTF; `relation` is what that says."""

    start: int
    end: int
    when: str
    relation: Relation
    text: str


def find_dates(text: str, published: str | None) -> list[DateMention]:
    """Return the dates of `text`, in order. `published` is an ISO day, or None: then what hangs on it is left out."""
    return list(_Reader(text, date.fromisoformat(published[:10]) if published else None).mentions())


class _Reader:
    """Goes through a text once and remembers the last date, against which "the following year" is read."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text, self.published = text, published
        self.base: tuple[str, int] | None = None
        self.expressions = find_expressions(text)
        self.no_story = [match.span() for match in _NO_STORY.finditer(text)]

    def mentions(self) -> Iterator[DateMention]:
        index = 0
        while index < len(self.expressions):
            mention, taken = self._mention(index)
            index += taken
            if mention:
                yield mention

    def _mention(self, index: int) -> tuple[DateMention | None, int]:
        """Return the mention that begins with an expression, and how many expressions it takes."""
        first = self.expressions[index]
        if self._is_in_dateline(first):
            return None, 1
        lead = lead_to(self.text, first)
        if (listed := self._listed(index)) > 2:
            return None, listed
        if joint := self._joint(index, lead):
            return self._pair(first, self.expressions[index + 1], lead, joint), 2
        return (self._single(first, lead) if is_date(self.text, first, lead) else None), 1

    def _is_in_dateline(self, expression: Expression) -> bool:
        at = bisect_right(self.no_story, (expression.start, len(self.text) + 1)) - 1
        return at >= 0 and self.no_story[at][1] >= expression.end

    def _listed(self, index: int) -> int:
        """Return how many mere years or months are listed: "in 2019, 2021 and 2023" is no one date."""
        last = index
        while last + 1 < len(self.expressions):
            one, next_one = self.expressions[last : last + 2]
            is_list = self.text[one.end : min(next_one.start, one.end + 9)] in _LIST_MARKS
            if not (is_list and one.is_listable and next_one.is_listable):
                break
            last += 1
        return last - index + 1

    # --- one date ---------------------------------------------------------------------------------------------------

    def _single(self, expression: Expression, lead: Lead) -> DateMention | None:
        clause = clause_before(self.text, lead.start)
        span = resolve(expression, self._clock(expression, self._is_future(clause, lead, expression.end)))
        if span is None or not self._is_near(span) or is_negated_until(clause, lead):
            return None
        end, relation = expression.end, _RELATIONS.get(lead.word, "on")
        if expression.last and lead.word in ("from", "between"):
            return self._made(lead.start, end, _edtf(span, "from-to"), "from-to")
        if lead.word == "from":
            end, relation = onwards(self.text, end), "since"
            if end == expression.end:
                return None
        if lead.word == "between" or (relation != "on" and "X" in span[0] + span[1]):
            return None
        relation = "from-to" if relation == "on" and span[0] != span[1] else relation
        return self._made(lead.start, end, _edtf(span, relation), relation)

    def _is_future(self, clause: str, lead: Lead, end: int) -> bool:
        return is_future(clause, lead) or (not clause.strip() and opens_future(self.text, end))

    def _clock(self, expression: Expression, is_future: bool) -> Clock:
        base, at = self.base or (None, 0)
        is_far = expression.start - at > _FURTHEST_BASE or "\n\n" in self.text[at : expression.start]
        return Clock(self.published, None if is_far else base, is_future)

    def _is_near(self, span: Span) -> bool:
        latest = self.published.year + _LATEST_YEAR if self.published else _LATEST_KNOWN
        return not span[1][:4].isdecimal() or int(span[1][:4]) <= latest

    def _made(self, start: int, end: int, when: str, relation: Relation) -> DateMention:
        if relation in ("on", "since", "from-to"):
            self.base = (when.partition("/")[0], end)
        return DateMention(start, end, when, relation, self.text[start:end])

    # --- two dates --------------------------------------------------------------------------------------------------

    def _joint(self, index: int, lead: Lead) -> str | None:
        """Return the word that joins an expression with the next to one span, or to two that are no span."""
        if index + 1 == len(self.expressions):
            return None
        first, second = self.expressions[index : index + 2]
        match = _JOINT.fullmatch(self.text[first.end : min(second.start, first.end + 40)])
        if match is None or not _are_alike(first, second) or lead.is_compared:
            return None
        word = match["word"] or match["dash"]
        if word in ("and", "or"):
            is_list = first.is_listable and is_date(self.text, first, lead)
            return word if lead.word == "between" or is_list else None
        is_known = lead.word in ("from", "between") or is_date(self.text, first, replace(lead, word=lead.word or "in"))
        return word if is_known and lead.word not in ("since", "until", "by", "before", "after") else None

    def _pair(self, first: Expression, second: Expression, lead: Lead, joint: str) -> DateMention | None:
        clause = clause_before(self.text, lead.start)
        clock = self._clock(first, self._is_future(clause, lead, second.end))
        spans = _resolve_pair(first, second, clock)
        if spans is None:
            return None
        begin, end = spans[0][0], spans[1][1]
        is_list = joint in ("and", "or") and lead.word != "between"
        if "X" in begin + end or not _is_ordered(begin, end) or (is_list and not _are_neighbours(begin, end)):
            return None
        if not (self._is_near(spans[0]) and self._is_near(spans[1])):
            return None
        return self._made(lead.start, second.end, f"{begin}/{end}", "from-to")


def _edtf(span: Span, relation: Relation) -> str:
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


def _are_alike(first: Expression, second: Expression) -> bool:
    """Tell whether two expressions may be the ends of one span."""
    dates = ("date", "month")
    if first.last or second.last or first.kind == "nothing":
        return False
    if first.kind in dates and second.kind in dates:
        return (first.month is None) == (second.month is None) or not (first.is_bare and second.is_bare)
    return first.kind == second.kind or {first.kind, second.kind} <= {"date", "today", "weekday", "shift"}


def _resolve_pair(first: Expression, second: Expression, clock: Clock) -> tuple[Span, Span] | None:
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


def _earlier(expression: Expression, end: str) -> Expression:
    """Return the first of two ends that both lack their year (or are weekdays), as the nearest before the second."""
    if expression.kind == "weekday" and not expression.shift:
        return replace(expression, shift="previous")
    return _with_year(expression, end, later=False) if _lacks_year(expression) else expression


def _is_ordered(begin: str, end: str) -> bool:
    length = min(len(begin), len(end))
    return begin[:length] < end[:length] or (begin[:length] == end[:length] and len(begin) != len(end))


def _are_neighbours(begin: str, end: str) -> bool:
    """Tell whether one day, month or year follows right upon the other."""
    if len(begin) != len(end):
        return False
    if len(begin) == 10:
        return (date.fromisoformat(end) - date.fromisoformat(begin)).days == 1
    return _months(end) - _months(begin) == (1 if len(begin) == 7 else 12)


def _months(when: str) -> int:
    return int(when[:4]) * 12 + int(when[5:7] or 0)
