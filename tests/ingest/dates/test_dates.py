from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.when import is_edtf
from ingest.dates import find_dates

FRIDAY = "2025-05-30"


def whens(text: str, published: str | None = FRIDAY) -> list[str]:
    return [mention.when for mention in find_dates(text, published)]


def rows(text: str, published: str | None = FRIDAY) -> list[tuple[str, str, str]]:
    return [(mention.when, mention.relation, mention.text) for mention in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "when", "relation", "written"),
    [
        ("It was founded in October 2024.", "2024-10", "on", "in October 2024"),
        ("It has sold arms since September 2023.", "2023-09/..", "since", "since September 2023"),
        ("Last year it sold arms.", "2024", "on", "Last year"),
        ("It sold arms late last year.", "2024", "on", "late last year"),
        ("It sold arms in April.", "2025-04", "on", "in April"),
        ("It sold arms in May.", "2025-05", "on", "in May"),
        ("It sold arms in June.", "2024-06", "on", "in June"),
        ("It will sell arms in June.", "2025-06", "on", "in June"),
        ("In June it will sell arms.", "2025-06", "on", "In June"),
        ("In June it said that it will sell arms.", "2024-06", "on", "In June"),
        ("It sells them next April.", "2026-04", "on", "next April"),
        ("It must stop by next month.", "../2025-06", "until", "by next month"),
        ("It sailed on Thursday.", "2025-05-29", "on", "on Thursday"),
        ("It sailed on Friday.", "2025-05-30", "on", "on Friday"),
        ("It sailed last Friday.", "2025-05-23", "on", "last Friday"),
        ("It sailed on Monday last week.", "2025-05-19", "on", "on Monday last week"),
        ("It will sail on Monday.", "2025-06-02", "on", "on Monday"),
        ("It sailed, the port announced Tuesday.", "2025-05-27", "on", "Tuesday"),
        ("It sails today.", "2025-05-30", "on", "today"),
        ("It sails later today.", "2025-05-30", "on", "later today"),
        ("It sailed yesterday.", "2025-05-29", "on", "yesterday"),
        ("It sailed last night.", "2025-05-29", "on", "last night"),
        ("It sails tomorrow.", "2025-05-31", "on", "tomorrow"),
        ("It sailed three days ago.", "2025-05-27", "on", "three days ago"),
        ("It sailed this month.", "2025-05", "on", "this month"),
        ("It sailed last month.", "2025-04", "on", "last month"),
        ("It sailed two years ago.", "2023", "on", "two years ago"),
        ("It sailed a year ago.", "2024-05", "on", "a year ago"),
        ("It sailed two weeks ago.", "2025-05", "on", "two weeks ago"),
        ("It sailed a fortnight ago.", "2025-05-16", "on", "a fortnight ago"),
        ("It sailed over the weekend.", "2025-05-24/2025-05-25", "from-to", "over the weekend"),
        ("It has just sailed.", "2025-05-30", "on", "just"),
        ("It sailed last week.", "2025-05", "on", "last week"),
        ("It will sail next week.", "2025-06", "on", "next week"),
        ("It sailed this week.", "2025-05", "on", "this week"),
        ("It sailed overnight.", "2025-05-30", "on", "overnight"),
        ("It sailed in the autumn.", "2024-23", "on", "in the autumn"),
        ("It has sailed since the spring.", "2025-21/..", "since", "since the spring"),
        ("They have until September to sail.", "../2025-09", "until", "until September"),
        ("By August, if the wind holds, it will sail.", "../2025-08", "until", "By August"),
        (
            "It sailed since the start of the raid, in May 2022.",
            "2022-05/..",
            "since",
            "since the start of the raid, in May 2022",
        ),
        ("The port, which shut, in July, will open.", "2024-07", "on", "in July"),
        ("It sailed last December.", "2024-12", "on", "last December"),
        ("It sailed in June last year.", "2024-06", "on", "in June last year"),
        ("It sailed between March and October 2024.", "2024-03/2024-10", "from-to", "between March and October 2024"),
        ("It sailed between November and March 2024.", "2023-11/2024-03", "from-to", "between November and March 2024"),
        ("It sailed between January and March.", "2025-01/2025-03", "from-to", "between January and March"),
        ("It sailed from 2015 to 2019.", "2015/2019", "from-to", "from 2015 to 2019"),
        ("It sailed between Sept. 7 and Oct. 1.", "2024-09-07/2024-10-01", "from-to", "between Sept. 7 and Oct. 1"),
        (
            "It sailed from 24 February to 3 March 2022.",
            "2022-02-24/2022-03-03",
            "from-to",
            "from 24 February to 3 March 2022",
        ),
        ("It sailed from 3 to 7 May 2024.", "2024-05-03/2024-05-07", "from-to", "from 3 to 7 May 2024"),
        ("It sailed on Feb. 24-28, 2022.", "2022-02-24/2022-02-28", "from-to", "on Feb. 24-28, 2022"),
        ("It sailed in 2015-2019.", "2015/2019", "from-to", "in 2015-2019"),
        ("It sailed in 2023 or 2024.", "2023/2024", "from-to", "in 2023 or 2024"),
        ("It must sail by the end of the year.", "../2025", "until", "by the end of the year"),
        ("It sailed earlier in the year.", "2025", "on", "earlier in the year"),
        (
            "It sailed in the first four months of 2024.",
            "2024-01/2024-04",
            "from-to",
            "in the first four months of 2024",
        ),
        (
            "It sailed in the last three months of last year.",
            "2024-10/2024-12",
            "from-to",
            "in the last three months of last year",
        ),
        ("It has sailed for the past five years.", "2020-05/2025-05", "from-to", "past five years"),
        ("It has sailed over the past decade.", "2015-05/2025-05", "from-to", "past decade"),
        ("It sailed in the last three months.", "2025-02/2025-05", "from-to", "last three months"),
        ("It has been sailing for a year.", "2024-05/..", "since", "for a year"),
        ("It sailed in the year 2021.", "2021", "on", "in the year 2021"),
        ("It sailed in the course of 2024.", "2024", "on", "in the course of 2024"),
        ("It has sailed, starting in 2023.", "2023/..", "since", "in 2023"),
        ("It was hit on 7 July.", "2024-07-07", "on", "on 7 July"),
        ("It sailed from Monday to Wednesday.", "2025-05-26/2025-05-28", "from-to", "from Monday to Wednesday"),
        ("All were there by November.", "../2024-11", "until", "by November"),
        ("It holds until 31 May 2026.", "../2026-05-31", "until", "until 31 May 2026"),
        ("It was extended until June.", "../2025-06", "until", "until June"),
        ("It sailed in 2011.", "2011", "on", "in 2011"),
        ("It sailed in early 2023.", "2023", "on", "in early 2023"),
        ("It sailed at the end of 2023.", "2023", "on", "at the end of 2023"),
        ("It has sailed since late 2022.", "2022/..", "since", "since late 2022"),
        ("It has sailed since mid-September.", "2024-09/..", "since", "since mid-September"),
        ("It sailed on 13 July 2018.", "2018-07-13", "on", "on 13 July 2018"),
        ("It sailed on July 13, 2018.", "2018-07-13", "on", "on July 13, 2018"),
        ("It sailed on Friday, July 13, 2018.", "2018-07-13", "on", "on Friday, July 13, 2018"),
        ("It sailed on Oct. 6.", "2024-10-06", "on", "on Oct. 6"),
        ("It sailed on 1 October.", "2024-10-01", "on", "on 1 October"),
        ("It sailed on the 28th of March 2024.", "2024-03-28", "on", "on the 28th of March 2024"),
        ("It sailed on 2024-03-28.", "2024-03-28", "on", "on 2024-03-28"),
        ("It sailed on 28/03/2024.", "2024-03-28", "on", "on 28/03/2024"),
        ("It sailed on 03/28/2024.", "2024-03-28", "on", "on 03/28/2024"),
        ("It sailed in the spring of 2022.", "2022-21", "on", "in the spring of 2022"),
        ("It sailed in autumn 2022.", "2022-23", "on", "in autumn 2022"),
        ("It sailed last summer.", "2024-22", "on", "last summer"),
        ("It sailed in the first quarter of 2024.", "2024-01/2024-03", "from-to", "in the first quarter of 2024"),
        ("It sailed in the second half of last year.", "2024-07/2024-12", "from-to", "in the second half of last year"),
        ("It sailed in Q3 2024.", "2024-07/2024-09", "from-to", "in Q3 2024"),
        ("It sailed in the 1990s.", "199X", "on", "in the 1990s"),
        ("It sailed before 2019.", "../2019", "before", "before 2019"),
        ("It has sailed after March 2021.", "2021-03/..", "after", "after March 2021"),
        ("It is banned from May 2024 onwards.", "2024-05/..", "since", "from May 2024 onwards"),
        ("It sailed as recently as November.", "2024-11", "on", "as recently as November"),
    ],
)
def test_a_date_is_read_against_the_day_of_publication(text: str, when: str, relation: str, written: str) -> None:
    assert rows(text) == [(when, relation, written)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sailed in April.", ["XXXX-04"]),
        ("It sailed on Oct. 6.", ["XXXX-10-06"]),
        ("It sailed in April 2024.", ["2024-04"]),
        ("It sailed last year, last month, yesterday, on Monday, last October.", []),
        ("It has sailed since April.", []),
        ("It sailed between March and May.", []),
        ("It sailed in June last year.", []),
    ],
)
def test_without_a_day_of_publication_nothing_is_guessed(text: str, expected: list[str]) -> None:
    assert whens(text, None) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Last December it said that it had sold them a month earlier.", "2023-10-13", ["2022-12", "2022-11"]),
        ("It began in March 2020. It ended the following September.", FRIDAY, ["2020-03", "2020-09"]),
        ("It began in November 2020. It ended the following March.", FRIDAY, ["2020-11", "2021-03"]),
        ("It began in March 2020 and ended the same month.", FRIDAY, ["2020-03", "2020-03"]),
        ("It began on 3 March 2020 and ended two days later.", FRIDAY, ["2020-03-03", "2020-03-05"]),
        ("It began on 3 March 2020 and ended the next day.", FRIDAY, ["2020-03-03", "2020-03-04"]),
        ("It began in 2020 and ended the following year.", FRIDAY, ["2020", "2021"]),
        ("It began in 2020. Later that year it ended.", FRIDAY, ["2020", "2020"]),
        ("It began in March 2020 and ended three months later.", FRIDAY, ["2020-03", "2020-06"]),
        ("It began in March 2020 and ended nine days later.", FRIDAY, ["2020-03", "2020-03"]),
        ("It began in March 2020 and ended forty days later.", FRIDAY, ["2020-03"]),
        ("It began on 3 March 2020 and ended two weeks later.", FRIDAY, ["2020-03-03", "2020-03-17"]),
        ("It began on 3 March 2020. Hours later it ended.", FRIDAY, ["2020-03-03", "2020-03-03"]),
        ("It began in April 2018 and ended that same month.", FRIDAY, ["2018-04", "2018-04"]),
        ("It began in October 2022 and ended a year later.", FRIDAY, ["2022-10", "2023-10"]),
        ("It began in 2022 and ended a year later.", FRIDAY, ["2022", "2023"]),
        ("It began in November 2020 and ended thirteen months later.", FRIDAY, ["2020-11", "2021-12"]),
        ("It began on 7 May 2024 and ended nine days after it.", FRIDAY, ["2024-05-07", "2024-05-16"]),
        ("It ended in March 2024. A month before, it sailed.", FRIDAY, ["2024-03", "2024-02"]),
        ("It began on 20 May 2024 and ended a fortnight later.", FRIDAY, ["2024-05-20", "2024-06-03"]),
        ("It began in May 2024. It sailed on the 19th of that month.", FRIDAY, ["2024-05", "2024-05-19"]),
        ("After the raid of May 2023 it ended two months later.", FRIDAY, ["2023-05/..", "2023-07"]),
        ("It sailed in May 2024. They answered within days.", FRIDAY, ["2024-05", "2024-05"]),
        ("It sailed on 30 May 2024. They answered within days.", FRIDAY, ["2024-05-30"]),
        ("It sailed in May 2024. They would answer within days.", FRIDAY, ["2024-05"]),
        (
            "It sank in May 2020, which it left in July 2019, and fell the same month.",
            FRIDAY,
            ["2020-05", "2019-07", "2020-05"],
        ),
        (
            "It sank in May 2020, which it left in July 2019. It fell the same month.",
            FRIDAY,
            ["2020-05", "2019-07", "2019-07"],
        ),
        ("It began on 2 May 2024. It sailed overnight.", FRIDAY, ["2024-05-02"]),
        ("It began in May 2024 and ended that autumn.", FRIDAY, ["2024-05", "2024-23"]),
        ("It began in August 2019. It had ended that March.", FRIDAY, ["2019-08", "2019-03"]),
        ("It began in August 2019. That November it ended.", FRIDAY, ["2019-08", "2019-11"]),
        ("It began in January 2023 and ended the month after.", FRIDAY, ["2023-01", "2023-02"]),
        ("It began on 22 June 2024. By then it had ended.", FRIDAY, ["2024-06-22", "../2024-06-22"]),
        ("It began in 2022 and has sailed since.", FRIDAY, ["2022", "2022/.."]),
        ("It began in 2022 and has since sailed.", FRIDAY, ["2022"]),
        ("It said on Wednesday that it had sailed before dawn.", FRIDAY, ["2025-05-28", "2025-05-28"]),
        ("It sailed in October 2024, seven months after the vote.", FRIDAY, ["2024-10", "2024-03"]),
        ("It sailed on Friday, hours before it sank.", FRIDAY, ["2025-05-30", "2025-05-30"]),
        ("They voted on Thursday.\n\nThe vote came a day after it sank.", FRIDAY, ["2025-05-29", "2025-05-28"]),
        ("It left in August 2019, which it joined in 1987. That March it ran.", FRIDAY, ["2019-08", "1987", "2019-03"]),
        ("It left in May 2024, which lapses in 2027. That November it ran.", FRIDAY, ["2024-05", "2027", "2024-11"]),
        ("It sailed in March 2019. By the end of the year it had sunk.", FRIDAY, ["2019-03", "../2019"]),
        ("It began in March 2020.\n\nIt ended two months later.", FRIDAY, ["2020-03"]),
        ("It ended a month earlier.", FRIDAY, []),
        ("It began on Monday and ended the following Friday.", "2025-05-20", ["2025-05-19", "2025-05-23"]),
        ("It lapses on April 30.", "2024-03-21", ["2024-04-30"]),
        ("It lapsed on April 30.", "2024-05-21", ["2024-04-30"]),
        ("It sailed on Feb. 29.", "2024-03-21", ["2024-02-29"]),
        ("It sailed on Feb. 29.", "2025-03-21", []),
        ("It sailed in early January.", "2025-01-01", ["2025-01"]),
        ("It sailed yesterday.", "2025-01-01", ["2024-12-31"]),
        ("It sailed last month.", "2025-01-01", ["2024-12"]),
        ("It sailed last December.", "2025-01-15", ["2024-12"]),
    ],
)
def test_a_date_may_hang_on_the_one_before_it(text: str, published: str, expected: list[str]) -> None:
    assert whens(text, published) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2231 (2015) and Resolution 2397 bind it.",
        "The 1718 Committee met.",
        "KN-23, Shahed-136, MiG-29 and Type 2000.",
        "It cost $2000 and €1999.",
        "It fell 20% of 2,019.",
        "It held 2024 tanks.",
        "The 2015 nuclear deal failed.",
        "The October 2024 launch failed.",
        "The June 3 Korean vote failed.",
        "It sailed on Monday, Tuesday and Friday.",
        "It sailed on Monday and Friday.",
        "It sailed on 1, 2 and 3 May.",
        "It lost in 2024's vote.",
        "The 7 October attacks failed.",
        "Russia's March 2024 veto failed.",
        "It may sell arms.",
        "May it sail.",
        "The March on the capital failed.",
        "The Sunday Times wrote.",
        "It prays at Friday prayers.",
        "On Mondays it sails.",
        "It had sailed for the past five years.",
        "It sailed in the last three weeks.",
        "It was extended for a year.",
        "It has extended the ban for a year.",
        "He was jailed for three years.",
        "It said that March sales fell.",
        "It sailed seven months after the vote.",
        "It sailed the year before last.",
        "The spring offensive failed.",
        "It saw the spring.",
        "Last week's raid failed.",
        "It sailed on 05/06/2024.",
        "It sailed on 30 February 2024.",
        "The order for 2019, 2021 and 2023 stands.",
        "It sailed in March and July.",
        "More than in 2023.",
        "It sailed with 2019 men.",
        "By 2000 men it was taken.",
        "Last year's deal failed.",
        "Today's navy is small.",
        "It was not signed until April 2025.",
        "SEOUL, May 30 (Harbour News) - The navy sailed.",
        "Seoul, May 30 (Harbour News) — The navy sailed.",
        "Published: 29 May 2025",
        "It sailed in 1718.",
        "It sailed in 2099.",
        "Call 2024-2025-17.",
        "v2019.05.17 is out.",
        "Room 2019 is shut.",
        "A budget for 2024 passed.",
        "It breached resolution 1970 of 2011.",
    ],
)
def test_what_is_no_date_of_a_deed_gives_none(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "whens"),
    [
        ("It sailed in 2019, 2021 and 2023.", ("2019", "2021", "2023")),
        ("It sailed in 2023 and 2024.", ("2023", "2024")),
        ("It sailed in March and July 2024.", ("2024-03", "2024-07")),
        ("It sailed on 3 and 7 May 2024.", ("2024-05-03", "2024-05-07")),
    ],
)
def test_dates_in_a_list_are_each_a_date_of_its_own(text: str, whens: tuple[str, ...]) -> None:
    (mention,) = find_dates(text, FRIDAY)
    assert (mention.when, *mention.also) == whens


