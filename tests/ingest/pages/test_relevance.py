# ruff: noqa: E501 - a page has lines as long as its writer made them
from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.pages.relevance import judge

GOLD = Path(__file__).parents[3] / "evaluation" / "gold"
# Articles kept for measuring; looking at them here would tune the word list on them.
KEPT_BACK = {"03", "06", "09", "21", "22", "24", "27"}

RELEVANT = [
    "Iran supplied drones to Russia.",
    "North Korea sent more than 11,000 soldiers to Russia, Seoul's spy agency said.",
    "Russia vetoed the renewal of the panel's mandate. China abstained.",
    "The European Union imposed sanctions on three Rwandan generals.",
    "The Treasury designated two firms for sending machine tools to Russia.",
    "Lithuania withdrew from the Ottawa Convention on landmines.",
    "Russia and North Korea signed a comprehensive strategic partnership treaty.",
    "Hackers from North Korea stole 1.5 billion dollars in cryptocurrency from an exchange.",
    "The coast guard seized a dhow that carried missile parts to Yemen.",
    "Pyongyang launched an intercontinental ballistic missile on Thursday.",
    "Belarus received a second S-400 system from Moscow.",
    "Washington lifted its sanctions on Syria.",
    "The Security Council extended the arms embargo on South Sudan for a year.",
    "Wagner mercenaries trained soldiers in Mali.",
    "Israel struck a convoy in Syria with missiles, the army said.",
    "Uganda deployed troops to Juba in March.",
    "The IAEA said that Iran enriched uranium to sixty per cent.",
    "The tanker belongs to a shadow fleet that moves Russian oil above the price cap.",
    "Eleven states set up a monitoring team after the end of the panel of experts.",
    "Turkey will sell attack drones to Kosovo.",
    "Germany delivered a Patriot battery to Ukraine.",
    "Rwandan forces crossed the border and M23 rebels took Goma.",
    "Japan froze the assets of nine companies in Hong Kong.",
    "The United States approved the sale of F-16 jets to Bahrain.",
    "The monitors counted forty breaches of the ceasefire; the verification mission left in June.",
]

# None of their words speaks of arms by itself: who, what and to whom do, together.
TOLD_DEEDS = [
    "China supplied Pakistan with radars.",
    "Angola bought six helicopters from Belarus.",
    "Spain seized rifles from a trawler.",
    "Rockets were seized by Kuwait.",
    "The tanks are built by Algeria.",
    "Turkey manufactures drones.",
    "Rwanda denies supporting the M23.",
    "India shared intelligence with Armenia.",
    "The Africa Corps replaced the Wagner Group.",
    "Sweden joined NATO in 2024.",
    "Venezuela threatened to invade Guyana.",
    "Cuba cooperates with Russia on defence.",
]

IRRELEVANT = [
    "The ferry between the two shores of the lake runs again after ten years, and tickets are cheap.",
    "Voters will go to the polls on Sunday to choose a new president; both candidates promise lower taxes.",
    "Rice prices have doubled in a year and the government will sell stocks from its own stores.",
    "The league has sanctioned the coach after he insulted the referee in the second half of the match.",
    "Police said that a man was stabbed outside a restaurant; the murder weapon was not found.",
    "The band will play songs from its new album, and a drone show will light the sky above the harbour.",
    "The two ministers agreed to start a dialogue on security and trade and will meet again in spring.",
    "Nurses voted for strike action over pay, the first labour strike at the hospital in a decade.",
    "The museum shows a novel view of gardens, and tourists queue for tickets every morning.",
    "Her charm offensive won over the critics, and the film did well at the box office.",
    "A storm flooded the coast road and cut power to three thousand homes on Monday night.",
    "The central bank left its rate unchanged and expects inflation to fall next year.",
    "The old man held the child in his arms and walked along the river until the rain stopped.",
    "A heart attack ended the career of the singer, who had sold ten million records in his life.",
    "The airline will fly to Osaka twice a week from May, and fares begin at two hundred euros.",
    "Barcelona sold its striker to Juventus of Italy after the transfer window opened in Spain.",
    "The studio will launch its new film in Germany and France in May.",
    "FIFA sanctioned Kenya after its football association broke the rules.",
    "Argentina beat Brazil 3-1 in the final, and Messi struck twice.",
    "Canada and Mexico signed a trade treaty on avocados and cars.",
    "Brazil supplied China with soybeans and beef.",
    "A rescue helicopter in Switzerland brought two hikers to hospital.",
    "The European Union backed new rules on packaging in Belgium.",
    "Italy helped Spain to put out forest fires near Valencia.",
    "A train carrying fuel from Austria to Hungary derailed.",
    "Sotheby's sold a rifle that belonged to a king for two million.",
    "The museum in Warsaw bought a tank from Austria for its garden.",
]


@pytest.mark.parametrize("text", RELEVANT)
def test_a_note_on_arms_or_sanctions_is_relevant(text: str) -> None:
    is_relevant, reason = judge(None, text)
    assert is_relevant
    assert all(word in text for word in reason.removeprefix("about ").split(", ")[:1])


@pytest.mark.parametrize("text", TOLD_DEEDS)
def test_a_note_that_tells_a_deed_with_arms_is_relevant_and_says_by_what(text: str) -> None:
    is_relevant, reason = judge(None, text)
    assert is_relevant
    assert all(word in text for word in reason.removeprefix("about ").split(", "))


@pytest.mark.parametrize("text", IRRELEVANT)
def test_a_note_on_anything_else_is_not(text: str) -> None:
    assert not judge(None, text)[0]


def test_a_war_in_passing_makes_no_long_article_relevant() -> None:
    filler = (
        "The two ministers spoke of trade, of visas for students and of fish, and they will meet again in the spring. "
        * 15
    )
    text = f"{filler}They also spoke of the invasion of Ukraine and of cyber attacks. {filler}"
    assert judge("Ministers meet in Manila", text) == (False, "only invasion, cyber attacks in passing")


def test_the_words_of_the_title_come_first_in_the_reason() -> None:
    _, reason = judge("Embargo renewed", "Missiles and sanctions were the subject of the day.")
    assert reason == "about Embargo, Missiles, sanctions"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no text"),
        ("1234 56", "no text"),
        ("Drones again.", "too short"),
        ("Россия получила ракеты из Северной Кореи, сообщили наблюдатели.", "not in English"),
        ("Die Europäische Union hat am Montag Sanktionen gegen drei Generäle verhängt, weil sie Waffen und Drohnen an die "
         "Rebellen geliefert haben, sagte ein Sprecher.", "not in English"),
    ],
)  # fmt: skip
def test_what_cannot_be_judged_is_irrelevant_and_says_why(text: str, reason: str) -> None:
    is_relevant, why = judge(None, text)
    assert not is_relevant
    assert why.startswith(reason)


def test_the_gold_articles_are_judged_as_their_authors_did() -> None:
    for path in sorted(GOLD.glob("*/*.json")):
        if path.name[:2] not in KEPT_BACK:
            article = json.loads(path.read_text("utf-8"))
            assert judge(article["title"], article["text"])[0] == article["relevant"], path.name


def test_sanctions_by_a_state_count_in_passing_those_of_a_league_do_not() -> None:
    match = "The striker left the club after the cup final, and the midfielder joined another league. " * 3
    assert judge(None, match + "Its owner was put under sanctions by Britain in March.")[0]
    assert not judge(None, match + "Its owner was put under sanctions by UEFA in March.")[0]
