"""Which sanctions were in force on a day?

One row an affirmed claim of sanctions that began on that day or before, unless another says that the same party
lifted or eased its sanctions on the same target afterwards, by that day. `about` matches either side.

It cannot say what the authorities' lists said: it knows the acts that articles tell of. Sanctions that end by
themselves, and undated acts, are beyond it.
"""

from __future__ import annotations

from graph.model import Claim
from graph.stores.base import Store
from graph.when import bounds
from queries.joined import found_claims
from queries.rows import ClaimRow, claim_rows

Parties = tuple[str | None, str | None]


def sanctions_in_force(store: Store, *, day: str, about: str | None = None) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `about` is an entity id, `day` is an ISO day.
    """
    lifted: dict[Parties, list[Claim]] = {}
    for claim in store.claims():
        if claim.relation == "delisted" and claim.status == "affirmed" and claim.subject and claim.object:
            lifted.setdefault((claim.subject, claim.object), []).append(claim)

    def is_in_force(claim: Claim) -> bool:
        begun = bounds(claim.when)[0]
        if claim.status != "affirmed" or begun is None or begun > day:
            return False
        spans = (bounds(lifting.when) for lifting in lifted.get((claim.subject, claim.object), ()))
        return not any(start and end and start >= begun and end <= day for start, end in spans)

    found = found_claims(store, {"sanctioned"}, about=about, where=is_in_force)
    return claim_rows(found)
