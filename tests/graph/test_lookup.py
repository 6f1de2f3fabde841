from __future__ import annotations

import pytest
from hypothesis import given, settings

from graph import reference
from graph.errors import UsageError
from graph.lookup import find, find_entity, find_item, fold
from graph.model import Entity, Item, Reading
from graph.ontology import items
from graph.stores.memory import MemoryStore
from tests.graph.builders import ReadingsSource, make_claim, make_entity, make_reading
from tests.graph.builders import make_article as article
from tests.graph.strategies import reading_lists

EMPTY = MemoryStore()


def store_with(*entities: Entity) -> MemoryStore:
    said = article()
    claims = [make_claim(said, subject=entity.id) for entity in entities]
    return MemoryStore.of(ReadingsSource([make_reading(said, claims, entities)]))


@pytest.mark.parametrize(
    "text",
    ["DPRK", "dprk", "D.P.R.K.", "Pyongyang", "North Korea", "north  korea ", "KP", "kp", "PRK", "state:KP", "Q423"],
)
def test_all_names_of_a_state_are_one(text: str) -> None:
    assert find_entity(EMPTY, text).id == "state:KP"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("the UN", "org:united-nations"),
        ("U.N.", "org:united-nations"),
        ("Cote d’Ivoire", "state:CI"),
        ("Côte d'Ivoire", "state:CI"),
        ("resolution 1718", "treaty:unscr-1718"),
        ("S/RES/1874 (2009)", "treaty:unscr-1874"),
        ("South Korean", "state:KR"),
        ("M23", "org:m23"),
        ("Washington", "state:US"),
    ],
)
def test_accents_quotes_dots_and_articles_make_no_difference(text: str, entity: str) -> None:
    assert find_entity(EMPTY, text).id == entity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Korea", "South Korea"),
        ("resolution 1718", "resolution 1874"),
        ("Niger", "Nigeria"),
        ("Guinea", "Guinea-Bissau"),
        ("Sudan", "South Sudan"),
        ("DR Congo", "Republic of the Congo"),
    ],
)
def test_near_names_never_merge(one: str, other: str) -> None:
    assert find_entity(EMPTY, one) != find_entity(EMPTY, other)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Congo", ["state:CD", "state:CG"]),
        ("Korea", ["state:KP", "state:KR"]),
        ("AU", ["state:AU", "org:african-union"]),
        ("CAR", ["state:CF", "org:conflict-armament-research"]),
    ],
)
def test_an_ambiguous_name_says_its_candidates(text: str, candidates: list[str]) -> None:
    with pytest.raises(UsageError, match=r"may mean .* give the id") as caught:
        find_entity(EMPTY, text)
    assert all(candidate in str(caught.value) for candidate in candidates)


def test_many_candidates_are_not_all_said() -> None:
    with pytest.raises(UsageError, match=r"or one of \d more; give the id"):
        find_entity(EMPTY, "UN panel")


def test_georgia_is_the_state_until_the_store_knows_another() -> None:
    assert find_entity(EMPTY, "Georgia").id == "state:GE"
    store = store_with(Entity("place:georgia", "Place", "Georgia", minted=True))
    with pytest.raises(UsageError, match=r"Georgia \(place:georgia\) or Georgia \(state:GE\)"):
        find_entity(store, "Georgia")
    assert find_entity(store, "place:georgia").kind == "Place"
    assert find_entity(store, "GE").id == "state:GE"


def test_a_name_written_just_so_settles_what_accents_leave_open() -> None:
    store = store_with(
        Entity("org:ost", "Company", "Ost", minted=True), Entity("org:oest", "Company", "Öst", minted=True)
    )
    assert find_entity(store, "Öst").id == "org:oest"
    with pytest.raises(UsageError, match="may mean"):
        find_entity(store, "öst")


def test_the_store_adds_names_to_the_reference_data() -> None:
    store = store_with(make_entity("state:KP", aliases=("The Northern Neighbour",)))
    assert find_entity(store, "northern neighbour").id == "state:KP"
    assert find_entity(store, "DPRK").aliases == ("The Northern Neighbour",)


def test_an_unknown_name_says_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"no entity is called 'Nort Korea'; nearest: North Korea \(state:KP\), South"):
        find_entity(EMPTY, "Nort Korea")
    with pytest.raises(UsageError, match=r"nearest: .*resolution 1718"):
        find_entity(EMPTY, "1718")


@pytest.mark.parametrize("text", ["", " ", "the", "\u0301", "\x00", "state:", "x" * 10_000])
def test_nonsense_is_refused_and_nothing_breaks(text: str) -> None:
    with pytest.raises(UsageError):
        find(EMPTY, text)


@pytest.mark.parametrize("item", items().values(), ids=list(items()))
def test_every_item_is_found_by_slug_id_label_and_plural(item: Item) -> None:
    for text in (
        item.slug,
        item.id,
        item.label,
        f"{item.slug.replace('-', ' ').removesuffix('s')}s",
        item.label.upper(),
    ):
        assert find_item(text) == item
    assert find(EMPTY, item.id) == item


def test_a_named_weapon_is_refused_with_its_class() -> None:
    for look in (find_item, lambda text: find(EMPTY, text), lambda text: find_entity(EMPTY, text)):
        with pytest.raises(UsageError, match="one of the class short-range-ballistic-missile"):
            look("kn-23")


def test_an_unknown_item_says_the_nearest_and_an_item_is_no_entity() -> None:
    with pytest.raises(UsageError, match=r"nearest: ballistic missile \(item:ballistic-missile\)"):
        find_item("ballistic misile")
    with pytest.raises(UsageError, match="it is the item item:gold"):
        find_entity(EMPTY, "gold")


def test_every_reference_entity_is_found_by_its_id_and_its_name_is_no_others() -> None:
    for record in reference.records().values():
        assert find_entity(EMPTY, record.entity.id) == record.entity
    names = [fold(record.entity.name) for record in reference.records().values()]
    assert len(set(names)) == len(names)


@settings(max_examples=15, deadline=None)
@given(reading_lists(max_size=2))
def test_every_entity_of_a_store_is_found_by_its_id(readings: list[Reading]) -> None:
    store = MemoryStore.of(ReadingsSource(readings))
    for entity in store.entities():
        assert find_entity(store, entity.id) == entity
