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
    found = found_claims(
        store, {"supplied"}, subject=supplier, target=receiver, item=item, start=start, end=end, where=_has_quantity
    )
    return claim_rows(found)


def _has_quantity(claim: Claim) -> bool:
    return claim.quantity is not None
