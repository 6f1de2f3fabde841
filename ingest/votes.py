"""Votes listed in brackets: "nine votes in favour (Denmark, France), with 2 abstentions (Mali, Niger)"."""

from __future__ import annotations

from ingest.claims import Draft
from ingest.coreference import Referents
from ingest.passages import Sentence

VOTES = frozenset({"vetoed", "abstained", "voted_for", "voted_against"})
_CUES = {
    "voted_for": {"favour", "favor"},
    "voted_against": {"against"},
    "abstained": {"abstentions", "abstaining", "abstention"},
}
_CUE_REACH = 3  # words before the bracketed one


def bracketed_votes(sentence: Sentence, referents: Referents) -> list[Draft]:
    """Return a draft for each state that a bracket lists behind a word of voting; the measure is noted as voted on."""
    found: list[Draft] = []
    for index, (start, end) in sentence.asides.items():
        words = {piece.word.lower() for piece in sentence.pieces[max(0, index - _CUE_REACH) : index + 1]}
        relation = next((name for name, cues in _CUES.items() if words & cues), None)
        states = [m.target for m in referents.names.mentions if start <= m.start < end and m.is_state]
        measure = _measure_in(sentence, referents)
        if relation and states and measure:
            referents.history.measures.append((start, measure))
            found += [
                Draft(
                    relation, state, measure, None, None, "affirmed", (), sentence, sentence.doc[index],
                    marks=[(start, end)], why=("votes listed in brackets",),
                )
                for state in dict.fromkeys(states)
            ]  # fmt: skip
    return found


def _measure_in(sentence: Sentence, referents: Referents) -> str | None:
    """Return the resolution that a sentence names, or else what was voted on before."""
    inside = (m for m in referents.names.mentions if sentence.start <= m.start < sentence.end)
    here = next((m.target for m in inside if m.target.startswith("treaty:unscr-")), None)
    measures = referents.history.measures
    return here or (measures[-1][1] if measures else None)
