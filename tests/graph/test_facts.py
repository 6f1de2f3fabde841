from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import STATUSES, Article, Claim, Fact, Reading
from graph.when import bounds
from tests.graph.builders import gather_facts, make_article, make_claim
from tests.graph.strategies import reading_lists


def facts_of(readings: Sequence[Reading]) -> list[Fact]:
    claims = [claim for reading in readings for claim in reading.claims]
    return gather_facts(claims, [reading.article for reading in readings])


def told(number: int, **fields: str | None) -> Article:
    return make_article(f"{number}: North Korea sent shells to Russia.", **fields)


@given(reading_lists())
@settings(max_examples=20, deadline=None)
def test_every_claim_is_in_one_fact_and_counted_under_its_status(readings: list[Reading]) -> None:
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    facts = facts_of(readings)
    assert sorted(claim for fact in facts for claim in fact.claims) == sorted(claims)
    for fact in facts:
        behind = [claims[name] for name in fact.claims]
        assert {claim.fact for claim in behind} == {(fact.relation, fact.subject, fact.object, fact.item)}
        assert [getattr(fact, status) for status in STATUSES] == [
            sum(claim.status == status for claim in behind) for status in STATUSES
        ]
        assert 1 <= fact.origins <= len({claim.article for claim in behind})
        assert all((fact.first or "") <= (bounds(claim.when)[0] or "~") for claim in behind)
        assert all((fact.last or "~") >= (bounds(claim.when)[1] or "") for claim in behind)


@given(reading_lists(), st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_facts_come_in_one_order_whatever_that_of_the_claims(readings: list[Reading], random: st.DataObject) -> None:
    facts = facts_of(readings)
    keys = [[part or "" for part in (fact.relation, fact.subject, fact.object, fact.item)] for fact in facts]
    assert all(one < other for one, other in pairwise(keys))
    assert facts_of(readings[::-1]) == facts
    assert len({fact.id for fact in facts}) == len(facts)


def test_copies_of_one_agency_are_one_origin() -> None:
    articles = [
        told(1, publisher="The Bay Courier", agency="Invented Wire"),
        told(2, publisher="The Morning Ledger", agency="Invented Wire"),
        told(3, publisher="The Morning Ledger"),
        told(4, source="a.txt"),
        told(5),
    ]
    claims = [make_claim(article) for article in articles]
    assert [fact.origins for fact in gather_facts(claims, articles)] == [4]
    assert [fact.origins for fact in gather_facts(claims[:2], articles)] == [1]


def test_what_one_affirms_and_another_denies_is_one_disputed_fact() -> None:
    articles = [told(1), told(2)]
    claims = [make_claim(articles[0]), make_claim(articles[1], status="denied", asserted_by=("state:RU",))]
    (fact,) = gather_facts(claims, articles)
    assert (fact.affirmed, fact.denied, fact.is_disputed) == (1, 1, True)
    assert not gather_facts(claims[:1], articles)[0].is_disputed
    assert not gather_facts(claims[1:], articles)[0].is_disputed


def test_claims_that_differ_in_item_or_receiver_are_different_facts() -> None:
    article = told(1)
    claims = [
        make_claim(article),
        make_claim(article, item="rocket"),
        make_claim(article, object="state:IR"),
        make_claim(article, object=None),
        make_claim(article, item=None),
    ]
    assert [(fact.object, fact.item) for fact in gather_facts(claims, [article])] == [
        (None, "artillery-ammunition"),
        ("state:IR", "artillery-ammunition"),
        ("state:RU", None),
        ("state:RU", "artillery-ammunition"),
        ("state:RU", "rocket"),
    ]


def test_a_fact_spans_the_dates_of_its_claims() -> None:
    article = told(1)
    spans = {
        ("2024-10", "2023-09/.."): ("2023-09-01", "2024-10-31"),
        (None, "XXXX-04"): (None, None),
        ("2024-02", None): ("2024-02-01", "2024-02-29"),
        ("2024", "2024-06-05"): ("2024-01-01", "2024-12-31"),
    }
    for whens, span in spans.items():
        claims: list[Claim] = [make_claim(article, when=when) for when in whens]
        (fact,) = gather_facts(claims, [article])
        assert (fact.first, fact.last) == span


def test_no_claims_make_no_facts() -> None:
    assert gather_facts([], [told(1)]) == []
