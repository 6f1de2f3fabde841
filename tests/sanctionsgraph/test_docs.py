from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from sanctionsgraph.cli.app import app
from sanctionsgraph.cli.commands import COMMANDS, load_command

PAGE = "North Korea shipped ballistic missiles to Russia. The United Nations has imposed sanctions on North Korea."
ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "examples" / "README.md"])


def _commands(name: str) -> dict[str, Any]:
    """Return the command `name`, or the commands below it, by what is typed."""
    command = load_command(name)
    below = getattr(command, "commands", None)
    return {f"{name} {sub}": found for sub, found in below.items()} if below else {name: command}


def _section(title: str) -> str:
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no section {title!r}"
    return found[1]


def _documented(section: str) -> set[str]:
    cells = re.findall(r"^\| (`-[^|]*) \|", section, re.MULTILINE)
    return {flag for cell in cells for flag in re.findall(r"(?<![\w-])--?[a-z][a-z0-9-]*", cell)}


def _options(command: Any) -> set[str]:
    flags = {flag for option in command.params for flag in (*option.opts, *option.secondary_opts)}
    return {flag for flag in flags if flag.startswith("-")} - {"--help"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_s_section_names_its_options_and_no_others(name: str) -> None:
    commands = _commands(name)
    assert {title: _documented(_section(title)) for title in commands} == {
        title: _options(command) for title, command in commands.items()
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_s_section_shows_how_it_is_called(name: str) -> None:
    assert [title for title in _commands(name) if f"    sanctionsgraph {title}" not in _section(title)] == []


def test_the_options_before_every_command_are_documented() -> None:
    assert _documented(_section("Before every command")) == _options(get_command(app))


def test_the_commands_stand_in_the_order_of_help() -> None:
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    titles = [title for title in re.findall(r"^## (.*)", text, re.MULTILINE) if title.split()[0] in COMMANDS]
    assert titles == [title for name in COMMANDS for title in _commands(name)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_that_is_named_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = re.findall(r"(?:`|^    )make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)
    assert set(named) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_named_exists(page: Path) -> None:
    named = re.findall(
        r"^ *(?:\$ )?sanctionsgraph (?:--debug )?([a-z][a-z0-9]+)\b", page.read_text("utf-8"), re.MULTILINE
    )
    assert set(named) <= COMMANDS.keys()


def test_every_page_of_the_documentation_is_in_its_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    assert [
        page.name for page in ROOT.glob("docs/*.md") if page.name != "index.md" and f"({page.name})" not in index
    ] == []


def test_the_example_in_the_docs_runs_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    example = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text("utf-8"), re.DOTALL)
    assert example
    (tmp_path / "examples").mkdir()
    text = (
        "Paris, 3 May 2024. North Korea shipped ballistic missiles to Russia, the group said in a report on sanctions."
    )
    (tmp_path / "examples" / "page.txt").write_text(text)
    monkeypatch.chdir(tmp_path)
    exec(compile(example[1], "docs/python.md", "exec"), {})
    assert "North Korea Russia affirmed" in capsys.readouterr().out


def test_the_commands_of_the_readme_run_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    commands = re.findall(r"^    \$ sanctionsgraph (.*)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    results = [CliRunner().invoke(app, shlex.split(command)) for command in commands]
    assert [result.exit_code for result in results] == [0] * len(commands) != []
