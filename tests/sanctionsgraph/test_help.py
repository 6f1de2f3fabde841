from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import find_spec
from inspect import getdoc
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

import sanctionsgraph
from graph.errors import LedgerError, UsageError
from sanctionsgraph.cli import commands
from sanctionsgraph.cli.app import app
from sanctionsgraph.cli.commands import COMMANDS, keep_examples, load_command

CLI = Path(commands.__file__).parent
LIGHT = {"typer", "typing", "pathlib", "sanctionsgraph", "collections", "dataclasses", "enum", "importlib", "inspect"}
LIGHT |= {"os", "re", "sys", "csv", "io", "json", "unicodedata", "__future__", "functools", "contextlib", "time"}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, prog_name="sanctionsgraph")


def test_help_lists_every_command_with_its_summary() -> None:
    result = run("--help")
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert [name for name, summary in COMMANDS.items() if f"{name} {summary}" not in told] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_summary_in_the_list_is_the_command_s_own(name: str) -> None:
    assert load_command(name).help.splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_shows_an_example_on_a_line_of_its_own(name: str) -> None:
    helps = [run(name, *sub, "--help") for sub in _paths_below(name)]
    assert [result.exit_code for result in helps] == [0] * len(helps)
    assert [result.stdout for result in helps if f"Example: sanctionsgraph {name}" not in result.stdout] == []


def _paths_below(name: str) -> list[list[str]]:
    return [[sub] for sub in getattr(load_command(name), "commands", ())] or [[]]


def test_every_file_of_a_command_is_listed() -> None:
    others = {"__init__", "app", "commands", "completion", "options", "output", "progress", "rdf"}
    assert {path.stem for path in CLI.glob("*.py")} - others == COMMANDS.keys()


@pytest.mark.parametrize("path", sorted(CLI.glob("*.py")), ids=lambda path: path.stem)
def test_a_file_of_the_command_line_imports_nothing_heavy_at_its_top(path: Path) -> None:
    tops = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name if isinstance(node, ast.Import) else node.module or "" for node in tops for alias in node.names}
    assert {name for name in names if name.split(".")[0] not in LIGHT} <= {"graph.errors"}


def test_help_imports_neither_spacy_nor_networkx_nor_rich() -> None:
    script = (
        "import sys; from sanctionsgraph.cli.app import main; sys.argv[1:] = ['--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "sys.exit(' '.join({'spacy', 'networkx', 'rich', 'pydantic', 'yaml', 'rdflib'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""


def test_an_example_in_a_docstring_is_not_rewrapped() -> None:
    assert keep_examples("Do it.\n\nExample: this one\n") == "Do it.\n\n\b\nExample: this one\n"


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == "sanctionsgraph 0.1.0\n"


@pytest.mark.parametrize("arguments", [["no-such-command"], ["query", "--no-such-option"], ["split"], ["--hops"]])
def test_a_call_that_makes_no_sense_ends_with_2_and_leaves_stdout_alone(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (LedgerError("x.db: no ledger;\nsay where"), 1, "error: x.db: no ledger; say where\n"),
        (UsageError("no such question"), 2, "error: no such question\n"),
        (PermissionError(13, "Permission denied", "out.html"), 1, "error: Permission denied: out.html\n"),
        (OSError(28, "No space left on device"), 1, "error: No space left on device\n"),
        (
            KeyError("x"),
            1,
            "error: unexpected KeyError: 'x'; run it again with `sanctionsgraph --debug` to see where\n",
        ),
    ],
)
def test_an_error_is_one_line_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, error: Exception, code: int, told: str
) -> None:
    _make_doctor_raise(monkeypatch, error)
    result = run("doctor")
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", told)


def test_debug_lets_the_error_through_to_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    _make_doctor_raise(monkeypatch, LedgerError("broken"))
    assert isinstance(run("--debug", "doctor").exception, LedgerError)


def test_control_c_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    _make_doctor_raise(monkeypatch, KeyboardInterrupt())
    result = run("doctor")
    assert (result.exit_code, result.stdout) == (130, "")


def test_a_reader_that_goes_away_is_no_error_worth_words() -> None:
    command = f"{sys.executable} -m sanctionsgraph query --format jsonl | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def _make_doctor_raise(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def examine(_: object) -> None:
        raise error

    monkeypatch.setattr("sanctionsgraph.cli.doctor.examine", examine)


@pytest.mark.parametrize("name", sanctionsgraph.__all__)
def test_what_the_package_offers_is_there_and_documented(name: str) -> None:
    assert getdoc(getattr(sanctionsgraph, name))


def test_the_package_offers_its_names_in_order_and_no_others() -> None:
    assert sanctionsgraph.__all__ == sorted(sanctionsgraph.__all__)
    assert dir(sanctionsgraph) == sanctionsgraph.__all__
    with pytest.raises(AttributeError, match="no_such_name"):
        sanctionsgraph.no_such_name  # noqa: B018


def test_python_m_finds_the_command_line() -> None:
    assert find_spec("sanctionsgraph.__main__")
    assert isinstance(app, typer.Typer)
