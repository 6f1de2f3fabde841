"""A small ledger made up for tests: five articles, 48 claims, all 23 relations, every status, names beyond ASCII.

All of it is invented. `MADE` is a `graph.stores.base.Source`; push it into a store, or `add` its `readings()`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from graph import reference
from graph.model import Article, Claim, Entity, Quantity, Reading, Status, article_id, claim_id

# Not in the reference data; the last sorts after the one before it by code point, before it by UTF-16 unit.
MINTED = {
    entity.id: entity
    for entity in (
        Entity("org:harbour-trading", "Company", "Harbour Trading", minted=True),
        Entity("vessel:ost-wind", "Vessel", "Öst Wind", aliases=("Ost Wind",), minted=True),
        Entity("person:zoe-ardal", "Person", "Zoë Ardal", minted=True),
        Entity("group:merchant-ships", "Group", "merchant ships", minted=True),
        Entity("treaty:harbour-accord", "Treaty", "Harbour Accord", minted=True),
        Entity("treaty:pact-ffff", "Treaty", "\uff30act of the Bay", minted=True),
        Entity("treaty:pact-astral", "Treaty", "𝐏act of the Bay", minted=True),
    )
}

KP, KR, RU, IR, US, CN, FR = (f"state:{code}" for code in ("KP", "KR", "RU", "IR", "US", "CN", "FR"))
UA, BY, RW, JP = (f"state:{code}" for code in ("UA", "BY", "RW", "JP"))
PANEL, MSMT, UN = "org:un-1718-panel-of-experts", "org:msmt", "org:united-nations"
R1718, R1874, NPT = "treaty:unscr-1718", "treaty:unscr-1874", "treaty:npt"
M23, WAGNER = "org:m23", "org:wagner-group"

Parts = tuple[str, str | None, str | None, str | None]


@dataclass(frozen=True)
class Said:
    """One claim in the making: relation, subject, object, item, and the rest."""

    parts: Parts
    when: str | None = None
    by: tuple[str, ...] = ()
    status: Status = "affirmed"
    quantity: Quantity | None = None


@dataclass(frozen=True)
class Story:
    """An article in the making: what each of its sentences says."""

    article: Article
    sentences: dict[str, list[Said]]

    @cached_property
    def reading(self) -> Reading:
        text = "\n\n".join(self.sentences)
        article = replace(self.article, id=article_id(text), text=text)
        claims = tuple(
            _claim(article, sentence, said) for sentence, all_said in self.sentences.items() for said in all_said
        )
        named = {name for claim in claims for name in (claim.subject, claim.object, *claim.asserted_by) if name}
        return Reading(article, tuple(_entity(name) for name in sorted(named)), claims)


def _claim(article: Article, sentence: str, said: Said) -> Claim:
    start = article.text.index(sentence)
    claim = Claim(
        "", article.id, *said.parts, said.quantity, said.when, said.by, said.status, sentence, start,
        start + len(sentence), marks=((start, start + 4),), why=(f"{said.parts[0]}: made for tests",),
    )  # fmt: skip
    return replace(claim, id=claim_id(claim))


def _entity(entity_id: str) -> Entity:
    known = MINTED.get(entity_id) or reference.entity(entity_id)
    assert known, entity_id
    return known


STORIES = (
    Story(
        Article("", "", "Eleven states report on shipments", "The Morning Ledger", "Invented Wire", "2025-05-29"),
        {
            "North Korea shipped at least 100 ballistic missiles and about 9 million shells to Russia in 2024, "
            "the Multilateral Sanctions Monitoring Team said.": [
                Said(("supplied", KP, RU, "ballistic-missile"), "2024", (MSMT,), quantity=Quantity(100, "min")),
                Said(("supplied", KP, RU, "artillery-ammunition"), "2024", (MSMT,), quantity=Quantity(9e6, "about")),
            ],
            "More than 11,000 North Korean troops have been in Russia since October 2024, and Russian instructors "
            "train them.": [
                Said(("deployed", KP, RU, "troops"), "2024-10/..", quantity=Quantity(11000, "min")),
                Said(("assisted", RU, KP, "training")),
            ],
            "Russia has delivered up to a million barrels of refined petroleum to the North.": [
                Said(("supplied", RU, KP, "petroleum"), quantity=Quantity(1e6, "max", "barrel")),
            ],
            "Pyongyang plans to send rockets.": [Said(("supplied", KP, RU, "rocket"), "2025-06", status="planned")],
            "The transfers violate resolutions 1718 and 1874, the team said.": [
                Said(("violated", KP, R1718, None), None, (MSMT,)),
                Said(("violated", KP, R1874, None), None, (MSMT,)),
                Said(("violated", RU, R1718, None), None, (MSMT,)),
            ],
            "The United States and Japan created the team, which took over from a United Nations panel and monitors "
            "resolution 1718.": [
                Said(("established", US, MSMT, None), "2024-10"),
                Said(("established", JP, MSMT, None), "2024-10"),
                Said(("member_of", US, MSMT, None)),
                Said(("succeeded", MSMT, PANEL, None), "2024-10-16"),
                Said(("monitors", MSMT, R1718, None)),
            ],
        },
    ),
    Story(
        Article("", "", "A panel ends", "Курьер залива", None, "2024-03-29", url="https://news.example/panel"),
        {
            "Russia vetoed the renewal of the panel on 28 March 2024, China abstained, France and the United States "
            "voted for it.": [
                Said(("vetoed", RU, PANEL, None), "2024-03-28"),
                Said(("abstained", CN, PANEL, None), "2024-03-28"),
                Said(("voted_for", FR, PANEL, None), "2024-03-28"),
                Said(("voted_for", US, PANEL, None), "2024-03-28"),
            ],
            "China voted against a later text in April.": [Said(("voted_against", CN, R1874, None), "XXXX-04")],
            "The veto ended the panel, which had monitored resolution 1718 since 2009.": [
                Said(("dissolved", RU, PANEL, None), "2024"),
                Said(("monitors", PANEL, R1718, None), "2009/2024"),
            ],
            "Russia may veto the next one too.": [Said(("vetoed", RU, R1874, None), status="planned")],
        },
    ),
    Story(
        Article("", "", "Moscow and Pyongyang reject the charge", "𝐓he Bay Courier", "Invented Wire", "2024-06-20"),
        {
            "Russia and North Korea deny the trade in arms.": [
                Said(("supplied", KP, RU, "weapon"), None, (RU, KP), "denied"),
            ],
            "Neither side would confirm that KN-23 missiles were among them in January.": [
                Said(("supplied", KP, RU, "short-range-ballistic-missile"), "2024-01", (), "unconfirmed"),
            ],
            "South Korea says that the North sold Russia missiles in late 2023.": [
                Said(("supplied", KP, RU, "missile"), "2023-10/2023-12", (KR,)),
            ],
            "The two signed a pact on 19 June, and Russia left the Harbour Accord.": [
                Said(("signed", KP, "treaty:pact-astral", None), "2024-06-19"),
                Said(("signed", RU, "treaty:pact-astral", None), "2024-06-19"),
                Said(("cooperates_with", RU, KP, None)),
                Said(("withdrew_from", RU, "treaty:harbour-accord", None), "2024-06"),
                Said(("signed", BY, "treaty:pact-ffff", None), "202X"),
            ],
            "Pyongyang quit the Non-Proliferation Treaty in 2003 and has tested six nuclear devices.": [
                Said(("withdrew_from", KP, NPT, None), "2003"),
                Said(("tested", KP, None, "nuclear-weapon"), quantity=Quantity(6)),
                Said(("produced", KP, None, "intercontinental-ballistic-missile")),
            ],
            "Iran denies that it makes attack drones in Belarus or arms Russia.": [
                Said(("supplied", IR, RU, None), None, (IR,), "denied"),
                Said(("produced", IR, None, "attack-drone"), None, (IR,), "denied"),
            ],
        },
    ),
    Story(
        Article("", "", "Washington acts against traders", "The Morning Ledger", None, "2024-02-23"),
        {
            "The United States imposed sanctions on Harbour Trading and Zoë Ardal on Friday and lifted those on the "
            "Öst Wind.": [
                Said(("sanctioned", US, "org:harbour-trading", None), "2024-02-23", (US,)),
                Said(("sanctioned", US, "person:zoe-ardal", None), "2024-02-23", (US,)),
                Said(("delisted", US, "vessel:ost-wind", None), "2024-02-23", (US,)),
            ],
            "Harbour Trading sold drones that Iran makes to Russia, it said; Ardal denies it.": [
                Said(("supplied", "org:harbour-trading", RU, "drone"), "2023", (US,)),
                Said(("supplied", "org:harbour-trading", RU, "drone"), None, ("person:zoe-ardal",), "denied"),
                Said(("produced", IR, None, "drone"), None, (US,)),
                Said(("supplied", IR, RU, "attack-drone"), "2022-08/..", (US,)),
            ],
            "France seized the vessel in 2023.": [Said(("seized", FR, "vessel:ost-wind", "vessel"), "2023")],
            "North Korean hackers stole over 600 million dollars.": [
                Said(("stole", KP, None, "cryptocurrency"), quantity=Quantity(6e8, "min", "USD")),
            ],
        },
    ),
    Story(
        Article("", "", "Kigali rejects a report", None, None, None, source="kigali.txt"),
        {
            "Arms of unknown origin reached the M23, the United Nations said.": [
                Said(("supplied", None, M23, "small-arms"), "2023/2024", (UN,)),
            ],
            "Rwanda backs the group, it said; Kigali denies that.": [
                Said(("assisted", RW, M23, None), None, (UN,)),
                Said(("assisted", RW, M23, None), None, (RW,), "denied"),
            ],
            "Wagner fighters attacked merchant ships with drones.": [
                Said(("attacked", WAGNER, "group:merchant-ships", "drone"), "2024-21"),
            ],
        },
    ),
)  # fmt: skip


class MadeLedger:
    """The stories as a source for a store; `readings` as what reading them would give."""

    def readings(self) -> Iterator[Reading]:
        return (story.reading for story in STORIES)

    def entities(self) -> Iterator[Entity]:
        found = {entity.id: entity for reading in self.readings() for entity in reading.entities}
        return iter(found[key] for key in sorted(found))

    def articles(self) -> Iterator[Article]:
        return iter(sorted((reading.article for reading in self.readings()), key=lambda article: article.id))

    def claims(self) -> Iterator[Claim]:
        return iter(sorted((c for reading in self.readings() for c in reading.claims), key=lambda claim: claim.id))


MADE = MadeLedger()
