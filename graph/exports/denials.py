"""Which affirmed claims each denial speaks against, by the rule of the question `disputes`.

The relation, subject and object are the same, and the item is the same, broader or narrower; no item is the broadest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.model import Claim
from graph.ontology import broader_items, items_meet

Key = tuple[str, str | None, str | None]


def denials(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Return, by the id of each denied claim that speaks against any, the affirmed claims in their order."""
    affirmed: dict[Key, list[Claim]] = defaultdict(list)
    denied: list[Claim] = []
    for claim in claims:
        if claim.subject or claim.object:
            if claim.status == "affirmed":
                affirmed[_key(claim)].append(claim)
            elif claim.status == "denied":
                denied.append(claim)
    found = {
        claim.id: [other for other in affirmed[_key(claim)] if items_meet(claim.item, other.item)] for claim in denied
    }
    return {claim: others for claim, others in found.items() if others}


def covers(denied: Claim, affirmed: Claim) -> bool:
    """Say whether what is denied holds all that is affirmed: who sends no weapons sends no missiles."""
    return denied.item is None or (affirmed.item is not None and denied.item in broader_items(affirmed.item))


def _key(claim: Claim) -> Key:
    return (claim.relation, claim.subject, claim.object)
