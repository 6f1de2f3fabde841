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

# A word, and spaCy's numbers of its tag and its label.
Key = tuple[str, int, int]
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
        _index_words(self._rules[-1])
        self._known: dict[Key, WordClass] = {}

    def of(self, docs: list[Doc], sentences: list[list[str]]) -> list[list[WordClass]]:
        """Return what each word of some tagged and parsed sentences is; `sentences` are the words of `docs`."""
        keyed = list(map(self._keys, docs, sentences))
        new = dict.fromkeys(key for keys in keyed for key in keys if key not in self._known)
        if new:
            self._learn(list(new))
        return [
            [self._known[key] for key in keys] if keys else self._asked(doc, words)
            for doc, words, keys in zip(docs, sentences, keyed, strict=True)
        ]

    def _keys(self, doc: Doc, words: list[str]) -> list[Key]:
        """Return what the rules go by, word by word; nothing where one may look at two words."""
        tags, labels = doc.to_array(["TAG", "DEP"]).T.tolist()
        if self._vocab.strings.add(LABEL_LOOKS_AHEAD) in labels or not LOOK_AHEAD.isdisjoint(map(str.lower, words)):
            return []
        return list(zip(words, tags, labels, strict=True))

    def _learn(self, keys: list[Key]) -> None:
        """Ask the rules about these words, all side by side: no rule about two words begins with any of them."""
        from spacy.tokens import Doc

        words = [word for word, _, _ in keys]
        tags = [self._vocab.strings[tag] for _, tag, _ in keys]
        labels = [self._vocab.strings[label] for _, _, label in keys]
        beside = Doc(self._vocab, words, tags=tags, deps=labels)
        self._known.update(zip(keys, self._asked(beside, words), strict=True))

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


def _index_words(lemmatizer: Any) -> None:
    """Let the lemmatizer look words up in a set: the model comes with lists of up to 60,000, searched for each word."""
    words = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech in list(words):
        words[part_of_speech] = frozenset(words[part_of_speech])
