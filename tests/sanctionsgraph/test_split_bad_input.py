# ruff: noqa: E501 - a page has lines as long as its writer made them
"""What cannot be read gives one line on stderr that names it and says why, exit code 1, and the rest is read."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
import typer
from pypdf import PdfReader, PdfWriter
from typer.testing import CliRunner

from sanctionsgraph.cli.split import split
from tests.ingest.readers.pdfs import Text, pdf

SENTENCE = "Iran supplied drones to Russia."
REPORT = pdf([Text(72, 700, f"{SENTENCE} Tehran denied it again and again.")])
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

app = typer.Typer()
app.command()(split)


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(REPORT)))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(stream := BytesIO())
    return stream.getvalue()


def feed(items: str = "", head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()


def item(text: str) -> str:
    return f"<item><title>Drones again</title><description>{text}</description></item>"


def mail(text: str | None, *attached: tuple[str, bytes], inner: EmailMessage | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@example.org", "Drones", "Tue, 4 Jun 2024 09:12:00 +0000"
    if text is not None:
        message.set_content(text)
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if inner is not None:
        message.add_attachment(inner)
    return message


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", encrypted(), "is an encrypted PDF"),
        ("a.pdf", pdf([], []), "is a PDF without text (a scan?)"),
        ("a.pdf", REPORT[: len(REPORT) // 2], "is a damaged PDF"),
        ("a.pdf", b"%PDF-1.7\n", "is a damaged PDF"),
        ("a.xml", feed(), "is a feed without items"),
        ("a.rss", feed(item("&l9;"), f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{LAUGHS}]>"), "declares entities of its own"),
        ("a.rss", feed(item("&x;"), '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "declares entities of its own"),
        ("a.xml", b"<?xml version='1.0'?><catalogue><book/></catalogue>", "is XML, but no feed"),
        ("a.rss", b"<rss><<<>", "is a feed without items"),
        ("a.eml", b"Subject: x\n\n", "is an e-mail without a text"),
        ("a.docx", b"PK\x03\x04 word/document.xml", "is a ZIP archive or an office document"),
        ("a.csv", b"supplier,receiver\nIR,RU\n", "ends in .csv, which is no kind of page"),
        ("a.txt", b"\0\1\2\3", "is binary"),
        ("a.json", b'{"messages": "none"}', 'holds no article: "text" is missing'),
        ("a.txt", "Россия получила ракеты из Северной Кореи, сообщили наблюдатели.".encode(), "is not in English"),
        ("a.html", b"<html><body><nav>Home</nav></body></html>", "no article found"),
    ],
)  # fmt: skip
def test_it_is_named_in_one_line_and_the_others_are_read(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(SENTENCE, "utf-8")
    result = CliRunner().invoke(app, [str(tmp_path / name), str(tmp_path / "good.txt"), "--format", "jsonl"])
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"error: {tmp_path / name}: {why}")
    assert SENTENCE in [json.loads(row)["text"] for row in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("name", "data", "note"),
    [
        ("a.html", f"<html><body><article><h1>Drones again</h1><p>{SENTENCE}</p><p>Tehran de".encode(), "seems cut short"),
        ("a.txt", SENTENCE.encode() + " Tü".encode()[:-1], "cut short"),
        ("a.txt", f"{SENTENCE} â€œNoâ€\x9d, said TÃ¼rkiye.".encode(), "mojibake"),
        ("a.rss", feed(item(SENTENCE))[:-30], "seems cut short"),
        ("a.pdf", pdf([Text(72, 700, f"{SENTENCE} Tehran denied it again and again.")], []), "1 of 2 pages hold no text"),
    ],
)  # fmt: skip
def test_what_is_damaged_is_read_as_far_as_it_goes_with_a_note(
    tmp_path: Path, name: str, data: bytes, note: str
) -> None:
    (tmp_path / name).write_bytes(data)
    result = CliRunner().invoke(app, [str(tmp_path / name), "--format", "jsonl"])
    assert result.exit_code == 0
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"note: {tmp_path / name}: ")
    assert note in line
    assert json.loads(result.stdout)["text"].startswith(SENTENCE)


def read(path: Path, data: bytes) -> tuple[list[str], list[str], int]:
    path.write_bytes(data)
    result = CliRunner().invoke(app, [str(path), "--format", "jsonl"])
    return [json.loads(row)["text"] for row in result.stdout.splitlines()], result.stderr.splitlines(), result.exit_code


def test_files_attached_to_a_mail_are_read_and_an_office_document_is_said(tmp_path: Path) -> None:
    message = mail(
        "Two files hang on this mail, as I said on the telephone.", ("r.pdf", REPORT), ("b.docx", b"PK\x03\x04"),
        ("c.txt", b"Turkey sold tanks to Chad."),
    )  # fmt: skip
    texts, errors, code = read(tmp_path / "a.eml", bytes(message))
    assert texts == [
        "Two files hang on this mail, as I said on the telephone.",
        f"{SENTENCE} Tehran denied it again and again.",
        "Turkey sold tanks to Chad.",
    ]
    assert code == 1
    (line,) = errors
    assert "a.eml, attached 'b.docx': is a ZIP archive or an office document" in line


def test_mails_within_mails_are_read_down_to_a_depth(tmp_path: Path) -> None:
    message = mail("Mail number 0 says that Iran supplied drones to Russia.")
    for number in range(1, 9):
        message = mail(f"Mail number {number} says that Iran supplied drones to Russia.", inner=message)
    texts, errors, code = read(tmp_path / "a.eml", bytes(message))
    assert [text[12] for text in texts] == ["8", "7", "6", "5", "4"]
    assert code == 1
    (line,) = errors
    assert "is an attachment within 4 others and was not read" in line


def test_invisible_characters_and_entities_do_not_hide_words(tmp_path: Path) -> None:
    hidden = (
        "I\u200bran supp\u00adlied \u202edrones\u202c to &#82;ussia &amp; Mali.\u00a0It\u2060 denied it&nbsp;twice."
    )
    texts, errors, code = read(tmp_path / "a.txt", hidden.encode())
    assert (texts, errors, code) == (["Iran supplied drones to Russia & Mali. It denied it twice."], [], 0)


def test_some_articles_in_another_language_are_a_note(tmp_path: Path) -> None:
    other = "Die Union hat am Montag Sanktionen gegen drei Generäle verhängt, weil sie den Rebellen im Osten Waffen geliefert haben."
    _, errors, code = read(tmp_path / "a.txt", f"{SENTENCE}\n\n***\n\n{other}\n".encode())
    assert errors == [
        f"note: {tmp_path / 'a.txt'}: 1 of 2 articles are not in English; claims are read from English alone"
    ]
    assert code == 0


@pytest.mark.parametrize(
    "made",
    [
        lambda: (SENTENCE * 70_000).encode(),
        lambda: ("Iran sent drones, " * 120_000).encode(),
        lambda: b"x" * 2_000_000,
        lambda: ("\u201cNo,\u201d " * 250_000).encode(),
        lambda: ("SEOUL - The army moved. " * 8_000).encode(),
        lambda: ("**a** &amp; [b](c) > " * 100_000).encode(),
        lambda: ("â€œ" * 300_000).encode(),
        lambda: (
            b"<html><body><div>"
            + b"<h2><a href='#'>Drones again</a></h2><p>Iran</p>" * 10_000
            + b"</div></body></html>"
        ),
        lambda: b"<html><body>" + b"<div class='ad'><h2><a href='#'>x</a></h2>" * 20_000 + b"</body></html>",
        lambda: b"<?xml version='1.0'?>" + b"<!-- x -->" * 200_000 + feed(item(SENTENCE)),
        lambda: b"From: a\nMIME-Version: 1.0\nTo: b\n" + b"X: y\n" * 300_000 + b"\n" + SENTENCE.encode(),
    ],
    ids=[
        "sentences",
        "commas",
        "one word",
        "quotes",
        "datelines",
        "marks",
        "mojibake",
        "headings",
        "nested",
        "comments",
        "headers",
    ],
)
def test_two_megabytes_of_one_line_take_a_few_seconds(tmp_path: Path, made: Callable[[], bytes]) -> None:
    started = time.perf_counter()
    read(tmp_path / "a", made())
    assert time.perf_counter() - started < 20
