"""What the page knows: a JSON object of nodes, lines, facts, claims, articles and names.

Claims stand in the order of their words, and a sentence only with the first of its claims; facts stand in the order of
their lines: the page stays small.
Nothing in it is markup, and only http and https addresses are passed on as links.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from graph.model import STATUSES, Article, Claim, Entity, Fact, Item
from graph.ontology import broader_items, items, items_meet, kinds, relations
from graph.selection import Selected
from graph.when import bounds_or_none
from graph.wording import quantity_in_words
from sanctionsgraph.maps.lines import Drawn
from sanctionsgraph.maps.looks import group_looks, kind_looks, kind_on_map
from sanctionsgraph.maps.wording import when_in_words

Json = dict[str, Any]
# Of an id's twenty: `sanctionsgraph show` takes as few as tell the claim from others, and digits do not pack.
_ID_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Evidence:
    """The facts that are on the map, with their claims and articles, renumbered.

    `position` is the new number by the old one; `origins` tells, for each article, whom its words come from first.
    """

    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    articles: tuple[Article, ...]
    position: dict[int, int]
    origins: tuple[str, ...]


def evidence_of(selected: Selected, drawn: Drawn) -> Evidence:
    """Return the facts of drawn lines, line by line, then those listed with drawn nodes; claims by article."""
    on_lines = chain.from_iterable(line.facts for line in drawn.lines)
    kept = list(dict.fromkeys([*on_lines, *sorted(chain.from_iterable(drawn.loose.values()))]))
    facts = tuple(selected.facts[old] for old in kept)
    ids = {claim for fact in facts for claim in fact.claims}
    claims = tuple(sorted((claim for claim in selected.claims if claim.id in ids), key=_place))
    quoted = {claim.article for claim in claims}
    articles = tuple(article for article in selected.articles if article.id in quoted)
    origins = tuple(map(selected.origin_of, articles))
    return Evidence(facts, claims, articles, {old: new for new, old in enumerate(kept)}, origins)


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.article, claim.start, claim.end, claim.id


def describe_evidence(evidence: Evidence, entities: Mapping[str, Entity], nodes: Sequence[str]) -> Json:
    """Return facts, claims, articles and names as JSON values that refer to each other by number or id."""
    claim_numbers = {claim.id: number for number, claim in enumerate(evidence.claims)}
    article_numbers = {article.id: number for number, article in enumerate(evidence.articles)}
    origins = {origin: number for number, origin in enumerate(sorted(set(evidence.origins)))}
    rivals = _rivals(evidence.facts)
    return {
        "facts": [
            _fact(fact, [claim_numbers[claim] for claim in fact.claims], rivals.get(number, []))
            for number, fact in enumerate(evidence.facts)
        ],
        "claims": [
            _claim(claim, article_numbers[claim.article], before)
            for before, claim in zip((None, *evidence.claims), evidence.claims, strict=False)
        ],
        "ids": "".join(claim.id.partition(":")[2][:_ID_DIGITS] for claim in evidence.claims),
        "idDigits": _ID_DIGITS,
        "articles": [
            _article(article, origins[origin])
            for article, origin in zip(evidence.articles, evidence.origins, strict=True)
        ],
        "names": _names(evidence, entities, nodes),
        "relations": {
            name: {part: getattr(relations()[name], part) for part in ("label", "inverse", "object", "group")}
            for name in sorted({fact.relation for fact in evidence.facts})
        },
        "kinds": [
            {"name": name, "shape": look.shape, "colour": look.colour, "label": look.label}
            for name, look in kind_looks().items()
        ],
        "groups": [
            {"name": name, "label": look.label, "colour": look.colour, "dark": look.dark}
            for name, look in group_looks().items()
        ],
        "statuses": list(STATUSES),
        "dates": {when: _date(when) for when in sorted({claim.when for claim in evidence.claims if claim.when})},
    }


def _rivals(facts: Sequence[Fact]) -> dict[int, list[int]]:
    """Return, by fact, those it cannot be true beside: one said, one denied, items the same or one broader."""
    by_parties: dict[tuple[str, str | None, str | None], list[int]] = {}
    for number, fact in enumerate(facts):
        by_parties.setdefault((fact.relation, fact.subject, fact.object), []).append(number)
    rivals: dict[int, list[int]] = {}
    for numbers in by_parties.values():
        for one in numbers:
            for other in numbers:
                is_said, is_denied = len(facts[one].claims) > facts[one].denied, facts[other].denied > 0
                if is_said and is_denied and items_meet(facts[one].item, facts[other].item):
                    for number, rival in {(one, other), (other, one)}:
                        rivals.setdefault(number, []).append(rival)
    return {number: sorted(set(found)) for number, found in rivals.items()}


def _fact(fact: Fact, claims: list[int], rivals: list[int]) -> Json:
    parts = {
        "relation": fact.relation,
        "subject": fact.subject,
        "object": fact.object,
        "item": f"item:{fact.item}" if fact.item else None,
        "claims": claims,
        "rivals": rivals,
    }
    return {name: value for name, value in parts.items() if value not in (None, [])}


def _claim(claim: Claim, article: int, before: Claim | None) -> Json:
    parts = {
        "article": article,
        "status": claim.status,
        "sentence": None if before and before.sentence == claim.sentence else claim.sentence,
        "marks": mark_widths(claim),
        "by": list(claim.asserted_by),
        "quantity": quantity_in_words(claim.quantity),
        "when": claim.when,
    }
    return {name: value for name, value in parts.items() if value not in (None, [], "")}


def _date(when: str) -> list[str | None]:
    """Return the first and the last day that a date allows, and the date in words."""
    return [*bounds_or_none(when), when_in_words(when)]


def mark_widths(claim: Claim) -> list[int]:
    """Return how long the pieces of the sentence are, plain and marked in turn, up to the last mark.

    Counted as JavaScript does: a character beyond the first 65,536 as two.
    """
    pieces, done = [], 0
    for start, end in sorted(claim.marks):
        low, high = max(start - claim.start, done), min(end - claim.start, len(claim.sentence))
        if low < high:
            pieces += [claim.sentence[done:low], claim.sentence[low:high]]
            done = high
    return [len(piece) + sum(character > "\uffff" for character in piece) for piece in pieces]


def _article(article: Article, origin: int) -> Json:
    parts = {
        "title": article.title,
        "publisher": article.publisher or article.source,
        "agency": article.agency,
        "published": article.published,
        "url": article.url if is_web_address(article.url) else None,
        "origin": origin,
    }
    return {name: value for name, value in parts.items() if value is not None}


def is_web_address(url: str | None) -> bool:
    """Say whether `url` is an absolute http or https address without blanks or controls."""
    if url is None or any(character <= " " or character in '"<>\\^`{|}' for character in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _names(evidence: Evidence, entities: Mapping[str, Entity], nodes: Sequence[str]) -> dict[str, Json]:
    named = set(nodes)
    for fact in evidence.facts:
        named.update(part for part in (fact.subject, fact.object) if part)
        named.update(f"item:{slug}" for slug in broader_items(fact.item)) if fact.item else None
    named.update(by for claim in evidence.claims for by in claim.asserted_by)
    return {name: describe_node(find_node(name, entities)) for name in sorted(named)}


def find_node(node: str, entities: Mapping[str, Entity]) -> Entity | Item:
    """Return the entity or item with this id."""
    return items()[node.removeprefix("item:")] if node.startswith("item:") else entities[node]


def describe_node(node: Entity | Item) -> Json:
    """Return what the page says of a node apart from its claims."""
    parts: Json
    if isinstance(node, Item):
        parts = {"name": node.label, "kind": kind_on_map(node), "sort": "item", "broader": node.broader}
    else:
        codes = [code for code in (node.iso2, node.iso3, node.symbol, node.wikidata) if code]
        parts = {
            "name": node.name,
            "kind": kind_on_map(node),
            "sort": kinds()[node.kind].label if node.kind in kinds() else node.kind.lower(),
            "aliases": [alias for alias in dict.fromkeys(node.aliases) if alias != node.name],
            "codes": codes,
            "minted": node.minted or None,
        }
    return {name: value for name, value in parts.items() if value not in (None, [])}
