"""Where a run of capitals holds two names: "Bank Melli and Bank Mellat", but "National Oil and Gas Company"."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.lexicon.wordlists import word_lists, words_in
from ingest.names.gazetteer import Word


@dataclass(frozen=True, slots=True)
class Cut:
    """A run `first`..`last` with "and" or "of" at the word `at`."""

    words: list[Word]
    first: int
    at: int
    last: int

    @property
    def _left(self) -> list[str]:
        return [word.key for word in self.words[self.first : self.at]]

    @property
    def _right(self) -> list[str]:
        return [word.key for word in self.words[self.at + 1 : self.last + 1]]

    def parts_names(self) -> bool:
        """Say whether what stands before "and" is a name by itself, and what stands behind begins another one."""
        lists, left, right = word_lists(), self._left, self._right
        if not right or right[0] in lists["coordinated_words"]:
            return False
        bodies = words_in("body_words", "legal_forms")
        if left[-1] in bodies:
            return True
        if bodies.isdisjoint(right):
            return False
        if bodies.isdisjoint(left):
            return _may_be_person(left)
        return {"of", "for"}.isdisjoint(left) or (right[0] in bodies and right[0] in left)

    def parts_by_use(self) -> bool:
        """Say whether the one word before "and" is a name that the text has elsewhere too: "Senoussi and Qamar Air"."""
        words, name = self.words, self.words[self.first]
        telling = words_in("body_words", "coordinated_words", "institution_adjectives")
        if self.at != self.first + 1 or name.key in telling or (self._right[:1] and self._right[0] in telling):
            return False
        others = (at for at, word in enumerate(words) if word.text == name.text and at != self.first)
        return any(words[at + 1 : at + 2] and words[at + 1].key not in ("and", "&") for at in others)

    def parts_seat(self) -> bool:
        """Say whether "of" tells where a firm is: "Delta Engine Works of China", but not "Bank of China"."""
        is_firm = self.at - self.first > 1 and self._left[-1] in word_lists()["seated_words"]
        return self.words[self.at].key == "of" and is_firm

    def parts_person(self) -> bool:
        """Say whether "of" stands between a person and a body: "Viktor Sokol of Alpha Holdings"."""
        return _may_be_person(self._left) and not words_in("body_words", "legal_forms").isdisjoint(self._right)


def _may_be_person(keys: list[str]) -> bool:
    """Say whether words could be a person's name, no part of an institution's."""
    lists = word_lists()
    telling = words_in("body_words", "treaty_words", "institution_adjectives", "coordinated_words")
    is_long_enough = len([key for key in keys if key not in lists["titles"]]) >= 2
    return is_long_enough and telling.isdisjoint(keys) and all(key.isalpha() or key == "." for key in keys)
