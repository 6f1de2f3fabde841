from __future__ import annotations

import io
from datetime import date
from typing import Any

import pyarrow.parquet as pq
import pytest

from graph.exports import EXPORTS, parquet
from graph.exports.claim_rows import COLUMNS
from graph.selection import Selected
from tests.graph.exports.made import NOTHING, hostile, made


def rows_of(selected: Selected) -> list[dict[str, Any]]:
    file = io.BytesIO()
    EXPORTS["parquet"].fill(selected, file)
    file.seek(0)
    table = pq.read_table(file)
    assert table.column_names == list(COLUMNS)
    return list(table.to_pylist())


def test_columns_are_typed_and_lists_are_lists() -> None:
    row = next(row for row in rows_of(made()) if row["quantity"] == 9_000_000)
    assert (row["subject"], row["item_label"]) == ("state:KP", "artillery shell or round")
    assert (row["earliest"], row["latest"]) == (date(2024, 1, 1), date(2024, 12, 31))
    assert row["asserted_by_names"] == ["Multilateral Sanctions Monitoring Team"]
    assert isinstance(row["start"], int)


@pytest.mark.parametrize("selected", [made(), hostile(), NOTHING], ids=["made", "hostile", "nothing"])
def test_every_claim_is_a_row_under_its_id(selected: Selected) -> None:
    assert [row["claim"] for row in rows_of(selected)] == [claim.id for claim in selected.claims]


def test_batches_join_to_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows_of(made())
    monkeypatch.setattr(parquet, "_BATCH", 5)
    assert rows_of(made()) == whole


def test_a_pipe_will_do(tmp_path: Any) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise io.UnsupportedOperation("tell")

    pipe = Pipe()
    EXPORTS["parquet"].fill(made(), pipe)
    EXPORTS["xlsx"].fill(made(), Pipe())
    assert pipe.getvalue().endswith(b"PAR1")
