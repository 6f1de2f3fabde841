# ruff: noqa: E501 - a line of a page is as long as its writer made it
from __future__ import annotations

import io
import logging
import time

import pytest
from pypdf import PdfReader, PdfWriter

from graph.errors import SourceError
from ingest.pages import Page, Story, stories_of
from ingest.readers.pdf import read_pdf
from tests.ingest.readers.pdfs import Text, lines, pdf

LEFT, TOP, BODY = 72.0, 700.0, 11.0


def page_of(data: bytes) -> Page:
    (page,) = read_pdf(data, "report.pdf").pages
    return page


def story_of(data: bytes) -> Story:
    (story,) = stories_of(page_of(data))
    return story


def paragraphs(*pages: list[Text]) -> list[str]:
    return page_of(pdf(*pages)).text.split("\n\n")


REPORT = [
    [
        Text(LEFT, 800, "S/2031/77", 8),
        Text(LEFT, 740, "Fourth report of the Group of Experts on Atlantis", 18),
        *lines(LEFT, TOP, [
            "1. North Korea has supplied the armed forces of Eritrea with radio equip-",
            "ment, short-range air defence systems and ammunition, according to two",
            "Member States. The Group saw photographs of forty crates that had been un-",
        ]),
        Text(300, TOP - 24, "3", 6),
        Text(LEFT, 90, "1 Letter of a Member State to the Group, 3 May 2031.", 8),
        Text(LEFT, 80, "2 Ibid. Cuba sent tanks to Peru.", 8),
        Text(LEFT, 40, "31-00417", 8), Text(500, 40, "2/3", 8),
    ],
    [
        Text(LEFT, 800, "S/2031/77", 8),
        *lines(LEFT, TOP, [
            "loaded in the port of Massawa in March 2031. Eritrea denied the finding.",
            "2. The Group recalls that short-range systems fall under the embargo.",
        ]),
        Text(LEFT, 40, "3/3", 8), Text(500, 40, "31-00417", 8),
    ],
]  # fmt: skip


def test_a_report_loses_its_heads_page_numbers_and_notes_and_its_paragraphs_are_whole() -> None:
    story = story_of(pdf(*REPORT))
    assert story.title == "Fourth report of the Group of Experts on Atlantis"
    assert story.text.split("\n\n") == [
        "1. North Korea has supplied the armed forces of Eritrea with radio equipment, short-range air defence systems and "
        "ammunition, according to two Member States. The Group saw photographs of forty crates that had been unloaded in "
        "the port of Massawa in March 2031. Eritrea denied the finding.",
        "2. The Group recalls that short-range systems fall under the embargo.",
    ]


def test_a_mark_of_a_footnote_is_no_figure() -> None:
    marked = [
        Text(LEFT, TOP, "Iran sent drones to Sudan."), Text(205, TOP + 4, "12", 6),
        Text(214, TOP, " Sudan had asked for 12 of them."), Text(LEFT, TOP - 14, "Nobody denied it.7 The port was"),
        Text(LEFT, TOP - 28, "closed in 2024. 30 ships left, with 5.5 tons."),
    ]  # fmt: skip
    assert paragraphs(marked) == [
        "Iran sent drones to Sudan. Sudan had asked for 12 of them. Nobody denied it. The port was closed in 2024. "
        "30 ships left, with 5.5 tons."
    ]


COLUMNS = (
    [
        "The first column tells of a ship that",
        "left the harbour with a cargo of rifles",
        "and was never seen again by anybody in",
        "the region. It belonged to a trader who",
        "had been listed in the spring before the",
        "voyage, and whose partners in three",
    ],
    [
        "other countries said that they did not",
        "know him. The second column goes on with",
        "the story of the crew. The sailors were",
        "paid in cash and sworn to silence by two",
        "men who spoke with the accent of the",
        "north. No state has claimed the cargo.",
    ],
)


@pytest.mark.parametrize("is_row_by_row", [False, True])
def test_columns_are_read_one_after_the_other_however_the_file_orders_them(is_row_by_row: bool) -> None:
    left, right = lines(LEFT, TOP, COLUMNS[0], size=10), lines(310, TOP, COLUMNS[1], size=10)
    texts = [text for row in zip(left, right, strict=True) for text in row] if is_row_by_row else left + right
    across = Text(LEFT, 740, "A heading that runs across both of the columns", 16)
    below = Text(
        LEFT, 560, "A line across the page that is as long as both columns together comes after them at the end.", 10
    )
    assert paragraphs([across, *texts, below]) == [across.words, " ".join((*COLUMNS[0], *COLUMNS[1])), below.words]


