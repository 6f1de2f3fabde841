"""Which of a sentence's dates is the date of a deed: the one that hangs on its verb, not on "said on Friday".

The parse is asked first. Where the small parser hung a date on another word, the date counts all the same if it stands
in the deed's own clause: no other verb and no conjunction between them. Of several parties with a date each ("Mali in
2000 and Niger in 2002") each has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.asides import aside_of, is_within
from ingest.date_clauses import follows, in_clause, is_cited
from ingest.date_governors import anchor_of, aside_of_date, by_parse, dates_in, governors
from ingest.phrases import children

if TYPE_CHECKING:
    from ingest.claims import Draft
    from ingest.dates import DateMention
    from ingest.passages import Sentence
    from ingest.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEAR = 5  # words
# What a party does by announcing it.
_BY_WORD = frozenset({"withdrew_from", "sanctioned", "delisted", "dissolved", "established"})
_ANNOUNCING = frozenset({"announce", "declare", "say", "confirm"})


def dated(drafts: Sequence[Draft], sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[Draft]:
    """Yield the drafts of a sentence with their dates; one for each date where several are listed."""
    here = dates_in(dates, sentence)
    placed = [(date, anchor) for date in here if (anchor := anchor_of(date, sentence)) is not None]
    for draft in drafts:
        found = _date_of(draft, sentence, placed)
        if found is None or not _may_bear(draft, found[0]):
            yield draft
            continue
        date, is_begun = found
        draft.when = f"{date.when}/.." if is_begun and "/" not in date.when else date.when
        yield draft
        yield from (replace(draft, when=when) for when in date.also)


def _may_bear(draft: Draft, date: DateMention) -> bool:
    """Say whether a draft may have a date: what a firm makes and a body watches over is told of in general."""
    if draft.relation == "produced":
        return draft.quantity is not None
    return draft.relation != "monitors" or "/" in date.when


def _date_of(
    draft: Draft, sentence: Sentence, placed: Sequence[tuple[DateMention, Token]]
) -> tuple[DateMention, bool] | None:
    """Return the date of a draft, and whether it is the day on which a lasting deed began."""
    trigger, aside = draft.trigger, aside_of(draft.trigger)
    named = next((date for date, anchor in placed if date.relation == "noun" and _is_before(anchor, trigger)), None)
    if named is not None:
        return named, False
    placed = [(date, anchor) for date, anchor in placed if date.relation != "noun"]
    own = [(date, anchor) for date, anchor in placed if aside_of_date(anchor) == aside and not is_cited(anchor)]
    behind = next((date for date, anchor in own if date.relation == "offset" and follows(trigger, anchor)), None)
    if behind is not None:
        return behind, False
    own = [(date, anchor) for date, anchor in own if date.relation != "offset"]
    shared = _of_party(draft, sentence, own) if len(own) > 1 else None
    if shared is not None:
        return shared, False
    governed = by_parse(trigger, own)
    if governed is not None:
        return governed
    near = in_clause(trigger, own) or _at_that_time(trigger, aside, placed) or _by_word(draft, placed)
    return (near, False) if near is not None else None


# --- each party its date ------------------------------------------------------------------------------------------


def _is_before(anchor: Token, noun: Token) -> bool:
    """Say whether a date stands before a noun as its attribute: "Thursday's designations", "the March 2024 veto"."""
    between = noun.doc[anchor.i + 1 : noun.i]
    is_near = 0 < noun.i - anchor.i <= _NEAR and noun.pos_ in ("NOUN", "PROPN")
    return is_near and all(t.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "PART") for t in between)


def _of_party(draft: Draft, sentence: Sentence, own: Sequence[tuple[DateMention, Token]]) -> DateMention | None:
    """Return a party's own date in "blacklisted by Britain in 2023 and by the EU the month after"."""
    ordered = sorted(own, key=lambda pair: pair[1].i)
    parties = [t.i for t in sentence.doc if (m := sentence.mention(t)) and m.target in (draft.subject, draft.object)]
    for at in parties:
        earlier = [anchor for _, anchor in ordered if anchor.i < at]
        later = [(date, anchor) for date, anchor in ordered if anchor.i > at]
        if not later:
            continue
        first = earlier[-1] if earlier else None
        following = later[0][1]
        if first is not None and _is_elliptic(sentence.doc, max(first.i, 0), following.i, draft.trigger):
            return later[0][0]
    return None


def _is_elliptic(doc: Sequence[Token], first: int, last: int, trigger: Token) -> bool:
    """Say whether between two dates "and" joins another party to the verb before: no verb stands there."""
    between = doc[first:last]
    if trigger.i > first or not any(t.lower_ in ("and", ",", ";") for t in between):
        return False
    return not any(t.tag_ in _FINITE or t.pos_ == "VERB" for t in between if not _is_renaming(t))


def _is_renaming(token: Token) -> bool:
    aside = aside_of(token)
    return aside is not None and is_within(token, aside)


# --- at the same time ---------------------------------------------------------------------------------------------


def _at_that_time(
    trigger: Token, aside: Token | None, placed: Sequence[tuple[DateMention, Token]]
) -> DateMention | None:
    """Return the date of the main deed for what went on then: "stopped the tanker, which was carrying oil, in May"."""
    was_on = trigger.tag_ == "VBG" and any(child.lower_ in ("was", "were") for child in children(trigger, "aux"))
    if aside is None or aside.dep_ != "relcl" or aside != trigger or not was_on:
        return None
    outer = [(date, anchor) for date, anchor in placed if aside_of_date(anchor) == aside_of(aside.head)]
    verb = next((up for up in aside.ancestors if up.pos_ == "VERB"), None)
    found = by_parse(verb, outer) if verb is not None and len(outer) == len(placed) else None
    near = in_clause(verb, outer) if verb is not None and found is None and len(outer) == len(placed) else None
    return found[0] if found else near


# --- said and done ------------------------------------------------------------------------------------------------


def _by_word(draft: Draft, placed: Sequence[tuple[DateMention, Token]]) -> DateMention | None:
    """Return the day on which a party announced its own deed: "Niger said on Monday that it was leaving"."""
    trigger = draft.trigger
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ == "VERB"), trigger)
    is_own = draft.subject in draft.asserted_by and draft.relation in _BY_WORD and draft.status == "affirmed"
    if not is_own or verb.dep_ != "ccomp" or verb.head.lemma_ not in _ANNOUNCING:
        return None
    days = (date for date, anchor in placed if verb.head in governors(anchor) and len(date.when) == 10)
    return next(days, None)
