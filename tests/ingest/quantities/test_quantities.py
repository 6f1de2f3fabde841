from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.quantities import QuantityMention, find_quantities

Row = tuple[float, str, str | None, str, str]


def rows(text: str) -> list[Row]:
    return [(m.value, m.bound, m.unit, m.text, text[m.head_start : m.head_end]) for m in find_quantities(text)]


def only(text: str) -> QuantityMention:
    (mention,) = find_quantities(text)
    return mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The junta received at least 40 cruise missiles.", (40, "min", None, "at least 40", "cruise missiles")),
        ("More than 30 armoured trucks crossed.", (30, "min", None, "More than 30", "armoured trucks")),
        ("Over 9,000 Chadian soldiers left.", (9000, "min", None, "Over 9,000", "Chadian soldiers")),
        ("It lost no fewer than six frigates.", (6, "min", None, "no fewer than six", "frigates")),
        ("It holds in excess of 200 launchers.", (200, "min", None, "in excess of 200", "launchers")),
        ("It flew upwards of 70 drones.", (70, "min", None, "upwards of 70", "drones")),
        ("They bought 300 or more rifles.", (300, "min", None, "300 or more", "rifles")),
        ("A fleet of 8,000-plus drones grew.", (8000, "min", None, "8,000-plus", "drones")),
        ("It flew 400+ sorties.", (400, "min", None, "400+", "sorties")),
        ("It sent up to 60 howitzers.", (60, "max", None, "up to 60", "howitzers")),
        ("As many as seven submarines sailed.", (7, "max", None, "As many as seven", "submarines")),
        ("It may keep no more than 12 bombers.", (12, "max", None, "no more than 12", "bombers")),
        ("Fewer than 90 tanks work.", (90, "max", None, "Fewer than 90", "tanks")),
        ("Less than 50 shells came.", (50, "max", None, "Less than 50", "shells")),
        ("At most five jets flew.", (5, "max", None, "At most five", "jets")),
        ("It has about 250 radars.", (250, "about", None, "about 250", "radars")),
        ("Around 4,000 fighters stayed.", (4000, "about", None, "Around 4,000", "fighters")),
        ("Some 35 instructors arrived.", (35, "about", None, "Some 35", "instructors")),
        ("An estimated 600 mercenaries fought.", (600, "about", None, "An estimated 600", "mercenaries")),
        ("Nearly 80 engines vanished.", (80, "about", None, "Nearly 80", "engines")),
        ("Almost two dozen boats sank.", (24, "about", None, "Almost two dozen", "boats")),
        ("Roughly ten crews trained.", (10, "about", None, "Roughly ten", "crews")),
        ("It built ~45 launchers.", (45, "about", None, "~45", "launchers")),
        ("30 or so lorries came.", (30, "about", None, "30 or so", "lorries")),
        ("As many as an estimated 500 men came.", (500, "max", None, "As many as an estimated 500", "men")),
        ("At least another 20 pilots came.", (20, "min", None, "At least another 20", "pilots")),
        ("It bought 10 to 15 helicopters.", (10, "min", None, "10 to 15", "helicopters")),
        ("Between 100 and 200 rockets fell.", (100, "min", None, "Between 100 and 200", "rockets")),
        ("It ordered 1,000-1,500 mortars.", (1000, "min", None, "1,000-1,500", "mortars")),
        ("Two or three vessels waited.", (2, "min", None, "Two or three", "vessels")),
        ("It flew up to 10 or 12 jets.", (12, "max", None, "up to 10 or 12", "jets")),
        ("It bought 6,000 122mm rockets.", (6000, "exact", None, "6,000", "122mm rockets")),
        ("It bought 31 M1A1 tanks.", (31, "exact", None, "31", "M1A1 tanks")),
        ("It bought six Kilo-class submarines.", (6, "exact", None, "six", "Kilo-class submarines")),
        ("It wants 10 to 15 million bullets.", (10e6, "min", None, "10 to 15 million", "bullets")),
    ],
)
def test_a_count_keeps_its_bound_and_finds_its_noun(text: str, expected: Row) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sent more than 5,000 containers of shells.", (5000, "min", "container", "more than 5,000", "shells")),
        ("Some 700 shipping containers left.", (700, "about", "container", "Some 700", "shipping containers")),
        (
            "It made two million rounds of tank and mortar ammunition.",
            (2e6, "exact", "round", "two million", "tank and mortar ammunition"),
        ),
        ("It sent 40,000 artillery rounds.", (40_000, "exact", "round", "40,000", "artillery rounds")),
        ("It bought 3,000 tonnes of coal.", (3000, "exact", "tonne", "3,000", "coal")),
        ("It bought 3,000 metric tons of coal.", (3000, "exact", "tonne", "3,000", "coal")),
        ("It bought 3,000 tons of coal.", (3000, "exact", "ton", "3,000", "coal")),
        ("It got a million barrels of refined oil.", (1e6, "exact", "barrel", "a million", "refined oil")),
        ("It hid 90 kilograms of enriched uranium.", (90, "exact", "kilogram", "90", "enriched uranium")),
        ("It hid 90 kg of enriched uranium.", (90, "exact", "kilogram", "90", "enriched uranium")),
        ("It moved 1,200 crates of grenades.", (1200, "exact", "crate", "1,200", "grenades")),
        ("Two shipments of rifles came.", (2, "exact", "shipment", "Two", "rifles")),
        ("It sent 60 pieces of heavy artillery.", (60, "exact", None, "60", "heavy artillery")),
        ("It hid 15kg of explosives.", (15, "exact", "kilogram", "15", "explosives")),
        ("It sold 1.5m shells.", (1.5e6, "exact", None, "1.5m", "shells")),
        ("It took 23 bombs.", (23, "exact", None, "23", "bombs")),
        ("It got 1.2m barrels of oil.", (1.2e6, "exact", "barrel", "1.2m", "oil")),
        ("It made 9,000 rounds of 7.62mm ammunition.", (9000, "exact", "round", "9,000", "7.62mm ammunition")),
        ("It burnt 5,000 litres of fuel.", (5000, "exact", "litre", "5,000", "fuel")),
        ("Three rounds of talks failed.", (3, "exact", None, "Three", "rounds")),
        ("On 6 January 2,116 rifles came.", (2116, "exact", None, "2,116", "rifles")),
        ("It makes 100 drones a month.", (100, "exact", "a month", "100", "drones")),
        ("It burnt 5,000 litres of fuel a day.", (5000, "exact", "litre a day", "5,000", "fuel")),
    ],
)
def test_a_unit_is_told_from_what_it_holds(text: str, expected: Row) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    ("text", "value", "bound", "unit", "written"),
    [
        ("They stole $12 million.", 12e6, "exact", "USD", "$12 million"),
        ("It cost 5m euros.", 5e6, "exact", "EUR", "5m euros"),
        ("It cost US$ 500,000.", 500_000, "exact", "USD", "US$ 500,000"),
        ("They stole about US$1.5 billion in ether.", 1.5e9, "about", "USD", "about US$1.5 billion"),
        ("A €300m loan was signed.", 3e8, "exact", "EUR", "€300m"),
        ("It cost £2bn.", 2e9, "exact", "GBP", "£2bn"),
        ("It cost more than £100,000.", 100_000, "min", "GBP", "more than £100,000"),
        ("It cost 1.2 billion dollars.", 1.2e9, "exact", "USD", "1.2 billion dollars"),
        ("It cost 40 million euros.", 40e6, "exact", "EUR", "40 million euros"),
        ("It cost 9 billion South Korean won.", 9e9, "exact", "KRW", "9 billion South Korean won"),
        ("It cost 50 billion won.", 50e9, "exact", "KRW", "50 billion won"),
        ("It cost 8 million Australian dollars.", 8e6, "exact", "AUD", "8 million Australian dollars"),
        ("It cost A$8 million.", 8e6, "exact", "AUD", "A$8 million"),
        ("It paid USD 5 million.", 5e6, "exact", "USD", "USD 5 million"),
        ("It paid 5 million USD.", 5e6, "exact", "USD", "5 million USD"),
        ("It paid $5-$10 million.", 5e6, "min", "USD", "$5-$10 million"),
        ("It paid $10-15 million.", 10e6, "min", "USD", "$10-15 million"),
        ("It paid between $20 million and $30 million.", 20e6, "min", "USD", "between $20 million and $30 million"),
        ("A $620-million heist shook the exchange.", 620e6, "exact", "USD", "$620-million"),
        ("It owes three million roubles.", 3e6, "exact", "RUB", "three million roubles"),
    ],
)
def test_money_has_its_currency_as_unit(text: str, value: float, bound: str, unit: str, written: str) -> None:
    mention = only(text)
    assert (mention.value, mention.bound, mention.unit, mention.text) == (value, bound, unit, written)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("It stole $40 million in cryptocurrency from banks.", "cryptocurrency"),
        ("It bought $2 billion worth of arms.", "arms"),
        ("It lost at least four of them at sea.", "them"),
        ("It keeps over 900 of its workers abroad.", "workers"),
        ("It sold two more patrol boats.", "patrol boats"),
        ("It sent at least 12 Mirage-2000 and Rafale jets south.", "Mirage-2000 and Rafale jets"),
        ("It sent 90 Grad multiple rocket launchers and 20 tankers.", "Grad multiple rocket launchers"),
        ("It gave one Osa combat vehicle and radars.", "Osa combat vehicle"),
        ("It sent 15 self-propelled guns to the front.", "self-propelled guns"),
        ("It sold six weapons systems.", "weapons systems"),
        ("It tested 12 long-range missiles.", "long-range missiles"),
        ("It tested 12 medium- and long-range missiles.", "medium- and long-range missiles"),
        ("It sold 30 used tanks", "used tanks"),
        ("It sold 20 T-72", "T-72"),
        ("Nine of the fleet's ships sank.", "fleet's ships"),
        ("It hired 3,000 North Korean workers last year.", "North Korean workers"),
        ("More than 11,000 were posted there.", ""),
    ],
)
def test_the_head_is_the_noun_group_that_is_counted(text: str, head: str) -> None:
    mention = find_quantities(text)[0]
    assert text[mention.head_start : mention.head_end] == head


