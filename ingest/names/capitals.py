"""What a capital letter tells: part of a name, or merely the beginning of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.lexicon.wordlists import word_lists, words_in
from ingest.names.gazetteer import Word

_INSIDE = re.compile(r"(?<=[a-z,;] )[\"“(]?([^\W_]+)\b")
_UNIT_NUMBER = re.compile(r"\d{1,3}(?:st|nd|rd|th)?|[3-9]\d{3}")


def is_capital(word: Word) -> bool:
    """Say whether a word may be part of a name: "Seoul", "M23", "eXch", but not "Monday"."""
    is_marked = not word.text.islower() and any(ch.isupper() for ch in word.text)
    return is_marked and word.key not in word_lists()["calendar"]


def numbers_a_unit(words: list[Word], at: int) -> bool:
    """Say whether a number may begin the name of a unit: "64th Brigade", "444 Brigade", but not "2018 Army"."""
    if not words[at].text[0].isdigit() or not _UNIT_NUMBER.fullmatch(words[at].text):
        return False
    if at + 1 >= len(words) or not is_capital(words[at + 1]):
        return False
    following = [word.key for word in words[at + 1 : at + 5]]
    if words[at].text[-1].isalpha():
        return not word_lists()["body_words"].isdisjoint(following)
    return not word_lists()["force_words"].isdisjoint(following[:2])


def is_number_of(word: Word, following: Word) -> bool:
    """Say whether a figure belongs to the name before it: "Unit 29155", "Office 39"."""
    is_figure = following.text.isdigit() and len(following.text) <= 5
    return is_figure and word.text[0].isupper() and word.key in word_lists()["numbered_words"]


def starts_sentence(text: str, word: Word) -> bool:
    """Say whether a word's capital may be that of a sentence, or of what stands in quotes."""
    nearest = text[max(0, word.start - 3) : word.start]
    before = nearest.rstrip(" \"“‘'(")
    return not before or before[-1] in ".!?\n:—" or "\n" in nearest


def is_seen_inside(text: str, word: str) -> bool:
    """Say whether a word stands capitalised within some sentence, so that its capital is no mere beginning."""
    return word in _seen_inside(text)


@lru_cache(maxsize=1)
def _seen_inside(text: str) -> frozenset[str]:
    """Return the words of a text that stand within a sentence; it is asked for again and again of the same text."""
    return frozenset(_INSIDE.findall(text))


def is_beside_capital(words: list[Word], first: int, last: int, text: str) -> bool:
    """Say whether the words `first`..`last` have a neighbour that may belong to the same name."""
    no_names = words_in("starters", "calendar")
    following = words[last + 1] if last + 1 < len(words) else None
    if following and following.text[0].isupper() and text[words[last].end : following.start] == " ":
        return following.key not in no_names
    previous = words[first - 1] if first else None
    if previous and previous.text[0].isupper() and text[previous.end : words[first].start] == " ":
        return previous.key not in no_names
    return False
