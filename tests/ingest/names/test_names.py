from __future__ import annotations

from itertools import pairwise

import pytest

from ingest.names import find_names
from ingest.names.mentions import Names


def targets(text: str, part: str | None = None, *, title: str | None = None) -> list[str]:
    """Return what is named in `text`, or in the last occurrence of `part` in it."""
    start = 0 if part is None else text.rindex(part)
    end = len(text) if part is None else start + len(part)
    return [m.target for m in find_names(text, title).mentions if m.start < end and start < m.end]


@pytest.mark.parametrize(
    ("entity", "names"),
    [
        ("state:KP", ["North Korea", "DPRK", "Pyongyang", "Democratic People's Republic of Korea", "North Korean"]),
        ("state:RU", ["Russia", "Moscow", "the Kremlin", "Russian Federation", "Russian"]),
        ("state:CD", ["DR Congo", "Democratic Republic of the Congo", "Kinshasa", "DRC"]),
        ("state:GB", ["Britain", "United Kingdom", "UK", "British", "London"]),
        ("state:US", ["United States", "US", "U.S.", "Washington", "American"]),
        ("org:msmt", ["Multilateral Sanctions Monitoring Team", "MSMT"]),
        ("org:rsf", ["Rapid Support Forces", "the Rapid Support Forces (RSF)"]),
        ("treaty:unscr-1718", ["Resolution 1718", "UNSCR 1718", "resolution 1718 (2006)", "S/RES/1718"]),
    ],
)  # fmt: skip
def test_the_names_of_one_are_one(entity: str, names: list[str]) -> None:
    assert {name: set(targets(f"A report on {name} came out.")) for name in names} == {name: {entity} for name in names}


def test_the_longest_name_wins() -> None:
    assert targets("Envoys of South Sudan met.") == ["state:SS"]


def test_accents_and_typographic_quotes_make_no_difference() -> None:
    assert targets("Envoys of Cote d'Ivoire met.") == targets("Envoys of Côte d’Ivoire met.") == ["state:CI"]


@pytest.mark.parametrize(
    "text",
    ["Michael Jordan won.", "The turkey was roasted.", "He bought fine china.", "Judges in Atlanta, Georgia, met."],
)  # fmt: skip
def test_words_that_only_look_like_states_are_none(text: str) -> None:
    assert [target for target in targets(text) if target.startswith("state:")] == []


def test_an_unknown_body_is_minted_with_its_acronym_and_only_in_its_article() -> None:
    names = find_names("The Sahel Arms Observatory (SAO) met. SAO said little.")
    assert {m.target for m in names.mentions} == {"org:sahel-arms-observatory"}
    assert names.entity("org:sahel-arms-observatory").minted
    assert "SAO" in names.entity("org:sahel-arms-observatory").aliases
    assert targets("SAO said little.") == []


def test_a_surname_stands_for_the_one_person_who_bears_it() -> None:
    names = find_names("President Bola Marchetti spoke. Marchetti then left.")
    assert {m.target for m in names.mentions} == {"person:bola-marchetti"}


def test_a_surname_that_two_bear_stands_for_neither() -> None:
    text = "General Bola Marchetti and Colonel Ada Marchetti spoke. Marchetti then left."
    assert not {"person:bola-marchetti", "person:ada-marchetti"} & set(targets(text, "Marchetti then"))


def test_mentions_stand_in_order_and_do_not_overlap() -> None:
    names: Names = find_names(
        "South Korea, North Korea, the UN Panel of Experts on North Korea and Resolution 1718 (2006)."
    )
    spans = [(m.start, m.end) for m in names.mentions]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_body_that_the_article_names_twice_with_two_acronyms_is_no_trouble() -> None:
    assert targets("Alpha Beta Corps (ABRE) Alpha Beta Corps (ABQE) Alpha Beta Corps (ABRE)")


