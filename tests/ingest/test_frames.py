"""Each relation as news says it: actives, passives, nouns, relative clauses. All sentences are made up."""

from __future__ import annotations

import pytest

from graph.ontology import relations
from tests.ingest.reading import claims_of

# By relation: a sentence, and all that it says of this relation.
SAID: dict[str, dict[str, list[str]]] = {
    "supplied": {
        "Vietnam shipped 40 tanks to Cambodia in March 2021.": ["VN supplied KH tank"],
        "Forty howitzers were delivered to Armenia by Bulgaria.": ["BG supplied AM howitzer"],
        "Chad complained about deliveries of rifles from Libya to Sudan.": ["LY supplied SD small-arms"],
        "The drones that Turkey sold to Ethiopia arrived in April.": ["TR supplied ET drone"],
        "Angola bought six helicopters from Belarus.": ["BY supplied AO helicopter"],
        "Serbia gave Cyprus two radars.": ["RS supplied CY radar"],
        "Laos received mortars from Cuba.": ["CU supplied LA mortar"],
        "Poland plans to send tanks to Moldova.": ["PL supplied MD tank planned"],
        "Ghana has not sold drones to Togo.": ["GH supplied TG drone denied"],
        "Peru allegedly sold pistols to Bolivia.": ["PE supplied BO small-arms unconfirmed"],
        "Spain equipped Morocco with air defence systems.": ["ES supplied MA air-defence-system"],
        "Uganda, which supplies ammunition to Somalia, shrugged.": ["UG supplied SO ammunition"],
        "Burundi seized a plane carrying rifles supplied by Rwanda to Zambia.": ["RW supplied ZM small-arms"],
        "Mortars from Serbia were shipped to Gabon.": ["RS supplied GA mortar"],
        "Iranian deliveries of drones to Sudan went on.": ["IR supplied SD drone"],
        "The United States accused Iran of sending missiles to Venezuela.": ["IR supplied VE missile"],
        "Missiles sold by India to Armenia were shown.": ["IN supplied AM missile"],
    },
    "assisted": {
        "Cuba trained Angolan soldiers.": ["CU assisted AO training"],
        "The Houthis were financed by Iran.": ["IR assisted org:houthis finance"],
        "Qatar's support for Hamas went on.": ["QA assisted org:hamas"],
        "Hezbollah, which Iran finances, said nothing.": ["IR assisted org:hezbollah finance"],
        "India shared intelligence with Armenia.": ["IN assisted AM data"],
        "Pakistan helped Myanmar with training.": ["PK assisted MM training"],
        "Russia gave Iran satellite technology.": ["RU assisted IR technology"],
        "The Rwanda-backed M23 advanced.": ["RW assisted org:m23"],
        "Rwanda denies supporting the M23.": ["RW assisted org:m23 denied"],
        "Burkina Faso received training from Turkey.": ["TR assisted BF training"],
    },
    "deployed": {
        "Rwanda deployed 4,000 troops to Mozambique.": ["RW deployed MZ troops"],
        "Cuban soldiers were sent to Angola.": ["CU deployed AO troops"],
        "Kenya's deployment of troops to Haiti began.": ["KE deployed HT troops"],
        "The 900 troops that Turkey stationed in Qatar remain.": ["TR deployed QA troops"],
        "Russia stationed nuclear weapons in Belarus.": ["RU deployed BY nuclear-weapon"],
        "Eritrea keeps troops in Ethiopia.": ["ER deployed ET troops"],
        "Vietnam sent military instructors to Laos.": ["VN deployed LA instructors"],
        "Chad will send troops to Niger.": ["TD deployed NE troops planned"],
        "Russian mercenaries remain in Mali.": ["RU deployed ML mercenaries"],
    },
    "attacked": {
        "Azerbaijan shelled Armenia.": ["AZ attacked AM"],
        "Armenia was attacked by Azerbaijan with drones.": ["AZ attacked AM drone"],
        "Iraq's invasion of Kuwait began in 1990.": ["IQ attacked KW"],
        "Azerbaijan, which attacked Armenia in 2020, rejected the report.": ["AZ attacked AM"],
        "The Houthis fired missiles at Israel.": ["org:houthis attacked IL missile"],
        "Israeli strikes on Syria continued.": ["IL attacked SY"],
        "An attack on Somalia by Ethiopia was repelled.": ["ET attacked SO"],
        "Venezuela threatened to invade Guyana.": ["VE attacked GY planned"],
        "Iraq used mustard gas against Iran.": ["IQ attacked IR chemical-weapon"],
    },
    "tested": {
        "India tested an intercontinental ballistic missile.": ["IN tested intercontinental-ballistic-missile"],
        "A cruise missile was test-fired by Pakistan.": ["PK tested cruise-missile"],
        "Iran's launch of a satellite worried Israel.": ["IR tested satellite"],
        "The hypersonic missile that China tested flew far.": ["CN tested hypersonic-missile"],
        "Pakistan conducted a nuclear test in 1998.": ["PK tested nuclear-weapon"],
        "The North Korean test of a cruise missile failed.": ["KP tested cruise-missile"],
        "Iran plans to launch a ballistic missile.": ["IR tested ballistic-missile planned"],
    },
    "produced": {
        "Turkey manufactures drones.": ["TR produced drone"],
        "The tanks are built by Algeria.": ["DZ produced tank"],
        "Iran's production of cruise missiles doubled.": ["IR produced cruise-missile"],
        "Norinco, which makes howitzers, declined to comment.": ["org:norinco produced howitzer"],
        "Chinese-made drones were found in Chad.": ["CN produced drone"],
        "Pakistan is developing hypersonic missiles.": ["PK produced hypersonic-missile"],
        "Norinco, the maker of the howitzers, was named.": ["org:norinco produced howitzer"],
    },
    "vetoed": {
        "China vetoed Resolution 2231.": ["CN vetoed treaty:unscr-2231"],
        "Resolution 1718 was vetoed by France.": ["FR vetoed treaty:unscr-1718"],
        "China's veto of Resolution 1874 surprised few.": ["CN vetoed treaty:unscr-1874"],
        "Russia, which vetoed Resolution 2397, gave no reason.": ["RU vetoed treaty:unscr-2397"],
        "Russia cast its veto against the renewal of the UN Panel of Experts on Mali.": [
            "RU vetoed org:un-mali-panel-of-experts"
        ],
        "Russia and China vetoed the renewal of the UN Panel of Experts on North Korea.": [
            "CN vetoed org:un-1718-panel-of-experts",
            "RU vetoed org:un-1718-panel-of-experts",
        ],
    },
    "abstained": {
        "Ghana abstained on Resolution 2231.": ["GH abstained treaty:unscr-2231"],
        "Mozambique abstained from the vote on Resolution 1718.": ["MZ abstained treaty:unscr-1718"],
        "China's abstention on Resolution 1874 was noted.": ["CN abstained treaty:unscr-1874"],
        "Gabon, which abstained on Resolution 2397, gave no reason.": ["GA abstained treaty:unscr-2397"],
        "Russia vetoed the renewal of the UN Panel of Experts on Mali. Japan abstained.": [
            "JP abstained org:un-mali-panel-of-experts"
        ],
    },
    "voted_for": {
        "Malta voted for Resolution 2231.": ["MT voted_for treaty:unscr-2231"],
        "Ecuador voted in favour of Resolution 1718.": ["EC voted_for treaty:unscr-1718"],
        "Ireland backed Resolution 1874.": ["IE voted_for treaty:unscr-1874"],
        "Slovenia, which voted for Resolution 2397, welcomed it.": ["SI voted_for treaty:unscr-2397"],
        "Malta, Japan and Ghana voted in favour of Resolution 2231.": [
            "GH voted_for treaty:unscr-2231",
            "JP voted_for treaty:unscr-2231",
            "MT voted_for treaty:unscr-2231",
        ],
    },
    "voted_against": {
        "Cuba voted against Resolution 2231.": ["CU voted_against treaty:unscr-2231"],
        "Belarus, which voted against Resolution 1718, objected.": ["BY voted_against treaty:unscr-1718"],
        "Cuba and Belarus voted against Resolution 1874.": [
            "BY voted_against treaty:unscr-1874",
            "CU voted_against treaty:unscr-1874",
        ],
    },
    "established": {
        "Japan and Canada established the Multilateral Sanctions Monitoring Team.": [
            "CA established org:msmt",
            "JP established org:msmt",
        ],
        "Operation Irini was launched by the European Union.": ["org:european-union established org:eunavfor-irini"],
        "The Multilateral Sanctions Monitoring Team was set up in 2024.": ["- established org:msmt"],
        "The Multilateral Sanctions Monitoring Team, which Japan founded, met.": ["JP established org:msmt"],
    },
    "dissolved": {
        "Mali disbanded the Alliance of Sahel States.": ["ML dissolved org:aes"],
        "The Multilateral Sanctions Monitoring Team was dissolved by Japan.": ["JP dissolved org:msmt"],
        "Russia, which scrapped the UN Panel of Experts on North Korea, laughed.": [
            "RU dissolved org:un-1718-panel-of-experts"
        ],
        "Russia put an end to the UN Panel of Experts on North Korea.": ["RU dissolved org:un-1718-panel-of-experts"],
        "The European Union plans to shut down Operation Irini.": [
            "org:european-union dissolved org:eunavfor-irini planned"
        ],
    },
    "succeeded": {
        "The Africa Corps replaced the Wagner Group.": ["org:africa-corps succeeded org:wagner-group"],
        "The Wagner Group was replaced by the Africa Corps.": ["org:africa-corps succeeded org:wagner-group"],
        "The Africa Corps is the successor to the Wagner Group.": ["org:africa-corps succeeded org:wagner-group"],
        "The Africa Corps, which succeeded the Wagner Group, has bases in Mali.": [
            "org:africa-corps succeeded org:wagner-group"
        ],
        "The Multilateral Sanctions Monitoring Team took over from the UN Panel of Experts on North Korea.": [
            "org:msmt succeeded org:un-1718-panel-of-experts"
        ],
    },
    "monitors": {
        "Operation Irini enforces the arms embargo on Libya.": [
            "org:eunavfor-irini monitors treaty:un-libya-sanctions"
        ],
        "The UN sanctions on North Korea are monitored by the Multilateral Sanctions Monitoring Team.": [
            "org:msmt monitors treaty:un-dprk-sanctions"
        ],
        "The Multilateral Sanctions Monitoring Team, which monitors UN sanctions on North Korea, met.": [
            "org:msmt monitors treaty:un-dprk-sanctions"
        ],
        "The UN Panel of Experts on Mali, tasked with monitoring UN sanctions on Mali, left.": [
            "org:un-mali-panel-of-experts monitors treaty:un-mali-sanctions"
        ],
        "The 1718 Committee oversees UN sanctions on North Korea.": [
            "org:un-1718-committee monitors treaty:un-dprk-sanctions"
        ],
    },
    "member_of": {
        "Sweden joined NATO in 2024.": ["SE member_of org:nato"],
        "Turkey, a member of NATO, objected.": ["TR member_of org:nato"],
        "Mali, which belongs to the Alliance of Sahel States, objected.": ["ML member_of org:aes"],
        "Niger is a member of the African Union.": ["NE member_of org:african-union"],
        "The Alliance of Sahel States comprises Mali, Niger and Burkina Faso.": [
            "BF member_of org:aes",
            "ML member_of org:aes",
            "NE member_of org:aes",
        ],
        "Moldova plans to join the European Union.": ["MD member_of org:european-union planned"],
    },
    "signed": {
        "Kenya signed the Arms Trade Treaty.": ["KE signed treaty:att"],
        "The Arms Trade Treaty was signed by Angola.": ["AO signed treaty:att"],
        "Chad ratified the Arms Trade Treaty in 2015.": ["TD signed treaty:att"],
        "Peru, which signed the Arms Trade Treaty, agreed.": ["PE signed treaty:att"],
        "Togo and Benin signed the Arms Trade Treaty.": ["BJ signed treaty:att", "TG signed treaty:att"],
        "Nepal intends to sign the Arms Trade Treaty.": ["NP signed treaty:att planned"],
    },
    "withdrew_from": {
        "Russia withdrew from the INF Treaty.": ["RU withdrew_from treaty:inf-treaty"],
        "Russia suspended the New START treaty.": ["RU withdrew_from treaty:new-start"],
        "Russia's withdrawal from the INF Treaty drew protests.": ["RU withdrew_from treaty:inf-treaty"],
        "Mali, which left the African Union, said little.": ["ML withdrew_from org:african-union"],
        "The INF Treaty was abandoned by the United States.": ["US withdrew_from treaty:inf-treaty"],
        "Mali threatened to quit the African Union.": ["ML withdrew_from org:african-union planned"],
    },
    "violated": {
        "Libya violated Resolution 2231.": ["LY violated treaty:unscr-2231"],
        "Resolution 1874 was violated by Syria.": ["SY violated treaty:unscr-1874"],
        "Eritrea's breach of Resolution 2397 was documented.": ["ER violated treaty:unscr-2397"],
        "Sudan, which violated Resolution 1718, denied it.": ["SD violated treaty:unscr-1718"],
        "Turkey sent drones to Libya in violation of Resolution 1970.": [
            "LY violated treaty:unscr-1970",
            "TR violated treaty:unscr-1970",
        ],
        "Japan accused Syria of violating Resolution 2231.": ["SY violated treaty:unscr-2231"],
    },
    "sanctioned": {
        "Australia sanctioned the Wagner Group.": ["AU sanctioned org:wagner-group"],
        "The Lazarus Group was sanctioned by Canada.": ["CA sanctioned org:lazarus-group"],
        "Norway imposed sanctions on Belarus.": ["NO sanctioned BY"],
        "Hamas, which Japan blacklisted, protested.": ["JP sanctioned org:hamas"],
        "Sanctions were imposed on Mali by Switzerland.": ["CH sanctioned ML"],
        "Britain froze the assets of Norinco.": ["GB sanctioned org:norinco"],
        "The European Union renewed its arms embargo on Belarus.": ["org:european-union sanctioned BY"],
        "Canada added the Lazarus Group to its sanctions list.": ["CA sanctioned org:lazarus-group"],
        "Japan plans to impose sanctions on Myanmar.": ["JP sanctioned MM planned"],
    },
    "delisted": {
        "Canada lifted its sanctions on Syria.": ["CA delisted SY"],
        "The sanctions on Zimbabwe were lifted by Britain.": ["GB delisted ZW"],
        "Australia delisted Norinco.": ["AU delisted org:norinco"],
        "Britain, which eased its sanctions on Syria, waited.": ["GB delisted SY"],
        "The United States removed Sudan from its sanctions list.": ["US delisted SD"],
        "The European Union plans to lift sanctions on Syria.": ["org:european-union delisted SY planned"],
    },
    "seized": {
        "Spain seized rifles from a trawler.": ["ES seized small-arms"],
        "Rockets were seized by Kuwait.": ["KW seized rocket"],
        "The seizure of drones by Oman was announced.": ["OM seized drone"],
        "Iran seized the tanker Vela.": ["IR seized vessel"],
        "Italy confiscated machine guns.": ["IT seized small-arms"],
    },
    "stole": {
        "The Lazarus Group stole cryptocurrency from Japan.": ["org:lazarus-group stole JP cryptocurrency"],
        "Cryptocurrency worth $30 million was stolen by North Korea.": ["KP stole cryptocurrency"],
        "North Korea's theft of cryptocurrency went on.": ["KP stole cryptocurrency"],
        "The Lazarus Group, which stole cryptocurrency, is based in North Korea.": [
            "org:lazarus-group stole cryptocurrency"
        ],
        "Japan accused North Korea of stealing cryptocurrency.": ["KP stole cryptocurrency"],
    },
    "cooperates_with": {
        "Cuba cooperates with Russia on defence.": ["CU cooperates_with RU"],
        "Military cooperation between Iran and Belarus deepened.": ["IR cooperates_with BY"],
        "Myanmar's military cooperation with Russia grew.": ["MM cooperates_with RU"],
        "Laos, which cooperates with Vietnam on defence, agreed.": ["LA cooperates_with VN"],
        "Mali and Russia deepened their military ties.": ["ML cooperates_with RU"],
    },
}
CASES = [(relation, sentence, says) for relation, cases in SAID.items() for sentence, says in cases.items()]


