from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.quantities.numerals import read_numeral, tokenise

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def value_of(text: str, *, is_money: bool = False) -> float | None:
    numeral = read_numeral(tokenise(text), 0, is_money=is_money)
    return numeral.value if numeral else None


def in_words(number: int, joint: str) -> str:
    """Say a number as a newspaper would."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            link = joint if rest < 100 else " "
            return f"{in_words(number // size, joint)} {name}" + (f"{link}{in_words(rest, joint)}" if rest else "")
    raise AssertionError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("120", 120),
        ("20,000", 20_000),
        ("1,234,567", 1_234_567),
        ("11 000", 11_000),
        ("11 000 500", 11_000_500),
        ("3\u00a0500", 3500),
        ("1.5 million", 1_500_000),
        ("2.2 million", 2_200_000),
        ("2bn", 2e9),
        ("4 bn", 4e9),
        ("300mn", 3e8),
        ("12 hundred", 1200),
        ("nine", 9),
        ("nine million", 9_000_000),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("a hundred", 100),
        ("a thousand", 1000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two and a half million", 2_500_000),
        ("one and a half billion", 1.5e9),
        ("twenty-five", 25),
        ("Forty two", 42),
        ("a hundred and twenty", 120),
        ("six hundred thousand", 600_000),
        ("three million two hundred thousand", 3_200_000),
        ("nineteen", 19),
        ("1.25 tonnes", 1.25),
        ("0.5", 0.5),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(text: str, value: float) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "2.000",
        "1,50",
        "1.2.3",
        "12,34,567",
        "1234567890123456",
        "a third",
        "half the fleet",
        "a tank",
        "hundreds",
        "million",
    ],
)
def test_what_is_no_plain_number_is_not_read(text: str) -> None:
    assert value_of(text) is None


@pytest.mark.parametrize(("text", "value"), [("300m", 3e8), ("5k", 5000), ("1.5t", 1.5e12), ("620-million", 6.2e8)])
def test_short_suffixes_count_for_money_only(text: str, value: float) -> None:
    assert value_of(text, is_money=True) == value
    assert value_of(text) != value


@settings(max_examples=200)
@given(st.integers(1, 999_999_999_999), st.sampled_from([" and ", " "]))
def test_a_number_in_words_comes_back_as_that_number(number: int, joint: str) -> None:
    text = in_words(number, joint)
    numeral = read_numeral(tokenise(text), 0)
    assert numeral is not None
    assert numeral.value == number
    assert numeral.last == len(tokenise(text))


@settings(max_examples=200)
@given(st.integers(1, 999_999_999_999), st.sampled_from(["{}", "{:,}"]))
def test_a_number_in_digits_comes_back_as_that_number(number: int, form: str) -> None:
    assert value_of(form.format(number)) == number


@given(st.text(alphabet="1209,. -atwohundredmillionand\n", max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    tokens = tokenise(text)
    for index in range(len(tokens)):
        numeral = read_numeral(tokens, index)
        assert numeral is None or index < numeral.last <= len(tokens)
