"""From claims to facts: what different articles and sources say about one and the same thing, counted together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from graph.model import Claim, Fact
from graph.when import bounds_or_none


def count_facts(claims: Iterable[Claim], origins: Mapping[str, str]) -> list[Fact]:
    """Return the facts behind `claims`, in order of relation, subject, object and item (None first).

    Args:
        claims: What is said.
        origins: The origin of each article, by id, as `graph.origins` tells it.
    """
    by_key: dict[tuple[str, str | None, str | None, str | None], list[Claim]] = {}
    for claim in claims:
        by_key.setdefault(claim.fact, []).append(claim)
    return [_fact(by_key[key], origins) for key in sorted(by_key, key=lambda key: [part or "" for part in key])]


def _fact(claims: list[Claim], origins: Mapping[str, str]) -> Fact:
    status = Counter(claim.status for claim in claims)
    spans = [bounds_or_none(claim.when) for claim in claims]
    first = [start for start, _ in spans if start]
    last = [end for _, end in spans if end]
    return Fact(
        *claims[0].fact,
        claims=tuple(sorted(claim.id for claim in claims)),
        affirmed=status["affirmed"],
        denied=status["denied"],
        unconfirmed=status["unconfirmed"],
        planned=status["planned"],
        origins=len({origins.get(claim.article, claim.article) for claim in claims}),
        first=min(first, default=None),
        last=max(last, default=None),
    )
