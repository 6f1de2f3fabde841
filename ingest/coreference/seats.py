"""Where the groups are that an article describes: "companies registered in Thailand", "dealers in Kenya and Chad"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import SEATED, children, conjoined, inside

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def seat_of(token: Token, sentence: Sentence) -> Token | None:
    """Return the place in "companies registered in Thailand"."""
    clauses = [clause for clause in children(token, "acl") if clause.i == token.i + 1 and clause.lemma_ in SEATED]
    places = (t for clause in clauses for t in inside(clause, "in", "at"))
    return next((t for t in places if (m := sentence.mention(t)) and m.target.startswith("state:")), None)


def parted_by_places(token: Token, sentence: Sentence) -> list[Token]:
    """Return the states that tell one group from another: "distributors in Hong Kong and Germany" are two."""
    places = [t for place in inside(token, "in") for t in conjoined(place)]
    are_states = all((m := sentence.mention(t)) and m.is_state for t in places)
    return places if len(places) > 1 and are_states else []
