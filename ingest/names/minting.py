"""Makes entities of the names that only the article knows, and lets surnames and short forms refer back to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from ingest.lexicon.wordlists import word_lists, words_in
from ingest.names.gazetteer import Word, gazetteer
from ingest.names.mentions import Mention, Names
from ingest.names.name_in_text import NameInText
from ingest.names.name_kinds import is_only_guessed, is_told_by_its_renaming, kind_of
from ingest.names.runs import Run
from ingest.names.short_names import ShortNames, before_dotted_form, beginnings_of_firm, forms_of_body

_NUMBERED = re.compile(r" \d{1,3}\b")
# The name of a make: "Il-76", "Su-35"; but hackers are called so too: "APT28", "UNC4899".
_MODEL = re.compile(r"(?!APT|UNC|TA\d|TAG|DEV)[A-Z][A-Za-z]{0,3}[-‑ ]?\d{1,4}[A-Za-z]{0,3}")
_HEADING = re.compile(r"[^\W\d_]+(?:,? [^\W\d_]+)+")
_SHORTEST_GIVEN_NAME = 4
_LISTING = (",", "and", ", and", "or", "and the", ", the", ", and the")
_PREFIXES = {"Person": "person", "Vessel": "vessel", "Treaty": "treaty"}


# Words of posts that are written with a capital.
_POSTS = frozenset({"deputy", "executive", "special", "assistant", "senior", "vice", "joint", "rapporteur", "managing"})


class Minting:
    """Mints the names of one article; the runs are to come in the order of the text."""

    def __init__(self, text: str, words: list[Word], names: Names) -> None:
        self.text, self.words, self.names = text, words, names
        self._short = ShortNames()
        self._starts = [word.start for word in words]
        # Of the runs read so far, by the word they end with: where they end in the text, and what they name.
        self._read: dict[int, tuple[int, str]] = {}
        for mention in names.mentions:
            if mention.target.startswith("person:"):
                self._note_known(mention)

    def mint_all(self, runs: list[Run]) -> None:
        """Add the mentions that the runs are, where they are any: of new entities or of ones minted before.

        Bodies come first, so that a short form may stand before the full name.
        """
        before = {run.first: earlier for earlier, run in pairwise(run for run in runs if not run.only_begins)}
        for run in (*(r for r in runs if r.overrides), *(r for r in runs if not r.overrides)):
            self._mint(run, before.get(run.first))

    def _note_known(self, mention: Mention) -> None:
        """Let the surname of a person whom the reference data knows stand for that person."""
        first = bisect_left(self._starts, mention.start)
        last = bisect_left(self._starts, mention.end) - 1
        if last > first:
            self._note_surnames(mention.target, first, last)

    def _mint(self, run: Run, before: Run | None) -> None:
        first, titled = _without_titles(self.words, run)
        if first > run.last:
            return
        in_text = NameInText(self.words, first, run.last, self.text, titled)
        kind = kind_of(in_text)
        if kind == "Person" and is_only_guessed(in_text) and self._is_never_short(first, run.last):
            kind = "Organisation"
        start, end = self.words[first].start, self.words[run.last].end
        if kind == "Vessel" and (number := _NUMBERED.match(self.text, end)):
            end = number.end()
        kind = self._kind_in_list(kind, first, run.last, before)
        self._read[run.last] = end, kind
        name = self.text[start:end].strip()
        known = self._short.bearer(name)
        if known:
            self._mention(start, end, known, "surname" if known.startswith("person:") else "alias")
        elif self._is_meant(run, first) and self._is_name(kind, name, first, run.last):
            if first == run.last and self.words[first].key in word_lists()["body_words"]:
                self._refer_back(first, start, end)
            else:
                self._mention(start, end, self._minted(kind, name, first, run.last), "minted")

    def _is_never_short(self, first: int, last: int) -> bool:
        """Say whether a name comes again only in full, as a person's would not: "Tornado Cash"."""
        words, full = self.words[first : last + 1], self._written(self.words[first : last + 1])
        times = self.text.count(full)
        ends = (words[0].text, words[-1].text)
        return times > 1 and all(self.text.count(end) == times for end in ends)

    def _is_meant(self, run: Run, first: int) -> bool:
        """Say whether a run is more than the capital with which a sentence begins."""
        return not run.only_begins or is_told_by_its_renaming(
            NameInText(self.words, first, run.last, self.text, titled=False)
        )

    def _mention(self, start: int, end: int, entity_id: str, role: str) -> None:
        self.names.mentions.append(Mention(start, end, "entity", entity_id, role))

    def _kind_in_list(self, kind: str, first: int, last: int, before: Run | None) -> str:
        """Return what a name in a list is: what the one before it is, as in "the firms Verus and X", "the tankers"."""
        end, kind_before = self._read.get(before.last, (0, "Unknown")) if before else (0, "Unknown")
        if before is None or self.text[end : self.words[first].start].strip() not in _LISTING:
            return kind
        are_ships = self.words[before.first - 1].key in word_lists()["vessel_plurals"]
        are_capitals = self._written(self.words[before.first : last + 1]).replace("and", "").isupper()
        is_open = kind in ("Unknown", "Person", "Place") or are_capitals or (are_ships and first == last)
        is_told = kind_before == "Company" or (kind_before == "Vessel" and (are_ships or are_capitals))
        return kind_before if is_open and is_told else kind

    def _is_name(self, kind: str, name: str, first: int, last: int) -> bool:
        """Say whether a run names something to be minted; a known but undecided alias does not."""
        lists, words = word_lists(), self.words
        if self._is_in_heading(first, last):
            return False
        if self._short.is_shared(name):
            return False  # a surname that two persons bear, a short form of two firms
        if first == last and words[first].key in lists["family_names_first"] | lists["watchers"]:
            return False
        posts = _POSTS | lists["person_nouns"]
        is_post = words[last].key in posts and all(w.key in posts | lists["titles"] for w in words[first : last + 1])
        if is_post and kind != "Vessel":  # "the Deputy Executive Director"
            return False
        if _MODEL.fullmatch(name) and not self._is_body_by_its_noun(last):
            return False
        if kind in ("Unknown", "Place") or len(name) < 2 or words[last].key in lists["regions"]:
            return False
        if first == last and (words[first].key in lists["treaty_words"] or words[first].key in ("may", "march")):
            return False
        matches = gazetteer().matches(words, first)
        return not matches or matches[0][0] != last - first + 1

    def _is_in_heading(self, first: int, last: int) -> bool:
        """Say whether words stand in a line of capitals with nothing of a firm: "DRIVERS, MECHANICS, AND AIRCRAFT"."""
        if not self.words[first].text.isupper():
            return False
        start = self.text.rfind("\n", 0, self.words[first].start) + 1
        line = self.text[start:].partition("\n")[0]
        is_heading = line.isupper() and _HEADING.fullmatch(line) is not None
        own = {word.key for word in self.words[first : last + 1]}
        return is_heading and own.isdisjoint(words_in("legal_forms", "firm_words"))

    def _refer_back(self, at: int, start: int, end: int) -> None:
        """Take "the Bank" for the last name that ends so."""
        short = self.text[start:end].strip()
        earlier = (m for m in self.names.mentions if m.is_entity and m.start < start)
        known = [m for m in earlier if self.text[m.start : m.end].endswith(short)]
        if known and self.words[at - 1].key == "the":
            self._mention(start, end, max(known, key=lambda m: m.start).target, "alias")

    def _is_body_by_its_noun(self, last: int) -> bool:
        """Say whether a noun tells that letters and figures name a body, not a model: "M23 rebels"."""
        following = self.words[last + 1 : last + 2]
        return any(word.key in words_in("body_nouns", "armed_nouns") for word in following)

    def _minted(self, kind: str, name: str, first: int, last: int) -> str:
        entity_id = self.names.mint(kind, _PREFIXES.get(kind, "org"), name)
        if kind == "Person":
            self._note_surnames(entity_id, first, last)
            return entity_id
        self._note_forms(name, entity_id, first, last)
        for following in self.words[last + 1 : last + 2]:
            is_next = self.text[self.words[last].end : following.start] == " "
            if is_next and following.key in word_lists()["body_nouns"]:
                self.names.called(entity_id, f"{name} {following.text}")
        return entity_id

    def _note_forms(self, name: str, entity_id: str, first: int, last: int) -> None:
        """Let a firm be called by less than its name."""
        self._short.note(name, entity_id)
        if entity_id.startswith(("org:", "vessel:")):
            for form in forms_of_body(self.words[first : last + 1]):
                self._short.note(self._written(form), entity_id)
            for form in beginnings_of_firm(self.words[first : last + 1], self.names.kind(entity_id)):
                self._short.note(self._written(form), entity_id, weak=True)
            bare = self._without_legal_form(first, last)
            if bare:
                self.names.called(entity_id, bare)

    def _without_legal_form(self, first: int, last: int) -> str | None:
        """Return "Prasat Pay" for "Prasat Pay Co": an alias whether or not the article uses it."""
        end = first + before_dotted_form(self.words[first : last + 1]) - 1
        while end > first and (self.words[end].key in word_lists()["legal_forms"] or self.words[end].text in ".,"):
            end -= 1
        return self._written(self.words[first : end + 1]) if first < end < last else None

    def _written(self, words: list[Word]) -> str:
        return self.text[words[0].start : words[-1].end].strip()

    def _note_surnames(self, person: str, first: int, last: int) -> None:
        """Let a surname stand for its bearer while only one person of the article bears it."""
        surname = self._surname(first, last)
        self._short.note(self._written(self.words[first : last + 1]), person)
        for part in {self.words[last].text, surname}:
            self._short.note(part, person)
        if last > first and len(self.words[first].text) >= _SHORTEST_GIVEN_NAME:
            self._short.note(self.words[first].text, person, weak=True)
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
