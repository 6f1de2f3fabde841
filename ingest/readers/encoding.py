"""From bytes to text: by the byte order mark, as UTF-8, by the charset that the page declares, last as Windows-1252.

Text that was decoded wrongly once before (mojibake: "TÃ¼rkiye") is put right, and that is said.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
# What UTF-8 looks like when it was taken for Windows-1252: the signs, then runs that may be such.
_MOJIBAKE = re.compile("â€|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]")
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_MENDABLE = re.compile("[\u00a0-\u017f\u2010-\u203a\u20ac\u2122\u2026]+")
_LEAST_SIGNS = 2
_HEAD = 4096  # bytes; where a declaration has to stand


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and what had to be assumed to get it (None: nothing)."""

    text: str
    note: str | None = None


def decode(data: bytes, *, may_declare: bool = False) -> Decoded:
    """Return the text of a page; `may_declare`: the page may name its charset itself (HTML, XML)."""
    decoded = _decoded(data, may_declare=may_declare)
    mended = mend(decoded.text)
    note = "was decoded wrongly once before (mojibake); it was put right" if mended != decoded.text else None
    return Decoded(mended, decoded.note or note)


def mend(text: str) -> str:
    """Return `text` with its mojibake undone, if it is full of it; one odd pair of letters may be meant."""
    if len(_MOJIBAKE.findall(text)) < _LEAST_SIGNS:
        return text
    return _RUN.sub(lambda run: _undone(run.group()), text)


def _undone(run: str) -> str:
    try:
        data = b"".join(bytes([ord(ch)]) if ord(ch) < 0xA0 else ch.encode("cp1252") for ch in run)
        undone = data.decode("utf-8")
    except UnicodeError:
        return run
    return undone if _MENDABLE.fullmatch(undone) else run


def _decoded(data: bytes, *, may_declare: bool) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(name, "replace"))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.end >= len(data) and error.reason == "unexpected end of data":
            return Decoded(
                data[: error.start].decode("utf-8"), "ends in the middle of a character; it may be cut short"
            )
    declared = _declared(data) if may_declare else None
    if declared:
        return Decoded(data.decode(declared, "replace"))
    return _assumed(data)


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    try:
        codec = codecs.lookup(match[1].decode("ascii"))
    except LookupError:
        return None
    is_wrong = codec.name == "utf-8" or not codec._is_text_encoding
    return None if is_wrong else "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name


def _assumed(data: bytes) -> Decoded:
    """Damaged UTF-8 is mostly right; text that is none at all is read as Windows-1252, and both are said."""
    damaged = data.decode("utf-8", "replace")
    wrong, right = damaged.count("\ufffd"), sum(map(damaged.count, "’“”–—é"))
    if right > wrong:
        return Decoded(damaged, f"is damaged UTF-8: {wrong} characters could not be read")
    return Decoded(data.decode("cp1252", "replace"), "is not UTF-8 and names no charset: read as Windows-1252")
