"""The SQLite file behind the ledger: its tables, how it is opened or made, and what to say when SQLite refuses.

Rows are only ever added; triggers see to it. What holds now is the last event of each article (`in_force`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import LedgerError

APPLICATION_ID = 0x5347_4C31  # "SGL1", in the header of the file
SCHEMA = 1

_TABLES = """
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;

CREATE TABLE readings (
    seq INTEGER PRIMARY KEY, article TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES texts,
    title TEXT, publisher TEXT, agency TEXT, published TEXT, url TEXT, source TEXT, document TEXT,
    relevant INTEGER NOT NULL, reason TEXT,
    reader TEXT,            -- who read, if it was said
    versions TEXT NOT NULL, -- the extractors and versions of the claims
    digest TEXT NOT NULL    -- of all that the reading says
) STRICT;

CREATE TABLE claims (
    reading INTEGER NOT NULL REFERENCES readings, id TEXT NOT NULL,
    relation TEXT NOT NULL, subject TEXT, object TEXT, item TEXT, quantity TEXT, "when" TEXT,
    asserted_by TEXT NOT NULL, status TEXT NOT NULL, sentence TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, marks TEXT NOT NULL, why TEXT NOT NULL, extractor TEXT NOT NULL, version TEXT NOT NULL,
    PRIMARY KEY (reading, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_id ON claims (id);

CREATE TABLE entities (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (id, body)) STRICT;

CREATE TABLE named (
    reading INTEGER NOT NULL REFERENCES readings, entity INTEGER NOT NULL REFERENCES entities,
    PRIMARY KEY (reading, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL CHECK (what IN ('new', 'renewed', 'withdrawn')),
    article TEXT NOT NULL, reading INTEGER REFERENCES readings, claims INTEGER NOT NULL,
    CHECK ((what = 'withdrawn') = (reading IS NULL))
) STRICT;
CREATE INDEX events_by_article ON events (article, seq, reading);

CREATE UNIQUE INDEX events_by_reading ON events (reading);

CREATE VIEW in_force AS
    SELECT article, reading FROM events WHERE reading IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM events AS later WHERE later.article = events.article AND later.seq > events.seq
    );

CREATE VIEW articles_in_force AS
    SELECT in_force.article AS id, text, title, publisher, agency, published, url, source, document, relevant, reason,
        reader, versions, digest
    FROM in_force JOIN readings ON seq = in_force.reading JOIN texts USING (sha256);

-- CROSS keeps SQLite from walking the index of ids and looking up the reading of each claim: five times as slow.
CREATE VIEW claims_in_force AS
    SELECT id, article, relation, subject, object, item, quantity, "when", asserted_by, status, sentence, start, "end",
        marks, why, extractor, version
    FROM in_force CROSS JOIN claims USING (reading);

CREATE VIEW entities_in_force AS
    SELECT entities.id, body, count(*) AS readings
    FROM in_force JOIN named USING (reading) JOIN entities ON seq = entity GROUP BY seq;
"""

_GROWING = ("texts", "readings", "claims", "entities", "named", "events")
_APPEND_ONLY = """
CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER {table}_keep BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
"""

# By SQLite's name of the error, or the start of it.
_REMEDIES = {
    "SQLITE_NOTADB": "{path} is no ledger (not a SQLite file): name another with --ledger",
    "SQLITE_CORRUPT": "{path} is damaged ({error}): put back a copy, or load the sources into a new ledger",
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
    _check_version(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")
    # In WAL this is safe against a kill at any point; a power cut may cost the last articles, which load again.
    connection.execute("PRAGMA synchronous = NORMAL")


def _is_blank(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return tables == 0 and _pragma(connection, "application_id") == 0 and _pragma(connection, "user_version") == 0


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables at one go, unless another process just did."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _is_blank(connection):
            triggers = "".join(_APPEND_ONLY.format(table=name) for name in _GROWING)
            for statement in _statements(_TABLES + triggers):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """Split a script, for `executescript` would commit before it starts."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise LedgerError(f"{path} is no ledger (a SQLite file of another program): name another with --ledger")
    version = _pragma(connection, "user_version")
    if version > SCHEMA:
        raise LedgerError(f"{path} was made by a newer sanctionsgraph (schema {version}, not {SCHEMA}): upgrade")
    if version < SCHEMA:
        raise LedgerError(f"{path} has the unknown schema {version}: load the sources into a new ledger")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _is_about(error: sqlite3.Error, name: str) -> bool:
    return (getattr(error, "sqlite_errorname", None) or "").startswith(name)


def _no_ledger(path: Path) -> str:
    return f"no ledger at {path}: run `sanctionsgraph load SOURCE` first"
