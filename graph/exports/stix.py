"""A STIX 2.1 bundle: for OpenCTI, MISP and other platforms that exchange threat intelligence.

Every claim is a note with its words. Only one that is affirmed is a relationship, too; a denial is an opinion on the
relationships that it speaks against. An article is a report with all that it tells (a grouping where it bears no day;
nothing where it tells nothing). What STIX has no property for is in an extension, which the bundle defines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from graph.exports.denials import denials
from graph.exports.records import as_json, listed
from graph.exports.stix_claims import ClaimObjects
from graph.exports.stix_objects import (
    Object,
    Stamps,
    article_reference,
    day_stamp,
    entity_object,
    extension,
    given,
    head,
    item_object,
    stix_id,
    system_objects,
)
from graph.ledger.checks import named_in
from graph.model import Article, digest
from graph.ontology import items
from graph.rdf.vocabulary import BASE
from graph.selection import Selected


def lines(selected: Selected) -> Iterator[str]:
    """Yield the bundle, an object a line."""
    yield f'{{"type": "bundle", "id": "{_bundle_id(selected)}", "objects": ['
    yield from listed(map(as_json, _objects(selected)))
    yield "\n]}\n"


def _bundle_id(selected: Selected) -> str:
    held = [[each.id for each in part] for part in (selected.entities, selected.articles, selected.claims)]
    return f"bundle--{uuid5(NAMESPACE_URL, f'{BASE}stix/{digest(*held)}')}"


def _objects(selected: Selected) -> Iterator[Object]:
    yield from system_objects()
    stamps = Stamps(selected)
    told_in = _told_in(selected)
    for entity in selected.entities:
        yield entity_object(entity, stamps.of_thing(told_in[entity.id]))
    for slug in sorted({claim.item for claim in selected.claims if claim.item and not claim.object}):
        item = items()[slug]
        yield item_object(item, stamps.of_thing(told_in[item.id]))
    yield from _claims(selected, stamps)


def _told_in(selected: Selected) -> Mapping[str, set[str]]:
    """Return the articles that name each entity and item."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in selected.claims:
        for named in named_in(claim) | ({f"item:{claim.item}"} if claim.item else set()):
            found[named].add(claim.article)
    return found


def _claims(selected: Selected, stamps: Stamps) -> Iterator[Object]:
    entities = {entity.id: entity for entity in selected.entities}
    articles = {article.id: article for article in selected.articles}
    makes = ClaimObjects(entities, articles, stamps)
    against = denials(selected.claims)
    refs: dict[str, dict[str, None]] = defaultdict(dict)
    for claim in selected.claims:
        for made in makes.of(claim, against.get(claim.id, ())):
            yield made
            refs[claim.article][made["id"]] = None
        refs[claim.article].update(dict.fromkeys(makes.named(claim)))
    for article_id in sorted(refs):
        yield _article(articles[article_id], selected, list(refs[article_id]), stamps)


def _article(article: Article, selected: Selected, refs: list[str], stamps: Stamps) -> Object:
    published = day_stamp(article.published)
    kind = "report" if published else "grouping"
    dated = {"published": published} if published else {"context": "unspecified"}
    told = {"name": article.title or article.source or article.id, **dated, "object_refs": refs}
    details = given(article=article.id, agency=article.agency, origin=selected.origin_of(article), page=article.source)
    source = {"external_references": [article_reference(article)]}
    return head(stix_id(kind, article.id), stamps.of([article.id])) | told | source | extension(details)
