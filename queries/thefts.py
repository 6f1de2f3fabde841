"""Who stole what from whom?

One row a claim of a theft, above all of money and cryptocurrency. `about` matches the thief or the victim.

It cannot add the sums up: two articles may tell of one heist. Claims without a date are left out as soon as `start`
or `end` is given.
"""

from __future__ import annotations

from graph.stores.base import Store
from queries.joined import found_claims
from queries.rows import ClaimRow, claim_rows


def thefts(
    store: Store, *, about: str | None = None, item: str | None = None, start: str | None = None, end: str | None = None
) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `about` is an entity id, `item` a slug, `start` and `end` are ISO days.
    """
    found = found_claims(store, {"stole"}, about=about, item=item, start=start, end=end)
    return claim_rows(found)
