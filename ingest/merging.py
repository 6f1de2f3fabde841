"""Said twice in one article is one claim: the richer wording stays, unless item, status, figure or date differ."""

from __future__ import annotations

from ingest.claims import Draft


def merge(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without repetitions, in the order of the text."""
    kept: list[Draft] = []
    places: dict[object, list[int]] = {}  # where in `kept` the drafts of one fact and status stand
    for draft in drafts:
        alike = places.setdefault((draft.fact, draft.status), [])
        twin = next((at for at in alike if _says_the_same(kept[at], draft)), None)
        if twin is None:
            alike.append(len(kept))
            kept.append(draft)
        elif _richness(draft) > _richness(kept[twin]):
            kept[twin] = draft
    return kept


def _says_the_same(one: Draft, other: Draft) -> bool:
    """Say whether two drafts of one fact and status differ in neither figure nor date.

    What was only renewed, nobody says when, is not what was imposed on a day.
    """
    if one.when != other.when and any(not d.when and _is_renewal(d) for d in (one, other)):
        return _is_renewal(one) and _is_renewal(other)
    if one.quantity and other.quantity and one.quantity != other.quantity:
        return False
    return not (one.when and other.when and one.when != other.when)


def _is_renewal(draft: Draft) -> bool:
    return draft.relation == "sanctioned" and draft.trigger.lemma_ in ("renew", "extend", "prolong")


def _richness(draft: Draft) -> int:
    return 2 * bool(draft.quantity) + bool(draft.when) + bool(draft.asserted_by)
