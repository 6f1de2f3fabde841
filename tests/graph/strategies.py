"""Hypothesis strategies for made-up entities, articles, claims, readings, and whole sets of them.

Names and sentences hold what hostile pages hold. Relations get the parts, and entities the kinds, that the ontology
asks for; ids and sentences are what the model says they must be.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from graph import reference
from graph.model import BOUNDS, STATUSES, Article, Claim, Entity, Quantity, Reading, normalise_text, slugify
from graph.ontology import Relation, items, kinds, relations
from tests.graph.builders import make_article, make_claim, make_reading

HOSTILE = (
    "<script>alert(1)</script>", "=HYPERLINK(1)", "'; DROP TABLE claims; --", "MATCH (n) DETACH DELETE n", "../../x",
    "中国 \U0001f680", "Zoë – “O'Neil”", "a\\b\"c'd`e{f}g$h", "\u0645\u0635\u0631", "]]>&amp;%0a#?",
)  # fmt: skip
_WORDS = ("North", "korea", "sent", "100", "shells,", "to", "Russia.", "\uff30", "𝐏", "é", "-", '"', "x" * 40)
WHENS = (
    "2024", "2024-10", "2024-10-05", "2024-02-29", "XXXX-04", "XXXX-04-12", "2024-21", "2023-24", "202X", "2023-09/..",
    "../2024-11", "2024-03/2024-10", "2024?", "2024-10~", "2023-05%/2024",
)  # fmt: skip
_REFERENCE = ("state:KP", "state:RU", "state:IR", "state:US", "state:KR", "org:msmt", "treaty:unscr-1718")


# Drawn whole: a strategy for each word would make every test that draws a ledger slow.
PHRASES = (
    tuple(
        normalise_text(f"{first} {second}") for first in _WORDS + HOSTILE for second in ("sent", "=1+1", "\u30df\u30b5")
    )
    + HOSTILE
)


@cache
def phrases() -> st.SearchStrategy[str]:
    """Text of a few words on one line, as it is stored: never empty."""
    return st.sampled_from(PHRASES)


@cache
def entities(*, of_kinds: tuple[str, ...] = ()) -> st.SearchStrategy[Entity]:
    """Reference entities and minted ones, of these kinds where named; one id may come with other aliases."""
    allowed = of_kinds or tuple(kinds())
    known = [reference.records()[name].entity for name in _REFERENCE if name in reference.records()]
    minted = [_minted(kind, number) for kind in allowed for number in range(6)]
    return st.sampled_from([entity for entity in known if entity.kind in allowed] + minted)


def _minted(kind: str, number: int) -> Entity:
    # The kind in the id keeps two kinds of one prefix, and the reference data, apart.
    name = f"made {kind.lower()} {HOSTILE[number // 2]}"
    aliases = sorted({HOSTILE[-1 - number], HOSTILE[number // 2]})
    return Entity(f"{kinds()[kind].prefix}:{slugify(name)}", kind, name, tuple(aliases), minted=True)


@cache
def quantities() -> st.SearchStrategy[Quantity]:
    values = st.sampled_from([0.0, 0.1, 100.0, 9e6, 1e12, 1 / 3])
    return st.builds(Quantity, values, st.sampled_from(BOUNDS), st.none() | st.sampled_from(["tonne", "USD"]))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles of one to four paragraphs, each a sentence; parts of what a page may say are missing."""
    text = "\n\n".join(draw(st.lists(phrases(), min_size=1, max_size=4, unique=True)))
    optional = st.sampled_from([None, None, *PHRASES])
    fields: dict[str, Any] = {
        key: draw(optional) for key in ("title", "publisher", "agency", "url", "source", "document")
    }
    published = draw(st.sampled_from([None, "2023-12-31", "2024-02-29", "2025-05-29"]))
    return make_article(text, published=published, **fields)


@st.composite
def readings(draw: st.DrawFn, article: st.SearchStrategy[Article] | None = None) -> Reading:
    """Readings with up to five claims; those without any are of articles held irrelevant, or not."""
    drawn = draw(article or articles())
    claims: list[Claim] = []
    named: dict[str, Entity] = {}
    for _ in range(draw(st.integers(0, 5))):
        claim, parts = draw(_claims(drawn))
        claims.append(claim)
        # Within an article an id means one entity: the first drawn stays.
        named = {entity.id: entity for entity in parts} | named
    distinct = {claim.id: claim for claim in claims}
    return make_reading(drawn, list(distinct.values()), list(named.values()))


@st.composite
def _claims(draw: st.DrawFn, article: Article) -> tuple[Claim, list[Entity]]:
    relation = draw(st.sampled_from(list(relations().values())))
    subject = draw(entities(of_kinds=relation.domain))
    asserters = draw(st.lists(entities(), max_size=2, unique_by=lambda entity: entity.id))
    other, item = draw(_object_and_item(relation))
    claim = make_claim(
        article,
        draw(st.sampled_from(article.text.split("\n\n"))),
        relation=relation.name,
        subject=subject.id,
        object=other.id if other else None,
        item=item,
        quantity=draw(st.none() | quantities()),
        when=draw(st.none() | st.sampled_from(WHENS)),
        asserted_by=tuple(entity.id for entity in asserters),
        status=draw(st.sampled_from(STATUSES)),
    )
    return claim, [subject, *asserters, *([other] if other else [])]


@cache
def _object_and_item(relation: Relation) -> st.SearchStrategy[tuple[Entity | None, str | None]]:
    """An object, an item or both, as the relation allows; never neither."""
    some: dict[str, tuple[bool, ...]] = {"required": (True,), "optional": (True, False), "none": (False,)}
    ways = [(o, i) for o in some[relation.object] for i in some[relation.item] if o or i]
    pairs = [
        st.tuples(
            entities(of_kinds=relation.range) if has_object else st.none(),
            st.sampled_from(list(items())) if has_item else st.none(),
        )
        for has_object, has_item in ways
    ]
    return st.one_of(pairs)


def reading_lists(*, max_size: int = 4) -> st.SearchStrategy[list[Reading]]:
    """Readings of different articles; what `graph.ledger` or `tests.graph.builders.ReadingsSource` can hold."""
    return st.lists(readings(), max_size=max_size, unique_by=lambda reading: reading.article.id)
