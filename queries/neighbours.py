"""Who deals with an entity, and how?

One row a neighbour, a relation and a direction: `role` is `subject` where the entity acts on the neighbour, `object`
where the neighbour acts on it. `claims` are counted, and how many of them affirm or deny; `claim` is one of them.

It cannot see further than one step, nor what two parties have in common: see `between`, `supply_chains`, `communities`.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Claim
from graph.stores.base import Store
from queries.joined import entity_names


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A party that deals with the entity in one way and one direction."""

    neighbour: str
    neighbour_name: str
    role: str
    relation: str
    claims: int
    affirmed: int
    denied: int
    claim: str


def neighbours(store: Store, *, about: str) -> list[Neighbour]:
    """Return the neighbours in order of id, relation, role. `about` is an entity id."""
    found: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in store.claims():
        if claim.subject and claim.object and claim.subject != claim.object:
            if claim.subject == about:
                found.setdefault((claim.object, claim.relation, "subject"), []).append(claim)
            elif claim.object == about:
                found.setdefault((claim.subject, claim.relation, "object"), []).append(claim)
    names = entity_names(store)
    return [
        Neighbour(
            neighbour=party,
            neighbour_name=names[party],
            role=role,
            relation=relation,
            claims=len(claims),
            affirmed=sum(claim.status == "affirmed" for claim in claims),
            denied=sum(claim.status == "denied" for claim in claims),
            claim=min(claim.id for claim in claims),
        )
        for (party, relation, role), claims in sorted(found.items())
    ]
