"""Who tested or launched which weapons, and when?

One row a claim of a test or a launch, tester by tester, each in order of date. `about` is the tester.

It cannot count tests: articles tell of several at once, and two may tell of one. Claims without a date are left out
as soon as `start` or `end` is given.
"""

from __future__ import annotations

from graph.stores.base import Store
from queries.joined import JoinedClaim, found_claims
from queries.rows import ClaimRow, claim_rows


def weapon_tests(
    store: Store, *, about: str | None = None, item: str | None = None, start: str | None = None, end: str | None = None
) -> list[ClaimRow]:
    """Return the claims in order of tester, date (undated last), claim.

    `about` is an entity id, `item` a slug, `start` and `end` are ISO days.
    """
    found = found_claims(store, {"tested"}, about=about, item=item, start=start, end=end)
    return claim_rows(sorted(found, key=_by_tester))


def _by_tester(joined: JoinedClaim) -> tuple[str, object]:
    return (joined.claim.subject or "", joined.by_date)
