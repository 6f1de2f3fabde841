"""Writing a file or a folder whole or not at all: into one beside it, which then takes its name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.errors import DataError

_DATABASE = b"SQLite format 3\0"


def write_text(path: Path, pieces: Iterable[str]) -> None:
    """Write `pieces` as UTF-8 at `path`; see `write_file`."""
    write_file(path, lambda file: file.writelines(piece.encode("utf-8") for piece in pieces))


def write_file(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    """Write at `path` what `fill` writes; what was there stays until the new file is complete.

    A device or a pipe is written to directly.

    Raises:
        DataError: `path` is a folder or a ledger, in a folder that is not there, or cannot be written.
    """
    with _explained(path):
        if path.is_dir():
            raise DataError(f"{path} is a folder; name a file in it")
        _check_parent(path)
        if path.exists() and not path.is_file():
            _fill(path, fill)
        else:
            _replace(path.resolve(), fill)


def write_folder(path: Path, fill: Callable[[Path], None], names: Collection[str]) -> None:
    """Make the folder `path` of the files that `fill` writes into the folder it is given.

    A folder with no other files than `names`, as an earlier export leaves it, makes way once the new one is complete.

    Raises:
        DataError: `path` is a file, a folder with other things in it, or cannot be written.
    """
    with _explained(path):
        if path.exists() and not path.is_dir():
            raise DataError(f"{path} is a file, and this format is a folder of files; name another place with -o")
        _check_parent(path)
        others = sorted(child.name for child in path.iterdir() if child.name not in names) if path.exists() else []
        if others:
            raise DataError(f"{path} holds other things ({others[0]}); name an empty folder or a new one")
        _replace_folder(path.resolve(), fill)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DataError(f"{path} was not written: {reason}; name another place with -o") from error


def _check_parent(path: Path) -> None:
    if not path.parent.is_dir():
        raise DataError(f"{path}: there is no folder {path.parent}; make it first")


def _replace(target: Path, fill: Callable[[BinaryIO], None]) -> None:
    if target.exists():
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "it is read-only", str(target))
        _refuse_database(target)
    part = _beside(target, "part")
    try:
        _fill(part, fill)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _refuse_database(target: Path) -> None:
    with target.open("rb") as file:
        if file.read(len(_DATABASE)) == _DATABASE:
            raise DataError(f"{target} is a ledger or another database, and stays one; name another place with -o")


def _replace_folder(target: Path, fill: Callable[[Path], None]) -> None:
    part, old = _beside(target, "part"), _beside(target, "old")
    try:
        part.mkdir()
        fill(part)
        if target.exists():
            target.rename(old)
        part.rename(target)
    finally:
        if old.exists() and not target.exists():
            old.rename(target)
        for left in (part, old):
            shutil.rmtree(left, ignore_errors=True)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name[:50]}.{os.getpid()}.{ending}")


def _fill(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    with path.open("wb") as file:
        fill(file)
        if path.is_file():
            file.flush()
            os.fsync(file.fileno())
