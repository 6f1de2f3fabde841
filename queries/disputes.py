"""What is disputed: affirmed by one, denied by another?

One row a pair of facts with the same relation, subject and object, one of them affirmed, the other denied, where the
item is the same, broader or narrower; a claim without an item counts as the broadest. So "Iran denies arming Russia"
disputes every claim of drones from Iran to Russia, and the row says which item stands on either side. Each side lists
its claims, their sentences in the same order, who says so, and who published it.

`about` is the subject or object. `item` keeps pairs where either side is of that item or a narrower one. `start` and
`end` bound what is affirmed, since denials rarely bear a date; undated affirmations are then left out.

It takes no side. It does not see that two relations contradict each other ("withdrew" and "remains a member"), nor two
numbers or dates; who speaks in an article's own voice is not in `affirmed_by`, only the publisher tells. A claim that
is merely unconfirmed is on neither side, and one with neither subject nor object says too little to be disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from graph.model import Claim
from graph.ontology import items_meet
from graph.stores.base import Store
from queries.joined import JoinedClaim, is_of, is_within, join

Key = tuple[str, str | None, str | None]
Sides = dict[str | None, list[Claim]]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two facts that cannot both be so; `_claims` and `_sentences` of a side are parallel, in order of claim id."""

    relation: str
    subject: str | None
    subject_name: str | None
    object: str | None
    object_name: str | None
    affirmed_item: str | None
    denied_item: str | None
    affirmed_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    affirmed_publishers: tuple[str, ...]
    denied_publishers: tuple[str, ...]
    first: str | None
    last: str | None
    affirmed_claims: tuple[str, ...]
    denied_claims: tuple[str, ...]
    affirmed_sentences: tuple[str, ...]
    denied_sentences: tuple[str, ...]


def disputes(
    store: Store, *, about: str | None = None, item: str | None = None, start: str | None = None, end: str | None = None
) -> list[Dispute]:
    """Return the disputes in order of relation, subject, object, affirmed item, denied item (none first).

    `about` is an entity id, `item` a slug, `start` and `end` are ISO days. `first` and `last` of a row are the
    earliest and latest day that the affirmed claims allow.
    """
    sides: dict[str, dict[Key, Sides]] = {"affirmed": {}, "denied": {}}
    for claim in store.claims():
        key = (claim.relation, claim.subject, claim.object)
        is_asked_for = any(key[1:]) and (about is None or about in key[1:])
        is_in_time = claim.status == "denied" or is_within(claim, start, end)
        if claim.status in sides and is_asked_for and is_in_time:
            sides[claim.status].setdefault(key, {}).setdefault(claim.item, []).append(claim)
    affirmed, denied = sides.values()
    pairs = chain.from_iterable(_pairs(affirmed[key], denied[key]) for key in affirmed.keys() & denied.keys())
    found = [pair for pair in pairs if any(is_of(side[0], item) for side in pair)]
    named = join(store, [claim for pair in found for side in pair for claim in side])
    by_id = {joined.claim.id: joined for joined in named}
    return sorted((_dispute(*([by_id[claim.id] for claim in side] for side in pair)) for pair in found), key=_order)


def _pairs(affirmed: Sides, denied: Sides) -> Iterator[tuple[list[Claim], list[Claim]]]:
    for one in affirmed:
        for other in denied:
            if items_meet(one, other):
                yield affirmed[one], denied[other]


def _dispute(affirmed: list[JoinedClaim], denied: list[JoinedClaim]) -> Dispute:
    one = affirmed[0]
    return Dispute(
        relation=one.claim.relation,
        **one.parties("subject", "object"),
        affirmed_item=one.claim.item,
        denied_item=denied[0].claim.item,
        affirmed_by=_distinct(chain.from_iterable(joined.asserters for joined in affirmed)),
        denied_by=_distinct(chain.from_iterable(joined.asserters for joined in denied)),
        affirmed_publishers=_distinct(joined.article.publisher for joined in affirmed),
        denied_publishers=_distinct(joined.article.publisher for joined in denied),
        first=min((joined.earliest for joined in affirmed if joined.earliest), default=None),
        last=max((joined.latest for joined in affirmed if joined.latest), default=None),
        affirmed_claims=tuple(joined.claim.id for joined in affirmed),
        denied_claims=tuple(joined.claim.id for joined in denied),
        affirmed_sentences=tuple(joined.claim.sentence for joined in affirmed),
        denied_sentences=tuple(joined.claim.sentence for joined in denied),
    )


def _distinct(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name is not None}))


def _order(row: Dispute) -> list[str]:
    return [part or "" for part in (row.relation, row.subject, row.object, row.affirmed_item, row.denied_item)]
