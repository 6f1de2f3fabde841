"""What goes wrong with a server is told in one line, with the remedy and without the password."""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Iterator
from threading import Thread

import pytest
from neo4j.exceptions import Neo4jError

from graph.errors import StoreError
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j.errors import check_version, explaining
from tests.graph.builders import ReadingsSource
from tests.neo4j.server import Server

URI = "bolt://127.0.0.1:7687"
NOTHING = ReadingsSource([])


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port on which nobody listens, held so that nobody will."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def problem(uri: str, user: str = "neo4j", password: str | None = "Secret-Word", database: str = "neo4j") -> str:
    with pytest.raises(StoreError) as caught:
        Neo4jStore(uri, user, password, database)
    message = str(caught.value)
    assert "Secret-Word" not in message
    assert "\n" not in message
    return message


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_down_is_told_with_how_to_start_one(scheme: str, closed_port: int) -> None:
    uri = f"{scheme}://127.0.0.1:{closed_port}"
    told = problem(uri)
    assert told.startswith(f"no Neo4j at {uri} ([Errno ")
    assert told.endswith("refused): start one with `docker compose up --detach --wait`, or set NEO4J_URI")


@pytest.mark.parametrize("uri", ["http://127.0.0.1:7474", "127.0.0.1:7687", "", "file:///etc/passwd", "BOLT+X://a"])
def test_an_address_of_another_scheme_is_refused_before_anything_is_sent(uri: str) -> None:
    assert problem(uri).startswith(f"{uri} is no address of a Neo4j: NEO4J_URI is like {URI}")


@pytest.mark.parametrize("secret", ["Secret-Word", "Secret-Word/", "@Secret-Word@", "Secret-Word\n/x"])
@pytest.mark.parametrize("scheme", ["bolt", "neo4j+s", "http"])
def test_a_password_in_the_address_is_refused_and_not_repeated(scheme: str, secret: str) -> None:
    told = problem(f"{scheme}://neo4j:{secret}@127.0.0.1:7687")
    assert f"{scheme}://127.0.0.1:7687" in told


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:99999", "bolt://127.0.0.1:port", "bolt://", "neo4j://["])
def test_an_address_that_leads_nowhere_is_told(uri: str) -> None:
    told = problem(uri)
    assert uri in told
    assert "NEO4J_URI" in told


def test_a_server_that_is_no_neo4j_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        Thread(target=_answer_in_http, args=(other,), daemon=True).start()
        told = problem(f"bolt://127.0.0.1:{other.getsockname()[1]}")
    assert re.match(r"no Neo4j at bolt://127.0.0.1:\d+ \(.*HTTP.*\): start one", told)


def _answer_in_http(listener: socket.socket) -> None:
    with listener.accept()[0] as client:
        client.recv(1000)
        client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


