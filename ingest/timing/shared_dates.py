"""Dates that one sentence gives for what others tell: the votes on one measure, one round of sanctions, one seizure.

Works on the drafts of a whole article, once each has the date that its own sentence gives it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ingest.claims import VOTES
from ingest.parsing.asides import aside_of
from ingest.parsing.phrases import children
from ingest.timing.governors import anchor_of, dates_in
from ingest.timing.rounds import DAY, Round, is_told_as_news, last_of_news, round_of

if TYPE_CHECKING:
    from ingest.claims import Draft
    from ingest.dates import DateMention
    from ingest.parsing.passages import Sentence

_COUNCIL = re.compile(r"\b(?:Council|vetoed|veto|vote|voted|resolution|Resolution)\b")
_SAME_TEXT = re.compile(r"^(?:Their|Its|His|The (?:draft|text|measure|motion|vote))\b")
# What the reader notes of designees whose imposer it took from an earlier sentence.
_GOES_ON = re.compile(r"from what was said before|named later")
# Deeds of one day that are told in several sentences, listings among them.
_LISTINGS = frozenset({"sanctioned", "delisted"})
_OF_ONE_DAY = _LISTINGS | {"seized", "stole"}
_REACH = 3  # sentences
_LEAD = 3  # sentences
_SAME_PARAGRAPH = 1  # characters between two sentences


def share_dates(
    drafts: Sequence[Draft], dates: Sequence[DateMention], sentences: Sequence[Sentence], published: str | None
) -> None:
    """Give drafts that their sentence does not date the date that the article gives for the same event."""
    _share_votes(drafts, dates, sentences)
    _share_seizures(drafts)
    places = {id(sentence): place for place, sentence in enumerate(sentences)}
    known: dict[tuple[str, str | None], list[tuple[int, str]]] = {}
    for draft in drafts:
        if draft.when and draft.relation in _OF_ONE_DAY and draft.status == "affirmed":
            known.setdefault((draft.relation, draft.subject), []).append((places[id(draft.sentence)], draft.when))
    news, last = round_of(dates, sentences, published), last_of_news(sentences)
    for draft in drafts:
        is_bare = draft.when is None and draft.relation in _OF_ONE_DAY and draft.status == "affirmed"
        if is_bare and not _has_date_beside(draft, dates):
            here = places[id(draft.sentence)]
            like = known.get((draft.relation, draft.subject), [])
            announced = published[:DAY] if published and _is_being_announced(draft) else None
            draft.when = (
                announced or _of_round(draft, here, like, news) or _shared(draft, here, _near(like, here, last))
            )


def _is_being_announced(draft: Draft) -> bool:
    """Say whether a listing is told as it is made: "is designating", "are being listed", "is listed pursuant to"."""
    verb = draft.trigger
    words = {child.lower_ for child in children(verb, "aux", "auxpass")}
    if draft.relation not in _LISTINGS or words.isdisjoint({"is", "are"}) or "been" in words:
        return False
    is_by_rule = any(child.lower_ == "pursuant" for child in verb.children)
    return verb.tag_ == "VBG" or (verb.tag_ == "VBN" and ("being" in words or is_by_rule))


def _share_seizures(drafts: Sequence[Draft]) -> None:
    """Give a delivery that was stopped on the way the date on which it was: "seized rifles that had left Miami"."""
    stopped = {id(draft.sentence): draft.when for draft in drafts if draft.relation == "seized" and draft.when}
    for draft in drafts:
        if draft.relation == "supplied" and draft.when is None and draft.status == "planned":
            draft.when = stopped.get(id(draft.sentence))


def _near(known: Sequence[tuple[int, str]], here: int, last: int) -> Sequence[tuple[int, str]]:
    """Return the dates of like deeds a few sentences before or behind, on the same side of the last of the news."""
    first = bisect_left(known, here - _REACH, key=lambda place: place[0])
    near = known[first : bisect_right(known, here + _REACH, key=lambda place: place[0])]
    return [(place, when) for place, when in near if (place > last) == (here > last)]


def _of_round(draft: Draft, here: int, like: Sequence[tuple[int, str]], news: Round | None) -> str | None:
    """Return the day of the round of sanctions that the article is about, if a listing is of it."""
    if news is None or draft.relation not in _LISTINGS:
        return None
    return news.day if _goes_on(draft) or news.includes(draft, here, like) else None


def _goes_on(draft: Draft) -> bool:
    return _GOES_ON.search(" ".join(draft.why)) is not None


def _shared(draft: Draft, here: int, near: Sequence[tuple[int, str]]) -> str | None:
    """Return the date of an event that several sentences tell of: a day, or for a seizure a month too."""
    if draft.relation == "sanctioned" and _goes_on(draft):
        before = [when for place, when in near if place < here]
        return before[-1] if before else None
    if draft.relation in _LISTINGS and not is_told_as_news(draft):
        return None
    is_event = draft.relation == "seized"
    day = _only(when for _, when in near if len(when) == DAY or (is_event and "/" not in when))
    before = [when for place, when in near if place < here]
    return day if not before or before[-1] == day else None


def _has_date_beside(draft: Draft, dates: Sequence[DateMention]) -> bool:
    """Say whether the clause of a draft has a date that may be its own, and not only an aside."""
    aside = aside_of(draft.trigger)
    here = (date for date in dates_in(dates, draft.sentence) if date.relation != "since")  # no listing lasts
    anchors = (anchor_of(date, draft.sentence) for date in here)
    return any(anchor is not None and aside_of(anchor) == aside for anchor in anchors)


def _only(whens: Iterable[str]) -> str | None:
    known = set(whens)
    return known.pop() if len(known) == 1 else None


def _share_votes(drafts: Sequence[Draft], dates: Sequence[DateMention], sentences: Sequence[Sentence]) -> None:
    """Give the votes on one measure the one date that the article gives for any of them.

    A vote that none dates is the news itself where the article opens with a council's deed and its day.
    """
    votes = [draft for draft in drafts if draft.relation in VOTES]
    news = _day_of_news(dates, sentences[:_LEAD], _COUNCIL)
    before = dict(zip(map(id, sentences[1:]), sentences, strict=False))
    days: dict[str | None, set[str]] = {}
    for vote in votes:
        if vote.when:
            days.setdefault(vote.object, set()).add(vote.when)
    for vote in votes:
        if vote.when is None:
            known = days.get(vote.object, set())
            own = {date.when for date in dates_in(dates, vote.sentence) if date.relation == "on"}
            if known or own:
                vote.when = _only(known or own)
            else:
                vote.when = _day_before(dates, before.get(id(vote.sentence)), vote.sentence) or news


def _day_before(dates: Sequence[DateMention], before: Sentence | None, sentence: Sentence) -> str | None:
    """Return the only day that the sentence before names: "On Friday it tabled a text. China abstained"."""
    if before is None or sentence.start - before.end > _SAME_PARAGRAPH or " when " in sentence.text:
        return None
    if not (_COUNCIL.search(before.text) or _SAME_TEXT.search(sentence.text)):
        return None
    days = (date for date in dates_in(dates, before) if date.relation in ("on", "when"))
    return _only(date.when for date in days if len(date.when) == DAY)


def _day_of_news(dates: Sequence[DateMention], sentences: Sequence[Sentence], telling: re.Pattern[str]) -> str | None:
    """Return the day named in one of these sentences, if it tells of such a deed."""
    news = [sentence for sentence in sentences if telling.search(sentence.text)]
    days = (date.when for sentence in news for date in dates_in(dates, sentence) if date.relation == "on")
    return next((day for day in days if len(day) == DAY), None)
