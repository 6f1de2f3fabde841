"""Whether a note of a few lines tells of arms where none of its words speaks of them by itself.

"China supplied Pakistan with radars" says so by who, what and how together: in one sentence stand parties of the
reference data, a thing of `items.yml` or a body that is about arms, and one of the deeds of `relevance.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.ontology import broader_items
from graph.reference import records
from ingest.names.gazetteer import Known, Word, gazetteer, words_of

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.](?=\S)[^.!?\n]*)*")
_NAME = 60  # characters
_FIRST = {"entity": 0, "weapon": 1, "item": 2}  # of several readings of a name


@cache
def relevance_words() -> dict[str, Any]:
    """Return `relevance.yml` as it is."""
    loaded: dict[str, Any] = yaml.safe_load(files("ingest.pages").joinpath("relevance.yml").read_text("utf-8"))
    return loaded


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence names: who, by id, and which of them are about arms; its words for arms, for help, not goods."""

    parties: dict[str, str]
    bodies: dict[str, str]
    arms: tuple[str, ...]
    help: tuple[str, ...]
    has_alliance: bool


def told_deed(text: str) -> tuple[str, ...]:
    """Return the words of the first sentence that tells a deed with arms, or nothing."""
    for match in _SENTENCE.finditer(text):
        told = _told(match.group())
        words = _deciding(told, match.group())
        if words:
            return tuple(dict.fromkeys(words))
    return ()


def told_sanctions(text: str) -> tuple[str, ...]:
    """Return the words for sanctions that a state or an alliance put on somebody: "under sanctions by Chad"."""
    for match in _deed_words("imposed_by").finditer(text):
        words = words_of(text[match.end() : match.end() + _NAME])
        size, imposer = _name_at(words, 0)
        if imposer and imposer.what == "entity" and records()[imposer.target].sort in ("state", "alliance"):
            return match.group().strip(), " ".join(word.text for word in words[:size])
    return ()


def _deciding(told: _Told, sentence: str) -> tuple[str, ...]:
    """Return what decides: who and arms; a body about arms; a state and an alliance; two parties and a hostile deed."""
    parties, deed = tuple(told.parties.values()), _found("deeds", sentence)
    if told.arms and parties and (deed or len(parties) > 1):
        return (*told.arms, *parties, *([deed] if deed else ()))
    if told.bodies and (deed or len(parties) > 1):
        return (*told.bodies.values(), *([deed] if deed else ()), *parties)
    if len(parties) < 2:
        return ()
    between = _found("between", sentence) or (told.has_alliance and _found("joining", sentence))
    return (between, *parties) if between else (told.help[0], *parties) if told.help and deed else ()


def _found(name: str, sentence: str) -> str | None:
    match = _deed_words(name).search(sentence)
    return match.group() if match else None


@cache
def _deed_words(name: str) -> re.Pattern[str]:
    """The words of a list: `deeds` that need arms, those `between` two parties that need none, those of `joining`."""
    return re.compile(rf"\b(?:{'|'.join(relevance_words()['note'][name])})\b", re.IGNORECASE)


def _told(sentence: str) -> _Told:
    parties: dict[str, str] = {}
    bodies: dict[str, str] = {}
    arms, helps = [], []
    about = relevance_words()["note"]
    for known, words in _names(sentence):
        above = broader_items(known.target) if known.what != "entity" else ()
        if known.what == "entity":
            parties.setdefault(known.target, words)
            if records()[known.target].sort in about["bodies"]:
                bodies.setdefault(known.target, words)
        elif "weapon" in above and not set(about["everyday"]).intersection(above):
            arms.append(words)
        elif "assistance" in above and "finance" not in above:
            helps.append(words)
    has_alliance = any(records()[party].sort == "alliance" for party in parties)
    return _Told(parties, bodies, tuple(arms), tuple(helps), has_alliance)


def _names(sentence: str) -> Iterator[tuple[Known, str]]:
    """Yield what the words certainly name, longest first, as they stand in the sentence."""
    words, at = words_of(sentence), 0
    while at < len(words):
        size, known = _name_at(words, at)
        if known:
            yield known, sentence[words[at].start : words[at + size - 1].end]
        at += size


def _name_at(words: list[Word], at: int) -> tuple[int, Known | None]:
    for size, readings in gazetteer().matches(words, at):
        sure = [known for known in readings if known.what in _FIRST and not known.is_ambiguous]
        if sure:
            return size, min(sure, key=lambda known: _FIRST[known.what])
    return 1, None
