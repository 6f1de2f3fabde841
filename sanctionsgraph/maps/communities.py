"""Who has more to do with one another than with the rest: a large graph as a few communities and the lines between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.model import Entity
from sanctionsgraph.maps.lines import Drawn, Line

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Community:
    """Nodes by id, the most connected first."""

    number: int
    members: tuple[str, ...]
    is_loose: bool = False  # those without a line to anyone, taken together

    @property
    def id(self) -> str:
        return f"community:{self.number}"

    def as_entity(self, names: Mapping[str, str]) -> Entity:
        """Return the community as a node of a map, named after its members: "Russia, Iran, Syria and 5 others"."""
        if self.is_loose:
            return Entity(self.id, "Community", "Without a line to others")
        listed = [names[member] for member in self.members]
        return Entity(self.id, "Community", _and_others(listed, _NAMED), (_and_others(listed, 1),))


def communities_of(drawn: Drawn) -> list[Community]:
    """Return the communities of a drawing, the largest first: by the Louvain method (Blondel and others, 2008).

    The same drawing gives the same communities. What has no line to anything else is one community, the last.
    """
    degree = Counter(end for line in drawn.lines for end in {line.source, line.target} if line.source != line.target)
    joined = [node for node in drawn.nodes if degree[node]]
    index = {node: number for number, node in enumerate(joined)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(joined)))
    for line in drawn.lines:
        if line.source != line.target:
            one, other = sorted((index[line.source], index[line.target]))
            weight = graph.get_edge_data(one, other, {"weight": 0})["weight"] + len(line.facts)
            graph.add_edge(one, other, weight=weight)
    found = nx.community.louvain_communities(graph, seed=0) if joined else []
    groups = [sorted((joined[each] for each in group), key=lambda node: (-degree[node], node)) for group in found]
    groups.sort(key=lambda group: (-len(group), group))
    communities = [Community(number, tuple(group)) for number, group in enumerate(groups, 1)]
    loose = tuple(node for node in drawn.nodes if not degree[node])
    return [*communities, Community(len(communities) + 1, loose, is_loose=True)] if loose else communities


def between(drawn: Drawn, communities: Sequence[Community]) -> Drawn:
    """Return the communities as nodes, and as lines what leads from one to another."""
    home = {member: community.id for community in communities for member in community.members}
    by_ends: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for line in drawn.lines:
        source, target = home[line.source], home[line.target]
        if source != target:
            by_ends[source, target, line.group].update(line.facts)
    lines = tuple(Line(*ends, tuple(sorted(by_ends[ends]))) for ends in sorted(by_ends))
    return Drawn(tuple(sorted({community.id for community in communities})), lines, {})


def _and_others(names: Sequence[str], most: int) -> str:
    if len(names) <= most:
        return _listed(names)
    others = len(names) - most
    return f"{', '.join(names[:most])} and {others} other{'' if others == 1 else 's'}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
