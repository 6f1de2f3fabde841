from __future__ import annotations

from graph.model import Claim
from sanctionsgraph.maps.lines import draw_lines, keep_most_connected
from tests.graph.builders import gather_facts, make_article, make_claim

ARTICLE = make_article()


def drawn_ends(*claims: Claim, **options: object) -> list[tuple[str, str, str]]:
    drawn = draw_lines(gather_facts(claims, [ARTICLE]), **options)  # type: ignore[arg-type]
    return [(line.source, line.target, line.group) for line in drawn.lines]


def test_facts_of_one_pair_and_group_share_a_line() -> None:
    shells, help_, troops = (
        make_claim(ARTICLE),
        make_claim(ARTICLE, relation="assisted", item="training"),
        make_claim(ARTICLE, relation="deployed", item="troops"),
    )
    assert drawn_ends(shells, help_, troops) == [
        ("state:KP", "state:RU", "force"),
        ("state:KP", "state:RU", "transfers"),
    ]


def test_what_is_tested_or_made_is_a_node() -> None:
    assert drawn_ends(make_claim(ARTICLE, relation="tested", object=None, item="ballistic-missile")) == [
        ("state:KP", "item:ballistic-missile", "arms")
    ]


def test_a_fact_without_a_subject_is_listed_with_its_object_and_drawn_as_no_line() -> None:
    drawn = draw_lines(gather_facts([make_claim(ARTICLE, subject=None)], [ARTICLE]))
    assert (drawn.nodes, drawn.lines, drawn.loose) == (("state:RU",), (), {"state:RU": (0,)})


def test_through_the_lens_of_weapons_the_item_stands_between_giver_and_receiver() -> None:
    assert drawn_ends(make_claim(ARTICLE), make_claim(ARTICLE, item=None), lens="weapons") == [
        ("item:artillery-ammunition", "state:RU", "transfers"),
        ("state:KP", "item:artillery-ammunition", "transfers"),
        ("state:KP", "state:RU", "transfers"),
    ]


def test_the_most_connected_nodes_stay_and_those_asked_about_in_any_case() -> None:
    pairs = [("KP", "RU"), ("KP", "IR"), ("KP", "SY"), ("RU", "IR"), ("MM", "BY")]
    claims = [make_claim(ARTICLE, subject=f"state:{one}", object=f"state:{other}") for one, other in pairs]
    drawn = draw_lines(gather_facts(claims, [ARTICLE]))
    kept = keep_most_connected(drawn, 3)
    assert (kept.nodes, len(kept.lines)) == (("state:IR", "state:KP", "state:RU"), 3)
    assert kept.left_out == {"state:BY": 1, "state:MM": 1, "state:SY": 1}
    assert "state:MM" in keep_most_connected(drawn, 3, about=["state:MM"]).nodes
    assert keep_most_connected(drawn, 6) is drawn
