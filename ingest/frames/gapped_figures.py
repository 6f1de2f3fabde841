"""Figures in other places, the verb said once: "1,000 workers are in China and up to 300 in Russia"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.model import Quantity
from ingest.claims import Draft
from ingest.frames.deeds_before import DeedsBefore
from ingest.parsing.phrases import children
from ingest.parsing.tokens import Token

if TYPE_CHECKING:
    from ingest.parsing.passages import Sentence

_OF_PLACES = {"deployed": frozenset({"in", "to", "at"}), "supplied": frozenset({"to"})}


def gapped_figures(deeds: DeedsBefore) -> Iterator[Draft]:
    """Yield what is told of a bare figure behind "and", by what was told of the figure before it."""
    for token in deeds.sentence.doc[1:-2]:
        figure = _bare_figure(token, deeds.sentence) if token.pos_ == "NUM" else None
        before = [draft for draft in deeds.before(token) if draft.relation in _OF_PLACES and draft.quantity]
        if figure is None or not before:
            continue
        last = before[-1]
        there = _place(token, last.relation, deeds)
        if there and there != [last.object]:
            marks = [*last.marks, deeds.sentence.span(token)]
            yield replace(last, object=there[0], quantity=figure, marks=marks, when=None)


def _bare_figure(token: Token, sentence: Sentence) -> Quantity | None:
    """Return the figure that a word is, if it counts no noun of its own and is the second of a row."""
    if token.doc[token.i - 1].lower_ not in ("and", ",", "while") or token.dep_ in ("nummod", "compound", "quantmod"):
        return None
    known = sentence.piece(token).quantity
    if known is not None:
        return Quantity(known.value, known.bound, known.unit)
    return Quantity(float(token.text)) if token.text.isdigit() and len(token.text) != len("2025") else None


def _place(figure: Token, relation: str, deeds: DeedsBefore) -> list[str]:
    """Return the one state that the preposition right behind a figure leads to."""
    preposition = figure.doc[figure.i + 1]
    if preposition.lower_ not in _OF_PLACES[relation]:
        return []
    named = [e for t in children(preposition, "pobj") for e in deeds.referents.resolve(t, deeds.sentence, "place")]
    return named if len(named) == 1 and named[0].startswith("state:") else []
