from __future__ import annotations

import pytest

from ingest.names import find_names
from tests.ingest.names.test_names import targets

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
    # States
    ("Mali's", "Malawi's"), ("Malian", "Malaysian"), ("Malian", "Malawian"), ("Maldivian", "Malian"),
    ("Republic of Congo", "DRC"), ("Congo-Brazzaville", "DR Congo"), ("Brazzaville", "Kinshasa"),
    ("Guinean", "Ghanaian"), ("Guyana", "Guinea"), ("French Guiana", "Guyana"), ("Sudanese", "South Sudanese"),
    ("Khartoum", "Juba"), ("Niamey", "Abuja"), ("Dominican Republic", "Dominica"), ("Samoa", "American Samoa"),
    ("Macedonia", "Montenegro"), ("Serbia", "Syria"),
    ("Serbian", "Syrian"), ("Jordan", "Jordan Smith"), ("Tehran", "Baghdad"), ("Iranian", "Iraqi"),
    ("Bahrain", "Brunei"), ("Benin", "Belize"), ("Burundi", "Burkina Faso"), ("Togo", "Tonga"),
    ("Central African Republic", "South Africa"), ("Chadian", "Canadian"), ("Qatari", "Omani"), ("Kosovo", "Serbia"),
    ("Palestine", "Pakistan"), ("Vatican", "Vanuatu"), ("Estonia", "Ethiopia"),
    ("Eritrea", "Ethiopia"), ("Uganda", "Rwanda"), ("Bucharest", "Budapest"), ("Baku", "Bamako"),
    # Bodies and people
    ("Bank Melli", "Bank Mellat"), ("Bank Sepah", "Bank Saderat"), ("Iran Air", "Mahan Air"),
    ("Libyan National Army", "Libyan Army"),
    ("Libya's Government of National Unity", "Libya's Government of National Accord"),
    ("Sudan Liberation Army", "South Sudan Liberation Army"), ("FDLR", "FARDC"),
    ("Unit 29155", "Unit 26165"), ("64th Brigade", "46th Brigade"), ("444 Brigade", "111 Brigade"),
    ("Bybit", "Bitbit Exchange"), ("UN Security Council", "UN Human Rights Council"),
    ("European Council", "Council of Europe"), ("Ali Hassan Farah", "Ali Hussein Farah"), ("GRU", "FSB"),
    ("Saddam Haftar", "Khalifa Haftar"), ("Mohamed al-Burhan", "Mahmoud al-Burhan"), ("APT28", "APT29"),
    ("Alpha Holdings FZE", "Alpha Holding LLC"), ("Sea Star Shipping", "Sea Star Trading"),
    ("IMO 9074729", "IMO 9304667"), ("FLA", "FLN"),
    # Rules
    ("Resolution 1591", "Resolution 1593"), ("Resolution 2653", "Resolution 2652"),
    ("UN sanctions on Mali", "UN sanctions on Somalia"), ("EU sanctions on Iran", "UN sanctions on Iran"),
    ("UN Panel of Experts on Mali", "UN Panel of Experts on Somalia"), ("Minsk Agreement", "Minsk Protocol"),
    ("Comprehensive Nuclear-Test-Ban Treaty", "Nuclear Non-Proliferation Treaty"),
    ("Ottawa Convention", "Oslo Convention"), ("Open Skies Treaty", "Outer Space Treaty"), ("START I", "New START"),
]  # fmt: skip


def test_a_ship_whose_name_begins_as_another_is_another() -> None:
    text = "The tanker Vela left first. The tanker Vela Dorada left last."
    assert targets(text, "Vela left") == ["vessel:vela"]
    assert targets(text, "Vela Dorada left") == ["vessel:vela-dorada"]


@pytest.mark.parametrize(("one", "other"), NEAR, ids=lambda name: str(name))
def test_near_names_never_merge(one: str, other: str) -> None:
    text = f"The report named {one} first. It named {other} last."
    end = text.index("first")
    first = {m.target for m in find_names(text).mentions if m.start < end}
    last = set(targets(text, f"{other} last"))
    assert first
    assert last
    assert first.isdisjoint(last)
