"""Votes listed in brackets: "nine votes in favour (Denmark, France), with 2 abstentions (Mali, Niger)"."""

from __future__ import annotations

import re

from graph import reference
from ingest.claims import Draft
from ingest.coreference import Referents
from ingest.passages import Sentence

VOTES = frozenset({"vetoed", "abstained", "voted_for", "voted_against"})
_CUES = {
    "voted_for": {"favour", "favor"},
    "voted_against": {"against"},
    "abstained": {"abstentions", "abstaining", "abstention"},
}
# How far before a vote, in characters, its measure may be named.
BEFORE = 1500
_AT_ISSUE = re.compile(r"\b(?:mandate|renew\w*|extend\w*|extension|draft|roll\w* over|prolong\w*)\b")
_CUE_REACH = 3  # words before the bracketed one


def bracketed_votes(sentence: Sentence, referents: Referents) -> list[Draft]:
    """Return a draft for each state that a bracket lists behind a word of voting; the measure is noted as voted on."""
    found: list[Draft] = []
    for index, (start, end) in sentence.asides.items():
        relation = _cue_before(sentence, index)
        states = [m.target for m in referents.names.mentions if start <= m.start < end and m.is_state]
        measure = measure_near(start, sentence, referents)
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


def _cue_before(sentence: Sentence, index: int) -> str | None:
    """Return the vote that the word of voting nearest before a bracket tells of."""
    words = [piece.word.lower() for piece in sentence.pieces[max(0, index - _CUE_REACH) : index + 1]]
    return next((name for word in reversed(words) for name, cues in _CUES.items() if word in cues), None)


def measure_near(position: int, sentence: Sentence, referents: Referents) -> str | None:
    """Return what a vote at `position` is on.

    A resolution in its sentence; else the one voted on or named nearest before; else the panel or the sanctions whose
    mandate, renewal or draft the article speaks of there.
    """
    near = [m for m in referents.names.mentions if position - BEFORE < m.start < sentence.end]
    named = [(m.start, m.target) for m in near if m.target.startswith("treaty:unscr-")]
    here = [target for start, target in named if start >= sentence.start]
    if here:
        return here[0]
    voted = [measure for measure in referents.history.measures if position - measure[0] < BEFORE]
    latest = sorted((*voted, *(n for n in named if n[0] < position)))
    if latest:
        return latest[-1][1]
    if not _AT_ISSUE.search(referents.text, max(0, position - BEFORE), sentence.end):
        return None
    return next((m.target for m in reversed(near) if m.is_entity and _may_be_renewed(m.target, referents)), None)


def _may_be_renewed(entity_id: str, referents: Referents) -> bool:
    record = reference.records().get(entity_id)
    return referents.names.kind(entity_id) == "SanctionsRegime" or (record is not None and record.sort == "un-panel")
