from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from evaluation.score import by_document, main, output_of
from tests.evaluation.made import gold, gold_claim, read_claim


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "made.json").write_text(json.dumps(gold(gold_claim()).data), "utf-8")
    (tmp_path / "claims.jsonl").write_text(json.dumps(read_claim()) + "\n\n", "utf-8")
    return tmp_path


def test_claims_written_earlier_are_scored(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["score", str(folder), "--claims", str(folder / "claims.jsonl")])
    main()
    assert "core: P 1.000  R 1.000  F1 1.000" in capsys.readouterr().out


def test_a_command_is_given_the_articles_and_its_lines_are_read(folder: Path) -> None:
    command = [sys.executable, "-c", "import sys; print(open(sys.argv[1]).read())"]
    (article,) = (json.loads(text) for text in output_of(command, [gold(gold_claim())]) if text)
    assert (article["id"], "claims" in article) == ("made", False)


def test_a_command_that_fails_ends_it(folder: Path) -> None:
    with pytest.raises(SystemExit, match="the command ended with 3"):
        output_of([sys.executable, "-c", "raise SystemExit(3)"], [gold(gold_claim())])


def test_claims_are_gathered_by_document() -> None:
    assert by_document(['{"document": "a"}', "", '{"document": "b"}']) == {
        "a": [{"document": "a"}],
        "b": [{"document": "b"}],
    }
