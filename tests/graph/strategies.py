"""Hypothesis strategies for made-up entities, articles, claims, readings, and whole sets of them.

Names and sentences hold what hostile pages hold. Relations get the parts, and entities the kinds, that the ontology
asks for; ids and sentences are what the model says they must be.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graph import reference
from graph.model import BOUNDS, STATUSES, Article, Claim, Entity, Quantity, Reading, normalise_text, slugify
from graph.ontology import Relation, items, kinds, relations
from tests.graph.builders import make_article, make_claim, make_reading

HOSTILE = (
    "<script>alert(1)</script>", "=HYPERLINK(1)", "'; DROP TABLE claims; --", "MATCH (n) DETACH DELETE n", "../../x",
    "\u4e2d\u56fd \U0001f680", "Zo\u00eb \u2013 \u201cO'Neil\u201d", "a\\b\"c'd`e{f}g$h", "\u0645\u0635\u0631", "]]>&amp;%0a#?",
)  # fmt: skip
WHENS = (
    "2024", "2024-10", "2024-10-05", "2024-02-29", "XXXX-04", "XXXX-04-12", "2024-21", "2023-24", "202X", "2023-09/..",
    "../2024-11", "2024-03/2024-10", "2024?", "2024-10~", "2023-05%/2024",
)  # fmt: skip
_REFERENCE = ("state:KP", "state:RU", "state:IR", "state:US", "state:KR", "org:msmt", "treaty:unscr-1718")


def phrases() -> st.SearchStrategy[str]:
    """Text of a few words on one line, as it is stored: never empty."""
    anything = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
    plain = st.text("abc XYZ.,09", min_size=1, max_size=20)
    kept = (anything | plain | st.sampled_from(HOSTILE)).map(lambda text: " ".join(normalise_text(text).split()))
    return kept.filter(bool)


def entities(*, of_kinds: tuple[str, ...] = ()) -> st.SearchStrategy[Entity]:
    """Reference entities and minted ones, of these kinds where named."""
    allowed = of_kinds or tuple(kinds())
    known = [reference.records()[name].entity for name in _REFERENCE if name in reference.records()]
    fitting = [entity for entity in known if entity.kind in allowed]
    minted = st.builds(_minted, st.sampled_from(allowed), phrases(), st.sets(phrases(), max_size=3))
    return st.sampled_from(fitting) | minted if fitting else minted


def _minted(kind: str, name: str, aliases: set[str]) -> Entity:
    # The kind in the id keeps two kinds of one prefix, and the reference data, apart.
    entity_id = f"{kinds()[kind].prefix}:made-{kind.lower()}-{slugify(name)}"
    return Entity(entity_id, kind, slugify(name), tuple(sorted(aliases - {slugify(name)})), minted=True)


def quantities() -> st.SearchStrategy[Quantity]:
    values = st.integers(0, 10**9).map(float) | st.floats(0, 1e12, allow_subnormal=False)
    return st.builds(Quantity, values, st.sampled_from(BOUNDS), st.none() | st.sampled_from(["tonne", "USD"]))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles of one to four paragraphs, each a sentence; parts of what a page may say are missing."""
    text = "\n\n".join(draw(st.lists(phrases(), min_size=1, max_size=4, unique=True)))
    optional = st.none() | phrases()
    fields: dict[str, Any] = {
        key: draw(optional) for key in ("title", "publisher", "agency", "url", "source", "document")
    }
    published = draw(st.none() | st.dates().map(str))
    return make_article(text, published=published, **fields)


@st.composite
def readings(draw: st.DrawFn, article: st.SearchStrategy[Article] | None = None) -> Reading:
    """Readings with up to five claims; those without any are of articles held irrelevant, or not."""
    drawn = draw(article or articles())
    claims, named = [], {}
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
