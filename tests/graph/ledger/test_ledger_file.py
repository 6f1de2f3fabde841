"""The file behind the ledger: opening it, sharing it, what may be wrong with it, a kill or a full disk."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from graph.errors import LedgerError
from graph.ledger import Ledger
from graph.ledger.copy import copy_ledger
from graph.ledger.tables import SCHEMA
from graph.stores.memory import MemoryStore
from tests.graph.builders import ReadingsSource, make_reading, make_readings

ROOT = Path(__file__).parents[3]
OLD_VIEW = """
CREATE VIEW articles_in_force AS
    SELECT in_force.article AS id, text, title, publisher, agency, published, url, source, document, relevant, reason,
        reader, versions, digest
    FROM in_force JOIN readings ON seq = in_force.reading JOIN texts USING (sha256)
"""


def start(ledger: Path, first: int, last: int, *most_bytes: int) -> subprocess.Popen[str]:
    """Start a process that adds readings; see `tests/graph/adding.py`."""
    command = [sys.executable, "-m", "tests.graph.adding", str(ledger), str(first), str(last), *map(str, most_bytes)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def assert_holds(ledger: Path, count: int) -> None:
    with Ledger(ledger, create=False) as opened:
        assert opened.integrity() == []
        assert MemoryStore.of(opened).digests() == MemoryStore.of(ReadingsSource(list(make_readings(count)))).digests()


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("text.db", "no ledger (not a SQLite file): name another with --ledger"),
        ("foreign.db", "no ledger (a SQLite file of another program)"),
        ("newer.db", f"made by a newer sanctionsgraph (schema {SCHEMA + 1}, not {SCHEMA}): upgrade"),
        ("older.db", "has the unknown schema 0: load the sources into a new ledger"),
        ("folder", "is a folder: name a file"),
        ("nowhere/x.db", "there is no folder"),
    ],
)
def test_what_is_no_ledger_is_told_in_one_line(tmp_path: Path, create: bool, name: str, told: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.db").write_text("North Korea sent shells to Russia. " * 100)
    _run(tmp_path / "foreign.db", "CREATE TABLE birds (name TEXT)")
    Ledger(tmp_path / "newer.db").close()
    _run(tmp_path / "newer.db", f"PRAGMA user_version = {SCHEMA + 1}")
    Ledger(tmp_path / "older.db").close()
    _run(tmp_path / "older.db", "PRAGMA user_version = 0")
    with pytest.raises(LedgerError) as caught:
        Ledger(tmp_path / name, create=create)
    assert told in str(caught.value)
    assert name in str(caught.value) or name.startswith("nowhere")
    assert "\n" not in str(caught.value)


def test_a_command_that_reads_makes_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for name in ("x.db", "empty.db"):
        with pytest.raises(LedgerError, match=r"no ledger at .*: run `sanctionsgraph load SOURCE` first"):
            Ledger(tmp_path / name, create=False)
    assert [path.name for path in tmp_path.iterdir()] == ["empty.db"]
    with Ledger(tmp_path / "empty.db") as ledger:
        assert ledger.add(make_reading()) == "new"


@pytest.mark.parametrize("name", ["a b?c#d%20.db", "лёд.db", "mode=memory.db"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    with Ledger(tmp_path / name) as ledger:
        ledger.add(make_reading())
    assert (tmp_path / name).stat().st_size > 0


def test_a_damaged_ledger_is_told_by_who_reads_it_and_by_the_look_into_it(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Ledger(path) as ledger:
        for reading in make_readings(200):
            ledger.add(reading)
    data = bytearray(path.read_bytes())
    for offset in range(8 * 4096, len(data), 3 * 4096):
        data[offset : offset + 2000] = b"\xff" * 2000
    path.write_bytes(data)
    with Ledger(path, create=False) as ledger:
        with pytest.raises(LedgerError, match="is damaged"):
            list(ledger.claims())
        assert ledger.integrity()
    with pytest.raises(LedgerError, match=r"x\.db is damaged \("):
        copy_ledger(path, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize(
    ("table", "column", "value", "named", "told"),
    [
        ("claims", "marks", "[[", "claim", "Expecting value"),
        ("claims", '"when"', "2023-02-30", "claim", "not an EDTF date: '2023-02-30'"),
        ("entities", "body", "{", "state", "Expecting property name"),
        ("entities", "body", '{"id": 1}', "state", "'aliases'"),
    ],
)
def test_a_row_that_makes_no_sense_is_told_and_found(
    tmp_path: Path, table: str, column: str, value: str, named: str, told: str
) -> None:
    path = tmp_path / "x.db"
    with Ledger(path) as ledger:
        ledger.add(make_reading())
    _run(path, f"DROP TRIGGER {table}_keep", f"UPDATE {table} SET {column} = '{value}'")
    with Ledger(path, create=False) as ledger:
        with pytest.raises(
            LedgerError, match=rf"x\.db is damaged \({named}:\w+ makes no sense: {told}.*\): put back a copy"
        ):
            MemoryStore.of(ledger)
        assert [problem for problem in ledger.integrity() if "makes no sense" in problem]


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("relation", "bombed", "this version knows no 'bombed'"),
        ("item", "death-ray", "this version knows no 'supplied' of 'death-ray'"),
        ("status", "refuted", "this version knows no .* that is 'refuted'"),
    ],
)
def test_what_a_newer_version_may_have_written_asks_for_that_version(
    tmp_path: Path, column: str, value: str, told: str
) -> None:
    path = tmp_path / "x.db"
    with Ledger(path) as ledger:
        ledger.add(make_reading())
    _run(path, "DROP TRIGGER claims_keep", f"UPDATE claims SET {column} = '{value}'")
    with Ledger(path, create=False) as ledger:
        with pytest.raises(LedgerError, match=rf"x\.db cannot be read here \(claim:\w+: {told}.*--upgrade.*doctor"):
            MemoryStore.of(ledger)
        assert [problem for problem in ledger.integrity() if "knows no" in problem]


def test_a_ledger_cut_short_anywhere_is_told_in_one_line_whoever_opens_it(tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    with Ledger(whole) as ledger:
        for reading in make_readings(60):
            ledger.add(reading)
    data = whole.read_bytes()
    for length in (15, 50, 100, 4095, 4097, len(data) // 2, len(data) - 4096):
        path = tmp_path / f"{length}.db"
        path.write_bytes(data[:length])
        for create in (True, False):
            with pytest.raises(LedgerError, match=r"^[^\n]*is (damaged|no ledger) [^\n]*$"):
                Ledger(path, create=create)
        assert path.read_bytes() == data[:length]


def test_a_change_behind_the_ledger_s_back_is_found(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Ledger(path) as ledger:
        for reading in make_readings(2):
            ledger.add(reading)
    for statement in ("DELETE FROM claims", "UPDATE texts SET text = ''", "DELETE FROM events"):
        with pytest.raises(sqlite3.IntegrityError, match="a ledger only grows"):
            _run(path, statement)
    _run(path, "DROP TRIGGER texts_keep", "UPDATE texts SET text = replace(text, 'lot 1', 'lot 9')")
    _run(path, "DROP TRIGGER named_stay", "DELETE FROM named")
    with Ledger(path, create=False) as ledger:
        problems = "\n".join(ledger.integrity())
    assert "is not what was stored" in problems
    assert "its sentence is not what the article says there" in problems
    assert "state:" in problems
    assert "is named by claims, but nothing describes it" in problems


def test_the_ledger_is_locked_while_another_writes_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Ledger(path, wait=0) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="is locked by another process: wait"):
            ledger.add(make_reading())
        assert list(ledger.articles()) == []
        other.execute("ROLLBACK")
        other.close()
        assert ledger.add(make_reading()) == "new"


def test_a_ledger_that_another_process_keeps_to_itself_cannot_even_be_read_and_that_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Ledger(path) as ledger:
        ledger.add(next(make_readings(1)))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    for create in (True, False):
        with pytest.raises(LedgerError, match="is locked by another process: wait"):
            Ledger(path, create=create, wait=0)
    other.close()
    assert_holds(path, 1)


def test_a_ledger_of_the_first_schema_is_brought_up_to_date_and_tells_when_it_was_loaded(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Ledger(path) as ledger:
        ledger.add(make_reading())
    _run(path, "DROP VIEW articles_in_force", OLD_VIEW, "PRAGMA user_version = 1")
    with Ledger(path, create=False) as ledger:
        [article] = ledger.articles()
        assert article == make_reading().article
        assert article.loaded == next(ledger.history()).at == ledger.last_event()
        assert ledger.integrity() == []


def test_a_clock_set_back_puts_no_event_before_another(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    first, second = make_readings(2)
    with Ledger(path) as ledger:
        ledger.add(first)
    _run(path, "DROP TRIGGER events_keep", "UPDATE events SET at = '2999-01-01T00:00:00.000+00:00'")
    with Ledger(path) as ledger:
        ledger.add(second)
        assert [event.at[:4] for event in ledger.history()] == ["2999", "2999"]


def test_a_copy_is_the_whole_ledger_and_is_made_while_another_writes(tmp_path: Path) -> None:
    path, copy = tmp_path / "x.db", tmp_path / "copy.db"
    process = start(path, 0, 60)
    assert process.stdout
    process.stdout.readline()
    copy_ledger(path, copy)
    process.communicate()
    with Ledger(copy, create=False) as ledger:
        assert ledger.integrity() == []
        held = len(ledger.claim_counts())
    assert_holds(copy, held)
    assert 1 <= held <= 60
    assert [file.name for file in tmp_path.iterdir() if file.name.endswith(".part")] == []


def test_a_copy_goes_over_no_file_and_into_no_missing_folder(tmp_path: Path) -> None:
    Ledger(tmp_path / "x.db").close()
    (tmp_path / "kept.db").write_text("mine")
    for name, told in {"kept.db": "is there already", "none/x.db": "there is no folder"}.items():
        with pytest.raises(LedgerError, match=told):
            copy_ledger(tmp_path / "x.db", tmp_path / name)
    with pytest.raises(LedgerError, match="no ledger at"):
        copy_ledger(tmp_path / "none.db", tmp_path / "copy.db")
    assert (tmp_path / "kept.db").read_text() == "mine"


def test_who_reads_sees_one_moment_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    first, second, third = make_readings(3)
    with Ledger(path) as writer, Ledger(path, create=False) as reader:
        writer.add(first)
        assert list(reader.articles()) == [first.article]
        writer.add(second)
        assert sorted(claim.id for claim in reader.claims()) == sorted(claim.id for claim in first.claims)
        assert reader.add(third) == "new"
        assert len(list(reader.articles())) == 3
        claims = writer.claims()
        next(claims)
        assert writer.add(third) == "known"
        assert len(list(claims)) == 8


def test_a_stream_that_was_left_half_read_may_outlive_its_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "x.db") as ledger:
        ledger.add(make_reading())
        entities = ledger.entities()
        next(entities)
    del entities  # what it raised would be a warning, and that fails the test


def test_processes_that_make_and_fill_one_ledger_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    adding = [start(path, 40 * number, 40 * (number + 1)) for number in range(3)]
    assert [(process.communicate()[1], process.returncode) for process in adding] == [("", 0)] * 3
    assert_holds(path, 120)


def test_a_kill_while_the_ledger_is_made_leaves_what_can_be_made_anew(tmp_path: Path) -> None:
    for number in range(4):
        path = tmp_path / f"{number}.db"
        process = start(path, 0, 1000)
        while not path.exists() and process.poll() is None:
            time.sleep(0.0005)
        kill(process, after=0.0005 * number)
        with Ledger(path) as ledger:
            assert {ledger.add(reading) for reading in make_readings(3)} <= {"new", "known"}
            assert ledger.integrity() == []


def test_fifty_kills_lose_nothing_but_the_article_in_work(tmp_path: Path) -> None:
    """`pytest -rP` shows the log."""
    path, count, done = tmp_path / "x.db", 120, 0
    for number in range(50):
        process = start(path, 0, count)
        assert process.stdout
        for _ in range(2 * number + 1):
            process.stdout.readline()
        kill(process, after=0.0003 * (number % 7))
        with Ledger(path, create=False) as ledger:
            assert ledger.integrity() == []
            kept = ledger.claim_counts()
        assert set(kept.values()) == {3}
        assert len(kept) >= max(done, 2 * number + 1)
        done = len(kept)
        print(f"kill {number + 1}, {0.3 * (number % 7):.1f} ms after line {2 * number + 1}: {done} articles, sound")
    lines = start(path, 0, count).communicate()[0].splitlines()
    print(f"not killed: {' '.join(f'{what} {n}' for what, n in Counter(line.split()[0] for line in lines).items())}")
    assert [line.split()[0] for line in lines] == ["known"] * done + ["new"] * (count - done)
    assert_holds(path, count)


def kill(process: subprocess.Popen[str], *, after: float) -> None:
    time.sleep(after)
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 600 kB."""
    mount = shutil.which("mount")
    if not mount or os.geteuid() != 0:
        pytest.skip("a small disk can be mounted by root only")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=600k", "tmpfs", tmp_path], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("this system mounts no tmpfs")
    yield tmp_path
    subprocess.run(["umount", "-l", tmp_path], check=True)


