"""The slots behind a preposition on a word beside the trigger: "froze the assets of X", "sent to fight in X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import behind, children, conjoined, prepositional

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def between(token: Token, _: Sentence) -> list[Token]:
    return prepositional(token, "between")


def out_of(token: Token, _: Sentence) -> list[Token]:
    return [t for prep in token.children if prep.lower_ == "out" for t in behind(prep, "of")]


def of_inner(token: Token, _: Sentence) -> list[Token]:
    """Return what stands below the patient: "froze the assets of X", "had the help of X"."""
    return [found for patient in syntax.objects(token) for found in behind(patient, "of")]


def to_inner(token: Token, _: Sentence) -> list[Token]:
    """Return what the patient is "to": "put an end to X", or the trigger itself."""
    return [found for patient in syntax.objects(token) for found in behind(patient, "to")] or prepositional(token, "to")


def by_inner(token: Token, _: Sentence) -> list[Token]:
    """Return who stands behind any "by" below the trigger: "the sanctions imposed by X"."""
    by = [prep for prep in token.subtree if prep.lower_ == "by" and prep.dep_ in ("prep", "agent")]
    return [found for prep in by for pobj in children(prep, "pobj") for found in conjoined(pobj)]


def by_gerund(token: Token, _: Sentence) -> list[Token]:
    """Return what is done by doing it: "violated the embargo by arming X", "was said to have violated it by"."""
    own = [prep for prep in children(token, "prep") if prep.lower_ in ("by", "through")]
    clauses = children(token, "xcomp", "ccomp")
    near = [prep for verb in clauses for prep in children(verb, "prep")]
    below = [prep for verb in clauses for prep in verb.subtree if prep.dep_ == "prep"]
    by = [*own, *(prep for prep in (*near, *below) if prep.lower_ == "by")]
    gerunds = dict.fromkeys(gerund for prep in by for gerund in children(prep, "pcomp"))
    return [found for gerund in gerunds for found in syntax.objects(gerund)]


def on_breaches(token: Token, _: Sentence) -> list[Token]:
    """Return the rule that is broken or kept: "report on breaches of the embargo"."""
    breaches = [noun for noun in prepositional(token, "on") if noun.lemma_ in word_lists()["breach_nouns"]]
    return [found for breach in breaches for found in behind(breach, "of")]


def fight_in(token: Token, _: Sentence) -> list[Token]:
    """Return where the purpose of the sending lies: "deployed troops to fight in"."""
    below = [verb for verb in token.subtree if verb.dep_ in ("xcomp", "advcl", "acl", "relcl")]
    purposes = [verb for verb in below if verb.lemma_ in ("fight", "help", "serve", "train", "operate")]
    return [place for verb in purposes for place in prepositional(verb, "in", "against")]
