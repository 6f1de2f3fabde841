"""States of things and deeds that end: "is no longer a party to", "was meant to end its raids"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.attribution.stances import Stance
from ingest.lexicon import Entry
from ingest.lexicon.wordlists import speech
from ingest.parsing.phrases import first_conjunct

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_CEASING = frozenset({"cease", "stop"})
# Relations whose deeds others put an end to.
_DEEDS = frozenset({"supplied", "assisted", "attacked", "deployed"})


def is_only_to_end(entry: Entry, token: Token, told: Stance) -> bool:
    """Say whether the end of a deed is planned or denied, not the deed: "the truce was meant to end its attacks"."""
    is_deed = entry.relation in _DEEDS and token.pos_ == "NOUN" and token.dep_ == "dobj"
    return is_deed and told.status in ("planned", "denied") and token.head.lemma_ in speech()["ending"]


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
