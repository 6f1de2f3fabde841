"""When: the dates a text gives for what happens in it, as EDTF, read against the day of publication.

For the reader, which joins them to the verb they stand by. Precise before complete: a year or a month is a date only
after a word that makes it one ("in", "since", "late"); datelines, what stands before a noun ("the October 2024 deal"),
numbers of resolutions give nothing. Nothing here knows today's date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ingest.dates.arithmetic import Clock, resolve
from ingest.dates.calendar import Span
from ingest.dates.context import (
    Lead,
    clause_before,
    is_date,
    is_future,
    is_negated_until,
    is_of_noun,
    is_past,
    lead_to,
    onwards,
    opens_future,
)
from ingest.dates.marks import (
    ASIDE,
    EVENT,
    FURTHEST_BASE,
    FURTHEST_OFFSET,
    IN_EVENT,
    JOINT,
    LATEST_KNOWN,
    LATEST_YEAR,
    LIST_MARKS,
    NO_STORY,
    OF_EVENT,
    RELATIONS,
    SAID,
    STARTS,
    WHEN,
)
from ingest.dates.mentions import DateMention
from ingest.dates.spans import Relation, are_alike, are_neighbours, edtf, is_ordered, resolve_pair, with_year_of
from ingest.dates.words import Expression, find_expressions

__all__ = ["DateMention", "find_all_dates", "find_dates"]


def find_dates(text: str, published: str | None) -> list[DateMention]:
    """Return the dates of deeds in `text`, in order, but those before a noun.

    `published` is an ISO day, or None: then what hangs on it is left out.
    """
    return [mention for mention in find_all_dates(text, published) if mention.relation not in ("noun", "when")]


def find_all_dates(text: str, published: str | None) -> list[DateMention]:
    """Return the dates of `text`, in order, with those of a noun ("the March 2024 veto") or only of a "when" clause."""
    return list(_Reader(text, date.fromisoformat(published[:10]) if published else None).mentions())


class _Reader:
    """Goes through a text once and remembers the last date, against which "the following year" is read."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text, self.published = text, published
        self.base: tuple[str, int] | None = None
        self.nearest: tuple[str, int] | None = None
        self.last_day: str | None = None
        self.expressions = find_expressions(text)
        self.no_story = [match.span() for match in NO_STORY.finditer(text)]

    def mentions(self) -> Iterator[DateMention]:
        index = end = 0
        while index < len(self.expressions):
            start = self.expressions[index].start
            mention, taken = self._mention(index)
            index += taken
            if mention and mention.start < end:  # "last year today": its lead is another's
                mention = replace(mention, start=start, text=self.text[start : mention.end])
            if mention:
                yield mention
                end = mention.end

    def _mention(self, index: int) -> tuple[DateMention | None, int]:
        """Return the mention that begins with an expression, and how many expressions it takes."""
        first = self.expressions[index]
        if self._is_in_dateline(first):
            return None, 1
        lead = lead_to(self.text, first)
        listed = self._listed(index)
        if listed > 2 or (listed == 2 and self._is_plain_list(index, lead)):
            return self._list(self.expressions[index : index + listed], lead), listed
        lead = self._before_event(lead)
        if joint := self._joint(index, lead):
            return self._pair(first, self.expressions[index + 1], lead, joint), 2
        if is_date(self.text, first, lead):
            return self._single(first, lead), 1
        if lead.word == "to" and first.year and not first.is_bare:  # "dates back to the autumn of 2022"
            self._note(first)
        if WHEN.match(self.text, first.end):
            return self._of_noun(first, "when"), 1
        return (self._of_noun(first, "noun") if is_of_noun(self.text, first) else None), 1

    def _note(self, expression: Expression) -> None:
        """Remember a time that dates no deed, for "in October of that year"."""
        span = resolve(expression, Clock(self.published))
        if span is not None and self._is_near(span):
            self.base = (span[0], expression.end)

    def _of_noun(self, expression: Expression, relation: Relation) -> DateMention | None:
        span = resolve(expression, Clock(self.published))
        if span is None or span[0] != span[1] or "X" in span[0] or not self._is_near(span):
            return None
        start, end = expression.start, expression.end
        return DateMention(start, end, span[0], relation, self.text[start:end])

    def _before_event(self, lead: Lead) -> Lead:
        """Read "since the coup of February 2021" as "since February 2021"."""
        pattern = {"of": OF_EVENT, "in": IN_EVENT, "on": IN_EVENT}.get(lead.word)
        event = pattern.search(self.text, max(0, lead.start - 60), lead.start) if pattern else None
        return replace(lead, word=event["word"].lower(), start=event.start()) if event else lead

    def _is_in_dateline(self, expression: Expression) -> bool:
        at = bisect_right(self.no_story, (expression.start, len(self.text) + 1)) - 1
        return at >= 0 and self.no_story[at][1] >= expression.end

    def _listed(self, index: int) -> int:
        """Return how many mere years or months are listed: "in 2019, 2021 and 2023" is no one date."""
        last = index
        while last + 1 < len(self.expressions):
            one, next_one = self.expressions[last : last + 2]
            is_list = self.text[one.end : min(next_one.start, one.end + 9)] in LIST_MARKS
            if not (is_list and one.is_listable and next_one.ends_list):
                break
            last += 1
        return last - index + 1

    def _is_plain_list(self, index: int, lead: Lead) -> bool:
        one, other = self.expressions[index : index + 2]
        is_joined = self.text[one.end : other.start] in (" and ", ", and ")
        return is_joined and lead.word in ("", "in", "during", "on") and one.kind == "date"

    def _list(self, expressions: list[Expression], lead: Lead) -> DateMention | None:
        """Return the dates of "in 2019, 2021 and 2023", each of its own; of weekdays none."""
        last = expressions[-1]
        if lead.word not in ("in", "during") or any(e.kind != "date" for e in expressions):
            return None
        if not is_date(self.text, expressions[0], lead):
            return None
        clock = self._clock(last, is_future(clause_before(self.text, lead.start), lead))
        spans = [resolve(with_year_of(last, expression), clock) for expression in expressions]
        whens = [span[0] for span in spans if span and "X" not in span[0]]
        if len(whens) < len(expressions) or sorted(set(whens)) != whens:
            return None
        first, *others = whens
        made = self._made(lead.start, last.end, first, "on")
        self.base = (whens[-1], last.end)
        return replace(made, also=tuple(others))

    # --- one date ---------------------------------------------------------------------------------------------------

    def _single(self, expression: Expression, lead: Lead) -> DateMention | None:
        if expression.kind == "offset":
            return self._offset(expression)
        if expression.unit in ("dawn", "night") and not self._is_same_sentence(expression.start):
            if expression.unit == "dawn" or self._is_same_paragraph(expression.start):
                return None
            expression = replace(expression, kind="today", count=0)  # "overnight" with no day told is last night
        clause, end = clause_before(self.text, lead.start), expression.end
        clock = self._clock(expression, self._is_future(clause, lead, end))
        span = resolve(expression, replace(clock, is_past=is_past(self.text, clause, end)))
        if span is None or not self._is_near(span) or is_negated_until(clause, lead):
            return None
        if expression.last and lead.word in ("from", "between"):
            return self._made(lead.start, end, edtf(span, "from-to"), "from-to")
        relation = self._relation(expression, lead)
        if lead.word == "from":
            end, relation = onwards(self.text, end), "since"
        if lead.word == "between" or (lead.word == "from" and end == expression.end):
            return None
        return self._of_span(expression, lead.start, end, span, relation)

    def _relation(self, expression: Expression, lead: Lead) -> Relation:
        """Return what the words before an expression say: "since", "by", "starting in"."""
        if expression.kind == "past":
            return "on"
        if expression.kind == "extent" or (expression.kind == "then" and lead.word != "by"):
            return "since"
        relation = RELATIONS.get(lead.word, "on")
        is_start = relation == "on" and STARTS.search(self.text, max(0, lead.start - 12), lead.start)
        return "since" if is_start else relation

    def _of_span(
        self, expression: Expression, start: int, end: int, span: Span, relation: Relation
    ) -> DateMention | None:
        if relation != "on":
            return None if "X" in span[0] + span[1] else self._made(start, end, edtf(span, relation), relation)
        if expression.last and expression.day and " and " in self.text[expression.start : end]:
            return replace(self._made(start, end, span[0], "on"), also=(span[1],))
        relation = "on" if span[0] == span[1] else "from-to"
        return self._made(start, end, edtf(span, relation), relation)

    def _offset(self, expression: Expression) -> DateMention | None:
        """Return "seven months after" as the time of what comes next, if the sentence says when the other thing was."""
        start, base = expression.start, self.base[0] if self.base else None
        if not self._is_same_sentence(start) or SAID.search(self.text, self.base[1] if self.base else 0, start):
            is_event = EVENT.search(self.text, max(0, start - 60), start)
            base = self.last_day if is_event else None
        span = resolve(expression, Clock(self.published, base))
        if span is None or not self._is_near(span):
            return None
        return DateMention(start, expression.end, span[0], "offset", self.text[start : expression.end])

    def _is_same_sentence(self, start: int) -> bool:
        """Tell whether the last date stands before `start` in its sentence."""
        between = self.text[self.base[1] : start] if self.base and start - self.base[1] < FURTHEST_OFFSET else ". "
        return ". " not in between and "\n" not in between

    def _is_same_paragraph(self, start: int) -> bool:
        return self.base is not None and "\n\n" not in self.text[self.base[1] : start]

    def _is_future(self, clause: str, lead: Lead, end: int) -> bool:
        return is_future(clause, lead) or (not clause.strip() and opens_future(self.text, lead.start, end))

    def _clock(self, expression: Expression, is_future: bool) -> Clock:
        is_beside = expression.kind == "shift" and expression.shift == "same" and expression.unit in ("month", "day")
        near = self.nearest if is_beside else None
        if near and ". " not in self.text[near[1] : expression.start]:
            near = None
        base, at = near or self.base or (None, 0)
        is_named = expression.shift == "same" and expression.kind == "date"  # "in October of that year"
        is_far = expression.start - at > FURTHEST_BASE
        is_far = is_far or ("\n\n" in self.text[at : expression.start] and not is_named)
        return Clock(self.published, None if is_far else base, is_future)

    def _is_near(self, span: Span) -> bool:
        latest = self.published.year + LATEST_YEAR if self.published else LATEST_KNOWN
        return not span[1][:4].isdecimal() or int(span[1][:4]) <= latest

    def _made(self, start: int, end: int, when: str, relation: Relation) -> DateMention:
        if relation in ("on", "since", "from-to", "after") and not self._is_by_the_way(start, when):
            self.base = self.nearest = (when.partition("/")[0], end)
            self.last_day = self.base[0] if len(self.base[0]) == 10 else self.last_day
        elif relation == "on" and len(when) >= len("2024-05") and not self._is_ahead(when):
            self.nearest = (when, end)
        return DateMention(start, end, when, relation, self.text[start:end])

    def _is_by_the_way(self, start: int, when: str) -> bool:
        """Tell whether a date stands in an aside or lies ahead, so that the story does not go on from it."""
        is_aside = self.base is not None and ASIDE.search(self.text, max(0, start - 90), start) is not None
        return is_aside or self._is_ahead(when)

    def _is_ahead(self, when: str) -> bool:
        return self.published is not None and when[:4] > str(self.published.year)

    # --- two dates --------------------------------------------------------------------------------------------------

    def _joint(self, index: int, lead: Lead) -> str | None:
        """Return the word that joins an expression with the next to one span, or to two that are no span."""
        if index + 1 == len(self.expressions):
            return None
        first, second = self.expressions[index : index + 2]
        match = JOINT.fullmatch(self.text[first.end : min(second.start, first.end + 40)])
        if match is None or not are_alike(first, second) or lead.is_compared:
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
        spans = resolve_pair(first, second, clock)
        if spans is None:
            return None
        begin, end = spans[0][0], spans[1][1]
        is_list = joint in ("and", "or") and lead.word != "between"
        if "X" in begin + end or not is_ordered(begin, end) or (is_list and not are_neighbours(begin, end)):
            return None
        if not (self._is_near(spans[0]) and self._is_near(spans[1])):
            return None
        return self._made(lead.start, second.end, f"{begin}/{end}", "from-to")
