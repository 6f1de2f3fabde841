"""Deeds told again by "as did", "followed", or by a date alone. The sentences are made up."""

from __future__ import annotations

import pytest

from tests.ingest.reading import claims_of, read


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Ghana voted against Resolution 2231, as did Gabon.",
            ["GA voted_against treaty:unscr-2231", "GH voted_against treaty:unscr-2231"],
        ),
        ("Ghana left ECOWAS and so did Togo.", ["GH withdrew_from org:ecowas", "TG withdrew_from org:ecowas"]),
        ("Ghana left ECOWAS, and Togo did the same.", ["GH withdrew_from org:ecowas", "TG withdrew_from org:ecowas"]),
        (
            "Ghana left ECOWAS. Togo will follow.",
            ["GH withdrew_from org:ecowas", "TG withdrew_from org:ecowas planned"],
        ),
        (
            "Ghana left ECOWAS. Togo has handed in its notice.",
            ["GH withdrew_from org:ecowas", "TG withdrew_from org:ecowas"],
        ),
        (
            "Ghana ratified the Arms Trade Treaty in 2015, Togo in 2016 and Benin a year later.",
            ["BJ signed treaty:att", "GH signed treaty:att", "TG signed treaty:att"],
        ),
        ("Ghana left ECOWAS in May, along with Togo.", ["GH withdrew_from org:ecowas", "TG withdrew_from org:ecowas"]),
        (
            "Japan voted for Resolution 1718, joined by Malta.",
            ["JP voted_for treaty:unscr-1718", "MT voted_for treaty:unscr-1718"],
        ),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)  # fmt: skip
def test_who_does_likewise_has_done_it_too(text: str, says: list[str]) -> None:
    assert claims_of(text) == says


@pytest.mark.parametrize(
    "text",
    [
        "Ghana left ECOWAS. Togo did not.",
        "Ghana left ECOWAS in May, Togo said in June.",
        "Ghana left ECOWAS in May. Talks with Togo followed.",
        "Ghana left ECOWAS in May, and Togo in its anger closed the border.",
        "Ghana left ECOWAS. Togo may not follow.",
        "Ghana left ECOWAS in May, to dismay in Togo.",
        "Ghana left ECOWAS, unlike Togo.",
        "Ghana left ECOWAS, followed by protests in Togo in June.",
        "Togo urged Ghana to leave ECOWAS, as did Benin.",
        "Ghana left ECOWAS. Rebels were defeated. A drought came. Floods too. Togo followed.",
    ],
)
def test_who_only_stands_beside_has_not(text: str) -> None:
    assert not any(claim.startswith(("TG", "BJ")) for claim in claims_of(text))


def test_each_has_its_own_date() -> None:
    claims = read("Ghana ratified the Arms Trade Treaty in 2015, Togo in 2016 and Benin in 2018.").claims
    assert sorted((claim.subject or "", claim.when) for claim in claims) == [
        ("state:BJ", "2018"), ("state:GH", "2015"), ("state:TG", "2016"),
    ]  # fmt: skip
