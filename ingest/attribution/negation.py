"""What is said not to be so: the deed that a trigger names, or only something that the sentence says beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.attribution.stances import Stance, no_claim
from ingest.lexicon.wordlists import speech, words_in
from ingest.parsing.verbs import is_done_by_nobody, is_negated

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def negated_by(verb: Token, trigger: Token, found: Stance) -> Stance:
    """Take in the negation of the trigger's own verb, or of the one above the noun that the trigger is."""
    if not is_negated(verb):
        is_theirs = trigger == verb or trigger.dep_ in ("dobj", "nsubjpass")
        return no_claim("done by nobody") if is_theirs and is_done_by_nobody(verb) else found
    below = _below(verb, trigger)
    if trigger == verb or _is_undone_by(verb, below):
        return found.turned("denied", "negated")
    is_answered_above = any(verb.lemma_ in speech()[name] for name in ("confirming", "denying"))
    return found if is_answered_above or _stands_apart(below) else no_claim(f"under '{verb.lemma_}', negated")


def _below(verb: Token, trigger: Token) -> Token:
    """Return the word right below the verb that the trigger is or hangs on."""
    return next((word for word in (trigger, *trigger.ancestors) if word.head is verb), trigger)


def _is_undone_by(verb: Token, below: Token) -> bool:
    """Say whether the verb merely says that it is done: "made no delivery", "the sale never happened"."""
    if below.dep_ == "nsubj":
        return verb.lemma_ in speech()["occurring"]
    if below.dep_ in ("prep", "agent", "advmod"):
        return below.lower_ not in speech()["beside_the_point"]
    return (
        below.dep_ == "attr"
        or verb.lemma_ in words_in("light_verbs", "doing_verbs")
        or verb.lemma_ in speech()["planning_deeds"]
    )


def _stands_apart(below: Token) -> bool:
    """Say whether it is so all the same: "since Iran's sale, Japan has not spoken", "the sale did not trouble them"."""
    return below.dep_ == "nsubj" or below.lower_ in speech()["beside_the_point"]