@pytest.mark.parametrize(
    "text",
    [
        "A 29-page report.",
        "A 155mm gun of 240mm calibre.",
        "A 10-year-old boy.",
        "It lies 290 km (180 miles) north.",
        "A 5kg bag.",
        "A 500 kg bomb fell.",
        "Exports fell 12% and then 5 per cent.",
        "The vote was 13-0.",
        "It passed with 13 votes in favour.",
        "Nine voted, 11 in favour.",
        "The first and the 3rd came.",
        "Resolution 2397 was breached.",
        "It breached resolutions 1718, 1874 and 2270 (2016).",
        "It cites Article 5 and article four.",
        "The 1718 Committee met.",
        "The KN-23, the S-400, the GB50A and the T-72s.",
        "The tanker Sea Pearl 7 sank.",
        "On 13 July 2018 and on Oct. 6 it acted.",
        "In 2019 it sank.",
        "At 10:30 on 9/11 it came.",
        "The minister, 62, resigned.",
        "The Five Eyes met.",
        "One in five soldiers deserted.",
        "Nearly a third deserted.",
        "Two-thirds of them left.",
        "No one knows.",
        "They fought one another.",
        "One should know.",
        "One of the largest deals.",
        "Dozens of tanks came.",
        "Hundreds of shells fell.",
        "Several hundred men came.",
        "A few tanks came.",
        "A few dozen came.",
        "Large quantities of coal came.",
        "Tens of thousands fled.",
        "It fought for 15 years and three months.",
        "Two decades passed, then six more years.",
        "It makes $100 million a month.",
        "It costs 30 dollars a head.",
        "It costs $75 per barrel.",
        "It rose from 10 to 15.",
        "It rose from 1,000 to 3,000 troops.",
        "It won 11 to 3.",
        "Three types of missile came.",
        "It was hit twice, then three times.",
        "Call 202 555 0100.",
        "Visit http://x.org/2024/05/17.",
        "It cost ¥500 million.",
        "It weighs 2.000 units.",
        "He is 45.",
        "The 2,000-strong force.",
        "A group of ten-tonne trucks.",
        "Flight 370 vanished.",
        "Paragraph 8 and chapter 7 apply.",
        "The Group of Seven met.",
        "No. 10 said so.",
        "five thousand million things",
        "The rate is 3.5 percent.",
        "Temperatures of 40 degrees.",
        "It took 30 minutes.",
        "a Boeing 747 freighter",
    ],
)
def test_what_is_no_quantity_gives_none(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It gave Ukraine 31 tanks and Poland 12.", [31]),
        ("In May 2024 it sent 90 tanks on 4 ships.", [90, 4]),
        ("Some 2000 troops came in 2000.", [2000]),
        ("It sent 20 tanks, 30 guns and 40 trucks.", [20, 30, 40]),
        ("Resolution 1540 froze $3 million of two firms.", [3e6, 2]),
        ("It sent 120 guns.\n\n80 came back.", [120]),
        ("It sent 120 guns.\n\nEighty were sent back.", [120, 80]),
    ],
)
def test_several_numbers_are_told_apart(text: str, values: list[float]) -> None:
    assert [mention.value for mention in find_quantities(text)] == values


