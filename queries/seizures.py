"""Who seized what from whom?

One row a claim that goods or ships were seized, intercepted or confiscated. `object` is from whom, where the article
says so; a seized ship is the item `vessel`. `about` matches either side.

It cannot say where the goods were bound: what was stopped on its way to somebody is a planned supply, in
`arms_transfers`. Claims without a date are left out as soon as `start` or `end` is given.
"""

from __future__ import annotations

from graph.stores.base import Store
from queries.joined import found_claims
from queries.rows import ClaimRow, claim_rows


def seizures(
    store: Store, *, about: str | None = None, item: str | None = None, start: str | None = None, end: str | None = None
) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `about` is an entity id, `item` a slug, `start` and `end` are ISO days.
    """
    found = found_claims(store, {"seized"}, about=about, item=item, start=start, end=end)
    return claim_rows(found)
