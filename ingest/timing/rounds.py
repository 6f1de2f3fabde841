"""The round of sanctions that an article is about: its first sentences tell the day, others tell who else is of it.

What was imposed before is told with its own day, in the perfect ("has listed", but for "has also listed"), in an aside
or under a heading ("Background"); none of that is of the round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.reference import records
from ingest.lexicon.wordlists import word_lists
from ingest.parsing.asides import aside_of
from ingest.parsing.phrases import children
from ingest.timing.governors import dates_in

if TYPE_CHECKING:
    from ingest.claims import Draft
    from ingest.dates import DateMention
    from ingest.parsing.passages import Sentence
    from ingest.parsing.tokens import Token

_TELLING = re.compile(
    r"\b(?:impos|adopt|announc|unveil|plac|levi|issu|slapp)\w+\b.{0,60}"
    r"\b(?:[Ss]anctions|restrictive measures|penalties|package|designations|asset freeze)"
    r"|\b(?:sanctioned|designated|blacklisted|listed) (?:a|an|the|20|one|[A-Z]\w+)\b"
    r"|\b(?:is|are) (?:sanctioning|designating|blacklisting|listing)\b"
    r"|\b(?:package|round) of (?:[Ss]anctions|restrictive measures)\b"
)
_FOLLOWING = re.compile(r"^The following\b")
_TARGETED = frozenset({"on", "against", "over", "for"})
_LEAD = 4  # sentences
_NEWS = timedelta(14)
DAY = 10  # characters of a day in EDTF
_REACH = 8  # sentences, where the article is not of the same day


@dataclass(frozen=True, slots=True)
class Round:
    """A round of sanctions told of in sentence number `place`; nothing behind number `last` is of it."""

    day: str
    place: int
    imposers: frozenset[str]
    last: int

    def includes(self, draft: Draft, place: int, known: Iterable[tuple[int, str]]) -> bool:
        """Say whether a listing without a date is of this round; `known` are the dated ones of the same imposer."""
        is_after = self.place < place <= self.last and draft.subject in self.imposers
        is_listed = _is_listed(draft)
        has_moved_on = any(self.place < other <= place and when != self.day for other, when in known)
        return is_after and (is_listed or not has_moved_on) and is_told_as_news(draft)


def round_of(dates: Sequence[DateMention], sentences: Sequence[Sentence], published: str | None) -> Round | None:
    """Return the round of sanctions that an article opens with, if it names the day and that is not long ago."""
    for place, sentence in enumerate(sentences[:_LEAD]):
        telling = _TELLING.search(sentence.text)
        day = _day_in(dates, sentence, published) if telling else None
        if telling is not None and day is not None:
            is_of_today = published is not None and published[:DAY] == day
            last = last_of_news(sentences) if is_of_today else place + _REACH
            return Round(day, place, frozenset(_imposers(sentence, telling.end())), last)
    return None


def _day_in(dates: Sequence[DateMention], sentence: Sentence, published: str | None) -> str | None:
    days = (date.when for date in dates_in(dates, sentence) if date.relation == "on")
    day = next((day for day in days if len(day) == DAY and day[:4].isdecimal()), None)
    if day is None or published is None:
        return day
    age = date.fromisoformat(published[:DAY]) - date.fromisoformat(day)
    return day if timedelta(0) <= age <= _NEWS else None


def last_of_news(sentences: Sequence[Sentence]) -> int:
    """Return the number of the last sentence before a heading under which an article tells of the past."""
    headings = word_lists()["background_headings"]
    return next((i for i, sentence in enumerate(sentences) if sentence.text.lower() in headings), len(sentences))


def _imposers(sentence: Sentence, end: int) -> Iterable[str]:
    """Yield who may impose: who is named before character `end` or behind "by", their bodies, and what these are of."""
    named, at, before = set(), 0, ""
    for piece in sentence.pieces:
        is_named = piece.mention is not None and piece.mention.is_entity
        if piece.mention and is_named and (before == "by" or (at < end and before not in _TARGETED)):
            named.add(piece.mention.target)
        at, before = at + len(piece.word) + 1, piece.word
    yield from named
    for record in records().values():
        if record.parent in named:
            yield record.entity.id
        if record.entity.id in named and record.parent:
            yield record.parent


def _has_occasion(verb: Token) -> bool:
    """Say whether a clause tells the time: "listed it when the war began"."""
    return any(child.lower_ == "when" for clause in children(verb, "advcl") for child in clause.children)


def _is_listed(draft: Draft) -> bool:
    return _FOLLOWING.search(draft.sentence.text) is not None


def is_told_as_news(draft: Draft) -> bool:
    """Say whether a listing is told in a main clause, as done or as in force: "designated", "targets", not "had"."""
    verb = next((t for t in (draft.trigger, *draft.trigger.ancestors) if t.pos_ in ("VERB", "AUX")), draft.trigger)
    auxiliaries = {child.lower_ for child in children(verb, "aux", "auxpass")}
    if aside_of(draft.trigger) is not None or "had" in auxiliaries or _has_occasion(verb):
        return False
    adverbs = {child.lower_ for child in children(verb, "advmod")}
    if auxiliaries & {"has", "have"} and "also" not in adverbs and not _is_listed(draft):
        return False
    return adverbs.isdisjoint(word_lists()["earlier_adverbs"])
