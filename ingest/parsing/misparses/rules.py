"""What a rule about a misparse is, and which words it is tried on.

Most constructions are told by one word: by the label by which the parser hung it, by the word itself, or by both. A
rule names them, and is not asked about any other word.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

from ingest.parsing.passages import Sentence
from ingest.parsing.tokens import Token

Mending = Callable[[Token, Sentence], None]


@dataclass(frozen=True, slots=True)
class Rule:
    """How a misparse is mended, and the labels and words (in lower case) that it is tried on; where empty, on any."""

    mend: Mending
    labels: frozenset[str]
    words: frozenset[str]

    def go_through(self, sentence: Sentence) -> None:
        """Try it on each word of a sentence, in order."""
        labels, words = self.labels, self.words
        for token in sentence.doc:
            if (token.dep_ in labels or not labels) and (token.lower_ in words or not words):
                self.mend(token, sentence)


def tried_on(*labels: str, words: Collection[str] = ()) -> Callable[[Mending], Rule]:
    """Make a rule of a function that mends what hangs by one of these labels, or is one of these words, or both."""
    return partial(Rule, labels=frozenset(labels), words=frozenset(words))
