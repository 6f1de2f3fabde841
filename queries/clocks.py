"""The clocks that a question may go by: when it happened, when the article appeared, when the ledger took it in."""

from __future__ import annotations

from collections.abc import Collection

from graph.errors import UsageError
from graph.stores.base import Store

CLOCKS = ("event", "publication", "load")
OF_KNOWING = ("publication", "load")


def clock_named(by: str | None, allowed: Collection[str] = CLOCKS) -> str:
    """Return the clock `by`; `publication` unless told.

    Raises:
        UsageError: it is none, or none of those allowed.
    """
    if by is None:
        return "publication"
    if by not in CLOCKS:
        raise UsageError(f"by {by!r} is no clock; there are {', '.join(allowed)}")
    if by not in allowed:
        raise UsageError(
            f"by {by!r} tells when something happened, not when it was known: ask by {' or '.join(allowed)}, "
            "or ask timeline with an end for what had happened"
        )
    return by


def times(store: Store, by: str) -> dict[str, str | None]:
    """Return when each article appeared (`publication`) or was taken in (`load`), by its id; None if unknown."""
    return {article.id: article.loaded if by == "load" else article.published for article in store.articles()}
