from __future__ import annotations

import pytest

from tests.ingest.reading import line, read

STANCES = {
    "Iran sent drones to Sudan.": ("affirmed", ()),
    "Japan said Iran had sent drones to Sudan.": ("affirmed", ("state:JP",)),
    "Japanese officials said Iran had sent drones to Sudan.": ("affirmed", ("state:JP",)),
    "Iran sent drones to Sudan, Japan said.": ("affirmed", ("state:JP",)),
    "“Iran sent drones to Sudan,” Japan said.": ("affirmed", ("state:JP",)),
    "According to Japan, Iran sent drones to Sudan.": ("affirmed", ("state:JP",)),
    "Iran sent drones to Sudan, according to the UN Panel of Experts on Sudan.": (
        "affirmed",
        ("org:un-sudan-panel-of-experts",),
    ),
    "The Amnesty International report says that Iran sent drones to Sudan.": (
        "affirmed",
        ("org:amnesty-international",),
    ),
    "Japan accused Iran of sending drones to Sudan.": ("affirmed", ("state:JP",)),
    "Japan and Canada say Iran sent drones to Sudan.": ("affirmed", ("state:CA", "state:JP")),
    "Iran denied sending drones to Sudan.": ("denied", ("state:IR",)),
    "Iran denied that it had sent drones to Sudan.": ("denied", ("state:IR",)),
    "Iran has not sent drones to Sudan.": ("denied", ()),
    "Iran never sent drones to Sudan.": ("denied", ()),
    "Iran plans to send drones to Sudan.": ("planned", ()),
    "Iran will send drones to Sudan.": ("planned", ()),
    "Iran is about to send drones to Sudan.": ("planned", ()),
    "Iran tried to send drones to Sudan.": ("planned", ()),
    "Iran threatened to send drones to Sudan.": ("planned", ()),
    "Iran allegedly sent drones to Sudan.": ("unconfirmed", ()),
    "Iran may have sent drones to Sudan.": ("unconfirmed", ()),
    "Japan has not confirmed that Iran sent drones to Sudan.": ("unconfirmed", ("state:JP",)),
}


@pytest.mark.parametrize(("sentence", "expected"), STANCES.items(), ids=STANCES)
def test_who_says_so_and_whether_it_is_so(sentence: str, expected: tuple[str, tuple[str, ...]]) -> None:
    claims = read(sentence).claims
    assert [(c.status, tuple(sorted(c.asserted_by))) for c in claims] == [expected]
    assert [(c.relation, c.subject, c.object, c.item) for c in claims] == [
        ("supplied", "state:IR", "state:SD", "drone")
    ]


NO_CLAIM = [
    "Japan urged Iran to send drones to Sudan.",
    "Japan called on Iran to stop sending drones to Sudan.",
    "If Iran sent drones to Sudan, Japan would object.",
    "Iran would send drones to Sudan.",
    "Did Iran send drones to Sudan?",
    "Iran failed to send drones to Sudan.",
]


@pytest.mark.parametrize("sentence", NO_CLAIM)
def test_a_wish_a_call_a_condition_and_a_question_are_no_claim(sentence: str) -> None:
    assert [line(claim) for claim in read(sentence).claims] == []


def test_what_is_left_out_is_told_with_its_reason() -> None:
    ((words, reason),) = read("Iran would send drones to Sudan.").left_out[:1]
    assert words == "Iran would send drones to Sudan."
    assert "would" in reason


def test_publisher_and_agency_are_never_who_says_so() -> None:
    reading = read("SEOUL, May 3 (Reuters) - Iran sent drones to Sudan, Japan said.")
    assert [claim.asserted_by for claim in reading.claims] == [("state:JP",)]
