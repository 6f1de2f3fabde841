"""Makes entities of the names that only the article knows, and lets surnames and short forms refer back to them."""

from __future__ import annotations

import re

from ingest.gazetteer import Word, gazetteer
from ingest.mentions import Mention, Names
from ingest.name_kinds import NameInText, kind_of
from ingest.runs import Run
from ingest.wordlists import word_lists

_NUMBERED = re.compile(r" \d{1,3}\b")
_PREFIXES = {"Person": "person", "Vessel": "vessel", "Treaty": "treaty"}


class Minting:
    """Mints the names of one article; the runs are to come in the order of the text."""

    def __init__(self, text: str, words: list[Word], names: Names) -> None:
        self.text, self.words, self.names = text, words, names
        self._short: dict[str, str] = {}
        self._bearers: dict[str, set[str]] = {}
        self._last_kind, self._last_end = "Unknown", 0

    def mint(self, run: Run) -> None:
        """Add the mention that a run is, if it is one: of a new entity or of one minted before."""
        first, titled = _without_titles(self.words, run)
        if first > run.last:
            return
        kind = kind_of(NameInText(self.words, first, run.last, self.text, titled))
        start, end = self.words[first].start, self.words[run.last].end
        if kind == "Vessel" and (number := _NUMBERED.match(self.text, end)):
            end = number.end()
        kind = self._kind_in_list(kind, self.text[self._last_end : start])
        self._last_kind, self._last_end = kind, end
        name = self.text[start:end].strip()
        if first == run.last and name in self._short:
            self._mention(start, end, self._short[name], "surname")
        elif self._is_name(kind, name, first, run.last):
            if first == run.last and self.words[first].key in word_lists()["body_words"]:
                self._refer_back(first, start, end)
            else:
                self._mention(start, end, self._minted(kind, name, first, run.last), "minted")

    def _mention(self, start: int, end: int, entity_id: str, role: str) -> None:
        self.names.mentions.append(Mention(start, end, "entity", entity_id, role))

    def _kind_in_list(self, kind: str, between: str) -> str:
        """Return what a name in "the companies Verus, Versor and X" is: what the one before it is."""
        in_list = between.strip() in (",", "and", ", and", "or")
        is_open = kind in ("Unknown", "Person", "Place")
        return "Company" if in_list and is_open and self._last_kind == "Company" else kind

    def _is_name(self, kind: str, name: str, first: int, last: int) -> bool:
        """Say whether a run names something to be minted; a known but undecided alias does not."""
        lists, words = word_lists(), self.words
        if first == last and len(self._bearers.get(name, ())) > 1:
            return False  # a surname that two persons bear
        if kind in ("Unknown", "Place") or len(name) < 2 or words[last].key in lists["regions"]:
            return False
        if first == last and (words[first].key in lists["treaty_words"] or words[first].key in ("may", "march")):
            return False
        matches = gazetteer().matches(words, first)
        return not matches or matches[0][0] != last - first + 1

    def _refer_back(self, at: int, start: int, end: int) -> None:
        """Take "the Bank" for the last name that ends so."""
        short = self.text[start:end].strip()
        known = [m.target for m in self.names.mentions if m.is_entity and self.text[m.start : m.end].endswith(short)]
        if known and self.words[at - 1].key == "the":
            self._mention(start, end, known[-1], "alias")

    def _minted(self, kind: str, name: str, first: int, last: int) -> str:
        entity_id = self.names.mint(kind, _PREFIXES.get(kind, "org"), name)
        if kind == "Person":
            self._note_surnames(entity_id, first, last)
            return entity_id
        self._short.setdefault(name, entity_id)
        for following in self.words[last + 1 : last + 2]:
            is_next = self.text[self.words[last].end : following.start] == " "
            if is_next and following.key in word_lists()["body_nouns"]:
                self.names.called(entity_id, f"{name} {following.text}")
        return entity_id

    def _note_surnames(self, person: str, first: int, last: int) -> None:
        """Let a surname stand for its bearer while only one person of the article bears it."""
        surname = self._surname(first, last)
        for part in {self.words[last].text, surname}:
            bearers = self._bearers.setdefault(part, set())
            bearers.add(person)
            if len(bearers) == 1:
                self._short[part] = person
            else:
                self._short.pop(part, None)
        self.names.called(person, surname)

    def _surname(self, first: int, last: int) -> str:
        words, lists = self.words, word_lists()
        if last == first:
            return words[last].text
        if words[first].key in lists["family_names_first"]:
            return words[first].text
        is_hyphenated = self.text[words[last - 1].end : words[last].start] == "-"
        if is_hyphenated or words[last - 1].key in lists["surname_particles"]:
            return self.text[words[last - 1].start : words[last].end]
        return words[last].text


def _without_titles(words: list[Word], run: Run) -> tuple[int, bool]:
    """Return where a run begins behind the titles in it, and whether it has any; past its end if it is all titles."""
    first, titled = run.first, False
    if run.overrides:
        return first, False
    titles, modifiers = word_lists()["titles"], word_lists()["title_modifiers"]
    while first < run.last and words[first].key in titles:
        if words[first].key in modifiers and words[first + 1].key not in titles:
            break
        first, titled = first + 1, True
        if first <= run.last and words[first].text == ".":
            first += 1
    if first == run.last and words[first].key in titles:
        return run.last + 1, True
    return first, titled
