# ruff: noqa: E501 - a page has lines as long as its writer made them
from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.pages import Page, Story, stories_of
from ingest.readers.text import read_text

REAL = Path(__file__).parents[4] / "shared" / "pages"


def split(text: str) -> list[Story]:
    return stories_of(read_text(text, "page.txt"))


def borders(story: Story) -> tuple[str, str]:
    words = story.text.split()
    return " ".join(words[:4]), " ".join(words[-3:])


def test_the_real_page_splits_into_its_four_articles() -> None:
    if not (REAL / "msmt-page.txt").exists():
        pytest.skip("../shared/pages is not beside the clone")
    expected = json.loads((REAL / "msmt-page.json").read_text("utf-8"))["articles"]
    stories = split((REAL / "msmt-page.txt").read_text("utf-8"))
    assert [(s.title, s.publisher, s.agency, s.published) for s in stories] == [
        (e["title"], e["publisher"], e["agency"], None) for e in expected
    ]
    for story, right in zip(stories, expected, strict=True):
        assert story.text.startswith(right["first_words"])
        assert story.text.endswith(right["last_words"])
        assert not any(words in story.text for words in ("PHOTO", "Telegram channel", "REUTERS", "Daily8"))


AGGREGATOR = """\
Libya embargo breached by sea, panel says
Harbour Gazette · 2 hours ago
A ship at anchor off Tobruk on May 4. PHOTO: COAST PRESS
TRIPOLI - Four cargo ships carried armoured vehicles to Libya in breach of an embargo, a panel of experts said.
The vessels sailed from two ports in the eastern Mediterranean, the panel said in its report. NORTHWIRE
Get the latest headlines in our app.
Comments (2)
marlin44: Nobody ever checked those ships and everyone in the port knew what they carried to Libya last year.
You may also like

Coast Daily
1 hour ago
- Coast Daily
Fishermen protest at fuel prices
Boats in the harbour of Sfax. PHOTO: AFP TUNIS - Fishermen blocked the port for a second day. They want cheaper fuel. AFP Join CD's WhatsApp channel for breaking news.
"""


def test_an_aggregators_page_gives_the_story_and_the_related_one_run_into_a_line() -> None:
    first, second = split(AGGREGATOR)
    assert (first.title, first.publisher, first.agency) == (
        "Libya embargo breached by sea, panel says",
        "Harbour Gazette",
        "Northwire",
    )
    assert borders(first) == ("TRIPOLI - Four cargo", "in its report.")
    assert (second.title, second.publisher, second.agency) == ("Fishermen protest at fuel prices", "Coast Daily", "AFP")
    assert second.text == "TUNIS - Fishermen blocked the port for a second day. They want cheaper fuel."


def test_a_page_that_is_one_single_line_is_parted_at_its_blocks() -> None:
    line = (
        "Coast Daily 1 hour ago - Coast Daily Boats in harbour. PHOTO: AFP TUNIS - Fishermen blocked the port. They want "
        "cheaper fuel. AFP Harbour Gazette 2 hours ago - Harbour Gazette Embargo breached, says panel TRIPOLI - Four "
        "ships carried vehicles to Libya. The panel named them. REUTERS Join HG's Telegram channel now."
    )
    first, second = split(line)
    assert (first.publisher, first.agency) == ("Coast Daily", "AFP")
    assert first.text == "TUNIS - Fishermen blocked the port. They want cheaper fuel."
    assert (second.title, second.publisher, second.agency) == (
        "Embargo breached, says panel",
        "Harbour Gazette",
        "Reuters",
    )
    assert second.text == "TRIPOLI - Four ships carried vehicles to Libya. The panel named them."


