"""Who is connected with most others?

One row an entity, with the number of other entities it shares a claim with (as subject and object) and of those claims;
the most connected come first. Denials and plans count: they are ties in what is said.

It does not say who matters: who is written about most is connected most.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.stores.base import Store
from queries.joined import entity_names


@dataclass(frozen=True, slots=True)
class Connected:
    """An entity and how many others it is connected with."""

    entity: str
    entity_name: str
    neighbours: int
    claims: int


def most_connected(store: Store) -> list[Connected]:
    """Return the entities, most neighbours first, then most claims, then in order of id."""
    others: dict[str, set[str]] = {}
    claims: dict[str, int] = {}
    for claim in store.claims():
        if claim.subject and claim.object and claim.subject != claim.object:
            for one, other in ((claim.subject, claim.object), (claim.object, claim.subject)):
                others.setdefault(one, set()).add(other)
                claims[one] = claims.get(one, 0) + 1
    names = entity_names(store)
    rows = [Connected(entity, names[entity], len(others[entity]), claims[entity]) for entity in others]
    return sorted(rows, key=lambda row: (-row.neighbours, -row.claims, row.entity))
