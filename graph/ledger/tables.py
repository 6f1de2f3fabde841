"""The tables of a ledger in SQL, and what brings an older ledger up to them.

Rows are only ever added; triggers see to it. What holds now is the last event of each article (`in_force`).
"""

from __future__ import annotations

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

-- CROSS keeps SQLite from walking the index of ids and looking up the reading of each claim: five times as slow.
CREATE VIEW claims_in_force AS
    SELECT id, article, relation, subject, object, item, quantity, "when", asserted_by, status, sentence, start, "end",
        marks, why, extractor, version
    FROM in_force CROSS JOIN claims USING (reading);

CREATE VIEW entities_in_force AS
    SELECT entities.id, body, count(*) AS readings
    FROM in_force JOIN named USING (reading) JOIN entities ON seq = entity GROUP BY seq;
"""

# In a view of its own, for it is what schema 2 changed: since then it tells when a reading came.
_ARTICLES = """
CREATE VIEW articles_in_force AS
    SELECT in_force.article AS id, text, title, publisher, agency, published, url, source, document, relevant, reason,
        at AS loaded, reader, versions, digest
    FROM in_force JOIN readings ON readings.seq = in_force.reading JOIN texts USING (sha256)
        JOIN events ON events.reading = in_force.reading;
"""

_GROWING = ("texts", "readings", "claims", "entities", "named", "events")
_APPEND_ONLY = """
CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
CREATE TRIGGER {table}_keep BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
"""

_TRIGGERS = "".join(_APPEND_ONLY.format(table=name) for name in _GROWING)
NEW = _TABLES + _ARTICLES + _TRIGGERS
# What brings a ledger of an older schema, by its number, to the next one. No row is touched.
MIGRATIONS = {1: "DROP VIEW articles_in_force;" + _ARTICLES}
SCHEMA = max(MIGRATIONS) + 1
