"""The facts as a network: what GraphML, GEXF, node-link JSON and the two tables hold.

Nodes are entities and items, and every line is one fact. Who or what an article leaves unnamed is a node of its own,
of kind `Unnamed`, so that no fact is lost and no two strangers are taken for one. A fact that nobody affirms says so in
its label: "supplied (denied)".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.characters import clean
from graph.model import Article, Claim, Entity, Fact, Item
from graph.ontology import is_weapon, items, relations
from graph.selection import Selected

Attributes = dict[str, str | int | bool]


@dataclass(frozen=True, slots=True)
class Look:
    """How a map draws a node: its colour (#RRGGBB), its radius, and where it stands; y grows downwards."""

    colour: str
    size: int
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Looks:
    """How a map draws a network: its nodes by id, and the colour (#RRGGBB) of each group of relations."""

    nodes: Mapping[str, Look] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)


def rgb(colour: str) -> tuple[int, int, int]:
    """Return a colour written #RRGGBB as numbers up to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its attributes are flat, those without a value left out."""

    id: str
    label: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Line:
    """A fact, from its subject to its object, or to its item where it has no object."""

    id: str
    source: str
    target: str
    label: str
    weight: int
    first: str | None
    last: str | None
    attributes: Attributes

    @property
    def kind(self) -> str:
        """What keeps lines apart between the same two, for programs which would merge them: "supplied drone"."""
        return " ".join(str(self.attributes[part]) for part in ("relation", "item") if part in self.attributes)


def network(selected: Selected) -> tuple[list[Node], list[Line]]:
    """Return the nodes and the lines, both in order of id."""
    claims = {claim.id: claim for claim in selected.claims}
    articles = {article.id: article for article in selected.articles}
    lines = sorted((_line(fact, claims, articles) for fact in selected.facts), key=lambda line: line.id)
    nodes = {node.id: node for node in map(_entity_node, selected.entities)}
    for end in (end for line in lines for end in (line.source, line.target)):
        if end not in nodes:
            nodes[end] = _item_node(items()[end.removeprefix("item:")]) if end.startswith("item:") else _unnamed(end)
    return [nodes[key] for key in sorted(nodes)], lines


def _entity_node(entity: Entity) -> Node:
    optional = {
        "aliases": "; ".join(entity.aliases), "iso2": entity.iso2, "iso3": entity.iso3, "wikidata": entity.wikidata,
        "symbol": entity.symbol,
    }  # fmt: skip
    return Node(clean(entity.id), clean(entity.name), _given(kind=entity.kind, minted=entity.minted, **optional))


def _item_node(item: Item) -> Node:
    broader = f"item:{item.broader}" if item.broader else None
    kind = "WeaponType" if is_weapon(item.slug) else "Item"
    return Node(item.id, item.label, _given(kind=kind, minted=False, broader=broader))


def _unnamed(node_id: str) -> Node:
    return Node(node_id, "(not named)", {"kind": "Unnamed", "minted": True})


def _line(fact: Fact, claims: dict[str, Claim], articles: dict[str, Article]) -> Line:
    relation = relations()[fact.relation]
    status = _status(fact)
    digits = fact.id.removeprefix("fact:")
    return Line(
        id=fact.id,
        source=clean(fact.subject or f"unnamed:subject-{digits}"),
        target=clean(fact.object or (f"item:{fact.item}" if fact.item else f"unnamed:object-{digits}")),
        label=relation.label if fact.affirmed else f"{relation.label} ({status})",
        weight=len(fact.claims),
        first=fact.first,
        last=fact.last,
        attributes=_given(
            relation=fact.relation,
            group=relation.group,
            status=status,
            item=fact.item,
            item_label=items()[fact.item].label if fact.item else None,
            affirmed=fact.affirmed,
            denied=fact.denied,
            unconfirmed=fact.unconfirmed,
            planned=fact.planned,
            disputed=fact.is_disputed,
            origins=fact.origins,
            first=fact.first,
            last=fact.last,
            claims=" ".join(fact.claims),
            words="\n".join(_told([claims[claim] for claim in fact.claims], articles)),
        ),
    )


def _status(fact: Fact) -> str:
    """Return one word for the fact: what its claims say of it, taken together."""
    if fact.affirmed:
        return "disputed" if fact.is_disputed else "affirmed"
    present = [status for status in ("denied", "unconfirmed", "planned") if getattr(fact, status)]
    return ", ".join(present)


def _told(claims: list[Claim], articles: dict[str, Article]) -> Iterator[str]:
    """Yield each sentence once, with who published it when."""
    for article_id, sentence in sorted({(claim.article, claim.sentence) for claim in claims}):
        article = articles[article_id]
        source = ", ".join(part for part in (article.publisher or article.source, article.published) if part)
        yield f"{' '.join(sentence.split())} [{source or article_id}]"


def _given(**values: str | int | bool | None) -> Attributes:
    return {
        name: clean(value) if isinstance(value, str) else value
        for name, value in values.items()
        if value is not None and value != ""
    }
