# ruff: noqa: E501 - a page has lines as long as its writer made them
from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from graph.model import Article, article_id, normalise_text
from ingest import sources
from ingest.articles import articles_of
from ingest.sources import SourceProblem, exit_code

SENTENCE = "Iran supplied drones to Russia."
EXAMPLES = Path(__file__).parents[2] / "examples"


def read(*names: object) -> tuple[list[Article], list[SourceProblem]]:
    problems: list[SourceProblem] = []
    return list(articles_of([str(name) for name in names], report=problems.append)), problems


def only_problem(*names: object) -> SourceProblem:
    articles, problems = read(*names)
    assert articles == []
    assert len(problems) == 1
    assert exit_code(problems) == 1
    return problems[0]


class Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_a_text_file_gives_an_article_with_its_id_and_its_file_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"A headline of five words\n{SENTENCE}\n", "utf-8")
    (article,), problems = read(tmp_path / "a.txt")
    assert problems == []
    assert article == Article(
        id=article_id(SENTENCE),
        text=SENTENCE,
        title="A headline of five words",
        source="a.txt",
        relevant=True,
        reason="about drones",
    )


def test_a_folder_is_read_at_any_depth_in_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.md", "a.html", "x.csv", ".hidden.txt", "README.md"):
        (tmp_path / name).write_text(f"{SENTENCE} From {name[0]}.", "utf-8")
    articles, problems = read(tmp_path)
    assert [article.source for article in articles] == ["a.html", "b/a.md", "c.txt"]
    assert problems == []


def test_standard_input_may_be_text_html_or_jsonl(monkeypatch: pytest.MonkeyPatch) -> None:
    record = json.dumps({"id": "x1", "text": SENTENCE})
    for data in (SENTENCE, f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>", f"{record}\n{record}\n"):
        monkeypatch.setattr(sys, "stdin", Stdin(data.encode()))
        articles, problems = read("-")
        assert {article.text for article in articles} == {SENTENCE}
        assert {article.source for article in articles} == {"standard input"}
        assert problems == []


def test_a_line_of_jsonl_is_an_article_as_it_is(tmp_path: Path) -> None:
    line = {
        "id": "gold-1", "title": "T", "text": f"{SENTENCE}\r\n\r\nTEHRAN - Iran\u200b denied it. ", "publisher": "P", "agency": "REUTERS",
        "published": "2025-05-29", "url": "https://example.org/1",
    }  # fmt: skip
    (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    (article,), problems = read(tmp_path / "a.jsonl")
    assert problems == []
    assert article.text == f"{SENTENCE}\n\nTEHRAN - Iran denied it."
    assert (article.document, article.title, article.publisher, article.agency) == ("gold-1", "T", "P", "Reuters")
    assert (article.published, article.url) == ("2025-05-29", "https://example.org/1")


def test_broken_lines_of_jsonl_are_named_and_skipped_and_the_rest_is_read(tmp_path: Path) -> None:
    good = json.dumps({"text": SENTENCE, "url": "javascript:alert(1)", "published": "soon", "title": 7})
    lines = [good, '{"text": ', '["a list"]', '{"text": ""}', "", '{"title": "no text"}', "[" * 100_000, good]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    articles, problems = read(tmp_path / "a.jsonl")
    assert [article.text for article in articles] == [SENTENCE, SENTENCE]
    assert (articles[0].url, articles[0].published, articles[0].title) == (None, None, None)
    assert [problem.line for problem in problems] == [2, 3, 4, 6, 7]
    assert str(problems[0]).startswith(f"{tmp_path / 'a.jsonl'}, line 2: is not valid JSON")


def test_a_json_file_holds_one_article_or_a_list(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps({"text": SENTENCE}), "utf-8")
    (tmp_path / "two.json").write_text(json.dumps([{"text": SENTENCE}, {}]), "utf-8")
    articles, problems = read(tmp_path / "one.json", tmp_path / "two.json")
    assert len(articles) == 2
    assert [(problem.line, problem.message) for problem in problems] == [
        (2, 'holds no article: "text" is missing or empty')
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"text\0text", "is binary"),
        (b"%PDF-1.7 ...", "is a damaged PDF"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"PK\x03\x04 word/document.xml", "an office document"),
        (b"{\\rtf1 text}", "a rich text document"),
        (b"Comments\nSubscribe\n", "no article found"),
    ],
)
def test_what_is_no_page_is_said_in_a_line(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert message in only_problem(tmp_path / "a.txt").message


def test_a_page_over_the_limit_is_refused_before_it_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_PAGE_BYTES", 1_000_000)
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200_000_000)
    assert "is larger than 1 MB" in only_problem(tmp_path / "a.txt").message
    record = json.dumps({"text": SENTENCE})
    (tmp_path / "a.jsonl").write_text(f"{record}\n{'x' * 2_500_000}\n{record}\n", "utf-8")
    articles, problems = read(tmp_path / "a.jsonl")
    assert len(articles) == 2
    assert [(problem.line, problem.message) for problem in problems] == [(2, "is longer than 1 MB and was skipped")]


