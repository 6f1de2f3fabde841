"""Part of speech and lemma of a word, by the language model's own rules, each rule asked once.

The rules (spaCy's attribute ruler and lemmatizer) go by the word, its tag and its label, so that what they said of one
holds wherever it returns. Only a few look at the word that follows; where one of those may apply, the sentence is given
to them whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The names by which spaCy takes columns of a sentence.
_TAG, _DEP = "TAG", "DEP"
RULES = ("attribute_ruler", "lemmatizer")
# The words, and the label, with which a rule about two words begins; a test compares them with the model's.
LOOK_AHEAD = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})
LABEL_LOOKS_AHEAD = "expl"
# More answers are not kept for the next article: that is more words than are in common use, and some megabytes.
MOST = 50_000


@dataclass(frozen=True, slots=True)
class WordClass:
    """What a word is in its place."""

    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str


class WordClasses:
    """What the rules of a loaded language said so far."""

    def __init__(self, language: Language) -> None:
        self._vocab = language.vocab
        self._rules: list[Any] = [language.get_pipe(name) for name in RULES]
        self._known: dict[tuple[str, int, int], WordClass] = {}

    def of(self, doc: Doc, words: list[str]) -> list[WordClass]:
        """Return what each word of a tagged and parsed sentence is; `words` are those of `doc`."""
        tags, labels = doc.to_array([_TAG, _DEP]).T.tolist()
        if self._vocab.strings.add(LABEL_LOOKS_AHEAD) in labels or not LOOK_AHEAD.isdisjoint(map(str.lower, words)):
            return self._asked(doc, words)
        keys = list(zip(words, tags, labels, strict=True))
        new = [at for at, key in enumerate(keys) if key not in self._known]
        if new:
            self._learn(doc, new, keys)
        return [self._known[key] for key in keys]

    def _learn(self, doc: Doc, new: list[int], keys: list[tuple[str, int, int]]) -> None:
        """Ask the rules about these words, side by side: no rule about two words begins with any of them."""
        words = [keys[at][0] for at in new]
        beside = type(doc)(self._vocab, words, tags=[doc[at].tag_ for at in new], deps=[doc[at].dep_ for at in new])
        self._known.update(zip((keys[at] for at in new), self._asked(beside, words), strict=True))

    def _asked(self, doc: Doc, words: list[str]) -> list[WordClass]:
        for rule in self._rules:
            rule(doc)
        return [
            WordClass(word.lower(), token.lemma_, token.pos_, token.tag_, token.dep_)
            for word, token in zip(words, doc, strict=True)
        ]

    @property
    def are_many(self) -> bool:
        """Whether so many words are known that they had better be forgotten."""
        return len(self._known) > MOST

    def forget(self) -> None:
        """Know no word any more."""
        self._known.clear()
        self._rules[-1].cache.clear()  # the lemmatizer keeps every word it ever saw
