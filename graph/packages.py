"""Packages that only some of the work needs, and that may be missing."""

from __future__ import annotations

from importlib.util import find_spec

from graph.errors import DataError


def command_for(package: str) -> str | None:
    """Return the command that installs `package`, as pip calls it; None where it is there."""
    return None if find_spec(package.lower()) else f"pip install {package}"


def require(package: str, whoever_needs: str) -> None:
    """Do nothing, or raise a DataError that tells who needs the package and how it is had."""
    command = command_for(package)
    if command:
        raise DataError(f"{whoever_needs} the package {package}, which is not installed: {command}")