@pytest.mark.parametrize(
    ("relation", "sentence", "says"), CASES, ids=lambda part: part if isinstance(part, str) else ""
)
def test_a_relation_is_read(relation: str, sentence: str, says: list[str]) -> None:
    assert [claim for claim in claims_of(sentence) if f" {relation} " in claim] == says


def test_every_relation_is_tried_in_four_ways_at_least() -> None:
    assert set(SAID) == set(relations())
    assert {relation: len(cases) for relation, cases in SAID.items() if len(cases) < 4} == {"voted_against": 3}


NOTHING = [
    "The two sides met in Geneva.",
    "Iran sent a delegation to Moscow.",
    "Russia gave Iran a warning about drones.",
    "Analysts discussed drones and missiles.",
    "France supported the idea of a summit.",
    "The missiles made headlines in Israel.",
    "Ministers from Mali and Niger visited Moscow.",
    "The war in Ukraine went on.",
    "Ten soldiers died in Mali.",
    "Kenya bought flowers from Uganda.",
    "The president signed autographs.",
    "Canada listed its demands.",
    "Brazil left the room.",
    "The film about Hezbollah was tested on audiences in Lebanon.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_only_sounds_like_a_claim_is_none(sentence: str) -> None:
    assert claims_of(sentence) == []


def test_one_sentence_may_say_several_things() -> None:
    assert claims_of("Iran sent drones and missiles to Russia and Syria, and Japan imposed sanctions on Iran.") == [
        "IR supplied RU drone",
        "IR supplied RU missile",
        "IR supplied SY drone",
        "IR supplied SY missile",
        "JP sanctioned IR",
    ]


def test_votes_in_brackets_go_by_the_word_nearest_before() -> None:
    text = (
        "The Council did not renew the mandate of the UN Panel of Experts on North Korea. The draft received "
        "13 votes in favour to 1 against (Russian Federation), with 1 abstention (China)."
    )
    assert claims_of(text) == [
        "CN abstained org:un-1718-panel-of-experts",
        "RU voted_against org:un-1718-panel-of-experts",
    ]
