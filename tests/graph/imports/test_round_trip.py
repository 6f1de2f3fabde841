"""What a ledger says comes back whole from every export that is meant to be loaded."""

from __future__ import annotations

import io
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.exports import EXPORTS
from graph.imports import read_export
from graph.imports.syntax import Syntax
from graph.ledger import Ledger
from graph.model import Quantity, Reading
from graph.rdf.description import Profile
from graph.selection import Selected, Selection, select
from graph.stores.memory import MemoryStore
from tests.graph.builders import make_article, make_claim, make_entity, make_reading
from tests.graph.exports.made import RESERVED
from tests.graph.strategies import reading_lists
from tests.queries.made_ledger import MADE

every_syntax = pytest.mark.parametrize("syntax", Syntax)
Said = tuple[list[Any], list[Any], list[Any]]


def said(ledger: Ledger) -> Said:
    return list(ledger.entities()), list(ledger.articles()), list(ledger.claims())


def kept(readings: Sequence[Reading]) -> tuple[Selected, Said]:
    """Return what a ledger holds of these readings, as an export gets it and as it says it itself."""
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "kept.db") as ledger:
        for reading in readings:
            ledger.add(reading)
        return select(MemoryStore.of(ledger), Selection()), said(ledger)


def exported(selected: Selected, syntax: Syntax, profile: Profile | None = None) -> bytes:
    return "".join(EXPORTS[syntax.name].lines(selected, profile)).encode("utf-8")


def brought_back(data: bytes, syntax: Syntax) -> Said:
    return kept(read_export(io.BytesIO(data), syntax))[1]


@every_syntax
def test_the_made_up_ledger_comes_back(syntax: Syntax) -> None:
    selected, before = kept(list(MADE.readings()))
    assert len(before[2]) == 48
    assert brought_back(exported(selected, syntax), syntax) == before


@settings(max_examples=8, deadline=None)
@given(reading_lists(max_size=3), st.sampled_from(list(Syntax)))
def test_any_ledger_comes_back(readings: list[Reading], syntax: Syntax) -> None:
    selected, before = kept(readings)
    assert brought_back(exported(selected, syntax), syntax) == before


@settings(max_examples=15, deadline=None)
@given(reading_lists())
def test_any_ledger_comes_back_from_json_lines(readings: list[Reading]) -> None:
    selected, before = kept(readings)
    assert brought_back(exported(selected, Syntax.jsonl), Syntax.jsonl) == before


@every_syntax
def test_a_file_comes_back_that_an_editor_marked_as_utf8_and_gave_line_ends_of_its_own(syntax: Syntax) -> None:
    selected, before = kept([make_reading(make_article("North Korea sent shells to Russia.\n\nNobody saw it."))])
    assert brought_back(BOM_UTF8 + exported(selected, syntax).replace(b"\n", b"\r\n"), syntax) == before


@every_syntax
def test_names_that_are_words_of_a_syntax_come_back(syntax: Syntax) -> None:
    text = " ".join(f"{name} armed Russia." for name in RESERVED)
    article = make_article(text, title="null", publisher="@type", agency="false")
    ids = [f"org:reserved-{number}" for number in range(len(RESERVED))]
    claims = [
        make_claim(article, f"{name} armed Russia.", subject=subject, asserted_by=(subject,))
        for subject, name in zip(ids, RESERVED, strict=True)
    ]
    entities = [make_entity(each, name=name, aliases=(name * 2,)) for each, name in zip(ids, RESERVED, strict=True)]
    selected, before = kept([make_reading(article, claims, entities)])
    assert {entity.name for entity in before[0]} >= set(RESERVED)
    assert brought_back(exported(selected, syntax), syntax) == before


ODD = "\x00\x0b\x1b\ufffe\uffff \t\r\n\u2028 \x85 end"


@every_syntax
def test_what_the_syntax_cannot_hold_comes_back_all_the_same(syntax: Syntax) -> None:
    article = make_article(
        f"North Korea {ODD} sent shells.", title=ODD, publisher="", agency=ODD, published="", source="\x01", url="",
        document=ODD, reason="",
    )  # fmt: skip
    odd = make_entity("org:odd", name=f"Odd {ODD}", aliases=("", ODD, "a"), iso2="", wikidata="Q1 \x02", symbol=ODD)
    quantities = (
        Quantity(100),
        Quantity(100.0, "min", ""),
        Quantity(-0.0),
        Quantity(5e-324, "max", ODD),
        Quantity(1e300),
    )
    rules = (("b", "a", "a"), ("two\nlines", ""), ("",), (ODD,), ())
    by = ("state:RU", "org:odd", "state:KP")
    claims = [
        replace(
            make_claim(article, subject="org:odd", asserted_by=by, quantity=quantity),
            marks=((7, 9), (0, 3), (0, 3)), why=why, extractor=ODD, version="",
        )
        for quantity, why in zip(quantities, rules, strict=True)
    ]  # fmt: skip
    selected, before = kept([make_reading(article, claims, [odd])])
    after = brought_back(exported(selected, syntax), syntax)
    assert after == before
    assert [repr(claim.quantity) for claim in after[2]] == [repr(claim.quantity) for claim in before[2]]


@every_syntax
@pytest.mark.parametrize(
    "url",
    ["https://news.example/a b?c=é#\"d'", "javascript:alert(1)", "https://news.example", "HTTP://News.example/%zz"],
)
def test_an_address_comes_back_as_it_was(url: str, syntax: Syntax) -> None:
    selected, before = kept([make_reading(make_article(url=url))])
    assert brought_back(exported(selected, syntax), syntax) == before


def test_a_password_in_an_address_stays_behind_in_rdf() -> None:
    selected, _ = kept([make_reading(make_article(url="https://me:secret@news.example/a"))])
    written = exported(selected, Syntax.turtle)
    assert b"secret" not in written
    assert brought_back(written, Syntax.turtle)[1][0].url == "https://news.example/a"


@pytest.mark.parametrize("syntax", [Syntax.turtle, Syntax.rdfxml, Syntax.jsonl])
def test_a_text_of_a_megabyte_comes_back(syntax: Syntax) -> None:
    selected, before = kept([make_reading(make_article('North Korea sent "shells". ' + "é\\\n" * 250_000))])
    assert brought_back(exported(selected, syntax), syntax) == before


@every_syntax
def test_articles_without_claims_and_entities_without_any_come_back(syntax: Syntax) -> None:
    bare = make_reading(make_article("Nothing of note.", relevant=False, reason="about cider"), [])
    named = make_reading(make_article("Somebody."), [], [make_entity("person:nobody-much")])
    selected, before = kept([bare, named])
    assert [entity.id for entity in before[0]] == ["person:nobody-much"]
    assert brought_back(exported(selected, syntax), syntax) == before


@pytest.mark.parametrize("syntax", [syntax for syntax in Syntax if syntax.is_rdf and syntax is not Syntax.jsonld])
def test_triple_terms_make_no_difference(syntax: Syntax) -> None:
    selected, before = kept(list(MADE.readings()))
    assert brought_back(exported(selected, syntax, Profile(has_triple_terms=True)), syntax) == before


def test_load_times_are_of_the_ledger_and_stay_behind() -> None:
    selected, before = kept([make_reading()])
    assert selected.articles[0].loaded
    after = brought_back(exported(selected, Syntax.turtle), Syntax.turtle)
    assert after == before
    assert b"sg:loaded" in exported(selected, Syntax.turtle)
