"""Which of a sentence's dates is the date of a deed: the one that hangs on its verb, not on "said on Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.attribution import lexicon
from ingest.passages import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ingest.dates import DateMention
    from ingest.frames import Draft


def date_of(trigger: Token, sentence: Sentence, dates: Sequence[DateMention]) -> str | None:
    """Return the EDTF date of what `trigger` tells, or None.

    `dates` are the article's date mentions in order. The nearest date whose governing word is the trigger, a verb that
    the trigger hangs on without a verb of saying between, or (before the trigger) the first of coordinated verbs.
    """
    best: tuple[int, str] | None = None
    chain = _chain(trigger)
    for date in dates:
        if not sentence.start <= date.start < sentence.end:
            continue
        anchor = _anchor(date, sentence)
        if anchor is None:
            continue
        for rank, token in enumerate(chain):
            if token in _governors(anchor) and (best is None or rank < best[0]):
                best = (rank, date.when)
    return best[1] if best else None


_COUNCIL = re.compile(r"\b(?:Council|vetoed|veto|vote|voted|resolution|Resolution)\b")
_VOTES = frozenset({"vetoed", "abstained", "voted_for", "voted_against"})


def share_dates(drafts: Sequence[Draft], dates_found: Sequence[DateMention], sentences: Sequence[Sentence]) -> None:
    """Give the votes on one measure the one date that the article gives for any of them.

    A vote that none dates is the news itself where the article opens with a council's deed and its day.
    """
    news = next((d.when for s in sentences[:2] if _COUNCIL.search(s.text) for d in dates_found if s.start <= d.start < s.end and len(d.when) == 10), None)
    for draft in drafts:
        if draft.relation in _VOTES and not any(d.relation in _VOTES and d.when and d.object == draft.object for d in drafts):
            if not any(draft.sentence.start <= d.start < draft.sentence.end for d in dates_found):
                draft.when = news
    dates: dict[str | None, set[str]] = {}
    for draft in drafts:
        if draft.relation in _VOTES and draft.when:
            dates.setdefault(draft.object, set()).add(draft.when)
    for draft in drafts:
        known = dates.get(draft.object, set())
        if draft.relation in _VOTES and draft.when is None and len(known) == 1:
            (draft.when,) = known


def _anchor(date: DateMention, sentence: Sentence) -> Token | None:
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
    while token.head != token:
        up = token.head
        if up.pos_ in ("VERB", "AUX"):
            saying = up.lemma_ in lexicon()["saying"] and token.dep_ in ("ccomp", "parataxis", "xcomp")
            planning = up.lemma_ in lexicon()["planning"] and token.dep_ == "xcomp"
            if saying or planning or token.dep_ in ("advcl", "relcl", "ccomp"):
                break
        elif token.dep_ in ("relcl", "acl"):
            break
        chain.append(up)
        token = up
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("conj", "xcomp"):
            break
    return chain
