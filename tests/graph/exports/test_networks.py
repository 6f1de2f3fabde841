from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from graph.exports import EXPORTS
from graph.exports.network import Look, Looks, network
from graph.selection import Selected
from tests.graph.builders import gather_facts, make_article, make_claim, make_entity
from tests.graph.exports.made import NOTHING, hostile, made

READERS: dict[str, Callable[[io.BytesIO], Any]] = {
    "graphml": lambda file: nx.read_graphml(file, force_multigraph=True),
    "gexf": nx.read_gexf,
    "node-link": lambda file: nx.node_link_graph(json.load(file), edges="edges"),
}
LOOKS = Looks({"state:KP": Look("#0072B2", 11, (30, -40)), "state:RU": Look("#ffffff", 7)}, {"transfers": "#B5381C"})


def of(*changes: dict[str, Any]) -> Selected:
    article = make_article(publisher="The Daily", published="2024-11-02")
    claims = [make_claim(article, **change) for change in changes]
    named = {name for claim in claims for name in (claim.subject, claim.object) if name}
    return Selected(
        tuple(make_entity(name) for name in sorted(named)),
        (article,),
        tuple(claims),
        tuple(gather_facts(claims, [article])),
    )


def opened(name: str, selected: Selected) -> Any:
    return READERS[name](io.BytesIO("".join(EXPORTS[name].lines(selected)).encode("utf-8")))


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("selected", [made(), hostile()], ids=["made", "hostile"])
def test_networkx_opens_it_with_every_node_and_fact(name: str, selected: Selected) -> None:
    nodes, lines = network(selected)
    graph = opened(name, selected)
    assert set(graph) == {node.id for node in nodes}
    assert graph.number_of_edges() == len(lines) == len(selected.facts)


@pytest.mark.parametrize("name", READERS)
def test_an_empty_network_opens_too(name: str) -> None:
    assert len(opened(name, NOTHING)) == 0


@pytest.mark.parametrize("name", READERS)
def test_facts_between_the_same_two_stay_apart(name: str) -> None:
    graph = opened(name, of({"item": "missile"}, {"item": "drone"}, {"relation": "assisted", "item": "training"}))
    assert graph.number_of_edges("state:KP", "state:RU") == 3


def test_gephi_gets_a_kind_for_each_of_them_so_that_it_merges_none() -> None:
    text = "".join(EXPORTS["gexf"].lines(of({"item": "missile"}, {"item": "drone"})))
    assert sorted(re.findall(r' kind="(.*?)"', text)) == ["supplied drone", "supplied missile"]


@pytest.mark.parametrize("status", ["denied", "unconfirmed", "planned"])
def test_a_fact_that_nobody_affirms_says_so_in_its_label(status: str) -> None:
    (line,) = network(of({"status": status}))[1]
    assert line.label == f"supplied ({status})"
    assert line.attributes["status"] == status


def test_a_disputed_fact_is_marked_and_carries_its_words_and_source() -> None:
    (line,) = network(of({}, {"status": "denied"}))[1]
    assert line.attributes["status"] == "disputed"
    assert line.attributes["words"] == "North Korea sent shells to Russia. [The Daily, 2024-11-02]"
    assert line.weight == 2


def test_nobody_named_is_a_node_of_its_own_for_each_fact() -> None:
    nodes, lines = network(of({"subject": None}, {"subject": None, "item": "drone"}))
    unnamed = [node for node in nodes if node.attributes["kind"] == "Unnamed"]
    assert {node.id for node in unnamed} == {line.source for line in lines}
    assert len(unnamed) == 2


def test_without_an_object_the_line_leads_to_the_item() -> None:
    nodes, (line,) = network(of({"relation": "tested", "object": None, "item": "drone"}))
    assert line.target == "item:drone"
    assert {node.id: node.attributes["kind"] for node in nodes}["item:drone"] == "WeaponType"


def test_what_is_unknown_is_left_out_rather_than_written_as_none() -> None:
    for name in READERS:
        assert "None" not in "".join(EXPORTS[name].lines(of({})))


def test_a_dated_fact_has_its_days_on_the_time_line_and_the_file_no_day_of_writing() -> None:
    text = "".join(EXPORTS["gexf"].lines(of({"when": "2024-10"})))
    assert 'start="2024-10-01" end="2024-10-31"' in text
    assert "lastmodified" not in text
    assert ElementTree.fromstring(text).tag == "{http://gexf.net/1.3}gexf"


def test_gexf_and_graphml_have_the_places_sizes_and_colours_of_the_map_with_y_upwards() -> None:
    def drawn(name: str) -> Any:
        text = "".join(EXPORTS[name].lines(of({}), LOOKS))
        return READERS[name](io.BytesIO(text.encode("utf-8")))

    viz = drawn("gexf").nodes["state:KP"]["viz"]
    assert viz == {
        "color": {"r": 0, "g": 0x72, "b": 0xB2, "a": 1.0}, "size": 11.0, "position": {"x": 30.0, "y": 40.0, "z": 0.0},
    }  # fmt: skip
    graphml = drawn("graphml")
    north, russia = graphml.nodes["state:KP"], graphml.nodes["state:RU"]
    assert [north[key] for key in ("x", "y", "size", "r", "g", "b")] == [30.0, 40.0, 11.0, 0, 0x72, 0xB2]
    assert "x" not in russia
    (line,) = (data for _, _, data in graphml.edges(data=True))
    assert (line["r"], line["g"], line["b"]) == (0xB5, 0x38, 0x1C)


@pytest.mark.parametrize("selected", [made(), hostile()], ids=["made", "hostile"])
def test_the_two_tables_hold_every_node_and_every_fact_under_the_names_gephi_knows(
    selected: Selected, tmp_path: Path
) -> None:
    EXPORTS["network-csv"].write(selected, tmp_path / "net")
    nodes, facts = network(selected)
    csv.field_size_limit(2**24)
    with (tmp_path / "net" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (tmp_path / "net" / "edges.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    assert [row["Id"] for row in rows] == [node.id for node in nodes]
    assert [(row["Source"], row["Target"], row["Id"]) for row in edges] == [(f.source, f.target, f.id) for f in facts]
    assert {row["Type"] for row in edges} == {"Directed"}
    assert len({(row["Source"], row["Target"], row["Kind"]) for row in edges}) == len(edges)  # Gephi merges the others
    known = {*rows[0], *edges[0], "label"}
    described = [node.attributes for node in nodes] + [fact.attributes for fact in facts]
    assert {name for attributes in described for name in attributes} <= known


@pytest.mark.parametrize("name", READERS)
def test_names_that_are_words_of_a_format_are_names(name: str) -> None:
    reserved = [
        "true",
        "NULL",
        "nan",
        "None",
        "id",
        "label",
        "constructor",
        "__proto__",
        "node",
        "0",
        "]]>",
        "a\rb\u2028c\x85d",
    ]
    entities = tuple(make_entity(f"org:made-{number}", name=word) for number, word in enumerate(reserved))
    graph = opened(name, replace(of({}), entities=entities, claims=(), facts=()))
    assert [graph.nodes[entity.id]["label"] for entity in entities] == reserved
