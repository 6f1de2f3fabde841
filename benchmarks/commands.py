"""Times whole commands from a cold start: `python -m benchmarks.commands [RUNS]`.

A row a command: the least, the middle and the most of the wall clock's seconds, after one run that is not counted. The
bare interpreter comes first, as the floor.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

EXAMPLES = Path(__file__).parents[1] / "examples"
COMMAND = [sys.executable, "-m", "sanctionsgraph"]


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        ledger = ["--ledger", str(Path(folder) / "ledger.db")]
        subprocess.run([*COMMAND, "load", "--quiet", *ledger, str(EXAMPLES)], check=True)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "--help": [*COMMAND, "--help"],
            "read (one article)": [*COMMAND, "read", str(EXAMPLES / "press-release.txt")],
            "load examples, known": [*COMMAND, "load", *ledger, str(EXAMPLES)],
            "query arms_transfers": [*COMMAND, "query", "arms_transfers", *ledger],
            "show North Korea": [*COMMAND, "show", "North Korea", *ledger],
            "map": [*COMMAND, "map", *ledger, "-o", str(Path(folder) / "map.html")],
            "export turtle": [*COMMAND, "export", "turtle", *ledger, "-o", str(Path(folder) / "graph.ttl")],
        }
        print(f"{'seconds':24}{'min':>8}{'median':>8}{'max':>8}")
        for name, command in commands.items():
            taken = [seconds(command) for _ in range(runs + 1)][1:]
            print(f"{name:24}{min(taken):8.2f}{median(taken):8.2f}{max(taken):8.2f}")


def seconds(command: list[str]) -> float:
    """Return how long one run of `command` takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
