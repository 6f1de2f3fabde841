"""Numbers in digits and in words, read from tokens: "20,000", "1.5 million", "nine million", "half a dozen", "2bn".

What may be read in two ways is no number here: "2.000" (a decimal or thousands), fractions, "hundreds".
Reading looks at a bounded number of tokens, so a whole text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<digits>\d+(?:[.,]\d+)*)|(?P<word>(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark>[^\w\s]|_)"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){1,4}(?:\.\d+)?")
_PLAIN = re.compile(r"\d{1,12}(?:\.\d{1,6})?")
_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SUFFIXES = {"bn": 10**9, "mn": 10**6, "mln": 10**6, "tn": 10**12, "trn": 10**12}
_MONEY_SUFFIXES = {"m": 10**6, "b": 10**9, "k": 10**3, "t": 10**12}
_MULTIPLES = {**SCALES, "hundred": 100, "dozen": 12}
_NUMBER_WORDS = frozenset({*_ONES, *_TENS, *_MULTIPLES})
LONGEST = 32  # tokens of a number in words
_STARTS = frozenset({*_ONES, *_TENS, "a", "an", "half"})


class Token(NamedTuple):
    """A word, a run of digits or a mark, with its place. `is_glued`: nothing stands between it and the token before.

    One is made for every word, hence a tuple.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: str
    is_glued: bool


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from `tokens[first:last]`. `is_scaled`: a word such as "million" or a comma tells its size."""

    first: int
    last: int
    value: float
    is_word: bool
    is_scaled: bool


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text`."""
    found, end = [], -1
    for match in _TOKEN.finditer(text):
        (start, last), written = match.span(), match.group()
        found.append(Token(start, last, written, written.lower(), match.lastgroup or "", start == end))
        end = last
    return found


def read_numeral(tokens: Sequence[Token], first: int, *, is_money: bool = False) -> Numeral | None:
    """Return the number that begins at `tokens[first]`, or None. Short suffixes ("3m", "5k") count for money only."""
    token = tokens[first]
    if token.kind == "digits":
        return _digits(tokens, first, is_money)
    return _words(tokens, first) if token.kind == "word" and token.lower in _STARTS else None


def _at(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].lower if index < len(tokens) else ""


def _digits(tokens: Sequence[Token], first: int, is_money: bool) -> Numeral | None:
    last = first + 1
    while last - first < 4 and len(tokens[first].text) <= 3 and _is_next_group(tokens, last):
        last += 1
    written = "".join(token.text for token in tokens[first:last])
    is_grouped = last > first + 1 or _GROUPED.fullmatch(written) is not None
    if not is_grouped and not _PLAIN.fullmatch(written):
        return None
    scale, last = _scale(tokens, last, is_money)
    if scale == 1 and len(written.partition(".")[2]) >= 3:
        return None
    return Numeral(first, last, _tidy(float(written.replace(",", "")) * scale), False, is_grouped or scale > 1)


def _is_next_group(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token is the next three digits of "11 000"."""
    if index >= len(tokens):
        return False
    token, before = tokens[index], tokens[index - 1]
    if index + 1 < len(tokens) and tokens[index + 1].is_glued and tokens[index + 1].kind == "word":
        return False  # "6 122mm guns"
    is_group = token.text.isdecimal() and before.text.isdecimal() and len(token.text) == 3 and before.text != "0"
    return is_group and token.start - before.end == 1


def _scale(tokens: Sequence[Token], index: int, is_money: bool) -> tuple[int, int]:
    """Return the multiplier that stands at `index` and the index after it."""
    word = _at(tokens, index)
    if word in ("-", "‑") and tokens[index].is_glued and is_money and _at(tokens, index + 1) in SCALES:
        return SCALES[_at(tokens, index + 1)], index + 2
    if word in _MULTIPLES and not tokens[index].is_glued:
        return _MULTIPLES[word], index + 1
    if word in _SUFFIXES:
        return _SUFFIXES[word], index + 1
    if is_money and word in _MONEY_SUFFIXES and tokens[index].is_glued:
        return _MONEY_SUFFIXES[word], index + 1
    return 1, index


def _words(tokens: Sequence[Token], first: int) -> Numeral | None:
    return _half(tokens, first) or _sum(tokens, first)


def _half(tokens: Sequence[Token], first: int) -> Numeral | None:
    """Read "half a million", "a quarter of a million"."""
    words = [_at(tokens, first + ahead) for ahead in range(5)]
    if words[0] == "half" and words[1] in ("a", "an") and words[2] in _MULTIPLES and words[2] != "hundred":
        return Numeral(first, first + 3, _MULTIPLES[words[2]] / 2, True, True)
    if words[:4] == ["a", "quarter", "of", "a"] and words[4] in SCALES:
        return Numeral(first, first + 5, SCALES[words[4]] / 4, True, True)
    return None


class _Sum:
    """A number in words, added up from the left: `group` is what stands before the next scale word."""

    def __init__(self, group: int) -> None:
        self.total, self.group, self.lowest, self.is_scaled = 0.0, float(group), float("inf"), False

    def take(self, word: str) -> bool:
        """Add `word`; return False where it cannot be the next word of this number."""
        if word in _ONES and self._has_room(_ONES[word]):
            self.group += _ONES[word]
        elif word in _TENS and self.group % 100 == 0:
            self.group += _TENS[word]
        elif word in ("hundred", "dozen") and self.group in range(1, 100):
            self.group, self.is_scaled = self.group * _MULTIPLES[word], True
        elif word in SCALES and self.group and SCALES[word] < self.lowest:
            self.lowest, self.is_scaled = SCALES[word], True
            self.total, self.group = self.total + self.group * self.lowest, 0.0
        else:
            return False
        return True

    def _has_room(self, one: int) -> bool:
        return self.group % 100 == 0 or (one < 10 and self.group % 10 == 0 and self.group % 100 >= 20)

    def may_join(self, joint: str, after: str) -> bool:
        """Tell whether "and" or a hyphen may stand between this number and the word `after`."""
        if joint in ("-", "‑"):
            return self.group % 100 >= 20 and self.group % 10 == 0 and _ONES.get(after, 10) < 10
        is_round = self.is_scaled and self.group % 100 == 0
        return joint == "and" and is_round and (after in _ONES or after in _TENS)


def _sum(tokens: Sequence[Token], first: int) -> Numeral | None:
    """Read "two hundred and twelve thousand", "a dozen", "two and a half million"."""
    index = first
    if _at(tokens, first) in ("a", "an", "half"):
        if _at(tokens, first + 1) not in _MULTIPLES:
            return None
        index += 1
    number = _Sum(group=index - first)
    while index < min(len(tokens), first + LONGEST):
        skip = int(number.may_join(_at(tokens, index), _at(tokens, index + 1)))
        if _has_half(tokens, index) and 0 < number.group < 100:
            number.group, skip = number.group + 0.5, 3
        if not number.take(_at(tokens, index + skip)):
            break
        index += skip + 1
    value = number.total + number.group
    return Numeral(first, index, _tidy(value), True, number.is_scaled) if value else None


def _has_half(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "and a half million" stands at `index`."""
    words = [_at(tokens, index + ahead) for ahead in range(4)]
    return words[:3] == ["and", "a", "half"] and words[3] in SCALES


def _tidy(value: float) -> float:
    """Return 2.2 million as 2200000.0, not 2200000.0000000005."""
    return float(round(value)) if value >= 1000 and abs(value - round(value)) < 1e-3 else value


def is_number_like(token: Token) -> bool:
    """Tell whether a token is digits or a number word."""
    return token.kind == "digits" or token.lower in _NUMBER_WORDS
