from __future__ import annotations

import pytest

from ingest.names import find_names
from ingest.parsing.passages import split_sentences


def words(text: str) -> str:
    (sentence,) = split_sentences(text, find_names(text).mentions, [])
    return sentence.text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("They gave support for, or goods to, Ada.", "They gave support for Ada ."),
        ("It is owned by, directly or indirectly, Ada.", "It is owned by Ada ."),
        ("They worked for, on that day, Ada.", "They worked for , on that day , Ada ."),
        ("They spoke of Ada, and of Bo, Cy and Di.", "They spoke of Ada , and of Bo , Cy and Di ."),
    ],
)
def test_what_shares_its_object_with_another_preposition_is_passed_over(text: str, read: str) -> None:
    assert words(text) == read


def test_a_bracket_behind_keeps_its_word() -> None:
    text = "They gave support for, or goods to, Ada (the firm)."
    (sentence,) = split_sentences(text, find_names(text).mentions, [])
    (at,) = sentence.asides
    assert sentence.pieces[at].word == "Ada"
