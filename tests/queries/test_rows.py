"""What each question answers on the small ledger, its rows written out by hand; in Python, in SPARQL, and on Neo4j.

A row of one claim is written as its sentence; what else such rows hold is written out for some of each kind. Claims
that a row counts or names are written as sentences, too.
"""

from __future__ import annotations

from dataclasses import astuple, fields
from functools import cache
from typing import Any

import pytest

from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from queries.catalogue import QUESTIONS, AnswersSparql, answer
from queries.sparql import RdfGraph
from tests.queries.small_ledger import CN, FR, HARBOUR, IDS, IR, KP, NPT, PANEL, R1718, RU, SHIP, SMALL, TEAM, US

# A question with what it is asked, and the sentences of its rows in their order.
SENTENCES: tuple[tuple[str, dict[str, str], list[str]], ...] = (
    (
        "arms_transfers",
        {},
        [
            "Drones reached Harbour.", "Shells left in May.", "Shells left in July.", "Missiles left in November.",
            "Missiles may have left.", "Missiles are promised.", "No missiles left.", "Drones were resold.",
        ],
    ),
    ("arms_transfers", {"supplier": RU}, ["Missiles are promised.", "Drones were resold."]),
    ("arms_transfers", {"receiver": HARBOUR}, ["Drones reached Harbour.", "Drones were resold."]),
    ("arms_transfers", {"item": "commodity"}, ["Oil came back."]),
    (
        "arms_transfers",
        {"item": "missile", "end": "2024"},
        ["Missiles left in November.", "Missiles may have left."],
    ),
    ("arms_transfers", {"start": "2023-12"}, ["Missiles may have left.", "Missiles are promised."]),
    (
        "quantities",
        {},
        ["Drones reached Harbour.", "Shells left in May.", "Shells left in July.", "Oil came back."],
    ),
    ("quantities", {"supplier": KP}, ["Shells left in May.", "Shells left in July."]),
    ("quantities", {"receiver": KP}, ["Oil came back."]),
    ("quantities", {"item": "ammunition"}, ["Shells left in May.", "Shells left in July."]),
    ("quantities", {"start": "2023-06", "end": "2023"}, ["Shells left in July."]),
    (
        "between",
        {"about": KP, "other": RU},
        [
            "Shells left in May.", "Shells left in July.", "Missiles left in November.", "Missiles may have left.",
            "Oil came back.", "Troops are there.", "No missiles left.", "Pyongyang and Moscow work together.",
        ],
    ),
    ("between", {"about": KP, "other": RU, "item": "commodity"}, ["Oil came back."]),
    ("between", {"about": RU, "other": KP, "end": "2023-06"}, ["Shells left in May."]),
    ("between", {"about": RU, "other": KP, "start": "2025"}, ["Troops are there."]),
    ("between", {"about": KP, "other": KP}, []),
    ("deployments", {}, ["Jets stand in Iran.", "Troops are there.", "Workers are in China."]),
    ("deployments", {"item": "personnel"}, ["Troops are there.", "Workers are in China."]),
    ("deployments", {"about": IR}, ["Jets stand in Iran."]),
    ("deployments", {"about": KP, "start": "2026"}, ["Troops are there."]),
    ("deployments", {"end": "2024-09"}, ["Jets stand in Iran."]),
    ("seizures", {}, ["Paris seized the ship.", "Washington stopped drones."]),
    ("seizures", {"about": SHIP}, ["Paris seized the ship."]),
    ("seizures", {"item": "weapon"}, ["Washington stopped drones."]),
    ("seizures", {"start": "2024"}, ["Washington stopped drones."]),
    ("seizures", {"end": "2024-04"}, ["Paris seized the ship."]),
    ("thefts", {}, ["Coins were stolen.", "Harbour was robbed."]),
    ("thefts", {"about": HARBOUR}, ["Harbour was robbed."]),
    ("thefts", {"item": "finance"}, ["Coins were stolen."]),
    ("thefts", {"end": "2022"}, ["Coins were stolen."]),
    ("thefts", {"start": "2022-04"}, []),
    ("weapon_tests", {}, ["Iran tested a missile.", "Pyongyang tested a bomb.", "Pyongyang launched."]),
    ("weapon_tests", {"about": KP}, ["Pyongyang tested a bomb.", "Pyongyang launched."]),
    ("weapon_tests", {"item": "missile"}, ["Iran tested a missile.", "Pyongyang launched."]),
    ("weapon_tests", {"start": "2007", "end": "2022"}, ["Iran tested a missile."]),
    (
        "entity_record",
        {"about": HARBOUR},
        [
            "Paris listed Harbour.", "Washington listed Harbour.", "Drones reached Harbour.",
            "Paris did not let Harbour go.", "Washington let Harbour go.", "Harbour paid Paris.",
            "Harbour paid Pyongyang.", "Washington listed Harbour again.", "Harbour was robbed.", "Drones were resold.",
        ],
    ),
    ("entity_record", {"about": HARBOUR, "item": "weapon"}, ["Drones reached Harbour.", "Drones were resold."]),
    ("entity_record", {"about": HARBOUR, "start": "2022", "end": "2022"}, ["Drones reached Harbour."]),
    (
        "sanctions",
        {},
        [
            "Paris may list Russia.", "Paris listed Harbour.", "Washington listed Harbour.",
            "Washington let the ship go.", "Paris did not let Harbour go.", "Washington let Harbour go.",
            "Washington listed Harbour again.", "Washington listed Russia.",
        ],
    ),
    ("sanctions", {"about": RU}, ["Paris may list Russia.", "Washington listed Russia."]),
    ("sanctions", {"about": SHIP}, ["Washington let the ship go."]),
    ("sanctions", {"start": "2023-07"}, ["Paris did not let Harbour go.", "Washington listed Harbour again."]),
    # Denied, planned and undated acts begin and end nothing; nor does one that may have come after the day.
    ("sanctions_in_force", {"day": "2020"}, []),
    ("sanctions_in_force", {"day": "2022"}, ["Paris listed Harbour.", "Washington listed Harbour."]),
    ("sanctions_in_force", {"day": "2023-06-29"}, ["Paris listed Harbour.", "Washington listed Harbour."]),
    ("sanctions_in_force", {"day": "2023-06-30"}, ["Paris listed Harbour."]),
    ("sanctions_in_force", {"day": "2024-01-31"}, ["Paris listed Harbour."]),
    ("sanctions_in_force", {"day": "2024-02-01"}, ["Paris listed Harbour.", "Washington listed Harbour again."]),
    ("sanctions_in_force", {"day": "2025", "about": US}, ["Washington listed Harbour again."]),
    ("violations", {}, ["The shells broke it."]),
    ("violations", {"about": R1718}, ["The shells broke it."]),
    ("violations", {"about": RU}, []),
    ("violations", {"end": "2030"}, []),
    ("monitoring", {}, ["The team took over.", "The team watches."]),
    ("monitoring", {"about": R1718}, ["The team watches."]),
    ("monitoring", {"about": PANEL}, ["The team took over."]),
    ("monitoring", {"start": "2024"}, ["The team took over."]),
    ("vetoes", {}, ["Beijing abstained.", "Moscow vetoed."]),
    ("vetoes", {"about": RU}, ["Moscow vetoed."]),
    ("vetoes", {"about": PANEL, "end": "2024-03-27"}, []),
    ("treaties", {}, ["Washington signed.", "Pyongyang left.", "Paris signed.", "Tehran never signed."]),
    ("treaties", {"about": KP}, ["Pyongyang left."]),
    ("treaties", {"about": NPT, "start": "1968-07", "end": "2002"}, ["Washington signed."]),
    (
        "denials",
        {},
        ["Paris did not let Harbour go.", "Harbour was robbed.", "Tehran never signed.", "No missiles left."],
    ),
    ("denials", {"about": HARBOUR}, ["Paris did not let Harbour go.", "Harbour was robbed."]),
    ("denials", {"item": "weapon"}, ["No missiles left."]),
    ("denials", {"start": "2023-06"}, ["Paris did not let Harbour go."]),
    ("denials", {"end": "2022"}, []),
    (
        "timeline",
        {"about": RU},
        [
            "Paris may list Russia.", "Russia once trained China.", "Jets stand in Iran.", "Shells left in May.",
            "Shells left in July.", "Missiles left in November.", "Missiles may have left.", "Oil came back.",
            "Moscow vetoed.", "Troops are there.", "Missiles are promised.",
        ],
    ),
    (
        "timeline",
        {"about": RU, "item": "missile"},
        ["Missiles left in November.", "Missiles may have left.", "Missiles are promised."],
    ),
    ("timeline", {"about": RU, "start": "2024-03", "end": "2024-09"}, ["Moscow vetoed."]),
    ("timeline", {"end": "1999"}, ["Washington signed."]),
    ("changes", {"since": "2024-03-05", "about": FR}, ["Paris listed Harbour.", "Paris did not let Harbour go."]),
    ("changes", {"since": "2024-03-06"}, []),
    (
        "changes",
        {"since": "2024-05-20", "by": "load", "about": FR},
        [
            "Paris may list Russia.", "Paris listed Harbour.", "Paris did not let Harbour go.",
            "Paris seized the ship.", "Paris signed.",
        ],
    ),
    (
        "changes",
        {"since": "2024-05-21", "by": "load", "about": FR},
        ["Paris listed Harbour.", "Paris did not let Harbour go."],
    ),
    (
        "changes",
        {"since": "2023-02", "by": "event", "about": FR},
        ["Paris did not let Harbour go.", "Paris seized the ship.", "Harbour paid Paris."],
    ),
    ("known_on", {"day": "2024-01-11", "about": US}, ["Washington listed Harbour."]),
    ("known_on", {"day": "2024-01-12", "about": US}, ["Washington listed Harbour.", "Washington let Harbour go."]),
    ("known_on", {"day": "2024-01-09"}, []),
    (
        "known_on",
        {"day": "2030", "about": US, "by": "publication"},
        [
            "Washington signed.", "Washington listed Harbour.", "Washington let Harbour go.",
            "Washington listed Harbour again.", "Washington stopped drones.",
        ],
    ),
    ("known_on", {"day": "2024-01-31", "about": US, "by": "load"}, ["Washington listed Harbour."]),
    (
        "known_on",
        {"day": "2024-02-01", "about": US, "by": "load"},
        ["Washington listed Harbour.", "Washington let Harbour go."],
    ),
    (
        "known_on",
        {"day": "2024-05-20", "about": US, "by": "load"},
        [
            "Washington listed Harbour.", "Washington let the ship go.", "Washington let Harbour go.",
            "Washington listed Russia.",
        ],
    ),
)  # fmt: skip

