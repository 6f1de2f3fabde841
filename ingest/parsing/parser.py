"""The parser: words of sentences in, tokens out. What it learns of words is kept for a while, and never piles up."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from ingest.parsing.language import load_language
from ingest.parsing.tokens import Token, tokens_of
from ingest.parsing.word_classes import RULES, WordClasses

if TYPE_CHECKING:
    from spacy.language import Language

# Sentences parsed at once.
_BATCH = 64


class Parser:
    """A language model of its own, and what it knows of words by now.

    spaCy keeps each word it meets for good, unless within a "memory zone", whose end frees them. To work all of them
    out anew for each article costs time, so a zone lasts until it holds as many words as are worth keeping.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._classes = WordClasses(language)
        self._zone = ExitStack()
        self._zone.enter_context(self._language.memory_zone())
        self._lock = Lock()

    def parse(self, sentences: list[list[str]]) -> list[list[Token]]:
        """Return the words of each sentence as tokens."""
        from spacy.tokens import Doc

        with self._lock:
            if self._classes.are_many:
                self.forget()
            vocab = self._language.vocab
            docs = [
                Doc(vocab, words, sent_starts=[at == 0 or words[at - 1] == ";" for at in range(len(words))])
                for words in sentences
            ]
            parsed = list(self._language.pipe(docs, batch_size=_BATCH, disable=RULES))
            return list(map(tokens_of, parsed, sentences, self._classes.of(parsed, sentences)))

    def forget(self) -> None:
        """Know no word any more."""
        self._classes.forget()
        self._zone.close()
        self._zone.enter_context(self._language.memory_zone())


@cache
def parser() -> Parser:
    """Return the parser, which is loaded when it is first asked for."""
    return Parser(load_language())
