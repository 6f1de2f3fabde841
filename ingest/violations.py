"""Slots of breaches: what is kept or broken, and by whom, where the parse parts them. See `ingest/slots.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.passages import Sentence
from ingest.phrases import children, conjoined, prepositional
from ingest.syntax import objects

if TYPE_CHECKING:
    from ingest.tokens import Token

_KEEPING = frozenset({"comply", "abide", "adhere", "observe", "respect", "honour", "honor", "enforce"})
# How many words may stand between a noun and what it is of: "a breach, by Chad and Mali alike, of the embargo".
_REACH = 14


def kept(token: Token, _: Sentence) -> list[Token]:
    """Return what somebody fails to keep: "failed to comply with the embargo"."""
    keeping = [verb for verb in children(token, "xcomp") if verb.lemma_ in _KEEPING]
    return [t for verb in keeping for t in prepositional(verb, "with", "by", "to") or objects(verb)]


def counter_to(token: Token, _: Sentence) -> list[Token]:
    """Return what something runs "counter to"."""
    adverbs = [child for child in children(token, "advmod") if child.i > token.i]
    return [t for adverb in adverbs for t in prepositional(adverb, "to", "of", through_object=False)]


def of_after(token: Token, _: Sentence) -> list[Token]:
    return _after(token, "of")


def by_after(token: Token, _: Sentence) -> list[Token]:
    return _after(token, "by")


def with_after(token: Token, _: Sentence) -> list[Token]:
    return _after(token, "with")


def _after(token: Token, preposition: str) -> list[Token]:
    """Return what the first such preposition behind a noun leads to, whatever it hangs on."""
    near = token.doc[token.i + 1 : token.i + _REACH]
    first = next((t for t in near if t.lower_ == preposition), None)
    return [t for pobj in children(first, "pobj") for t in conjoined(pobj)] if first is not None else []
