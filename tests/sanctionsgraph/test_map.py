from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sanctionsgraph.cli.app import app


def draw(ledger: Path, *arguments: object) -> Result:
    return CliRunner().invoke(app, ["map", "--ledger", str(ledger), *map(str, arguments)])


def test_the_whole_ledger_becomes_one_file(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    result = draw(ledger, "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{out}: 28 nodes, 36 lines, 48 claims\n"
    assert "<title>Sanctions graph</title>" in out.read_text("utf-8")
    assert list(tmp_path.iterdir()) == [out]


def test_a_part_is_named_by_any_name_of_its_centre(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    result = draw(ledger, "--about", "Tehran", "--status", "denied", "-o", out)
    assert result.stderr.endswith(": 3 nodes, 2 lines, 2 claims\n")
    assert "<title>Around Tehran</title>" in out.read_text("utf-8")


def test_quiet_says_nothing_and_a_title_is_the_user_s(ledger: Path, tmp_path: Path) -> None:
    result = draw(ledger, "--quiet", "--title", "A <b>", "--lens", "weapons", "-o", tmp_path / "map.html")
    assert (result.exit_code, result.output) == (0, "")
    assert "<title>A &lt;b&gt;</title>" in (tmp_path / "map.html").read_text("utf-8")


def test_what_is_left_out_is_told(ledger: Path, tmp_path: Path) -> None:
    result = draw(ledger, "--max-nodes", 6, "-o", tmp_path / "map.html")
    assert "22 nodes left out, those with the fewest lines; --max-nodes draws more, --atlas all\n" in result.stderr


def test_an_empty_map_is_told(ledger: Path, tmp_path: Path) -> None:
    result = draw(ledger, "--from", "1900", "--to", "1901", "-o", tmp_path / "map.html")
    assert result.exit_code == 0
    assert "the map is empty: nothing in the graph passes the options\n" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["-o", "{tmp}"], 1, "is a folder; name a file in it"),
        (["-o", "{tmp}/no/such/map.html"], 1, "make it first"),
        (["-o", "{tmp}/map.html", "--about", "Atlantis"], 2, "Atlantis"),
        (["-o", "{tmp}/map.html", "--from", "yesterday"], 2, "not a date"),
        (["-o", "{tmp}/map.html", "--max-nodes", "0"], 2, "--max-nodes"),
        ([], 2, "--output"),
        (["-o", "{tmp}/map.html", "--atlas", "{tmp}/atlas"], 2, "--atlas"),
        (["--atlas", "{tmp}/no/such/atlas"], 1, "make it first"),
    ],
)
def test_a_bad_call_is_one_clear_line_and_leaves_no_file(
    ledger: Path, tmp_path: Path, arguments: list[str], code: int, told: str
) -> None:
    result = draw(ledger, *(argument.format(tmp=tmp_path) for argument in arguments))
    assert result.exit_code == code
    assert told in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_atlas_is_a_folder_of_linked_maps(ledger: Path, tmp_path: Path) -> None:
    result = draw(ledger, "--atlas", tmp_path / "atlas", "--about", "Iran", "--title", "Iran and others")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{tmp_path / 'atlas' / 'index.html'}: 4 maps of names, 1 of communities\n"
    assert "<title>Iran and others</title>" in (tmp_path / "atlas" / "index.html").read_text("utf-8")
    empty = draw(ledger, "--atlas", tmp_path / "atlas", "--from", "1900", "--to", "1901")
    assert "the atlas is empty" in empty.stderr
    assert {path.name for path in (tmp_path / "atlas").iterdir()} == {"index.html", "communities.html", "maps"}


def test_open_shows_the_file_in_the_browser(ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)
    draw(ledger, "--open", "-o", tmp_path / "map.html")
    draw(ledger, "--open", "--atlas", tmp_path / "atlas")
    assert opened == [(tmp_path / "map.html").as_uri(), (tmp_path / "atlas" / "index.html").as_uri()]
