"""What a date hangs on by the parse, and which words above a deed share its time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.asides import aside_of
from ingest.parsing.phrases import children
from ingest.parsing.verbs import is_infinitive

if TYPE_CHECKING:
    from ingest.dates import DateMention
    from ingest.parsing.passages import Sentence
    from ingest.parsing.tokens import Token

_BESIDE = frozenset({"since", "after", "before", "following", "over", "despite", "amid", "ahead", "until"})
BEGINNING = frozenset({"begin", "start", "resume", "launch"})


def by_parse(trigger: Token, own: Sequence[tuple[DateMention, Token]]) -> tuple[DateMention, bool] | None:
    """Return the nearest date whose governing word is the trigger, or a word above it that shares its time."""
    shared = chain(trigger)
    best: tuple[int, DateMention] | None = None
    for date, anchor in own:
        above = governors(anchor)
        rank = next((rank for rank, token in enumerate(shared) if token in above), None)
        if rank is None or (rank and not _reaches_back(trigger, shared[rank], anchor)):
            continue
        is_finer = best is not None and rank == best[0] and _is_within(date, best[1])
        if best is None or rank < best[0] or is_finer:
            best = (rank, date)
    if best is None:
        return None
    begun = ("xcomp", "nsubj")  # "began sending", "deliveries began"
    return best[1], any(token.head.lemma_ in BEGINNING and token.dep_ in begun for token in shared[: best[0] + 1])


def _is_within(date: DateMention, other: DateMention) -> bool:
    """Say whether a date is part of another: "this year on 12 March"."""
    return date.relation == other.relation == "on" and date.when.startswith(other.when)


def dates_in(dates: Sequence[DateMention], sentence: Sentence) -> Sequence[DateMention]:
    """Return the dates that stand in a sentence, of those of the whole article in order."""
    first = bisect_left(dates, sentence.start, key=lambda date: date.start)
    return dates[first : bisect_left(dates, sentence.end, lo=first, key=lambda date: date.start)]


def anchor_of(date: DateMention, sentence: Sentence) -> Token | None:
    """Return the word of a date that hangs on the rest of the sentence."""
    inside = [t for t in sentence.doc if date.start <= sentence.pieces[t.i].start < date.end]
    if not inside:
        return None
    heads = [t for t in inside if t.head not in inside]
    return heads[0] if heads else inside[-1]


def governors(anchor: Token) -> list[Token]:
    """Return the words that a date may belong to: up to and including the nearest verb.

    In "since its invasion in February" that is the invasion.
    """
    out: list[Token] = []
    for up in anchor.ancestors:
        out.append(up)
        if up.pos_ in ("VERB", "AUX") or is_event_beside(up):
            break
    return [*out, *_told_of(out[-1])] if out else out


def is_event_beside(noun: Token) -> bool:
    is_beside = noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE
    return is_beside and noun.lower_ in word_lists()["event_nouns"]


def _told_of(verb: Token) -> list[Token]:
    """Return the verb of "it was in May that Iran sold"."""
    if verb.lemma_ != "be" or not any(subject.lower_ == "it" for subject in children(verb, "nsubj")):
        return []
    clauses = children(verb, "ccomp", "advcl", "relcl")
    return [clause for clause in clauses if any(child.lower_ == "that" for child in clause.children)]


def chain(trigger: Token) -> list[Token]:
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
        return token.dep_ in ("relcl", "acl") or (token.dep_ == "pcomp" and up.lower_ in ("for", "of", "over"))
    is_said = up.lemma_ in speech()["saying"] and token.dep_ in ("ccomp", "parataxis", "xcomp")
    is_planned = up.lemma_ in speech()["planning"] and token.dep_ == "xcomp"
    is_charge = up.lemma_ in speech()["accusing"] and token.dep_ == "prep"
    is_purpose = is_infinitive(token) and up.lemma_ not in speech()["saying"]
    is_at_once = token.dep_ == "advcl" and (is_purpose or (token.tag_ == "VBG" and not children(token, "mark", "aux")))
    return is_said or is_planned or is_charge or (token.dep_ in ("advcl", "relcl", "ccomp") and not is_at_once)


def _reaches_back(trigger: Token, above: Token, anchor: Token) -> bool:
    """Say whether a date of the first of coordinated verbs is the others' too: "In May it shelled and bombed".

    A clause with a subject of its own, or behind the date in another tense, has a time of its own.
    """
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ in ("VERB", "AUX")), trigger)
    if verb.dep_ != "conj" or above.pos_ not in ("VERB", "AUX") or above == verb:
        return True
    if children(verb, "nsubj", "nsubjpass") or above.lemma_ in BEGINNING:
        return False
    return anchor.i < above.i or (anchor.i < verb.i and _tense(verb) == _tense(above))


def _tense(verb: Token) -> tuple[str, bool]:
    return verb.tag_, any(child.lower_ in ("has", "have", "had", "will", "would") for child in children(verb, "aux"))


def aside_of_date(anchor: Token) -> Token | None:
    """Return the aside that a date stands in; "the treaty, which bans mines, in June" ends with the comma before it."""
    doc, first = anchor.doc, min(t.i for t in anchor.subtree)
    aside = aside_of(anchor.head if anchor.dep_ == "appos" else anchor)
    if aside is None or first < 2 or doc[first - 1].text != "," or aside.i > first:
        return aside
    if any(
        word.dep_ in ("appos", "npadvmod") and word.i > aside.i for word in (doc[first - 2], *doc[first - 2].ancestors)
    ):
        return aside  # "which listed the chief, Ali Hassan, in May": the comma ends the name
    return aside_of(aside.head) if doc[first - 2].pos_ in ("NOUN", "PROPN") else aside
