from __future__ import annotations

from ingest.parsing.tokens import Token, asked_once, settle
from tests.ingest.parsing.test_syntax import parsed


def test_a_question_about_a_word_is_worked_out_once() -> None:
    asked: list[str] = []

    @asked_once
    def label(token: Token) -> str:
        asked.append(token.text)
        return token.dep_

    tank = parsed("Mali sold tanks.").doc[2]
    assert [label(tank), label(tank)] == ["dobj", "dobj"]
    assert asked == ["tanks"]


def test_while_a_sentence_is_mended_a_question_is_answered_anew() -> None:
    @asked_once
    def label(token: Token) -> str:
        return token.dep_

    word = Token(0, "Tanks", "tanks", "tank", "NOUN", "NNS", "dobj", [])
    assert label(word) == "dobj"
    word.dep_ = "nsubj"
    assert label(word) == "nsubj"
    settle([word])
    assert label(word) == "nsubj"
