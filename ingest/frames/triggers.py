"""Which entries of the lexicon a word may set off: "hand over", "shipment", "made" in "Czech-made"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ingest.frames.lexicon_checks import check
from ingest.lexicon import Entry, entries
from ingest.lexicon.wordlists import word_lists
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


@cache
def by_trigger() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """Return the entries, each of them checked, by trigger: `("verb", "hand over")`, `("noun", "shipment")`.

    Raises:
        ReferenceDataError: names the first entry that says what nobody knows.
    """
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries():
        check(entry)
        for kind, words in (("verb", entry.verbs), ("noun", entry.nouns), ("adjective", entry.adjectives)):
            for word in dict.fromkeys(words):
                found.setdefault((kind, word), []).append(entry)
    return {key: tuple(value) for key, value in found.items()}


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which triggers begin: "hand" of "hand over"."""
    return frozenset(word.partition(" ")[0] for _, word in by_trigger())


def triggers_in(sentence: Sentence) -> list[Token]:
    """Return the words of a sentence that may set off an entry of the lexicon."""
    first = _first_words()
    return [t for t in sentence.doc if t.lower_ in first or t.lemma_.lower() in first or "-" in t.lower_]


def trigger_entries(token: Token, sentence: Sentence) -> Iterator[Entry]:
    """Yield the lexicon entries that one of the words that `triggers_in` gives sets off."""
    lemma = token.lemma_.lower()
    table, piece = by_trigger(), sentence.piece(token)
    if token.pos_ in ("VERB", "AUX") and (piece.mention is None or _is_verb_too(token, sentence)):
        particles = [child.lower_ for child in children(token, "prt", "advmod", "prep") if child.i > token.i]
        phrasal = [entry for particle in particles for entry in table.get(("verb", f"{lemma} {particle}"), ())]
        yield from phrasal
        yield from (entry for entry in table.get(("verb", lemma), ()) if entry not in phrasal)
    is_noun = token.pos_ in ("NOUN", "PROPN", "VERB") or token.lower_ == "those"
    if is_noun and (piece.mention is None or piece.mention.is_item):
        forms = dict.fromkeys((lemma, token.lower_))
        yield from dict.fromkeys(entry for word in forms for entry in table.get(("noun", word), ()))
    if token.pos_ == "ADJ":
        yield from table.get(("adjective", token.lower_), ())
    compound = token.lower_.rsplit("-", 1)
    if len(compound) == 2 and piece.compound is not None:
        yield from table.get(("adjective", compound[1]), ())


def _is_verb_too(token: Token, sentence: Sentence) -> bool:
    """Say whether the name of an item is a verb here: "accused Iran of financing Hamas"."""
    mention = sentence.mention(token)
    return mention is not None and mention.is_item and token.lower_ in word_lists()["verb_like"]
