"""Times the exports of RDF on a made ledger: `python -m benchmarks.rdf [STATEMENTS]` (a million, if nothing is said).

Our writers against rdflib's own on the same statements, from the records of the graph to the bytes, and the writing
alone, from terms to bytes; the peak memory of a whole export from the ledger's file; SHACL; the canned questions in
Oxigraph; the way back. rdflib is timed on a tenth of the statements: it takes as long a statement on all of them and a
gigabyte. Seconds are those of the processor, so that a busy machine does not count. Figures of one run can be compared
with each other only.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from rdflib import Dataset

from benchmarks.ledgers import gold_readings, made_readings
from benchmarks.questions import ask_all
from benchmarks.timing import Column, Table, in_child, timed
from graph.exports import nquads, turtle
from graph.exports.terms import turtle_block
from graph.imports import Syntax, read_export
from graph.ledger import Ledger
from graph.rdf import descriptions
from graph.rdf.graph import quads, to_graph
from graph.rdf.validation import violations
from graph.selection import Selected, Selection, select
from graph.stores.memory import MemoryStore
from queries.sparql import RdfGraph

MILLION = 1_000_000
_STATEMENTS_A_CLAIM = 26.8  # about


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("statements", nargs="?", type=int, default=MILLION)
    statements = parser.parse_args().statements
    gold_readings()  # once, for all the children
    table = Table()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sorted({statements // 10, statements}):
            in_child(partial(make_ledger, folder / f"{size}.db"), size)
        few, many = folder / f"{statements // 10}.db", folder / f"{statements}.db"
        column = table.columns.setdefault(f"{statements // 10}", {})
        for work in (time_writing, time_shapes, time_way_back):
            column |= in_child(partial(work, few), 0)
        column = table.columns.setdefault(f"{statements}", {})
        for work in (time_exports, time_questions):
            column |= in_child(partial(work, many), 0)
    print("seconds of the processor, unless said otherwise", *table.lines(), sep="\n")


def make_ledger(path: Path, statements: int) -> Column:
    with Ledger(path) as ledger:
        for reading in made_readings(round(statements / _STATEMENTS_A_CLAIM)):
            ledger.add(reading)
    return {}


def selected_of(path: Path) -> Selected:
    with Ledger(path, create=False) as ledger:
        return select(MemoryStore.of(ledger), Selection()).without_load_times()


def time_writing(path: Path, _: int) -> Column:
    """Return how much faster than rdflib the same statements are written, after one run to warm up."""
    selected = selected_of(path)
    walk(turtle.lines(selected))
    ours = {
        "Turtle": timed(lambda: walk(turtle.lines(selected)))[0],
        "N-Quads": timed(lambda: walk(nquads.lines(selected)))[0],
    }
    held = [(name, list(subjects)) for name, subjects in descriptions(selected)]
    alone = {
        "Turtle": timed(lambda: walk(turtle_block(one) for _, subjects in held for one in subjects))[0],
        "N-Quads": timed(lambda: walk(nquads.block(one, name) for name, subjects in held for one in subjects))[0],
    }
    built, graph = timed(lambda: to_graph(selected))
    gathered, dataset = timed(lambda: dataset_of(selected))
    rdflib = {
        "Turtle": (built, timed(lambda: graph.serialize(io.BytesIO(), "turtle", encoding="utf-8"))[0]),
        "N-Quads": (gathered, timed(lambda: dataset.serialize(io.BytesIO(), "nquads", encoding="utf-8"))[0]),
    }
    column: Column = {"statements (count)": len(graph)}
    for name, (making, writing) in rdflib.items():
        column |= {
            f"{name}, records to bytes": ours[name], f"{name}, writing alone": alone[name],
            f"{name}, rdflib makes its graph": making, f"{name}, rdflib writes it": writing,
            f"{name}, times rdflib (goal 6)": (making + writing) / ours[name],
            f"{name}, writing, times (goal 6)": writing / alone[name],
            f"{name}, all ours / its writing": writing / ours[name],
        }  # fmt: skip
    return column


def dataset_of(selected: Selected) -> Dataset:
    dataset = Dataset()
    dataset.addN((s, p, o, dataset.get_context(name)) for s, p, o, name in quads(selected))
    return dataset


def walk(pieces: Iterable[str]) -> int:
    return sum(len(piece.encode("utf-8")) for piece in pieces)


def time_shapes(path: Path, _: int) -> Column:
    graph = to_graph(selected_of(path))
    violations(to_graph(Selected((), (), (), ())))  # imports, and reads the shapes
    taken, found = timed(lambda: violations(graph))
    assert not found
    return {"SHACL (goal 10 for 100000)": taken}


def time_way_back(path: Path, _: int) -> Column:
    selected = selected_of(path)
    column: Column = {}
    for syntax, lines in ((Syntax.turtle, turtle.lines), (Syntax.nquads, nquads.lines)):
        data = io.BytesIO("".join(lines(selected)).encode())
        column[f"read back, {syntax.name}"], readings = timed(partial(read_export, data, syntax))
        assert sum(len(reading.claims) for reading in readings) == len(selected.claims)
    return column


# What a process has held since it began, which is not what `getrusage` tells of one that another has started.
_EXPORT = """
import re, sys, time
from pathlib import Path
from sanctionsgraph.cli.app import app
app(["export", sys.argv[1], "-o", sys.argv[3], "--ledger", sys.argv[2], "--quiet"], standalone_mode=False)
held = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(time.process_time(), int(held[1]) / 1024)
"""


def time_exports(path: Path, _: int) -> Column:
    """Return the seconds and the peak memory of the command, from the ledger's file to another file."""
    column: Column = {}
    for export in ("turtle", "nquads"):
        command = [sys.executable, "-c", _EXPORT, export, str(path), str(path.with_suffix(".out"))]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        column |= {f"{export}, whole command": float(told[0]), f"{export}, peak MB (goal 200)": float(told[1])}
    return column


def time_questions(path: Path, _: int) -> Column:
    store = MemoryStore.of(Ledger(path, create=False))
    built, graph = timed(lambda: RdfGraph.of(store))
    answers = ask_all(graph, rounds=1)
    return {"Oxigraph filled": built} | {name: answer.seconds for name, answer in answers.items()}


if __name__ == "__main__":
    main()
