"""From facts to what is drawn: nodes, and one line for each subject, object and group of relations.

A fact without an object leads to its item's node (tested, produced). A fact without a subject is drawn as no line: it
is `loose`, listed with its object or item. Who only says things is no node.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from graph.model import Fact
from graph.ontology import relations

Lens = Literal["parties", "weapons"]


@dataclass(frozen=True, slots=True)
class Line:
    """What goes from one node to another; `facts` are positions in the selection's facts."""

    source: str
    target: str
    group: str
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Nodes by id in order, lines in order of their ends and group, loose facts by the node they are listed with.

    `left_out` are the nodes that `max_nodes` kept off the map, with how many lines each would have, most first.
    """

    nodes: tuple[str, ...]
    lines: tuple[Line, ...]
    loose: dict[str, tuple[int, ...]]
    left_out: dict[str, int] = field(default_factory=dict)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [(line.source, line.target) for line in self.lines]


def draw_lines(facts: Sequence[Fact], *, about: Collection[str] = (), lens: Lens = "parties") -> Drawn:
    """Return nodes and lines for `facts`; the nodes of `about` are there in any case."""
    by_ends: dict[tuple[str, str, str], list[int]] = {}
    loose: dict[str, list[int]] = {}
    for position, fact in enumerate(facts):
        steps = list(_steps(fact, lens))
        for source, target in steps:
            by_ends.setdefault((source, target, relations()[fact.relation].group), []).append(position)
        if not steps and (home := _home(fact)):
            loose.setdefault(home, []).append(position)
    lines = tuple(Line(*ends, tuple(by_ends[ends])) for ends in sorted(by_ends))
    nodes = {end for line in lines for end in (line.source, line.target)} | loose.keys() | set(about)
    return Drawn(tuple(sorted(nodes)), lines, {node: tuple(loose[node]) for node in sorted(loose)})


def _steps(fact: Fact, lens: Lens) -> Iterator[tuple[str, str]]:
    item = f"item:{fact.item}" if fact.item else None
    if lens == "weapons" and item and fact.object:
        if fact.subject:
            yield fact.subject, item
        yield item, fact.object
    elif fact.subject and (target := fact.object or item):
        yield fact.subject, target


def _home(fact: Fact) -> str | None:
    """Return the node that a fact without a line is listed with."""
    return fact.object or fact.subject or (f"item:{fact.item}" if fact.item else None)


def keep_most_connected(drawn: Drawn, most: int, about: Collection[str] = ()) -> Drawn:
    """Return `drawn` with at most `most` nodes: those of `about`, then those with the most lines, then by id."""
    if len(drawn.nodes) <= most:
        return drawn
    degree = Counter(end for line in drawn.lines for end in (line.source, line.target))
    ranked = sorted(drawn.nodes, key=lambda node: (node not in about, -degree[node], node))
    kept = set(ranked[:most])
    left_out = {node: degree[node] for node in ranked[most:]}
    lines = tuple(line for line in drawn.lines if line.source in kept and line.target in kept)
    loose = {node: facts for node, facts in drawn.loose.items() if node in kept}
    return Drawn(tuple(sorted(kept)), lines, loose, left_out)
