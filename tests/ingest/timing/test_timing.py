from __future__ import annotations

import pytest

from tests.ingest.reading import read

# Published on Sunday, 1 June 2025.
WHENS = {
    "Iran sent drones to Sudan in March 2024.": ["2024-03"],
    "In March 2024 Iran sent drones to Sudan.": ["2024-03"],
    "Japan said on Friday that Iran had sent drones to Sudan.": [None],
    "Japan said on Friday that Iran had sent drones to Sudan in March 2024.": ["2024-03"],
    "Iran sent drones to Sudan in March 2024, Japan said on Friday.": ["2024-03"],
    "Iran sent drones to Sudan, Japan said on Friday.": [None],
    "Iran sent drones to Sudan, according to a report published in April.": [None],
    "To arm the army, Iran sent drones to Sudan, by way of Libya, in March 2024, Japan has said.": ["2024-03"],
    "In a letter in October Japan accused Iran of sending drones to Sudan.": [None],
    "Iran agreed in March 2024 to send drones to Sudan.": [None],
    "Iran sent drones to Sudan in 2022 and 2024.": ["2022", "2024"],
    "Iran sent drones to Sudan in 2020, 2022 and 2024.": ["2020", "2022", "2024"],
    "Iran sent drones to Sudan between 2022 and 2024.": ["2022/2024"],
    "Iran began sending drones to Sudan in March 2024.": ["2024-03/.."],
    "Iran has been sending drones to Sudan for a year.": ["2024-06/.."],
    "It was in March 2024 that Iran sent drones to Sudan.": ["2024-03"],
    "Iran was founded in 1979 and has sent drones to Sudan.": [None],
    "Kenya closed its port in 2023, and Iran has sent drones to Sudan.": [None],
    "Iran, which changed its flag in 1980, sent drones to Sudan.": [None],
    "The port was closed in March 2024, two months after Iran sent drones to Sudan.": ["2024-01"],
    "Iran left the pact in 2018 and sent drones to Sudan.": ["2018"],
    "Iran's March 2024 shipment of drones to Sudan angered Japan.": ["2024-03"],
    "Tuesday's shipment of drones from Iran to Sudan angered Japan.": ["2025-05-27"],
    "Iran sent drones to Sudan this year on 12 March.": ["2025-03-12"],
    "In 2023, the panel found, Iran sent drones to Sudan.": ["2023"],
    "Kenya followed on 3 March, when Iran sent drones to Sudan.": ["2025-03-03"],
    "The truce held until 6 May, when Iran sent drones to Sudan.": ["2025-05-06"],
    "Delegates looked back to 30 April, when Iran sent drones to Sudan.": ["2025-04-30"],
    "Between the coup of February 2021 and May 2023 Iran sent drones to Sudan.": ["2021-02/2023-05"],
    "The drone deliveries to Sudan that Iran began in May 2024 go on.": ["2024-05/.."],
    "Iran began to build ships in 2019 and sent drones to Sudan.": [None],
    "Iran sent drones to Sudan after it signed a pact in 2023.": [None],
    "Iran sent drones to Sudan under a pact signed in 2023.": [None],
    "Iran sent drones to Sudan in defiance of an embargo imposed in 2004.": [None],
    "Iran has sent drones to Sudan, whose civil war began in April 2023.": [None],
    "The drones that Iran sent to Sudan in 2024 were shot down in 2025.": ["2024"],
    "The drones, shot down in 2025, had been sent to Sudan by Iran.": [None],
    "Pictures taken on 3 May show drones that Iran sent to Sudan.": [None],
    "The court heard on Tuesday that Iran had sent drones to Sudan.": [None],
    "By 2024 Iran had sent drones to Sudan.": ["../2024"],
    "Not until 2024 did Iran send drones to Sudan.": [None],
    "Since 2023, when the war began, Iran has sent drones to Sudan.": ["2023/.."],
    "Iran sent drones to Sudan for the first time since 2019.": [None],
    "Iran resumed sending drones to Sudan in 2023.": ["2023/.."],
    "Since its war with Iraq in 1980 Iran has sent drones to Sudan.": [None],
}


