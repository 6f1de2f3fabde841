"""The parse of reduced sentences: given to spaCy in its plainest words, read into tokens, mended where surely wrong.

A name or an item is to the rules what the article calls it, to the parser a word that it cannot misread: it takes
"landmines" for a verb and "Mali" for an adjective, but never "weapons" and "Egypt".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.ontology import broader_items
from ingest.lexicon.wordlists import word_lists
from ingest.names.mentions import Mention
from ingest.parsing.misparses import mend
from ingest.parsing.parser import parser
from ingest.parsing.passages import Piece, Sentence
from ingest.parsing.speech_tails import find_tails
from ingest.parsing.tokens import Token, settle

# States that the parser knows; different states mostly get different ones.
_STATES = ("Russia", "China", "Japan", "France", "Germany", "Iran", "Israel", "Egypt")
# For the items of a branch: one, several, and what has no plural.
_ITEMS = {
    "weapon": ("missile", "weapons", "equipment"),
    "commodity": ("machine", "goods", "equipment"),
    "vessel": ("ship", "ships", "ships"),
    "personnel": ("soldier", "soldiers", "soldiers"),
}
_PREFIXED = re.compile(r"(?:test|flight|re|mass|co)-(?=[a-z]{3,}(?:ed|ing)$)|re(?=impos)")

_PLURAL = re.compile(r"(?<=..)(?:(?P<y>ies)|(?<=[sxz])es|(?<=[cs]h)es|(?<!s)s)$")


def parse(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Parse the sentences and return them, but those without a word."""
    kept = [sentence for sentence in sentences if sentence.pieces]
    parsed = parser().parse([[plain_word(piece) for piece in sentence.pieces] for sentence in kept])
    for sentence, tokens in zip(kept, parsed, strict=True):
        for token, piece in zip(tokens, sentence.pieces, strict=True):
            if token.text != piece.word:
                token.call(piece.word, _lemma(token, piece.word))
        sentence.doc = tokens
        mend(sentence)
        settle(tokens)
        sentence.tails = tuple(find_tails(tokens))
    return kept


def _lemma(token: Token, word: str) -> str:
    """Return the lemma of a word that the parser did not see; of "test-fired", which tests, that of "tested"."""
    if token.pos_ == "VERB" and word.startswith(("test-", "flight-")):
        return "test"
    if token.pos_ == "VERB" or token.tag_.startswith("NNP"):
        return token.lemma_ if token.pos_ == "VERB" else word
    return _PLURAL.sub(lambda ending: "y" if ending["y"] else "", word.lower()) if token.tag_ == "NNS" else word.lower()


def plain_word(piece: Piece) -> str:
    """Return the word that the parser is given for a piece: one that it knows, and of the same kind and number."""
    mention, word = piece.mention, piece.word
    if mention is None:
        return _PREFIXED.sub("", word)
    if mention.is_item:
        return _plain_item(mention, word)
    if mention.role in ("adjective", "people"):
        return word
    if mention.is_state:
        return word if word.endswith("s") else _STATES[sum(map(ord, mention.target)) % len(_STATES)]
    return "Smith" if mention.target.startswith("person:") else word


def _plain_item(mention: Mention, word: str) -> str:
    if mention.role == "model" or word.lower() in word_lists()["verb_like"]:
        return word
    branch = next((branch for branch in broader_items(mention.target) if branch in _ITEMS), None)
    if branch is None:
        return word
    one, several, mass = _ITEMS[branch]
    return {"plural": several, "mass": mass}.get(mention.role, one)
