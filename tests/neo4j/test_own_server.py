"""What only a server of one's own can be put through: an import, a kill in the middle of a push, a ban on writing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.ledger import Ledger
from graph.model import Quantity, Reading
from graph.stores.neo4j.files import write_import_files
from sanctionsgraph.cli.app import app
from tests.conftest import skip_or_fail
from tests.graph.builders import make_article, make_claim, make_entity, make_reading, make_readings
from tests.neo4j.fixtures import opened
from tests.neo4j.server import REMEDY, NoServerError, OwnServer, Server, own_server
from tests.queries.made_ledger import MADE

pytestmark = pytest.mark.neo4j


def awkward() -> Reading:
    """A reading whose words might be taken for CSV, and whose figures are whole numbers."""
    article = make_article('"A, B";\n\nNorth Korea sent\tshells to \\"Russia\\"; 𝐓, \'x\'', title='say "no", or; not')
    claims = [make_claim(article, item=None, quantity=value) for value in (Quantity(3), Quantity(2.5, "min", "t;o,n"))]
    entities = [make_entity("state:KP"), make_entity("state:RU", aliases=("a;b", 'c"d', "e,f"))]
    return make_reading(article, claims, entities)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that the server holds too when a test begins."""
    path = tmp_path_factory.mktemp("own") / "ledger.db"
    add(path, awkward(), *MADE.readings())
    return path


@pytest.fixture(scope="module")
def own(ledger: Path) -> Iterator[OwnServer]:
    """The server, filled by an import."""
    folder = ledger.with_name("import")
    try:
        with own_server() as own, Ledger(ledger, create=False) as source:
            own.administer(write_import_files(source, folder))
            assert (folder / "import.report").read_text("utf-8") == ""
            yield own
    except NoServerError as error:
        skip_or_fail(f"{error}; {REMEDY}")


@pytest.fixture
def server(own: OwnServer, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, running; the environment names it and the ledger."""
    server = own.start()
    monkeypatch.setenv("SANCTIONSGRAPH_LEDGER", str(ledger))
    for name in ("uri", "user", "password", "database"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(server, name))
    return server


def add(ledger: Path, *readings: Reading) -> None:
    with Ledger(ledger) as opened:
        for reading in readings:
            assert opened.add(reading) == "new"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def check() -> int:
    return run("neo4j", "check").exit_code


@pytest.mark.usefixtures("server")
def test_an_import_is_the_ledger_to_the_last_letter_and_a_push_finds_nothing_to_do() -> None:
    assert check() == 0
    assert run("neo4j", "push").stderr == "nothing to do: the server is up to date\n"


def test_a_server_on_which_nothing_may_be_written_answers_questions_and_a_push_says_why_it_writes_nothing(
    own: OwnServer, server: Server, tmp_path: Path
) -> None:
    own.start("server.databases.read_only=neo4j")
    memory, neo4j = (run("query", "vetoes", "--format", "jsonl", "--store", store) for store in ("memory", "neo4j"))
    assert neo4j.stdout == memory.stdout != ""
    assert run("neo4j", "push").stderr == "nothing to do: the server is up to date\n"
    Ledger(tmp_path / "empty.db").close()
    pushed = run("neo4j", "push", "--ledger", str(tmp_path / "empty.db"))
    told = "is read-only: name another with NEO4J_URI or NEO4J_DATABASE"
    assert (pushed.exit_code, pushed.stderr) == (1, f"error: Neo4j at {server.uri} {told}\n")


def test_a_server_killed_between_two_batches_is_told_in_one_line_and_started_again_the_push_goes_on(
    own: OwnServer, server: Server, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(ledger, *make_readings(20))
    with opened(server) as store:
        before = set(store.claims())

    @contextmanager
    def killing(_quiet: bool) -> Iterator[Callable[[str, int], None]]:
        yield lambda kind, _count: own.kill() if kind == "claims" else None

    with monkeypatch.context() as changed:
        changed.setattr("sanctionsgraph.cli.neo4j._progress", killing)
        changed.setattr("sanctionsgraph.cli.neo4j._open", lambda *_: opened(server, batch=25, patience=0.5))
        pushed = run("neo4j", "push")
    assert (pushed.exit_code, pushed.stdout, pushed.stderr.count("\n")) == (1, "", 1)
    assert pushed.stderr.startswith(f"error: Neo4j at {server.uri} went away (")
    assert pushed.stderr.endswith("): what was written is whole; run it again to go on\n")
    own.start()
    with opened(server) as store, Ledger(ledger) as source:
        kept, wanted = set(store.claims()) - before, set(source.claims()) - before
    assert kept < wanted
    assert (len(kept), len(wanted)) == (25, 60)
    assert "claims: 35 added\n" in run("neo4j", "push").stderr
    assert check() == 0