def test_wire_copies_one_after_another_part_at_their_datelines() -> None:
    stories = split("""\
Iran denies sending missiles
TEHRAN, March 3, 2024 (Northwire) - Iran has not sent missiles to Russia, its foreign ministry said.
"We reject the claim," a spokesman said. He named no source.
(Reporting by A. Writer; Editing by B. Reader)
Turkey signs drone deal
ANKARA, March 4 (AFP) -- Turkey signed an agreement to build drones in Ukraine.
The plant will open in 2026.
MINSK (Interfax) - Belarus received a second air defence system from Russia on Monday.
""")
    assert [(s.title, s.agency, s.published) for s in stories] == [
        ("Iran denies sending missiles", "Northwire", "2024-03-03"),
        ("Turkey signs drone deal", "AFP", None),
        (None, "Interfax", None),
    ]
    assert [borders(s)[1] for s in stories] == ["named no source.", "open in 2026.", "Russia on Monday."]


def test_every_entry_of_a_live_blog_is_a_story_of_its_own() -> None:
    stories = split("""\
Live: strikes on the Red Sea coast
14:32 GMT
Houthis say port was hit
The Houthis said that a strike had hit the port of Hodeidah. They named no weapon.
13:05 GMT
The United Kingdom said that its aircraft took part in the strike.
11:40 GMT
Oil price rises
Brent crude rose by two dollars. Traders fear for the strait.
""")
    assert [s.title for s in stories] == ["Houthis say port was hit", None, "Oil price rises"]
    assert stories[1].text == "The United Kingdom said that its aircraft took part in the strike."


def test_a_press_release_stays_whole_with_its_list_and_subheadings() -> None:
    (story,) = split("""\
FOR IMMEDIATE RELEASE
Ministry of Finance designates network that ships oil to North Korea
Published: 29 May 2025

The Ministry of Finance today designated three firms that sell oil to North Korea.

The following firms were added to the list:

- Blue Lantern Shipping Ltd, of Port Vila
- Quartz Harbour Trading Co
- Seven Herons Marine

Legal effect

All assets of the firms are frozen. Nobody may trade with them.

###
Media contact: press desk, 0123
""")
    assert story.title == "Ministry of Finance designates network that ships oil to North Korea"
    assert story.published == "2025-05-29"
    assert story.text.startswith("The Ministry of Finance today")
    assert "\n\nQuartz Harbour Trading Co\n\n" in story.text
    assert story.text.endswith("Nobody may trade with them.")


def test_a_newsletter_gives_an_article_an_item() -> None:
    stories = split("""\
View this email in your browser
Sanctions Monitor Weekly
***
Council renews Sudan measures
The Security Council renewed the arms embargo on Darfur on 12 September 2024. No member voted against.
***
Japan lists nine firms
Japan froze the assets of nine firms that sent machine tools to Russia.
***
You are receiving this because you signed up.
Unsubscribe
""")
    assert [s.title for s in stories] == ["Council renews Sudan measures", "Japan lists nine firms"]
    assert all(s.published is None for s in stories)
    assert borders(stories[1]) == ("Japan froze the assets", "tools to Russia.")


def test_meetings_coverage_of_the_un_is_one_article_with_the_date_above_it() -> None:
    (story,) = split("""\
Security Council
9999th Meeting (AM)
SC/99999
28 March 2024
Security Council Fails to Extend Mandate of Expert Panel, as One Permanent Member Casts Veto

The Security Council today failed to extend the mandate of a panel of experts, as one permanent member cast a veto.

The draft obtained 13 votes in favour to 1 against (Russian Federation), with 1 abstention (China).

Statements

The representative of Japan said that the panel had done its work. It was a sad day for the Council and for all.

Action on Draft

The representative of China said that his country had abstained. He spoke for a political solution of the matter.

For information media. Not an official record.
""")
    assert story.title is not None
    assert story.title.startswith("Security Council Fails")
    assert story.published == "2024-03-28"
    assert borders(story) == ("The Security Council today", "of the matter.")
    assert "official record" not in story.text


EMAIL = """\
From: Desk <desk@example.org>
To: list@example.org
Subject: {subject}
Date: Tue, 4 Jun 2024 09:12:00 +0200

Rwanda has sent between three thousand and four thousand soldiers
into the east of the Congo, according to a report that a group of
experts gave to the Security Council.

Kigali denies that. It says that its troops guard the border and
nothing else.

--
Desk of the list
Unsubscribe: https://example.org/u
"""


