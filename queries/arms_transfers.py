"""Who supplied arms to whom?

One row a claim that arms were given, sold, shipped or delivered, turned so that the supplier comes first. Read
`status`: a transfer may be affirmed, denied, unconfirmed or planned (also: attempted, intercepted on the way), and
`asserted_by` says by whom; nobody there means that the article says it in its own voice.

`item` takes narrower items in: `missile` finds ballistic missiles. Without it, rows are of everything under `weapon`
and of supplies whose goods the article leaves unnamed; ask for `commodity` or `petroleum` to see other goods.
Claims without a date are left out as soon as `start` or `end` is given.

It cannot say how much was delivered in all: two articles may tell of one shipment, and their quantities must not be
added. Help that is no goods (training, money, data) and troops sent abroad are in `entity_record`.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Claim
from graph.stores.base import Store
from queries.joined import found_claims, is_of


@dataclass(frozen=True, slots=True)
class ArmsTransfer:
    """One claim of a supply. Ids and names; `supplier` or `receiver` is None where the article names none."""

    supplier: str | None
    supplier_name: str | None
    receiver: str | None
    receiver_name: str | None
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


def arms_transfers(
    store: Store,
    *,
    supplier: str | None = None,
    receiver: str | None = None,
    item: str | None = None,
    start: str | None = None,
    end: str | None = None,
) -> list[ArmsTransfer]:
    """Return the transfers in order of date (undated last), supplier, receiver, claim.

    `supplier` and `receiver` are entity ids, `item` a slug, `start` and `end` ISO days.
    """

    def is_asked_for(claim: Claim) -> bool:
        return is_of(claim, item or "weapon") or (item is None and claim.item is None)

    found = found_claims(
        store, {"supplied"}, subject=supplier, target=receiver, start=start, end=end, where=is_asked_for
    )
    return [
        ArmsTransfer(**joined.parties("supplier", "receiver"), **joined.goods(), **joined.evidence())
        for joined in found
    ]