def test_as_many_again_is_the_last_count() -> None:
    first, again = find_quantities("It sold 90 howitzers and will sell as many again.")
    assert (again.value, again.bound, again.text) == (first.value, first.bound, "as many again")


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from(list("0129,.-–$€% \n()aeno'")), max_size=80))
def test_offsets_hold_on_noise(text: str) -> None:
    check_offsets(text)


WORDS = """
at least more than up to about between and or a an one two dozen hundred million 20,000 7 1.5 $3 €5m bn 2024 of the them
tanks containers rounds per month votes Resolution KN-23 , . ( ) - or_more dollars worth in Oct.
"""


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=25))
def test_offsets_hold_on_shuffled_words(words: list[str]) -> None:
    check_offsets(" ".join(words).replace("_", " "))


def check_offsets(text: str) -> None:
    end = 0
    for mention in find_quantities(text):
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end <= mention.head_start <= mention.head_end <= len(text)
        assert mention.value > 0
        end = mention.end


@pytest.mark.parametrize(
    "noise", ["1" * 300_000, "at least " * 10_000, "20, " * 10_000, "one hundred and " * 5_000, "1718, " * 10_000]
)
def test_hostile_repetition_takes_linear_time(noise: str) -> None:
    start = time.perf_counter()
    find_quantities(noise)
    assert time.perf_counter() - start < 8


def test_rounds_are_no_label_of_the_next_number() -> None:
    found = find_quantities("It took 3,000 rounds and 23 anti-tank missiles in round 3.")
    assert [mention.text for mention in found] == ["3,000", "23"]
