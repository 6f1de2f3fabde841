"""Dates that one sentence gives for what others tell: the votes on one measure, one round of sanctions, one seizure.

Works on the drafts of a whole article, once each has the date that its own sentence gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ingest.asides import aside_of
from ingest.timing import anchor_of, is_in
from ingest.votes import VOTES

if TYPE_CHECKING:
    from ingest.claims import Draft
    from ingest.dates import DateMention
    from ingest.passages import Sentence

_COUNCIL = re.compile(r"\b(?:Council|vetoed|veto|vote|voted|resolution|Resolution)\b")
# Deeds of one day that are told in several sentences.
_OF_ONE_DAY = frozenset({"sanctioned", "delisted", "seized", "stole"})
_REACH = 3  # sentences
_LEAD = 3  # sentences


def share_dates(drafts: Sequence[Draft], dates: Sequence[DateMention], sentences: Sequence[Sentence]) -> None:
    """Give drafts that their sentence does not date the date that the article gives for the same event."""
    places = {id(sentence): place for place, sentence in enumerate(sentences)}
    _share_votes(drafts, dates, sentences)
    bare = [d for d in drafts if d.when is None and d.relation in _OF_ONE_DAY and d.status == "affirmed"]
    for draft in bare:
        if _has_date_beside(draft, dates):
            continue
        here = places[id(draft.sentence)]
        alike = (
            o for o in drafts if (o.relation, o.subject, o.status) == (draft.relation, draft.subject, draft.status)
        )
        near = [o for o in alike if o.when and abs(places[id(o.sentence)] - here) <= _REACH]
        draft.when = _only(o.when for o in near if o.when)


def _has_date_beside(draft: Draft, dates: Sequence[DateMention]) -> bool:
    """Say whether the clause of a draft has a date that may be its own, and not only an aside."""
    aside = aside_of(draft.trigger)
    anchors = (anchor_of(date, draft.sentence) for date in dates)
    return any(anchor is not None and aside_of(anchor) == aside for anchor in anchors)


def _only(whens: Iterable[str]) -> str | None:
    known = set(whens)
    return known.pop() if len(known) == 1 else None


def _share_votes(drafts: Sequence[Draft], dates: Sequence[DateMention], sentences: Sequence[Sentence]) -> None:
    """Give the votes on one measure the one date that the article gives for any of them.

    A vote that none dates is the news itself where the article opens with a council's deed and its day.
    """
    votes = [draft for draft in drafts if draft.relation in VOTES]
    news = _day_of_news(dates, sentences)
    days: dict[str | None, set[str]] = {}
    for vote in votes:
        if vote.when:
            days.setdefault(vote.object, set()).add(vote.when)
    for vote in votes:
        if vote.when is None:
            known = days.get(vote.object, set())
            vote.when = _only(known) if known else None if _is_dated(vote, dates) else news


def _is_dated(vote: Draft, dates: Sequence[DateMention]) -> bool:
    """Say whether its sentence gives a date that may be the vote's, not only "until 31 May"."""
    return any(is_in(date, vote.sentence) and date.relation == "on" for date in dates)


def _day_of_news(dates: Sequence[DateMention], sentences: Sequence[Sentence]) -> str | None:
    """Return the day named in one of the first sentences, if it tells of a council's deed."""
    news = [sentence for sentence in sentences[:_LEAD] if _COUNCIL.search(sentence.text)]
    days = (date.when for sentence in news for date in dates if is_in(date, sentence) and date.relation == "on")
    return next((day for day in days if len(day) == 10), None)
