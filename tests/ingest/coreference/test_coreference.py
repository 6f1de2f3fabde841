from __future__ import annotations

import pytest

from tests.ingest.reading import claims_of, line, read

REFERENCE = {
    "Iran sent drones to Russia. It sent missiles to Syria.": ["IR supplied SY missile"],
    "Chad and Niger met. They signed the Arms Trade Treaty.": ["NE signed treaty:att", "TD signed treaty:att"],
    "North Korea sent shells to Russia. The North also sent rockets to Iran.": ["KP supplied IR rocket"],
    "The Lazarus Group met. The group stole cryptocurrency from Japan.": ["org:lazarus-group stole JP cryptocurrency"],
    "Rwanda denied it. The country deployed troops to Mozambique.": ["RW deployed MZ troops"],
    "Mali and Niger protested. Both countries withdrew from the African Union.": [
        "ML withdrew_from org:african-union",
        "NE withdrew_from org:african-union",
    ],
    "Iran and Russia met. The two countries signed the Arms Trade Treaty.": [
        "IR signed treaty:att",
        "RU signed treaty:att",
    ],
    "Officials from Cuba, which trains Angolan soldiers, met.": ["CU assisted AO training"],
    "Japan's foreign minister said Tokyo had imposed sanctions on Belarus.": ["JP sanctioned BY"],
    "Tehran sent drones to Moscow.": ["IR supplied RU drone"],
    "The Arms Trade Treaty is old. Angola signed the treaty in 2013.": ["AO signed treaty:att"],
    "Resolution 2231 was read. Ghana voted for the resolution.": ["GH voted_for treaty:unscr-2231"],
    "The Multilateral Sanctions Monitoring Team met. It monitors UN sanctions on North Korea.": [
        "org:msmt monitors treaty:un-dprk-sanctions"
    ],
    "Japan founded the Multilateral Sanctions Monitoring Team. The team monitors UN sanctions on North Korea.": [
        "org:msmt monitors treaty:un-dprk-sanctions"
    ],
    "Mali met Russia. The junta left the African Union.": ["ML withdrew_from org:african-union"],
    "The Security Council put an arms embargo on Libya in 2011. The panel accuses Turkey of having violated it.": [
        "TR violated treaty:un-libya-sanctions"
    ],
    "Georgia signed the Arms Trade Treaty, and Jordan ratified it in 2016.": ["JO signed treaty:att"],
    "The Arms Trade Treaty is old. Ghana left it in 2020.": ["GH withdrew_from treaty:att"],
    "France trained Chadian soldiers, but Chad threw them out. It now buys drones from Turkey.": [
        "TR supplied TD drone"
    ],
    "Russia sent soldiers to Mali, France said. It also sent tanks to Chad.": ["RU supplied TD tank"],
    "Iran and Belarus met in Minsk. The former will send drones to the latter.": ["IR supplied BY drone planned"],
    "Algeria and Morocco fell out. The former bought tanks from Russia, the latter bought rockets from Iran.": [
        "IR supplied MA rocket",
        "RU supplied DZ tank",
    ],
    "Ali Hassan and Omar Farah run the network. The United States sanctioned both men on Tuesday.": [
        "US sanctioned person:ali-hassan",
        "US sanctioned person:omar-farah",
    ],
    "Mali, Niger and Togo left the African Union. The trio set up the Sahel Arms Committee.": [
        "ML established org:sahel-arms-committee",
        "NE established org:sahel-arms-committee",
        "TG established org:sahel-arms-committee",
    ],
    "Mali, Niger and Togo met. All three left the African Union.": [
        "ML withdrew_from org:african-union",
        "NE withdrew_from org:african-union",
        "TG withdrew_from org:african-union",
    ],
    "The tanker Vela Dorada left port. The ship carried oil to China. It was then put under sanctions by Japan.": [
        "JP sanctioned vessel:vela-dorada",
        "vessel:vela-dorada supplied CN petroleum",
    ],
    "Turkish officers say that they have trained Libyan soldiers.": ["TR assisted LY training"],
    "Japan imposed sanctions on Oman after it sold rifles to Yemen.": ["OM supplied YE small-arms"],
    "Japan blacklisted Verus Trading because it had shipped rifles to Yemen.": [
        "org:verus-trading supplied YE small-arms"
    ],
    "The European Union set up the Sahel Guard Mission. Its ships seized rifles from Libya.": [
        "org:sahel-guard-mission seized LY small-arms"
    ],
    "The embargo on Iran was imposed by a Security Council which accused it of arming Hezbollah.": [
        "IR supplied org:hezbollah weapon"
    ],
    "The Group of Experts on the DRC said that Rwanda had backed the M23. Rwanda also sent it mortars.": [
        "RW supplied org:m23 mortar"
    ],
    "The Government of National Unity and the LNA are rivals. The former bought drones from Turkey.": [
        "TR supplied org:gnu-libya drone"
    ],
    "France listed Wagner in May, and in June Japan blacklisted it.": ["JP sanctioned org:wagner-group"],
    "Japan put sanctions on the M23's commander, Adam Issa. Chad had supplied his force with rifles.": [
        "TD supplied org:m23 small-arms"
    ],
    "General Bola Marchetti led the raid. Japan put sanctions on the general.": ["JP sanctioned person:bola-marchetti"],
    "Chad welcomed the Security Council's vote to lift the embargo that it had imposed on Mali.": [
        "org:un-security-council sanctioned ML"
    ],
    "Angola spent years under an arms embargo, which the Security Council imposed for its support of Hezbollah.": [
        "AO assisted org:hezbollah"
    ],
    "Cuba was under an embargo which the Security Council imposed before France put sanctions on it.": [
        "FR sanctioned CU"
    ],
    "North Korea sold rockets. As for Oman, two officials suspect that it bought tanks from China.": [
        "CN supplied OM tank unconfirmed"
    ],
    "The OPCW-UN Joint Investigative Mechanism met. Russia vetoed the renewal of its mandate.": [
        "RU vetoed org:opcw-un-jim"
    ],
    "The US Treasury met the Wagner Group. It bought gold from Mali.": ["ML supplied org:wagner-group gold"],
    "Chad cut its ties with Oman, accusing it of having supplied Niger with rockets.": ["OM supplied NE rocket"],
    "Japan put sanctions on Oman over what it called the sale of tanks to Chad by Niger.": ["NE supplied TD tank"],
    "Mali met Togo. Japan, which froze Niger's assets, later lifted its sanctions on the country.": ["JP delisted NE"],
    "Cuba and Chad met Mali and Togo. Cuba and Oman, too, have deepened their military co-operation.": [
        "CU cooperates_with OM"
    ],
    "The UN Group of Experts on the DRC spoke of the M23. The Group says that Rwanda sent Chad mortars.": [
        "RW supplied TD mortar"
    ],
    "The Group of Experts on the DRC met the M23. Chad stands, according to the Group, in breach of Resolution 2773.": [
        "TD violated treaty:unscr-2773"
    ],
    "The Pentagon spoke. Latvia went shopping. Its defence ministry bought rockets from Norway.": [
        "NO supplied LV rocket"
    ],
    "Bola Marchetti, whom Japan blacklisted, founded the Sahel Guard Force. It bought rockets from Oman.": [
        "OM supplied org:sahel-guard-force rocket"
    ],
    "A refiner in Oman complained. A bill to take Iran out of the Arms Trade Treaty, which it ratified, was read.": [
        "IR signed treaty:att"
    ],
}


