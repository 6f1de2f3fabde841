from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Doc

from ingest.parsing.language import load_language
from ingest.parsing.tokens import Token, tokens_of
from ingest.parsing.word_classes import LABEL_LOOKS_AHEAD, LOOK_AHEAD, RULES, WordClasses

SENTENCES = (
    "There is no doubt that Iran has sent it drones , and they were shipped by sea .",
    "Let 's see what they gon na say : it ai n't so .",
    "Russia found that what was found was the find of those who find and had found .",
    "You got ta send what you 've got , y' all , c'm on .",
    "The left left left-overs to the left ; who would n't , or wo n't , do so ?",
    "Do they do what they did ? They 'd have had to have been being had .",
    "Iran did . Chad has n't any , but all that matters is that it had that .",
)


def _rules_of_two_words() -> list[dict[str, Any]]:
    patterns: Any = load_language().get_pipe("attribute_ruler")
    return [pattern[0] for rule in patterns.patterns for pattern in rule["patterns"] if len(pattern) > 1]


def test_every_rule_of_the_model_about_two_words_begins_with_a_word_or_label_that_is_known_to_look_ahead() -> None:
    assert _rules_of_two_words()
    for first in _rules_of_two_words():
        lower = first.get("LOWER")
        if isinstance(lower, dict):
            assert {word for word in LOOK_AHEAD if re.match(lower["REGEX"], word)} == {"y", "y'"}
        else:
            assert lower in LOOK_AHEAD or first.get("DEP") == LABEL_LOOKS_AHEAD


def _spacys(text: str) -> list[tuple[str, ...]]:
    language = load_language()
    doc = language(Doc(language.vocab, text.split()))
    return [(t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.text) for t in doc]


def _ours(text: str, classes: WordClasses) -> list[Token]:
    language = load_language()
    (doc,) = language.pipe([Doc(language.vocab, text.split())], disable=RULES)
    (known,) = classes.of([doc], [text.split()])
    return tokens_of(doc, text.split(), known)


def _compared(tokens: list[Token]) -> list[tuple[str, ...]]:
    return [(t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.text) for t in tokens]


def test_words_are_what_the_model_says_they_are_the_first_time_and_ever_after() -> None:
    classes = WordClasses(load_language())
    for text in SENTENCES * 2:
        assert _compared(_ours(text, classes)) == _spacys(text)


def test_children_subtree_and_ancestors_are_those_of_the_model() -> None:
    language, classes = load_language(), WordClasses(load_language())
    for text in SENTENCES:
        (doc,) = language.pipe([Doc(language.vocab, text.split())], disable=RULES)
        for ours, spacys in zip(_ours(text, classes), doc, strict=True):
            assert [t.i for t in ours.children] == [t.i for t in spacys.children]
            assert [t.i for t in ours.subtree] == [t.i for t in spacys.subtree]
            assert [t.i for t in ours.ancestors] == [t.i for t in spacys.ancestors]
