from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctionsgraph.maps.wording import short_label, when_in_words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, ""),
        ("2024", "2024"),
        ("2024-10", "October 2024"),
        ("2024-10-05", "5 October 2024"),
        ("2024-10-05~", "about 5 October 2024"),
        ("2024?", "perhaps 2024"),
        ("XXXX-04", "April, year not known"),
        ("XXXX-04-12", "12 April, year not known"),
        ("202X", "2020s"),
        ("2024-XX", "2024"),
        ("2024-21", "spring 2024"),
        ("2024-33", "first quarter of 2024"),
        ("2024-41", "second half of 2024"),
        ("2023-09/..", "since September 2023"),
        ("../2024-11", "until November 2024"),
        ("2024-03/2024-10", "from March 2024 to October 2024"),
    ],
)
def test_a_date_reads_as_english(when: str | None, words: str) -> None:
    assert when_in_words(when) == words


@given(st.text(max_size=200))
def test_a_label_has_few_short_lines_and_is_never_empty(name: str) -> None:
    lines = short_label(name).split("\n")
    assert 1 <= len(lines) <= 3
    assert all(0 < len(line) <= 24 for line in lines)


PANEL = "Panel of Experts established pursuant to resolution 1874 (2009)"


def test_a_long_name_is_cut_with_an_ellipsis() -> None:
    assert short_label(PANEL).endswith("…")


def test_a_name_that_goes_by_a_shorter_one_stands_under_it() -> None:
    assert short_label(PANEL, ["1874 Panel", "Panel of Experts on North Korea", PANEL]) == (
        "Panel of Experts on\nNorth Korea"
    )
    assert short_label("Russia", ["Russian Federation"]) == "Russia"
