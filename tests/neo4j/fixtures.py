"""The fixtures of all tests that need Neo4j; `tests/conftest.py` names this file as a plugin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from graph.errors import StoreError
from graph.stores.neo4j import Neo4jStore
from tests.conftest import skip_or_fail
from tests.neo4j.server import REMEDY, NoServerError, Server, running_server
from tests.neo4j.strangers import settle
from tests.queries.made_ledger import MADE

# On a server that the tests did not start, this node says that what it holds is theirs to delete.
_MARK = "MERGE (:TestsOfSanctionsGraph)"
_EMPTY = "MATCH (n) WHERE NOT n:TestsOfSanctionsGraph DETACH DELETE n"
_UNMARK = "MATCH (n:TestsOfSanctionsGraph) DELETE n"
_FOREIGN = "RETURN COUNT { MATCH (n) } AS nodes, EXISTS { MATCH (:TestsOfSanctionsGraph) } AS is_ours"


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """A real server, one for the whole run; see `tests/neo4j/server.py`."""
    try:
        with running_server() as server:
            _try(server)
            yield server
    except NoServerError as error:
        skip_or_fail(f"{error}; {REMEDY}")


def _try(server: Server) -> None:
    try:
        opened(server).close()
    except StoreError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def _driver(neo4j_server: Server) -> Iterator[Driver]:
    server = neo4j_server
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        [found], _, _ = driver.execute_query(_FOREIGN, database_=server.database)
        if found["nodes"] and not found["is_ours"]:
            pytest.fail(
                f"the tests would delete the {found['nodes']} nodes in the database {server.database!r} at "
                f"{server.uri}: name an empty one with NEO4J_URI or NEO4J_DATABASE",
                pytrace=False,
            )
        driver.execute_query(_MARK, database_=server.database)
        yield driver
        driver.execute_query(_EMPTY, database_=server.database)
        driver.execute_query(_UNMARK, database_=server.database)


@pytest.fixture
def neo4j_driver(neo4j_server: Server, _driver: Driver) -> Driver:
    """A driver past the store; the graph is empty."""
    _driver.execute_query(_EMPTY, database_=neo4j_server.database)
    return _driver


@pytest.fixture
def neo4j_store(neo4j_server: Server, neo4j_driver: Driver) -> Iterator[Neo4jStore]:
    """An empty store."""
    with opened(neo4j_server) as store:
        yield store


@pytest.fixture(scope="module")
def neo4j_made_store(neo4j_server: Server, _driver: Driver) -> Iterator[Neo4jStore]:
    """A store of the made ledger, in a database that another hand uses too, for tests in a row that only read."""
    _driver.execute_query(_EMPTY, database_=neo4j_server.database)
    with opened(neo4j_server) as store:
        store.push(MADE)
        settle(_driver)
        yield store


def opened(server: Server, **options: Any) -> Neo4jStore:
    return Neo4jStore(server.uri, server.user, server.password, server.database, **options)
