"""Made-up articles, claims and readings in plain calls, for every test that needs a few. Nothing here is random.

A claim's id and sentence follow from the rest, and a reading brings the entities that its claims name: reference ones
as they are, others minted from their id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from graph import reference
from graph.facts import count_facts
from graph.model import Article, Claim, Entity, Fact, Reading, article_id, claim_id
from graph.origins import origins_of

TEXT = "North Korea sent shells to Russia."
_KINDS = {
    "state": "State", "org": "Organisation", "treaty": "Treaty", "person": "Person", "vessel": "Vessel",
    "place": "Place", "group": "Group",
}  # fmt: skip


def make_article(text: str = TEXT, **fields: Any) -> Article:
    """Return an article under the id of its text; `fields` are those of `Article`."""
    return Article(id=article_id(text), text=text, **fields)


def make_claim(article: Article, sentence: str | None = None, **fields: Any) -> Claim:
    """Return a claim on `sentence` of the article (None: all of it); `fields` are those of `Claim`.

    Unless told otherwise North Korea supplied Russia with shells.
    """
    sentence = article.text if sentence is None else sentence
    start = article.text.index(sentence)
    parts: dict[str, Any] = {
        "relation": "supplied", "subject": "state:KP", "object": "state:RU", "item": "artillery-ammunition",
        "quantity": None, "when": None, "asserted_by": (), "status": "affirmed",
    } | fields  # fmt: skip
    claim = Claim(id="", article=article.id, sentence=sentence, start=start, end=start + len(sentence), **parts)
    return replace(claim, id=claim_id(claim))


def make_entity(entity_id: str, **fields: Any) -> Entity:
    """Return the reference entity of this id, else one minted from it."""
    known = reference.entity(entity_id)
    if known is None:
        prefix, _, slug = entity_id.partition(":")
        known = Entity(entity_id, _KINDS[prefix], slug.replace("-", " ").title(), minted=True)
    return replace(known, **fields)


def make_reading(
    article: Article | None = None, claims: Sequence[Claim] | None = None, entities: Sequence[Entity] = ()
) -> Reading:
    """Return a reading; without `article` the usual one, without `claims` the usual claim on all its text.

    `entities` stand in for those that would be made of the ids that the claims name.
    """
    article = article or make_article()
    claims = [make_claim(article)] if claims is None else claims
    given = {entity.id: entity for entity in entities}
    named = {name for claim in claims for name in (claim.subject, claim.object, *claim.asserted_by) if name}
    brought = {name: make_entity(name) for name in named} | given
    return Reading(article, tuple(brought[name] for name in sorted(brought)), tuple(claims))


def make_readings(count: int, claims: int = 3) -> Iterator[Reading]:
    """Yield `count` different readings of `claims` claims each (a sentence a claim), without any sameness of text."""
    for number in range(count):
        sentences = [f"North Korea sent {number + 1} shells in lot {lot} to Russia." for lot in range(claims)]
        article = make_article("\n\n".join([f"Report {number}.", *sentences]), title=f"Report {number}")
        yield make_reading(article, [make_claim(article, sentence) for sentence in sentences])


class ReadingsSource:
    """What a ledger holds after `add` of these readings, worked out plainly: a `graph.stores.base.Source`.

    One reading an article; entities of one id differ in aliases only.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings

    def entities(self) -> Iterator[Entity]:
        brought: dict[str, Entity] = {}
        aliases: dict[str, set[str]] = {}
        for entity in (entity for reading in self._readings for entity in reading.entities):
            brought[entity.id] = entity
            aliases.setdefault(entity.id, set()).update(entity.aliases)
        return (replace(brought[name], aliases=tuple(sorted(aliases[name]))) for name in sorted(brought))

    def articles(self) -> Iterator[Article]:
        return iter(sorted((reading.article for reading in self._readings), key=lambda article: article.id))

    def claims(self) -> Iterator[Claim]:
        found = (claim for reading in self._readings for claim in reading.claims)
        return iter(sorted(found, key=lambda claim: claim.id))


def gather_facts(claims: Iterable[Claim], articles: Iterable[Article]) -> list[Fact]:
    """Return the facts behind `claims`, whose articles are among `articles`."""
    return count_facts(claims, origins_of(articles))
