"""The words of a parsed sentence, as the reader asks of them: spaCy's names, in plain objects.

spaCy makes an object each time a token is asked for and looks each of its labels up anew. The rules ask some forty
times a word, so the parse is read once into objects that keep the answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(eq=False, slots=True)
class Token:
    """A word: what it is (`pos_`, `tag_`), what it hangs on (`head`, itself at the root) and by which label (`dep_`).

    `children` hang on it, in the order of the text; `doc` holds all words of the sentence.
    """

    i: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    doc: list[Token] = field(repr=False)
    head: Token = field(init=False, repr=False)
    children: list[Token] = field(init=False, repr=False, default_factory=list)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above it, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> list[Token]:
        """It and all that hangs below it, in the order of the text."""
        out: list[Token] = []
        _walk(self, out)
        return out


def _walk(token: Token, out: list[Token]) -> None:
    before = [child for child in token.children if child.i < token.i]
    for child in before:
        _walk(child, out)
    out.append(token)
    for child in token.children[len(before) :]:
        _walk(child, out)


def tokens_of(doc: Doc) -> list[Token]:
    """Return the words of a sentence that spaCy has parsed."""
    tokens: list[Token] = []
    for t in doc:
        tokens.append(Token(t.i, t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_, tokens))
    for token, parsed in zip(tokens, doc, strict=True):
        token.head = tokens[parsed.head.i]
        if token.head is not token:
            token.head.children.append(token)
    return tokens
