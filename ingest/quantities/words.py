"""The words around a number, from `quantities.yml`, in the forms in which they are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.model import Bound

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Bound], ...]]


@dataclass(frozen=True)
class Words:
    """The lists of the file. `before` and `after` are keyed by the word next to the number, longest phrase first."""

    before: Phrases
    after: Phrases
    fillers: tuple[tuple[str, ...], ...]
    units: Mapping[str, str]
    loose: Mapping[str, str]
    transparent: frozenset[str]
    sorts: frozenset[str]
    rounds_of: frozenset[str]
    rounds_beside: frozenset[str]
    measures: frozenset[str]
    prices: frozenset[str]
    price_adverbs: frozenset[str]
    periods: Mapping[str, str]
    periodically: Mapping[str, str]
    labels: frozenset[str]
    signs: Mapping[str, str]
    codes: frozenset[str]
    currencies: Mapping[str, str]
    plurals: frozenset[str]
    stops: frozenset[str]
    openers: frozenset[str]
    after_one: frozenset[str]
    before_one: frozenset[str]


@cache
def words() -> Words:
    """Return the word lists."""
    raw: dict[str, Any] = yaml.safe_load(files("ingest.quantities").joinpath("quantities.yml").read_text("utf-8"))
    sets = ("transparent", "sorts", "rounds_of", "rounds_beside", "prices", "measures")
    return Words(
        before=_by_word(raw["bounds"], -1),
        after=_by_word(raw["after"], 0),
        fillers=tuple(sorted((tuple(phrase.split()) for phrase in raw["fillers"]), key=len, reverse=True)),
        units=_inverted(raw["units"]),
        loose=_inverted(raw["loose"]),
        signs=raw["currencies"]["signs"],
        codes=frozenset(raw["currencies"]["codes"]),
        currencies={form: code for name, code in raw["currencies"]["words"].items() for form in (name, _plural(name))},
        plurals=frozenset(raw["plurals"]),
        stops=frozenset(raw["stops"].split()),
        openers=frozenset(raw["openers"]),
        price_adverbs=frozenset(raw["price_adverbs"]),
        periods=raw["periods"],
        periodically=raw["periodically"],
        after_one=frozenset(raw["after_one"]),
        before_one=frozenset(raw["before_one"]),
        labels=_both_numbers(raw["labels"]) | frozenset(raw["single_labels"]),
        **{name: _both_numbers(raw[name]) for name in sets},
    )


def _by_word(phrases: Mapping[Bound, list[str]], place: int) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for bound, texts in phrases.items():
        for parts in (tuple(text.split()) for text in texts):
            found.setdefault(parts[place], []).append((parts, bound))
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in found.items()}


def _inverted(nouns: Mapping[str, list[str]]) -> dict[str, str]:
    return {form: unit for unit, names in nouns.items() for name in names for form in (name, _plural(name))}


def _both_numbers(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in (noun, _plural(noun)))


def _plural(noun: str) -> str:
    if noun.endswith(("ch", "sh", "x", "s")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + "s"
