from __future__ import annotations

import io
from pathlib import Path

import networkx as nx
from typer.testing import CliRunner

from graph.exports.network import network
from graph.ledger import Ledger
from sanctionsgraph.cli.app import app
from sanctionsgraph.maps import Map
from sanctionsgraph.maps.appearance import looks_of
from sanctionsgraph.maps.looks import group_looks, kind_looks
from tests.graph.exports.made import NOTHING, hostile, made
from tests.queries.made_ledger import MADE


def test_nodes_stand_where_the_map_has_them_and_the_others_below_apart_from_each_other() -> None:
    looks, drawing = looks_of(made()), Map(made(), "")
    on_map = {node: (standing.x, standing.y) for node, standing in drawing.standings.items()}
    assert {node: looks.nodes[node].place for node in on_map} == on_map
    below = [look.place for node, look in looks.nodes.items() if node not in on_map]
    assert len(below) == len(set(below)) > 0
    lowest = max(y for _, y in on_map.values())
    assert all(place and place[1] > lowest for place in below)


def test_colours_are_those_of_the_map_by_kind_and_group() -> None:
    looks = looks_of(made())
    assert looks.nodes["state:KP"].colour == kind_looks()["State"].colour
    assert looks.nodes["item:attack-drone"].colour == kind_looks()["Weapon"].colour
    assert looks.groups["votes"] == group_looks()["votes"].colour


def test_every_node_has_a_look_whatever_it_is_called() -> None:
    for selected in (made(), hostile(), NOTHING):
        assert looks_of(selected).nodes.keys() == {node.id for node in network(selected)[0]}


def test_a_network_too_large_to_lay_out_has_colours_alone() -> None:
    looks = looks_of(made(), most=10)
    assert {look.place for look in looks.nodes.values()} == {None}
    assert looks.nodes["state:KP"].colour == kind_looks()["State"].colour


def test_the_command_writes_them(tmp_path: Path) -> None:
    with Ledger(tmp_path / "made.db") as ledger:
        for reading in MADE.readings():
            ledger.add(reading)
    arguments = ["export", "gexf", "-o", "-", "--ledger", str(tmp_path / "made.db")]
    result = CliRunner().invoke(app, arguments)
    graph = nx.read_gexf(io.BytesIO(result.stdout_bytes))
    standing = Map(made(), "").standings["state:KP"]
    assert graph.nodes["state:KP"]["viz"]["position"] == {"x": standing.x, "y": -standing.y, "z": 0.0}
