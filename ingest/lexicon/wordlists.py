"""The word lists the reader goes by: `lexicon/words.yml` for names and nouns, `lexicon/attribution.yml` for speech."""

from __future__ import annotations

from functools import cache

from ingest.lexicon import read_yaml


def _lists(name: str) -> dict[str, frozenset[str]]:
    return {title: frozenset(words) for title, words in read_yaml(name).items()}


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Return the lists of words.yml by name, all in lower case."""
    return _lists("words.yml")


@cache
def words_in(*titles: str) -> frozenset[str]:
    """Return the words of several lists of words.yml; they are put together once, not at each word of a text."""
    return frozenset().union(*(word_lists()[title] for title in titles))


@cache
def speech() -> dict[str, frozenset[str]]:
    """Return the lists of attribution.yml by name: lemmas, in lower case."""
    return _lists("attribution.yml")
