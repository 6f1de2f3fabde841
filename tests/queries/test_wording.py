from __future__ import annotations

import pytest

from graph.stores.memory import MemoryStore
from queries.catalogue import QUESTIONS, answer
from queries.wording import table_row
from tests.queries.asking import least
from tests.queries.made_ledger import MADE

# They count entities, and name no claim.
WITHOUT_CLAIMS = ("most_connected", "communities")


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_row_fits_a_table_of_few_columns_with_a_claim_to_look_up(question: str) -> None:
    rows = [table_row(row) for row in answer(MemoryStore.of(MADE), question, **least(QUESTIONS[question]))]
    assert rows
    assert len({tuple(row) for row in rows}) == 1
    assert len(rows[0]) <= 9
    assert list(rows[0])[-1] in ("claim", "claims") or question in WITHOUT_CLAIMS
