"""Ships and aircraft by number: "IMO 9304667", "tail number EX-76011".

An IMO number belongs to the ship it stands beside; where it stands alone it is that ship again. Its last digit is a
check (IMO resolution A.1117(30)), and what fails it is no number of a ship.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.names.mentions import Mention, Names

_IMO = re.compile(r"\bIMO(?:\s+(?:ship\s+|identification\s+)?(?:number|no\.?))?[\s:]*#?\s?(\d{7})\b", re.IGNORECASE)
_TAIL = re.compile(
    r"\b(?:tail number|tail no\.?|registration(?: number| mark)?|registered as)[\s:]+"
    r"([A-Z0-9]{1,2}-[A-Z0-9]{3,6}|[A-Z]{1,2}\d{3,5}[A-Z]{0,2})\b"
)
# What may stand between a ship and its number: "(", ", ", " with ".
_BESIDE = re.compile(r"[\"'”’]?[\s,]*(?:\((?:[\w .\"'“”-]{1,30}[;,]\s*)?|with (?:the )?|bearing (?:the )?)?")


def is_imo_number(digits: str) -> bool:
    """Say whether the seventh digit is the last one of the sum of the others, weighted 7 to 2."""
    weighted = (int(digit) * weight for digit, weight in zip(digits[:6], range(7, 1, -1), strict=True))
    return sum(weighted) % 10 == int(digits[6])


def find_identifiers(text: str, names: Names) -> list[Mention]:
    """Return the ships and aircraft named by number, each as a vessel of its own for now (`link_identifiers`)."""
    found = []
    for match in _IMO.finditer(text):
        if is_imo_number(match.group(1)):
            vessel = names.mint("Vessel", "vessel", f"IMO {match.group(1)}")
            found.append(Mention(*match.span(), "entity", vessel, "minted"))
    for match in _TAIL.finditer(text):
        aircraft = names.mint("Vessel", "vessel", match.group(1))
        found.append(Mention(*match.span(1), "entity", aircraft, "minted"))
    return found


def not_bodies(text: str) -> Iterator[tuple[int, int]]:
    """Yield where "IMO" stands before a figure, so that it is no name of the organisation."""
    return (match.span() for match in _IMO.finditer(text))


def link_identifiers(text: str, names: Names) -> None:
    """Take a number that stands beside the name of a ship for one of that ship."""
    for before, after in pairwise(names.mentions):
        ship, number = names.home(before.target), names.home(after.target)
        if before.is_entity and _is_minted_vessel(ship, names) and _is_minted_vessel(number, names) and ship != number:
            called = names.entity(number).name
            if called.startswith("IMO ") and _BESIDE.fullmatch(text, before.end, after.start):
                names.unite(number, ship)
                names.called(ship, called)


def _is_minted_vessel(entity_id: str, names: Names) -> bool:
    return entity_id in names.entities and names.kind(entity_id) == "Vessel"
