"""What was known on a day?

One row a claim that was known by the end of that day: published by then (`by` `publication`, the usual one) or in the
ledger by then (`load`). `about` matches the subject or the object. A report or a decision can so be judged by what
could be known when it was made.

It cannot go by `event`: a deed may become known long after it was done (`timeline` has those up to a day). It cannot
undo corrections: a page that was changed later is here as it was read. Articles without a date of publication are
left out; RDF knows of loads only if exported with `export --load-times`.
"""

from __future__ import annotations

from graph.model import Claim
from graph.stores.base import Store
from queries.clocks import OF_KNOWING, clock_named, times
from queries.joined import found_claims
from queries.rows import ClaimRow, claim_rows


def known_on(store: Store, *, day: str, by: str | None = None, about: str | None = None) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `about` is an entity id, `day` is an ISO day, `by` says which clock.

    Raises:
        UsageError: `by` is no clock of knowing.
    """
    known = times(store, clock_named(by, OF_KNOWING))

    def was_known(claim: Claim) -> bool:
        at = known.get(claim.article)
        return at is not None and at[:10] <= day

    found = found_claims(store, about=about, where=was_known)
    return claim_rows(found)
