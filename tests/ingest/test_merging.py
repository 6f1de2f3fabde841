from __future__ import annotations

from tests.ingest.reading import claims_of, line, read


def test_what_is_said_twice_is_one_claim_with_the_richer_words() -> None:
    (claim,) = read("Iran sent drones to Russia. In May 2024 Iran sent 40 drones to Russia.").claims
    assert (claim.quantity and claim.quantity.value, claim.when) == (40, "2024-05")
    assert claim.sentence == "In May 2024 Iran sent 40 drones to Russia."


def test_the_richer_words_may_come_first() -> None:
    (claim,) = read("Iran sent 40 drones to Russia. Iran sent drones to Russia.").claims
    assert claim.quantity
    assert claim.quantity.value == 40


def test_different_figures_dates_and_statuses_are_different_claims() -> None:
    reading = read(
        "Iran sent 40 drones to Russia. Iran sent 60 drones to Russia. "
        "Japan shelled Chad in 2021. Japan shelled Chad in 2022. "
        "Mali sent tanks to Togo. Mali denied sending tanks to Togo."
    )
    assert sorted(line(claim) for claim in reading.claims) == [
        "IR supplied RU drone", "IR supplied RU drone", "JP attacked TD", "JP attacked TD",
        "ML supplied TG tank", "ML supplied TG tank denied",
    ]  # fmt: skip


def test_different_items_are_different_claims() -> None:
    assert claims_of("Iran sent drones to Russia. Iran sent missiles to Russia.") == [
        "IR supplied RU drone",
        "IR supplied RU missile",
    ]
