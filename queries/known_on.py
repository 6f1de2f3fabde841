"""What was known on a day?

One row a claim that was known by the end of that day: published by then (`by` `publication`, the usual one) or in the
ledger by then (`load`). `about` matches the subject or the object. A report or a decision can so be judged by what
could be known when it was made.

It cannot undo corrections: a page that was changed later is here as it was read. Articles without a date of
publication are left out; RDF knows of loads only if exported with `export --load-times`.
"""

from __future__ import annotations

from graph.model import Claim
from graph.stores.base import Store
from queries.joined import clocks, found_claims
from queries.rows import ClaimRow, claim_rows


def known_on(store: Store, *, day: str, by: str | None = None, about: str | None = None) -> list[ClaimRow]:
    """Return the claims in order of date (undated last), subject, object, claim.

    `about` is an entity id, `day` is an ISO day, `by` says which clock.
    """
    clock = clocks(store, by or "publication")

    def was_known(claim: Claim) -> bool:
        at = clock.get(claim.article)
        return at is not None and at[:10] <= day

    found = found_claims(store, about=about, where=was_known)
    return claim_rows(found)
