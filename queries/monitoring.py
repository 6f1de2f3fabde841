"""Who monitors which sanctions, and who took over from whom?

One row a claim that a body monitors, oversees, enforces or reports on a regime, a resolution or a state (`monitors`),
or that one body replaced or took over from another (`succeeded`). `about` matches either side.

It cannot say whether a body still exists (`dissolved` and `established` are in `entity_record`), and it draws no
conclusion: that a successor monitors what its predecessor did is a row only if an article says so. A regime, its
resolution and the state it is aimed at are three entities: ask for each. Claims without a date are left out as soon as
`start` or `end` is given.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.stores.base import Store
from queries.joined import found_claims

_RELATIONS = {"monitors", "succeeded"}


@dataclass(frozen=True, slots=True)
class Monitoring:
    """One claim that `body` monitors `target` or succeeded it, as `relation` says."""

    body: str | None
    body_name: str | None
    relation: str
    target: str | None
    target_name: str | None
    when: str | None
    status: str
    asserted_by: tuple[str, ...]
    publisher: str | None
    published: str | None
    article: str
    claim: str
    sentence: str


def monitoring(
    store: Store, *, about: str | None = None, start: str | None = None, end: str | None = None
) -> list[Monitoring]:
    """Return the claims in order of date (undated last), body, target, claim.

    `about` is an entity id, `start` and `end` are ISO days.
    """
    found = found_claims(store, _RELATIONS, about=about, start=start, end=end)
    return [
        Monitoring(**joined.parties("body", "target"), relation=joined.claim.relation, **joined.evidence())
        for joined in found
    ]
