from __future__ import annotations

import gc

import pytest

from graph.collector import collector_held


def test_the_collector_is_off_within_and_on_again_after_an_error() -> None:
    @collector_held()
    def fail() -> None:
        raise KeyError(gc.isenabled())

    with pytest.raises(KeyError, match="False"):
        fail()
    assert gc.isenabled()


def test_who_holds_it_already_keeps_it_held() -> None:
    with collector_held():
        with collector_held():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