def test_a_time_of_day_in_the_publication_date_is_ignored() -> None:
    assert whens("It sailed yesterday.", "2025-05-30T08:00:00Z") == ["2025-05-29"]


def test_a_dateline_is_skipped_and_the_story_read() -> None:
    text = "SEOUL, Oct 13 (Harbour News) - The navy sailed on Monday.\n\nOn 3 May it had sailed too."
    assert whens(text) == ["2025-05-26", "2025-05-03"]


DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))
FORMS = st.sampled_from(
    [
        "{d} {month} {y}",
        "{month} {d}, {y}",
        "{y}-{m:02}-{d:02}",
        "{d} {short} {y}",
        "{short} {d}, {y}",
        "{d}th of {month} {y}",
    ]
)


@settings(max_examples=150)
@given(DAYS, FORMS, st.sampled_from([None, FRIDAY]))
def test_a_day_written_in_several_ways_is_that_day(day: date, form: str, published: str | None) -> None:
    short = f"{day:%b}." if day.month != 5 else "May"
    written = form.format(d=day.day, m=day.month, y=day.year, month=f"{day:%B}", short=short)
    assert whens(f"The navy sailed on {written}, the port said.", published) == [day.isoformat()]


@settings(max_examples=100)
@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_latest_not_after_publication(published: date, weekday: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    (when,) = whens(f"The navy sailed on {name}.", published.isoformat())
    assert timedelta(0) <= published - date.fromisoformat(when) < timedelta(7)
    assert date.fromisoformat(when).weekday() == weekday


@settings(max_examples=100)
@given(DAYS, st.integers(1, 12))
def test_a_month_is_the_latest_not_after_publication(published: date, month: int) -> None:
    (when,) = whens(f"The navy sailed in {date(2024, month, 1):%B}.", published.isoformat())
    months = (published.year - int(when[:4])) * 12 + published.month - int(when[5:])
    assert 0 <= months < 12
    assert int(when[5:]) == month


WORDS = """
in on since until by from between and to the early late mid- end_of last next this that following same year month March
May Oct. December 2024 1999 7 28 3-7 2015-2019 Monday Friday spring quarter first a two days later earlier ago today
will said , . ( |
"""


def test_no_season_lies_behind_the_last_year_there_is() -> None:
    assert find_dates("It will meet in spring next year.", "9999-12-31") == []


@settings(max_examples=250)
@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=25),
    st.sampled_from([None, FRIDAY, "2024-02-29", "0001-01-01", "9999-12-31"]),
)
def test_offsets_hold_on_shuffled_words(words: list[str], published: str | None) -> None:
    text, end = " ".join(words).replace("_", " ").replace("|", "\n\n"), 0
    for mention in find_dates(text, published):
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end
        assert is_edtf(mention.when)
        end = mention.end


@pytest.mark.parametrize(
    "noise", ["1" * 300_000, "in March and " * 8_000, "12 May to " * 8_000, "the end of " * 15_000, " " * 300_000]
)
def test_hostile_repetition_takes_linear_time(noise: str) -> None:
    start = time.process_time()
    find_dates(noise, FRIDAY)
    assert time.process_time() - start < 8
