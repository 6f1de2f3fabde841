from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph import reference
from graph.model import Article, article_id, claim_id, normalise_text
from graph.ontology import items, relations
from graph.when import is_edtf
from ingest.pipeline import read_article
from tests.ingest.reading import only, read

PARTS = (
    "Iran", "North Korea", "the Wagner Group", "Russia’s", "It", "the two countries", "Team (MSMT)", "Resolution 1718",
    "sent", "has not sold", "denied sending", "were shipped by", "vetoed", "imposed sanctions on", "which attacked",
    "at least 40", "$3 million", "drones", "artillery shells", "KN-23 missiles", "troops", "to Russia", "from Syria",
    "in May 2024", "last year", "said", "according to", "“", "”", '"', "(", ")", "[", "{", ".", ",", ";", "?", "\n\n",
    "\n",
    "\u200b", "\u202e", "\ufeff", "e\u0301", "\U0001f680", "\u4e2d\u56fd", "\u0645\u0635\u0631", "\x00", "\ud800", "--",
    "’s", "-made",
    "SEOUL, May 3 (Agency) -", "<script>", "=1+1", "and", "A.B.C.", "Gen.",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS), max_size=40).map(" ".join) | st.lists(
    st.sampled_from(PARTS) | st.text(max_size=8), max_size=25
).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("sent Iran said")
def test_every_claim_shows_its_words_whatever_the_text(text: str) -> None:
    reading = read(text)
    article, entities = reading.article, {entity.id for entity in reading.entities}
    for claim in reading.claims:
        assert article.text[claim.start : claim.end] == claim.sentence != ""
        assert all(claim.start <= start < end <= claim.end for start, end in claim.marks)
        assert {claim.subject, claim.object, *claim.asserted_by} - {None} <= entities
        assert claim.object or claim.item
        assert claim.relation in relations()
        assert claim.item is None or claim.item in items()
        assert claim.when is None or is_edtf(claim.when)
        assert claim.id == claim_id(claim)
        assert claim.subject != claim.object or claim.relation == "attacked"
    assert read(text) == reading


def test_ids_in_a_reading_are_unique() -> None:
    reading = read("Iran sent drones and rockets to Russia and Syria. Iran sent 40 drones to Russia, Japan said.")
    assert len({claim.id for claim in reading.claims}) == len(reading.claims) == 4


def test_an_irrelevant_article_gives_no_claims() -> None:
    reading = read("Iran sent drones to Russia.", relevant=False)
    assert (reading.claims, reading.entities) == ((), ())


def test_a_claim_carries_figure_date_source_and_why() -> None:
    claim = only("Iran sent at least 40 Shahed-136 drones to Russia in May 2024, Japan said.")
    assert claim.quantity
    assert (claim.quantity.value, claim.quantity.bound, claim.quantity.unit) == (40, "min", None)
    assert (claim.item, claim.when, claim.asserted_by) == ("attack-drone", "2024-05", ("state:JP",))
    assert "lexicon supplied/give" in claim.why[0]


def test_the_marks_are_words_of_the_claim() -> None:
    reading = read("Yesterday Iran sent drones to Russia.")
    (claim,) = reading.claims
    assert {reading.article.text[start:end] for start, end in claim.marks} >= {"sent", "drones"}


def test_a_relative_date_is_read_against_the_day_of_publication() -> None:
    assert only("Iran sent drones to Russia last year.").when == "2024"
    (claim,) = read("Iran sent drones to Russia in April.", published=None).claims
    assert claim.when == "XXXX-04"


def test_a_minted_entity_comes_with_the_reading() -> None:
    reading = read("The Sahel Arms Company sold rifles to Chad.")
    (minted,) = [entity for entity in reading.entities if reference.entity(entity.id) is None]
    assert (minted.name, minted.minted) == ("Sahel Arms Company", True)


def test_no_claim_joins_a_name_and_a_deed_across_the_border_of_two_readings() -> None:
    assert len(read("Iran met Russia.").claims) == 0
    assert len(read("It sent drones to Syria.").claims) == 0


@pytest.mark.parametrize(
    "text",
    ["", " \n\n ", ".", "“", "(((", "\u200b", "Iran", "sent", "Iran sent", "\U0001f680" * 50, "a" * 5000, "-" * 500],
    ids=repr,
)
def test_next_to_nothing_gives_nothing(text: str) -> None:
    assert read(text).claims == ()


# Texts in which twice the length may take little more than twice the time.
SHAPES = {
    "paragraphs": "Iran sent drones to Russia in May.\n\n",
    "sentences": "It sent it to them and they sent it to it. ",
    "lines": "Iran\n",
    "quotation marks": '"',
    "brackets": "(",
    "brackets never closed": "Iran sent (drones to Russia.\n\n",
    "one word": "a",
    "hyphens": "a-",
}


@pytest.mark.parametrize("unit", SHAPES.values(), ids=SHAPES)
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        read(unit * (length // len(unit)))
        return time.process_time() - start

    short = seconds(2_000)
    assert seconds(8_000) < 10 * short + 0.5


@pytest.mark.parametrize("mark", ["{", "(", "[", "“", '"', "}", ")", "]"])
def test_a_mark_without_its_partner_is_no_trouble(mark: str) -> None:
    assert [claim.object for claim in read(f"Iran {mark} sent drones to Russia.").claims] == ["state:RU"]


HOSTILE_SHAPES: dict[str, Callable[[int], str]] = {
    "a list of names": lambda n: "Iran sent drones to " + ", ".join(f"Bank Alpha{i}" for i in range(n)) + ".",
    "a list of resolutions": lambda n: "Resolutions " + ", ".join(str(1000 + i % 2000) for i in range(n)) + ".",
    "no full stop": lambda n: "Iran sent drones to Russia and " * n,
    "full stops": lambda n: "...." * n,
    "capitals": lambda n: "Alpha " * n,
    "clauses in clauses": lambda n: "Iran, which sent drones to Russia, " * n,
    "open brackets": lambda n: "([{" * n,
}


@pytest.mark.parametrize("shape", HOSTILE_SHAPES)
def test_time_grows_with_the_text_and_no_faster(shape: str) -> None:
    def seconds(count: int) -> float:
        text = normalise_text(HOSTILE_SHAPES[shape](count))
        start = time.process_time()
        read_article(Article(id=article_id(text), text=text))
        return time.process_time() - start

    seconds(50)
    short, long = seconds(300), seconds(1500)
    assert long < 15 * short + 0.5  # five times the text; a quadratic reader would need twenty-five times the time
