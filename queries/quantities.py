"""Which quantities are reported for a flow?

One row a claim of a supply that says how many, so that the figures stand side by side with their bounds, units, dates
and sources. `supplier`, `receiver` and `item` (narrower ones too) choose the flow.

It cannot reconcile them: figures of different days and sources may overlap, and must not be added. Claims without a
date are left out as soon as `start` or `end` is given.
"""

from __future__ import annotations

from graph.model import Claim
from graph.stores.base import Store
from queries.joined import found_claims
from queries.rows import ClaimRow, claim_rows


def quantities(
    store: Store,
    *,
    supplier: str | None = None,
    receiver: str | None = None,
    item: str | None = None,
    start: str | None = None,
    end: str | None = None,
) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `supplier` and `receiver` are entity ids, `item` a slug, `start` and `end` are ISO days.
    """

    def is_of_flow(claim: Claim) -> bool:
        is_between = supplier in (None, claim.subject) and receiver in (None, claim.object)
        return is_between and claim.quantity is not None

    found = found_claims(store, {"supplied"}, item=item, start=start, end=end, where=is_of_flow)
    return claim_rows(found)
