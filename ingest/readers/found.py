"""What a reader finds in a file."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.pages import Page


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within a file."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """The pages of a file, one or many. `note`: what is odd about it. `attachments` are read as files of their own."""

    pages: tuple[Page, ...]
    note: str | None = None
    attachments: tuple[Attachment, ...] = ()
