"""Writing a file whole or not at all: into one beside it, which then takes its name."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from graph.errors import DataError


def write_text(path: Path, pieces: Iterable[str]) -> None:
    """Write `pieces` as UTF-8 at `path`; what was there stays until the new file is complete.

    A device or a pipe is written to directly.

    Raises:
        DataError: `path` is a folder, in a folder that is not there, or cannot be written.
    """
    try:
        if path.is_dir():
            raise DataError(f"{path} is a folder; name a file in it")
        if not path.parent.is_dir():
            raise DataError(f"{path}: there is no folder {path.parent}; make it first")
        if path.exists() and not path.is_file():
            _fill(path, pieces)
        else:
            _replace(path.resolve(), pieces)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DataError(f"{path} was not written: {reason}; name another place with -o") from error


def _replace(target: Path, pieces: Iterable[str]) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "it is read-only", str(target))
    part = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        _fill(part, pieces)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _fill(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)
        if path.is_file():
            file.flush()
            os.fsync(file.fileno())
