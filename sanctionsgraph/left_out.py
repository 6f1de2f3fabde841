"""What `read --left-out` tells: of each passage that made no claim, the words and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import LeftOut, Reading

_LONGEST = 300  # characters of a passage that are shown


def left_out_of(reading: Reading) -> Iterator[str]:
    """Yield a line for each passage with its reasons; one for all of an article that is not relevant."""
    article = reading.article
    if not article.relevant:
        yield f"left out: all of “{_short(article.title or article.text)}”: {article.reason or 'not relevant'}"
    for (start, end), notes in groupby(reading.left_out, key=lambda note: (note.start, note.end)):
        yield f"left out: “{_short(article.text[start:end])}”: {'; '.join(_reasons(notes))}"


def _reasons(notes: Iterable[LeftOut]) -> Iterator[str]:
    """Yield the reasons, of relations that share word and reason one."""
    relations: dict[tuple[str | None, str], list[str]] = {}
    for note in notes:
        relations.setdefault((note.trigger, note.why), []).extend([note.relation] if note.relation else [])
    for (trigger, why), names in relations.items():
        yield f"'{trigger}' might say {' or '.join(names)}, but {why}" if names else why


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
