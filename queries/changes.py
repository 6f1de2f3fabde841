"""What is new since a day?

One row a claim that is new since that day. `by` chooses the clock: `event` (when it may have happened), `publication`
(when the article appeared), `load` (when the ledger took the article in). Without it: `publication`. `about` matches
the subject or the object.

It cannot show what went: claims that were withdrawn or superseded are only in the ledger's history. Articles without
a date are left out by `publication`, claims without one by `event`; RDF knows of loads only if exported with
`export --load-times`.
"""

from __future__ import annotations

from graph.model import Claim
from graph.stores.base import Store
from queries.clocks import clock_named, times
from queries.joined import found_claims, is_within
from queries.rows import ClaimRow, claim_rows


def changes(store: Store, *, since: str, by: str | None = None, about: str | None = None) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `about` is an entity id, `since` is an ISO day, `by` says which clock.

    Raises:
        UsageError: `by` is no clock.
    """
    clock = clock_named(by)
    appeared = times(store, clock)

    def is_new(claim: Claim) -> bool:
        if clock == "event":
            return is_within(claim, since, None)
        at = appeared.get(claim.article)
        return at is not None and at >= since

    found = found_claims(store, about=about, where=is_new)
    return claim_rows(found)
