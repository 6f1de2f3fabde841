"""What happened when?

One row a claim that bears a date, of every relation and status, in order of the first day that it allows. `about` is
the subject or the object.

It cannot date what its article leaves undated: those claims are not here.
"""

from __future__ import annotations

from graph.stores.base import Store
from graph.when import bounds
from queries.joined import found_claims
from queries.rows import ClaimRow, claim_rows


def timeline(
    store: Store, *, about: str | None = None, item: str | None = None, start: str | None = None, end: str | None = None
) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `about` is an entity id, `item` a slug, `start` and `end` are ISO days.
    """
    found = found_claims(
        store, about=about, item=item, start=start, end=end, where=lambda claim: bounds(claim.when) != (None, None)
    )
    return claim_rows(found)
