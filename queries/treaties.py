"""Who joined which treaty, agreement or pact, and who left?

One row a claim that a party signed, ratified or joined a treaty or concluded an agreement (`signed`), or left, quit
or suspended a treaty or a body (`withdrew_from`). `about` matches the party or the treaty. Rows stand treaty by treaty,
in order of its name.

It cannot say who is a party today: an article tells of an act, a signature is no ratification, and a withdrawal may
take effect later. Breaches are in `violations`. Claims without a date are left out as soon as `start` or `end` is
given.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.stores.base import Store
from queries.joined import JoinedClaim, found_claims

_ACTS = {"signed", "withdrew_from"}


@dataclass(frozen=True, slots=True)
class Party:
    """One claim that `party` joined or left `treaty`; `act` is the relation."""

    party: str | None
    party_name: str | None
    act: str
    treaty: str | None
    treaty_name: str | None
    when: str | None
    status: str
    asserted_by: tuple[str, ...]
    publisher: str | None
    published: str | None
    article: str
    claim: str
    sentence: str


def treaties(
    store: Store, *, about: str | None = None, start: str | None = None, end: str | None = None
) -> list[Party]:
    """Return the claims in order of the treaty's name and id, date (undated last), party, claim.

    `about` is an entity id, `start` and `end` are ISO days.
    """
    found = found_claims(store, _ACTS, about=about, start=start, end=end)
    return [
        Party(**joined.parties("party", "treaty"), act=joined.claim.relation, **joined.evidence())
        for joined in sorted(found, key=_by_treaty)
    ]


def _by_treaty(joined: JoinedClaim) -> tuple[object, ...]:
    treaty = joined.object
    return (treaty.name if treaty else "", treaty.id if treaty else "", *joined.by_date)
