"""What did two parties do to each other?

One row a claim in which one of them acts on the other, both ways and with every relation. Denials and plans are rows
too: read `status`.

It cannot follow names: the ministries, firms and citizens of a state are entities of their own. Claims without a date
are left out as soon as `start` or `end` is given.
"""

from __future__ import annotations

from graph.stores.base import Store
from queries.joined import found_claims
from queries.rows import ClaimRow, claim_rows


def between(
    store: Store, *, about: str, other: str, item: str | None = None, start: str | None = None, end: str | None = None
) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `about` and `other` are entity ids, `item` a slug, `start` and `end` are ISO days.
    """
    found = found_claims(
        store,
        about=about,
        item=item,
        start=start,
        end=end,
        where=lambda claim: {claim.subject, claim.object} == {about, other},
    )
    return claim_rows(found)
