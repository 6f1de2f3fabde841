"""Which of a sentence's dates is the date of a deed: the one that hangs on its verb, not on "said on Friday".

The parse is asked first. Where the small parser hung a date on another word, the date counts all the same if it stands
in the deed's own clause: no other verb and no conjunction between them. Of several parties with a date each ("Mali in
2000 and Niger in 2002") each has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.parsing.asides import aside_of
from ingest.parsing.phrases import children
from ingest.timing.clauses import follows, in_clause, is_cited
from ingest.timing.governors import BEGINNING, anchor_of, aside_of_date, by_parse, dates_in, governors
from ingest.timing.rounds import DAY

if TYPE_CHECKING:
    from ingest.claims import Draft
    from ingest.dates import DateMention
    from ingest.parsing.passages import Sentence
    from ingest.parsing.tokens import Token

_NEAR = 5  # words
# What a party does by announcing it.
_BY_WORD = frozenset({"withdrew_from", "sanctioned", "delisted", "dissolved", "established"})
_UNTIL = ("until", "till", "through", "up to")
_STAYING = frozenset({"be", "remain", "stay", "keep", "maintain"})
_ANNOUNCING = frozenset({"announce", "declare", "say", "confirm"})


def dated(drafts: Sequence[Draft], sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[Draft]:
    """Yield the drafts of a sentence with their dates; one for each date where several are listed."""
    here = dates_in(dates, sentence)
    placed = [(date, anchor) for date in here if (anchor := anchor_of(date, sentence)) is not None]
    of_speech = {i for tail in sentence.tails for i in range(tail.start, tail.end)} if placed else set()
    for draft in drafts:
        own = [(date, anchor) for date, anchor in placed if anchor.i not in of_speech and not _is_end(date, draft)]
        found = _date_of(draft, sentence, own)
        found = found or _by_word(draft, placed)
        if found is None or not _may_bear(draft, found[0]):
            yield draft
            continue
        date, is_begun = found
        draft.when = f"{date.when}/.." if is_begun and "/" not in date.when else date.when
        yield draft
        yield from (replace(draft, when=when) for when in date.also)


def _is_end(date: DateMention, draft: Draft) -> bool:
    """Say whether a date tells how long a measure shall last, not when it was taken: "renewed until May 2027"."""
    is_taken = draft.relation in _BY_WORD and draft.trigger.lemma_ not in _STAYING
    return is_taken and date.relation == "until" and date.text.lower().startswith(_UNTIL)


def _may_bear(draft: Draft, date: DateMention) -> bool:
    """Say whether a draft may have a date: what firms make and bodies watch, members and founders are so in general."""
    if draft.is_answer:
        return False
    if draft.relation == "produced":
        return draft.quantity is not None or date.relation == "since"
    is_told_of_somebody = draft.relation == "member_of" or draft.entry == "established/founder"
    is_general = draft.relation == "monitors" or (is_told_of_somebody and draft.trigger.pos_ == "NOUN")
    return not is_general or "/" in date.when


def _date_of(
    draft: Draft, sentence: Sentence, placed: Sequence[tuple[DateMention, Token]]
) -> tuple[DateMention, bool] | None:
    """Return the date of a draft, and whether it is the day on which a lasting deed began."""
    trigger, aside = draft.trigger, aside_of(draft.trigger)
    named = _of_noun(trigger, placed) or _when(trigger, placed)
    if named is not None:
        return named, False
    placed = [(date, anchor) for date, anchor in placed if date.relation not in ("noun", "when")]
    own = [(date, anchor) for date, anchor in placed if aside_of_date(anchor) == aside and not is_cited(anchor)]
    behind = next((date for date, anchor in own if date.relation == "offset" and follows(trigger, anchor)), None)
    if behind is not None:
        return behind, False
    own = [(date, anchor) for date, anchor in own if date.relation != "offset"]
    shared = _of_party(draft, sentence, own) if len(own) > 1 else None
    if shared is not None:
        return shared, False
    governed = by_parse(trigger, own) or _begun(trigger, placed)
    if governed is not None:
        return governed
    near = in_clause(trigger, own) or _at_that_time(trigger, aside, placed) or _stopped(draft, own)
    return (near, False) if near is not None else None


# --- each party its date ------------------------------------------------------------------------------------------


def _of_noun(trigger: Token, placed: Sequence[tuple[DateMention, Token]]) -> DateMention | None:
    """Return the date before a noun that is the trigger, or by which the trigger tells: "Thursday's listings hit"."""
    nouns = [trigger, *(t for t in children(trigger, "nsubj") if t.lower_ in word_lists()["designation_nouns"])]
    dates = (date for date, anchor in placed if date.relation == "noun" and any(_is_before(anchor, n) for n in nouns))
    return next(dates, None)


def _when(trigger: Token, placed: Sequence[tuple[DateMention, Token]]) -> DateMention | None:
    """Return the date that a clause explains: "until 6 May, when the two sides concluded a truce"."""
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ == "VERB"), trigger)
    opener = next((child for child in verb.children if child.lower_ == "when" and child.i < verb.i), None)
    if opener is None:
        return None
    before = opener.i - 2 if opener.doc[opener.i - 1].text == "," else opener.i - 1
    for date, anchor in placed:
        if before in (t.i for t in anchor.subtree) and anchor.i <= before:
            return replace(date, when=date.when.split("/")[-1]) if date.when[-1] != "." else None
    return None


def _is_before(anchor: Token, noun: Token) -> bool:
    """Say whether a date stands before a noun as its attribute: "Thursday's designations", "the March 2024 veto"."""
    between = noun.doc[anchor.i + 1 : noun.i]
    is_near = 0 < noun.i - anchor.i <= _NEAR and noun.pos_ in ("NOUN", "PROPN")
    return is_near and all(t.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "PART") for t in between)


def _of_party(draft: Draft, sentence: Sentence, own: Sequence[tuple[DateMention, Token]]) -> DateMention | None:
    """Return a party's own date in "blacklisted by Britain in 2023 and by the EU the month after".

    It is the only date of the part of the sentence, between two joints and without a verb, that names the party.
    """
    joints = [t.i for t in sentence.doc if t.i > draft.trigger.i and _is_joint(t)]
    parties = [t.i for t in sentence.doc if (m := sentence.mention(t)) and m.target in (draft.subject, draft.object)]
    for at in parties:
        start = max((joint for joint in joints if joint < at), default=None)
        if start is None:
            continue
        end = min((joint for joint in joints if joint > at), default=len(sentence.doc))
        inside = [date for date, anchor in own if start < anchor.i < end]
        if len(inside) == 1 and not any(_is_clause(t) for t in sentence.doc[start:end]):
            return inside[0]
    return None


def _is_joint(token: Token) -> bool:
    """Say whether a word joins another party to the verb before: "and", or a comma before a name."""
    if token.text != ",":
        return token.lower_ in ("and", "or", ";", "but")
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].pos_ == "PROPN"


def _is_clause(token: Token) -> bool:
    """Say whether a word is the verb of a clause, not one in an aside."""
    is_verb = token.tag_ in ("VBD", "VBZ", "VBP", "MD") or (token.pos_ == "VERB" and token.dep_ not in ("amod", "acl"))
    return is_verb and aside_of(token) is None


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


def _begun(trigger: Token, placed: Sequence[tuple[DateMention, Token]]) -> tuple[DateMention, bool] | None:
    """Return the date on which a deed began that a noun names: "the strikes which Israel began in May"."""
    clauses = (
        [verb for verb in children(trigger, "relcl") if verb.lemma_ in BEGINNING] if trigger.pos_ == "NOUN" else []
    )
    found = next((found for verb in clauses if (found := by_parse(verb, placed)) is not None), None)
    return (found[0], len(found[0].when) < DAY) if found else None


def _stopped(draft: Draft, own: Sequence[tuple[DateMention, Token]]) -> DateMention | None:
    """Return the date on which goods were stopped: "In May it seized rifles from a ship that had left Miami"."""
    if draft.relation != "supplied" or draft.status != "planned" or draft.trigger.dep_ not in ("relcl", "acl"):
        return None
    verb = next((up for up in draft.trigger.ancestors if up.pos_ == "VERB"), None)
    found = by_parse(verb, own) if verb is not None and verb.lemma_ in word_lists()["stopping_verbs"] else None
    return found[0] if found else None


# --- said and done ------------------------------------------------------------------------------------------------


def _by_word(draft: Draft, placed: Sequence[tuple[DateMention, Token]]) -> tuple[DateMention, bool] | None:
    """Return the day on which a party announced its own deed: "Niger said on Monday that it was leaving"."""
    trigger = draft.trigger
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ == "VERB"), trigger)
    is_own = draft.subject in draft.asserted_by and draft.relation in _BY_WORD and draft.status == "affirmed"
    if not is_own or verb.dep_ != "ccomp" or verb.head.lemma_ not in _ANNOUNCING:
        return None
    days = (date for date, anchor in placed if verb.head in governors(anchor) and len(date.when) == 10)
    return next(((day, False) for day in days), None)
