"""A selection of the graph drawn as one HTML page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, Any

from graph.errors import UsageError
from graph.model import Entity
from graph.ontology import items
from graph.selection import Selected
from sanctionsgraph.maps.layout import hops_from, lay_out, neighbours_of
from sanctionsgraph.maps.lines import Drawn, Lens, draw_lines, keep_most_connected
from sanctionsgraph.maps.looks import kind_looks, kind_on_map
from sanctionsgraph.maps.payload import Evidence, describe_evidence, describe_node, evidence_of, find_node
from sanctionsgraph.maps.rings import boundaries
from sanctionsgraph.maps.wording import short_label

if TYPE_CHECKING:
    from sanctionsgraph.maps.network import MapNetwork

MAX_NODES = 250
_NAMED_LEFT_OUT = 100
_LETTER, _LINE, _MARGIN = 7.0, 15.0, 14.0


@dataclass(frozen=True, slots=True)
class Standing:
    """A node on the map: what is written below it, its radius and the place of its centre, in pixels from the top."""

    label: str
    radius: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Links:
    """Where the other pages of an atlas are, as addresses from this page: the index, and maps by id of their node."""

    home: str
    maps: Mapping[str, str]


@dataclass(frozen=True)
class Map:
    """A map of `selected`; a notebook shows it, `html` is the page.

    `about` are ids of nodes that stay whatever happens. With more than `max_nodes` nodes those with the most lines
    stay, and the page says so. The lens `weapons` puts items between giver and receiver.

    Of an atlas: `given` is drawn instead of the facts, `links` lead to the other pages, `members` are the nodes that a
    node stands for.
    """

    selected: Selected
    title: str
    max_nodes: int = MAX_NODES
    about: Sequence[str] = ()
    lens: Lens = "parties"
    given: Drawn | None = None
    links: Links | None = None
    members: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The entities of the selection by id."""
        return {entity.id: entity for entity in self.selected.entities}

    @cached_property
    def drawn(self) -> Drawn:
        """The nodes and lines of the map.

        Raises:
            UsageError: `max_nodes` is less than 1.
        """
        if self.max_nodes < 1:
            raise UsageError(f"a map of {self.max_nodes} nodes shows nothing; give --max-nodes 1 or more")
        about = [node for node in self.about if node in self.entities or node.removeprefix("item:") in items()]
        whole = self.given or draw_lines(self.selected.facts, about=about, lens=self.lens)
        return keep_most_connected(whole, self.max_nodes, about)

    @cached_property
    def evidence(self) -> Evidence:
        """What the map's lines and nodes rest on."""
        return evidence_of(self.selected, self.drawn)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Where each node stands, in order of id."""
        return _stand(self)

    @property
    def centre(self) -> str | None:
        """The one node of `about` on the map, which the others stand in rings around; None with none or several."""
        about = [node for node in self.about if node in self.drawn.nodes]
        return about[0] if len(about) == 1 else None

    @property
    def rings(self) -> list[int]:
        """The radii of circles about the centre that part one step away from two, two from three, ..."""
        if self.centre is None:
            return []
        hops = hops_from(self.centre, neighbours_of(self.drawn.nodes, self.drawn.pairs))
        places = {node: (standing.x, standing.y) for node, standing in self.standings.items()}
        return boundaries(places, hops, self.centre)

    @cached_property
    def html(self) -> str:
        """The page: one file that asks nothing of the network. The same selection gives the same bytes."""
        return _network_of(self).generate_html()

    def _repr_html_(self) -> str:
        return (
            f'<iframe title="{escape(self.title)}" srcdoc="{escape(self.html)}" width="100%" height="720" '
            'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>'
        )


def draw_map(
    selected: Selected,
    *,
    title: str,
    max_nodes: int = MAX_NODES,
    about: Sequence[str] = (),
    lens: Lens = "parties",
) -> str:
    """Return `selected` as one HTML page; see `Map` for the parameters.

    Raises:
        UsageError: `max_nodes` is less than 1.
    """
    return Map(selected, title, max_nodes, about, lens).html


def _network_of(drawing: Map) -> MapNetwork:
    from sanctionsgraph.maps.network import MapNetwork

    drawn, evidence = drawing.drawn, drawing.evidence
    knowledge = describe_evidence(evidence, drawing.entities, drawn.nodes)
    knowledge |= {
        "lens": drawing.lens,
        "about": [node for node in drawing.about if node in drawn.nodes],
        "rings": drawing.rings,
        "loose": {node: [evidence.position[fact] for fact in facts] for node, facts in drawn.loose.items()},
        "leftOut": _describe_left_out(drawing),
        **_describe_atlas(drawing, knowledge["names"]),
    }
    network = MapNetwork(drawing.title, knowledge)
    _add_nodes(network, drawing)
    _add_lines(network, drawing)
    return network


def _describe_left_out(drawing: Map) -> dict[str, Any]:
    """Return how many nodes and claims are not drawn, and the names of the nodes with the most lines among them."""
    first = list(drawing.drawn.left_out.items())[:_NAMED_LEFT_OUT]
    return {
        "nodes": len(drawing.drawn.left_out),
        "claims": len(drawing.selected.claims) - len(drawing.evidence.claims),
        "names": [[describe_node(find_node(node, drawing.entities))["name"], lines] for node, lines in first],
    }


def _describe_atlas(drawing: Map, names: dict[str, Any]) -> dict[str, Any]:
    """Return where the maps of the names on this one are, and the members of its nodes, whose names are added."""
    if drawing.links is None:
        return {}
    members = {node: list(drawing.members[node]) for node in drawing.drawn.nodes if node in drawing.members}
    for member in (member for some in members.values() for member in some):
        names.setdefault(member, describe_node(find_node(member, drawing.entities)))
    maps = {name: drawing.links.maps[name] for name in names if name in drawing.links.maps}
    return {"atlas": {"home": drawing.links.home, "maps": maps}, "members": members}


def _add_nodes(network: MapNetwork, drawing: Map) -> None:
    for node, standing in drawing.standings.items():
        kind = kind_on_map(find_node(node, drawing.entities))
        look = kind_looks()[kind]
        network.add_node(
            node, label=standing.label, shape=look.shape, color=look.colour, kind=kind, size=standing.radius,
            x=standing.x, y=standing.y,
        )  # fmt: skip


def _add_lines(network: MapNetwork, drawing: Map) -> None:
    """Add the lines, with the steps from each of their facts to the next: mostly 1, which packs best."""
    last = 0
    for line in drawing.drawn.lines:
        facts = [drawing.evidence.position[fact] for fact in line.facts]
        steps = [fact - before for before, fact in pairwise((last, *facts))]
        network.add_edge(line.source, line.target, group=line.group, steps=steps)
        last = facts[-1]


def _stand(drawing: Map) -> dict[str, Standing]:
    drawn = drawing.drawn
    described = {node: describe_node(find_node(node, drawing.entities)) for node in drawn.nodes}
    labels = {node: short_label(told["name"], told.get("aliases", ())) for node, told in described.items()}
    radii = _radii(drawn, drawing.evidence)
    sizes = {node: _size(labels[node], radii[node]) for node in drawn.nodes}
    places = lay_out(drawn.nodes, drawn.pairs, sizes, drawing.centre)
    # The label stands below the node, so the node stands in the upper part of the room for both.
    return {
        node: Standing(labels[node], radii[node], x, round(y - sizes[node][1] / 2 + radii[node] + 3))
        for node, (x, y) in ((node, places[node]) for node in drawn.nodes)
    }


def _radii(drawn: Drawn, evidence: Evidence) -> dict[str, int]:
    """Return how large to draw each node: by the number of claims on its lines and listed with it."""
    back = {new: old for old, new in evidence.position.items()}
    weights = {back[number]: len(fact.claims) for number, fact in enumerate(evidence.facts)}
    claims: Counter[str] = Counter()
    for line in drawn.lines:
        for end in {line.source, line.target}:
            claims[end] += sum(weights[fact] for fact in line.facts)
    for node, facts in drawn.loose.items():
        claims[node] += sum(weights[fact] for fact in facts)
    return {node: round(min(7 + 2.4 * sqrt(claims[node]), 24)) for node in drawn.nodes}


def _size(label: str, radius: int) -> tuple[float, float]:
    lines = label.split("\n")
    width = max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) for line in lines) * _LETTER
    return max(width, 2.0 * radius) + _MARGIN, 2.0 * radius + len(lines) * _LINE + _MARGIN
