from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.selection import Selected
from sanctionsgraph.maps import Map, draw_map
from sanctionsgraph.maps.atlas import Atlas

ROOT = Path(__file__).parents[3]


def test_the_same_selection_gives_the_same_bytes_whatever_the_hash_seed(made: Selected) -> None:
    script = (
        "import hashlib\n"
        "from graph.selection import Selection, select\n"
        "from graph.stores.memory import MemoryStore\n"
        "from sanctionsgraph.maps import draw_map\n"
        "from sanctionsgraph.maps.atlas import Atlas\n"
        "from tests.queries.made_ledger import MADE\n"
        "made = select(MemoryStore.of(MADE), Selection())\n"
        "pages = draw_map(made, title='x'), *(page for _, page in Atlas(made, 'x').pages())\n"
        "print(hashlib.sha256(''.join(pages).encode()).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | {"PYTHONHASHSEED": "7"}, cwd=ROOT, check=True,
        capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    here = draw_map(made, title="x")
    pages = here, *(page for _, page in Atlas(made, "x").pages())
    assert hashlib.sha256("".join(pages).encode()).hexdigest() == there
    assert draw_map(made, title="x") == here


def test_an_empty_selection_gives_a_page_that_says_so() -> None:
    page = draw_map(Selected((), (), (), ()), title="Nothing")
    assert "<title>Nothing</title>" in page


def test_an_entity_asked_about_is_on_the_map_even_without_claims(made: Selected) -> None:
    none = Selected(made.entities, (), (), ())
    assert Map(none, "x", about=["state:KP", "state:nowhere", "item:drone"]).drawn.nodes == ("item:drone", "state:KP")


def test_the_page_tells_what_was_left_out(made: Selected) -> None:
    drawing = Map(made, "x", max_nodes=5)
    assert len(drawing.drawn.nodes) == 5
    assert len(drawing.drawn.left_out) == 23
    assert '"leftOut":{"claims":' in drawing.html
    assert '"nodes":23}' in drawing.html


def test_no_node_at_all_is_refused(made: Selected) -> None:
    with pytest.raises(UsageError, match="--max-nodes"):
        _ = Map(made, "x", max_nodes=0).html
