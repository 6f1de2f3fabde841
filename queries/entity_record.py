"""What did an entity do, and what was done to it?

One row a claim that names the entity as the one who acts (`role` is `subject`) or the one acted upon (`object`), with
whatever relation; a claim of itself upon itself gives both. `item` narrows the record to claims of that item and
narrower ones. Denials and plans are rows too: read `status`.

It cannot follow names: an entity's ministries, firms and citizens, its treaties and the sanctions aimed at it are
entities of their own and have their own record. What an entity merely says is in `asserted_by` of other records.
Claims without a date are left out as soon as `start` or `end` is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.stores.base import Store
from queries.joined import JoinedClaim, found_claims


@dataclass(frozen=True, slots=True)
class Deed:
    """One claim in which the entity stands as subject or object."""

    role: str
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


def entity_record(
    store: Store, *, about: str, item: str | None = None, start: str | None = None, end: str | None = None
) -> list[Deed]:
    """Return the record in order of date (undated last), subject, object, claim, role.

    `about` is an entity id, `item` a slug, `start` and `end` are ISO days.
    """
    found = found_claims(store, about=about, item=item, start=start, end=end)
    return [deed for joined in found for deed in _deeds(joined, about)]


def _deeds(joined: JoinedClaim, about: str) -> Iterator[Deed]:
    claim = joined.claim
    columns = joined.columns()
    if claim.object == about:
        yield Deed(role="object", **columns)
    if claim.subject == about:
        yield Deed(role="subject", **columns)
