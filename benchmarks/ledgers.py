"""Made ledgers of any size that keep the shape of the gold articles: their claims over again, with other parties.

A copy of an article has its claims word for word; states are exchanged for others and names of other kinds numbered,
so that parties, facts and claims grow together as they do when more is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count

from evaluation.gold import MORE, load_gold
from graph import reference
from graph.model import Article, Claim, Entity, Reading, article_id, claim_id
from ingest.pipeline import read_articles

_STORIES_AT_ONCE = 7  # how many copies share a numbered party


@cache
def gold_readings() -> tuple[Reading, ...]:
    """Return the gold articles as the reader reads them."""
    articles = [gold.article() for folder in (None, MORE) for gold in (load_gold(folder) if folder else load_gold())]
    return tuple(reading for reading in read_articles(articles) if reading.claims)


def made_readings(claims: int) -> Iterator[Reading]:
    """Yield readings until they bear at least so many claims together."""
    made = 0
    for number in count():
        for reading in gold_readings():
            if made >= claims:
                return
            copy = _copied(reading, number) if number else reading
            made += len(copy.claims)
            yield copy


def _copied(reading: Reading, number: int) -> Reading:
    text = f"{reading.article.text}\n\n({number})"
    article = replace(reading.article, id=article_id(text), text=text, document=f"{reading.article.document}-{number}")
    parties = {entity.id: _other(entity, number) for entity in reading.entities}
    ids = {old: new.id for old, new in parties.items()}
    claims = tuple(_retold(claim, article, ids) for claim in reading.claims)
    return Reading(article, tuple({entity.id: entity for entity in parties.values()}.values()), claims)


def _other(entity: Entity, number: int) -> Entity:
    if entity.kind == "State":
        states = _states()
        place = _places().get(entity.id)
        return entity if place is None else states[(place + number) % len(states)]
    if not entity.minted:
        return entity
    group = number // _STORIES_AT_ONCE
    return replace(entity, id=f"{entity.id}-{group}", name=f"{entity.name} {group}", aliases=())


@cache
def _states() -> tuple[Entity, ...]:
    return tuple(record.entity for record in reference.records().values() if record.entity.kind == "State")


@cache
def _places() -> dict[str, int]:
    return {state.id: place for place, state in enumerate(_states())}


def _retold(claim: Claim, article: Article, ids: dict[str, str]) -> Claim:
    retold = replace(
        claim,
        article=article.id,
        subject=claim.subject and ids[claim.subject],
        object=claim.object and ids[claim.object],
        asserted_by=tuple(ids[asserter] for asserter in claim.asserted_by),
    )
    return replace(retold, id=claim_id(retold))
