"""Facts between two named parties as rows: what the claims of one thing add up to."""

from __future__ import annotations

from collections.abc import Callable

from graph.model import Fact
from graph.ontology import items
from graph.stores.base import Store
from queries.joined import entity_names
from queries.rows import FactRow


def fact_rows(store: Store, is_wanted: Callable[[Fact], bool]) -> list[FactRow]:
    """Return the facts with a subject and an object that are wanted, in order of relation, subject, object, item."""
    found = [fact for fact in store.facts() if fact.subject and fact.object and is_wanted(fact)]
    names = entity_names(store)
    return [_row(fact, names) for fact in found]


def _row(fact: Fact, names: dict[str, str]) -> FactRow:
    assert fact.subject
    assert fact.object
    return FactRow(
        relation=fact.relation,
        subject=fact.subject,
        subject_name=names[fact.subject],
        object=fact.object,
        object_name=names[fact.object],
        item=fact.item,
        item_label=items()[fact.item].label if fact.item else None,
        affirmed=fact.affirmed,
        denied=fact.denied,
        unconfirmed=fact.unconfirmed,
        planned=fact.planned,
        origins=fact.origins,
        first=fact.first,
        last=fact.last,
        claims=fact.claims,
    )
