from __future__ import annotations

from itertools import pairwise

import pytest

from ingest.mentions import Names
from ingest.names import find_names


def targets(text: str, part: str | None = None, *, title: str | None = None) -> list[str]:
    """Return what is named in `text`, or in the last occurrence of `part` in it."""
    start = 0 if part is None else text.rindex(part)
    end = len(text) if part is None else start + len(part)
    return [m.target for m in find_names(text, title).mentions if m.start < end and start < m.end]


NEAR = [
    ("North Korea", "South Korea"), ("North Korean", "South Korean"), ("Sudan", "South Sudan"),
    ("Republic of the Congo", "Democratic Republic of the Congo"), ("Congo-Brazzaville", "Congo-Kinshasa"),
    ("Guinea", "Guinea-Bissau"), ("Guinea", "Equatorial Guinea"), ("Guinea", "Papua New Guinea"),
    ("Guinea-Bissau", "Equatorial Guinea"), ("Niger", "Nigeria"), ("Nigerien", "Nigerian"), ("Iran", "Iraq"),
    ("Dominica", "Dominican Republic"), ("Austria", "Australia"), ("Slovakia", "Slovenia"), ("Mali", "Malawi"),
    ("Mali", "Malta"), ("Mauritania", "Mauritius"), ("Gambia", "Zambia"), ("Liberia", "Libya"), ("Ireland", "Iceland"),
    ("Latvia", "Lithuania"), ("Paraguay", "Uruguay"), ("Moldova", "Maldives"), ("Chad", "China"), ("Oman", "Yemen"),
    ("Swaziland", "Switzerland"), ("Sweden", "Switzerland"), ("Senegal", "Serbia"), ("China", "Taiwan"),
    ("Sierra Leone", "Solomon Islands"), ("St Kitts and Nevis", "St Vincent and the Grenadines"),
    ("Pyongyang", "Pyeongchang"),
    ("Resolution 1718", "Resolution 1874"), ("Resolution 2231", "Resolution 2397"),
    ("Resolution 1718", "Resolution 2718"), ("Resolution 1970", "Resolution 1973"),
    ("Resolution 2270", "Resolution 2371"), ("Resolution 1540", "Resolution 1737"),
    ("UN sanctions on North Korea", "UN sanctions on Iran"), ("UN sanctions on Sudan", "UN sanctions on South Sudan"),
    ("UN Panel of Experts on North Korea", "UN Panel of Experts on Libya"),
    ("UN Panel of Experts on Sudan", "UN Panel of Experts on South Sudan"),
    ("1718 Committee", "1737 Committee"), ("1718 Committee", "1718 Committee Panel of Experts"),
    ("Multilateral Sanctions Monitoring Team", "UN Panel of Experts on North Korea"),
    ("INF Treaty", "New START"), ("Chemical Weapons Convention", "Biological Weapons Convention"),
    ("Treaty on the Prohibition of Nuclear Weapons", "Treaty on the Non-Proliferation of Nuclear Weapons"),
    ("KN-23", "KN-25"), ("Iskander", "Kinzhal"), ("Hwasong-11", "Hwasong-15"),
    ("Kim Jong Un", "Kim Jong Il"), ("Kim Jong Un", "Kim Yo Jong"), ("Kim Jong Il", "Kim Il Sung"),
    ("Sergei Lavrov", "Sergei Shoigu"), ("Andrei Kuznetsov", "Antonov Kuznetsov"),
    ("State Department", "Defense Department"), ("US State Department", "US Treasury Department"),
    ("IRGC", "IRGC-QF"), ("IRGC", "Quds Force"), ("Hamas", "Hezbollah"), ("Islamic State", "Al-Qaida"),
    ("Wagner Group", "Africa Corps"), ("African Union", "European Union"), ("Arab League", "African Union"),
    ("NATO", "CSTO"), ("IAEA", "OPCW"), ("Rapid Support Forces", "Sudanese Armed Forces"),
    ("Korean People's Army", "People's Liberation Army"), ("FBI", "CIA"),
    ("Black Pearl Shipping", "Black Pearl Trading"), ("Blue Orion Bank", "Blue Orient Bank"),
    ("Kingdom Star Logistics", "Kingdom Logistics"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), NEAR, ids=lambda name: str(name))
def test_near_names_never_merge(one: str, other: str) -> None:
    text = f"The report named {one} first. It named {other} last."
    end = text.index("first")
    first = {m.target for m in find_names(text).mentions if m.start < end}
    last = set(targets(text, f"{other} last"))
    assert first
    assert last
    assert first.isdisjoint(last)


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
