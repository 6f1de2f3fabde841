"""Which of a sentence's dates is the date of a deed: the one that hangs on its verb, not on "said on Friday"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.attribution import lexicon
from ingest.passages import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ingest.dates import DateMention


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
            if saying or token.dep_ in ("advcl", "relcl", "ccomp"):
                break
        elif token.dep_ in ("relcl", "acl"):
            break
        chain.append(up)
        token = up
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("conj", "xcomp"):
            break
    return chain
