"""Datelines: the town, the day and the agency before the first sentence of a story ("SEOUL, Oct 13 (Reuters) - ")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from graph.reference import names
from ingest.pages.agencies import agency_name, known_agency
from ingest.pages.clutter import lists
from ingest.pages.publication import MONTH, full_date

_UP = "A-ZÀ-ÖØ-Þ"
_CAPS = rf"[{_UP}][{_UP}.'’-]*(?:[ /][{_UP}][{_UP}.'’-]*){{0,4}}"
_MIXED = rf"[{_UP}][\w.'’-]+(?:[ /][{_UP}][\w.'’-]+){{0,2}}"
_REGION = rf"(?:, (?!{MONTH} ?\d)(?:[{_UP}][\w.'’-]+|D\.C\.)(?: [{_UP}][\w.'’-]+){{0,2}})?"
_DAY = rf"(?:,? (?P<day>(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? (?:19|20)\d\d)?)\.?,?)?"
_AGENCY = r"(?: ?(?:\((?P<agency>[A-Z][^()]{1,40})\)|/(?P<slashed>[A-Z]{2,12})/\.?))?"
_DASH = r"(?P<dash> ?[–—]{1,2} ?| --? |-- ?| ?: )"
_THEN = rf"(?=[\"'“‘(\[]{{0,2}}[{_UP}0-9])"
_CAPITAL_LINE = re.compile(rf"(?<![\w.])(?P<town>{_CAPS}){_REGION}{_DAY}{_AGENCY}(?:{_DASH}|(?<=/) |(?<=/\.) ){_THEN}")
_MIXED_LINE = re.compile(rf"(?P<town>{_MIXED}){_REGION}{_DAY}{_AGENCY}{_DASH}{_THEN}")
_COUNTRY_LINE = re.compile(rf"(?P<town>{_MIXED}), {_MIXED}(?P<dash> [–—] ){_THEN}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `start` is where it begins in the line."""

    start: int
    town: str
    agency: str | None
    published: str | None


@cache
def _places() -> frozenset[str]:
    states = {
        n.text.upper() for n in names() if n.entity.startswith("state:") and n.role in ("name", "alias", "capital")
    }
    return frozenset(states | {town.upper() for town in lists()["towns"]})


@cache
def _not_places() -> frozenset[str]:
    bodies = {n.text.upper() for n in names() if not n.entity.startswith("state:")}
    return frozenset((bodies | set(lists()["labels"])) - _places()) | {"US", "U.S.", "UK", "U.K.", "UAE", "EU", "UN"}


def opening_dateline(line: str) -> Dateline | None:
    """Return the dateline that `line` begins with, or None."""
    head = line[:160]
    match = _CAPITAL_LINE.match(head)
    if match and _is_town(match["town"]):
        return _dateline(match, 0)
    match = _MIXED_LINE.match(head)
    if match and (match["agency"] or match["day"]) and match["dash"].strip() != ":" and _is_mixed_town(match):
        return _dateline(match, 0)
    match = _COUNTRY_LINE.match(head)
    return Dateline(0, match["town"], None, None) if match and _is_place(match["town"]) else None


def _is_town(town: str) -> bool:
    parts = town.split("/")
    letters = sum(letter.isalpha() for letter in town)
    return letters >= 4 and all(part.strip() not in _not_places() and not known_agency(part) for part in parts)


def _is_mixed_town(match: re.Match[str]) -> bool:
    return match["town"].upper() not in _not_places() and (bool(match["agency"]) or _is_place(match["town"]))


def _is_place(town: str) -> bool:
    return all(part.strip().upper() in _places() for part in town.split("/"))


def _dateline(match: re.Match[str], start: int) -> Dateline:
    named = match["agency"] or match.groupdict().get("slashed")
    day = match["day"]
    return Dateline(start, match["town"], agency_name(named) if named else None, full_date(day) if day else None)


def break_before_datelines(line: str) -> list[str]:
    """Part a line before each dateline in it: there a title or a caption was run into the story, or two stories."""
    cuts = [0, *(cut for cut in map(_inner_start, _CAPITAL_LINE.finditer(line)) if cut), len(line)]
    return [part for start, end in pairwise(cuts) if (part := line[start:end].strip())]


def _inner_start(match: re.Match[str]) -> int | None:
    """Where a dateline inside a line starts: at a known town, before which a picture's credit may stand."""
    if (match["dash"] or "").strip() == ":" and not match["agency"]:
        return None
    words = match["town"].split(" ")
    for skipped in range(len(words)):
        town = " ".join(words[skipped:])
        if _is_place(town) and not known_agency(town):
            return match.start("town") + sum(len(word) + 1 for word in words[:skipped])
    has_more = match["agency"] or match["day"]
    return match.start() if has_more and _is_town(match["town"]) else None
