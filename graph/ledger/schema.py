"""The SQLite file behind the ledger: how it is opened, made or brought up to date; what to say when SQLite refuses."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import LedgerError
from graph.ledger.tables import MIGRATIONS, NEW, SCHEMA

APPLICATION_ID = 0x5347_4C31  # "SGL1", in the header of the file

DAMAGED = "{path} is damaged ({error}): put back a copy, or load the sources into a new ledger"
UNKNOWN = (
    "{path} cannot be read here ({error}): if a newer version wrote it, run `pip install --upgrade sanctionsgraph`; "
    "if not it is damaged, and `sanctionsgraph doctor` tells where"
)

# By SQLite's name of the error, or the start of it.
_REMEDIES = {
    "SQLITE_NOTADB": "{path} is no ledger (not a SQLite file): name another with --ledger",
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_BUSY": "{path} is locked by another process: wait until that ends, then run this again",
    "SQLITE_FULL": "no space left to write {path}: nothing is half-written; make room, then run this again",
    "SQLITE_READONLY": "{path} cannot be written (read-only): check its permissions and those of its folder",
    "SQLITE_CANTOPEN": "{path} cannot be opened or written: check its permissions and those of its folder",
    "SQLITE_IOERR": "cannot read or write {path} ({error}): check the disk; nothing is half-written",
}


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a `LedgerError` of one line."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        fitting = (text for start, text in _REMEDIES.items() if name.startswith(start))
        text = next(fitting, "{path}: {error}; `sanctionsgraph doctor` tells whether the ledger is sound")
        raise LedgerError(text.format(path=path, error=error)) from error


def open_database(path: Path, *, create: bool, wait: float) -> sqlite3.Connection:
    """Return a connection to the ledger at `path`, made if it is not there and `create` is true.

    Args:
        path: The file.
        create: Make the file if it is missing or empty.
        wait: Seconds to wait for another process that writes.

    Raises:
        LedgerError: there is no ledger, or it cannot be used; the message says why and what to do.
    """
    if path.is_dir():
        raise LedgerError(f"{path} is a folder: name a file with --ledger")
    if not path.parent.is_dir():
        raise LedgerError(f"there is no folder {path.parent} for the ledger {path.name}: make it first")
    if not create and not path.exists():
        raise LedgerError(_no_ledger(path))
    with explaining(path):
        connection = _connect(path, create=create, wait=wait)
        try:
            _prepare(connection, path, create=create)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path, *, create: bool, wait: float) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    connection = sqlite3.connect(
        f"{uri}?mode={'rwc' if create else 'rw'}", timeout=wait, isolation_level=None, uri=True
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.OperationalError as error:
        connection.close()
        # WAL wants a file beside the ledger even to read. Where none can be made and none is there, nobody writes.
        if create or _is_about(error, "SQLITE_BUSY") or path.with_name(path.name + "-wal").exists():
            raise
        connection = sqlite3.connect(f"{uri}?mode=ro&immutable=1", timeout=wait, isolation_level=None, uri=True)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    if _is_blank(connection):
        if not create:
            raise LedgerError(_no_ledger(path))
        _make(connection)
    _bring_up_to_date(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")
    # In WAL this is safe against a kill at any point; a power cut may cost the last articles, which load again.
    connection.execute("PRAGMA synchronous = NORMAL")


def _is_blank(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return tables == 0 and _pragma(connection, "application_id") == 0 and _pragma(connection, "user_version") == 0


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables at one go, unless another process just did."""
    connection.execute("PRAGMA journal_mode = WAL")
    with at_one_go(connection):
        if _is_blank(connection):
            _run(connection, NEW)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring an older ledger to the schema of now, unless another process just did."""
    with at_one_go(connection):
        for version in range(_pragma(connection, "user_version"), SCHEMA):
            _run(connection, MIGRATIONS[version])
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


@contextmanager
def at_one_go(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written within is kept, or none of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in _statements(script):
        connection.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """Split a script, for `executescript` would commit before it starts."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise LedgerError(f"{path} is no ledger (a SQLite file of another program): name another with --ledger")
    version = _pragma(connection, "user_version")
    if version > SCHEMA:
        raise LedgerError(f"{path} was made by a newer sanctionsgraph (schema {version}, not {SCHEMA}): upgrade")
    if version < SCHEMA:
        if version not in MIGRATIONS:
            raise LedgerError(f"{path} has the unknown schema {version}: load the sources into a new ledger")
        _migrate(connection)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _is_about(error: sqlite3.Error, name: str) -> bool:
    return (getattr(error, "sqlite_errorname", None) or "").startswith(name)


def _no_ledger(path: Path) -> str:
    return f"no ledger at {path}: run `sanctionsgraph load SOURCE` first"
