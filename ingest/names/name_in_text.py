"""A name where it stands in a text: its own words, and those before and behind it that may tell what it names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ingest.names.gazetteer import Word

_QUOTES = frozenset('"“”„«»')
_BEFORE = 4  # words
_AFTER = 8
_BRACKETED = 7


@dataclass(frozen=True)
class NameInText:
    """The words `first`..`last` of a text; `titled` says that a title stood before them."""

    words: list[Word]
    first: int
    last: int
    text: str
    titled: bool

    @cached_property
    def own(self) -> list[str]:
        return [word.key for word in self.words[self.first : self.last + 1]]

    @cached_property
    def before(self) -> list[str]:
        keys = [word.key for word in self.words[max(0, self.first - _BEFORE) : self.first]]
        return [key for key in keys if key not in _QUOTES]

    @cached_property
    def after(self) -> list[str]:
        return self.after_for(_AFTER)

    def after_for(self, number: int) -> list[str]:
        """Return the next words, a hyphenated one as one: "state-owned"; what stands in brackets is left out."""
        keys: list[str] = []
        start = self._behind_brackets()
        for word in self.words[start : start + number]:
            if keys and self.text[word.start - 1] == "-" and keys[-1].isalpha():
                keys[-1] += f"-{word.key}"
            elif word.key not in _QUOTES:
                keys.append(word.key)
        return keys

    def _behind_brackets(self) -> int:
        """Return where the text goes on behind the name and the short form in brackets: "Verus Optics (Verus), a"."""
        start = self.last + 1
        following = [word.text for word in self.words[start : start + _BRACKETED]]
        return start + following.index(")") + 1 if following[:1] == ["("] and ")" in following else start

    @property
    def is_quoted(self) -> bool:
        """Whether the name is all that stands between two quotation marks."""
        at, end = self.words[self.first].start, self.words[self.last].end
        return self.text[at - 1 : at] in _QUOTES and self.text[end : end + 1] in _QUOTES

    @property
    def is_single(self) -> bool:
        return self.first == self.last

    def follows(self, *keys: str) -> bool:
        """Say whether the word just before is one of these."""
        return self.first > 0 and self.words[self.first - 1].key in keys