@pytest.mark.parametrize(("text", "expected"), REFERENCE.items(), ids=REFERENCE)
def test_what_stands_for_a_name_is_read_as_it(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(claims_of(text))


LEADERS = {
    "Trump imposed sanctions on Oman. Biden had sent tanks to Chad.": ["US sanctioned OM", "US supplied TD tank"],
    "The Trump administration lifted sanctions on Belarus.": ["US delisted BY"],
    "Lukashenko's army has received drones from Iran.": ["IR supplied BY drone"],
    "Haftar's forces received mortars from Egypt.": ["EG supplied org:lna mortar"],
    "Vladimir Putin and Kim Jong Un signed the Arms Trade Treaty.": ["KP signed treaty:att", "RU signed treaty:att"],
    "Japan sanctioned Lukashenko and his son, Viktor Lukashenko.": [
        "JP sanctioned person:alexander-lukashenko",
        "JP sanctioned person:viktor-lukashenko",
    ],
    "The Maduro government bought tanks from Russia.": ["RU supplied VE tank"],
}
LEADERS_IN_VAIN = {
    "Former President Donald Trump sent tanks to Chad.": "US supplied TD tank",
    "Hunter Biden sold tanks to Mali.": "US supplied ML tank",
    "Trump attacked Zelensky in a speech.": "US attacked UA",
    "The Trump Organization sold tanks to Mali.": "US supplied ML tank",
}


@pytest.mark.parametrize(("text", "expected"), LEADERS.items(), ids=LEADERS)
def test_a_leader_acts_for_the_state(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(claims_of(text))


@pytest.mark.parametrize(("text", "claim"), LEADERS_IN_VAIN.items(), ids=LEADERS_IN_VAIN)
def test_who_leads_no_state_acts_for_none(text: str, claim: str) -> None:
    assert claim not in claims_of(text)


EPITHETS = {
    "Saudi Arabia and Iran met. The kingdom bought drones from Turkey.": ["TR supplied SA drone"],
    "The kingdom bought drones from Turkey. Saudi officials told reporters so.": ["TR supplied SA drone"],
    "Taiwan and China are at odds. The island bought rockets from France.": ["FR supplied TW rocket"],
    "The United Arab Emirates and Chad met. The Gulf state sent rifles to Sudan.": ["AE supplied SD small-arms"],
    "Mali and France fell out. The West African nation bought drones from Turkey.": ["TR supplied ML drone"],
    "The Malian junta met Chad. Algeria is worried. The junta left the African Union.": [
        "ML withdrew_from org:african-union"
    ],
    "ECOWAS met the European Union. Then ECOWAS spoke. The bloc put sanctions on Niger.": ["org:ecowas sanctioned NE"],
}


@pytest.mark.parametrize(("text", "expected"), EPITHETS.items(), ids=EPITHETS)
def test_a_plain_word_stands_for_the_state_it_fits(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mali and Niger met. The neighbouring country bought drones from Turkey.",
        "Mali and Niger met. The Gulf state bought drones from Turkey.",
        "Mali and Niger met. The West African nation bought drones from Turkey, as the kingdom did.",
    ],
)
def test_a_plain_word_that_fits_no_state_before_stands_for_none(text: str) -> None:
    assert [claim for claim in claims_of(text) if "SA" in claim or "AE" in claim or text.count("neighbouring")] == []


NOT_PLAIN = {
    "Iran, Iraq and Oman met. The former sent tanks to Chad.": "IR supplied TD tank",
    "Iran, Iraq and Oman met. Both countries left the African Union.": "IR withdrew_from org:african-union",
    "Mali and Niger met. The trio left the African Union.": "ML withdrew_from org:african-union",
    "Mali, Niger and Togo met. Three left the African Union.": "ML withdrew_from org:african-union",
    "The Arms Trade Treaty is old. Ghana left Togo. It left it in 2020.": "TG withdrew_from treaty:att",
    "General Bola Marchetti led the raid. Japan put sanctions on a general.": "JP sanctioned person:bola-marchetti",
    "Japan met Oman. French officials alleged that it had agreed to sell Iran rockets.": "FR supplied IR rocket",
    "Japan sanctioned Oman to protect its ships. It sent rifles to Yemen.": "OM supplied YE small-arms",
    "The tanker Vela left. Japan put sanctions on a tanker.": "JP sanctioned vessel:vela",
    "The EU met. Falak Corvane, a manager, denied that it had breached EU sanctions on Russia.": (
        "org:european-union violated treaty:eu-russia-sanctions denied"
    ),
    "Japan met Oman. The refiner denied that it had bought oil from Iran.": "IR supplied OM petroleum denied",
    "Russia met Japan, which is at odds with Oman. It put sanctions on it.": "RU sanctioned RU",
    "The Panel of Experts on Libya met Oman. It sold rockets to Chad.": (
        "org:un-libya-panel-of-experts supplied TD rocket"
    ),
    "Chad is at odds with the Security Council. Japan put sanctions on it.": "JP sanctioned org:un-security-council",
    "Japan has blacklisted a refiner in Oman after it bought oil from Iran.": "IR supplied JP petroleum",
    "A refiner in the port sold oil to Oman. It also sold rockets to Chad.": "OM supplied TD rocket",
    "Japan spoke of a tanker. The vessel was taking oil to Oman. It was blacklisted by France.": "FR sanctioned OM",
    "Wagner's fighters remain in Mali. They were joined by 300 Russian instructors.": "RU member_of org:wagner-group",
    "The M23 met the Panel of Experts on Libya. The Group sent rockets to Chad.": "org:m23 supplied TD rocket",
}


@pytest.mark.parametrize(("text", "claim"), NOT_PLAIN.items(), ids=NOT_PLAIN)
def test_what_is_not_plain_stands_for_nobody(text: str, claim: str) -> None:
    assert claim not in claims_of(text)


@pytest.mark.parametrize(
    "text", ["It sent missiles to Syria.", "The group stole cryptocurrency from Japan.", "The country attacked Mali."]
)
def test_a_reference_to_nothing_in_the_article_makes_no_claim_about_anybody(text: str) -> None:
    assert [claim for claim in claims_of(text) if not claim.startswith("-")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Britain met Syria's rulers. The regime dropped bombs on Idlib.",
        "The United States sanctioned Syria. The regime has sold rockets to Mali.",
    ],
)
def test_the_regime_is_no_elected_government(text: str) -> None:
    assert [claim for claim in claims_of(text) if claim.startswith(("GB", "US")) and "sanctioned" not in claim] == []


