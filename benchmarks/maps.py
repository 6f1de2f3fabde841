"""Times maps in a browser, beside plain pyvis pages of the same nodes and edges: `python -m benchmarks.maps [RUNS]`.

A made map of 60 nodes and one of 2,000 nodes and 8,000 lines: how long the command takes, how large the file is against
the sentences in it, whether it is the same when made again; then, in Chromium, the middle of some runs: when it is
drawn, what moves afterwards, how long each action takes until the frame after the next, the longest task. Seconds of
the wall clock: on a busy machine they say little.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TookTooLong
from pyvis.network import Network

from benchmarks.ledgers import meshed_readings
from benchmarks.timing import Column, Table
from graph.ledger import Ledger
from graph.selection import Selection, select
from graph.stores.memory import MemoryStore
from sanctionsgraph.maps.lines import draw_lines

SIZES = {60: 150, 2000: 8000}  # nodes: lines
GOALS: dict[int, Column] = {
    60: {"drawn": 1, "nodes that move afterwards": 0},
    2000: {
        "command": 20, "the same bytes again (1: yes)": 1, "KB beyond 1.5 times the sentences": 500, "drawn": 4,
        "nodes that move afterwards": 0, "longest task until drawn": 0.5, "box of the legend": 0.3,
        "box of a status": 0.3, "time range": 0.3, "select a node": 0.3, "select a line": 0.3,
        "longest task of all these": 0.5,
    },
}  # fmt: skip
PYVIS_MOST = 120
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

# Notes when the page is drawn, how long the last click or key took, and every task of more than 50 ms.
_NOTES = """
window.noted = {drawn: null, took: null, tasks: []};
new PerformanceObserver((list) => noted.tasks.push(...list.getEntries().map((task) => task.duration / 1000)))
  .observe({type: "longtask", buffered: true});
