from __future__ import annotations

import pytest

from ingest.names import find_names
from ingest.parsing.passages import Sentence, sentence_spans, split_sentences
from ingest.quantities import find_quantities


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def reduced(text: str) -> list[Sentence]:
    return split_sentences(text, find_names(text).mentions, find_quantities(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One met. Two met.", ["One met.", "Two met."]),
        ("The U.S. Army met. It left.", ["The U.S. Army met.", "It left."]),
        ("Gen. Bola met Mr. Ada on Oct. 5. They ate.", ["Gen. Bola met Mr. Ada on Oct. 5.", "They ate."]),
        ("“One met.” Two met.", ["“One met.”", "Two met."]),
        ("One met\n\nTwo met", ["One met", "Two met"]),
        ("One met? Two met! Three met.", ["One met?", "Two met!", "Three met."]),
        ("It paid 3.5 million. It left.", ["It paid 3.5 million.", "It left."]),
        ("A report (by Ada. She wrote it.) came.", ["A report (by Ada.", "She wrote it.) came."]),
        ("", []),
        ("\n\n \n", []),
    ],
)
def test_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_no_sentence_crosses_a_blank_line() -> None:
    assert sentences("Iran sent drones\n\nto Russia.") == ["Iran sent drones", "to Russia."]


def test_every_piece_stands_for_the_words_it_points_to() -> None:
    text = (
        "SEOUL, May 3 (Agency) - The Multilateral Sanctions Monitoring Team sent “at least 40” Shahed-136 drones (new)."
    )
    (sentence,) = reduced(text)
    assert [text[p.start : p.end] for p in sentence.pieces][:3] == [
        "The",
        "Multilateral Sanctions Monitoring Team",
        "sent",
    ]
    assert all(sentence.start <= p.start < p.end <= sentence.end for p in sentence.pieces)
    assert [p.start for p in sentence.pieces] == sorted(p.start for p in sentence.pieces)


def test_brackets_are_kept_beside_the_words() -> None:
    text = "The report (by Chad) names “forty drones” twice."
    (sentence,) = reduced(text)
    assert [text[start:end] for start, end in sentence.asides.values()] == ["by Chad"]
    assert "Chad" not in sentence.text


def test_a_bracket_that_is_never_closed_hides_nothing() -> None:
    (sentence,) = reduced("Iran sent (drones to Russia.")
    assert "drones" in sentence.text


def test_a_dateline_is_no_part_of_the_sentence_that_is_parsed() -> None:
    (sentence,) = reduced("NAIROBI, May 3 (Agency) - Chad sent rifles to Togo.")
    assert sentence.text == "Chad sent rifles to Togo ."
