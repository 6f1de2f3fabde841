"""Who says most about whom?

One row a pair of a source that articles name and a party whose deeds it tells of, with the number of its claims by
status; the pairs with most claims come first. `about` is the source or the party. `claim` is one of the claims.

It cannot weigh sources: to be quoted often is not to be right. What articles say in their own voice has no source here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graph.stores.base import Store
from queries.joined import entity_names


@dataclass(frozen=True, slots=True)
class Telling:
    """A source and a party that it speaks of."""

    source: str
    source_name: str
    subject: str
    subject_name: str
    claims: int
    affirmed: int
    denied: int
    unconfirmed: int
    planned: int
    claim: str


def sources(store: Store, *, about: str | None = None) -> list[Telling]:
    """Return the pairs, most claims first, then in order of source and subject. `about` is an entity id."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    least: dict[tuple[str, str], str] = {}
    for claim in store.claims():
        for source in claim.asserted_by:
            pair = (source, claim.subject or "")
            if claim.subject and about in (None, *pair):
                counts.setdefault(pair, Counter())[claim.status] += 1
                least[pair] = min(claim.id, least.get(pair, claim.id))
    names = entity_names(store)
    rows = [
        Telling(
            source=source,
            source_name=names[source],
            subject=subject,
            subject_name=names[subject],
            claims=count.total(),
            affirmed=count["affirmed"],
            denied=count["denied"],
            unconfirmed=count["unconfirmed"],
            planned=count["planned"],
            claim=least[source, subject],
        )
        for (source, subject), count in counts.items()
    ]
    return sorted(rows, key=lambda row: (-row.claims, row.source, row.subject))
