from __future__ import annotations

import pytest

from ingest.names import find_names
from ingest.parsing import parse, phrases, syntax, verbs
from ingest.parsing.passages import Sentence, split_sentences


def parsed(text: str) -> Sentence:
    (sentence,) = parse(split_sentences(text, find_names(text).mentions, []))
    return sentence


def roles(text: str, verb: str) -> tuple[list[str], list[str]]:
    token = next(t for t in parsed(text).doc if t.text == verb)
    return [t.text for t in syntax.agents(token)], [t.text for t in syntax.objects(token)]


ROLES = {
    ("Iran sold drones.", "sold"): (["Iran"], ["drones"]),
    ("Drones were sold by Iran.", "sold"): (["Iran"], ["Drones"]),
    ("Iran and Chad sold drones and tanks.", "sold"): (["Iran", "Chad"], ["drones", "tanks"]),
    ("The drones that Iran sold arrived.", "sold"): (["Iran"], ["drones"]),
    ("The drones sold by Iran arrived.", "sold"): (["Iran"], ["drones"]),
    ("Iran, which sold drones, protested.", "sold"): (["Iran"], ["drones"]),
    ("Iran wants to sell drones.", "sell"): (["Iran"], ["drones"]),
    ("Iran bought drones and sold tanks.", "sold"): (["Iran"], ["tanks"]),
    ("Chad helped Iran to sell drones.", "sell"): (["Iran"], ["drones"]),
    ("Chad accused Iran of selling drones.", "selling"): (["Iran"], ["drones"]),
}


@pytest.mark.parametrize(("sentence", "expected"), ROLES.items(), ids=str)
def test_who_acts_and_what_is_acted_upon(sentence: tuple[str, str], expected: tuple[list[str], list[str]]) -> None:
    assert roles(*sentence) == expected


def test_of_a_gift_there_is_a_receiver_in_the_active_and_the_passive() -> None:
    for text, verb in (("Iran gave Russia drones.", "gave"), ("Russia was given drones.", "given")):
        token = next(t for t in parsed(text).doc if t.text == verb)
        assert [t.text for t in syntax.recipients(token)] == ["Russia"]


def test_owners_and_prepositions_of_a_noun() -> None:
    sentence = parsed("Iran's deliveries of drones to Russia went on.")
    noun = next(t for t in sentence.doc if t.text == "deliveries")
    assert [t.text for t in phrases.possessors(noun)] == ["Iran"]
    assert [t.text for t in phrases.prepositional(noun, "to")] == ["Russia"]
    assert [t.text for t in phrases.prepositional(noun, "of")] == ["drones"]


def test_negation_is_seen_on_the_verb_and_in_its_object() -> None:
    for text, verb in (("Iran did not sell drones.", "sell"), ("Iran sold no drones.", "sold")):
        assert verbs.is_negated(next(t for t in parsed(text).doc if t.text == verb))