def test_missing_files_addresses_and_empty_folders_are_said(tmp_path: Path) -> None:
    assert "does not exist" in only_problem(tmp_path / "none.txt").message
    assert "save the page first" in only_problem("https://example.org/page").message
    assert "no file name" in only_problem("a\0b").message
    assert "holds no file to read" in only_problem(tmp_path).message


def test_links_that_lead_back_are_read_once_and_one_to_itself_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    articles, problems = read(tmp_path)
    assert len(articles) == 1
    assert [problem.source for problem in problems] == [str(tmp_path / "self.txt")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert "may not be read" in only_problem(tmp_path / "a.txt").message


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        ("\ufeffIran supplied “drones”.".encode(), "Iran supplied “drones”.", None),
        ("Iran supplied “drones”.".encode("utf-16"), "Iran supplied “drones”.", None),
        ("Iran supplied “drones”.".encode("cp1252"), "Iran supplied “drones”.", "Windows-1252"),
        ("“Iran” supplied – drones".encode() + b" \xff now.", "“Iran” supplied – drones \ufffd now.", "damaged UTF-8"),
        ("Iran supplied drones. It said “".encode()[:-1], "Iran supplied drones. It said", "cut short"),
    ],
)
def test_text_that_is_not_utf_8_is_read_and_said(tmp_path: Path, data: bytes, text: str, note: str | None) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (article,), problems = read(tmp_path / "a.txt")
    assert article.text == text
    assert [note is not None and note in problem.message for problem in problems] == ([True] if note else [])
    assert exit_code(problems) == 0


def test_another_language_is_an_article_that_is_not_relevant(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "L'Iran a livré des missiles à la Russie, selon le ministère. Les sanctions de l'Union européenne visent aussi "
        "la société qui fabrique les drones, et la France a gelé les avoirs de trois banques de Téhéran.",
        "utf-8",
    )
    (article,), problems = read(tmp_path / "a.txt")
    assert (article.relevant, article.reason) == (False, "not in English (too few of its common words)")
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'a.txt'}: is not in English; claims are read from English alone"
    ]
    assert exit_code(problems) == 1


def test_the_examples_read_without_a_problem_and_the_same_twice() -> None:
    articles, problems = read(EXAMPLES)
    assert problems == []
    assert [(a.source, a.relevant) for a in articles] == [
        *[("aggregator-page.txt", relevant) for relevant in (True, False, True, False)],
        *[("articles.jsonl", relevant) for relevant in (True, True, True, False)],
        ("drones.html", True),
        ("press-release.txt", True),
        *[("two-stories.txt", True)] * 2,
    ]
    assert all(article.text == normalise_text(article.text) for article in articles)
    assert read(EXAMPLES)[0] == articles
