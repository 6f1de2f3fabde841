"""From claims to facts: what different articles and sources say about one and the same thing, counted together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.model import STATUSES, Claim, Fact, FactKey
from graph.when import bounds_or_none

Counts = tuple[int, int, int, int]

_ONE: dict[str, Counts] = {
    "affirmed": (1, 0, 0, 0), "denied": (0, 1, 0, 0), "unconfirmed": (0, 0, 1, 0), "planned": (0, 0, 0, 1),
}  # fmt: skip


def count_facts(claims: Iterable[Claim], origins: Mapping[str, str]) -> list[Fact]:
    """Return the facts behind `claims`, in order of relation, subject, object and item (None first).

    Args:
        claims: What is said.
        origins: The origin of each article, by id, as `graph.origins` tells it.
    """
    by_key: dict[FactKey, list[Claim]] = {}
    for claim in claims:
        by_key.setdefault(claim.fact, []).append(claim)
    ordered = sorted(by_key.items(), key=_order)
    return [_fact(key, claims, origins) for key, claims in ordered]


def _order(group: tuple[FactKey, list[Claim]]) -> tuple[str, str, str, str]:
    relation, subject, target, item = group[0]
    return relation, subject or "", target or "", item or ""


def _fact(key: FactKey, claims: list[Claim], origins: Mapping[str, str]) -> Fact:
    if len(claims) == 1:  # two thirds of all facts, and told in half the time
        [claim] = claims
        return Fact(*key, (claim.id,), *_ONE[claim.status], 1, *bounds_or_none(claim.when))
    affirmed, denied, unconfirmed, planned = map([claim.status for claim in claims].count, STATUSES)
    spans = [bounds_or_none(claim.when) for claim in claims]
    return Fact(
        *key,
        tuple(sorted([claim.id for claim in claims])),
        affirmed,
        denied,
        unconfirmed,
        planned,
        len({origins.get(claim.article, claim.article) for claim in claims}),
        min([start for start, _ in spans if start], default=None),
        max([end for _, end in spans if end], default=None),
    )