def test_a_mail_gives_its_subject_as_the_title_and_joins_broken_lines() -> None:
    (story,) = split(EMAIL.format(subject="Experts count Rwandan troops"))
    assert (story.title, story.published) == ("Experts count Rwandan troops", "2024-06-04")
    assert story.text.startswith("Rwanda has sent between three thousand and four thousand soldiers into the east of")
    assert story.text.endswith("guard the border and nothing else.")


def test_the_date_of_a_forwarded_mail_is_not_the_articles() -> None:
    (story,) = split(EMAIL.format(subject="Fwd: Experts count Rwandan troops"))
    assert (story.title, story.published) == ("Experts count Rwandan troops", None)


def test_a_print_view_loses_its_frame_and_keeps_no_date_of_printing() -> None:
    (story,) = split("""\
Print | Close
https://gazette.example/world/4711
The Harbour Gazette
Myanmar junta buys jets despite embargo calls
By Nora Writer in Bangkok
This page was printed on 12 June 2025
Myanmar has bought six fighter jets from Russia, the junta said. Two were delivered in March.
Read also: Rice harvest fails again in the delta
Russia said that the contract broke no rule.
Page 1 of 2
© 2025 The Harbour Gazette. All rights reserved.
""")
    assert story.title == "Myanmar junta buys jets despite embargo calls"
    assert story.published is None
    assert "Rice harvest" not in story.text
    assert borders(story) == ("Myanmar has bought six", "broke no rule.")


def test_two_stories_in_one_text_part_at_the_second_headline() -> None:
    first, second = split("""\
Experts say arms reach Sudan through Chad

Flights from the Gulf brought ammunition to Chad, experts told the Security Council in January 2024. Lorries took it to Darfur.

The United Arab Emirates denied it.

Three Baltic states leave the landmine convention

Estonia, Latvia and Lithuania have withdrawn from the Ottawa Convention, their governments said on 18 March 2025. They spoke of the threat from Russia and of the wish to protect their borders.
""")
    assert first.title == "Experts say arms reach Sudan through Chad"
    assert first.text.endswith("The United Arab Emirates denied it.")
    assert second.title == "Three Baltic states leave the landmine convention"
    assert borders(second) == ("Estonia, Latvia and Lithuania", "protect their borders.")


def test_a_story_goes_on_after_a_box_of_links() -> None:
    (story,) = split("""\
Kyiv counts missiles
Russia fired ninety missiles at Ukraine, the air force said on Monday. Seventy were shot down.
READ ALSO
- Pop star cancels tour
- Rain expected in the south
Ukraine asked its partners for more air defence systems. Germany promised two of them.
""")
    assert "Pop star" not in story.text
    assert borders(story) == ("Russia fired ninety missiles", "two of them.")


def test_links_below_a_heading_of_related_stories_are_no_articles() -> None:
    stories = split("""\
Kyiv counts missiles
Russia fired ninety missiles at Ukraine, the air force said on Monday. Seventy were shot down.
More from World
Pop star cancels her tour of the north
Rain expected in the south on Friday
""")
    assert len(stories) == 1
    assert stories[0].text.endswith("Seventy were shot down.")


def test_comments_never_become_part_of_a_story() -> None:
    stories = split("""\
Kyiv counts missiles
Russia fired ninety missiles at Ukraine, the air force said on Monday.
3 comments
North Korea supplied all of them, everyone knows that, my cousin saw the crates and told us all about it last year.
China paid.
""")
    assert [s.text for s in stories] == ["Russia fired ninety missiles at Ukraine, the air force said on Monday."]


