"""A dossier as text, line by line, and as plain data for JSON. The words of articles are passed on as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from textwrap import wrap
from typing import Any

from graph.model import Article, Entity, Item
from graph.ontology import kinds
from graph.wording import deed_in_words, goods_in_words, standing
from queries.dossier import ArticleDossier, ClaimDossier, Dossier, EntityDossier, ItemDossier
from queries.joined import JoinedClaim
from queries.wording import short_id

_WIDTH = 96


def claims_of(dossier: Dossier) -> list[JoinedClaim]:
    """Return every claim of a dossier once, in its order."""
    match dossier:
        case EntityDossier():
            found = [*dossier.did, *dossier.undergone, *dossier.says]
            return list({joined.claim.id: joined for joined in found}.values())
        case ClaimDossier():
            return [dossier.joined]
        case _:
            return dossier.claims


def claim_data(joined: JoinedClaim) -> dict[str, Any]:
    """Return one claim as a flat row."""
    claim = joined.claim
    return {
        **joined.columns(),
        "earliest": joined.earliest,
        "latest": joined.latest,
        "start": claim.start,
        "end": claim.end,
        "marks": claim.marks,
        "why": claim.why,
        "extractor": claim.extractor,
        "version": claim.version,
    }


def as_data(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier as JSON values: `kind` and what belongs to it."""
    match dossier:
        case EntityDossier():
            parts = {part: list(map(claim_data, getattr(dossier, part))) for part in ("did", "undergone", "says")}
            return {"kind": "entity", "entity": asdict(dossier.entity), **parts}
        case ItemDossier():
            around = {part: [item.id for item in getattr(dossier, part)] for part in ("broader", "narrower")}
            item = {"id": dossier.item.id, **asdict(dossier.item), **around}
            return {"kind": "item", "item": item, "claims": list(map(claim_data, dossier.claims))}
        case ClaimDossier():
            article = asdict(dossier.joined.article)
            paragraph = {"start": dossier.start, "end": dossier.end, "text": article.pop("text")[_span(dossier)]}
            return {
                "kind": "claim", "claim": claim_data(dossier.joined), "paragraph": paragraph, "article": article,
            }  # fmt: skip
        case ArticleDossier():
            return {
                "kind": "article", "article": asdict(dossier.article), "claims": list(map(claim_data, dossier.claims)),
            }  # fmt: skip


def tell(dossier: Dossier) -> Iterator[str]:
    """Yield the lines of a dossier, indented by blanks, none much longer than a terminal."""
    match dossier:
        case EntityDossier():
            yield from _tell_entity(dossier)
        case ItemDossier():
            yield from _tell_item(dossier)
        case ClaimDossier():
            yield from _tell_claim(dossier)
        case ArticleDossier():
            yield from _tell_article(dossier)


def _tell_entity(dossier: EntityDossier) -> Iterator[str]:
    entity = dossier.entity
    origin = ", known from articles only" if entity.minted else ""
    yield f"{entity.name} ({entity.id}), {kinds()[entity.kind].label}{origin}"
    yield from wrapped("also: " + "; ".join(dict.fromkeys(entity.aliases)), 2) if entity.aliases else ()
    yield from wrapped(_codes(entity), 2)
    for title, joined in (("did", dossier.did), ("was done to it", dossier.undergone), ("says", dossier.says)):
        yield from _section(title, joined)
    if not claims_of(dossier):
        yield from ("", "no claim names it")


def _codes(entity: Entity) -> str:
    codes = {"ISO 3166": (entity.iso2, entity.iso3), "Wikidata": (entity.wikidata,), "UN symbol": (entity.symbol,)}
    shown = {name: ", ".join(code for code in some if code) for name, some in codes.items()}
    return "; ".join(f"{name} {some}" for name, some in shown.items() if some)


def _tell_item(dossier: ItemDossier) -> Iterator[str]:
    yield f"{dossier.item.label} ({dossier.item.id}), item"
    for title, found in (("broader", dossier.broader), ("narrower", dossier.narrower)):
        yield from wrapped(f"{title}: {', '.join(map(_item, found))}", 2) if found else ()
    yield from _section("claims, of narrower items too", dossier.claims)
    if not dossier.claims:
        yield from ("", "no claim is of it")


def _item(item: Item) -> str:
    return f"{item.label} ({item.id})"


def _tell_claim(dossier: ClaimDossier) -> Iterator[str]:
    joined, claim = dossier.joined, dossier.joined.claim
    yield from wrapped(f"{standing(claim.status, joined.asserters)}: {_deed(joined)}", 0)
    yield from () if joined.asserters else ("  said in the article's own voice",)
    yield (
        f"  when: {claim.when} (from {joined.earliest or '..'} to {joined.latest or '..'})"
        if claim.when
        else ("  when: not said")
    )
    yield from ("", "in its paragraph, the sentence marked")
    text = joined.article.text
    before, after = text[dossier.start : claim.start], text[claim.end : dossier.end]
    yield from wrapped(f"{before}>>{claim.sentence}<<{after}", 2)
    yield from ("", "from")
    yield from wrapped(_source(joined.article), 2)
    yield f"  {joined.article.id}, characters {claim.start} to {claim.end}"
    yield from ("", "why")
    yield from (line for reason in claim.why for line in wrapped(reason, 2))
    yield f"  read by {claim.extractor} {claim.version}; {claim.id} (`sanctionsgraph explain {short_id(claim.id)}`)"


def _tell_article(dossier: ArticleDossier) -> Iterator[str]:
    article = dossier.article
    yield from wrapped(article.title or "untitled article", 0)
    yield from wrapped(_source(article), 2)
    yield f"  {article.id}, {len(article.text)} characters"
    relevance = "relevant" if article.relevant else "not relevant"
    yield from wrapped(f"{relevance}: {article.reason}" if article.reason else relevance, 2)
    yield from _section("claims", dossier.claims)
    if not dossier.claims:
        yield from ("", "no claims")


def _source(article: Article) -> str:
    parts = [article.title and f"“{article.title}”", article.publisher, article.agency and f"by {article.agency}"]
    parts += [article.published or "date unknown", article.url, article.source, article.document]
    return ", ".join(part for part in parts if part)


def _section(title: str, found: Sequence[JoinedClaim]) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield f"{title} ({len(found)})"
    for joined in found:
        claim, article = joined.claim, joined.article
        when = f", {claim.when}" if claim.when else ""
        yield from wrapped(f"{standing(claim.status, joined.asserters)}: {_deed(joined)}{when}", 2)
        yield from wrapped(f"“{claim.sentence}”", 6)
        source = ", ".join(part for part in (article.publisher, article.published) if part) or short_id(article.id)
        yield from wrapped(f"{source}; claim {short_id(claim.id)}", 6)


def _deed(joined: JoinedClaim) -> str:
    claim = joined.claim
    names = [entity.name if entity else None for entity in (joined.subject, joined.object)]
    goods = goods_in_words(joined.item.label if joined.item else None, claim.quantity)
    return deed_in_words(names[0], claim.relation, names[1], goods)


def _span(dossier: ClaimDossier) -> slice:
    return slice(dossier.start, dossier.end)


def wrapped(text: str, indent: int) -> list[str]:
    """Return `text` in lines that are not much longer than a terminal is wide."""
    blanks = " " * indent
    return wrap(text, _WIDTH, initial_indent=blanks, subsequent_indent=blanks, break_on_hyphens=False)