def test_a_full_disk_is_one_line_and_leaves_nothing_half_written(small_disk: Path) -> None:
    fill_up(small_disk / "x.db", "no space left to write")


def test_a_limit_on_the_size_of_files_is_one_line_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    fill_up(tmp_path / "x.db", "cannot read or write", 300_000)


def fill_up(path: Path, told: str, *most_bytes: int) -> None:
    """Add readings until it fails, for the reason told; what is left, on a roomier disk, can be read and filled."""
    process = start(path, 0, 3000, *most_bytes)
    lines, errors = process.communicate()
    assert process.returncode == 1
    assert errors.startswith("error: ")
    assert told in errors
    assert errors.count("\n") == 1
    added = len(lines.splitlines())
    assert added >= 5
    with TemporaryDirectory() as name:
        copy = Path(name) / "x.db"
        for file in path.parent.iterdir():
            shutil.copy(file, name)
        assert_holds(copy, added)
        start(copy, 0, added + 20).communicate()
        assert_holds(copy, added + 20)


def test_a_ledger_in_a_folder_that_cannot_be_written_can_be_read() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Ledger(folder / "x.db") as ledger:
            ledger.add(make_reading())
        (folder / "x.db").chmod(0o444)
        folder.chmod(0o555)
        try:
            assert without_rights(read, folder / "x.db") == "1 claim"
            assert "x.db cannot be " in without_rights(write, folder / "x.db")
            assert "new.db cannot be opened or written" in without_rights(write, folder / "new.db")
        finally:
            folder.chmod(0o755)


def without_rights(function: Callable[[Path], str], path: Path) -> str:
    """Return what `function` returns where it runs as nobody in particular, which root is not."""
    receiving, sending = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child does next to nothing, threads or no threads
        child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            os.write(sending, function(path).encode())
        finally:
            os._exit(0)
    os.close(sending)
    os.waitpid(child, 0)
    with os.fdopen(receiving, encoding="utf-8") as stream:
        return stream.read()


def read(path: Path) -> str:
    with Ledger(path, create=False) as ledger:
        return f"{len(list(ledger.claims()))} claim"


def write(path: Path) -> str:
    try:
        with Ledger(path) as ledger:
            return ledger.add(next(make_readings(1)))
    except LedgerError as error:
        return str(error)


def _run(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    try:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    finally:
        connection.close()
