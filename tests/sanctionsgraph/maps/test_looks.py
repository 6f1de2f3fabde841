from __future__ import annotations

import pytest

from graph.ontology import kinds, relations
from sanctionsgraph.maps.looks import GroupLook, group_looks, kind_looks


def test_every_kind_and_every_group_of_relations_has_its_look() -> None:
    assert kinds().keys() | {"Weapon", "Goods", "Community"} == kind_looks().keys()
    assert {relation.group for relation in relations().values()} == group_looks().keys()


def test_kinds_differ_in_shape_or_clearly_in_lightness() -> None:
    looks = list(kind_looks().values())
    alike = [
        (one.label, other.label)
        for place, one in enumerate(looks)
        for other in looks[:place]
        if one.shape == other.shape and contrast(one.colour, other.colour) < 1.3
    ]
    assert alike == []


@pytest.mark.parametrize("look", group_looks().values(), ids=group_looks())
def test_a_line_stands_out_from_its_page(look: GroupLook) -> None:
    assert contrast(look.colour, "#FFFFFF") >= 4.5
    assert contrast(look.dark, "#0F141A") >= 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
