"""Which parties hang together?

One row a community: all whom affirmed claims join, directly or through others, by membership, cooperation, an agreement
signed, a body founded or one that took over from another; the largest come first. So the states that signed one pact
stand together, and the bodies they belong to with them.

It does not say that they are allies: they hang together by what they joined, and one busy treaty joins many. Supplies,
sanctions and attacks count for nothing here.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.stores.base import Store
from queries.joined import entity_names

_TIES = frozenset({"member_of", "cooperates_with", "signed", "established", "succeeded"})


@dataclass(frozen=True, slots=True)
class Community:
    """Parties that hang together; `members` and `names` are parallel, in order of id."""

    size: int
    members: tuple[str, ...]
    names: tuple[str, ...]


def communities(store: Store) -> list[Community]:
    """Return the communities, the largest first, then in order of their first member."""
    import networkx as nx

    ties: nx.Graph[str] = nx.Graph()
    for claim in store.claims():
        if claim.status == "affirmed" and claim.relation in _TIES and claim.subject and claim.object:
            ties.add_edge(claim.subject, claim.object)
    names = entity_names(store)
    found = [tuple(sorted(members)) for members in nx.connected_components(ties)]
    rows = [Community(len(members), members, tuple(names[member] for member in members)) for members in found]
    return sorted(rows, key=lambda row: (-row.size, row.members))