def test_hyphens_stay_where_the_document_or_the_language_has_them() -> None:
    text = [
        "The ex-minister spoke of vessel-to-vessel transfers and of co-",
        "operation, of long-",
        "range rockets, of cooperation and of the Houthi-",
        "held coast, and of Houthi-held ports, trans-",
        "port and 2023-",
        "2024, and North-",
        "South talks.",
    ]
    assert paragraphs(lines(LEFT, TOP, text)) == [
        "The ex-minister spoke of vessel-to-vessel transfers and of cooperation, of long-range rockets, of cooperation and "
        "of the Houthi-held coast, and of Houthi-held ports, transport and 2023-2024, and North-South talks."
    ]


def test_space_an_indent_or_larger_type_begins_a_paragraph() -> None:
    texts = [
        Text(LEFT, 720, "Findings of the panel", 14),
        *lines(LEFT, TOP, ["Mali bought drones from Turkey in the year before the", "coup. Niger bought none."]),
        *lines(
            LEFT,
            TOP - 50,
            ["Chad sold rifles to Libya, and Libya sold them to those", "who had wanted them all along."],
        ),
        *lines(LEFT + 14, TOP - 78, ["Togo, which has a small army, did not take any part in"]),
        *lines(LEFT, TOP - 92, ["this, the panel said."]),
    ]
    assert paragraphs(texts) == [
        "Findings of the panel",
        "Mali bought drones from Turkey in the year before the coup. Niger bought none.",
        "Chad sold rifles to Libya, and Libya sold them to those who had wanted them all along.",
        "Togo, which has a small army, did not take any part in this, the panel said.",
    ]


def test_words_written_sideways_are_no_text() -> None:
    stream = b"BT /F1 11 Tf 72 700 Td (Iran supplied Russia with drones in the year 2022.) Tj ET BT /F1 30 Tf 0 1 -1 0 20 300 Tm (DRAFT) Tj ET"
    assert page_of(pdf([], stream=stream)).text == "Iran supplied Russia with drones in the year 2022."


def test_two_stories_on_a_printed_page_are_two() -> None:
    texts = [
        Text(LEFT, 760, "Harbour police seize rifles", 18),
        *lines(
            LEFT,
            730,
            ["TUNIS - The harbour police seized forty rifles on Monday, officers", "said. They came from Libya."],
        ),
        Text(LEFT, 660, "Rice gets dearer in the south", 18),
        *lines(
            LEFT,
            630,
            ["SFAX - Rice was dearer than ever on the market of Sfax on Monday,", "traders said. Nobody knew why."],
        ),
    ]
    first, second = stories_of(page_of(pdf(texts)))
    assert (first.title, second.title) == ("Harbour police seize rifles", "Rice gets dearer in the south")
    assert first.text.endswith("They came from Libya.")
    assert second.text.startswith("SFAX - Rice")


def written(writer: PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_an_encrypted_pdf_is_refused_in_a_line() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(*REPORT))))
    writer.encrypt("secret", algorithm="RC4-128")
    with pytest.raises(SourceError, match=r"^is an encrypted PDF; save it without a password first$"):
        read_pdf(written(writer), "a.pdf")


def test_a_pdf_that_anybody_may_open_is_read_though_it_is_encrypted() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(*REPORT))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    assert page_of(written(writer)).text.startswith("Fourth report")


def test_a_pdf_without_text_is_called_a_scan() -> None:
    with pytest.raises(SourceError, match=r"^is a PDF without text"):
        read_pdf(pdf([], []), "a.pdf")


def test_a_damaged_pdf_is_refused_in_a_line_and_without_talk(caplog: pytest.LogCaptureFixture) -> None:
    whole = pdf(*REPORT)
    with caplog.at_level(logging.WARNING):
        for data in (whole[:300], whole[: whole.index(b"xref")], b"%PDF-1.7\n" + bytes(range(256)) * 40):
            with pytest.raises(SourceError, match=r"^is a damaged PDF"):
                read_pdf(data, "a.pdf")
    assert caplog.records == []


def test_a_page_that_cannot_be_read_is_counted_and_the_others_are_read() -> None:
    data = pdf(*REPORT)
    at = data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 7
    read = read_pdf(data[:at] + b"\xff" * 60 + data[at + 60 :], "a.pdf")
    assert "North Korea has supplied" in read.pages[0].text
    assert read.note == "1 of 2 pages hold no text (pictures?), or are damaged"


def test_a_page_that_unpacks_to_a_mountain_is_not_unpacked_into_text() -> None:
    started = time.perf_counter()
    bomb = pdf([], stream=b"BT /F1 11 Tf 72 700 Td (x) Tj ET " * 1_500_000)
    with pytest.raises(SourceError, match="PDF"):
        read_pdf(bomb, "a.pdf")
    assert time.perf_counter() - started < 20
