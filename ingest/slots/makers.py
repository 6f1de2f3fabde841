"""Slots of making: who is named as the maker of what. See `ingest/slots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.parsing import verbs
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import possessors, prepositional

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def named_by(token: Token, sentence: Sentence) -> list[Token]:
    """Return the name that a noun stands before: "the drone maker Baykar"."""
    is_before = token.dep_ in ("compound", "nmod") and token.head.i == token.i + 1
    mention = sentence.mention(token.head) if is_before else None
    return [token.head] if mention and mention.is_noun and not mention.is_state else []


def named_item(token: Token, sentence: Sentence) -> list[Token]:
    """Return the item right before a noun that stands before a name: "the drone maker Baykar"."""
    before = token.doc[token.i - 1] if token.i else token
    mention = sentence.mention(before)
    return [before] if mention and mention.is_item else []


def head_owner(token: Token, _: Sentence) -> Sequence[Token]:
    """Return whose the thing is that a participle describes: "Iran's locally made missiles"."""
    return possessors(token.head) if token.dep_ == "amod" else []


def in_maker(token: Token, _: Sentence) -> list[Token]:
    return prepositional(token, "in") if verbs.is_passive(token) else []
