from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Article
from graph.origins import LEAST, origins_of
from graph.selection import Selection, select
from graph.stores.memory import MemoryStore
from tests.graph.builders import ReadingsSource, gather_facts, make_article, make_claim, make_reading

WIRE = """\
LIBREVILLE - Serbia has sold sixty mortars and a thousand rounds to Gabon, the army of the small state on the Gulf of \
Guinea said on Sunday, in what diplomats called the largest deal of its kind for years.

The mortars came by air on Friday and were shown to journalists at a barracks outside the capital, where an officer \
said that his men would learn to use them from instructors who had come on the same aircraft.

Serbia's ministry of trade did not answer a request for comment. A spokesman for the maker, which is owned by the \
state, said that the company kept to all the rules for exports and to every embargo of the United Nations.

Gabon has bought arms from France and from Turkey before. It has one of the smallest armies of the region, with some \
five thousand men, and has sent peacekeepers to the Central African Republic, from where they were sent home in 2021."""

# On the same event, by a reporter who was there: names, figures and a quotation are the same, the sentences are not.
OTHER = """\
At a barracks outside Libreville soldiers unloaded sixty mortars on Friday that Gabon has bought from Serbia. The army \
of Gabon, some five thousand men strong, had never owned so many.

"We keep to all the rules for exports and to every embargo of the United Nations," the Serbian maker told this paper. \
Its price list, which this paper has seen, puts a mortar of this type at nine thousand euros.

A diplomat of a European state in the capital saw in the purchase a farewell to France, which used to equip the army \
and has closed most of its bases on the continent. Instructors from Serbia will stay for three months, he said."""

CUT = "\n\n".join(WIRE.split("\n\n")[:2])


def told(text: str, publisher: str | None, agency: str | None = None, **fields: str) -> Article:
    return make_article(text, publisher=publisher, agency=agency, **fields)


COPIES = [
    told(WIRE, "Bay Courier", "Reuters"),
    told(CUT, "Morning Ledger", title="Gabon gets mortars"),
    told(WIRE.replace("LIBREVILLE - ", "").replace("small state", "tiny state"), None, source="saved.html"),
]


def test_copies_of_a_wire_story_have_the_agencys_origin_whether_they_name_it_or_not() -> None:
    assert set(origins_of(COPIES).values()) == {"Reuters"}


def test_two_reports_on_one_event_are_two_origins() -> None:
    articles = [*COPIES, told(OTHER, "Gulf Weekly")]
    assert set(origins_of(articles).values()) == {"Reuters", "Gulf Weekly"}
    assert origins_of(articles)[articles[-1].id] == "Gulf Weekly"


def test_without_an_agency_the_first_publisher_is_the_origin() -> None:
    first = told(WIRE, "Morning Ledger", published="2025-02-03")
    later = told(CUT, "Bay Courier", published="2025-02-04")
    assert set(origins_of([first, later]).values()) == {"Morning Ledger"}


def test_two_parts_of_one_story_are_one_origin_by_the_whole_of_it() -> None:
    parts = [told(CUT, "A"), told(WIRE.removeprefix(CUT), "B")]
    assert len(set(origins_of(parts).values())) == 2
    assert set(origins_of([*parts, told(WIRE, "C", published="2025-02-03")]).values()) == {"C"}


def test_notes_of_a_few_words_are_never_taken_for_copies() -> None:
    text = " ".join(WIRE.split()[: LEAST - 2])
    articles = [told(text, "A"), told(text + " Today.", "B")]
    assert sorted(origins_of(articles).values()) == ["A", "B"]


def test_reports_that_differ_in_all_but_boilerplate_are_not_copies() -> None:
    tail = "The story was written by the desk, and the desk can be reached by telephone on every day of the week. " * 2
    articles = [told(f"{OTHER} {tail}", "A"), told(f"{WIRE} {tail}", "B")]
    assert sorted(origins_of(articles).values()) == ["A", "B"]


@given(st.permutations([*COPIES, told(OTHER, "Gulf Weekly"), told(f"{OTHER}\n\nMore follows.", "Coast Daily")]))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_articles_makes_no_difference(articles: list[Article]) -> None:
    assert origins_of(articles) == origins_of(sorted(articles, key=lambda article: article.id))


def edited(words: list[str], seed: int, share: float) -> str:
    chance = random.Random(seed)
    return " ".join(f"{word}x" if chance.random() < share else word for word in words)


@pytest.mark.parametrize(("share", "is_copy"), [(0.0, True), (0.02, True), (0.06, True), (0.3, False), (0.8, False)])
def test_light_editing_leaves_a_copy_a_copy(share: float, is_copy: bool) -> None:
    origins = origins_of([told(WIRE, "A"), told(edited(WIRE.split(), 1, share), "B")])
    assert (len(set(origins.values())) == 1) == is_copy


def test_facts_count_a_copied_story_once_and_a_selection_counts_as_the_whole_store_does() -> None:
    articles = [*COPIES, told(OTHER, "Gulf Weekly")]
    sentences = ["Serbia has sold sixty mortars"] * 3 + ["Gabon has bought from Serbia"]
    claims = [
        make_claim(article, sentence, subject="state:RS", object="state:GA", item="mortar")
        for article, sentence in zip(articles, sentences, strict=True)
    ]
    assert [fact.origins for fact in gather_facts(claims, articles)] == [2]
    # The article that names the agency is not selected, and tells the origin of its copies all the same.
    readings = [make_reading(articles[0], []), *map(make_reading, articles[1:], [[claim] for claim in claims[1:]])]
    selected = select(MemoryStore.of(ReadingsSource(readings)), Selection(relations=("supplied",)))
    assert [selected.origin_of(article) for article in selected.articles].count("Reuters") == 2
    assert [(len(fact.claims), fact.origins) for fact in selected.facts] == [(3, 2)]


def test_time_is_near_linear_even_where_all_are_copies_of_one_story() -> None:
    chance = random.Random(7)
    words = [f"word{number}" for number in range(3_000)]

    def many(count: int) -> list[Article]:
        own = [told(" ".join(chance.choices(words, k=300)), f"P{number}") for number in range(count // 2)]
        return own + [told(f"{WIRE} Copy {number}.", f"C{number}") for number in range(count // 2)]

    def seconds(articles: list[Article]) -> float:
        started = time.process_time()
        origins_of(articles)
        return time.process_time() - started

    small, large = many(500), many(2_000)
    seconds(small)
    assert seconds(large) < 12 * max(seconds(small), 0.02)
    assert len(set(origins_of(large).values())) == 1_001
