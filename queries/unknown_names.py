"""Which names does the reference data not know?

One row an entity that was made from an article's words alone, with the number of claims that name it (as a party or as
a source) and of articles they stand in; the most often named come first. `claim` is one of the claims.

It cannot say whether two of them are one: names that differ stay apart, and so do firms that share one.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.stores.base import Store


@dataclass(frozen=True, slots=True)
class UnknownName:
    """An entity known from articles only."""

    entity: str
    entity_name: str
    kind: str
    claims: int
    articles: int
    claim: str


def unknown_names(store: Store) -> list[UnknownName]:
    """Return the entities, most claims first, then in order of id."""
    minted = {entity.id: entity for entity in store.entities() if entity.minted}
    claims: dict[str, set[str]] = {}
    articles: dict[str, set[str]] = {}
    for claim in store.claims():
        for name in {claim.subject, claim.object, *claim.asserted_by} & minted.keys():
            claims.setdefault(str(name), set()).add(claim.id)
            articles.setdefault(str(name), set()).add(claim.article)
    rows = [
        UnknownName(
            name, minted[name].name, minted[name].kind, len(claims[name]), len(articles[name]), min(claims[name])
        )
        for name in claims
    ]
    return sorted(rows, key=lambda row: (-row.claims, row.entity))
