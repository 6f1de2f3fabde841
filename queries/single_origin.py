"""What rests on one origin only?

One row a fact between two named parties that some claim affirms, and whose claims all come from one origin: one
agency, one outlet, or copies of one story. `about` is the subject or the object.

It does not say that such a fact is wrong, nor that one of several origins is right: two outlets may rest on one source
that neither names.
"""

from __future__ import annotations

from graph.stores.base import Store
from queries.fact_rows import fact_rows
from queries.rows import FactRow


def single_origin(store: Store, *, about: str | None = None) -> list[FactRow]:
    """Return the facts in order of relation, subject, object, item. `about` is an entity id."""
    return fact_rows(
        store,
        lambda fact: fact.origins == 1 and fact.affirmed > 0 and about in (None, fact.subject, fact.object),
    )
