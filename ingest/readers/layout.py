"""From words at places on a page of a PDF to its lines, in the order in which a person reads them: column after column.

Marks of footnotes, which are smaller and raised, go. Widths are estimates (half the size of the type for a letter):
pypdf tells where words start, not where they end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_LETTER = 0.5  # of the size of the type
_SAME_LINE = 0.35  # of the size of the type
_SMALL = 0.87  # of the body's size: notes are smaller than that
_MARK = re.compile(r"[\s,;]*(?:\d{1,3}|[*†‡§]+|[a-z])(?:[\s,;]+(?:\d{1,3}|[*†‡§]+))*\s*")
_GLUED_MARK = re.compile(r"(?<=[a-z]{2}[.,;:”\"’)])\d{1,3}(?=\s+[A-Z“\"]|\s*$)")


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
class Line:
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


def lines_of_page(pieces: Sequence[Piece], page: int) -> list[Line]:
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


def _line(run: Sequence[Piece], page: int) -> Line | None:
    """One line without the marks of footnotes, which are smaller and raised."""
    size = max(piece.size for piece in run)
    base = next(piece for piece in run if piece.size == size)
    kept = [piece for piece in run if not _is_mark(piece, base)]
    text = _GLUED_MARK.sub("", " ".join("".join(piece.text for piece in kept).split()))
    is_bold = all(piece.is_bold for piece in kept)
    return Line(run[0].x, base.y, size, text, is_bold, page) if text else None


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


def _in_columns(lines: Sequence[Line], edges: Sequence[float]) -> list[Line]:
    """Order lines from top to bottom, column after column; a line across the page ends the columns above it."""
    downwards = sorted(lines, key=lambda line: (-round(line.y), line.x))
    if not edges:
        return downwards
    ordered: list[Line] = []
    open_block: list[Line] = []
    right = max(line.end for line in lines)
    for line in downwards:
        if line.x < edges[0] - 3 and line.end > edges[0] + 0.3 * (right - edges[0]):
            ordered += [*sorted(open_block, key=lambda line: line.column), line]
            open_block = []
        else:
            open_block.append(replace(line, column=1 + sum(line.x >= edge - 3 for edge in edges)))
    return [*ordered, *sorted(open_block, key=lambda line: line.column)]
