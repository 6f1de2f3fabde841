"""The ledger: the source of truth. One SQLite file of articles and what was read in them.

Nothing in it is changed or deleted. A reading that supersedes another, or a withdrawal, is added, and the last word on
each article is in force. Several processes may read while one writes (WAL). One `Ledger` reads one moment: from its
first answer on it sees the ledger as it was then, and what it adds itself; open another to see what others added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from graph import reference
from graph.errors import LedgerError, ReadingError, UsageError
from graph.ledger.checks import check_reading, claim_problems, file_problems, named_in
from graph.ledger.rows import UnknownWordError, article_of, article_row, claim_of, claim_row, entity_body, unite
from graph.ledger.schema import DAMAGED, UNKNOWN, at_one_go, explaining, open_database
from graph.ledger.versions import Version, is_settled, is_superseded, version_of
from graph.model import Article, Claim, Entity, Reading, text_sha256

Added = Literal["new", "known", "renewed"]
Record = TypeVar("Record", Entity, Article, Claim)
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the ledger's history: an article came, was read anew, or was withdrawn, at a time (UTC, ISO 8601).

    `claims` is how many claims came, or went with a withdrawal; `reader` who read, as far as known.
    """

    at: str
    what: str
    article: str
    claims: int
    reader: str | None


class Ledger:
    """A ledger file, opened; a context manager, and a `graph.stores.base.Source`.

    Args:
        path: The file.
        create: Make it if it is missing.
        wait: Seconds to wait for another process that writes.

    Raises:
        LedgerError: it cannot be opened; as of every method, in one line, with the remedy.
    """

    def __init__(self, path: Path | str, *, create: bool = True, wait: float = 10) -> None:
        self.path = Path(path)
        self._connection = open_database(self.path, create=create, wait=wait)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        with explaining(self.path):
            self._connection.close()

    # What is in force

    def entities(self) -> Iterator[Entity]:
        """Yield the entities that the readings in force bring, one an id, in order of id."""
        rows = self._rows("SELECT id, body, readings FROM entities_in_force ORDER BY id")
        return self._read(_united, groupby(rows, itemgetter(0)))

    def articles(self) -> Iterator[Article]:
        """Yield the articles, in order of id."""
        return self._read(article_of, self._rows("SELECT * FROM articles_in_force ORDER BY id"))

    def claims(self) -> Iterator[Claim]:
        """Yield the claims, in order of id."""
        return self._read(claim_of, self._rows("SELECT * FROM claims_in_force ORDER BY id"))

    def claims_by_fact(self) -> Iterator[Claim]:
        """Yield the claims, those of one fact together, in order of relation, subject, object and item (None first)."""
        rows = self._rows("SELECT * FROM claims_in_force ORDER BY relation, subject, object, item, id")
        return self._read(claim_of, rows)

    def article(self, article_id: str) -> Article | None:
        """Return the article with this id, or None."""
        rows = self._rows("SELECT * FROM articles_in_force WHERE id = ?", article_id)
        return next(self._read(article_of, rows), None)

    def claim(self, claim_id: str) -> Claim | None:
        """Return the claim with this id, or None."""
        quoting = self._one("SELECT article FROM claims JOIN readings ON seq = reading WHERE id = ?", claim_id)
        if quoting is None:
            return None
        rows = self._rows("SELECT * FROM claims_in_force WHERE article = ? AND id = ?", quoting[0], claim_id)
        return next(self._read(claim_of, rows), None)

    def claim_counts(self) -> dict[str, int]:
        """Return how many claims each article makes, by its id."""
        return dict(
            self._rows(
                "SELECT article, count(claims.id) FROM in_force LEFT JOIN claims USING (reading) GROUP BY article"
            )
        )

    def resolve_article(self, text: str) -> Article:
        """Return the article whose id is `text` or starts so, with or without "article:".

        Raises:
            UsageError: there is none, or several.
        """
        start = "article:" + text.strip().lower().removeprefix("article:")
        rows = self._rows(
            "SELECT article FROM in_force WHERE substr(article, 1, ?) = ? ORDER BY article", len(start), start
        )
        found = [row[0] for row in rows]
        if len(found) > 1 and start not in found:
            shown = ", ".join(found[:_MOST_NAMED]) + (", ..." if len(found) > _MOST_NAMED else "")
            raise UsageError(f"{text!r} may be {len(found)} articles ({shown}): give more of the id")
        article = self.article(start if start in found else found[0]) if found else None
        if article is None:
            raise UsageError(f"no article {text!r} in {self.path}: `sanctionsgraph articles` lists them")
        return article

    def knows(self, article: Article, reader: str) -> bool:
        """Say whether reading `article` with `reader` is no use: nothing could come of it that is not known."""
        kept = self._version(article.id)
        return kept is not None and is_settled(kept, article, reader)

    def history(self) -> Iterator[Event]:
        """Yield what happened, oldest first."""
        rows = self._rows(
            "SELECT at, what, events.article, claims, coalesce(reader, nullif(versions, '')) FROM events "
            "LEFT JOIN readings ON readings.seq = events.reading ORDER BY events.seq"
        )
        return (Event(*row) for row in rows)

    def integrity(self) -> list[str]:
        """Return what is wrong with the file and with what it holds, a line each; nothing if it is sound."""
        problems: list[str] = []
        try:
            with explaining(self.path):
                problems += file_problems(self._connection)
            problems += self._content_problems()
        except LedgerError as error:
            problems.append(str(error))
        return problems

    def _content_problems(self) -> Iterator[str]:
        for article in self.articles():
            for claim in self.claims_of(article.id):
                yield from (f"{claim.id}: {problem}" for problem in claim_problems(claim, article))
        described = {entity.id for entity in self.entities()}
        missing = {name for claim in self.claims() for name in named_in(claim)} - described
        yield from (f"{name} is named by claims, but nothing describes it" for name in sorted(missing))

    def claims_of(self, article_id: str) -> Iterator[Claim]:
        """Yield the claims of one article, in order of id."""
        rows = self._rows("SELECT * FROM claims_in_force WHERE article = ? ORDER BY id", article_id)
        return self._read(claim_of, rows)

    def claim_ids(self, article_id: str) -> set[str]:
        """Return the ids of the claims that are in force of this article."""
        rows = self._rows("SELECT id FROM in_force JOIN claims USING (reading) WHERE article = ?", article_id)
        return {row[0] for row in rows}

    def last_event(self) -> str | None:
        """Return when the ledger was last added to (UTC, ISO 8601); None if it never was."""
        last: str | None = self._one("SELECT max(at) FROM events")[0]
        return last

    # What changes it

    def add(self, reading: Reading, *, reader: str | None = None) -> Added:
        """Keep a reading: the article with all its claims, or, if anything goes wrong, nothing of it.

        The same reading again is "known", and nothing is written. What another reader made of the article, or the same
        reader of the same words and particulars, supersedes what was in force: "renewed". Where two sources print one
        text, the one that tells more about it stays in force, whichever came first.

        Args:
            reading: What reading the article gave.
            reader: Who read it, if that is more than the extractor and version that its claims bear.

        Raises:
            ReadingError: the reading breaks a rule, so that no ledger would take it.
            LedgerError: it cannot be written.
        """
        try:
            check_reading(reading)
            return self._add(reading, version_of(reading, reader))
        except UnicodeEncodeError as error:
            raise ReadingError(
                f"{reading.article.id} is not kept: it holds what is no Unicode text ({error})"
            ) from error

    def _add(self, reading: Reading, new: Version) -> Added:
        with self._writing():
            kept = self._version(new.article.id)
            if kept and not is_superseded(kept, new, had_new=self._had(new)):
                return "known"
            what: Added = "renewed" if kept else "new"
            self._record(what, new.article.id, self._insert(reading, new), len(reading.claims))
        return what

    def withdraw(self, article_id: str) -> int:
        """Take the article back and return how many claims went with it; both stay in the history.

        Raises:
            LedgerError: the ledger does not hold the article (any more).
        """
        with self._writing():
            row = self._one(
                "SELECT count(claims.id) FROM in_force LEFT JOIN claims USING (reading) "
                "WHERE article = ? GROUP BY article", article_id,
            )  # fmt: skip
            if row is None:
                raise LedgerError(f"{self.path} holds no article {article_id}: `sanctionsgraph articles` lists them")
            self._record("withdrawn", article_id, None, row[0])
        return int(row[0])

    def _had(self, new: Version) -> bool:
        """Say whether the same was in force before, since the article was last withdrawn."""
        return bool(
            self._one(
                "SELECT 1 FROM events JOIN readings ON readings.seq = events.reading "
                "WHERE events.article = ?1 AND digest = ?2 AND events.seq > "
                "(SELECT coalesce(max(seq), 0) FROM events WHERE article = ?1 AND what = 'withdrawn')",
                new.article.id, new.digest,
            )
        )  # fmt: skip

    def _version(self, article_id: str) -> Version | None:
        row = self._one("SELECT * FROM articles_in_force WHERE id = ?", article_id)
        return Version(article_of(row), *row[-3:]) if row else None

    def _insert(self, reading: Reading, new: Version) -> int:
        article, run = reading.article, self._connection.execute
        sha256 = text_sha256(article.text)
        run("INSERT OR IGNORE INTO texts VALUES (?, ?)", (sha256, article.text))
        values = (article.id, sha256, *article_row(article), new.reader, new.versions, new.digest)
        seq = run("INSERT INTO readings VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values).lastrowid
        assert seq is not None
        # Claims of one id say the same in the same place; the first stands.
        rows = {claim.id: (seq, *claim_row(claim)) for claim in reversed(reading.claims)}
        self._connection.executemany(
            "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.values()
        )
        for entity in _described(reading):
            key = (entity.id, entity_body(entity))
            run("INSERT OR IGNORE INTO entities VALUES (NULL, ?, ?)", key)
            run("INSERT INTO named SELECT ?, seq FROM entities WHERE id = ? AND body = ?", (seq, *key))
        return seq

    def _record(self, what: str, article_id: str, reading: int | None, claims: int) -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        # A clock that was set back must not put an event before those that it follows.
        last = self._one("SELECT max(at) FROM events WHERE seq = (SELECT max(seq) FROM events)")[0]
        values = (max(now, last or now), what, article_id, reading, claims)
        self._connection.execute("INSERT INTO events VALUES (NULL, ?, ?, ?, ?, ?)", values)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """All that is written within is kept, or none of it."""
        with explaining(self.path):
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
            with at_one_go(self._connection):
                yield

    def _rows(self, sql: str, *values: Any) -> Iterator[Any]:
        with explaining(self.path):
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN")
            # `yield from` would close the cursor of a stream left half-read, which a closed ledger refuses.
            for row in self._connection.execute(sql, values):  # noqa: UP028
                yield row

    def _read(self, make: Callable[[Any], Record], rows: Iterable[Any]) -> Iterator[Record]:
        for row in rows:
            try:
                record = make(row)
            except UnknownWordError as error:
                raise LedgerError(UNKNOWN.format(path=self.path, error=f"{row[0]}: {error}")) from error
            except (LookupError, TypeError, ValueError) as error:
                raise LedgerError(DAMAGED.format(path=self.path, error=f"{row[0]} makes no sense: {error}")) from error
            yield record

    def _one(self, sql: str, *values: Any) -> Any:
        return next(self._rows(sql, *values), None)


def _united(versions: tuple[str, Iterable[tuple[str, str, int]]]) -> Entity:
    return unite([(body, count) for _, body, count in versions[1]])


def _described(reading: Reading) -> Iterable[Entity]:
    """Return the entities of the reading, and those its claims name that only the reference data describes."""
    brought = {entity.id: entity for entity in reading.entities}
    for name in {name for claim in reading.claims for name in named_in(claim)} - brought.keys():
        known = reference.entity(name)
        if known:
            brought[name] = known
    return [brought[name] for name in sorted(brought)]
