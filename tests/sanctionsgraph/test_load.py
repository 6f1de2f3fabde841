from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.ledger import Ledger
from graph.stores.memory import MemoryStore
from sanctionsgraph.cli.app import app
from sanctionsgraph.loading import Tally, load_articles, reader_identity
from tests.graph.builders import make_article, make_claim, make_reading

ARMS = "North Korea shipped {} ballistic missiles to Russia, the United Nations said. The transfers break UN sanctions."
FERRY = "A ferry runs on the lake again. Passengers were glad, and the baker sold many rolls."


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SANCTIONSGRAPH_LEDGER", str(tmp_path / "ledger.db"))
    return tmp_path / "ledger.db"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles.jsonl", 3)


def write_articles(path: Path, count: int, *more: str) -> Path:
    """Write `count` articles about arms, one about a ferry, and more lines as they are."""
    texts = [ARMS.format(100 + number) for number in range(count)]
    rows = [{"id": f"a{number}", "title": "T", "text": text} for number, text in enumerate([*texts, FERRY])]
    path.write_text("\n".join([*map(json.dumps, rows), *more]) + "\n", "utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="sanctionsgraph")


def test_a_load_says_what_came_of_it_and_the_second_one_that_all_is_known(ledger: Path, articles: Path) -> None:
    first = run("load", articles)
    with Ledger(ledger) as opened:
        claims = len(list(opened.claims()))
        before = list(opened.history())
    assert claims >= 3
    assert (first.exit_code, first.stdout) == (0, "")
    told = first.stderr.splitlines()
    assert told[:2] == [f"new: 4 articles, {claims} claims", "irrelevant: 1 of these, kept without claims"]
    second = run("load", articles)
    assert second.stderr.splitlines() == ["new: 0 articles, 0 claims", "known: 4 articles"]
    with Ledger(ledger) as opened:
        assert list(opened.history()) == before


def test_quiet_says_nothing(articles: Path) -> None:
    result = run("load", articles, "--quiet")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_what_cannot_be_read_is_named_and_the_rest_is_loaded(ledger: Path, tmp_path: Path) -> None:
    path = write_articles(tmp_path / "broken.jsonl", 1, '{"id": "b", "text": ', json.dumps({"id": "c", "text": FERRY}))
    result = run("load", path, tmp_path / "missing.txt")
    assert result.exit_code == 1
    errors = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 2
    assert "broken.jsonl, line 3: " in errors[0]
    assert "missing.txt: does not exist" in errors[1]
    assert result.stderr.splitlines()[-1] == "unreadable: 2 sources or lines"
    with Ledger(ledger) as opened:
        assert len(list(opened.articles())) == 2


def test_an_article_that_another_reader_read_is_renewed(ledger: Path, articles: Path) -> None:
    run("load", articles)
    with Ledger(ledger) as opened:
        before = MemoryStore.of(opened).digests()
        article = next(article for article in opened.articles() if article.relevant)
        opened.add(make_reading(article, [make_claim(article, item="coal")]), reader="someone 1")
    result = run("load", articles)
    assert result.stderr.splitlines()[1].startswith("renewed: 1 article, now with ")
    assert result.stderr.splitlines()[-1] == "known: 3 articles"
    with Ledger(ledger) as opened:
        assert MemoryStore.of(opened).digests() == before


def test_a_reading_that_the_ledger_refuses_is_named_and_the_next_is_loaded(ledger: Path) -> None:
    problems: list[object] = []
    bad, good = make_article(FERRY, title="\ud800", relevant=False), make_article(FERRY + " Twice.", relevant=False)
    with Ledger(ledger) as opened:
        tally = load_articles(opened, [bad, good], report=problems.append)
    assert tally == Tally(new=1, irrelevant=1, refused=1)
    assert len(problems) == 1
    assert f"{bad.id} is not kept" in str(problems[0])


def test_the_reader_bears_its_version_and_a_digest() -> None:
    assert reader_identity().startswith("sanctionsgraph ")
    assert len(reader_identity().split("(")[1]) == 13


def test_articles_lists_what_the_ledger_holds(articles: Path) -> None:
    run("load", articles)
    rows = json.loads(run("articles", "--format", "json").stdout)
    assert [row["document"] for row in rows if not row["relevant"]] == ["a3"]
    assert {row["claims"] > 0 for row in rows if row["relevant"]} == {True}
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    table = run("articles").stdout
    assert table.split("\n")[0].split() == ["id", "title", "publisher", "agency", "published", "relevant", "claims"]
    assert len(list(csv.DictReader(run("articles", "--format", "csv").stdout.splitlines()))) == 4


def test_withdraw_says_how_many_claims_went_and_loading_brings_them_back(ledger: Path, articles: Path) -> None:
    run("load", articles)
    with Ledger(ledger) as opened:
        before = MemoryStore.of(opened).digests()
        counts = opened.claim_counts()
    article = max(counts, key=lambda name: counts[name])
    result = run("withdraw", article[:15])
    plural = "claim" if counts[article] == 1 else "claims"
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"withdrawn: {article} (T), {counts[article]} {plural}\n"
    assert article not in run("articles").stdout
    assert run("withdraw", article).exit_code == 2
    assert run("load", articles).stderr.splitlines()[0].startswith("new: 1 article, ")
    with Ledger(ledger) as opened:
        assert MemoryStore.of(opened).digests() == before


@pytest.mark.parametrize("command", [["articles"], ["withdraw", "article:00"]])
def test_without_a_ledger_a_command_says_how_to_make_one(ledger: Path, command: list[str]) -> None:
    result = run(*command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"error: no ledger at {ledger}: run `sanctionsgraph load SOURCE` first\n"
    assert not ledger.exists()


def test_a_load_into_what_is_no_ledger_is_refused_before_anything_is_read(tmp_path: Path, articles: Path) -> None:
    result = run("load", articles, "--ledger", articles)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "is no ledger" in result.stderr