def test_a_story_after_comments_is_one_where_its_headline_is_marked_or_signed() -> None:
    above = "Kyiv counts missiles\nRussia fired ninety missiles at Ukraine, the air force said on Monday.\n3 comments\n"
    below = "Chad bought four jammers from Turkey, its defence ministry said on Thursday in the capital.\n"
    for headline in ("# Chad buys jammers\n", "Chad buys jammers\nBy Nora Writer\n"):
        assert [story.title for story in split(above + headline + below)] == [
            "Kyiv counts missiles",
            "Chad buys jammers",
        ]
    assert len(split(f"{above}Everyone knows that\n{below}")) == 1


def test_a_sentence_may_return_in_a_report_and_is_the_sites_own_in_a_list_of_stories() -> None:
    text = "".join(f"State number {number} was asked.\nThe State did not reply to the letter.\n" for number in range(4))
    assert stories_of(Page(text, is_one_story=True))[0].text.count("did not reply") == 4
    assert "did not reply" not in split(text)[0].text


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        ("REUTERS", "Reuters"),
        ("- AFP", "AFP"),
        ("(Xinhua)", "Xinhua"),
        ("/TASS/", "TASS"),
        ("THE COAST HERALD/OCEAN NEWS NETWORK", "The Coast Herald/Ocean News Network"),
        ("AFP, REUTERS", "AFP, Reuters"),
    ],
)
def test_a_credit_at_the_end_names_the_agency_and_goes(tail: str, agency: str) -> None:
    (story,) = split(f"A title of five words\nIran sent drones to Russia. Nobody denied it. {tail}\n")
    assert (story.agency, story.text) == (agency, "Iran sent drones to Russia. Nobody denied it.")


@pytest.mark.parametrize(
    "line", ["He joined NATO.", "He spoke to Reuters.", "AFP President John Doe said no.", "It left the EU."]
)
def test_a_name_in_the_prose_is_no_credit(line: str) -> None:
    text = f"Iran sent drones to Russia in the spring. {line}"
    (story,) = split(text)
    assert (story.agency, story.text) == (None, text)


@pytest.mark.parametrize(
    ("line", "agency", "published"),
    [
        ("WASHINGTON, Oct 13 (Meridian) - North Korea sent arms.", "Meridian", None),
        ("GENEVA, 5 March 2024 (Northwire) – The talks failed.", "Northwire", "2024-03-05"),
        ("MOSCOW, June 3. /TASS/. Russia denied it.", "TASS", None),
        ("SEOUL, South Korea (AP) — North Korea fired a missile.", "AP", None),
        ("BRUSSELS/WASHINGTON, Oct 20 (Meridian) - Iran sent trainers.", "Meridian", None),
        ("Nairobi (AFP) – The embargo was renewed.", "AFP", None),
        ("RIYADH: The kingdom bought drones.", None, None),
    ],
)
def test_datelines_of_many_kinds_begin_a_story(line: str, agency: str | None, published: str | None) -> None:
    stories = split(f"Another story of the day\nRice got dearer. Nobody knows why.\n{line}\n")
    assert [s.text for s in stories] == ["Rice got dearer. Nobody knows why.", line]
    assert (stories[1].agency, stories[1].published) == (agency, published)


@pytest.mark.parametrize(
    "line", ["BREAKING - The army moved.", "NATO - The alliance - said no.", "WATCH: The army moved."]
)
def test_words_in_capitals_that_are_no_town_begin_no_story(line: str) -> None:
    assert len(split(f"Another story of the day\nRice got dearer. Nobody knows why.\n{line}\n")) == 1


def test_one_sentence_is_an_article_and_a_headline_alone_is_none() -> None:
    assert [s.text for s in split("Iran supplied drones to Russia.")] == ["Iran supplied drones to Russia."]
    assert split("Iran supplied drones to Russia") == []


