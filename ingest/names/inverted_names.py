"""Persons as official lists give them, the surname first in capitals: "ANSARI, Behruz; PETROV, Oleg Ivanovich"."""

from __future__ import annotations

import re

from ingest.names.gazetteer import gazetteer, words_of
from ingest.names.mentions import Mention, Names

# Each stands between two of these marks, so that "RSF, Chad" in a sentence is none.
_INVERTED = re.compile(
    r"(?:^|(?<=[;:•\n] )|(?<=[\n•]))([A-Z][A-Z'’-]{1,20}(?: [A-Z'’-]{2,20})?), ([A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,3})"
    r"(?= ?[;(\n]|\.(?:\s|$)|$)"
)


def find_inverted_names(text: str, names: Names) -> list[Mention]:
    """Return the persons named surname first, under the names that a sentence would use."""
    found = []
    for match in _INVERTED.finditer(text):
        name = f"{match[2]} {match[1].title()}"
        person = _known(name) or names.mint("Person", "person", name, match[1].title())
        found.append(Mention(*match.span(), "entity", person, "name"))
    return found


def _known(name: str) -> str | None:
    words = words_of(name)
    matches = gazetteer().matches(words, 0)
    readings = matches[0][1] if matches and matches[0][0] == len(words) else []
    return next((known.target for known in readings if known.target.startswith("person:")), None)