# The claims of three facts, of which a chain names one.
SHELLS, MISSILES = (
    ("Shells left in May.", "Shells left in July."),
    ("Missiles left in November.", "Missiles may have left."),
)
RESOLD = ("Drones were resold.",)

# A question, and its rows in full but for the article's id. Of several claims in brackets a row names the first by id.
ROWS: tuple[tuple[str, dict[str, str], list[tuple[Any, ...]]], ...] = (
    (
        "quantities",
        {"supplier": KP, "end": "2023-06"},
        [
            (
                "supplied", KP, "North Korea", RU, "Russia", "artillery-ammunition", "artillery shell or round", 100.0,
                "min", None, "2023-05", "affirmed", ("United States",), "Bay Courier", "2024-01-10",
                "Shells left in May.", "Shells left in May.",
            )
        ],
    ),
    (
        "seizures",
        {"about": US},
        [
            (
                "seized", US, "United States", None, None, "drone", "unmanned aerial vehicle", None, None, None,
                "2024-05", "planned", (), "Coast Daily", "2024-03-05", "Washington stopped drones.",
                "Washington stopped drones.",
            )
        ],
    ),
    (
        "arms_transfers",
        {"receiver": HARBOUR, "end": "2022"},
        [
            (
                None, None, HARBOUR, "Harbour Trading", "drone", "unmanned aerial vehicle", 3.0, "exact", None, "2022",
                "affirmed", ("United States",), None, None, "Drones reached Harbour.", "Drones reached Harbour.",
            )
        ],
    ),
    (
        "entity_record",
        {"about": FR, "start": "2024"},
        [
            (
                "object", "assisted", HARBOUR, "Harbour Trading", FR, "France", "finance",
                "money or financial services", None, None, None, "2024", "affirmed", (), "Bay Courier", "2024-01-10",
                "Harbour paid Paris.", "Harbour paid Paris.",
            )
        ],
    ),
    (
        "entity_record",
        {"about": IR, "item": "commodity"},
        [
            (
                "subject", "stole", IR, "Iran", HARBOUR, "Harbour Trading", "gold", "gold", None, None, None, None,
                "denied", ("Iran",), "Coast Daily", "2024-03-05", "Harbour was robbed.", "Harbour was robbed.",
            )
        ],
    ),
    (
        "monitoring",
        {"start": "2024"},
        [
            (
                TEAM, "Multilateral Sanctions Monitoring Team", "succeeded", PANEL,
                "Panel of Experts established pursuant to resolution 1874 (2009)", "2024-10", "affirmed", (),
                "Bay Courier", "2024-01-10", "The team took over.", "The team took over.",
            )
        ],
    ),
    (
        "vetoes",
        {"about": CN},
        [
            (
                CN, "China", "abstained", PANEL, "Panel of Experts established pursuant to resolution 1874 (2009)",
                None, "2024-03-28", "affirmed", (), "Bay Courier", "2024-01-10", "Beijing abstained.",
                "Beijing abstained.",
            )
        ],
    ),
    (
        "treaties",
        {"about": IR},
        [
            (
                IR, "Iran", "signed", NPT, "Treaty on the Non-Proliferation of Nuclear Weapons", None, "denied", (),
                None, None, "Tehran never signed.", "Tehran never signed.",
            )
        ],
    ),
    (
        "sanctions",
        {"about": SHIP},
        [
            (
                US, "United States", "delisted", SHIP, "Ost Wind", "2022", "affirmed", (), None, None,
                "Washington let the ship go.", "Washington let the ship go.",
            )
        ],
    ),
    (
        "violations",
        {},
        [
            (
                KP, "North Korea", R1718, "UN Security Council resolution 1718 (2006)", "S/RES/1718 (2006)", None,
                "affirmed", ("Multilateral Sanctions Monitoring Team", "United States"), "Bay Courier", "2024-01-10",
                "The shells broke it.", "The shells broke it.",
            )
        ],
    ),
    (
        "item_flows",
        {"item": "weapon"},
        [
            (
                "supplied", KP, "North Korea", RU, "Russia", "artillery-ammunition", "artillery shell or round", 2,
                0, 0, 0, 2, "2023-05-01", "2023-07-31", ("Shells left in May.", "Shells left in July."),
            ),
            (
                "supplied", KP, "North Korea", RU, "Russia", "ballistic-missile", "ballistic missile", 1, 0, 1, 0,
                1, "2023-11-01", "2023-12-31", ("Missiles left in November.", "Missiles may have left."),
            ),
            (
                "supplied", KP, "North Korea", RU, "Russia", "missile", "missile", 0, 1, 0, 0,
                1, None, None, ("No missiles left.",),
            ),
            (
                "supplied", RU, "Russia", HARBOUR, "Harbour Trading", "drone", "unmanned aerial vehicle", 1, 0, 0, 0,
                1, None, None, ("Drones were resold.",),
            ),
            (
                "supplied", RU, "Russia", IR, "Iran", "missile", "missile", 0, 0, 0, 1,
                1, "2025-01-01", "2025-12-31", ("Missiles are promised.",),
            ),
        ],
    ),
    (
        "single_origin",
        {"about": KP},
        [
            (
                "assisted", HARBOUR, "Harbour Trading", KP, "North Korea", "finance", "money or financial services",
                1, 0, 0, 0, 1, "2024-01-01", "2024-12-31", ("Harbour paid Pyongyang.",),
            ),
            (
                "cooperates_with", RU, "Russia", KP, "North Korea", None, None, 1, 0, 0, 0, 1, None, None,
                ("Pyongyang and Moscow work together.",),
            ),
            (
                "deployed", KP, "North Korea", CN, "China", "workers", "workers", 1, 0, 0, 0, 1, None, None,
                ("Workers are in China.",),
            ),
            (
                "deployed", KP, "North Korea", RU, "Russia", "troops", "troops", 1, 0, 0, 0, 1, "2024-10-01", None,
                ("Troops are there.",),
            ),
            (
                "supplied", KP, "North Korea", RU, "Russia", "ballistic-missile", "ballistic missile", 1, 0, 1, 0,
                1, "2023-11-01", "2023-12-31", ("Missiles left in November.", "Missiles may have left."),
            ),
            (
                "supplied", RU, "Russia", KP, "North Korea", "petroleum", "oil or refined petroleum", 1, 0, 0, 0, 1,
                "2024-02-01", "2024-02-29", ("Oil came back.",),
            ),
            (
                "violated", KP, "North Korea", R1718, "UN Security Council resolution 1718 (2006)", None, None, 1, 0,
                0, 0, 1, None, None, ("The shells broke it.",),
            ),
            (
                "withdrew_from", KP, "North Korea", NPT, "Treaty on the Non-Proliferation of Nuclear Weapons", None,
                None, 1, 0, 0, 0, 1, "2003-01-01", "2003-12-31", ("Pyongyang left.",),
            ),
        ],
    ),
    (
        "supply_chains",
        {"about": KP, "steps": "1"},
        [
            (1, (KP, RU), ("North Korea", "Russia"), ("supplied",), ("artillery-ammunition",), (SHELLS,)),
            (1, (KP, RU), ("North Korea", "Russia"), ("supplied",), ("ballistic-missile",), (MISSILES,)),
        ],
    ),
    (
        "supply_chains",
        {"about": RU},
        [
            (1, (RU, HARBOUR), ("Russia", "Harbour Trading"), ("supplied",), ("drone",), (RESOLD,)),
            (1, (RU, CN), ("Russia", "China"), ("assisted",), ("training",), (("Russia once trained China.",),)),
            (1, (RU, KP), ("Russia", "North Korea"), ("supplied",), ("petroleum",), (("Oil came back.",),)),
            (
                2, (RU, HARBOUR, FR), ("Russia", "Harbour Trading", "France"), ("supplied", "assisted"),
                ("drone", "finance"), (RESOLD, ("Harbour paid Paris.",)),
            ),
            (
                2, (RU, HARBOUR, KP), ("Russia", "Harbour Trading", "North Korea"), ("supplied", "assisted"),
                ("drone", "finance"), (RESOLD, ("Harbour paid Pyongyang.",)),
            ),
        ],
    ),
    # Russia trained China before the shells came, has only promised missiles to Iran, and is not reached a second time.
    (
        "supply_chains",
        {"about": KP, "steps": "3"},
        [
            (1, (KP, RU), ("North Korea", "Russia"), ("supplied",), ("artillery-ammunition",), (SHELLS,)),
            (1, (KP, RU), ("North Korea", "Russia"), ("supplied",), ("ballistic-missile",), (MISSILES,)),
            (
                2, (KP, RU, HARBOUR), ("North Korea", "Russia", "Harbour Trading"), ("supplied", "supplied"),
                ("artillery-ammunition", "drone"), (SHELLS, RESOLD),
            ),
            (
                2, (KP, RU, HARBOUR), ("North Korea", "Russia", "Harbour Trading"), ("supplied", "supplied"),
                ("ballistic-missile", "drone"), (MISSILES, RESOLD),
            ),
            (
                3, (KP, RU, HARBOUR, FR), ("North Korea", "Russia", "Harbour Trading", "France"),
                ("supplied", "supplied", "assisted"), ("artillery-ammunition", "drone", "finance"),
                (SHELLS, RESOLD, ("Harbour paid Paris.",)),
            ),
            (
                3, (KP, RU, HARBOUR, FR), ("North Korea", "Russia", "Harbour Trading", "France"),
                ("supplied", "supplied", "assisted"), ("ballistic-missile", "drone", "finance"),
                (MISSILES, RESOLD, ("Harbour paid Paris.",)),
            ),
        ],
    ),
    (
        "disputes",
        {},
        [
            (
                "supplied", KP, "North Korea", RU, "Russia", "ballistic-missile", "missile", (), ("Russia",),
                ("Bay Courier",), ("Coast Daily",), "2023-11-01", "2023-11-30", ("Missiles left in November.",),
                ("No missiles left.",), ("Missiles left in November.",), ("No missiles left.",),
            )
        ],
    ),
    (
        "neighbours",
        {"about": RU},
        [
            (HARBOUR, "Harbour Trading", "subject", "supplied", 1, 1, 0, "Drones were resold."),
            (
                PANEL, "Panel of Experts established pursuant to resolution 1874 (2009)", "subject", "vetoed", 1, 1, 0,
                "Moscow vetoed.",
            ),
            (CN, "China", "subject", "assisted", 1, 1, 0, "Russia once trained China."),
            (FR, "France", "object", "sanctioned", 1, 0, 0, "Paris may list Russia."),
            (IR, "Iran", "subject", "deployed", 1, 1, 0, "Jets stand in Iran."),
            (IR, "Iran", "subject", "supplied", 1, 0, 0, "Missiles are promised."),
            (KP, "North Korea", "subject", "cooperates_with", 1, 1, 0, "Pyongyang and Moscow work together."),
            (KP, "North Korea", "object", "deployed", 1, 1, 0, "Troops are there."),
            (
                KP, "North Korea", "object", "supplied", 5, 3, 1,
                (
                    "Shells left in May.", "Shells left in July.", "Missiles left in November.",
                    "Missiles may have left.", "No missiles left.",
                ),
            ),
            (KP, "North Korea", "subject", "supplied", 1, 1, 0, "Oil came back."),
            (US, "United States", "object", "sanctioned", 1, 1, 0, "Washington listed Russia."),
        ],
    ),
    (
        "most_connected",
        {},
        [
            (RU, "Russia", 7, 15),
            (KP, "North Korea", 5, 12),
            (HARBOUR, "Harbour Trading", 5, 9),
            (FR, "France", 5, 7),
            (US, "United States", 4, 6),
            (NPT, "Treaty on the Non-Proliferation of Nuclear Weapons", 4, 4),
            (IR, "Iran", 3, 4),
            (TEAM, "Multilateral Sanctions Monitoring Team", 3, 3),
            (PANEL, "Panel of Experts established pursuant to resolution 1874 (2009)", 3, 3),
            (CN, "China", 3, 3),
            (R1718, "UN Security Council resolution 1718 (2006)", 2, 2),
            (SHIP, "Ost Wind", 2, 2),
        ],
    ),
    (
        "communities",
        {},
        [
            (
                5, (TEAM, PANEL, FR, US, NPT),
                (
                    "Multilateral Sanctions Monitoring Team",
                    "Panel of Experts established pursuant to resolution 1874 (2009)", "France", "United States",
                    "Treaty on the Non-Proliferation of Nuclear Weapons",
                ),
            ),
            (2, (KP, RU), ("North Korea", "Russia")),
        ],
    ),
    (
        "unknown_names",
        {},
        [
            (
                HARBOUR, "Harbour Trading", "Organisation", 11, 4,
                (
                    "Drones reached Harbour.", "Drones were resold.", "Harbour paid Pyongyang.", "Harbour paid Paris.",
                    "Harbour was robbed.", "Washington listed Harbour.", "Washington let Harbour go.",
                    "Washington listed Harbour again.", "Paris listed Harbour.", "Paris did not let Harbour go.",
                    "Jets stand in Iran.",
                ),
            ),
            (SHIP, "Ost Wind", "Vessel", 2, 1, ("Paris seized the ship.", "Washington let the ship go.")),
        ],
    ),
    (
        "sources",
        {},
        [
            (
                US, "United States", KP, "North Korea", 3, 3, 0, 0, 0,
                ("Shells left in May.", "Coins were stolen.", "The shells broke it."),
            ),
            (HARBOUR, "Harbour Trading", RU, "Russia", 1, 1, 0, 0, 0, "Jets stand in Iran."),
            (
                TEAM, "Multilateral Sanctions Monitoring Team", KP, "North Korea", 1, 1, 0, 0, 0,
                "The shells broke it.",
            ),
            (IR, "Iran", IR, "Iran", 1, 0, 1, 0, 0, "Harbour was robbed."),
            (IR, "Iran", KP, "North Korea", 1, 0, 0, 1, 0, "Missiles may have left."),
            (RU, "Russia", KP, "North Korea", 1, 0, 1, 0, 0, "No missiles left."),
            (US, "United States", US, "United States", 1, 1, 0, 0, 0, "Washington listed Harbour."),
        ],
    ),
    (
        "sources",
        {"about": RU},
        [
            (HARBOUR, "Harbour Trading", RU, "Russia", 1, 1, 0, 0, 0, "Jets stand in Iran."),
            (RU, "Russia", KP, "North Korea", 1, 0, 1, 0, 0, "No missiles left."),
        ],
    ),
)  # fmt: skip


