"""Who gave an item to whom?

One row a flow: the claims that one party supplied another with the item or a narrower one, counted by status and by
independent origins. `first` and `last` bound the days that the dated claims allow. `start` and `end` keep the flows
whose span of days meets theirs; undated flows are then left out.

It cannot show a flow whose giver or receiver no article names (`arms_transfers` does), nor how much flowed in all.
"""

from __future__ import annotations

from graph.model import Fact
from graph.ontology import narrower_items
from graph.stores.base import Store
from graph.when import may_meet
from queries.fact_rows import fact_rows
from queries.rows import FactRow


def item_flows(store: Store, *, item: str, start: str | None = None, end: str | None = None) -> list[FactRow]:
    """Return the flows in order of supplier, receiver, item.

    `item` is a slug, `start` and `end` are ISO days.
    """
    slugs = narrower_items(item)

    def is_wanted(fact: Fact) -> bool:
        return fact.relation == "supplied" and fact.item in slugs and may_meet((fact.first, fact.last), start, end)

    return fact_rows(store, is_wanted)
