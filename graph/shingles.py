"""The runs of words of many texts as numbers, for `graph.origins`: whole arrays at a time, since texts are many.

A word is a row of letters and digits, in any case. Its number is the CRC-32 of its UTF-8, that of a run is mixed from
those of its words. Equal runs have equal numbers on every machine; different ones meet once in 2**52.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]
    Places = NDArray[np.intp]

RUN = 5
NO_RUN = 2**64 - 1  # what a row of `Sketches.smallest` is filled up with

_AT_ONCE = 2**19  # characters; what fits a processor's cache
_TEXTS_AT_ONCE = 2**12  # as many as the upper twelve bits of a number can tell apart
_LONG = 64  # bytes of a word
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD)


@dataclass(frozen=True, slots=True)
class Sketches:
    """Texts as they are compared, a row each: how many different runs it has, and the smallest of their numbers."""

    sizes: Places
    smallest: Numbers


def sketches_of(texts: Iterable[str], *, kept: int, least: int) -> Sketches:
    """Return a sketch of each text by its `kept` smallest numbers; a text of fewer than `least` words has no runs."""
    parts = [_sketched(group, kept, least) for group in _grouped(texts)]
    sizes = [part.sizes for part in parts] or [np.zeros(0, np.intp)]
    smallest = [part.smallest for part in parts] or [np.zeros((0, kept), np.uint64)]
    return Sketches(np.concatenate(sizes), np.concatenate(smallest))


def _grouped(texts: Iterable[str]) -> Iterator[list[str]]:
    group: list[str] = []
    size = 0
    for text in texts:
        group.append(text)
        size += len(text)
        if size > _AT_ONCE or len(group) == _TEXTS_AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group


def _sketched(texts: list[str], kept: int, least: int) -> Sketches:
    words, texts_of_words = _words(texts)
    enough = np.bincount(texts_of_words, minlength=len(texts)) >= least
    runs = _runs(words)
    text = texts_of_words[: len(runs)]
    is_within = (text == texts_of_words[RUN - 1 :]) & enough[text]
    numbers = (text[is_within].astype(np.uint64) << np.uint64(52)) | (runs[is_within] >> np.uint64(12))
    numbers.sort()
    numbers = numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))[: len(numbers)]]
    of_text = (numbers >> np.uint64(52)).astype(np.intp)
    sizes = np.bincount(of_text, minlength=len(texts))
    rank = np.arange(len(numbers)) - (np.cumsum(sizes) - sizes)[of_text]
    smallest = np.full((len(texts), kept), NO_RUN, np.uint64)
    is_kept = rank < kept
    smallest[of_text[is_kept], rank[is_kept]] = numbers[is_kept] & np.uint64(2**52 - 1)
    return Sketches(sizes, smallest)


def _runs(words: NDArray[np.uint32]) -> Numbers:
    """Return the number of each run of words, also of those that lie in two texts."""
    numbers = words.astype(np.uint64)
    mixed = np.zeros(max(0, len(words) - RUN + 1), np.uint64)
    for place, factor in enumerate(_FACTORS):
        mixed += numbers[place : place + len(mixed)] * np.uint64(factor)
        mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return mixed ^ (mixed >> np.uint64(32))


def _words(texts: list[str]) -> tuple[NDArray[np.uint32], Places]:
    """Return the number of each word, in order, and which text it stands in."""
    folded = [text.casefold() for text in texts]
    whole = "\n".join(folded)
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    is_word = np.concatenate(([False], _is_letter_or_digit(codes), [False]))
    changes = np.flatnonzero(is_word[1:] != is_word[:-1])
    starts, ends = changes[::2], changes[1::2]
    last = np.cumsum([len(text) + 1 for text in folded]) - 1
    encoded = whole.encode("utf-8", "surrogatepass")
    leads = np.append(np.flatnonzero((np.frombuffer(encoded, np.uint8) & 0xC0) != 0x80), len(encoded))
    return _checksums(encoded, leads[starts], leads[ends]), np.searchsorted(last, starts)


def _is_letter_or_digit(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    known = _kinds()
    kinds = known[codes]
    unknown = np.unique(codes[kinds == 0]).tolist()
    for code in unknown:
        known[code] = 1 if chr(code).isalnum() else 2
    are_such: NDArray[np.bool_] = (known[codes] if unknown else kinds) == 1
    return are_such


@cache
def _kinds() -> NDArray[np.uint8]:
    """Return what is known of each code point: 0 nothing yet, 1 a letter or digit, 2 another."""
    return np.zeros(0x110000, np.uint8)


def _checksums(encoded: bytes, starts: Places, ends: Places) -> NDArray[np.uint32]:
    """Return the CRC-32 of each span: byte by byte for all the spans at once, the longest first."""
    lengths = ends - starts
    order = np.argsort(-np.minimum(lengths, _LONG + 1).astype(np.int16), kind="stable")
    places, sorted_lengths = starts[order], lengths[order]
    data, table = np.frombuffer(encoded, np.uint8), _crc_table()
    sums = np.full(len(order), 0xFFFFFFFF, np.uint32)
    for byte in range(min(_LONG, int(lengths.max(initial=0)))):
        going = int((sorted_lengths > byte).sum())
        now = sums[:going]
        sums[:going] = table[(now ^ data[places[:going] + byte]) & 255] ^ (now >> 8)
    found = np.empty_like(sums)
    found[order] = ~sums
    for long in np.flatnonzero(lengths > _LONG).tolist():
        found[long] = crc32(encoded[starts[long] : ends[long]])
    return found


@cache
def _crc_table() -> NDArray[np.uint32]:
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, (table >> 1) ^ np.uint32(0xEDB88320), table >> 1)
    return table
