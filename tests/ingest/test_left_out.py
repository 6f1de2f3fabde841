from __future__ import annotations

from ingest.parsing.passages import LONGEST
from tests.ingest.reading import read


def left_out(text: str) -> list[tuple[str, str | None, str]]:
    reading = read(text)
    return [(note.kind, note.relation, reading.article.text[note.start : note.end]) for note in reading.left_out]


def test_what_is_not_told_as_done_is_told_with_the_rule() -> None:
    (note, *_) = read("Chad urged Iran to send rifles to Mali.").left_out
    assert (note.kind, note.relation, note.trigger) == ("no claim", "supplied", "send")
    assert note.why.startswith("it is not told as done (")


def test_what_lacks_a_part_is_told_unless_its_sentence_made_a_claim() -> None:
    assert left_out("The deliveries of drones were discussed.")[0][:2] == ("incomplete", "supplied")
    assert left_out("Iran sent drones to Sudan.") == []


def test_what_is_repeated_is_told() -> None:
    told = left_out("Iran sent 40 drones to Sudan. Iran sent drones to Sudan.")
    assert told == [("repeated", "supplied", "Iran sent drones to Sudan.")]


def test_a_sentence_without_an_end_is_cut_and_what_was_not_read_is_told() -> None:
    text = "Iran sent drones to Sudan, " + "and then it rained, " * LONGEST + "before Iran sent rifles to Chad."
    reading = read(text)
    (claim,) = reading.claims
    (note,) = [note for note in reading.left_out if note.kind == "too long"]
    assert (claim.object, claim.end <= note.start, note.end) == ("state:SD", True, len(text))
    assert len(claim.sentence) < len(text) / 2
    assert str(LONGEST) in note.why


def test_a_sentence_of_ordinary_words_is_read_to_its_end() -> None:
    assert not [kind for kind, *_ in left_out("Iran met Sudan, " * 20 + "and they talked.") if kind == "too long"]


def test_notes_come_in_the_order_of_the_text_and_once_each() -> None:
    told = left_out("Iran would send drones to Mali. Did Chad send drones to Mali? Iran would send drones to Mali.")
    assert [words for _, relation, words in told if relation == "supplied"] == [
        "Iran would send drones to Mali.", "Did Chad send drones to Mali?", "Iran would send drones to Mali.",
    ]  # fmt: skip
