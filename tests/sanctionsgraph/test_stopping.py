"""Loads that are stopped while they last, by Ctrl-C or worse: what was read is kept, and the next load goes on."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.errors import LedgerError
from graph.ledger import Ledger
from graph.stores.memory import MemoryStore
from sanctionsgraph.cli.app import app

ARMS = "North Korea shipped {} ballistic missiles to Russia, the United Nations said. The transfers break UN sanctions."
COUNT = 150
Digests = dict[str, tuple[int, str]]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    texts = [ARMS.format(100 + number) + " They were seen again." * (number % 7) for number in range(COUNT)]
    path.write_text("".join(json.dumps({"id": f"a{at}", "text": text}) + "\n" for at, text in enumerate(texts)))
    return path


@pytest.fixture(scope="module")
def undisturbed(page: Path) -> Digests:
    load(page, page.parent / "undisturbed.db")
    return digests(page.parent / "undisturbed.db")


def load(page: Path, ledger: Path) -> str:
    """Load all that is left, and return what was said."""
    return CliRunner().invoke(app, ["load", str(page), "--ledger", str(ledger), "--jobs", "1"]).stderr


def digests(ledger: Path) -> Digests:
    with Ledger(ledger, create=False) as opened:
        assert opened.integrity() == []
        return MemoryStore.of(opened).digests()


def kept(ledger: Path) -> int:
    try:
        with Ledger(ledger, create=False) as opened:
            return len(opened.claim_counts())
    except LedgerError:
        return 0


def stopped(page: Path, ledger: Path, how: signal.Signals) -> tuple[subprocess.Popen[str], str]:
    """Start a load on two processes, stop it once it has kept something, and return it and its words.

    Ctrl-C reaches every process of the terminal, a kill only the one that was meant.
    """
    command = [sys.executable, "-m", "sanctionsgraph", "load", str(page), "--ledger", str(ledger), "--jobs", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while process.poll() is None and kept(ledger) < 5:
        time.sleep(0.02)
    if how is signal.SIGINT:
        os.killpg(process.pid, how)
    else:
        process.send_signal(how)
    _, words = process.communicate(timeout=60)
    return process, words


def is_gone(group: int) -> bool:
    """Say whether all processes of a group have ended, within a while."""
    deadline = time.monotonic() + 20
    try:
        while time.monotonic() < deadline:
            os.killpg(group, 0)
            time.sleep(0.1)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_load_that_is_stopped_leaves_no_process_and_goes_on_where_it_was(
    page: Path, undisturbed: Digests, tmp_path: Path, how: signal.Signals
) -> None:
    ledger = tmp_path / "ledger.db"
    process, words = stopped(page, ledger, how)
    assert is_gone(process.pid)
    before = kept(ledger)
    assert process.returncode != 0
    assert "Traceback" not in words
    if how is signal.SIGINT:
        assert "stopped; what was read is kept" in words
        counted = re.search(r"new: (\d+) article", words)
        assert counted
        assert int(counted[1]) in (before - 1, before)  # the last may have been kept and not yet counted
    assert 5 <= before < COUNT
    words = load(page, ledger)
    assert f"new: {COUNT - before} article" in words
    assert f"known: {before} article" in words
    assert digests(ledger) == undisturbed


def test_progress_goes_to_the_terminal_and_data_to_where_they_should(page: Path, tmp_path: Path) -> None:
    terminal, theirs = pty.openpty()
    command = [sys.executable, "-m", "sanctionsgraph", "read", str(page), "--format", "jsonl", "--jobs", "1"]
    with (tmp_path / "claims.jsonl").open("w") as claims:
        process = subprocess.Popen(command, stdout=claims, stderr=theirs)
    os.close(theirs)
    shown = b""
    while chunk := _read(terminal):
        shown += chunk
    os.close(terminal)
    assert process.wait() == 0
    assert len(list(map(json.loads, (tmp_path / "claims.jsonl").read_text().splitlines()))) >= COUNT
    assert re.search(r"articles, [\d,]+ words per second, [\d,]+ claims", shown.decode())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so where the other end is closed
        return b""
