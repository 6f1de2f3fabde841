"""Said twice in one article is one claim: the richer wording stays, unless item, status, figure or date differ."""

from __future__ import annotations

from ingest.frames import Draft


def merge(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without repetitions, in the order of the text."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((other for other in kept if _says_the_same(other, draft)), None)
        if twin is None:
            kept.append(draft)
        elif _richness(draft) > _richness(twin):
            kept[kept.index(twin)] = _joined(draft, twin)
        else:
            _joined(twin, draft)
    return kept


def _says_the_same(one: Draft, other: Draft) -> bool:
    same = (one.relation, one.subject, one.object, one.item, one.status) == (
        other.relation, other.subject, other.object, other.item, other.status,
    )  # fmt: skip
    if not same:
        return False
    if one.quantity and other.quantity and one.quantity != other.quantity:
        return False
    return not (one.when and other.when and one.when != other.when)


def _richness(draft: Draft) -> int:
    return 2 * bool(draft.quantity) + bool(draft.when) + bool(draft.asserted_by)


def _joined(rich: Draft, poor: Draft) -> Draft:
    return rich
