"""Each relation as news says it, sentence by sentence. All sentences are made up; they stand in `sentences/`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from graph.ontology import relations
from tests.ingest.reading import claims_of

FOLDER = Path(__file__).parent / "sentences"
# By relation: a sentence, and all that it says of this relation.
SAID: dict[str, dict[str, list[str]]] = {
    file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.yml"))
}
CASES = [(relation, sentence, says) for relation, cases in SAID.items() for sentence, says in cases.items()]


@pytest.mark.parametrize(
    ("relation", "sentence", "says"), CASES, ids=lambda part: part if isinstance(part, str) else ""
)
def test_a_relation_is_read(relation: str, sentence: str, says: list[str]) -> None:
    assert [claim for claim in claims_of(sentence) if f" {relation}" in claim] == sorted(says)


def test_every_relation_is_tried_in_four_ways_at_least() -> None:
    assert set(SAID) == set(relations())
    assert [relation for relation, cases in SAID.items() if len(cases) < 4] == []
