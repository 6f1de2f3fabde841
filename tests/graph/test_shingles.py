from __future__ import annotations

import re
from zlib import crc32

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph import shingles
from graph.shingles import NO_RUN, RUN, sketches_of

WORDS = [
    "mortar",
    "Mortar",
    "ΣΊΣΥΦΟΣ",
    "Straße",
    "x" * 200,
    "ракета",
    "𐐀𐐀",
    "²",
    "9,5",
    "“a”",
    "a_b",
    "\ud800",
    "e\u0301",
]
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=30), max_size=6)


def plainly(text: str, least: int) -> list[int]:
    """Return the numbers of the runs of one text, smallest first, by the letter of what `graph.shingles` promises."""
    words = [crc32(word.encode("utf-8", "replace")) for word in re.findall(r"[^\W_]+", text.casefold())]
    return [] if len(words) < least else sorted({mixed(words[i : i + RUN]) for i in range(len(words) - RUN + 1)})


def mixed(words: list[int]) -> int:
    number = 0
    for word, factor in zip(words, shingles._FACTORS, strict=True):
        number = (number + word * factor) % 2**64
        number = (number ^ number >> 29) * 0xBF58476D1CE4E5B9 % 2**64
    return (number ^ number >> 32) >> 12


@given(texts, st.integers(0, 8), st.integers(1, 9))
@example(["", " ", "one"], 0, 3)
@settings(max_examples=60, deadline=None)
def test_whole_arrays_give_what_a_word_at_a_time_does(some: list[str], least: int, kept: int) -> None:
    sketches = sketches_of(some, kept=kept, least=least)
    expected = [plainly(text, least) for text in some]
    assert sketches.sizes.tolist() == list(map(len, expected))
    assert sketches.smallest.tolist() == [(numbers + [NO_RUN] * kept)[:kept] for numbers in expected]


def test_texts_that_are_read_in_several_parts_are_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    some = [" ".join(f"word{number * place}" for place in range(20)) for number in range(50)]
    at_once = sketches_of(some, kept=8, least=5)
    monkeypatch.setattr(shingles, "_TEXTS_AT_ONCE", 7)
    monkeypatch.setattr(shingles, "_AT_ONCE", 600)
    in_parts = sketches_of(some, kept=8, least=5)
    assert in_parts.sizes.tolist() == at_once.sizes.tolist()
    assert in_parts.smallest.tolist() == at_once.smallest.tolist()
