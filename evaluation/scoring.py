"""Counts what was read against the gold: precision, recall and F1, by relation and as a whole, and the attributes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from evaluation.agreement import ATTRIBUTES, pairs
from evaluation.gold import Gold

Json = dict[str, Any]
# By document: what was read in it, as `sanctionsgraph read --format jsonl` prints it.
Read = Mapping[str, list[Json]]


@dataclass(frozen=True, slots=True)
class Figures:
    """How many claims the gold has, how many were read, how many of them agree."""

    gold: int
    got: int
    hit: int

    @property
    def precision(self) -> float:
        return self.hit / self.got if self.got else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """The counts over some articles. In `core` an item one step broader or narrower agrees, in `strict` it does not."""

    articles: int = 0
    gold: Counter[str] = field(default_factory=Counter)
    got: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    exact: int = 0
    right: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    not_in_text: int = 0
    on_irrelevant: int = 0

    @property
    def core(self) -> Figures:
        return Figures(self.gold.total(), self.got.total(), self.hit.total())

    @property
    def strict(self) -> Figures:
        return Figures(self.gold.total(), self.got.total(), self.exact)

    def of(self, relation: str) -> Figures:
        return Figures(self.gold[relation], self.got[relation], self.hit[relation])

    def add(self, article: Gold, claims: list[Json]) -> None:
        """Count one article."""
        self.articles += 1
        self.gold.update(claim["relation"] for claim in article.claims)
        self.got.update(str(claim.get("relation")) for claim in claims)
        self.not_in_text += sum(not _is_quoted(claim, article) for claim in claims)
        self.on_irrelevant += len(claims) if not article.data.get("relevant", True) else 0
        for i, j, distance in pairs(article.claims, claims):
            self.hit[article.claims[i]["relation"]] += 1
            self.exact += distance == 0
            self._add_attributes(article.claims[i], claims[j])

    def _add_attributes(self, gold: Json, got: Json) -> None:
        for key, agrees in ATTRIBUTES.items():
            for name in (key, f"{key}, where gold has one"):
                if name == key or (gold.get(key) and gold[key] != "affirmed"):
                    self.right[name] += bool(agrees(gold, got))
                    self.seen[name] += 1


def score(articles: Iterable[Gold], read: Read) -> Score:
    """Return the counts over `articles`."""
    total = Score()
    for article in articles:
        total.add(article, read.get(article.id, []))
    return total


def _is_quoted(claim: Json, article: Gold) -> bool:
    """Say whether the evidence stands in the article, blanks apart."""
    evidence = " ".join(str(claim.get("evidence") or "").split())
    text = " ".join(f"{article.data['text']} {article.data.get('title') or ''}".split())
    return bool(evidence) and evidence in text
