"""Who is said to have breached which resolution, treaty or regime, and by whom?

One row a claim of a breach or an evasion: who, of what, and in `asserted_by` who says so. `symbol` is the UN document
symbol of what was breached, where known. `about` matches either side. A violation that the accused denies is a row
with the status `denied`; the accusation, if the article has it, is a row of its own.

It is a list of allegations, not of findings: nothing here has been judged, and no breach is inferred from a transfer.
Which paragraph was breached is in the sentence, if anywhere. Claims without a date are left out as soon as `start` or
`end` is given.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.stores.base import Store
from queries.joined import found_claims


@dataclass(frozen=True, slots=True)
class Violation:
    """One claim that `violator` breached `breached`."""

    violator: str | None
    violator_name: str | None
    breached: str | None
    breached_name: str | None
    symbol: str | None
    when: str | None
    status: str
    asserted_by: tuple[str, ...]
    publisher: str | None
    published: str | None
    article: str
    claim: str
    sentence: str


def violations(
    store: Store, *, about: str | None = None, start: str | None = None, end: str | None = None
) -> list[Violation]:
    """Return the claims in order of date (undated last), violator, breached, claim.

    `about` is an entity id, `start` and `end` are ISO days.
    """
    found = found_claims(store, {"violated"}, about=about, start=start, end=end)
    return [
        Violation(
            **joined.parties("violator", "breached"),
            symbol=joined.object.symbol if joined.object else None,
            **joined.evidence(),
        )
        for joined in found
    ]
