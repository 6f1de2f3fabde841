"""From words at places on the pages of a PDF to its paragraphs, in the order in which a person reads them.

Columns are read one after the other; running heads, page numbers, marks of footnotes and the notes at the foot of a
page are left out; lines are joined to paragraphs over columns and pages, words parted at a line's end are mended.
Widths are estimates (half the size of the type for a letter): pypdf tells where words start, not where they end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from ingest.readers.hyphens import Mender

_LETTER = 0.5  # of the size of the type
_SAME_LINE = 0.35  # of the size of the type
_SMALL = 0.87  # of the body's size: notes are smaller than that
_ZONE = 2  # lines at either end of a page where heads and numbers stand
_MARK = re.compile(r"[\s,;]*(?:\d{1,3}|[*†‡§]+|[a-z])(?:[\s,;]+(?:\d{1,3}|[*†‡§]+))*\s*")
_GLUED_MARK = re.compile(r"(?<=[a-z]{2}[.,;:”\"’)])\d{1,3}(?=\s+[A-Z“\"]|\s*$)")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|p\.)\s*)?[-–—\[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?(?:\s*(?:/|of)\s*\d{1,4})?"
    r"|(?:\d\d-\d{5}\s+)?\d{1,4}/\d{1,4}(?:\s+\d\d-\d{5})?|\d\d-\d{5}(?: \(E\))?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[•▪◦‣*–—-])\s+\S")
_END = re.compile(r"[.!?:;]['\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words where they start on a page: points from its lower left corner; `size` is that of the type."""

    x: float
    y: float
    size: float
    text: str
    is_bold: bool = False

    @property
    def end(self) -> float:
        return self.x + _LETTER * self.size * len(self.text.strip())


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading. `is_alone`: no other is of its size (asked of headings)."""

    text: str
    size: float
    page: int
    is_bold: bool = False
    is_alone: bool = True


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of one column; `column` counts the columns of the document."""

    x: float
    y: float
    size: float
    text: str
    is_bold: bool
    page: int
    column: int = 0

    @property
    def end(self) -> float:
        return self.x + _LETTER * self.size * len(self.text)


def pdf_paragraphs(pages: Sequence[Sequence[Piece]]) -> list[Paragraph]:
    """Return the paragraphs of a document in reading order."""
    lines = [line for number, pieces in enumerate(pages) for line in _lines(pieces, number)]
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


def _body_size(lines: Iterable[_Line]) -> float:
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size))


# Lines and columns


def _lines(pieces: Sequence[Piece], page: int) -> list[_Line]:
    """The lines of a page in reading order."""
    parted = [part for piece in pieces for part in _parted(piece)]
    edges = _edges(parted)
    runs: list[list[Piece]] = []
    for piece in parted:
        if runs and _continues(runs[-1], piece, edges):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    lines = [line for run in runs if (line := _line(run, page))]
    return _in_columns(lines, edges)


def _parted(piece: Piece) -> Iterator[Piece]:
    """Part a piece at line feeds within it."""
    for number, text in enumerate(piece.text.strip("\n").split("\n")):
        if text.strip():
            yield replace(piece, text=text, y=piece.y - 1.2 * piece.size * number)


def _continues(run: Sequence[Piece], piece: Piece, edges: Sequence[float]) -> bool:
    """Tell whether a piece stands on the same line as those before it, in the same column."""
    first, last = run[0], run[-1]
    size = max(first.size, piece.size)
    is_beside = abs(piece.y - first.y) <= (_SAME_LINE if piece.size >= _SMALL * first.size else 0.6) * size
    is_next_column = any(last.x < edge - 3 and abs(piece.x - edge) <= 3 for edge in edges)
    return is_beside and piece.x >= last.x - 1 and not is_next_column


def _line(run: Sequence[Piece], page: int) -> _Line | None:
    """One line without the marks of footnotes, which are smaller and raised."""
    size = max(piece.size for piece in run)
    base = next(piece for piece in run if piece.size == size)
    kept = [piece for piece in run if not _is_mark(piece, base)]
    text = _GLUED_MARK.sub("", " ".join("".join(piece.text for piece in kept).split()))
    is_bold = all(piece.is_bold for piece in kept)
    return _Line(run[0].x, base.y, size, text, is_bold, page) if text else None


def _is_mark(piece: Piece, base: Piece) -> bool:
    is_raised = piece.y > base.y + 0.12 * base.size and piece.size < 0.8 * base.size
    return is_raised and _MARK.fullmatch(piece.text) is not None


