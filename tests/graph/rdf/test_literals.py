from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal
from rdflib.namespace import XSD

from graph.rdf.graph import term
from graph.rdf.literals import day_literal, number_literal, plain_literal, published_literal, text_literal


def read(text: str | None) -> Literal:
    assert text is not None
    literal = term(text)
    assert isinstance(literal, Literal)
    return literal


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff", min_codepoint=32)))
def test_text_comes_back_as_it_was(text: str) -> None:
    assert read(plain_literal(text)) == Literal(text)
    assert read(plain_literal(f'\n\t\r"{text}\\')) == Literal(f'\n\t\r"{text}\\')


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_as_it_was(value: float) -> None:
    literal = read(number_literal(value))
    assert literal.datatype == XSD.decimal
    assert "e" not in str(literal).lower()
    assert float(Decimal(str(literal))) == value


@pytest.mark.parametrize(("value", "written"), [(100, "100"), (9e6, "9000000"), (0.1, "0.1"), (-0.5, "-0.5")])
def test_a_number_has_no_idle_digits(value: float, written: str) -> None:
    assert str(read(number_literal(value))) == written


def test_what_no_decimal_can_be_is_a_double() -> None:
    written = [read(number_literal(value)) for value in (float("inf"), float("-inf"), float("nan"))]
    assert [str(literal) for literal in written] == ["INF", "-INF", "NaN"]
    assert {literal.datatype for literal in written} == {XSD.double}


@pytest.mark.parametrize("day", [None, "", "2023-02-29", "0000-01-01", "2024-1-1", "2024-01-01T00:00"])
def test_what_is_no_day_has_no_date(day: str | None) -> None:
    assert day_literal(day) is None


def test_a_day_of_publication_is_a_date_and_anything_else_text() -> None:
    day, words = read(published_literal("2024-02-29")), read(published_literal("last Friday"))
    assert (day.datatype, words.datatype) == (XSD.date, None)


def test_text_has_no_character_that_a_file_cannot_hold() -> None:
    assert str(read(text_literal("a\x00b\ud800\tc"))) == "a\ufffdb\ufffd\tc"
    assert text_literal("") is None
