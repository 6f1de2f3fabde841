"""From the lines of a PDF to its paragraphs, over columns and pages.

Running heads, page numbers and the notes at the foot of a page are left out; words parted at a line's end are mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from ingest.pages.publication import bare_date, labelled_date
from ingest.readers.hyphens import Mender
from ingest.readers.layout import Line, Piece, lines_of_page

_SMALL = 0.87  # of the body's size: notes are smaller than that
_ZONE = 2  # lines at either end of a page where heads and numbers stand
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|p\.)\s*)?[-–—\[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?(?:\s*(?:/|of)\s*\d{1,4})?"
    r"|(?:\d\d-\d{5}\s+)?\d{1,4}/\d{1,4}(?:\s+\d\d-\d{5})?|\d\d-\d{5}(?: \(E\))?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[•▪◦‣*–—-])\s+\S")
_END = re.compile(r"[.!?:;]['\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading. `is_alone`: no other is of its size (asked of headings)."""

    text: str
    size: float
    page: int
    is_bold: bool = False
    is_alone: bool = True


def pdf_paragraphs(pages: Sequence[Sequence[Piece]]) -> list[Paragraph]:
    """Return the paragraphs of a document in reading order."""
    lines = [line for number, pieces in enumerate(pages) for line in lines_of_page(pieces, number)]
    if not lines:
        return []
    body = _body_size(lines)
    lines = _without_notes(_without_heads(lines, len(pages), body), body)
    mender = Mender(line.text for line in lines)
    return [_paragraph(group, mender) for group in _groups(lines)]


def title_of(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """Return the heading in the largest type on the first page, or None where nothing is larger than the body."""
    if not paragraphs:
        return None
    sizes = Counter[float]()
    for paragraph in paragraphs:
        sizes[round(paragraph.size)] += len(paragraph.text)
    body = max(sizes, key=lambda size: sizes[size])
    first = [p for p in paragraphs if p.page == 0 and p.size > 1.12 * body and 3 <= len(p.text.split()) <= 40]
    if not first:
        return None
    title = max(first, key=lambda paragraph: round(paragraph.size))
    as_large = sum(round(p.size) >= round(title.size) and len(p.text.split()) >= 3 for p in paragraphs)
    return replace(title, is_alone=as_large == 1)


def _body_size(lines: Iterable[Line]) -> float:
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size))


# What is no text


def _without_heads(lines: Sequence[Line], pages: int, body: float) -> list[Line]:
    """Drop page numbers, and what stands at the top or the foot of several pages, figures apart."""
    zones = {page: _zone(list(group)) for page, group in groupby(lines, key=lambda line: line.page)}
    times = Counter(key for zone in zones.values() for key in {_key(line) for line in zone})
    often = {key for key, count in times.items() if count >= max(2, 0.25 * pages)}
    dropped = {
        id(line)
        for zone in zones.values()
        for line in zone
        if _PAGE_NUMBER.fullmatch(line.text) or (_key(line) in often and line.size <= 1.2 * body)
    }
    return [line for line in lines if id(line) not in dropped]


def _zone(lines: Sequence[Line]) -> list[Line]:
    downwards = sorted(lines, key=lambda line: -line.y)
    rows = [list(group) for _, group in groupby(downwards, key=lambda line: round(line.y / 4))]
    ends = rows[:_ZONE] + rows[-_ZONE:] if len(rows) > 2 * _ZONE else rows
    return [line for row in ends for line in row]


def _key(line: Line) -> str:
    return re.sub(r"\d+|\b[ivxl]+\b", "#", line.text.casefold())


def _without_notes(lines: Sequence[Line], body: float) -> list[Line]:
    """Drop the notes at the foot of each column: smaller than the body, with a mark at the start of one of them."""
    kept: list[Line] = []
    for _, group in groupby(lines, key=lambda line: (line.page, line.column)):
        column = list(group)
        start = len(column)
        while start > 0 and column[start - 1].size < _SMALL * body:
            start -= 1
        is_notes = start > 0 and any(re.match(r"\d|[*†‡]|[a-z][. ]", line.text) for line in column[start:])
        kept += column[:start] if is_notes else column
    return kept


# Paragraphs


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph."""
    steps = [a.y - b.y for a, b in pairwise(lines) if (a.page, a.column) == (b.page, b.column) and a.y > b.y]
    leading = median(steps) if steps else 0.0
    lefts = _lefts(lines)
    group: list[Line] = []
    for line in lines:
        if group and _begins(line, group, leading, lefts):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _lefts(lines: Sequence[Line]) -> dict[tuple[int, int], tuple[float, float]]:
    """The left edge of each column (where most lines start) and its width."""
    lefts = {}
    for key, group in groupby(sorted(lines, key=_place), key=_place):
        column = list(group)
        starts = Counter(round(line.x) for line in column)
        left = float(max(starts, key=lambda start: (starts[start], -start)))
        lefts[key] = (left, max(line.end for line in column) - left)
    return lefts


def _place(line: Line) -> tuple[int, int]:
    return line.page, line.column


def _begins(
    line: Line, group: Sequence[Line], leading: float, lefts: dict[tuple[int, int], tuple[float, float]]
) -> bool:
    """Tell whether a line begins a paragraph: by its type, the space above it, its indent, how the last one ends."""
    before = group[-1]
    if abs(line.size - before.size) > 0.08 * before.size or line.is_bold != before.is_bold or _ITEM.match(line.text):
        return True
    if len(group) == 1 and (bare_date(before.text) or labelled_date(before.text)):
        return True
    _, width = lefts[_place(before)]
    is_over = _END.search(before.text) is not None
    is_short = before.end < before.x + 0.7 * width
    if _place(line) != _place(before):
        return is_over
    here, _ = lefts[_place(line)]
    is_indented = line.x > here + 0.7 * line.size and line.x > before.x + 0.7 * line.size
    return before.y - line.y > 1.3 * leading or before.y < line.y or (is_over and is_short) or (is_indented and is_over)


def _paragraph(group: Sequence[Line], mender: Mender) -> Paragraph:
    text = group[0].text
    for line in group[1:]:
        text = mender.join(text, line.text)
    return Paragraph(text, group[0].size, group[0].page, group[0].is_bold)
