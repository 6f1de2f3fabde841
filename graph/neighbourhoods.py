"""The part of a selection around one node, for one node after another: looked up, not searched for."""

from __future__ import annotations

from collections.abc import Iterable

from graph import reference
from graph.errors import UsageError
from graph.model import Entity, Fact
from graph.ontology import narrower_items
from graph.selection import Selected


class Neighbourhoods:
    """Parts of `selected`. One costs what it holds, not what the whole does."""

    def __init__(self, selected: Selected) -> None:
        self._selected = selected
        self._entities = {entity.id: entity for entity in selected.entities}
        self._places = {claim.id: place for place, claim in enumerate(selected.claims)}
        self._articles = {article.id: article for article in selected.articles}
        self._by_end: dict[str, list[int]] = {}
        self._by_item: dict[str, list[int]] = {}
        for place, fact in enumerate(selected.facts):
            for end in _ends(fact):
                self._by_end.setdefault(end, []).append(place)
            if fact.item:
                self._by_item.setdefault(fact.item, []).append(place)

    def around(self, node: str, hops: int = 1) -> Selected:
        """Return what `select` would with `about=(node,)`, out of this selection.

        Raises:
            UsageError: nothing has this id.
        """
        facts = self._facts_of_item(node) if node.startswith("item:") else set(self._by_end.get(node, ()))
        if hops == 0:
            return self._part(node, (place for place in facts if _ends(self._selected.facts[place]) <= {node}))
        for _ in range(hops - 1):
            reached = {end for place in facts for end in _ends(self._selected.facts[place])}
            wider = facts.union(*(self._by_end[end] for end in reached))
            if len(wider) == len(facts):
                break
            facts = wider
        return self._part(node, facts)

    def _facts_of_item(self, node: str) -> set[int]:
        return {place for item in narrower_items(node.removeprefix("item:")) for place in self._by_item.get(item, ())}

    def _part(self, node: str, places: Iterable[int]) -> Selected:
        facts = tuple(self._selected.facts[place] for place in sorted(places))
        kept = sorted(self._places[claim] for fact in facts for claim in fact.claims)
        claims = tuple(self._selected.claims[place] for place in kept)
        named = {end for fact in facts for end in _ends(fact)}.union(*(claim.asserted_by for claim in claims))
        wanted = named | set(() if node.startswith("item:") else (node,))
        articles = [self._articles[key] for key in sorted({claim.article for claim in claims})]
        origins = {article.id: self._selected.origin_of(article) for article in articles}
        entities = tuple(self._entity(key) for key in sorted(wanted))
        return Selected(entities, tuple(articles), claims, facts, origins)

    def _entity(self, key: str) -> Entity:
        entity = self._entities.get(key) or reference.entity(key)
        if entity is None:
            raise UsageError(f"no entity has the id {key!r}")
        return entity


def _ends(fact: Fact) -> set[str]:
    return {end for end in (fact.subject, fact.object) if end}
