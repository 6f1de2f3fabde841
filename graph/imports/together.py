"""The records of an export put together to readings: every article with its claims and the entities they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph import reference
from graph.errors import SourceError
from graph.ledger.checks import named_in
from graph.model import Article, Claim, Entity, Reading


@dataclass
class Records:
    """What an export holds, by id, as far as it does not follow from the rest."""

    entities: dict[str, Entity] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)


def readings_of(records: Records) -> list[Reading]:
    """Return the readings, in order of the ids of their articles.

    Raises:
        SourceError: a claim names an article or an entity that is not there, or there are no articles at all.
    """
    if records.entities and not records.articles:
        raise SourceError("holds no articles, so there is nothing to load")
    claims: dict[str, list[Claim]] = {article: [] for article in sorted(records.articles)}
    for claim in sorted(records.claims.values(), key=lambda claim: claim.id):
        if claim.article not in claims:
            raise SourceError(f"holds {claim.id}, but not {claim.article}, which it quotes")
        claims[claim.article].append(claim)
    # Entities that no claim names had a reading, too; which one it was is not told.
    rest = records.entities.keys() - {name for claim in records.claims.values() for name in named_in(claim)}
    readings = []
    for article, quoting in claims.items():
        readings.append(Reading(records.articles[article], _named(quoting, rest, records), tuple(quoting)))
        rest = set()
    return readings


def _named(claims: Iterable[Claim], rest: Iterable[str], records: Records) -> tuple[Entity, ...]:
    found = {}
    for claim in claims:
        for name in named_in(claim):
            entity = records.entities.get(name) or reference.entity(name)
            if entity is None:
                raise SourceError(f"holds {claim.id}, but not {name}, which it names")
            found[name] = entity
    found |= {name: records.entities[name] for name in rest}
    return tuple(found[name] for name in sorted(found))