@pytest.mark.parametrize(
    ("text", "part", "target"),
    [
        ("Viktor Bout, also known as Boris Aminov, left. Aminov was jailed.", "Aminov was", "person:viktor-bout"),
        ("Jimmy Roc, a gang leader known as \"Cutlass\", fled. Cutlass fell.", "Cutlass fell", "person:jimmy-roc"),
        ("Mona Dagher, alias Zahra, sold rifles. Zahra denied it.", "Zahra denied", "person:mona-dagher"),
        ("They listed Alpha Holdings FZE. Then Alpha replied.", "Alpha replied", "org:alpha-holdings-fze"),
        ("Alpha replied. They had listed Alpha Holdings FZE.", "Alpha replied", "org:alpha-holdings-fze"),
        ("They listed Garnet Europe OU. Garnet replied.", "Garnet replied", "org:garnet-europe-ou"),
        ("They listed Golden Heron Energy. Golden Heron replied.", "Golden Heron replied", "org:golden-heron-energy"),
        ("They listed OAO Zvezdny and others. Then Zvezdny replied.", "Zvezdny replied", "org:oao-zvezdny"),
        ("They listed GRU Unit 29155. Unit 29155 is known.", "Unit 29155 is", "org:gru-unit-29155"),
        ("Gen. Ana Duarte spoke. Duarte left.", "Duarte left", "person:ana-duarte"),
        ("The 64th Brigade and the 444 Combat Brigade met.", "64th Brigade", "org:64th-brigade"),
        ("The 64th Brigade and the 444 Combat Brigade met.", "444 Combat Brigade", "org:444-combat-brigade"),
        ("Hackers of Unit 61398 came.", "Unit 61398", "org:unit-61398"),
        ("They listed Bank Alfa-2 and Seven Herons Marine Ltd.", "Bank Alfa-2", "org:bank-alfa-2"),
        ("They listed Bank Alfa-2 and Seven Herons Marine Ltd.", "Herons", "org:seven-herons-marine-ltd"),
        ("They listed Ali Hassan and Seven Herons Marine Ltd.", "Ali Hassan", "person:ali-hassan"),
        ("Viktor Sokol of Alpha Holdings left.", "Viktor Sokol", "person:viktor-sokol"),
        ("Viktor Sokol of Alpha Holdings left.", "Alpha Holdings", "org:alpha-holdings"),
        ("They listed Rahman and Brothers Trading LLC.", "Rahman", "org:rahman-and-brothers-trading-llc"),
        ("They listed Arka Shipping and Logistics LLC.", "Arka", "org:arka-shipping-and-logistics-llc"),
        ("The ship is owned by \"Seven Herons Marine\".", "Herons", "org:seven-herons-marine"),
        ("The cargo ship \"Sea Star 7\" left.", "Sea Star", "vessel:sea-star-7"),
        ("The MV Lady Rania left. Lady Rania sank.", "Lady Rania sank", "vessel:mv-lady-rania"),
        ("The M/V Iran Shahr left.", "Iran Shahr", "vessel:iran-shahr"),
        ("Iran Air flew home.", "Iran Air", "org:iran-air"),
        ("Grodno Elektron bought lathes.", "Grodno", "org:grodno-elektron"),
        ("It bought lathes from Shenzhen Lianfeng, a Chinese firm.", "Shenzhen", "org:shenzhen-lianfeng"),
        ("Marmara Rota Havacilik, located in Istanbul, left.", "Rota", "org:marmara-rota-havacilik"),
        ("Alpha Rota Optics LLC (Alpha Rota) left. Alpha Rota sold it.", "Rota sold", "org:alpha-rota-optics-llc"),
        ("Varos Optik (Varos), a firm, left.", "Optik", "org:varos-optik"),
        ("Gao Wei sold rifles.", "Gao", "person:gao-wei"),
        ("In Grodno Karim Bello sold rifles.", "Grodno", "state:BY"),
        ("Kharkiv Governor Oleh Petrov left.", "Oleh", "person:oleh-petrov"),
        ("The cargo was on the Cuban-flagged Vela Rose.", "Vela", "vessel:vela-rose"),
        ("They hold the tankers Vela and Rana Star.", "Rana", "vessel:rana-star"),
        ("They met: ANSARI, Behruz; PETROV, Oleg.", "ANSARI", "person:behruz-ansari"),
        ("JSC Uralvagonzavod sold tanks.", "Uralvagonzavod", "org:uralvagonzavod"),
        ("Ships call at American Samoa.", "American Samoa", "state:US"),
        ("A firm in the British Virgin Islands.", "Virgin Islands", "state:GB"),
    ],
)  # fmt: skip
def test_a_name_or_its_short_form_stands_for_its_bearer(text: str, part: str, target: str) -> None:
    assert targets(text, part) == [target]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Black Pearl Shipping and Black Pearl Trading met. Black Pearl left.", "Black Pearl left"),
        ("Firms on the Virgin Islands were named.", "Virgin Islands"),
        ("The Il-76 landed.", "Il-76"),
        ("Ships crossed the Black Sea.", "Black Sea"),
        ("Fighting in Western Sahara went on.", "Western Sahara"),
        ("In 2018 Army officers met.", "2018"),
    ],
)
def test_what_is_nobodys_name_names_nobody(text: str, part: str) -> None:
    assert targets(text, part) == []