const later = (note) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(note)));
const seconds = (since) => (performance.now() - since) / 1000;
new MutationObserver((_, watch) => {
  if (!document.documentElement.dataset.ready) return;
  watch.disconnect();
  later(() => { noted.drawn = seconds(0); });
}).observe(document, {attributes: true, subtree: true});
for (const kind of ["pointerup", "keydown"]) {
  addEventListener(kind, (event) => later(() => { noted.took = seconds(event.timeStamp); }), true);
}
"""
_OPENED = """() => {
  noted.places = sanctionsGraphMap.places();
  return {"drawn": noted.drawn, "longest task until drawn": Math.max(0, ...noted.tasks)};
}"""
_MOVED = """() => {
  const places = Object.entries(sanctionsGraphMap.places());
  return {"nodes that move afterwards": places.filter(([id, place]) => `${noted.places[id]}` !== `${place}`).length};
}"""
# Where to click: the node with the most lines, and a line of the outermost node, since others lie on one another.
_PLACES = """() => {
  const map = sanctionsGraphMap, lines = map.lines(), places = map.places();
  const degree = Object.fromEntries(Object.keys(places).map((id) => [id, 0]));
  for (const { from, to } of lines) { degree[from] += 1; degree[to] += 1; }
  const first = (before) => Object.keys(places).sort(before)[0];
  const most = first((one, other) => degree[other] - degree[one]);
  const outermost = first((one, other) => places[one][0] - places[other][0]);
  const line = lines.find(({ from, to }) => from === outermost || to === outermost);
  return [most, line.id].map(map.positionOf).map(({ x, y }) => [x, y]);
}"""
_STANDS = "() => typeof network === 'object' && network.physics.ready && network.physics.stabilized"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("runs", nargs="?", type=int, default=5)
    runs = parser.parse_args().runs
    table = Table()
    with tempfile.TemporaryDirectory() as name:
        for nodes, lines in SIZES.items():
            made = Path(name) / f"{nodes}.html"
            column = build(made, nodes, lines)
            with browser() as opened:
                measured = [look_at(opened, made) for _ in range(runs)]
            column |= {what: median(run[what] for run in measured) for what in measured[0]}
            column[f"plain pyvis stands still ({PYVIS_MOST}: or later)"] = time_pyvis(
                made.with_suffix(".db"), made.with_suffix(".plain.html")
            )
            table.columns[f"{nodes} nodes"] = column
            table.columns[f"goal of {nodes}"] = GOALS[nodes]
    print("seconds of the wall clock, unless said otherwise", *table.lines(), sep="\n")


def build(path: Path, nodes: int, lines: int) -> Column:
    """Make a ledger and its map beside one another; return the figures of the file."""
    ledger, again = path.with_suffix(".db"), path.with_suffix(".again")
    sentences: list[str] = []
    with Ledger(ledger) as opened:
        for reading in meshed_readings(nodes, lines):
            opened.add(reading)
            sentences += (claim.sentence for claim in reading.claims)
    taken = min(draw(ledger, nodes, output, seed) for seed, output in enumerate((path, again)))
    size = path.stat().st_size / 1000
    return {
        "command": taken, "the same bytes again (1: yes)": float(path.read_bytes() == again.read_bytes()),
        "KB": size, "KB of sentences, gzipped": packed(sentences),
        "KB beyond 1.5 times the sentences": size - 1.5 * packed(sentences),
    }  # fmt: skip


def packed(texts: list[str]) -> float:
    """Return how many kilobytes `texts` take, gzipped."""
    return len(gzip.compress("\n".join(texts).encode())) / 1000


def draw(ledger: Path, nodes: int, output: Path, seed: int) -> float:
    command = [sys.executable, "-m", "sanctionsgraph", "map", "--ledger", str(ledger), "--max-nodes", str(nodes)]
    start = time.perf_counter()
    environment = os.environ | {"PYTHONHASHSEED": str(seed)}
    subprocess.run([*command, "-o", str(output), "--quiet"], check=True, env=environment)
    return time.perf_counter() - start


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        yield started
        started.close()


@contextmanager
def page_of(opened: Browser) -> Iterator[Page]:
    page = opened.new_context(viewport={"width": 1400, "height": 900}, offline=True).new_page()
    page.add_init_script(_NOTES)
    yield page
    page.context.close()


def look_at(opened: Browser, path: Path) -> Column:
    """Open a map, filter and select; return the figures."""
    with page_of(opened) as page:
        page.goto(path.as_uri())
        page.wait_for_function("() => noted.drawn")
        column: Column = page.evaluate(_OPENED)
        page.wait_for_timeout(1000)
        column |= page.evaluate(_MOVED)
        acted = {what: timed(page, action) for what, action in actions(page).items()}
        return column | acted | {"longest task of all these": page.evaluate("Math.max(0, ...noted.tasks)")}


def actions(page: Page) -> dict[str, Callable[[], None]]:
    """Return what a reader does, one after another."""
    node, line = page.evaluate(_PLACES)
    page.evaluate("noted.tasks = []")
    sent, status = (page.locator(f"[data-filter='{name}']") for name in ("groups:transfers", "statuses:affirmed"))
    since = page.get_by_label("From")
    return {
        "box of the legend": sent.click, "the same box again": sent.click,
        "box of a status": status.click, "the same status again": status.click,
        "time range": partial(since.press, "ArrowRight"), "time range back": partial(since.press, "ArrowLeft"),
        "select a node": partial(page.mouse.click, *node), "let go of it": partial(page.keyboard.press, "Escape"),
        "select a line": partial(page.mouse.click, *line), "let go of it again": partial(page.keyboard.press, "Escape"),
    }  # fmt: skip


def timed(page: Page, action: Callable[[], None]) -> float:
    page.evaluate("noted.took = null")
    action()
    page.wait_for_function("() => noted.took")
    taken: float = page.evaluate("noted.took")
    return taken


def time_pyvis(ledger: Path, page_file: Path) -> float:
    """Return when the same nodes and lines stand still on a page as pyvis makes it; `PYVIS_MOST` if not by then."""
    selected = select(MemoryStore.of(Ledger(ledger, create=False)), Selection())
    drawn, names = draw_lines(selected.facts), {entity.id: entity.name for entity in selected.entities}
    network = Network(directed=True, cdn_resources="in_line")
    for node in drawn.nodes:
        network.add_node(node, label=names[node])
    for line in drawn.lines:
        network.add_edge(line.source, line.target, title=line.group)
    page_file.write_text(network.generate_html(), encoding="utf-8")
    with browser() as opened, page_of(opened) as page:
        page.goto(page_file.as_uri(), wait_until="commit")
        try:
            page.wait_for_function(_STANDS, timeout=PYVIS_MOST * 1000)
        except TookTooLong:
            return PYVIS_MOST
        taken: float = page.evaluate("performance.now() / 1000")
        return taken


if __name__ == "__main__":
    main()
