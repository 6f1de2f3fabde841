from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from graph.exports import EXPORTS
from graph.exports.network import network
from graph.selection import Selected
from tests.graph.builders import gather_facts, make_article, make_claim, make_entity
from tests.graph.exports.made import NOTHING, hostile, made

READERS: dict[str, Callable[[io.BytesIO], Any]] = {
    "graphml": lambda file: nx.read_graphml(file, force_multigraph=True),
    "gexf": nx.read_gexf,
}


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
