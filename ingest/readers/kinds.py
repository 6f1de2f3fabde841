"""What kind of page a file is: its suffix says so, unless its first bytes say otherwise for certain."""

from __future__ import annotations

import re

SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".eml": "mail", ".mhtml": "mail", ".mht": "mail", ".xml": "feed", ".rss": "feed",
    ".atom": "feed", ".rdf": "feed", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
}  # fmt: skip
HEAD = 4096  # bytes
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,5}")
_MAGIC = {
    b"PK\x03\x04": "a ZIP archive or an office document", b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "a rich text document", b"\x1f\x8b": "compressed (gzip)", b"7z\xbc\xaf": "an archive (7z)",
    b"Rar!": "an archive (RAR)", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture",
    b"SQLite format 3": "a SQLite file", b"\x7fELF": "a program",
}  # fmt: skip
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<!--", b"<div", b"<p>")
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_PROLOGUE = re.compile(rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\])?[^>]*>)*", re.IGNORECASE | re.DOTALL)
_HEADER = re.compile(rb"^([A-Za-z-]+):[ \t]", re.MULTILINE)
_MAIL = {b"from", b"to", b"subject", b"date", b"received", b"return-path", b"delivered-to"}
_OF_PROGRAMS = {b"mime-version", b"message-id", b"received", b"content-type"}


def kind_of(suffix: str, head: bytes) -> str | None:
    """Return text, html, pdf, mail, feed, json or jsonl; None for a suffix of something else.

    Args:
        suffix: With its full stop; "" where there is none.
        head: The first bytes of the file.
    """
    named = SUFFIXES.get(suffix.lower())
    if named is None and _SUFFIX.fullmatch(suffix.lower()):
        return None
    if named in ("json", "jsonl"):
        return named
    return _certain(head) or ("text" if named in (None, "feed") and not _is_xml(head) else named or "text")


def _certain(head: bytes) -> str | None:
    """Tell a PDF, a feed, a mail and HTML by how they begin."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    inner = start[_prologue(start) :]
    if _FEED.match(inner):
        return "feed"
    if start.lower().startswith(_HTML) or inner.lower().startswith(_HTML):
        return "html"
    return "mail" if _is_mail(start) else None


def _prologue(start: bytes) -> int:
    """How long the XML declaration, comments and document type before the root element are."""
    match = _PROLOGUE.match(start)
    return match.end() if match else 0


def _is_xml(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _is_mail(start: bytes) -> bool:
    """Tell the headers that a program writes from those that a person copied with the text of a mail."""
    headers = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    names = {name.lower() for name in _HEADER.findall(headers)}
    return len(names & _MAIL) >= 2 and bool(names & _OF_PROGRAMS) and _HEADER.match(start) is not None


def fault_of(data: bytes) -> str | None:
    """Return what is wrong with what is no page at all, as the rest of a sentence about it."""
    if not data.strip():
        return "is empty"
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            return f"is {what}, not a page; save it as text or PDF first"
    if b"\0" in data[:65536] and not data.startswith(_UTF16) and b"%PDF-" not in data[:1024]:
        return "is binary, not a page"
    return None
