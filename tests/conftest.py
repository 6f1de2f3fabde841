"""What all tests share."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest
from hypothesis import settings

pytest_plugins = ["tests.neo4j.fixtures"]

# A busy machine makes no test fail; how long things take is told by the benchmarks.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def skip_or_fail(reason_and_remedy: str) -> NoReturn:
    """Skip a test that lacks a server or a browser; in CI, where both must be there, fail it."""
    if os.environ.get("CI"):
        pytest.fail(reason_and_remedy, pytrace=False)
    pytest.skip(reason_and_remedy)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all tests of the server on one core, and all of the browser, so that each is started once."""
    for item in items:
        for marker in ("neo4j", "browser"):
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.xdist_group(marker))


@pytest.fixture(autouse=True)
def _no_ledger_but_the_test_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a ledger named in the developer's shell out of the tests."""
    monkeypatch.delenv("SANCTIONSGRAPH_LEDGER", raising=False)
