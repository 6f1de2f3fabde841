"""PDF: the running text of reports and printed pages, by pypdf; `layout` and `paragraphs` put it right.

Nothing in the file is run or followed. Pictures are not read: a scan has no text.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from math import hypot
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PdfReadError, PyPdfError

from graph.errors import SourceError
from ingest.pages import Page
from ingest.readers.found import Found
from ingest.readers.layout import Piece
from ingest.readers.paragraphs import pdf_paragraphs, title_of

MOST_PAGES = 3_000
MOST_DRAWN = 5_000_000  # bytes of one page's drawing, unpacked; more is a bomb or a map
_LEAST = 40  # characters; with fewer a PDF is a scan
_NO_TITLE = re.compile(r"\.(?:docx?|pdf|indd|pptx?|rtf)\b|^microsoft|^untitled|^slide \d|[/\\]", re.IGNORECASE)

# pypdf tells its log of every oddity; what matters is said by SourceProblem.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(data: bytes, source: str) -> Found:
    """Return the text of a PDF as one page; `note` says how much of it has no text.

    Raises:
        SourceError: it is encrypted, damaged, or holds no text.
    """
    reader = _opened(data)
    pages = [_pieces_of(reader, number) for number in range(len(reader.pages))]
    paragraphs = pdf_paragraphs([pieces or () for pieces in pages])
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    if len(text) < _LEAST:
        raise SourceError(_without_text(pages))
    empty = sum(not pieces for pieces in pages)
    heading = title_of(paragraphs)
    title = heading.text if heading else _said_title(reader)
    page = Page(text, source, title, is_one_story=heading is None or heading.is_alone)
    return Found((page,), f"{empty} of {len(pages)} pages hold no text (pictures?), or are damaged" if empty else None)


def _without_text(pages: Sequence[Sequence[Piece] | None]) -> str:
    if all(pieces is None for pieces in pages):
        return "is a damaged PDF: no page of it could be read; get the file anew"
    return "is a PDF without text (a scan?); run it through text recognition first"


def _opened(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data))
        is_locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if is_locked else len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, NotImplementedError) as error:
        if "crypt" in str(error).lower():
            raise SourceError("is an encrypted PDF; save it without a password first") from error
        raise SourceError("is a damaged PDF (cut short?) that cannot be opened; get the file anew") from error
    if is_locked:
        raise SourceError("is an encrypted PDF; save it without a password first")
    if count > MOST_PAGES:
        raise SourceError(f"is a PDF of {count} pages, more than {MOST_PAGES}; cut it into parts")
    return reader


def _pieces_of(reader: PdfReader, number: int) -> list[Piece] | None:
    """Return the pieces of a page, None where it cannot be read."""
    try:
        return list(_pieces(reader.pages[number]))
    except Exception:  # noqa: BLE001 - a hostile page may raise anything; the others are read
        return None


def _pieces(page: PageObject) -> Iterator[Piece]:
    contents = page.get_contents()
    if contents is None:
        return
    if len(contents.get_data()) > MOST_DRAWN:
        raise PdfReadError
    pieces: list[Piece] = []

    def take(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if not text.strip():
            return
        across = (tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3])
        if abs(across[1]) > abs(across[0]):  # written sideways: a stamp on the margin
            return
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        pieces.append(Piece(x, y, abs(size) * hypot(*across), text, _is_bold(font)))

    page.extract_text(visitor_text=take)
    yield from pieces


def _is_bold(font: Any) -> bool:
    name = str(font.get("/BaseFont", "")) if font is not None else ""
    return re.search("bold|black|heavy|semib", name, re.IGNORECASE) is not None


def _said_title(reader: PdfReader) -> str | None:
    """The title among the file's properties, unless it is the name of a file or a program."""
    try:
        said = reader.metadata
        title = " ".join(str(said.title or "").split()) if said else ""
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return title if len(title.split()) >= 3 and len(title) < 300 and not _NO_TITLE.search(title) else None
