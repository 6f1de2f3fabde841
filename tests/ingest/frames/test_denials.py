"""Denials that take up what was told before: "denies it", "a charge that Kigali rejects". The sentences are made up."""

from __future__ import annotations

import pytest

from tests.ingest.reading import claims_of, read

SOLD = "NE supplied IR nuclear-material"
ARMED = "RW supplied org:m23 weapon"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Niger sold Iran uranium, Mali said. Niamey denies the sale.", [SOLD, f"{SOLD} denied"]),
        ("Niger sold Iran uranium, Mali said. Niger denied it.", [SOLD, f"{SOLD} denied"]),
        ("Niger sold Iran uranium, Mali said. Niamey rejects any role.", [SOLD, f"{SOLD} denied"]),
        ("Niger sold Iran uranium, Mali said. Both states deny the trade.", [SOLD, f"{SOLD} denied"]),
        ("Niger sold Iran uranium, Mali said. Niamey neither confirmed nor denied it.", [SOLD, f"{SOLD} unconfirmed"]),
        ("Niger sold Iran uranium, Mali said. Niger's envoy, Ali Issa, called that a lie.", [SOLD, f"{SOLD} denied"]),
        ("Niger sold Iran uranium, Mali said. Niger says that this is untrue.", [SOLD, f"{SOLD} denied"]),
        ("Rwanda armed the M23, Congo says, a charge that Kigali rejects.", [ARMED, f"{ARMED} denied"]),
        ("Rwanda armed the M23, Congo says, something Kigali denies.", [ARMED, f"{ARMED} denied"]),
        ("Mali accused Niger of selling uranium to Iran, a charge Niamey denies.", [SOLD, f"{SOLD} denied"]),
        ("Niger sold Iran uranium, Mali said. Niger says it did not.", [SOLD, f"{SOLD} denied"]),
        ("Niger sold Iran uranium, Mali said. Niamey insists that it has never done so.", [SOLD, f"{SOLD} denied"]),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)  # fmt: skip
def test_a_party_denies_what_was_told_of_it(text: str, says: list[str]) -> None:
    assert claims_of(text) == says


@pytest.mark.parametrize(
    "text",
    [
        "Niger sold Iran uranium, Mali said. Togo denies it.",
        "Niger sold Iran uranium, Mali said. Niger says it did.",
        "Niger sold Iran uranium, Mali said. Togo says it did not.",
        "Niger sold Iran uranium, Mali said. Niamey did not deny it.",
        "Niger sold Iran uranium, Mali said. Niamey denies the attack.",
        "Niger sold Iran uranium, Mali said. Niamey would deny it if asked.",
        "Niger sold Iran uranium, Niamey said. Niger denied it later.",
        "Niger sold Iran uranium. Cooks met. Choirs sang. Niamey denied it.",
        "Niger sold Iran uranium, Mali said. Niamey rejected the draft.",
    ],
)
def test_others_and_other_things_deny_nothing(text: str) -> None:
    assert claims_of(text) == [SOLD]


def test_a_denial_is_of_what_all_the_goods_have_in_common() -> None:
    text = "North Korea shipped shells and missiles to Russia, Seoul said. Pyongyang denied it."
    assert [line for line in claims_of(text) if "denied" in line] == ["KP supplied RU weapon denied"]


def test_a_denial_has_its_own_words_and_speaker_but_no_date_or_figure() -> None:
    claims = read("Niger sold Iran 300 tonnes of uranium in May 2024, Mali said. Niamey denied it on Friday.").claims
    (denied,) = (claim for claim in claims if claim.status == "denied")
    assert (denied.sentence, denied.asserted_by) == ("Niamey denied it on Friday.", ("state:NE",))
    assert (denied.quantity, denied.when) == (None, None)
