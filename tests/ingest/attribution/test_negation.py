"""What was not done, by whom not, and what is only imagined: a wrong edge here is the worst there is."""

from __future__ import annotations

import pytest

from tests.ingest.reading import claims_of, only

DENIED = {
    "Neither Iran nor Turkey sent drones to Sudan.": ["IR supplied SD drone denied", "TR supplied SD drone denied"],
    "Iran sent neither drones nor rifles to Sudan.": [
        "IR supplied SD drone denied",
        "IR supplied SD small-arms denied",
    ],
    "Drones were sent to Sudan neither by Iran nor by Turkey.": [
        "IR supplied SD drone denied",
        "TR supplied SD drone denied",
    ],
    "Iran supplied neither Sudan nor Libya with drones.": [
        "IR supplied LY drone denied",
        "IR supplied SD drone denied",
    ],
    "Neither Iran nor Turkey armed Sudan with drones or sent troops to Libya.": [
        "IR deployed LY troops denied",
        "IR supplied SD drone denied",
        "TR deployed LY troops denied",
        "TR supplied SD drone denied",
    ],
    "None of Iran's drones were sent to Sudan.": ["IR supplied SD drone denied"],
    "None of the rifles were made in Serbia.": ["RS produced small-arms denied"],
    "Iran is no supplier of drones to Sudan.": ["IR supplied SD drone denied"],
    "Iran sent no drones or rifles to Sudan.": ["IR supplied SD drone denied", "IR supplied SD small-arms denied"],
    "The rumour that Iran sent drones to Sudan was false.": ["IR supplied SD drone denied"],
}
ONE_PART = {
    "Iran sent fuel but not drones to Sudan.": ["IR supplied SD petroleum"],
    "Iran sent Sudan fuel, not drones.": ["IR supplied SD petroleum"],
    "Iran supplied drones to Sudan but not to Libya.": ["IR supplied SD drone"],
    "Iran sent drones not to Libya but to Sudan.": ["IR supplied SD drone"],
    "The EU imposed sanctions on Iran but not on Turkey.": ["org:european-union sanctioned IR"],
    "Not only Iran but also Turkey sent drones to Sudan.": ["IR supplied SD drone", "TR supplied SD drone"],
    "Iran sent no fewer than 12 drones to Sudan.": ["IR supplied SD drone"],
    "Not all of the rifles were made in Serbia.": ["RS produced small-arms"],
    "Iran was the last state to send drones to Sudan.": ["IR supplied SD drone"],
    "It is likely that Iran sent drones to Sudan.": ["IR supplied SD drone unconfirmed"],
    "Japan was unable to confirm that Iran had sent drones to Sudan.": ["IR supplied SD drone unconfirmed"],
}
NOTHING = [
    "No EU country sold drones to Sudan.",
    "None of the members of ECOWAS sent troops to Niger.",
    "Nobody in Kigali has armed the M23.",
    "No one believes that Iran sent drones to Sudan.",
    "Nobody accused Iran of sending drones to Sudan.",
    "Neither Norway nor Denmark said that Iran had sent drones to Sudan.",
    "Nothing suggests that Iran sent drones to Sudan.",
    "It is doubtful that Iran sent drones to Sudan.",
    "It is unlikely that Iran sent drones to Sudan.",
    "Iran is unlikely to have sent drones to Sudan.",
    "Iran is unable to send drones to Sudan.",
    "Rather than sending drones to Sudan, Iran kept them.",
    "Egypt closed its airspace to keep Iran from sending drones to Sudan.",
    "Egypt closed its airspace so that Iran could not send drones to Sudan.",
    "Iran thought of sending drones to Sudan.",
    "Imagine Iran sending drones to Sudan.",
    "In a war game, Iran sent drones to Sudan.",
    "In the novel, Iran sells a bomb to Sudan.",
    "Iran nearly sent drones to Sudan.",
    "The risk of a Russian attack on Estonia is low.",
    "To deter a Russian attack on Estonia, NATO built a wall.",
    "Iran needs to send drones to Sudan.",
]
DENIALS = {
    "Iran's denial that it had sent drones to Sudan convinced few.": ("state:IR",),
    "A denial by Iran that it had sent drones to Sudan followed.": ("state:IR",),
    "Iran issued a denial that it had sent drones to Sudan.": ("state:IR",),
    "Despite Tehran's denials that it sends drones to Sudan, they keep arriving.": ("state:IR",),
    "Iran rejects claims that it sends drones to Sudan.": ("state:IR",),
}


@pytest.mark.parametrize(("sentence", "expected"), [*DENIED.items(), *ONE_PART.items()])
def test_a_negation_reaches_what_it_is_about_and_no_more(sentence: str, expected: list[str]) -> None:
    assert claims_of(sentence) == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_nobody_did_or_said_is_no_claim(sentence: str) -> None:
    assert claims_of(sentence) == []


@pytest.mark.parametrize(("sentence", "deniers"), DENIALS.items())
def test_a_denial_named_by_a_noun_is_its_owners(sentence: str, deniers: tuple[str, ...]) -> None:
    claim = only(sentence)
    assert (claim.status, claim.asserted_by) == ("denied", deniers)
