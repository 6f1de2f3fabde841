from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.__main__ import read_all
from evaluation.check import article_faults
from evaluation.gold import DEV, LAID_ASIDE, NOT_ANNOTATED, load_gold
from evaluation.scoring import score
from graph.ontology import relations
from tests.evaluation.made import gold, gold_claim

FILES = sorted(DEV.glob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_gold_article_has_the_right_form(path: Path) -> None:
    assert list(article_faults(path)) == []


def test_the_articles_laid_aside_and_those_without_annotation_are_there() -> None:
    articles = {article.number: article for article in load_gold()}
    assert set(articles) >= LAID_ASIDE | NOT_ANNOTATED
    assert [len(articles[number].claims) for number in sorted(NOT_ANNOTATED)] == [0, 0, 0]
    assert not any(articles[number].is_tuned_on for number in LAID_ASIDE)


def test_the_gold_knows_the_relations_of_the_ontology_only() -> None:
    assert {claim["relation"] for article in load_gold() for claim in article.claims} <= set(relations())


def test_the_reader_reads_four_gold_articles_at_least_as_well_as_it_must() -> None:
    articles = [article for article in load_gold() if article.number in ("01", "02", "08", "20")]
    total = score(articles, read_all(articles))
    assert total.core.f1 >= 0.5
    assert total.core.precision >= 0.8
    assert (total.not_in_text, total.on_irrelevant) == (0, 0)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"relation": "sold"}, "no relation 'sold'"),
        ({"item": "catapult"}, "item 'catapult' is not in items.csv"),
        ({"object": None, "item": None}, "neither object nor item"),
        ({"object": "IR"}, "subject and object are the same"),
        ({"object": "QQ"}, "object: 'QQ' is the code of no state"),
        ({"object": []}, "object: [] is neither a code nor a list of names"),
        ({"relation": "vetoed", "item": None, "subject": ["Blue Bank"]}, "vetoed: the subject is a state"),
        ({"relation": "tested"}, "tested: object is none"),
        ({"subject": None, "relation": "attacked"}, "attacked: subject is required"),
        ({"quantity": {"value": -1, "bound": "min", "unit": None}}, "quantity value -1 is not a number"),
        ({"quantity": {"value": 1, "bound": "some", "unit": None}}, "has not value, bound"),
        ({"when": "May 2024"}, "when 'May 2024' is no EDTF date"),
        ({"status": "true"}, "status 'true' is none of"),
        ({"asserted_by": [["Harbour Gazette"]]}, "asserted_by names the publisher"),
        ({"evidence": "Iran gave drones"}, "evidence is not verbatim"),
        ({"evidence": "Japan said. The Blue Bank"}, "evidence is longer than one sentence"),
        ({"evidence": " "}, "no evidence"),
    ],
)
def test_a_fault_of_form_is_named(change: dict[str, object], fault: str, tmp_path: Path) -> None:
    path = tmp_path / "made.json"
    path.write_text(json.dumps(gold(gold_claim(**change)).data), "utf-8")
    assert fault in "\n".join(article_faults(path))


def test_a_file_that_is_no_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{", "utf-8")
    (tmp_path / "b.json").write_text("{}", "utf-8")
    assert "not readable" in "\n".join(article_faults(tmp_path / "a.json"))
    assert "an article has the keys" in "\n".join(article_faults(tmp_path / "b.json"))


def test_the_same_claim_twice_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "made.json"
    path.write_text(json.dumps(gold(gold_claim(), gold_claim()).data), "utf-8")
    assert list(article_faults(path)) == ["claim 1 says the same as claim 0"]
