"""Which of a sentence's dates is the date of a deed: the one that hangs on its verb, not on "said on Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.passages import Sentence
from ingest.votes import VOTES
from ingest.wordlists import speech

if TYPE_CHECKING:
    from ingest.claims import Draft
    from ingest.dates import DateMention
    from ingest.tokens import Token

_COUNCIL = re.compile(r"\b(?:Council|vetoed|veto|vote|voted|resolution|Resolution)\b")


def date_of(trigger: Token, sentence: Sentence, dates: Sequence[DateMention]) -> str | None:
    """Return the EDTF date of what `trigger` tells, or None.

    `dates` are the article's date mentions in order. The nearest date whose governing word is the trigger, a verb that
    the trigger hangs on without a verb of saying between, or (before the trigger) the first of coordinated verbs.
    """
    best: tuple[int, str] | None = None
    chain = _chain(trigger)
    for date in dates:
        anchor = _anchor(date, sentence) if _is_within(date, sentence) else None
        if anchor is None:
            continue
        governors = _governors(anchor)
        rank = next((rank for rank, token in enumerate(chain) if token in governors), None)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, date.when)
    return best[1] if best else None


def share_dates(drafts: Sequence[Draft], dates: Sequence[DateMention], sentences: Sequence[Sentence]) -> None:
    """Give the votes on one measure the one date that the article gives for any of them.

    A vote that none dates is the news itself where the article opens with a council's deed and its day.
    """
    votes = [draft for draft in drafts if draft.relation in VOTES]
    news = _day_of_news(dates, sentences)
    for vote in votes:
        is_dated = any(other.when for other in votes if other.object == vote.object)
        if not is_dated and not any(_is_within(date, vote.sentence) for date in dates):
            vote.when = news
    days: dict[str | None, set[str]] = {}
    for vote in votes:
        if vote.when:
            days.setdefault(vote.object, set()).add(vote.when)
    for vote in votes:
        known = days.get(vote.object, set())
        if vote.when is None and len(known) == 1:
            (vote.when,) = known


def _day_of_news(dates: Sequence[DateMention], sentences: Sequence[Sentence]) -> str | None:
    """Return the day named in one of the first two sentences, if it tells of a council's deed."""
    news = [sentence for sentence in sentences[:2] if _COUNCIL.search(sentence.text)]
    days = (date.when for sentence in news for date in dates if _is_within(date, sentence))
    return next((day for day in days if len(day) == 10), None)


def _is_within(date: DateMention, sentence: Sentence) -> bool:
    return sentence.start <= date.start < sentence.end


def _anchor(date: DateMention, sentence: Sentence) -> Token | None:
    """Return the word of a date that hangs on the rest of the sentence."""
    inside = [t for t in sentence.doc if date.start <= sentence.pieces[t.i].start < date.end]
    if not inside:
        return None
    heads = [t for t in inside if t.head not in inside]
    return heads[0] if heads else inside[-1]


def _governors(anchor: Token) -> list[Token]:
    """Return the words that a date may belong to: up to and including the nearest verb."""
    out = []
    for up in anchor.ancestors:
        out.append(up)
        if up.pos_ in ("VERB", "AUX"):
            break
    return out


def _chain(trigger: Token) -> list[Token]:
    """Return the trigger and the words above it whose date is its own."""
    chain, token = [trigger], trigger
    while token.head != token and not _has_own_time(token):
        token = token.head
        chain.append(token)
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("conj", "xcomp"):
            break
    return chain


def _has_own_time(token: Token) -> bool:
    """Say whether what governs a word may have happened at another time: a clause, something said or planned."""
    up = token.head
    if up.pos_ not in ("VERB", "AUX"):
        return token.dep_ in ("relcl", "acl")
    is_said = up.lemma_ in speech()["saying"] and token.dep_ in ("ccomp", "parataxis", "xcomp")
    is_planned = up.lemma_ in speech()["planning"] and token.dep_ == "xcomp"
    return is_said or is_planned or token.dep_ in ("advcl", "relcl", "ccomp")