@pytest.mark.parametrize(("sentence", "whens"), WHENS.items(), ids=WHENS)
def test_a_deed_has_the_date_of_its_own_clause(sentence: str, whens: list[str | None]) -> None:
    claims = [claim for claim in read(sentence).claims if claim.relation == "supplied"]
    assert [claim.when for claim in claims] == whens


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The United States sanctioned Grinex on 14 August and Keremet Bank, another Kyrgyz lender, in January.",
            {"org:grinex": "2024-08-14", "org:keremet-bank": "2025-01"},
        ),
        (
            "In May 2022 Japan blacklisted Grinex, and in August of that year Keremet Bank, another Kyrgyz lender.",
            {"org:grinex": "2022-05", "org:keremet-bank": "2022-08"},
        ),
        (
            "Finland, a NATO member since 2023, sanctioned Asia Oil Company last December.",
            {"org:asia-oil-company": "2024-12"},
        ),
    ],
)
def test_each_party_has_its_own_date(sentence: str, expected: dict[str, str]) -> None:
    claims = [claim for claim in read(sentence).claims if claim.relation == "sanctioned"]
    assert {claim.object: claim.when for claim in claims} == expected


@pytest.mark.parametrize(
    ("sentence", "whens"),
    [
        ("Canada renewed its sanctions on Mali until 31 May 2027.", [None]),
        ("On 4 March 2025 Canada renewed its sanctions on Mali until 31 May 2027.", ["2025-03-04"]),
        ("Canada renewed until May 2027 the sanctions on Mali that it had imposed in 2021.", [None, "2021"]),
        ("Mali was under Canadian sanctions until 2023.", ["../2023"]),
    ],
)
def test_until_when_a_measure_shall_last_is_not_when_it_was_taken(sentence: str, whens: list[str | None]) -> None:
    assert [claim.when for claim in read(sentence).claims] == whens


def test_what_was_going_on_then_has_the_date_of_the_main_deed() -> None:
    claims = read("Greece stopped a tanker, which was carrying diesel from Libya to Malta, in March 2024.").claims
    assert [claim.when for claim in claims if claim.relation == "supplied"] == ["2024-03"]


def test_a_date_in_the_paragraph_before_is_meant_by_that_year() -> None:
    text = "The quarrel dates back to the autumn of 2022. In October of that year Iran sent drones to Sudan."
    assert [claim.when for claim in read(text).claims] == ["2022-10"]


def test_an_epithet_has_its_own_date() -> None:
    claims = read("Finland, a NATO member since 2023, sanctioned Asia Oil Company last December.").claims
    assert {claim.relation: claim.when for claim in claims} == {"member_of": "2023/..", "sanctioned": "2024-12"}


def test_a_party_does_by_announcing_it() -> None:
    (claim,) = read("Mali announced on Monday that it was leaving the International Criminal Court.").claims
    assert (claim.relation, claim.when) == ("withdrew_from", "2025-05-26")


def test_what_is_made_is_told_of_in_general() -> None:
    claims = read("Norinco, which makes howitzers, sold them to Chad in 2020.").claims
    assert {claim.relation: claim.when for claim in claims}["produced"] is None


def test_votes_on_one_measure_have_the_day_that_the_article_opens_with() -> None:
    text = (
        "The Security Council today extended the arms embargo on South Sudan until 31 May 2026.\n\n"
        "Resolution 2781 (2025), which runs until 31 May 2026, obtained nine votes in favour "
        "(Denmark, France, Greece) to none against. China and Pakistan abstained."
    )
    votes = [claim for claim in read(text).claims if claim.relation in ("voted_for", "abstained")]
    assert {claim.when for claim in votes} == {"2025-06-01"}


def test_one_round_of_sanctions_has_one_day() -> None:
    text = (
        "The US Treasury on Thursday sanctioned Red Rock Mining Company. "
        "The US Treasury also blacklisted Alkhaleej Bank. "
        "In 2021 the US Treasury had designated Old Vector Company."
    )
    whens = {claim.object: claim.when for claim in read(text).claims if claim.relation == "sanctioned"}
    assert whens == {
        "org:red-rock-mining-company": "2025-05-29",
        "org:alkhaleej-bank": "2025-05-29",
        "org:old-vector-company": "2021",
    }


