"""What goes wrong with a server, in one line that says what to do. No password is ever in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import StoreError

OLDEST = (5, 26)  # labels and types as parameters

_WANTED = ".".join(map(str, OLDEST))
_START = "start one with `docker compose up --detach --wait`, or set NEO4J_URI"
_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_OTHERS = "or neo4j://..., either with +s where the connection is encrypted"
_LOGIN = "set NEO4J_USER and NEO4J_PASSWORD"
_BY_CODE = {
    "Security.Unauthorized": f"refuses this user and password: {_LOGIN}",
    "Security.AuthenticationRateLimit": f"was given too many wrong passwords: wait a little, then {_LOGIN}",
    "Security.CredentialsExpired": "wants the password changed before anything else: "
    "open its browser, or run ALTER CURRENT USER SET PASSWORD in cypher-shell",
    "Security.Forbidden": "does not let this user do that: set NEO4J_USER to one who may write",
    "Statement.AccessMode": "lets nothing be written here: name a server or a database that is not read-only",
    "General.ForbiddenOnReadOnlyDatabase": "is read-only: name another with NEO4J_URI or NEO4J_DATABASE",
    "General.WriteOnReadOnlyAccessDatabase": "is read-only: name another with NEO4J_URI or NEO4J_DATABASE",
    "Cluster.NotALeader": "takes no writing at this member: use neo4j:// in place of bolt:// in NEO4J_URI",
    "General.DatabaseUnavailable": "has this database stopped or starting: try again in a little, or see its logs",
    "Database.DatabaseNotFound": "has no database of this name: set NEO4J_DATABASE",
}


@contextmanager
def explaining(uri: str, *, connecting: bool = False) -> Iterator[None]:
    """Turn what the driver raises within into a StoreError.

    Args:
        uri: The address, without a password.
        connecting: Nothing has been said to the server yet, so that it cannot have gone away.
    """
    from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError

    try:
        yield
    except Neo4jError as error:
        raise StoreError(f"Neo4j at {uri} {_refusal(error.code or '', error.message or '')}") from error
    except UnicodeEncodeError as error:
        raise StoreError(f"Neo4j takes only Unicode text: {_line(error)}") from error
    except (ConfigurationError, ValueError) as error:
        if not connecting:
            raise
        raise StoreError(f"{uri} cannot be used ({_line(error)}): set NEO4J_URI") from error
    except (DriverError, OSError) as error:
        if connecting:
            raise StoreError(f"no Neo4j at {uri} ({_cause(error)}): {_START}") from error
        raise StoreError(
            f"Neo4j at {uri} went away ({_cause(error)}): what was written is whole; run it again to go on"
        ) from error


def check_version(agent: str, uri: str) -> None:
    """Let servers pass that are new enough, and those that are no Neo4j but speak as one.

    Raises:
        StoreError: the server is too old.
    """
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        raise StoreError(f"Neo4j at {uri} is {found[0].removeprefix('Neo4j/')}; {_WANTED} or newer is needed")


def no_common_protocol(uri: str) -> str:
    """Return what to say of a server to which the driver cannot speak, so that nobody knows what it is."""
    return (
        f"Neo4j at {uri} is older than {_WANTED}, or newer than the driver: "
        "upgrade the server, or the driver with `pip install --upgrade neo4j`"
    )


def shown(uri: str) -> str:
    """Return the address without what may stand before an @: there might be a password."""
    return re.sub(r"(?<=//).*@", "", uri, flags=re.DOTALL)


def check_address(uri: str) -> None:
    """Let addresses pass that the driver may be given; in what it says of others it would quote a password.

    Raises:
        StoreError: it is of another scheme, or holds a user or a password.
    """
    scheme = uri.partition("://")[0]
    if scheme not in _SCHEMES:
        raise StoreError(f"{shown(uri)} is no address of a Neo4j: NEO4J_URI is like bolt://127.0.0.1:7687, {_OTHERS}")
    if "@" in uri:
        raise StoreError(f"the address of {shown(uri)} must not hold a user or a password: {_LOGIN}")


def _refusal(code: str, message: str) -> str:
    kind = code.removeprefix("Neo.").partition(".")[2]
    return _BY_CODE.get(kind) or f"refuses: {_line(message)} ({code})"


def _cause(error: BaseException) -> str:
    """Return what lies at the bottom of an error: of a group, its first."""
    if isinstance(error, BaseExceptionGroup):
        return _cause(error.exceptions[0])
    return _cause(error.__cause__) if error.__cause__ else _line(getattr(error, "message", None) or error)


def _line(text: object) -> str:
    lines = str(text).strip().splitlines() or [type(text).__name__]
    return lines[0].strip().rstrip(".:;")
