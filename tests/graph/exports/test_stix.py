from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import stix2

from graph.exports import EXPORTS
from graph.exports.stix_objects import EXTENSION, stix_id
from graph.selection import Selected
from tests.graph.builders import gather_facts, make_article, make_claim, make_entity
from tests.graph.exports.made import NOTHING, hostile, made

ARTICLE = make_article(publisher="The Daily", published="2024-11-02", url="https://daily.example/a b")


def objects_of(selected: Selected) -> list[dict[str, Any]]:
    objects: list[dict[str, Any]] = json.loads("".join(EXPORTS["stix"].lines(selected)))["objects"]
    return objects


def of(*changes: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return the objects for a few claims by type, all but the program's own."""
    claims = [make_claim(ARTICLE, **change) for change in changes]
    named = {name for claim in claims for name in (claim.subject, claim.object, *claim.asserted_by) if name}
    entities = tuple(make_entity(name) for name in sorted(named))
    selected = Selected(entities, (ARTICLE,), tuple(claims), tuple(gather_facts(claims, [ARTICLE])))
    found: dict[str, list[dict[str, Any]]] = {}
    for made_ in objects_of(selected)[2:]:
        found.setdefault(made_["type"], []).append(made_)
    return found


def refs_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name.endswith(("_ref", "_refs")):
                yield from [inner] if isinstance(inner, str) else inner
            else:
                yield from refs_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from refs_in(inner)


@pytest.mark.parametrize("selected", [made(), hostile(), NOTHING], ids=["made", "hostile", "nothing"])
def test_stix2_takes_the_bundle_without_allowing_anything_of_its_own(selected: Selected) -> None:
    bundle = stix2.parse("".join(EXPORTS["stix"].lines(selected)), allow_custom=False)
    counts = Counter(each.type for each in bundle.objects)
    assert counts["note"] == len(selected.claims)
    quoted = {claim.article for claim in selected.claims}
    assert counts["report"] + counts["grouping"] == len(quoted)
    assert counts["extension-definition"] == 1


@pytest.mark.parametrize("selected", [made(), hostile()], ids=["made", "hostile"])
def test_every_reference_leads_to_an_object_of_the_bundle_that_stands_there_once(selected: Selected) -> None:
    objects = objects_of(selected)
    ids = [each["id"] for each in objects]
    assert len(set(ids)) == len(ids)
    assert set(refs_in(objects)) <= set(ids)


def test_every_property_of_the_extension_is_defined() -> None:
    objects = objects_of(made())
    (definition,) = (each for each in objects if each["type"] == "extension-definition")
    defined = json.loads(definition["schema"])["properties"].keys()
    used = {name for each in objects for name in each.get("extensions", {}).get(EXTENSION, {})}
    assert used - {"extension_type"} <= defined


def test_an_affirmed_claim_is_a_relationship_with_its_words_and_source() -> None:
    found = of({"when": "2024-10", "asserted_by": ("state:KR",)})
    (relationship,), (note,) = found["relationship"], found["note"]
    ends = [stix_id("location", state) for state in ("state:KP", "state:RU")]
    assert [relationship["source_ref"], relationship["target_ref"]] == ends
    words = "Affirmed by South Korea: North Korea supplied Russia: artillery shell or round"
    assert (relationship["description"], note["abstract"]) == (words, words)
    assert note["content"] == "North Korea sent shells to Russia."
    assert relationship["id"] in note["object_refs"]
    (source,) = relationship["external_references"]
    assert (source["source_name"], source["url"]) == ("The Daily", "https://daily.example/a%20b")
    assert "start_time" not in relationship
    told = relationship["extensions"][EXTENSION]
    assert (told["when"], told["earliest"], told["latest"]) == ("2024-10", "2024-10-01", "2024-10-31")


@pytest.mark.parametrize("status", ["denied", "unconfirmed", "planned"])
def test_what_nobody_affirms_is_a_note_and_no_relationship(status: str) -> None:
    found = of({"status": status, "asserted_by": ("state:RU",)})
    assert "relationship" not in found
    assert found["note"][0]["abstract"].startswith(f"{status.title()} by Russia: North Korea supplied Russia")
    assert found["note"][0]["labels"] == [status]


def test_a_denial_is_an_opinion_on_the_relationships_that_it_speaks_against() -> None:
    found = of({"item": "missile"}, {"item": "weapon", "status": "denied", "asserted_by": ("state:RU",)})
    (opinion,) = found["opinion"]
    assert (opinion["opinion"], opinion["authors"]) == ("strongly-disagree", ["Russia"])
    assert opinion["object_refs"] == [found["relationship"][0]["id"]]
    assert opinion["id"] in found["report"][0]["object_refs"]
    (milder,) = of({"item": "weapon"}, {"item": "missile", "status": "denied"})["opinion"]
    assert milder["opinion"] == "disagree"


@pytest.mark.parametrize(
    ("when", "start", "stop"),
    [
        ("2024-10-05", "2024-10-05", "2024-10-06"),
        ("2024-10-05/2024-12-31", "2024-10-05", "2025-01-01"),
        ("2024-10-05/..", "2024-10-05", None),
        ("2024", None, None),
        ("9999-12-31", "9999-12-31", None),
    ],
)
def test_a_relationship_starts_and_stops_on_days_that_the_claim_names(
    when: str, start: str | None, stop: str | None
) -> None:
    (relationship,) = of({"when": when})["relationship"]
    midnight = [day and f"{day}T00:00:00.000Z" for day in (start, stop)]
    assert [relationship.get("start_time"), relationship.get("stop_time")] == midnight


def test_without_an_object_the_relationship_leads_to_the_item() -> None:
    found = of({"relation": "tested", "object": None, "item": "missile"})
    (missile,) = found["identity"]
    assert (missile["name"], missile["identity_class"]) == ("missile", "unknown")
    assert found["relationship"][0]["target_ref"] == missile["id"]


def test_ids_are_the_same_in_every_bundle() -> None:
    assert stix_id("location", "state:KP") == "location--44dc4c57-f3e6-5967-83a7-68e276ffb1c4"
    whole, part = objects_of(made()), of({})["location"]
    assert {each["id"] for each in part} < {each["id"] for each in whole}


def test_a_thing_is_as_new_as_the_last_article_on_it_and_as_the_last_load_where_that_is_told() -> None:
    def modified(loaded: str | None) -> str:
        selected = made()
        articles = tuple(replace(article, loaded=loaded) for article in selected.articles)
        found = {each["id"]: each for each in objects_of(replace(selected, articles=articles))}
        return str(found[stix_id("location", "state:KP")]["modified"])

    assert modified(None) == "2025-05-29T00:00:00.000Z"
    assert modified("2026-01-02T03:04:05.678901+01:00") == "2026-01-02T02:04:05.678Z"


def test_an_article_without_a_day_is_a_grouping() -> None:
    undated = tuple(replace(article, published="2024") for article in made().articles)
    types = Counter(each["type"] for each in objects_of(replace(made(), articles=undated)))
    assert (types["report"], types["grouping"]) == (0, len(undated))
