"""Measures imposed again by a word that stands for them. The sentences are made up."""

from __future__ import annotations

from tests.ingest.reading import read

TEXT = "The EU placed Haiti under an embargo in 2004. It broadened it in May 2012."


def test_what_is_imposed_anew_is_explained_by_the_entry_that_read_it_first() -> None:
    first, anew = read(TEXT).claims
    assert [first.when, anew.when] == ["2004", "2012-05"]
    assert first.why[0] == anew.why[0] == "lexicon sanctioned/place-under: 'placed'"
    assert "imposed anew: 'broadened'" in anew.why
