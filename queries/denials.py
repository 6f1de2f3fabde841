"""What was denied, and by whom?

One row a claim whose asserter says that it is not so; nobody in `asserted_by` means that the article itself says so.
`about` matches the subject or the object.

It cannot tell who is right, nor what the denial answers: `disputes` sets both sides against each other. Claims
without a date are left out as soon as `start` or `end` is given.
"""

from __future__ import annotations

from graph.stores.base import Store
from queries.joined import found_claims
from queries.rows import ClaimRow, claim_rows


def denials(
    store: Store, *, about: str | None = None, item: str | None = None, start: str | None = None, end: str | None = None
) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `about` is an entity id, `item` a slug, `start` and `end` are ISO days.
    """
    found = found_claims(
        store, about=about, item=item, start=start, end=end, where=lambda claim: claim.status == "denied"
    )
    return claim_rows(found)
