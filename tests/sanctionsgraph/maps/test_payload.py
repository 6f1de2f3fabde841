from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.selection import Selected
from sanctionsgraph.maps.lines import draw_lines
from sanctionsgraph.maps.payload import describe_evidence, evidence_of, is_web_address, mark_widths
from tests.graph.builders import gather_facts, make_article, make_claim, make_entity
from tests.queries.made_ledger import KP, RU


@given(st.text(min_size=1, max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_marks_never_reach_beyond_the_sentence(sentence: str, marks: list[tuple[int, int]]) -> None:
    claim = replace(make_claim(make_article()), sentence=sentence, start=5, end=5 + len(sentence), marks=tuple(marks))
    widths = mark_widths(claim)
    assert sum(widths) <= len(sentence.encode("utf-16-le", "surrogatepass")) / 2
    assert len(widths) % 2 == 0
    assert all(widths[1::2])


def test_every_second_piece_is_marked_and_counted_as_javascript_does() -> None:
    claim = make_claim(make_article("Yes. 𝐀 sent B arms."), "𝐀 sent B arms.", marks=((5, 6), (12, 13)))
    assert mark_widths(claim) == [0, 2, 6, 1]


def test_a_sentence_comes_with_the_first_of_its_claims_only() -> None:
    article = make_article("Iran armed Syria. North Korea sent shells to Russia.")
    second = "North Korea sent shells to Russia."
    claims = [
        make_claim(article, second),
        make_claim(article, second, item="missile"),
        make_claim(article, "Iran armed Syria.", subject="state:IR", object="state:SY"),
    ]
    facts = tuple(gather_facts(claims, [article]))
    evidence = evidence_of(Selected((), (article,), tuple(claims), facts), draw_lines(facts))
    entities = {name: make_entity(name) for name in ("state:IR", "state:SY", KP, RU)}
    described = describe_evidence(evidence, entities, [])["claims"]
    assert [claim.get("sentence") for claim in described] == ["Iran armed Syria.", second, None]


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://news.example/a?b=c#d", True),
        ("HTTP://news.example", True),
        ("javascript:alert(1)", False),
        ("//news.example", False),
        ("https://", False),
        ("https://news.example/a b", False),
        ('https://news.example/"onclick="x', False),
        ("https://[bad", False),
        (None, False),
        ("", False),
    ],
)
def test_only_whole_http_addresses_become_links(url: str | None, is_one: bool) -> None:
    assert is_web_address(url) is is_one


def test_a_denial_in_general_is_a_rival_of_each_narrower_claim(made: Selected) -> None:
    evidence = evidence_of(made, draw_lines(made.facts))
    facts = describe_evidence(evidence, {entity.id: entity for entity in made.entities}, [])["facts"]
    trade = {
        fact["item"]: set(fact.get("rivals", []))
        for fact in facts
        if (fact["relation"], fact.get("subject"), fact.get("object")) == ("supplied", KP, RU)
    }
    denial = next(number for number, fact in enumerate(facts) if fact.get("item") == "item:weapon")
    assert all(denial in rivals for item, rivals in trade.items() if item != "item:weapon")
    assert len(trade["item:weapon"]) == 5


def test_claims_not_drawn_are_not_in_the_page() -> None:
    article = make_article()
    claims = [make_claim(article), make_claim(article, subject="state:IR", object="state:SY")]
    facts = tuple(gather_facts(claims, [article]))
    drawn = replace(draw_lines(facts), lines=draw_lines(facts).lines[:1], loose={})
    evidence = evidence_of(Selected((), (article,), tuple(claims), facts), drawn)
    assert [claim.subject for claim in evidence.claims] == ["state:IR"]
