from __future__ import annotations

import pytest

from tests.ingest.names.test_names import targets

_THINK_TANK = "org:isis-albright"
_BEFORE = "The Institute for Science and International Security, based in the United States, published a report. "


@pytest.mark.parametrize("name", ["the Institute of Special Reagents", "the Institute for Marine Optics"])
def test_a_bare_noun_of_a_body_is_not_the_beginning_of_another_name(name: str) -> None:
    found = targets(f"{_BEFORE}A laboratory near Perm, {name}, made the gas.")
    assert found.count(_THINK_TANK) == 1


def test_a_bare_noun_of_a_body_still_names_the_body_named_before() -> None:
    found = targets(f"{_BEFORE}On Monday the Institute of its own accord corrected the report.")
    assert found.count(_THINK_TANK) == 2
