from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings

from sanctionsgraph.maps.communities import between, communities_of
from sanctionsgraph.maps.lines import Drawn, Line
from tests.sanctionsgraph.maps.test_layout import Graph, graphs

ONE, OTHER = [f"state:A{number}" for number in range(5)], [f"state:B{number}" for number in range(4)]
NAMES = {node: node.removeprefix("state:") for node in [*ONE, *OTHER, "state:C"]}


def drawn_of(nodes: list[str], pairs: list[tuple[str, str]]) -> Drawn:
    ends = sorted(set(pairs))
    lines = tuple(Line(source, target, "votes", (number,)) for number, (source, target) in enumerate(ends))
    return Drawn(tuple(sorted(nodes)), lines, {})


def two_cliques() -> Drawn:
    pairs = [*combinations(ONE, 2), *combinations(OTHER, 2), (OTHER[0], ONE[0])]
    return drawn_of([*ONE, *OTHER, "state:C"], pairs)


def test_who_has_much_to_do_with_one_another_is_a_community_and_the_loose_are_one_too() -> None:
    communities = communities_of(two_cliques())
    assert [set(community.members) for community in communities] == [set(ONE), set(OTHER), {"state:C"}]
    assert [community.members[0] for community in communities[:2]] == [ONE[0], OTHER[0]]
    assert [community.is_loose for community in communities] == [False, False, True]


def test_a_community_is_named_after_its_most_connected_members() -> None:
    names = [community.as_entity(NAMES) for community in communities_of(two_cliques())]
    assert [name.name for name in names] == [
        "A0, A1, A2 and 2 others",
        "B0, B1, B2 and 1 other",
        "Without a line to others",
    ]
    assert names[0].aliases == ("A0 and 4 others",)


def test_between_communities_there_is_what_their_members_do_to_members_of_others() -> None:
    drawn = two_cliques()
    whole = between(drawn, communities_of(drawn))
    assert whole.nodes == ("community:1", "community:2", "community:3")
    assert [(line.source, line.target, line.group) for line in whole.lines] == [("community:2", "community:1", "votes")]


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_every_node_is_in_one_community_the_same_every_time_and_no_line_between_is_lost(graph: Graph) -> None:
    nodes, pairs = graph
    drawn = drawn_of(nodes, pairs)
    communities = communities_of(drawn)
    members = [member for community in communities for member in community.members]
    assert sorted(members) == list(drawn.nodes)
    assert communities == communities_of(drawn_of(list(reversed(nodes)), list(reversed(pairs))))
    home = {member: community.id for community in communities for member in community.members}
    crossing = {fact for line in drawn.lines if home[line.source] != home[line.target] for fact in line.facts}
    assert {fact for line in between(drawn, communities).lines for fact in line.facts} == crossing
