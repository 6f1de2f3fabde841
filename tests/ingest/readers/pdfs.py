"""Makes small PDFs for the tests: text at places, as programs that lay out pages write it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
_HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line: where it starts (points from the lower left corner), and how large it is."""

    x: float
    y: float
    words: str
    size: float = 11


def lines(x: float, y: float, words: Iterable[str], *, size: float = 11, leading: float = 14) -> list[Text]:
    """Return lines one below the other."""
    return [Text(x, y - number * leading, line, size) for number, line in enumerate(words)]


def pdf(*pages: Sequence[Text], stream: bytes | None = None) -> bytes:
    """Return a PDF with these pages; `stream` stands in for the content of them all."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", _HELVETICA]
    kids = []
    for texts in pages:
        content = zlib.compress(stream if stream is not None else b"\n".join(map(_operators, texts)))
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (WIDTH, HEIGHT, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return _file(objects)


def _operators(text: Text) -> bytes:
    escaped = text.words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (text.size, text.x, text.y, escaped)


def _file(objects: list[bytes]) -> bytes:
    made, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(made),
    )  # fmt: skip
