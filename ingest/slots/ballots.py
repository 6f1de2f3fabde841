"""Slots for who voted on what, beyond the grammar of the trigger: "Voting in favour were A and B", "votes, by A"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import behind, children, opened, possessors

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def inverted_agent(token: Token, _: Sentence) -> list[Token]:
    """Return who stands behind the verb of a sentence turned round: "Abstaining were A and B"."""
    verb = token if token.dep_ == "ROOT" else token.head
    be = next((t for t in (verb, *children(verb, "aux", "auxpass")) if t.lemma_ == "be" and t.i > token.i), None)
    if token.tag_ != "VBG" or be is None:
        return []
    behind = [t for up in (verb, be) for t in children(up, "dobj", "attr", "nsubj", "nsubjpass", "oprd") if t.i > be.i]
    return opened(behind)


def by_apart(token: Token, _: Sentence) -> list[Token]:
    """Return who stands behind a comma and "by": "three abstentions, by A, B and C", "four votes were cast, by A"."""
    following = token.doc[token.i + 1 : token.i + 3]
    if [t.lower_ for t in following] != [",", "by"]:
        return []
    return opened(children(following[1], "pobj"))


def vote_from(token: Token, _: Sentence) -> list[Token]:
    """Return whom a vote came from: "the only vote against it came from A"."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "come":
        return []
    return opened(t for prep in children(verb, "prep") if prep.lower_ == "from" for t in children(prep, "pobj"))


def only_voter(token: Token, _: Sentence) -> Sequence[Token]:
    """Return who is said to be one of those who voted: "A was the only member to vote", "A was among those that"."""
    noun = token.head
    if token.dep_ not in ("relcl", "acl") or noun.lemma_ not in (
        "member",
        "state",
        "country",
        "nation",
        "one",
        "delegation",
    ):
        return []
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        return syntax.subjects(noun.head)
    is_among = noun.dep_ == "pobj" and noun.head.lower_ == "among" and noun.head.head.lemma_ == "be"
    if is_among:
        return syntax.subjects(noun.head.head)
    if noun.dep_ == "nsubj" and noun.head.lemma_ in ("include", "be", "comprise"):
        return opened(children(noun.head, "dobj", "attr"))
    return []


def included_voter(token: Token, _: Sentence) -> list[Token]:
    """Return who is named among those who voted: "all the others, A included, had voted for it"."""
    asides = [t for t in children(token, "parataxis", "advcl", "dep") if t.lower_ == "included" and t.i < token.i]
    return opened(t for aside in asides for t in children(aside, "nsubj") if t.i == aside.i - 1)


def of_favour(token: Token, _: Sentence) -> list[Token]:
    """Return what stands behind "in favour of"."""
    favours = [t for prep in children(token, "prep") for t in children(prep, "pobj") if t.lower_ in ("favour", "favor")]
    return opened(t for noun in favours for prep in children(noun, "prep") for t in children(prep, "pobj"))


def with_deed(token: Token, _: Sentence) -> Sequence[Token]:
    """Return what is adopted with somebody's votes or support: "passed with the support of A"."""
    verb = token.head.head if token.dep_ == "pobj" else token
    if verb.lemma_ not in ("adopt", "pass", "approve", "carry", "renew", "extend"):
        return []
    return syntax.objects(verb) or syntax.subjects(verb)


def cast_by(token: Token, _: Sentence) -> list[Token]:
    """Return who cast a veto: "owing to a veto cast by A"."""
    casting = [t for t in children(token, "acl") if t.lemma_ in ("cast", "wield", "exercise", "use")]
    return [found for verb in casting for found in syntax.agents(verb)]


def veto_patient(token: Token, _: Sentence) -> Sequence[Token]:
    """Return what a veto does away with: "A's veto ended B", "B was killed off by A's veto"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "agent" else token.head
    is_doing = token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "through"))
    if not is_doing or verb.pos_ != "VERB":
        verb = token.head.head if is_doing else token
    if not is_doing or verb.pos_ != "VERB":
        return []
    objects = syntax.objects(verb)
    if verb.lemma_ == "put" and _has_object(token, verb):
        return []
    ended = [t for noun in objects if noun.lower_ in ("end", "stop") for t in behind(noun, "to")]
    return ended or (behind(verb, "to") if verb.lemma_ == "put" else objects)


def _has_object(veto: Token, verb: Token) -> bool:
    """Say whether a veto tells before its verb what it is of, and not only of which day."""
    months = word_lists()["calendar"] | {"march", "may"}
    behind = [t for t in veto.doc[veto.i : verb.i] if t.lower_ in ("of", "on", "against", "over")]
    return any(t.lower_ not in months for prep in behind for t in children(prep, "pobj") if t.pos_ != "NUM")


def veto_by(token: Token, _: Sentence) -> list[Token]:
    """Return whose vetoes block: "was blocked by vetoes from A and B"."""
    vetoes = [t for t in syntax.agents(token) if t.lemma_ == "veto"]
    behind = [prep for veto in vetoes for prep in children(veto, "prep") if prep.lower_ in ("from", "by", "of")]
    return [*(t for veto in vetoes for t in possessors(veto)), *opened(t for p in behind for t in children(p, "pobj"))]


def listed(token: Token, _: Sentence) -> list[Token]:
    """Return who is listed behind a noun and a colon: "three abstentions: A, B and C"."""
    return [found for child in children(token, "appos") for found in opened([child])]
