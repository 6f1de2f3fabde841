"""Who imposed sanctions on whom, and who lifted them?

One row a claim that sanctions were imposed, renewed or widened (`sanctioned`) or lifted or eased (`delisted`), with
who did it and on whom. `about` matches either side. Proposed sanctions are rows with the status `planned`.

It cannot say whether somebody is under sanctions now: it lists acts that articles tell of, not the lists of the
authorities, and targets that an article does not name are not there. Claims without a date are left out as soon as
`start` or `end` is given.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.stores.base import Store
from queries.joined import found_claims

_ACTS = {"sanctioned", "delisted"}


@dataclass(frozen=True, slots=True)
class Sanction:
    """One claim of sanctions imposed or lifted; `act` is the relation."""

    imposer: str | None
    imposer_name: str | None
    act: str
    target: str | None
    target_name: str | None
    when: str | None
    status: str
    asserted_by: tuple[str, ...]
    publisher: str | None
    published: str | None
    article: str
    claim: str
    sentence: str


def sanctions(
    store: Store, *, about: str | None = None, start: str | None = None, end: str | None = None
) -> list[Sanction]:
    """Return the claims in order of date (undated last), imposer, target, claim.

    `about` is an entity id, `start` and `end` are ISO days.
    """
    found = found_claims(store, _ACTS, about=about, start=start, end=end)
    return [
        Sanction(**joined.parties("imposer", "target"), act=joined.claim.relation, **joined.evidence())
        for joined in found
    ]