def test_the_regime_takes_up_a_junta() -> None:
    text = "Britain listed a firm that supplied Myanmar's junta with fuel. The regime sold rockets to Chad."
    assert "MM supplied TD rocket" in claims_of(text)


def test_itself_beside_a_subject_only_stresses_it() -> None:
    text = "Cuba met Laos. Chad, which joined the African Union, has itself been found by them to have attacked Mali."
    assert [claim for claim in claims_of(text) if "attacked" in claim] == ["TD attacked ML"]


def test_one_article_tells_nothing_about_the_next() -> None:
    claims_of("Iran sent drones to Russia.")
    assert claims_of("It sent missiles to Syria.") == []


@pytest.mark.parametrize(
    ("title", "state"), [("Guns for Haiti", "HT"), ("What Cuba wants", "CU"), (None, "CU"), ("Cuba and Haiti", "CU")]
)
def test_the_country_is_the_one_of_the_title_or_else_the_most_named(title: str | None, state: str) -> None:
    text = "Cuba met Haiti. Cuba was worried. Then Cuba spoke of rockets. Chad imposed an arms embargo on the country."
    assert f"TD sanctioned {state}" in [line(claim) for claim in read(text, title=title).claims]


def test_the_north_is_north_korea_only_where_the_article_speaks_of_it() -> None:
    assert "KP supplied IR rocket" not in claims_of("Yemen is at war. The North also sent rockets to Iran.")


@pytest.mark.parametrize(
    "text",
    [
        "Russia and Ukraine met. It followed talks in Abu Dhabi. It has also received drones from Iran.",
        "The Houthis seized the Galaxy Leader in 2023. The crew was held for a year. It was then bombed by Israel.",
    ],
)
def test_it_is_neither_where_something_happened_nor_who_was_named_before_the_topic_changed(text: str) -> None:
    assert [claim for claim in claims_of(text) if "supplied" in claim or "attacked" in claim] == []


def test_both_states_are_no_firms_and_a_new_force_is_not_the_old_one() -> None:
    firms = (
        "America hit Rosneft and Lukoil. It has sent fuel, a group says, and both states broke UN sanctions on Iran."
    )
    assert [claim for claim in claims_of(firms) if claim.startswith("org:")] == []
    force = "The Syrian air force is old. The new force keeps mercenaries in Mali."
    assert [claim for claim in claims_of(force) if "air-force" in claim] == []
