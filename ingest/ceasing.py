"""States of things that have ended: "is no longer a party to", "ceased to belong to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.phrases import first_conjunct

if TYPE_CHECKING:
    from ingest.tokens import Token

_CEASING = frozenset({"cease", "stop"})


def ended_by(token: Token) -> Token | None:
    """Return the word that ends what `token` says: the verb "ceased", or "longer" of "no longer"."""
    verb = _predicate(token)
    if verb is None:
        return None
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _CEASING:
        return verb.head
    return next((t for t in verb.children if t.lower_ == "longer" and t.doc[t.i - 1].lower_ == "no"), None)


def _predicate(token: Token) -> Token | None:
    """Return the verb that says `token` of somebody."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    noun = first_conjunct(token)
    return noun.head if noun.dep_ in ("attr", "acomp", "oprd") and noun.head.pos_ in ("VERB", "AUX") else None
