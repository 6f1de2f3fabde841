"""The connection to a Neo4j server: statements go in, rows come out, and what goes wrong is told in one line."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from graph.errors import StoreError
from graph.stores.neo4j.errors import check_address, check_version, explaining, no_common_protocol, shown

if TYPE_CHECKING:
    from neo4j import Driver, Session
    from neo4j.api import BookmarkManager

_FETCH = 200  # rows that wait in memory; some are whole articles
_CONNECT_SECONDS = 10
_SILENCE = logging.NullHandler()  # what the driver has to say of a retry would otherwise land on stderr


class Connection:
    """A database of a server that has answered; see `Neo4jStore` for the arguments.

    Raises:
        StoreError: there is no driver or no such server, or the server refuses; as of every method.
    """

    def __init__(self, uri: str, user: str, password: str | None, database: str, patience: float) -> None:
        self.uri, self._database = shown(uri), database
        self._driver = _connect(uri, (user, password) if password else None, database, patience)
        self._bookmarks = _bookmarks()

    def close(self) -> None:
        self._driver.close()

    def stream(self, cypher: str, *, at_once: int = _FETCH) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of a statement that only reads, so many at a time."""
        with explaining(self.uri), self._session(default_access_mode="READ", fetch_size=at_once) as session:
            yield from session.run(cypher)

    def rows(self, cypher: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the rows of a statement that only reads, by column name."""
        with explaining(self.uri), self._session(default_access_mode="READ") as session:
            return session.execute_read(lambda transaction: transaction.run(cypher, parameters).data())

    def write(self, cypher: str, **parameters: Any) -> None:
        """Run a statement in a transaction of its own; if it has to be repeated, it is."""
        with explaining(self.uri), self._session() as session:
            session.execute_write(lambda transaction: transaction.run(cypher, parameters).consume())

    def _session(self, **config: Any) -> Session:
        return self._driver.session(
            database=self._database, bookmark_manager=self._bookmarks, notifications_min_severity="OFF", **config
        )


def _connect(uri: str, auth: tuple[str, str] | None, database: str, patience: float) -> Driver:
    if find_spec("neo4j") is None:
        raise StoreError("no Neo4j driver is installed: pip install 'sanctionsgraph[neo4j]'")
    from neo4j import GraphDatabase

    logging.getLogger("neo4j").addHandler(_SILENCE)
    check_address(uri)
    address = shown(uri)
    with explaining(address, connecting=True):
        driver = GraphDatabase.driver(
            uri,
            auth=auth,
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=_CONNECT_SECONDS,
            max_transaction_retry_time=patience,
        )
        try:
            check_version(_agent(driver, database, address), address)
        except BaseException:
            driver.close()
            raise
    return driver


def _agent(driver: Driver, database: str, address: str) -> str:
    """Return what the server says it is."""
    from neo4j.exceptions import ConfigurationError, UnsupportedServerProduct

    try:
        with driver.session(database=database) as session:
            return session.run("RETURN 1").consume().server.agent
    except (ConfigurationError, UnsupportedServerProduct) as error:
        raise StoreError(no_common_protocol(address)) from error


def _bookmarks() -> BookmarkManager:
    """Return what lets each session see what those before it wrote, in a cluster too."""
    from neo4j import GraphDatabase

    return GraphDatabase.bookmark_manager()
