"""Sentences in, claims out as short lines: "KP supplied RU drone planned"; a status that is affirmed is not written."""

from __future__ import annotations

from graph.model import Article, Claim, Reading, article_id, normalise_text
from ingest.pipeline import read_article


def read(
    text: str,
    *,
    published: str | None = "2025-06-01",
    title: str | None = None,
    relevant: bool = True,
    publisher: str | None = None,
) -> Reading:
    text = normalise_text(text)
    article = Article(article_id(text), text, title=title, published=published, relevant=relevant, publisher=publisher)
    return read_article(article)


def line(claim: Claim) -> str:
    parties = [(party or "-").removeprefix("state:") for party in (claim.subject, claim.object)]
    words = [parties[0], claim.relation, parties[1] if claim.object else None, claim.item]
    return " ".join(word for word in (*words, claim.status if claim.status != "affirmed" else None) if word)


def claims_of(text: str) -> list[str]:
    return sorted(line(claim) for claim in read(text).claims)


def only(text: str) -> Claim:
    (claim,) = read(text).claims
    return claim
