"""A real Neo4j server for the tests: the one that NEO4J_URI names, else one in Docker, else one from Maven Central.

A server started here listens on 127.0.0.1 on a free port, keeps its data in a temporary folder, and ends with the
process that started it, however that ends.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

POM = Path(__file__).with_name("pom.xml")
IMAGE = "neo4j:5.26-community"
REMEDY = "set NEO4J_URI (and NEO4J_PASSWORD), or start Docker, or install a JDK (17 or 21) and Maven"
_MOST_SECONDS = {"docker": 300, "java": 180}  # Docker may have to fetch the image first

# Runs $3... with what it holds open on descriptor 0: once that is closed, be it by a kill, the server gets signal $1.
_LEASH = """
signal=$1 home=$2; shift 2
exec 3<&0
"$@" 3<&- &
server=$!
{ cat <&3; kill -s "$signal" $server; } >/dev/null 2>&1 &
wait $server
rm -rf "$home"
"""

_SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=32m
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
dbms.cypher.min_replan_interval=1d
"""

_JAVA = (
    "java", "-Xms128m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8",
    "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote",  # of released jars: an eighth of a start
    "-Dlog4j2.disable.jmx=true", "-Dio.netty.tryReflectionSetAccessible=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)  # fmt: skip


class NoServerError(Exception):
    """There is no server, and none could be started; the message says why."""


@dataclass(frozen=True, slots=True)
class Server:
    """How to reach a running server."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"


@contextmanager
def running_server() -> Iterator[Server]:
    """Yield the server that the environment names, or one that ends with this block.

    Raises:
        NoServerError: there is none.
    """
    if "NEO4J_URI" in os.environ:
        yield _named_server()
        return
    with own_server(may_be_docker=True) as own:
        yield own.start()


@contextmanager
def own_server(*, may_be_docker: bool = False) -> Iterator[OwnServer]:
    """Yield a server, not started yet, that ends with this block.

    Raises:
        NoServerError: there is none.
    """
    home = Path(tempfile.mkdtemp(prefix="neo4j-of-tests-"))
    with tempfile.TemporaryFile() as log:
        try:
            own = OwnServer(home, log, may_be_docker=may_be_docker)
            try:
                yield own
            finally:
                own.end()
        finally:
            shutil.rmtree(home, ignore_errors=True)


class OwnServer:
    """A server with its data in `home`. One from Maven can be filled first, killed, and started again on its data."""

    def __init__(self, home: Path, log: IO[bytes], *, may_be_docker: bool) -> None:
        self._home, self._log, self._port = home, log, _free_port()
        self._command, self._most_seconds = _command(home, self._port, may_be_docker=may_be_docker)
        self._server = Server(f"bolt://127.0.0.1:{self._port}", "neo4j", secrets.token_urlsafe(12))
        self._greet = _set_password
        self._process: subprocess.Popen[bytes] | None = None
        self._configure()

    def administer(self, command: str) -> None:
        """Run a command of `neo4j-admin` on the data; the server must not run."""
        arguments = shlex.split(command.replace("\\\n", " "))[1:]
        settings = {"NEO4J_HOME": str(self._home), "NEO4J_CONF": str(self._home / "conf")}
        run = [*_JAVA, "-cp", f"{_jars()}/*", "org.neo4j.cli.AdminTool", *arguments]
        done = subprocess.run(run, env=os.environ | settings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self, *settings: str) -> Server:
        """Start the server, with these settings too, unless it runs so already."""
        if self._process and settings == self._settings:
            return self._server
        self.stop()
        self._configure(*settings)
        self._process = _start(self._command, self._home, self._log)
        _open_up(self._process, self._server, self._greet, self._most_seconds, self._log)
        self._greet = _log_in
        return self._server

    def stop(self) -> None:
        """Shut the server down, if it runs; what was killed has to recover, and cannot where nothing may be written."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """Kill the server, if it runs, as a crash would."""
        self._signal(signal.SIGKILL)

    def _signal(self, sent: signal.Signals) -> None:
        if self._process:
            os.killpg(self._process.pid, sent)
            self._process.communicate()
            _wait_for_the_end(self._process.pid)
            self._process = None

    def end(self) -> None:
        """Let the server go, and its data with it."""
        if self._process:
            self._process.communicate()

    def _configure(self, *settings: str) -> None:
        self._settings = settings
        conf = self._home / "conf" / "neo4j.conf"
        conf.parent.mkdir(exist_ok=True)
        conf.write_text("\n".join([_SETTINGS.format(port=self._port), *settings]), "utf-8")


def _named_server() -> Server:
    get = os.environ.get
    return Server(
        os.environ["NEO4J_URI"], get("NEO4J_USER", "neo4j"), get("NEO4J_PASSWORD", ""), get("NEO4J_DATABASE", "neo4j")
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _command(home: Path, port: int, *, may_be_docker: bool) -> tuple[list[str], int]:
    """Return what starts a server, and for how many seconds to wait for it."""
    if may_be_docker and _docker_answers():
        publish = f"127.0.0.1:{port}:7687"
        name = f"neo4j-of-tests-{os.getpid()}-{port}"
        return ["docker", "run", "--rm", "--name", name, "--publish", publish, IMAGE], _MOST_SECONDS["docker"]
    missing = [program for program in ("java", "mvn") if not shutil.which(program)]
    if missing:
        raise NoServerError(f"no NEO4J_URI, no Docker daemon that answers, no {' and no '.join(missing)}")
    start = ["-cp", f"{_jars()}/*", "org.neo4j.server.CommunityEntryPoint"]
    return [*_JAVA, *start, f"--home-dir={home}", f"--config-dir={home}/conf", "--console-mode"], _MOST_SECONDS["java"]


def _docker_answers() -> bool:
    if not shutil.which("docker"):
        return False
    try:
        return subprocess.run(["docker", "info"], capture_output=True, timeout=10, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _jars() -> Path:
    """Return the folder of the server's jars; Maven fills it once for each state of pom.xml."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sanctionsgraph-tests"
    jars = cache / f"neo4j-{hashlib.sha256(POM.read_bytes()).hexdigest()[:12]}"
    if jars.exists():
        return jars
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as unfinished:
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={unfinished}/jars"]
        done = subprocess.run(
            ["mvn", "--quiet", "--batch-mode", "--file", str(POM), *goal], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise NoServerError(f"Maven could not fetch the server: {_last_line(done.stdout + done.stderr)}")
        try:
            Path(unfinished, "jars").rename(jars)
        except OSError:  # another run was faster
            if not jars.exists():
                raise
    return jars


def _start(command: list[str], home: Path, log: IO[bytes]) -> subprocess.Popen[bytes]:
    # Java's data are thrown away, so it may be killed; Docker's client has to tell the daemon.
    leash = ["sh", "-c", _LEASH, "leash", "TERM" if command[0] == "docker" else "KILL", str(home)]
    return subprocess.Popen(
        [*leash, *command], stdin=subprocess.PIPE, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
    )


def _open_up(
    process: subprocess.Popen[bytes], server: Server, greet: Callable[[Server], None], most_seconds: int, log: IO[bytes]
) -> None:
    """Wait until the server lets itself be greeted."""
    until = time.monotonic() + most_seconds
    while process.poll() is None and time.monotonic() < until:
        try:
            greet(server)
        except (DriverError, Neo4jError, OSError):
            time.sleep(0.3)
        else:
            return
    log.seek(0)
    last = _last_line(log.read().decode("utf-8", "replace"))
    raise NoServerError(f"no server came up within {most_seconds} seconds: {last}")


def _set_password(server: Server) -> None:
    """Give the server a password, as it demands of the first to come."""
    with GraphDatabase.driver(server.uri, auth=(server.user, "neo4j"), max_transaction_retry_time=0) as driver:
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
        driver.execute_query(change, {"password": server.password}, database_="system")


def _log_in(server: Server) -> None:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password), max_transaction_retry_time=0) as driver:
        driver.execute_query("RETURN 1", database_=server.database)


def _wait_for_the_end(group: int) -> None:
    """Wait until no process of the group is left, for they may hold the data."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    raise NoServerError(f"process group {group} cannot be killed")


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it said nothing"