def test_a_deck_between_headline_and_dateline_is_no_story_and_no_text() -> None:
    (story,) = split("""\
BC-RUSSIA/ARMS (PIX, TV)
Shells reach Russia by train, Seoul says
* Seoul counts ten thousand containers
* Kremlin declines comment
SEOUL, Oct 13 (Northwire) - North Korea has sent shells to Russia, Seoul said. Moscow was silent.
""")
    assert (story.title, story.agency) == ("Shells reach Russia by train, Seoul says", "Northwire")
    assert story.text.startswith("SEOUL, Oct 13 (Northwire) - ")
    (story,) = split("Shells reach Russia\nThe spies count trains.\nSEOUL - North Korea has sent shells to Russia.\n")
    assert (story.title, story.text) == ("Shells reach Russia", "SEOUL - North Korea has sent shells to Russia.")


def test_the_day_in_the_head_of_a_site_is_no_date_of_publication() -> None:
    page = "The Harbour Gazette\nThursday, June 5, 2025\nHome\nLibya embargo broken again\nA ship carried arms to Tobruk.\n"
    assert [story.published for story in split(page)] == [None]


def test_a_title_in_capitals_is_no_agency() -> None:
    (story,) = split("UN EXTENDS SUDAN EMBARGO\n\nThe Council extended the embargo until September. Nobody objected.\n")
    assert (story.title, story.agency) == ("UN EXTENDS SUDAN EMBARGO", None)


def test_a_wide_gap_above_a_short_headline_parts_two_stories() -> None:
    first, second = split("Iran arms Russia\n\nIran sent drones.\n\n\n\nTurkey arms Libya\n\nTurkey sent drones.\n")
    assert (first.title, second.title) == ("Iran arms Russia", "Turkey arms Libya")


def test_what_follows_a_credit_is_another_story() -> None:
    stories = split("Kim visits plant\nKim saw shells. KCNA\nNorth Korea has sent shells. It denies it. YONHAP\n")
    assert [(story.title, story.agency) for story in stories] == [("Kim visits plant", "KCNA"), (None, "Yonhap")]


def test_an_explainers_subheadings_stay_in_the_story() -> None:
    (story,) = split("""\
Sahel juntas turn to new suppliers

Mali bought four drones from Turkey in 2024. Niger ordered six more in the same year.

Why it matters for the embargo debate in Europe

European states have refused to sell arms to the three juntas since the coups of the last years.
""")
    assert story.text.endswith("the coups of the last years.")


def test_a_page_that_says_it_is_one_story_is_not_split_at_a_subheading() -> None:
    text = (
        "Iran sent drones to Russia. Tehran denied it.\n"
        "A long subheading of more than six words\n"
        + "The drones were seen in many towns of the country and in the fields around them by all sorts of people who "
        "went out to look at what had come down in the night.\n"
    )
    assert len(stories_of(Page("Drones reach Russia now\n" + text))) == 2
    assert len(stories_of(Page(text, title="Drones reach Russia now", is_one_story=True))) == 1


WORDS = st.sampled_from(
    [
        "Iran", "SEOUL - The", "REUTERS", "sent", "drones.", "Comments", "\n", "\n\n", "***", "Harbour Gazette", "2 hours ago",
        "- Harbour Gazette", "PHOTO: AFP", "Read also", "Related Articles", "14:32", "by", "By Jane Doe", "Russia", "it said.", "“No.”", "- item",
        "Published: 29 May 2025", "# Title", "(AP)", "é", "\u200b", "Subject: Re: x", "the treaty of the north",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60))
@settings(max_examples=200, deadline=None)
def test_an_article_is_made_of_the_pages_own_words_in_their_order(parts: list[str]) -> None:
    page = " ".join(parts)
    letters = iter("".join(page.replace("\u200b", "").split()))
    for story in stories_of(Page(page)):
        assert all(letter in letters for letter in "".join(story.text.split()))


def test_five_megabytes_take_a_few_seconds() -> None:
    story = "Kyiv counts missiles again\nKYIV - Russia fired ninety missiles at Ukraine. Seventy were shot down. REUTERS\n\n"
    line = "Russia fired ninety missiles at Ukraine, SEOUL said - 2 hours ago - as AFP reported. "
    started = time.perf_counter()
    assert len(split(story * 3_000)) == 3_000
    assert len(split(line * 55_000)) == 1
    assert time.perf_counter() - started < 20
