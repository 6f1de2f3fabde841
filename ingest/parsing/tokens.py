"""The words of a parsed sentence, as the reader asks of them: spaCy's names, in plain objects.

spaCy makes an object each time a token is asked for and looks each of its labels up anew. The rules ask some forty
times a word, so the parse is read once into objects that keep the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ingest.parsing.word_classes import WordClass

Answer = TypeVar("Answer")


@dataclass(eq=False, slots=True)
class Token:
    """A word: what it is (`pos_`, `tag_`), what it hangs on (`head`, itself at the root) and by which label (`dep_`).

    `children` hang on it, in the order of the text; `doc` holds all words of the sentence. `known` is there once the
    parse is mended (`settle`): what was asked of the word before (`asked_once`).
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
    known: dict[object, Any] | None = field(init=False, repr=False, default=None)

    def hang(self, head: Token, dep: str) -> None:
        """Hang the word on another one than the parser did; on itself, to make it the root; never below itself."""
        if head is not self and self in head.ancestors:
            return
        if self.head is not self:
            self.head.children.remove(self)
        self.head, self.dep_ = head, dep
        if head is not self:
            head.children.append(self)
            head.children.sort(key=lambda child: child.i)

    def call(self, text: str, lemma: str) -> None:
        """Call the word by what stands in the text, where the parser was given another."""
        self.text, self.lower_, self.lemma_ = text, text.lower(), lemma

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
    at, is_out = token.i, False
    for child in token.children:
        if child.i > at and not is_out:
            out.append(token)
            is_out = True
        if child.children:
            _walk(child, out)
        else:
            out.append(child)
    if not is_out:
        out.append(token)


def tokens_of(doc: Doc, words: list[str], classes: list[WordClass]) -> list[Token]:
    """Return the words of a sentence that spaCy has parsed, and that are what `classes` says."""
    tokens: list[Token] = []
    for at, (word, known) in enumerate(zip(words, classes, strict=True)):
        tokens.append(Token(at, word, known.lower, known.lemma, known.pos, known.tag, known.dep, tokens))
    for token, distance in zip(tokens, doc.to_array("HEAD").astype("int64").tolist(), strict=True):
        token.head = tokens[token.i + distance]
        if distance:
            token.head.children.append(token)
    return tokens


def settle(tokens: list[Token]) -> None:
    """Note of the words of a sentence that nothing will hang them elsewhere any more."""
    for token in tokens:
        token.known = {}


def asked_once(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """Let a question about a word be worked out once, where its sentence is settled; the answer goes with the word."""

    @wraps(question)
    def ask(token: Token) -> Answer:
        known = token.known
        if known is None:
            return question(token)
        if question not in known:
            known[question] = question(token)
        answer: Answer = known[question]
        return answer

    return ask
