"""The slots that the grammar of the trigger gives: who acts, what is acted upon, whose it is, who is said to be it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.parsing import syntax, verbs
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import appositions, children, conjoined, modifiers, possessors

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def agent(token: Token, _: Sentence) -> Sequence[Token]:
    return syntax.agents(token)


def patient(token: Token, _: Sentence) -> Sequence[Token]:
    return syntax.objects(token)


def along_with(token: Token, _: Sentence) -> list[Token]:
    """Return what goes with the goods: "seized the ship along with its cargo"."""
    return syntax.companions(token) if token.pos_ in ("VERB", "AUX") else []


def recipient(token: Token, _: Sentence) -> Sequence[Token]:
    return syntax.recipients(token)


def retained(token: Token, _: Sentence) -> list[Token]:
    """Return what is given in the passive of who is given it: "Mali has been given four drones"."""
    return [t for own in children(token, "dobj") for t in conjoined(own)] if verbs.is_passive(token) else []


def owner(token: Token, _: Sentence) -> Sequence[Token]:
    return possessors(token)


def agent_owner(token: Token, _: Sentence) -> list[Token]:
    """Return who owns the deed that acts: "Russia's veto put an end to"."""
    return [owner for agent in syntax.agents(token) if agent.pos_ == "NOUN" for owner in possessors(agent)]


def appositive(token: Token, sentence: Sentence) -> Sequence[Token]:
    """Return whoever the noun is said to be: "X, the maker of", "X is the maker of", "the maker, X"."""
    head = token.head
    if token.dep_ == "appos":
        return conjoined(head) if token.tag_ == "NNS" else [head]
    if token.dep_ in ("attr", "oprd") and head.pos_ in ("AUX", "VERB"):
        return syntax.subjects(head)
    if token.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ == "VERB":
        return syntax.objects(head.head)
    if token.dep_ == "conj" and head.dep_ in ("appos", "attr"):
        return appositive(head, sentence)
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in ("one", "two", "some"):
        return appositive(head.head, sentence)  # "X, one of the members of"
    return appositions(token)


def strictly_appositive(token: Token, sentence: Sentence) -> Sequence[Token]:
    """As `appositive`, but only where the noun itself renames or is said of another."""
    is_said = token.dep_ in ("appos", "attr") or (token.dep_ == "pobj" and token.head.lower_ == "of")
    return appositive(token, sentence) if is_said else []


def complement(token: Token, _: Sentence) -> list[Token]:
    """Return what the noun, as a subject, is said to be: "whose members are A, B and C"."""
    if token.dep_ != "nsubj" or token.head.lemma_ not in ("be", "include", "comprise"):
        return []
    return [t for child in children(token.head, "attr", "dobj") for t in conjoined(child)]


def under_subject(token: Token, sentence: Sentence) -> Sequence[Token]:
    """Return who "has been under sanctions", "the Vela, under sanctions since 2022"."""
    under, verb = token.head, token.head.head
    if token.dep_ != "pobj" or under.lower_ != "under":
        return []
    before = [t for t in token.doc[: under.i] if t.pos_ not in ("ADV", "CCONJ")][-2:]
    if len(before) == 2 and before[1].text == "," and sentence.mention(before[0]):
        return [before[0]]  # "Rosneft, already under EU sanctions, sold"
    if verb.pos_ == "PROPN":
        return [verb]
    return syntax.objects(verb) or syntax.subjects(verb) if verb.pos_ in ("AUX", "VERB") else []


def compound(token: Token, sentence: Sentence) -> list[Token]:
    return [child for child in modifiers(token) if (m := sentence.mention(child)) and m.is_item]


def figure(token: Token, sentence: Sentence) -> list[Token]:
    """Return the sum that stands before a noun: "a $100 million theft"."""
    return [child for child in modifiers(token) if sentence.piece(child).quantity]


def prefix(token: Token, sentence: Sentence) -> list[Token]:
    """Return a trigger that holds a name: "Iranian-made", "Rwanda-backed"."""
    return [token] if sentence.piece(token).compound else []


def head(token: Token, sentence: Sentence) -> Sequence[Token]:
    """Return what an adjective describes, also over "and": not in "Russian-made tanks and Chinese-made drones"."""
    if token.dep_ not in ("amod", "compound", "nmod", "acl"):
        return []
    return [noun for noun in conjoined(token.head) if noun == token.head or not _has_own_origin(noun, sentence)]


def _has_own_origin(noun: Token, sentence: Sentence) -> bool:
    before = children(noun, "amod", "compound", "nmod", "poss")
    return any(sentence.piece(t).compound or ((m := sentence.mention(t)) and m.is_state) for t in before)


def itself(token: Token, _: Sentence) -> list[Token]:
    return [token]
