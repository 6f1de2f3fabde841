"""Finds Security Council resolutions by their numbers: "resolution 2231", "resolutions 1718 and 1874 (2009)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph import reference
from graph.model import Entity

if TYPE_CHECKING:
    from ingest.names import Mention, Names

_NUMBER = r"\d{3,4}(?:\s?\((?:19|20)\d\d\))?"
_RESOLUTION = re.compile(
    r"\b(?:(?:UN|U\.N\.|United Nations)\s+)?(?:(?:Security )?Council\s+)?(?:[Rr]esolutions?|UNSCR)\s+"
    rf"(?:No\.?\s*)?({_NUMBER}(?:(?:,|,? and)\s+{_NUMBER})*)"
)


def find_resolutions(text: str, names: Names) -> list[Mention]:
    """Return a mention for each number; the first takes the words before it too."""
    from ingest.names import Mention

    found = []
    for match in _RESOLUTION.finditer(text):
        start = match.start()
        for number in re.finditer(_NUMBER, match.group(1)):
            end = match.start(1) + number.end()
            entity_id = _resolution(number.group()[:4].strip(" ("), number.group(), names)
            found.append(
                Mention(
                    start if number.start() == 0 else match.start(1) + number.start(), end, "entity", entity_id, "name"
                )
            )
    return found


def _resolution(number: str, written: str, names: Names) -> str:
    entity_id = f"treaty:unscr-{number}"
    known = reference.entity(entity_id) or Entity(
        entity_id, "Resolution", f"UN Security Council resolution {number}", minted=True
    )
    names.alias(known, f"Resolution {number}", f"UN Security Council resolution {number}", f"Resolution {written}")
    return entity_id
