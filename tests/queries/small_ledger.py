"""A ledger small enough to work out by hand what each question answers: forty-one claims, each a sentence of its own.

All of it is invented. Two articles pass on one agency; one has a publisher of its own; one says neither who printed it
nor when. Loads come in another order than publications do.
"""

from __future__ import annotations

from typing import Any

from graph.model import Article, Quantity, Reading
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_reading

KP, RU, IR, CN, US, FR = (f"state:{code}" for code in ("KP", "RU", "IR", "CN", "US", "FR"))
HARBOUR, SHIP = "org:harbour-trading", "vessel:ost-wind"  # known from articles only
TEAM, PANEL = "org:msmt", "org:un-1718-panel-of-experts"
NPT, R1718 = "treaty:npt", "treaty:unscr-1718"

WIRE: dict[str, Any] = {
    "publisher": "Bay Courier", "agency": "Invented Wire", "published": "2024-01-10",
    "loaded": "2024-01-11T08:00:00+00:00",
}  # fmt: skip
COPY: dict[str, Any] = {
    "publisher": "Copy Post", "agency": "Invented Wire", "published": "2024-01-12",
    "loaded": "2024-02-01T08:00:00+00:00",
}  # fmt: skip
COAST: dict[str, Any] = {
    "publisher": "Coast Daily", "published": "2024-03-05", "loaded": "2024-06-01T08:00:00+00:00",
}  # fmt: skip
NOTE: dict[str, Any] = {"source": "note.txt", "loaded": "2024-05-20T08:00:00+00:00"}

# Of each sentence: relation, subject, object, item, date, and what else there is to it.
Said = tuple[str, str | None, str | None, str | None, str | None, dict[str, Any]]

SAID: tuple[tuple[dict[str, Any], dict[str, Said]], ...] = (
    (
        WIRE,
        {
            "Shells left in May.": (
                "supplied", KP, RU, "artillery-ammunition", "2023-05",
                {"quantity": Quantity(100, "min"), "asserted_by": (US,)},
            ),
            "Missiles left in November.": ("supplied", KP, RU, "ballistic-missile", "2023-11", {}),
            "Harbour paid Pyongyang.": ("assisted", HARBOUR, KP, "finance", "2024", {}),
            "Harbour paid Paris.": ("assisted", HARBOUR, FR, "finance", "2024", {}),
            "Troops are there.": ("deployed", KP, RU, "troops", "2024-10/..", {}),
            "Coins were stolen.": (
                "stole", KP, None, "cryptocurrency", "2022-03",
                {"quantity": Quantity(6e8, "min", "USD"), "asserted_by": (US,)},
            ),
            "Pyongyang launched.": ("tested", KP, None, "ballistic-missile", "2023-04", {}),
            "Washington listed Harbour.": ("sanctioned", US, HARBOUR, None, "2021", {"asserted_by": (US,)}),
            "Paris is a member.": ("member_of", FR, TEAM, None, None, {}),
            "Pyongyang and Moscow work together.": ("cooperates_with", RU, KP, None, None, {}),
            "The team watches.": ("monitors", TEAM, R1718, None, None, {}),
            "The team took over.": ("succeeded", TEAM, PANEL, None, "2024-10", {}),
            "Moscow vetoed.": ("vetoed", RU, PANEL, None, "2024-03-28", {}),
            "Beijing abstained.": ("abstained", CN, PANEL, None, "2024-03-28", {}),
            "The shells broke it.": ("violated", KP, R1718, None, None, {"asserted_by": (US, TEAM)}),
        },
    ),
    (
        COPY,
        {
            "Missiles may have left.": (
                "supplied", KP, RU, "ballistic-missile", "2023-12", {"asserted_by": (IR,), "status": "unconfirmed"},
            ),
            "Washington let Harbour go.": ("delisted", US, HARBOUR, None, "2023-06", {}),
        },
    ),
    (
        COAST,
        {
            "Shells left in July.": (
                "supplied", KP, RU, "artillery-ammunition", "2023-07", {"quantity": Quantity(90, "about", "tonne")},
            ),
            "No missiles left.": ("supplied", KP, RU, "missile", None, {"asserted_by": (RU,), "status": "denied"}),
            "Drones were resold.": ("supplied", RU, HARBOUR, "drone", None, {}),
            "Missiles are promised.": ("supplied", RU, IR, "missile", "2025", {"status": "planned"}),
            "Russia once trained China.": ("assisted", RU, CN, "training", "2020", {}),
            "Workers are in China.": ("deployed", KP, CN, "workers", None, {}),
            "Washington stopped drones.": ("seized", US, None, "drone", "2024-05", {"status": "planned"}),
            "Harbour was robbed.": ("stole", IR, HARBOUR, "gold", None, {"asserted_by": (IR,), "status": "denied"}),
            "Pyongyang tested a bomb.": ("tested", KP, None, "nuclear-weapon", "2006", {}),
            "Washington listed Harbour again.": ("sanctioned", US, HARBOUR, None, "2024-02", {}),
            "Paris listed Harbour.": ("sanctioned", FR, HARBOUR, None, "2021", {}),
            "Paris did not let Harbour go.": ("delisted", FR, HARBOUR, None, "2023", {"status": "denied"}),
            "Washington signed.": ("signed", US, NPT, None, "1968", {}),
            "Pyongyang left.": ("withdrew_from", KP, NPT, None, "2003", {}),
        },
    ),
    (
        NOTE,
        {
            "Oil came back.": ("supplied", RU, KP, "petroleum", "2024-02", {"quantity": Quantity(5, "max", "barrel")}),
            "Drones reached Harbour.": (
                "supplied", None, HARBOUR, "drone", "2022", {"quantity": Quantity(3), "asserted_by": (US,)},
            ),
            "Jets stand in Iran.": ("deployed", RU, IR, "combat-aircraft", "2021", {"asserted_by": (HARBOUR,)}),
            "Paris seized the ship.": ("seized", FR, SHIP, "vessel", "2023", {}),
            "Iran tested a missile.": ("tested", IR, None, "missile", "2021", {}),
            "Paris may list Russia.": ("sanctioned", FR, RU, None, "2020", {"status": "planned"}),
            "Washington listed Russia.": ("sanctioned", US, RU, None, None, {}),
            "Washington let the ship go.": ("delisted", US, SHIP, None, "2022", {}),
            "Paris signed.": ("signed", FR, NPT, None, None, {}),
            "Tehran never signed.": ("signed", IR, NPT, None, None, {"status": "denied"}),
        },
    ),
)  # fmt: skip


def _reading(article: Article, said: dict[str, Said]) -> Reading:
    names = ("relation", "subject", "object", "item", "when")
    claims = [
        make_claim(article, sentence, **dict(zip(names, parts[:5], strict=True)), **parts[5])
        for sentence, parts in said.items()
    ]
    return make_reading(article, claims)


SMALL = ReadingsSource([_reading(make_article("\n\n".join(said), **fields), said) for fields, said in SAID])

# The id of each claim, by its sentence.
IDS = {claim.sentence: claim.id for claim in SMALL.claims()}
