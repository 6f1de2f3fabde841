from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

import graph.packages
import graph.rdf.validation
from graph.errors import DataError
from graph.model import Quantity
from graph.rdf.description import Profile
from graph.rdf.graph import to_graph
from graph.rdf.validation import check_selected, violations
from graph.rdf.vocabulary import SG, iri
from graph.selection import Selected
from tests.graph.exports.made import NOTHING, hostile, made


def broken(**fields: Any) -> Selected:
    """Return the made-up ledger with one claim changed as no ledger would take it."""
    first, *rest = made().claims
    return replace(made(), claims=(replace(first, **fields), *rest))


@pytest.mark.parametrize(
    "profile", [Profile(), Profile(is_flat=True), Profile(has_triple_terms=True), Profile(has_quotes=False)]
)
@pytest.mark.parametrize("selected", [NOTHING, made()], ids=["nothing", "made"])
def test_what_is_exported_is_what_the_shapes_ask_for(selected: Selected, profile: Profile) -> None:
    check_selected(selected, profile)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"sentence": ""}, "a claim quotes the sentence it rests on, or gives its digest"),
        ({"start": 5, "end": 5}, "a quote starts at a character of its article, before its end (here 5)"),
        ({"start": -1}, "a quote starts at a character of its article, before its end (here -1)"),
        ({"quantity": Quantity(float("inf"))}, "a quantity is one decimal (here INF)"),
        ({"article": "article:none"}, "a claim is quoted from one article, which is there too (here article:none)"),
    ],
)
def test_the_claim_that_is_wrong_is_named_with_what_is_wrong(fields: dict[str, Any], told: str) -> None:
    with pytest.raises(DataError) as caught:
        check_selected(broken(**fields))
    assert str(caught.value).startswith(f"nothing was written, for the shapes refuse it: {made().claims[0].id}: {told}")


def test_the_first_in_order_is_named_and_the_others_are_counted() -> None:
    with pytest.raises(DataError, match=r"the shapes refuse it: claim:\w+: .* \(and \d+ more\)$"):
        check_selected(hostile())


def test_a_shortcut_that_no_claim_affirms_is_told_with_a_claim_that_does_not() -> None:
    denied = next(claim for claim in made().claims if claim.status == "denied" and claim.relation == "produced")
    rdf = to_graph(made())
    assert violations(rdf) == []
    rdf.add((iri("state:IR"), SG.produced, iri("item:attack-drone")))
    (found,) = violations(rdf)
    assert str(found) == f"{denied.id}: a shortcut stands where no claim affirms it"


def test_in_small_parts_the_same_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(selected: Selected) -> str:
        with pytest.raises(DataError) as caught:
            check_selected(selected)
        return str(caught.value)

    whole = told(hostile())
    monkeypatch.setattr(graph.rdf.validation, "_CLAIMS_AT_ONCE", 9)
    assert told(hostile()) == whole
    check_selected(made())


class Walked(tuple[Any, ...]):
    """Records that count how often they are walked through."""

    walks = 0

    def __iter__(self) -> Iterator[Any]:
        self.walks += 1
        return super().__iter__()


def test_more_parts_are_no_more_walks_through_all_entities_and_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph.rdf.validation, "_CLAIMS_AT_ONCE", 9)
    entities, articles = Walked(made().entities), Walked(made().articles)
    check_selected(replace(made(), entities=entities, articles=articles))
    assert (entities.walks, articles.walks) == (2, 2)


def test_articles_without_claims_and_entities_that_nobody_names_are_looked_at_too() -> None:
    article = replace(made().articles[0], loaded="yesterday")
    with pytest.raises(DataError, match="an article was loaded at one time"):
        check_selected(Selected((), (article,), (), ()))


def test_a_missing_package_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph.packages, "find_spec", lambda _: None)
    with pytest.raises(DataError, match="pyshacl, which is not installed: pip install pyshacl"):
        check_selected(made())
