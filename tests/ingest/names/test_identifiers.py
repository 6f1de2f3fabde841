from __future__ import annotations

import pytest

from ingest.names import find_names
from ingest.names.identifiers import is_imo_number
from tests.ingest.names.test_names import targets


@pytest.mark.parametrize("digits", ["9074729", "9304667", "9240914"])
def test_the_last_digit_of_an_imo_number_is_a_check(digits: str) -> None:
    assert is_imo_number(digits)
    assert not is_imo_number(digits[:6] + str((int(digits[6]) + 1) % 10))


@pytest.mark.parametrize(
    "text",
    [
        "The tanker Skipper (IMO 9304667) left. IMO 9304667 came back.",
        "The tanker Skipper, IMO number 9304667, left. IMO 9304667 came back.",
        "The tanker Skipper (IMO: 9304667; flag: Cameroon) left. IMO 9304667 came back.",
        "The tanker \"Skipper\" (IMO No. 9304667) left. IMO 9304667 came back.",
    ],
)  # fmt: skip
def test_an_imo_number_is_another_name_of_the_ship_beside_it(text: str) -> None:
    names = find_names(text)
    assert targets(text, "IMO 9304667 came") == ["vessel:skipper"]
    assert "IMO 9304667" in names.entity("vessel:skipper").aliases


def test_an_imo_number_by_itself_is_a_ship() -> None:
    assert targets("They stopped IMO 9304667 at sea.") == ["vessel:imo-9304667"]


def test_a_number_that_fails_its_check_is_no_ship() -> None:
    assert targets("They stopped IMO 9304668 at sea.") == []


def test_the_organisation_is_still_known_by_its_acronym() -> None:
    assert targets("The IMO met in London.", "IMO") == ["org:imo"]


def test_an_aircraft_is_named_by_its_tail_number() -> None:
    assert targets("An Il-76 with the tail number EX-76011 landed.") == ["vessel:ex-76011"]
