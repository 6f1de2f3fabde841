from __future__ import annotations

import pytest

from graph.errors import UsageError
from graph.neighbourhoods import Neighbourhoods
from graph.selection import Selection, select
from graph.stores.memory import MemoryStore
from tests.queries.made_ledger import MADE

STORE = MemoryStore.of(MADE)
WHOLE = select(STORE, Selection())
NODES = [*(entity.id for entity in WHOLE.entities), *(f"item:{item.slug}" for item in WHOLE.items)]


@pytest.mark.parametrize("hops", [0, 1, 2, 3])
def test_it_is_what_a_selection_about_the_node_holds(hops: int) -> None:
    parts = Neighbourhoods(WHOLE)
    for node in NODES:
        assert parts.around(node, hops) == select(STORE, Selection(about=(node,), hops=hops)), node


def test_only_what_the_selection_holds_is_around() -> None:
    denials = Selection(statuses=("denied",))
    denied = select(STORE, denials)
    parts = Neighbourhoods(denied)
    for node in [*(entity.id for entity in denied.entities), "state:FR", "item:missile"]:
        assert parts.around(node) == select(STORE, Selection(about=(node,), statuses=("denied",))), node


def test_a_state_without_claims_is_there_and_an_unknown_id_is_refused() -> None:
    parts = Neighbourhoods(WHOLE)
    assert [entity.name for entity in parts.around("state:PE").entities] == ["Peru"]
    with pytest.raises(UsageError, match="no entity has the id 'state:nowhere'"):
        parts.around("state:nowhere")
