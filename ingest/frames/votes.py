"""Votes given as lists: "nine votes in favour (Denmark, France), with 2 abstentions (Mali)", "Abstaining: Mali"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.arguments.measures import measure_near
from ingest.claims import Draft
from ingest.coreference import Referents
from ingest.parsing.passages import Sentence

_CUES = {
    "voted_for": {"favour", "favor"},
    "voted_against": {"against"},
    "abstained": {"abstentions", "abstaining", "abstention", "abstained", "abstain"},
}
_CUE_REACH = 3  # words before the bracketed one
_BEFORE_COLON = 5  # words
_IN_WORDS = {
    "abstained": re.compile(r"\babstain(?:ed|ing)\b"),
    "voted_against": re.compile(r"\b(?:voted|voting) against\b"),
    "voted_for": re.compile(r"\b(?:voted|voting) (?:for|in favou?r)\b"),
}


def listed_votes(sentence: Sentence, referents: Referents) -> list[Draft]:
    """Return a draft for each state in a list behind a word of voting; the measure is noted as voted on."""
    found: list[Draft] = []
    if _is_on_amendment(sentence):
        return found
    for relation, (start, end), index in (*_in_brackets(sentence, referents), *_behind_colon(sentence)):
        states = [m.target for m in referents.names.mentions if start <= m.start < end and m.is_state]
        measure = measure_near(start, sentence, referents) if states else None
        if measure:
            referents.history.measures.append((start, measure))
            found += [
                Draft(
                    relation, state, measure, None, None, "affirmed", (), sentence, sentence.doc[index],
                    marks=[(start, end)], why=("votes listed",),
                )
                for state in dict.fromkeys(states)
            ]  # fmt: skip
    return found


def _is_on_amendment(sentence: Sentence) -> bool:
    """Say whether the votes are on a change to a text, and so not on the text: "The amendment received 4 votes"."""
    subjects = (t for t in sentence.doc if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT")
    return any(t.lower_ == "amendment" for t in subjects)


def _in_brackets(sentence: Sentence, referents: Referents) -> Iterator[tuple[str, tuple[int, int], int]]:
    """Yield the vote, the span and the word before it for each bracket: "2 against (Mali)", "(Mali abstaining)"."""
    for index, (start, end) in sentence.asides.items():
        words = [piece.word.lower() for piece in sentence.pieces[max(0, index - _CUE_REACH) : index + 1]]
        relation = _cue(words[::-1])
        if relation:
            yield relation, (start, end), index
            continue
        for told, pattern in _IN_WORDS.items():
            for cue in pattern.finditer(referents.text, start, end):
                yield told, (start, cue.start()), index
                start = cue.end()


def _behind_colon(sentence: Sentence) -> Iterator[tuple[str, tuple[int, int], int]]:
    """Yield the vote, the span and the word before it of a list: "In favour: Algeria and Guyana"."""
    words = [piece.word.lower() for piece in sentence.pieces]
    for at, word in enumerate(words):
        relation = _cue(words[max(0, at - _BEFORE_COLON) : at][::-1]) if word == ":" else None
        if relation and at < _BEFORE_COLON + 1:
            yield relation, (sentence.pieces[at].end, _end_of_list(sentence, at)), at - 1


def _end_of_list(sentence: Sentence, at: int) -> int:
    ends = (piece.start for piece in sentence.pieces[at + 1 :] if piece.word in (";", ":"))
    return next(ends, sentence.end)


def _cue(words: list[str]) -> str | None:
    """Return the vote that the first word of voting among these tells of."""
    return next((name for word in words for name, cues in _CUES.items() if word in cues), None)
