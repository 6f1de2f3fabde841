"""The two kinds of row that most questions give: a claim with all its columns, and a fact with its counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queries.joined import JoinedClaim


@dataclass(frozen=True, slots=True)
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
    return [ClaimRow(**joined.columns()) for joined in found]
