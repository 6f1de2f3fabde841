"""Finds Security Council resolutions by their numbers: "resolution 2231", "resolutions 1718 and 1874 (2009)"."""

from __future__ import annotations

import re

from graph import reference
from graph.model import Entity
from ingest.names.mentions import Mention, Names

_NUMBER = r"\d{3,4}(?:\s?\((?:19|20)\d\d\))?"
_RESOLUTION = re.compile(
    r"\b(?:(?:UN|U\.N\.|United Nations)\s+)?(?:(?:Security )?Council\s+)?(?:[Rr]esolutions?|UNSCR)\s+"
    rf"(?:No\.?\s*)?({_NUMBER}(?:(?:,|,? and)\s+{_NUMBER})*)"
)


def find_resolutions(text: str, names: Names) -> list[Mention]:
    """Return a mention for each number; the first takes the words before it too."""
    found = []
    for match in _RESOLUTION.finditer(text):
        offset = match.start(1)
        for number in re.finditer(_NUMBER, match.group(1)):
            start = offset + number.start() if number.start() else match.start()
            found.append(Mention(start, offset + number.end(), "entity", _resolution(number.group(), names), "name"))
    return found


def _resolution(written: str, names: Names) -> str:
    """Return the resolution of a number as written, "1874 (2009)"."""
    number = written[:4].strip(" (")
    entity_id = f"treaty:unscr-{number}"
    known = reference.entity(entity_id) or Entity(
        entity_id, "Resolution", f"UN Security Council resolution {number}", minted=True
    )
    names.alias(known, f"Resolution {number}", f"UN Security Council resolution {number}", f"Resolution {written}")
    return entity_id
