"""From what the user names to bytes: a file, a folder (its files, sorted, at any depth), standard input.

Nothing is fetched: an address gives one line that says to save the page. What cannot be read is reported as a
`SourceProblem` and left out; the rest is read.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph.imports.syntax import HEAD as HEAD_OF_EXPORT
from graph.imports.syntax import syntax_of
from ingest.readers.kinds import HEAD, SUFFIXES, fault_of, kind_of

MAX_PAGE_BYTES = 20_000_000
MAX_PDF_BYTES = 100_000_000  # most of it pictures
STANDARD_INPUT = "standard input"
_EXPORT = "is an export of a ledger, not a page; `sanctionsgraph load FILE` puts it back"
_CUT = "cut it into pages or JSONL"


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """What is wrong with a source, in a line, and where: `line` is a line or item number, if one is to blame.

    `is_note`: the source was read all the same (a guessed encoding, a page cut short); nothing is missing.
    """

    source: str
    line: int | None
    message: str
    is_note: bool = False

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}, line {self.line}"
        return f"{where}: {self.message}"


Report = Callable[[SourceProblem], None]


@dataclass(frozen=True, slots=True)
class Raw:
    """One page, or one line of a JSONL, as bytes. `name` is what the graph keeps, `path` what the user looks for."""

    path: str
    name: str
    kind: str
    data: bytes
    line: int | None = None


def raw_pages(sources: Sequence[str], report: Report) -> Iterator[Raw]:
    """Yield the pages of `sources` one by one; only one is in memory at a time."""
    for source in sources:
        if source == "-":
            yield from _contents(sys.stdin.buffer, "-", STANDARD_INPUT, "", report)
        elif source.lower().startswith(("http://", "https://", "ftp://", "file://")):
            report(
                SourceProblem(source, None, "is an address: nothing is fetched; save the page first and name the file")
            )
        elif "\0" in source:
            report(SourceProblem(repr(source), None, "is no file name"))
        else:
            yield from _path(Path(source), report)


def _path(path: Path, report: Report) -> Iterator[Raw]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        report(SourceProblem(str(path), None, _why(error)))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, report)
    else:
        yield from _file(path, path.name, report)


def _why(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "does not exist; check the name"
        case PermissionError():
            return "may not be read; check its permissions"
        case _:
            return f"cannot be read: {error.strerror or error}"


def _folder(folder: Path, report: Report) -> Iterator[Raw]:
    """Read the files of a folder in order of their names; other suffixes, hidden files and READMEs are no pages."""
    is_empty = True
    for path in _files_below(folder, report):
        is_empty = False
        yield from _file(path, path.relative_to(folder).as_posix(), report)
    if is_empty:
        report(SourceProblem(str(folder), None, f"holds no file to read (none ends in {', '.join(SUFFIXES)})"))


def _files_below(folder: Path, report: Report) -> list[Path]:
    found: list[Path] = []
    visited: set[tuple[int, int]] = set()
    for root, folders, names in os.walk(folder, followlinks=True, onerror=lambda error: report(_unreadable(error))):
        here = Path(root).stat()
        if (here.st_dev, here.st_ino) in visited:  # a link that leads back
            folders.clear()
            continue
        visited.add((here.st_dev, here.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(root) / name for name in names if _is_page(Path(root) / name)]
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def _is_page(path: Path) -> bool:
    is_named = path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.stem.lower() != "readme"
    return is_named and (path.is_file() or path.is_symlink() or not path.exists())


def _unreadable(error: OSError) -> SourceProblem:
    return SourceProblem(str(error.filename), None, _why(error))


def _file(path: Path, name: str, report: Report) -> Iterator[Raw]:
    try:
        with path.open("rb") as stream:
            if syntax_of(path.suffix, stream.peek(HEAD_OF_EXPORT)):
                report(SourceProblem(str(path), None, _EXPORT))
                return
            yield from _contents(stream, str(path), name, path.suffix, report)
    except OSError as error:
        report(SourceProblem(str(path), None, _why(error)))


def _contents(stream: BinaryIO, path: str, name: str, suffix: str, report: Report) -> Iterator[Raw]:
    """Yield the lines of a JSONL as they come, anything else as one page; without a suffix the beginning tells."""
    if SUFFIXES.get(suffix.lower()) == "jsonl":
        yield from _numbered(stream, b"", path, name, report)
        return
    first = stream.readline(MAX_PAGE_BYTES + 1)
    if not suffix and first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and first.rstrip().endswith(b"}"):
        yield from _numbered(stream, first, path, name, report)
        return
    limit = MAX_PDF_BYTES if b"%PDF-" in first[:1024] else MAX_PAGE_BYTES
    data = first + stream.read(limit + 1 - len(first))
    if len(data) > limit:
        report(SourceProblem(path, None, f"is larger than {_megabytes(limit)}, too much for one page; {_CUT}"))
        return
    yield from raw_page(path, name, suffix, data, report)


def raw_page(path: str, name: str, suffix: str, data: bytes, report: Report) -> Iterator[Raw]:
    """Yield a file's content as a page of its kind, or report what it is instead."""
    problem = fault_of(data)
    kind = kind_of(suffix, data[:HEAD])
    if problem is None and kind is None:
        problem = f"ends in {suffix}, which is no kind of page; {', '.join(SUFFIXES)} are"
    if problem or kind is None:
        report(SourceProblem(path, None, problem or ""))
    else:
        yield Raw(path, name, kind, data)


def _numbered(stream: BinaryIO, first: bytes, path: str, name: str, report: Report) -> Iterator[Raw]:
    count = 0
    for count, line in enumerate(_lines(stream, first), start=1):
        if line is None:
            report(SourceProblem(path, count, f"is longer than {_megabytes(MAX_PAGE_BYTES)} and was skipped"))
        elif line.strip():
            yield Raw(path, name, "jsonl", line, count)
    if count == 0:
        report(SourceProblem(path, None, "is empty"))


def _lines(stream: BinaryIO, first: bytes) -> Iterator[bytes | None]:
    """Yield line after line, None for one that is too long."""
    line = first or stream.readline(MAX_PAGE_BYTES + 1)
    while line:
        is_whole = len(line) <= MAX_PAGE_BYTES
        yield line if is_whole else None
        while not is_whole and line and not line.endswith(b"\n"):
            line = stream.readline(MAX_PAGE_BYTES)
        line = stream.readline(MAX_PAGE_BYTES + 1)


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000} MB"


def exit_code(problems: Iterable[SourceProblem]) -> int:
    """Return what a command ends with: 1 if anything was left out."""
    return int(any(not problem.is_note for problem in problems))
