from __future__ import annotations

import pytest
from spacy.language import Language

from ingest.parsing import word_classes
from ingest.parsing.language import load_language
from ingest.parsing.parser import Parser, parser
from ingest.parsing.tokens import Token

SENTENCES = [text.split() for text in ("Iran sent it drones .", "Chad has not .", "Let 's see who sent it drones .")]


def _compared(sentences: list[list[Token]]) -> list[list[tuple[object, ...]]]:
    return [[(t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i) for t in tokens] for tokens in sentences]


def _fresh_language() -> Language:
    return load_language.__wrapped__()


def test_sentences_come_back_in_order_word_by_word() -> None:
    assert [[token.text for token in tokens] for tokens in parser().parse(SENTENCES)] == SENTENCES


def test_a_parser_that_forgets_after_each_article_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _compared(parser().parse(SENTENCES))
    monkeypatch.setattr(word_classes, "MOST", 1)
    forgetful = Parser(_fresh_language())
    assert [_compared(forgetful.parse(SENTENCES)) for _ in range(3)] == [expected] * 3


def test_words_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_classes, "MOST", 50)
    language = _fresh_language()
    forgetful, kept = Parser(language), []
    for number in range(20):
        forgetful.parse([[f"word{number}x{at}" for at in range(30)]])
        kept.append(len(language.vocab.strings))
    assert max(kept[10:]) <= max(kept[:10])


def test_nothing_is_parsed_as_nothing() -> None:
    assert parser().parse([]) == []