@pytest.mark.parametrize(
    ("text", "part", "target"),
    [
        ("Rwanda backs the M23 rebels in Congo.", "Congo", "state:CD"),
        ("Fighting spread from Goma. Congolese troops fled.", "Congolese", "state:CD"),
        ("Officials in Brazzaville said that Congo had paid.", "that Congo", "state:CG"),
        ("Kingston Fresh is a firm in Britain.", "Kingston", "org:kingston-fresh"),
        ("Jamaica sent envoys. Kingston denied it.", "Kingston denied", "state:JM"),
        ("They stole coins from WazirX and eXch.", "WazirX", "org:wazirx"),
        ("They stole coins from WazirX and eXch.", "eXch", "org:exch"),
        ("He laundered money for the Conti ransomware gang.", "Conti", "org:conti"),
        ("Belaruskali, the state-owned potash company, was named.", "Belaruskali", "org:belaruskali"),
        ("Blue Cash was named. Then they left Blue Cash alone.", "Blue Cash alone", "org:blue-cash"),
        ("Ann Bell was named. Then Bell left Ann Bell alone.", "Ann Bell alone", "person:ann-bell"),
        ("They named the 27th Scientific Center.", "27th Scientific Center", "org:27th-scientific-center"),
        ("They named the Front for the Salvation of Azawad.", "Front", "org:front-for-the-salvation-of-azawad"),
        ("They named the Cartel de los Soles.", "Soles", "org:cartel-de-los-soles"),
        ("Uganda's army, the UPDF, left.", "UPDF", "org:updf"),
        ("The Ministry of Defense of Belarus sold tanks.", "Defense", "org:belarusian-defence-ministry"),
        ("The Foreign Ministry in Niamey denied it.", "Foreign Ministry", "org:nigerien-foreign-ministry"),
        ("Japan bought radars from Japan Steel. Then the Ministry of Defense spoke.", "Defense spoke", "org:jp-mod"),
    ],
)
def test_the_article_decides_what_a_name_means(text: str, part: str, target: str) -> None:
    assert targets(text, part) == [target]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Congo won the match.", "Congo"),
        ("A ship left Victoria on Monday.", "Victoria"),
        ("They mean to found a Sahelian criminal court.", "Sahelian"),
        ("Kim McDonald left.", "McDonald left"),
        ("The GDP fell.", "GDP"),
        ("Elsewhere, a company in Chad, which sold rifles, was named.", "Elsewhere"),
        ("Armenia met India and Japan. The Ministry of Defense was silent.", "Ministry of Defense"),
    ],
)
def test_where_the_article_does_not_decide_a_name_names_nobody_known(text: str, part: str) -> None:
    assert [target for target in targets(text, part) if target.startswith(("state:", "org:"))] == []


@pytest.mark.parametrize(
    "water",
    ["Gulf of Aden", "Gulf of Oman", "Sea of Japan", "South China Sea", "Taiwan Strait", "Lake Chad", "Gulf of Guinea"],
)
def test_a_water_is_not_the_state_whose_name_it_bears(water: str) -> None:
    assert [mention.target for mention in find_names(f"The frigate left the {water} on Friday.").mentions] == [
        "warship"
    ]


@pytest.mark.parametrize(
    ("text", "part", "target"),
    [
        ("Anadolu Kaya Makina sold chips.", "Anadolu", "org:anadolu-kaya-makina"),
        ("They listed Sibirskaya Kompaniya of Zlatoust.", "Kompaniya", "org:sibirskaya-kompaniya"),
        ("They listed Karun Sanat Pars, a firm in Iran. It left Karun Sanat.", "Karun", "org:karun-sanat-pars"),
        ("They listed Lumen Avionics, a Maltese company. It was sold to Lumen.", "Lumen", "org:lumen-avionics"),
    ],
)
def test_a_firm_bears_words_of_other_languages_and_is_called_by_its_beginning(
    text: str, part: str, target: str
) -> None:
    assert targets(text, part) == [target]


@pytest.mark.parametrize(
    "text",
    [
        "They listed Delta Shipping Ltd and Delta Optics Ltd. Chips went to Delta.",
        "They listed Karim Trading Ltd. Its owner is Karim Bello. Chips went to Karim.",
        "They listed Far Eastern Shipping Ltd. Chips went to the Far East.",
    ],
)
def test_a_beginning_that_two_names_share_stands_for_neither(text: str) -> None:
    assert [t for t in targets(text, text.split()[-1].rstrip(".")) if t.startswith(("org:", "person:"))] == []
