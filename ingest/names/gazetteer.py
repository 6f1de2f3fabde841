"""Every name known beforehand, ready to be found in a text: entities, weapons, items, places.

The gazetteer is a trie over words. Hyphens and accents make no difference; capitals do (`Name.fits`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from graph import reference
from graph.errors import ReferenceDataError
from graph.ontology import items
from ingest.lexicon import read_yaml

_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_IGNORED = frozenset("-‐‑–")
_PACTS = frozenset({"Convention", "Treaty"})
_APOSTROPHES = str.maketrans("’ʼ`", "'''")


class Word(NamedTuple):
    """A word or mark of the text with its place, and the key it is looked up by; made for every word, hence a tuple."""

    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Known:
    """What a name may stand for. `what` is entity, item, weapon or place; `target` an id or slug.

    `role` is name, alias, capital, adjective, people (entities) or singular, plural, mass, model (items).
    """

    what: str
    target: str
    role: str
    is_ambiguous: bool = False


class _Node(dict[str, "_Node"]):
    """What may follow in a name, by the key of the next word, and the names that end here as they are written."""

    __slots__ = ("readings",)

    def __init__(self) -> None:
        super().__init__()
        self.readings: list[tuple[str, Known]] = []


def fold(text: str) -> str:
    """Return the key that a word is looked up by: lower case, no accents."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    return "".join(ch for ch in plain if not unicodedata.combining(ch)).casefold()


def words_of(text: str, offset: int = 0) -> list[Word]:
    """Return the words and marks of `text`, hyphens left out; offsets are moved by `offset`."""
    words = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word not in _IGNORED:
            start, end = match.span()
            words.append(Word(word, fold(word), start + offset, end + offset))
    return words


def _keys(name: str) -> list[str]:
    """Return the keys of the words of a name, as `words_of` gives them; hyphens are left out at once."""
    return [key for key in _WORD.findall(fold(name)) if key not in _IGNORED]


@lru_cache(maxsize=4096)
def _written(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(name) if word not in _IGNORED)


def _fits(name: tuple[str, ...], words: list[Word]) -> bool:
    """Say whether the capitals of the text allow a name: a capital of the name is one in the text too."""
    if len(name) == 1:
        name_word, word = name[0], words[0].text
        if name_word.islower():
            return True
        if name_word.isupper() and len(name_word) <= 5:
            return word == name_word
        return word[0].isupper() and (word[1:] == name_word[1:] or word.isupper() or fold(word) == fold(name_word))
    pairs = zip(name, words, strict=True)
    capitals = [(mine, word.text) for mine, word in pairs if mine[0].isupper() and word.text not in ("al", "el", "the")]
    if not capitals:
        return True
    if len(name) >= 4 and name[0] in _PACTS and all(word.text.islower() for word in words):
        return True  # "the convention on cluster munitions"
    kept = sum(word[0].isupper() for _, word in capitals)
    acronyms = all(word == mine for mine, word in capitals if mine.isupper() and 1 < len(mine) <= 5)
    return acronyms and (kept == len(capitals) or (kept >= 1 and capitals[0][1][0].isupper() and len(capitals) >= 2))


class Gazetteer:
    """A trie of names, by the keys of their words."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, name: str, known: Known) -> None:
        """Let `name` stand for `known` too; its capitals are those that a text must have."""
        node = self._root
        for key in _keys(name):
            following = node.get(key)
            if following is None:
                following = node[key] = _Node()
            node = following
        if node is not self._root:
            node.readings.append((name, known))

    def matches(self, words: list[Word], at: int) -> list[tuple[int, list[Known]]]:
        """Return the names that start at `at`, longest first: how many words each has, what it may stand for."""
        node, found = self._root, []
        for position in range(at, len(words)):
            following = node.get(words[position].key)
            if following is None:
                break
            node = following
            if not node.readings:
                continue
            span = words[at : position + 1]
            fitting = [known for name, known in node.readings if _fits(_written(name), span)]
            if fitting:
                found.append((len(span), fitting))
        return found[::-1]


def _plural(phrase: str) -> str:
    if phrase.endswith("man"):
        return phrase[:-2] + "en"
    if re.search(r"[^aeiou]y$", phrase):
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("s", "x", "ch", "sh")) else "s")


def _item_names() -> Iterator[tuple[str, Known]]:
    for slug, phrases in read_yaml("items.yml").items():
        if slug not in items():
            raise ReferenceDataError(f"ingest/lexicon/items.yml: no item {slug!r} in items.csv")
        for phrase in phrases:
            if phrase.endswith("*"):
                yield phrase[:-1], Known("item", slug, "mass")
            else:
                yield phrase, Known("item", slug, "singular")
                yield _plural(phrase), Known("item", slug, "plural")


def _place_names() -> Iterator[tuple[str, Known]]:
    path = files("graph.reference").joinpath("places.csv")
    if not path.is_file():
        return
    for line in path.read_text("utf-8").splitlines()[1:]:
        name, state, aliases, *_ = line.split(",")
        for each in (name, *filter(None, aliases.split(";"))):
            yield each.rstrip("?"), Known("place", f"state:{state}", "place", each.endswith("?"))


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of everything that the reference data and the item lexicon name."""
    made = Gazetteer()
    for name in reference.names():
        made.add(name.text, Known("entity", name.entity, name.role, name.is_ambiguous))
    for weapon in reference.weapons():
        for text in weapon.names:
            known = Known("weapon", weapon.item, "model", text.endswith("?"))
            made.add(text.rstrip("?"), known)
            if not text.endswith("?"):
                made.add(text + "s", known)
    for text, known in (*_item_names(), *_place_names()):
        made.add(text, known)
    return made