@pytest.mark.parametrize(
    ("protocol", "told"),
    [
        (b"\0\0\4\4", "is 4.4; 5.26 or newer is needed"),
        (b"\0\0\4\5", "is 4.4; 5.26 or newer is needed"),
        (b"\0\0\0\3", "is older than 5.26, or newer than the driver: upgrade the server, or the driver with `pip "),
        (b"\0\0\0\0", "is older than 5.26, or newer than the driver: upgrade the server, or the driver with `pip "),
    ],
    ids=["Bolt 4.4", "Bolt 5.4", "Bolt 3", "no Bolt in common"],
)
def test_a_server_of_another_age_is_told_whatever_it_speaks(protocol: bytes, told: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as old:
        Thread(target=_answer_in_bolt, args=(old, protocol), daemon=True).start()
        uri = f"bolt://127.0.0.1:{old.getsockname()[1]}"
        assert problem(uri).startswith(f"Neo4j at {uri} {told}")


def _answer_in_bolt(listener: socket.socket, protocol: bytes) -> None:
    """Agree to a version of the protocol, be Neo4j 4.4 when greeted, and find everything else a success."""
    greeting = b"\xb1\x70\xa2\x86server\x8bNeo4j/4.4.9\x8dconnection_id\x81x"
    success = b"\xb1\x70\xa1\x86fields\x90"
    with listener.accept()[0] as client, client.makefile("rb") as stream:
        stream.read(20)
        client.sendall(protocol)
        while size := int.from_bytes(stream.read(2)):
            message = stream.read(size + 2)
            answer = greeting if message[1] == 1 else success
            client.sendall(len(answer).to_bytes(2) + answer + b"\0\0")


@pytest.mark.neo4j
# Once only for the user that there is: after three wrong passwords the server shuts them out for a while.
@pytest.mark.parametrize(("user", "password"), [("neo4j", "Secret-Word"), ("neo4j", None), ("nobody", "Secret-Word")])
def test_a_wrong_password_is_told_with_what_to_set(neo4j_server: Server, user: str, password: str | None) -> None:
    assert problem(neo4j_server.uri, user, password) == (
        f"Neo4j at {neo4j_server.uri} refuses this user and password: set NEO4J_USER and NEO4J_PASSWORD"
    )


@pytest.mark.neo4j
def test_an_unknown_database_is_told(neo4j_server: Server) -> None:
    assert problem(neo4j_server.uri, neo4j_server.user, neo4j_server.password, "nope") == (
        f"Neo4j at {neo4j_server.uri} has no database of this name: set NEO4J_DATABASE"
    )


@pytest.mark.neo4j
def test_a_question_in_bad_cypher_and_one_that_would_write_are_refused(neo4j_store: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="refuses: Invalid input 'MTCH'"):
        neo4j_store.rows("MTCH (n) RETURN n", {})
    with pytest.raises(StoreError, match="lets nothing be written here"):
        neo4j_store.rows("CREATE (n:Foreign) RETURN n", {})
    assert neo4j_store.rows("MATCH (n:Foreign) RETURN count(n) AS n", {}) == [{"n": 0}]


@pytest.mark.neo4j
def test_the_store_that_the_environment_names_is_opened(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server = neo4j_server
    monkeypatch.setenv("NEO4J_URI", server.uri)
    monkeypatch.setenv("NEO4J_USER", "nobody")
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    monkeypatch.setenv("NEO4J_DATABASE", server.database)
    with pytest.raises(StoreError, match="refuses this user"):
        Neo4jStore.from_environment()
    with Neo4jStore.from_environment(user=server.user) as store:
        assert store.rows("RETURN 1 AS one", {}) == [{"one": 1}]


@pytest.mark.parametrize("agent", ["Neo4j/4.4", "Neo4j/5.25", "Neo4j/3.5"])
def test_a_server_that_is_too_old_is_told_which_it_is(agent: str) -> None:
    with pytest.raises(StoreError, match=rf"is {agent[6:]}; 5\.26 or newer is needed$"):
        check_version(f"{agent}.1", URI)


@pytest.mark.parametrize("agent", ["Neo4j/5.26.31", "Neo4j/5.27-aura", "Neo4j/2025.01.0", "Neo4j/2026.1", "Other/1.0"])
def test_a_server_that_is_new_enough_passes(agent: str) -> None:
    check_version(agent, URI)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "is read-only: name another with NEO4J_URI"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", "was given too many wrong passwords: wait a little"),
        ("Neo.ClientError.Security.CredentialsExpired", "wants the password changed before anything else"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "refuses: first line (Neo.TransientError.General."),
    ],
)
def test_what_a_server_refuses_is_told_by_its_code(code: str, told: str) -> None:
    refusal = Neo4jError._hydrate_neo4j(code=code, message="first line.\nsecond")
    with pytest.raises(StoreError) as caught, explaining(URI):
        raise refusal
    assert str(caught.value).startswith(f"Neo4j at {URI} {told}")


def test_without_the_driver_the_store_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "neo4j", None)
    assert problem(URI) == "no Neo4j driver is installed: pip install 'sanctionsgraph[neo4j]'"
