"""Who sent troops, workers or arms of its own where?

One row a claim that a party has people or arms under its own command in a state. `about` matches either side; `item`
takes narrower ones in (`personnel`, `troops`).

It cannot say whether they are still there: the end of a deployment is no claim. Claims without a date are left out as
soon as `start` or `end` is given.
"""

from __future__ import annotations

from graph.stores.base import Store
from queries.joined import found_claims
from queries.rows import ClaimRow, claim_rows


def deployments(
    store: Store, *, about: str | None = None, item: str | None = None, start: str | None = None, end: str | None = None
) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `about` is an entity id, `item` a slug, `start` and `end` are ISO days.
    """
    found = found_claims(store, {"deployed"}, about=about, item=item, start=start, end=end)
    return claim_rows(found)