STORE = MemoryStore.of(SMALL)


def asked(question: str, parameters: dict[str, str]) -> str:
    return " ".join([question, *(f"{name}={value}" for name, value in parameters.items())])


every_list = pytest.mark.parametrize(
    ("question", "parameters", "sentences"), SENTENCES, ids=[asked(*case[:2]) for case in SENTENCES]
)
every_table = pytest.mark.parametrize(("question", "parameters", "rows"), ROWS, ids=[asked(*case[:2]) for case in ROWS])


@cache
def rdf() -> RdfGraph:
    return RdfGraph.of(STORE)


def sentences_of(store: Store | AnswersSparql, question: str, parameters: dict[str, str]) -> list[str]:
    return [row.sentence for row in answer(store, question, **parameters) if hasattr(row, "sentence")]


def rows_of(store: Store | AnswersSparql, question: str, parameters: dict[str, str]) -> list[tuple[Any, ...]]:
    """Return rows as tuples, without the article's id."""
    names = [field.name for field in fields(QUESTIONS[question].row)]
    found = [dict(zip(names, astuple(row), strict=True)) for row in answer(store, question, **parameters)]
    return [tuple(value for name, value in row.items() if name != "article") for row in found]


def written(question: str, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return expected rows with ids for the sentences that stand for claims."""
    names = [field.name for field in fields(QUESTIONS[question].row) if field.name != "article"]
    return [tuple(_written(name, value) for name, value in zip(names, row, strict=True)) for row in rows]


def _written(name: str, value: Any) -> Any:
    if name == "claim":
        return _first(value)
    if name in ("claims", "affirmed_claims", "denied_claims") and isinstance(value, tuple):
        are_steps = not isinstance(value[0], str)
        return tuple(map(_first, value)) if are_steps else tuple(sorted(map(_first, value)))
    return value


def _first(sentences: str | tuple[str, ...]) -> str:
    return IDS[sentences] if isinstance(sentences, str) else min(IDS[sentence] for sentence in sentences)


def test_every_question_has_rows_written_out() -> None:
    assert {case[0] for case in SENTENCES} | {case[0] for case in ROWS} == set(QUESTIONS)


@every_list
def test_a_question_gives_these_claims_in_this_order(
    question: str, parameters: dict[str, str], sentences: list[str]
) -> None:
    assert sentences_of(STORE, question, parameters) == sentences
    assert sentences_of(rdf(), question, parameters) == sentences


@every_table
def test_a_question_gives_these_rows(question: str, parameters: dict[str, str], rows: list[tuple[Any, ...]]) -> None:
    assert rows_of(STORE, question, parameters) == written(question, rows)
    assert rows_of(rdf(), question, parameters) == written(question, rows)


def test_a_row_of_a_claim_bears_the_id_of_its_article() -> None:
    articles = {claim.id: claim.article for claim in STORE.claims()}
    for question, parameters, _ in SENTENCES:
        for row in answer(STORE, question, **parameters):
            assert getattr(row, "article") == articles[getattr(row, "claim")]  # noqa: B009 - of a union of rows


@pytest.mark.neo4j
def test_neo4j_gives_the_same_that_is_written_here(neo4j_store: Store) -> None:
    neo4j_store.push(SMALL)
    for question, parameters, sentences in SENTENCES:
        assert sentences_of(neo4j_store, question, parameters) == sentences, asked(question, parameters)
    for question, parameters, rows in ROWS:
        assert rows_of(neo4j_store, question, parameters) == written(question, rows), asked(question, parameters)