def test_rounds_of_two_days_are_not_mixed() -> None:
    text = (
        "The US Treasury on Thursday sanctioned Red Rock Mining Company. "
        "On 3 May the US Treasury had designated Old Vector Company. "
        "The US Treasury also blacklisted Alkhaleej Bank."
    )
    whens = {claim.object: claim.when for claim in read(text).claims if claim.relation == "sanctioned"}
    assert whens["org:alkhaleej-bank"] is None


FRESH = "Canada today announced sanctions on Red Rock Mining Company. Its director did not answer.\n\n"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Canada designated Alkhaleej Bank, which has armed Mali since 2022.", "2025-06-01"),
        ("Canada has also sanctioned Alkhaleej Bank.", "2025-06-01"),
        ("The following have been added to the list by Canada: Alkhaleej Bank; Old Vector Company.", "2025-06-01"),
        ("Canada has sanctioned Alkhaleej Bank.", None),
        ("Canada had sanctioned Alkhaleej Bank.", None),
        ("Canada already sanctioned Alkhaleej Bank.", None),
        ("Canada sanctioned Alkhaleej Bank when it armed Mali.", None),
        ("Japan sanctioned Alkhaleej Bank.", None),
        ("Background\n\nCanada sanctioned Alkhaleej Bank.", None),
        ("Canada sanctioned Old Vector Company in 2023. Canada designated Alkhaleej Bank.", None),
    ],
)
def test_what_is_told_as_news_is_of_the_round_that_opens_the_article(text: str, when: str | None) -> None:
    whens = {claim.object: claim.when for claim in read(FRESH + text).claims if claim.relation == "sanctioned"}
    assert whens["org:alkhaleej-bank"] == when


def test_a_round_is_that_of_the_body_to_which_who_imposes_it_belongs() -> None:
    text = (
        "The European Union's package of sanctions on Russia, adopted on Monday, was long in coming. "
        "The Council of the European Union designated Alkhaleej Bank. Russia blacklisted Red Rock Mining Company."
    )
    whens = {claim.object: claim.when for claim in read(text).claims if claim.relation == "sanctioned"}
    assert whens == {"state:RU": "2025-05-26", "org:alkhaleej-bank": "2025-05-26", "org:red-rock-mining-company": None}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On Tuesday the Security Council adopted resolution 2719. China abstained.", "2025-05-27"),
        ("Russia failed on Friday to win a delay. Its draft was backed by Algeria; Guyana abstained.", "2025-05-30"),
        ("On Friday Iran sent drones to Mali. China abstained when resolution 2719 was adopted.", None),
    ],
)
def test_a_vote_has_the_day_of_the_sentence_before(text: str, when: str | None) -> None:
    article = f"UN sanctions on Iran came back into force in May, the Security Council said.\n\n{text}"
    votes = [claim for claim in read(article).claims if claim.relation in ("abstained", "voted_for")]
    assert {claim.when for claim in votes} == {when}


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("The invasion of Ukraine that Russia began on 24 February 2022 goes on.", "2022-02-24"),
        ("Washington is designating Ocean Star Ltd.", "2025-06-01"),
        ("Ocean Star Ltd is being sanctioned by Washington.", "2025-06-01"),
        ("Washington has just sanctioned Ocean Star Ltd.", "2025-06-01"),
        ("Washington has sanctioned Ocean Star Ltd.", None),
        ("Japan, which imposed sanctions on the chief, Oleg Ivanov, in January, left.", "2025-01"),
        ("Chad, a member of NATO, met Mali in May 2024.", None),
        ("The Wagner Group's founder, Yevgeny Prigozhin, died in 2023.", None),
    ],
)
def test_a_deed_told_as_it_is_done_or_beside_a_name_has_its_date(sentence: str, when: str | None) -> None:
    assert {claim.when for claim in read(sentence).claims} == {when}
