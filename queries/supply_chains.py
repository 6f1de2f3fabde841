"""Where do supplies and help lead on to?

One row a chain that starts at the entity: it supplied or helped somebody who supplied or helped somebody else, up to
`steps` facts (1 to 3; 2 unless told). Only facts that some claim affirms count, nobody stands in a chain twice, and no
fact ends, as far as its dates tell, before the one that it follows begins. `relations`, `items` (empty where unnamed)
and `claims` (one of each fact) are parallel to the steps.

It does not say that the same goods went on: each step is a claim of its own. A producer is the first of a chain only if
an article says that it supplied something.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Fact
from graph.stores.base import Store
from queries.joined import entity_names

_RELATIONS = ("supplied", "assisted")
_USUAL, MOST_STEPS = 2, 3


@dataclass(frozen=True, slots=True)
class Chain:
    """Parties in a row, each of whom supplied or helped the next; `names` are theirs."""

    steps: int
    parties: tuple[str, ...]
    names: tuple[str, ...]
    relations: tuple[str, ...]
    items: tuple[str, ...]
    claims: tuple[str, ...]


def supply_chains(store: Store, *, about: str, steps: int | None = None) -> list[Chain]:
    """Return the chains, the shortest first, then in order of parties, relations, items.

    `about` is an entity id, `steps` how many facts a chain may have.
    """
    by_giver: dict[str, list[Fact]] = {}
    for fact in store.facts():
        if fact.relation in _RELATIONS and fact.affirmed and fact.subject and fact.object:
            by_giver.setdefault(fact.subject, []).append(fact)
    names = entity_names(store)
    chains = [_chain(facts, names) for facts in _walks(about, by_giver, steps or _USUAL, ())]
    return sorted(chains, key=lambda chain: (chain.steps, chain.parties, chain.relations, chain.items))


def _walks(
    at: str, by_giver: dict[str, list[Fact]], steps: int, before: tuple[Fact, ...]
) -> Iterator[tuple[Fact, ...]]:
    passed = {fact.subject for fact in before} | {at}
    for fact in by_giver.get(at, ()):
        if fact.object and fact.object not in passed and (not before or _follows(fact, before[-1])):
            facts = (*before, fact)
            yield facts
            if len(facts) < steps:
                yield from _walks(fact.object, by_giver, steps, facts)


def _follows(fact: Fact, earlier: Fact) -> bool:
    return fact.last is None or earlier.first is None or fact.last >= earlier.first


def _chain(facts: tuple[Fact, ...], names: dict[str, str]) -> Chain:
    parties = (str(facts[0].subject), *(str(fact.object) for fact in facts))
    return Chain(
        steps=len(facts),
        parties=parties,
        names=tuple(names[party] for party in parties),
        relations=tuple(fact.relation for fact in facts),
        items=tuple(fact.item or "" for fact in facts),
        claims=tuple(fact.claims[0] for fact in facts),
    )
