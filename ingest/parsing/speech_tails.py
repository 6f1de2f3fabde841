"""Speech set off by commas: "..., Japan said on Monday", "..., said two diplomats", "where, officials say, ...".

The small parser often hangs such an insert on the wrong word, so it is found by its shape: a stretch between commas
that holds a verb of saying, who says it, and nothing else but when, where and to whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import speech
from ingest.parsing.verbs import is_finite

if TYPE_CHECKING:
    from ingest.parsing.passages import Sentence
    from ingest.parsing.tokens import Token

_MARKS = frozenset({",", ";", ":", "—", "–", "--", "."})
_STRONG_MARKS = frozenset({";", ":"})
# What ends that which an insert before it reports: for the first of a sentence only a strong mark.
_CLOSING = {True: _STRONG_MARKS, False: _MARKS}
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "who"})
_OPENERS = frozenset({"where", "which", "that", "because", "when", "and", "but", "who", "while", "although", "with"})
_JOINTS = frozenset({"and", "but", "or", "that", "which", "who", "whose", "if", "after", "before", "when", "while"})
# "Something neither side has confirmed", "less than it thinks": nobody says what stands before.
_UNSAID = frozenset({"something", "nothing", "neither", "nor", "not", "never", "no", "nobody", "none", "than"})
# "He pointed out", "she went on".
_WITH_PARTICLE = {"pointed": "out", "points": "out", "point": "out", "went": "on", "goes": "on", "go": "on"}
_TIMES = frozenset({"last", "this", "late", "earlier", "later", "here", "then", "again"})
_LONGEST = 18  # words


@dataclass(frozen=True, slots=True)
class Tail:
    """An insert of speech, `doc[start:end]`.

    `is_opening`: it stands before what it reports, after "where" or "and", or (`is_first`) with no verb before it: "In
    2023, the panel found, ...".
    """

    start: int
    end: int
    verb: Token
    speaker: Token
    is_opening: bool
    is_first: bool = False


def find_tails(doc: Sequence[Token]) -> Iterator[Tail]:
    """Yield the inserts of speech of a sentence, in order."""
    stretches = list(_stretches(doc))
    for number, (start, end) in enumerate(stretches):
        if number == 0 or end - start > _LONGEST:
            continue
        verb = next((t for t in doc[start:end] if _is_speech(t)), None)
        speaker = _speaker(doc, stretches[: number + 1], verb) if verb is not None else None
        if verb is not None and speaker is not None:
            first = min(start, _start_of(speaker, stretches))
            is_last = end + 1 >= len(doc)
            is_first = not is_last and not any(is_finite(t) for t in doc[:first])
            yield Tail(first, end, verb, speaker, is_first or (not is_last and _is_opening(doc, first)), is_first)


def says(verb: Token) -> bool:
    """Say whether a verb is one by which its subject says something, and not "holds a post", "finds a ship"."""
    words = speech()
    if verb.pos_ != "VERB" or verb.lemma_ not in words["saying"] | words["denying"]:
        return False
    if verb.lemma_ not in words["doing_too"]:
        return True
    clauses = ("ccomp", "xcomp", "parataxis", "advcl")
    return any(child.dep_ in clauses for child in verb.children) or verb.dep_ in ("parataxis", "ccomp")


def covering(trigger: Token, sentence: Sentence) -> Tail | None:
    """Return the insert that reports the clause of `trigger`: the next one behind it, or one that opens the clause."""
    doc = sentence.doc
    for tail in sentence.tails:
        if tail.is_opening:
            if tail.end <= trigger.i and not any(
                t.text in _CLOSING[tail.is_first] for t in doc[tail.end + 1 : trigger.i]
            ):
                return tail
        elif _stands_behind(tail, trigger) or _stands_before(tail, trigger):
            return tail
    return None


def _stands_behind(tail: Tail, trigger: Token) -> bool:
    """Say whether an insert comes later in the clause of `trigger`; the last of a sentence reports all of it."""
    between = trigger.doc[trigger.i : tail.start]
    is_last = tail.end + 1 >= len(trigger.doc)
    begins = any(t.text == "," and t.doc[t.i + 1].lower_ in ("and", "but") for t in between[:-1]) and not is_last
    has_verb = begins and any(is_finite(t) for t in between[1:])
    return trigger.i < tail.start and not has_verb and not any(t.text in _STRONG_MARKS for t in between)


def _stands_before(tail: Tail, trigger: Token) -> bool:
    """Say whether an insert parts a clause from its subject: "The rifles that were found, he said, had come from"."""
    verb = tail.verb.head
    is_inside = tail.verb.dep_ == "parataxis" and tail.end < verb.i and tail.end <= trigger.i
    return is_inside and (trigger == verb or verb in trigger.ancestors)


def _stretches(doc: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield what stands between the marks of a sentence, none empty."""
    start = 0
    for token in doc:
        if token.text in _MARKS:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def _is_speech(token: Token) -> bool:
    if token.i and token.doc[token.i - 1].pos_ == "ADP":  # "minister of state"
        return False
    if token.lower_ in _WITH_PARTICLE:
        return token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == _WITH_PARTICLE[token.lower_]
    is_finite = token.tag_ in ("VBD", "VBZ", "VBP", "NNS", "NNP", "NNPS", "VBN")
    return (is_finite and token.lemma_.lower() in speech()["saying_behind"]) or token.lower_ in ("said", "says")


