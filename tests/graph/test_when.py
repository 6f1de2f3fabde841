from __future__ import annotations

from datetime import date, timedelta
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.when import bounds, is_edtf

CHARACTERS = st.text("0123456789X-/.?~% Y[]", max_size=24)


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (None, None, None),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-10", "2024-10-01", "2024-10-31"),
        ("2024-10-05", "2024-10-05", "2024-10-05"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02-29", "2000-02-29", "2000-02-29"),
        ("0000", "0000-01-01", "0000-12-31"),
    ],
)
def test_a_year_a_month_or_a_day_bounds_itself(when: str | None, first: str | None, last: str | None) -> None:
    assert bounds(when) == (first, last)


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("202X", "2020-01-01", "2029-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("202X-04", "2020-04-01", "2029-04-30"),
        ("202X-02-29", "2020-02-29", "2028-02-29"),
        ("19XX-02", "1900-02-01", "1999-02-28"),
        ("190X-02-29", "1904-02-29", "1908-02-29"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-02-XX", "2024-02-01", "2024-02-29"),
        ("2024-XX-31", "2024-01-31", "2024-12-31"),
        ("2024-1X", "2024-10-01", "2024-12-31"),
        ("2024-04-3X", "2024-04-30", "2024-04-30"),
        ("XXXX", None, None),
        ("XXXX-04", None, None),
        ("XXXX-04-12", None, None),
        ("XXXX-02-29", None, None),
    ],
)
def test_an_unspecified_digit_may_be_any_that_makes_a_day(when: str, first: str | None, last: str | None) -> None:
    assert bounds(when) == (first, last)


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("2024-23", "2024-09-01", "2024-11-30"),
        ("2023-24", "2023-01-01", "2024-02-29"),
        ("2024-28", "2024-01-01", "2025-02-28"),
        ("2024-29", "2024-09-01", "2024-11-30"),
        ("2024-32", "2024-06-01", "2024-08-31"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-36", "2024-10-01", "2024-12-31"),
        ("2024-37", "2024-01-01", "2024-04-30"),
        ("2024-40", "2024-01-01", "2024-06-30"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("202X-21", "2020-03-01", "2029-05-31"),
        ("XXXX-21", None, None),
        ("9999-24", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_season_a_quarter_or_a_half_spans_its_months(when: str, first: str | None, last: str | None) -> None:
    assert bounds(when) == (first, last)


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2023-09/..", "2023-09-01", None),
        ("2023-09/", "2023-09-01", None),
        ("../2024-11", None, "2024-11-30"),
        ("/2024-11", None, "2024-11-30"),
        ("2024-03/2024-10", "2024-03-01", "2024-10-31"),
        ("2024-03-05/2024-03", "2024-03-05", "2024-03-31"),
        ("2023-21/2024-24", "2023-03-01", "2025-02-28"),
        ("XXXX-04/2024", None, "2024-12-31"),
        ("202X/..", "2020-01-01", None),
        ("2024-03~/2024-10?", "2024-03-01", "2024-10-31"),
    ],
)
def test_an_interval_may_be_open_at_one_end(when: str, first: str | None, last: str | None) -> None:
    assert bounds(when) == (first, last)


@pytest.mark.parametrize("when", ["2024?", "2024~", "2024%", "?2024", "2024-02~", "2024?-02-05", "2024-~02-05"])
def test_doubt_changes_no_bound(when: str) -> None:
    assert bounds(when) == bounds(when.translate(str.maketrans("", "", "?~%")))


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "..", "/", "../..", "/..", "24", "2024-", "2024-4", "2024-13", "2024-00", "2024-42", "2024-2X",
        "2024-02-30", "2023-02-29", "2024-02-3X", "XXXX-02-30", "190X-02-30", "2024-10-5", "2024-10-00", "2024-10-32",
        "2024-21-05", " 2024", "2024 ", "2024\n", "2024/2023", "2024/2024/2024", "-0044", "Y12000", "[2023,2024]",
        "2024-10-05T10:00:00Z", "October 2024", "２０２４", "٢٠٢٤", "2024??", "x" * 10_000, "2024-10/..x",
    ],
)  # fmt: skip
def test_what_is_no_edtf_string_is_refused(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(ValueError, match="not an EDTF date"):
        bounds(text)


@given(st.dates())
def test_the_bounds_of_a_month_and_a_year_meet_their_neighbours(day: date) -> None:
    assert bounds(day.isoformat()) == (day.isoformat(), day.isoformat())
    first, last = bounds(day.isoformat()[:7])
    assert first
    assert last
    assert first <= day.isoformat() <= last
    if last != "9999-12-31":
        assert (date.fromisoformat(last) + timedelta(days=1)).day == 1
    assert first.endswith("-01")


@given(st.dates(), st.sets(st.integers(0, 9)))
def test_leaving_digits_out_only_widens(day: date, blanks: set[int]) -> None:
    iso = day.isoformat()
    vague = "".join("X" if i in blanks and c != "-" else c for i, c in enumerate(iso))
    first, last = bounds(vague)
    assert (first or "") <= iso <= (last or "~")
    if first and last:
        assert all(v in ("X", c) for bound in (first, last) for v, c in zip(vague, bound, strict=True))


@given(CHARACTERS)
@settings(max_examples=300)
def test_any_text_gives_bounds_in_order_or_a_value_error(text: str) -> None:
    if is_edtf(text):
        first, last = bounds(text)
        assert (first or "") <= (last or "~")


def test_a_date_seen_before_costs_next_to_nothing() -> None:
    bounds("1XXX-02-29")
    start = perf_counter()
    for _ in range(10_000):
        bounds("1XXX-02-29")
    assert perf_counter() - start < 0.5
