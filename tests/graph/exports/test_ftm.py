from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph import reference
from graph.exports import EXPORTS
from graph.exports.denials import denials
from graph.exports.ftm_links import ftm_id
from graph.selection import Selected
from tests.conftest import skip_or_fail
from tests.graph.builders import gather_facts, make_article, make_claim, make_entity
from tests.graph.exports.made import NOTHING, hostile, made

CHECK = Path(__file__).with_name("followthemoney_check.py")
PYTHON = Path(__file__).parents[3] / ".venv" / "followthemoney" / "bin" / "python"
DEEDS = {"UnknownLink", "Sanction", "Membership", "Succession", "Event"}


def text_of(selected: Selected) -> str:
    return "".join(EXPORTS["ftm"].lines(selected))


def entities_of(selected: Selected) -> dict[str, dict[str, Any]]:
    return {entity["id"]: entity for entity in map(json.loads, text_of(selected).splitlines())}


def of(**change: Any) -> dict[str, Any]:
    """Return what one claim becomes."""
    article = make_article(publisher="The Daily", published="2024-11-02", url="https://daily.example/a b")
    claim = make_claim(article, **change)
    named = {name for name in (claim.subject, claim.object, *claim.asserted_by) if name}
    entities = tuple(make_entity(name) for name in sorted(named))
    facts = gather_facts([claim], [article])
    return entities_of(Selected(entities, (article,), (claim,), tuple(facts)))[ftm_id(claim.id)]


def everyone() -> Selected:
    """Return all of the reference data, since codes and identifiers have rules of their own."""
    entities = (record.entity for record in reference.records().values())
    return Selected(tuple(sorted(entities, key=lambda entity: entity.id)), (), (), ())


SELECTED = {"made": made, "hostile": hostile, "nothing": lambda: NOTHING, "everyone": everyone}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return, by selection, what the package says of it; it takes seconds to start, so it is asked once."""
    if not PYTHON.exists():
        skip_or_fail(
            "followthemoney is not installed: `make followthemoney`, which needs libicu-dev and a C++ compiler"
        )
    folder = tmp_path_factory.mktemp("ftm")
    for name, selected in SELECTED.items():
        (folder / name).write_text(text_of(selected()), encoding="utf-8", newline="")
    done = subprocess.run([PYTHON, CHECK, *SELECTED], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", SELECTED)
def test_the_followthemoney_package_takes_every_value_as_it_stands(name: str, seen: dict[str, Any]) -> None:
    selected, counts = SELECTED[name](), seen[name]["schemata"]
    assert seen[name]["problems"] == []
    assert sum(counts.values()) == sum(map(len, (selected.entities, selected.articles, selected.claims)))
    assert counts.get("Note", 0) == sum(claim.status != "affirmed" for claim in selected.claims)


def test_a_supply_is_a_link_with_its_words_source_and_date() -> None:
    link = of(when="2024-10", asserted_by=("state:KR",))
    assert link["schema"] == "UnknownLink"
    assert link["properties"] | {"recordId": []} == {
        "subject": ["state.KP"],
        "object": ["state.RU"],
        "role": ["supplied: artillery shell or round"],
        "summary": ["North Korea sent shells to Russia."],
        "description": ["Affirmed by South Korea; item: artillery shell or round; when (EDTF): 2024-10."],
        "recordId": [],
        "status": ["affirmed by South Korea"],
        "date": ["2024-10"],
        "proof": [ftm_id(make_article().id)],
        "publisher": ["The Daily"],
        "sourceUrl": ["https://daily.example/a%20b"],
    }


@pytest.mark.parametrize("status", ["denied", "unconfirmed", "planned"])
def test_what_nobody_affirms_is_a_note_on_all_whom_it_names_and_no_deed(status: str) -> None:
    note = of(status=status, asserted_by=("state:IR",))
    assert note["schema"] == "Note"
    assert note["properties"]["entity"] == ["state.KP", "state.RU", "state.IR"]
    words = f"{status.title()} by Iran: North Korea supplied Russia: artillery shell or round"
    assert note["properties"]["name"] == [words]


def test_no_denial_of_the_made_up_ledger_is_among_the_deeds() -> None:
    found = entities_of(made())
    for claim in made().claims:
        assert (found[ftm_id(claim.id)]["schema"] in DEEDS) == (claim.status == "affirmed")


def test_a_deed_that_others_deny_says_so() -> None:
    found = entities_of(made())
    disputed = {claim.id for rivals in denials(made().claims).values() for claim in rivals}
    assert disputed
    for claim in made().claims:
        if claim.status == "affirmed":
            properties = found[ftm_id(claim.id)]["properties"]
            assert ("other claims deny it" in properties["description"][0]) == (claim.id in disputed)
            if "status" in properties:  # an Event has none
                assert properties["status"][0].endswith("; disputed") == (claim.id in disputed)


@pytest.mark.parametrize(
    ("relation", "subject", "target", "schema"),
    [
        ("sanctioned", "state:US", "org:harbour-trading", "Sanction"),
        ("sanctioned", None, "vessel:ost-wind", "Sanction"),
        ("delisted", "state:US", "vessel:ost-wind", "UnknownLink"),
        ("member_of", "state:US", "org:msmt", "Membership"),
        ("member_of", "state:US", "treaty:pact", "UnknownLink"),
        ("succeeded", "org:msmt", "org:panel", "Succession"),
        ("tested", "state:KP", None, "Event"),
        ("supplied", None, "state:RU", "Event"),
        ("attacked", "state:RU", "place:kharkiv", "UnknownLink"),
    ],
)
def test_a_relation_becomes_the_schema_that_fits_whom_it_joins(
    relation: str, subject: str | None, target: str | None, schema: str
) -> None:
    assert of(relation=relation, subject=subject, object=target)["schema"] == schema


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        ("2024-10-05", {"date": ["2024-10-05"]}),
        ("2024-10/..", {"startDate": ["2024-10"]}),
        ("2009/2024", {"startDate": ["2009"], "endDate": ["2024"]}),
        ("2024-21", {}),
        ("202X", {}),
        ("2016~", {}),
        ("XXXX-04", {}),
        (None, {}),
    ],
)
def test_a_date_says_no_more_than_the_words_do(when: str | None, dates: dict[str, list[str]]) -> None:
    properties = of(when=when)["properties"]
    assert {name: properties[name] for name in ("date", "startDate", "endDate") if name in properties} == dates


def test_ids_that_differ_stay_different() -> None:
    ids = ["org:a-b", "org:a.b", "org:a:b", "org-a:b", "org:a-", "org:", "person:=1"]
    assert len({ftm_id(each) for each in ids}) == len(ids)
    assert ftm_id("state:KP") == "state.KP"


def test_a_text_longer_than_readers_take_is_cut_and_an_address_left_out() -> None:
    long = tuple(
        replace(article, title="t" * 2000, url="https://x.example/" + "a" * 5000) for article in made().articles
    )
    article = entities_of(replace(made(), articles=long))[ftm_id(long[0].id)]
    assert article["properties"]["title"] == ["t" * 1023 + "…"]
    assert "sourceUrl" not in article["properties"]