def _speaker(doc: Sequence[Token], stretches: Sequence[tuple[int, int]], verb: Token) -> Token | None:
    """Return who speaks in the last of `stretches`, if it is an insert of speech at all."""
    start, end = stretches[-1]
    before, after = list(doc[start : verb.i]), list(doc[verb.i + 1 : end])
    if before and before[0].lower_ == "as":
        before = before[1:]
    if any(_is_verbal(t) for t in after) or any(t.lower_ in _JOINTS for t in (*before[:1], *after)):
        return None
    if any(t.lower_ in _UNSAID or (t.lower_ == "it" and t.dep_ == "nsubjpass") for t in before):
        return None  # nor does anybody say it in "it is alleged"
    if before and not all(t.lower_ in ("has", "have", "had", "also", "later", "itself") for t in before):
        return _head(before) if not any(_is_verbal(t) for t in before[:-1]) and _is_adverbial(after, verb) else None
    inverted = None if verb.lemma_ == "tell" or _is_adverbial(after, verb) else _head(after)
    return inverted or (_before_renaming(doc, stretches) if _is_adverbial(after, verb) else None)


def _before_renaming(doc: Sequence[Token], stretches: Sequence[tuple[int, int]]) -> Token | None:
    """Return the name in "..., John Kirby, the spokesman, said"."""
    if len(stretches) < 4:
        return None
    (first, last), (start, end) = stretches[-3:-1]
    is_renaming = doc[start].lower_ in _ARTICLES and not any(_is_verbal(t) for t in doc[start + 1 : end])
    is_name = not any(_is_verbal(t) or t.lower_ in _JOINTS for t in doc[first:last])
    return _head(list(doc[first:last])) if is_renaming and is_name and last - first <= _LONGEST else None


def _is_verbal(token: Token) -> bool:
    return is_finite(token) and token.lower_ not in ("has", "have", "had")


def _is_adverbial(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether what follows a verb of saying only tells when, where and to whom."""
    if not tokens:
        return True
    first = tokens[0]
    if verb.lemma_ == "tell":
        return True
    is_time = first.lower_ in _TIMES or first.lower_.endswith("day")
    return first.pos_ == "ADP" or first.tag_ in ("IN", "RB", "RP") or is_time


def _head(tokens: Sequence[Token]) -> Token | None:
    """Return the noun that a stretch of words names: the first that no other of its words governs."""
    nouns = [t for t in tokens if t.pos_ in _NAMING or t.tag_.startswith("NN") or t.text[0].isupper()]
    if not nouns and len(tokens) == 2 and tokens[0].lower_ == "the":  # "the collective reckons"
        return tokens[1]
    return next((noun for noun in nouns if noun.head not in tokens), nouns[-1] if len(nouns) == 1 else None)


def _start_of(speaker: Token, stretches: Sequence[tuple[int, int]]) -> int:
    return next(start for start, end in stretches if start <= speaker.i < end)


def _is_opening(doc: Sequence[Token], start: int) -> bool:
    """Say whether an insert stands in a clause that has only begun: "where, officials say,", "and Kenya, he said,"."""
    for token in reversed(doc[: max(0, start - 1)]):
        if token.lower_ in _OPENERS and (token.lower_ != "with" or token.i == start - 2):
            return True
        is_having = token.lemma_ == "have" and token.pos_ == "VERB"
        if _is_verbal(token) or is_having or token.text in _STRONG_MARKS or token.tag_ in ("VBN", "VBG"):
            return False
    return False
