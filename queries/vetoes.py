"""Who vetoed what in the Security Council, and who voted how?

One row a claim about one state's vote: `vote` is `vetoed`, `abstained`, `voted_for` or `voted_against`, `measure` what
was voted on: a resolution, a draft, or the body or mandate that it was about. `symbol` is its UN document symbol,
where known. `about` matches the state or the measure. A threatened veto is a row with the status `planned`.

It cannot give the tally of a vote: articles name few of those who voted, and nobody's silence is counted. Two articles
may call one draft by two names; they are then two measures. Claims without a date are left out as soon as `start` or
`end` is given.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.stores.base import Store
from queries.joined import found_claims

_VOTES = {"vetoed", "abstained", "voted_for", "voted_against"}


@dataclass(frozen=True, slots=True)
class Vote:
    """One claim about one state's vote; `vote` is the relation."""

    voter: str | None
    voter_name: str | None
    vote: str
    measure: str | None
    measure_name: str | None
    symbol: str | None
    when: str | None
    status: str
    asserted_by: tuple[str, ...]
    publisher: str | None
    published: str | None
    article: str
    claim: str
    sentence: str


def vetoes(store: Store, *, about: str | None = None, start: str | None = None, end: str | None = None) -> list[Vote]:
    """Return the claims in order of date (undated last), voter, measure, claim.

    `about` is an entity id, `start` and `end` are ISO days.
    """
    found = found_claims(store, _VOTES, about=about, start=start, end=end)
    return [
        Vote(
            **joined.parties("voter", "measure"),
            vote=joined.claim.relation,
            symbol=joined.object.symbol if joined.object else None,
            **joined.evidence(),
        )
        for joined in found
    ]
