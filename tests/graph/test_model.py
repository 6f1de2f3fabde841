from __future__ import annotations

import re
import unicodedata
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Article, Claim, Fact, Quantity, article_id, claim_id, digest, normalise_text, slugify

SENTENCE = "North Korea shipped at least 100 missiles to Russia."
CLAIM = Claim(
    id="",
    article=article_id(SENTENCE),
    relation="supplied",
    subject="state:KP",
    object="state:RU",
    item="missile",
    quantity=Quantity(100, "min"),
    when="2024",
    asserted_by=("org:msmt",),
    status="affirmed",
    sentence=SENTENCE,
    start=0,
    end=len(SENTENCE),
)


@settings(max_examples=200)
@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise_text(text)
    assert normalise_text(once) == once


@settings(max_examples=200)
@given(st.text())
def test_a_normalised_text_is_composed_and_hides_nothing(text: str) -> None:
    stored = normalise_text(text)
    assert unicodedata.is_normalized("NFC", stored)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e\ufeff\r]", stored)
    assert stored == stored.strip()
    stored.encode("utf-8")


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("mis\u00adsile\u200b", "missile"),
        ("\ufeffIran\u202e", "Iran"),
        ("e\u0301", "\u00e9"),
        ("a  \n\tb \n", "a\n\tb"),
        ("\ud800", ""),
        ("2,000\u00a0drones in\u202f2024", "2,000 drones in 2024"),
    ],
)
def test_text_is_stored_without_what_cannot_be_seen(written: str, stored: str) -> None:
    assert normalise_text(written) == stored


@given(st.text(min_size=1))
def test_blanks_and_line_breaks_do_not_make_another_article(text: str) -> None:
    stored = normalise_text(text)
    assert article_id(stored) == article_id("  " + "\n\n".join(stored.split()) + "\n")


def test_two_texts_are_two_articles() -> None:
    assert article_id("North Korea") != article_id("South Korea")


@given(st.text())
def test_a_slug_is_lower_case_ascii_and_never_empty(name: str) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slugify(name))


def test_names_in_other_scripts_get_slugs_of_their_own() -> None:
    assert slugify("Müller & Söhne, Ltd.") == "muller-sohne-ltd"
    assert slugify("\u5317\u671d\u9bae") != slugify("\u97d3\u570b")


@settings(max_examples=100)
@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_different_parts_have_different_digests(left: list[str], right: list[str]) -> None:
    assert (digest(*left) == digest(*right)) == (left == right)


def test_a_claim_s_id_stays_the_same_between_versions_of_the_reader() -> None:
    later = replace(CLAIM, version="99", why=("another rule",), extractor="other")
    assert claim_id(CLAIM) == claim_id(later) == "claim:" + claim_id(CLAIM).removeprefix("claim:")


@pytest.mark.parametrize(
    "change",
    [
        {"relation": "assisted"}, {"subject": "state:KR"}, {"object": None}, {"item": "ballistic-missile"},
        {"quantity": None}, {"quantity": Quantity(100)}, {"when": "2023"}, {"asserted_by": ()}, {"status": "denied"},
        {"start": 1}, {"end": 1}, {"article": "article:0"},
    ],
)  # fmt: skip
def test_a_claim_that_says_something_else_has_another_id(change: dict[str, object]) -> None:
    assert claim_id(replace(CLAIM, **change)) != claim_id(CLAIM)  # type: ignore[arg-type]


def test_a_claim_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        CLAIM.status = "denied"  # type: ignore[misc]


def test_copies_of_one_agency_share_an_origin() -> None:
    copies = [Article(article_id(name), name, publisher=name, agency="Reuters") for name in ("Daily", "Gazette")]
    assert {copy.origin for copy in copies} == {"Reuters"}
    assert Article("article:1", "text").origin == "article:1"


def test_a_fact_is_disputed_where_one_affirms_and_another_denies() -> None:
    def fact(affirmed: int, denied: int) -> Fact:
        return Fact(*CLAIM.fact, (), affirmed, denied, unconfirmed=0, planned=0, origins=1, first=None, last=None)

    assert fact(1, 1).is_disputed
    assert not fact(2, 0).is_disputed
    assert not fact(0, 2).is_disputed
    assert fact(1, 1).id == fact(2, 0).id
