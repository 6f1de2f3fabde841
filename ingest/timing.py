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
from ingest.phrases import children
from ingest.wordlists import speech, word_lists

if TYPE_CHECKING:
    from ingest.claims import Draft
    from ingest.dates import DateMention
    from ingest.passages import Sentence
    from ingest.tokens import Token

_SUBORDINATORS = frozenset({
    "that", "which", "who", "whom", "whose", "where", "when", "while", "after", "before", "because", "as", "since",
    "although", "though", "if", "until", "whereas",
})  # fmt: skip
_PARTS = frozenset({";", ":", "—", "–", "(", ")"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BESIDE = frozenset({"since", "after", "before", "following", "over", "despite", "amid", "ahead", "until"})
_BEGINNING = frozenset({"begin", "start"})
_NEAR = 5  # words
# What a party does by announcing it.
_BY_WORD = frozenset({"withdrew_from", "sanctioned", "delisted", "dissolved", "established"})
_ANNOUNCING = frozenset({"announce", "declare", "say", "confirm"})


def dated(drafts: Sequence[Draft], sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[Draft]:
    """Yield the drafts of a sentence with their dates; one for each date where several are listed."""
    placed = [(date, anchor) for date in dates if (anchor := anchor_of(date, sentence)) is not None]
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


def is_in(date: DateMention, sentence: Sentence) -> bool:
    """Say whether a date stands in a sentence."""
    return sentence.start <= date.start < sentence.end


def _date_of(
    draft: Draft, sentence: Sentence, placed: Sequence[tuple[DateMention, Token]]
) -> tuple[DateMention, bool] | None:
    """Return the date of a draft, and whether it is the day on which a lasting deed began."""
    trigger, aside = draft.trigger, aside_of(draft.trigger)
    named = next((date for date, anchor in placed if date.relation == "noun" and _is_before(anchor, trigger)), None)
    if named is not None:
        return named, False
    placed = [(date, anchor) for date, anchor in placed if date.relation != "noun"]
    own = [(date, anchor) for date, anchor in placed if _aside_of_date(anchor) == aside and not _is_cited(anchor)]
    behind = next((date for date, anchor in own if date.relation == "offset" and _follows(trigger, anchor)), None)
    if behind is not None:
        return behind, False
    own = [(date, anchor) for date, anchor in own if date.relation != "offset"]
    shared = _of_party(draft, sentence, own) if len(own) > 1 else None
    if shared is not None:
        return shared, False
    by_parse = _by_parse(trigger, own)
    if by_parse is not None:
        return by_parse
    near = _in_clause(trigger, own) or _at_that_time(trigger, aside, placed) or _by_word(draft, placed)
    return (near, False) if near is not None else None


# --- by the parse -------------------------------------------------------------------------------------------------


def _by_parse(trigger: Token, own: Sequence[tuple[DateMention, Token]]) -> tuple[DateMention, bool] | None:
    """Return the nearest date whose governing word is the trigger, or a word above it that shares its time."""
    chain = _chain(trigger)
    best: tuple[int, DateMention] | None = None
    for date, anchor in own:
        governors = _governors(anchor)
        rank = next((rank for rank, token in enumerate(chain) if token in governors), None)
        if rank is None or (rank and not _reaches_back(trigger, chain[rank], anchor)):
            continue
        if best is None or rank < best[0]:
            best = (rank, date)
    if best is None:
        return None
    return best[1], any(token.head.lemma_ in _BEGINNING and token.dep_ == "xcomp" for token in chain[: best[0] + 1])


def anchor_of(date: DateMention, sentence: Sentence) -> Token | None:
    """Return the word of a date that hangs on the rest of the sentence."""
    if not is_in(date, sentence):
        return None
    inside = [t for t in sentence.doc if date.start <= sentence.pieces[t.i].start < date.end]
    if not inside:
        return None
    heads = [t for t in inside if t.head not in inside]
    return heads[0] if heads else inside[-1]


def _governors(anchor: Token) -> list[Token]:
    """Return the words that a date may belong to: up to and including the nearest verb.

    In "since its invasion in February" that is the invasion.
    """
    out: list[Token] = []
    for up in anchor.ancestors:
        out.append(up)
        if up.pos_ in ("VERB", "AUX") or _is_event_beside(up):
            break
    return [*out, *_told_of(out[-1])] if out else out


def _is_event_beside(noun: Token) -> bool:
    is_beside = noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE
    return is_beside and noun.lower_ in word_lists()["event_nouns"]


def _told_of(verb: Token) -> list[Token]:
    """Return the verb of "it was in May that Iran sold"."""
    if verb.lemma_ != "be" or not any(subject.lower_ == "it" for subject in children(verb, "nsubj")):
        return []
    clauses = children(verb, "ccomp", "advcl", "relcl")
    return [clause for clause in clauses if any(child.lower_ == "that" for child in clause.children)]


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
    is_charge = up.lemma_ in speech()["accusing"] and token.dep_ == "prep"
    is_at_once = token.dep_ == "advcl" and token.tag_ == "VBG" and not children(token, "mark", "aux")
    return is_said or is_planned or is_charge or (token.dep_ in ("advcl", "relcl", "ccomp") and not is_at_once)


def _reaches_back(trigger: Token, above: Token, anchor: Token) -> bool:
    """Say whether a date of the first of coordinated verbs is the others' too: "In May it shelled and bombed".

    A clause with a subject of its own, or behind the date in another tense, has a time of its own.
    """
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ in ("VERB", "AUX")), trigger)
    if verb.dep_ != "conj" or above.pos_ not in ("VERB", "AUX") or above == verb:
        return True
    if children(verb, "nsubj", "nsubjpass"):
        return False
    return anchor.i < above.i or (anchor.i < verb.i and _tense(verb) == _tense(above))


def _tense(verb: Token) -> tuple[str, bool]:
    return verb.tag_, any(child.lower_ in ("has", "have", "had", "will", "would") for child in children(verb, "aux"))


# --- by what stands between ---------------------------------------------------------------------------------------


def _in_clause(trigger: Token, own: Sequence[tuple[DateMention, Token]]) -> DateMention | None:
    """Return the nearest date in the clause of the trigger, if the parser gave it to no other deed."""
    near = [(abs(anchor.i - trigger.i), date) for date, anchor in own if _shares_clause(trigger, anchor)]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _shares_clause(trigger: Token, anchor: Token) -> bool:
    first, last = sorted((trigger.i, anchor.i))
    between = trigger.doc[first + 1 : last]
    if anchor.i < trigger.i and _follows_speech(anchor):
        return False
    if any(
        _is_event_beside(up) or (up.lower_ in word_lists()["event_nouns"] and up.i > first) for up in _governors(anchor)
    ):
        return False
    aside, chain = aside_of(trigger), _chain(trigger)
    above = [up for up in trigger.ancestors if up not in chain]
    if any(governor in above and not _speaks_behind(governor, anchor) for governor in _governors(anchor)):
        return False
    return not any(_parts(token, chain) for token in between if aside_of(token) == aside)


def _speaks_behind(verb: Token, anchor: Token) -> bool:
    """Say whether a verb of saying and its subject stand behind a date, which is not theirs: "in May, Mali said"."""
    return verb.i > anchor.i and any(subject.i > anchor.i for subject in children(verb, "nsubj"))


def _parts(token: Token, chain: Sequence[Token]) -> bool:
    """Say whether a word begins another clause than that of the trigger and the words that share its time."""
    if token.text in _PARTS or (token.lower_ in _SUBORDINATORS and token.dep_ in ("mark", "advmod", "nsubj", "dobj")):
        return True
    if token.dep_ == "cc" and token.head.pos_ in ("VERB", "AUX"):
        return True
    is_verb = token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass"))
    return is_verb and token not in chain and not _is_attribute(token)


def _is_attribute(token: Token) -> bool:
    return token.dep_ in ("amod", "compound")


def _follows_speech(anchor: Token) -> bool:
    """Say whether a date stands right behind a verb of saying: "said on Friday Iran had sent"."""
    before = anchor.doc[anchor.i - 1] if anchor.i else anchor
    return before.lemma_ in speech()["saying"] and before.pos_ == "VERB"


def _is_cited(anchor: Token) -> bool:
    """Say whether a date is that of a report: "according to a report in March"."""
    return any(up.lower_ in ("according", "dated", "published", "issued", "released") for up in anchor.ancestors)


def _follows(trigger: Token, anchor: Token) -> bool:
    """Say whether the clause of the trigger is the one that "seven months after" opens."""
    if trigger.i <= anchor.i:
        return False
    verbs = [
        t for t in trigger.doc[anchor.i + 1 : trigger.i] if t.pos_ == "VERB" and t.tag_ in _FINITE | {"VBN", "VBG"}
    ]
    return not any(verb not in trigger.ancestors for verb in verbs) and len(verbs) < 2


# --- each party its date ------------------------------------------------------------------------------------------


def _aside_of_date(anchor: Token) -> Token | None:
    """Return the aside that a date stands in; "the treaty, which bans mines, in June" ends with the comma before it."""
    aside, doc, first = aside_of(anchor), anchor.doc, min(t.i for t in anchor.subtree)
    if aside is None or first < 2 or doc[first - 1].text != "," or aside.i > first:
        return aside
    return aside_of(aside.head) if doc[first - 2].pos_ in ("NOUN", "PROPN") else aside


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
    outer = [(date, anchor) for date, anchor in placed if _aside_of_date(anchor) == aside_of(aside.head)]
    verb = next((up for up in aside.ancestors if up.pos_ == "VERB"), None)
    found = _by_parse(verb, outer) if verb is not None and len(outer) == len(placed) else None
    near = _in_clause(verb, outer) if verb is not None and found is None and len(outer) == len(placed) else None
    return found[0] if found else near


# --- said and done ------------------------------------------------------------------------------------------------


def _by_word(draft: Draft, placed: Sequence[tuple[DateMention, Token]]) -> DateMention | None:
    """Return the day on which a party announced its own deed: "Niger said on Monday that it was leaving"."""
    trigger = draft.trigger
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ == "VERB"), trigger)
    is_own = draft.subject in draft.asserted_by and draft.relation in _BY_WORD and draft.status == "affirmed"
    if not is_own or verb.dep_ != "ccomp" or verb.head.lemma_ not in _ANNOUNCING:
        return None
    days = (date for date, anchor in placed if verb.head in _governors(anchor) and len(date.when) == 10)
    return next(days, None)
