from __future__ import annotations

import re

import pytest

from graph.errors import ReferenceDataError
from graph.ontology import Relation, broader_items, is_weapon, items, kinds, narrower_items, relations

OPTIONALITY = {"required", "optional", "none"}


def test_all_23_relations_of_the_guidelines_are_there() -> None:
    assert sorted(relations()) == [
        "abstained", "assisted", "attacked", "cooperates_with", "delisted", "deployed", "dissolved", "established",
        "member_of", "monitors", "produced", "sanctioned", "seized", "signed", "stole", "succeeded", "supplied",
        "tested", "vetoed", "violated", "voted_against", "voted_for", "withdrew_from",
    ]  # fmt: skip


@pytest.mark.parametrize("relation", relations().values(), ids=lambda relation: relation.name)
def test_a_relation_speaks_of_known_kinds_and_says_what_it_takes(relation: Relation) -> None:
    assert {*relation.domain, *relation.range} <= kinds().keys()
    assert {relation.object, relation.item} <= OPTIONALITY
    assert not (relation.object == "none" and relation.range)
    assert re.fullmatch("[a-z]+(_[a-z]+)*", relation.name)
    assert relation.cypher == relation.name.upper()
    assert re.fullmatch("[a-z][A-Za-z]*", relation.rdf)


def test_no_two_relations_or_kinds_share_a_term_in_rdf() -> None:
    terms = [relation.rdf for relation in relations().values()] + [kind.rdf for kind in kinds().values()]
    assert len(set(terms)) == len(terms)


def test_every_item_leads_up_to_one_without_a_broader_one() -> None:
    for slug, item in items().items():
        assert items()[broader_items(slug)[-1]].broader is None
        assert item.id == f"item:{slug}"
        assert slug in narrower_items(slug)


def test_a_ballistic_missile_is_a_weapon_and_petroleum_is_none() -> None:
    assert broader_items("ballistic-missile")[:2] == ("ballistic-missile", "missile")
    assert is_weapon("ballistic-missile")
    assert not is_weapon("petroleum")
    assert "ballistic-missile" in narrower_items("missile")
    assert "missile" not in narrower_items("ballistic-missile")


def test_an_item_that_is_not_there_is_named_in_the_error() -> None:
    with pytest.raises(ReferenceDataError, match="no item 'broomstick'"):
        broader_items("broomstick")
