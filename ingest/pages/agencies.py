"""News agencies: their names, and the credits that stand at the end of wire copy ("REUTERS", "- AFP", "(Xinhua)")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.reference import records
from ingest.pages.clutter import lists

_SHORT = 12  # characters; "Associated Press" is shown as "AP", "Kyodo News" as it is
_EDGES = re.compile(r"^[\s(/\[–—-]+|[\s)/\].]+$")
_CAPITALS = re.compile(r"[A-Z][A-Z.&'’-]*(?:[ /,&]{1,2}[A-Z][A-Z.&'’-]*){0,7}")
_TAIL = re.compile(
    r"(?P<end>[.!?…][\"'”’)]*)\s+"
    r"(?P<credit>[–—-]{1,2} ?[A-Za-z][^.!?]{1,50}|\([A-Za-z][^().!?]{1,50}\)|/[A-Z]+/|[A-Z][A-Z.&'’/, -]{1,70}|dpa)\.?$"
)
_SMALL_WORDS = frozenset({"OF", "AND", "FOR", "IN", "ON", "DE"})


@dataclass(frozen=True, slots=True)
class Credited:
    """A line without its credit, and the agency credited (None: there is no credit)."""

    text: str
    agency: str | None


@cache
def _known() -> dict[str, str]:
    names: dict[str, str] = {}
    for record in records().values():
        if record.sort != "news-agency":
            continue
        spellings = [record.entity.name, *record.aliases]
        shown = next((name for name in spellings if len(name) <= _SHORT and not name.endswith("?")), spellings[0])
        names.update((name.rstrip("?").upper(), shown) for name in spellings)
    return names


def known_agency(text: str) -> str | None:
    """Return the name under which the agency called `text` is shown, or None if the reference data has none."""
    bare = _EDGES.sub("", text)
    return _known().get(bare.upper()) or _known().get(bare.upper().removeprefix("THE "))


def agency_name(text: str) -> str:
    """Return how a credited agency is written: known ones by their short name, others out of their capitals."""
    known = known_agency(text)
    if known:
        return known
    bare = _EDGES.sub("", text)
    parts = re.split(r"(\s*[/,&]\s*|\s+and\s+)", bare)
    if len(parts) > 1:
        return "".join(part if index % 2 else agency_name(part) for index, part in enumerate(parts))
    return " ".join(map(_word, bare.split())) if bare.isupper() and not (" " not in bare and len(bare) <= 4) else bare


def _word(word: str) -> str:
    return word.lower() if word in _SMALL_WORDS else word.capitalize()


def take_credit(line: str) -> Credited:
    """Cut the agency's credit off the end of a paragraph; it stands after the last full stop."""
    match = _TAIL.search(line, max(0, len(line) - 90))
    if match is None or not is_credit(match["credit"]):
        return Credited(line, None)
    return Credited(line[: match.end("end")], agency_name(match["credit"]))


def is_credit(text: str) -> bool:
    """Tell whether words by themselves credit an agency: a known one in any dress, an unknown one in capitals."""
    bare = _EDGES.sub("", text)
    if not bare or bare.upper() in lists()["labels"]:
        return False
    parts = re.split(r"\s*[/,&]\s*|\s+and\s+", bare)
    if all(known_agency(part) for part in parts):
        return bare.isupper() or text.strip() != bare or bare == known_agency(bare)
    return (
        _CAPITALS.fullmatch(bare) is not None and max(map(len, parts)) >= 4 and bare not in lists()["picture_credits"]
    )