def _edges(pieces: Sequence[Piece]) -> list[float]:
    """Where columns other than the first begin: many lines start there, and hardly any text runs across."""
    if not pieces:
        return []
    left, right = min(piece.x for piece in pieces), max(piece.end for piece in pieces)
    rows = len({round(piece.y / 4) for piece in pieces})
    starts = Counter(round(piece.x) for piece in pieces if piece.x > left + 0.2 * (right - left))
    found: list[float] = []
    for start, count in sorted(starts.items()):
        together = count + starts[start - 1] + starts[start + 1]
        crossing = sum(piece.x < start - 3 and piece.end > start + 0.3 * (right - start) for piece in pieces)
        is_apart = not found or start > found[-1] + 0.15 * (right - left)
        if together >= 5 and together >= 0.2 * rows and crossing <= 0.5 * together and is_apart:
            found.append(float(start))
    return found


def _in_columns(lines: Sequence[_Line], edges: Sequence[float]) -> list[_Line]:
    """Order lines from top to bottom, column after column; a line across the page ends the columns above it."""
    downwards = sorted(lines, key=lambda line: (-round(line.y), line.x))
    if not edges:
        return downwards
    ordered: list[_Line] = []
    open_block: list[_Line] = []
    right = max(line.end for line in lines)
    for line in downwards:
        if line.x < edges[0] - 3 and line.end > edges[0] + 0.3 * (right - edges[0]):
            ordered += [*sorted(open_block, key=lambda line: line.column), line]
            open_block = []
        else:
            open_block.append(replace(line, column=1 + sum(line.x >= edge - 3 for edge in edges)))
    return [*ordered, *sorted(open_block, key=lambda line: line.column)]


# What is no text


def _without_heads(lines: Sequence[_Line], pages: int, body: float) -> list[_Line]:
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


def _zone(lines: Sequence[_Line]) -> list[_Line]:
    downwards = sorted(lines, key=lambda line: -line.y)
    rows = [list(group) for _, group in groupby(downwards, key=lambda line: round(line.y / 4))]
    ends = rows[:_ZONE] + rows[-_ZONE:] if len(rows) > 2 * _ZONE else rows
    return [line for row in ends for line in row]


def _key(line: _Line) -> str:
    return re.sub(r"\d+|\b[ivxl]+\b", "#", line.text.casefold())


def _without_notes(lines: Sequence[_Line], body: float) -> list[_Line]:
    """Drop the notes at the foot of each column: smaller than the body, with a mark at the start of one of them."""
    kept: list[_Line] = []
    for _, group in groupby(lines, key=lambda line: (line.page, line.column)):
        column = list(group)
        start = len(column)
        while start > 0 and column[start - 1].size < _SMALL * body:
            start -= 1
        is_notes = start > 0 and any(re.match(r"\d|[*†‡]|[a-z][. ]", line.text) for line in column[start:])
        kept += column[:start] if is_notes else column
    return kept


# Paragraphs


def _groups(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines of each paragraph."""
    steps = [a.y - b.y for a, b in pairwise(lines) if (a.page, a.column) == (b.page, b.column) and a.y > b.y]
    leading = median(steps) if steps else 0.0
    lefts = _lefts(lines)
    group: list[_Line] = []
    for line in lines:
        if group and _begins(line, group, leading, lefts):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _lefts(lines: Sequence[_Line]) -> dict[tuple[int, int], tuple[float, float]]:
    """The left edge of each column (where most lines start) and its width."""
    lefts = {}
    for key, group in groupby(sorted(lines, key=_place), key=_place):
        column = list(group)
        starts = Counter(round(line.x) for line in column)
        left = float(max(starts, key=lambda start: (starts[start], -start)))
        lefts[key] = (left, max(line.end for line in column) - left)
    return lefts


def _place(line: _Line) -> tuple[int, int]:
    return line.page, line.column


def _begins(
    line: _Line, group: Sequence[_Line], leading: float, lefts: dict[tuple[int, int], tuple[float, float]]
) -> bool:
    """Tell whether a line begins a paragraph: by its type, the space above it, its indent, how the last one ends."""
    before = group[-1]
    if abs(line.size - before.size) > 0.08 * before.size or line.is_bold != before.is_bold or _ITEM.match(line.text):
        return True
    _, width = lefts[_place(before)]
    is_over = _END.search(before.text) is not None
    is_short = before.end < before.x + 0.7 * width
    if _place(line) != _place(before):
        return is_over
    here, _ = lefts[_place(line)]
    is_indented = line.x > here + 0.7 * line.size and line.x > before.x + 0.7 * line.size
    return before.y - line.y > 1.3 * leading or before.y < line.y or (is_over and is_short) or (is_indented and is_over)


def _paragraph(group: Sequence[_Line], mender: Mender) -> Paragraph:
    text = group[0].text
    for line in group[1:]:
        text = mender.join(text, line.text)
    return Paragraph(text, group[0].size, group[0].page, group[0].is_bold)
