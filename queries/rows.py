"""The two kinds of row that most questions give: a claim with all its columns, and a fact with its counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ontology import items

if TYPE_CHECKING:
    from queries.joined import JoinedClaim


@dataclass(slots=True, unsafe_hash=True)  # not frozen: filling a frozen one takes five times as long
class ClaimRow:
    """One claim: ids and names, goods, date, status, who says so, where it stands, in which words."""

    relation: str
    subject: str | None
    subject_name: str | None
    object: str | None
    object_name: str | None
    item: str | None
    item_label: str | None
    quantity: float | None
    bound: str | None
    unit: str | None
    when: str | None
    status: str
    asserted_by: tuple[str, ...]
    publisher: str | None
    published: str | None
    article: str
    claim: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact between two named parties: how many claims affirm, deny, leave open or plan it, and which they are."""

    relation: str
    subject: str
    subject_name: str
    object: str
    object_name: str
    item: str | None
    item_label: str | None
    affirmed: int
    denied: int
    unconfirmed: int
    planned: int
    origins: int
    first: str | None
    last: str | None
    claims: tuple[str, ...]


def claim_rows(found: Iterable[JoinedClaim]) -> list[ClaimRow]:
    """Return claims as rows, in their order."""
    return list(map(_claim_row, found))


def _claim_row(joined: JoinedClaim) -> ClaimRow:
    """Return what `JoinedClaim.columns` holds, in place rather than by name: a question may have 100,000 rows."""
    claim, article, entities = joined
    quantity = claim.quantity
    return ClaimRow(
        claim.relation,
        claim.subject,
        entities[claim.subject].name if claim.subject else None,
        claim.object,
        entities[claim.object].name if claim.object else None,
        claim.item,
        items()[claim.item].label if claim.item else None,
        float(quantity.value) if quantity else None,
        quantity.bound if quantity else None,
        quantity.unit if quantity else None,
        claim.when,
        claim.status,
        tuple(sorted(joined.asserters)) if claim.asserted_by else (),
        article.publisher,
        article.published,
        claim.article,
        claim.id,
        claim.sentence,
    )
