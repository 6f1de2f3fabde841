"""The machinery that gives the tests a server: what it says where it cannot, and that it leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.neo4j import server
from tests.neo4j.server import NoServerError, Server, _command, _jars, running_server

HOLDER = """
import sys, time
from collections.abc import Callable
from pathlib import Path
from tests.neo4j.server import _start
home = Path(sys.argv[1])
_start(["sh", "-c", 'echo $$ > "$0.pid"; exec sleep 60', str(home)], home, sys.stderr.buffer)
time.sleep(60)
"""


def test_without_any_of_the_three_ways_the_reason_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    told = "no NEO4J_URI, no Docker daemon that answers, no java and no mvn"
    with pytest.raises(NoServerError, match=told), running_server():
        pass


def test_a_server_that_the_environment_names_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("NEO4J_PASSWORD", "Secret-Word")
    monkeypatch.delenv("NEO4J_USER", raising=False)
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)
    with running_server() as named:
        assert named == Server("bolt://127.0.0.1:1", "neo4j", "Secret-Word")
        assert "Secret-Word" not in repr(named)


def test_docker_goes_before_maven_and_listens_on_this_machine_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _program(tmp_path / "docker", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    command, _ = _command(tmp_path, 7, may_be_docker=True)
    assert command[:3] == ["docker", "run", "--rm"]
    assert "127.0.0.1:7:7687" in command


def test_what_maven_could_not_fetch_is_told_and_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _program(tmp_path / "mvn", "echo '[ERROR] no network'; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(NoServerError, match=r"Maven could not fetch the server: \[ERROR\] no network"):
        _jars()
    assert [path for path in (tmp_path / "cache").rglob("*") if path.name != "sanctionsgraph-tests"] == []


def _program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_the_server_ends_and_leaves_nothing_when_the_tests_are_killed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(home)], cwd=Path(server.__file__).parents[2])
    started = Path(f"{home}.pid")
    _wait(lambda: started.exists() and started.read_text() != "")
    pid = int(started.read_text())
    assert _is_alive(pid)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    _wait(lambda: not _is_alive(pid) and not home.exists())


def _wait(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.02)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
