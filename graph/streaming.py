"""All of a ledger as exports take it, without holding it: what is asked for is read anew whenever it is walked through.

It gives what `select` gives for an empty selection, in the same order, so that the bytes of an export are the same.
What grows with the ledger is about a kilobyte an article, for telling copies of one story.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from graph.facts import count_facts
from graph.model import Article, Claim, Entity, Fact, Item
from graph.ontology import with_broader
from graph.origins import origins_of

if TYPE_CHECKING:
    from graph.ledger import Ledger

Record = TypeVar("Record", covariant=True)


class Walk(Generic[Record], Collection[Record]):
    """Records that are read from the ledger each time somebody walks through them."""

    def __init__(self, walk: Callable[[], Iterator[Record]]) -> None:
        self._walk = walk
        self._length: int | None = None

    def __iter__(self) -> Iterator[Record]:
        count = 0
        for record in self._walk():
            count += 1
            yield record
        self._length = count

    def __len__(self) -> int:
        return self._length if self._length is not None else sum(1 for _ in self)

    def __contains__(self, record: object) -> bool:
        return any(record == one for one in self)


class Streamed:
    """All that an open ledger holds; a `graph.selection.Part`.

    Args:
        ledger: It must stay open.
        with_load_times: Tell when each article came into the ledger.
    """

    def __init__(self, ledger: Ledger, *, with_load_times: bool = False) -> None:
        self._ledger = ledger
        self._with_load_times = with_load_times
        self.entities: Collection[Entity] = Walk(ledger.entities)
        self.articles: Collection[Article] = Walk(self._articles)
        self.claims: Collection[Claim] = Walk(ledger.claims)
        self.facts: Collection[Fact] = Walk(self._facts)

    @cached_property
    def _origins(self) -> dict[str, str]:
        return origins_of(self._ledger.articles())

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return with_broader({claim.item for claim in self.claims if claim.item})

    def origin_of(self, article: Article) -> str:
        """Return whom the words of one of the articles come from first."""
        return self._origins[article.id]

    def _articles(self) -> Iterator[Article]:
        articles = self._ledger.articles()
        return articles if self._with_load_times else (replace(article, loaded=None) for article in articles)

    def _facts(self) -> Iterator[Fact]:
        for _, claims in groupby(self._ledger.claims_by_fact(), key=lambda claim: claim.fact):
            yield from count_facts(claims, self._origins)
