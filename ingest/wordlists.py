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
def speech() -> dict[str, frozenset[str]]:
    """Return the lists of attribution.yml by name: lemmas, in lower case."""
    return _lists("attribution.yml")
