"""How many: counts, weights, volumes and sums of money in a text, with their bounds and units.

For the reader, which joins them to what is counted. Precise before complete: what looks like a date, an age, a
distance, a share, a vote, a price, or part of a name is left out, and so is every number that is not plain ("dozens").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Bound
from ingest.quantities.counted import Counted, counted, is_noun, money_for
from ingest.quantities.money import currency_after, currency_before
from ingest.quantities.not_quantities import is_labelled, is_measure, is_name_or_aside, is_price, period
from ingest.quantities.numerals import Numeral, Token, is_number_like, read_numeral, tokenise
from ingest.quantities.words import words

_RANGE_MARKS = frozenset("-–—‑")
_AGAIN = ("as", "many", "again")
_NEAR = 200  # characters
_STRENGTH: dict[Bound, int] = {"exact": 0, "about": 1, "max": 2, "min": 2}


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number at `text[start:end]`, its bound words and currency included; what it counts is at `head_start`.

    `value` of a range is its lower end, with the bound `min`. An empty head (`head_start == head_end`) means that no
    noun stands there. `unit` is a singular noun or a currency code; where a unit has no "of", the head is the unit.
    """

    start: int
    end: int
    value: float
    bound: Bound
    unit: str | None
    head_start: int
    head_end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Number:
    """A numeral with its range, currency and bounds, before it is known what it counts."""

    first: int
    last: int
    value: float
    bound: Bound
    numeral: Numeral
    currency: str | None
    upper: float | None = None

    @property
    def is_void(self) -> bool:
        """Tell whether two numbers met here that are neither one count nor a range."""
        return not self.value


def find_quantities(text: str) -> list[QuantityMention]:
    """Return the quantities of `text`, in order; none overlaps another. Takes time linear in the text."""
    return list(_found(text, tokenise(text)))


def _found(text: str, tokens: list[Token]) -> Iterator[QuantityMention]:
    index = 0
    last: QuantityMention | None = None
    while index < len(tokens):
        is_again = last and tokens[index].lower == "as" and _is_phrase(tokens, index, _AGAIN)
        if last and is_again and tokens[index].start - last.end <= _NEAR:
            last = _again(text, tokens[index].start, tokens[index + 2].end, last)
            yield last
        numeral = _numeral(tokens, index)
        if numeral is None:
            index += 1
            continue
        number = _number(tokens, numeral)
        index = max(numeral.last, number.last if number else 0)
        what = _what(tokens, number) if number else None
        is_apart = last is None or (number is not None and tokens[number.first].start >= last.end)
        if number and what and is_apart:
            last = _mention(text, tokens, number, what)
            yield last


def _again(text: str, start: int, end: int, last: QuantityMention) -> QuantityMention:
    """Return "as many again": as many as were counted last, of the same."""
    return replace(last, start=start, end=end, head_start=end, head_end=end, text=text[start:end])


def _numeral(tokens: Sequence[Token], index: int) -> Numeral | None:
    is_money = tokens[index].kind == "digits" and (
        currency_before(tokens, index) is not None or _is_short_million(tokens, index + 1)
    )
    return read_numeral(tokens, index, is_money=is_money)


def _is_short_million(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "m" means million: "1.2m barrels", "5m euros", "1.5m shells"; alone it means metres."""
    if index + 1 >= len(tokens) or tokens[index].lower != "m" or not tokens[index].is_glued:
        return False
    after = tokens[index + 1].lower
    is_count = "." in tokens[index - 1].text and after.endswith("s") and is_noun(tokens, index + 1)
    return is_count or after in words().units or currency_after(tokens, index + 1) is not None


def _mention(text: str, tokens: Sequence[Token], number: _Number, what: Counted) -> QuantityMention:
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    head_start, head_end = end, end
    if not what.is_empty:
        head_start, head_end = tokens[what.first].start, tokens[what.last - 1].end
    bound: Bound = number.bound
    if bound in ("exact", "about"):
        bound = next((late for _, late in _bound_after(tokens, what.after) if late != "about"), bound)
    unit, each = number.currency or what.unit, period(tokens, what.after)
    if each:
        unit = f"{unit} a {each}" if unit else f"a {each}"
    return QuantityMention(start, end, number.value, bound, unit, head_start, head_end, text[start:end])


# --- the number: range, currency, bounds ---------------------------------------------------------------------------


def _number(tokens: Sequence[Token], numeral: Numeral) -> _Number | None:
    """Return the number around a numeral; None where it is a name, a label, a date or ambiguous."""
    sign = currency_before(tokens, numeral.first)
    number = _Number(
        sign[1] if sign else numeral.first, numeral.last, numeral.value, "exact", numeral, sign[0] if sign else None
    )
    if not numeral.value or (sign and not sign[0]) or is_labelled(tokens, number.first):
        return None
    ranged = _ranged(tokens, number)
    if ranged is None or ranged.is_void:
        return ranged
    worded = currency_after(tokens, ranged.last)
    if worded and ranged.currency is None and not (worded[0] == "KRW" and not numeral.is_scaled):
        ranged = replace(ranged, currency=worded[0], last=worded[1])
    elif worded and ranged.currency == worded[0]:
        ranged = replace(ranged, last=worded[1])
    bounded = _bounded(tokens, ranged)
    return (
        None
        if is_name_or_aside(tokens, bounded.first, bounded.last, numeral, bounded.bound, bounded.currency)
        else bounded
    )


def _ranged(tokens: Sequence[Token], number: _Number) -> _Number | None:
    """Return the number with the upper end of its range taken in; void ("13-0", "from 10 to 15") where it is none."""
    last = number.last
    if last >= len(tokens) or not (tokens[last].lower in ("to", "or", "and") or tokens[last].text in _RANGE_MARKS):
        return number
    joint, at = tokens[last].lower, last + 1
    if at < len(tokens) and tokens[at].kind == "mark" and at + 1 < len(tokens) and currency_before(tokens, at + 1):
        at += 1
    upper = _numeral(tokens, at) if at < len(tokens) else None
    if upper is None or (joint in _RANGE_MARKS and tokens[last].is_glued and not tokens[last + 1].is_glued):
        is_compound = joint in _RANGE_MARKS and tokens[last].is_glued
        return number if not is_compound or next(_bound_after(tokens, last), None) else None
    is_between = number.first > 0 and tokens[number.first - 1].lower == "between"
    if joint == "and" and not is_between:
        return number
    lower = _same_scale(tokens, number.numeral, upper)
    opens = {"to": "from"}.get(joint)
    if lower >= upper.value or (opens and number.first and tokens[number.first - 1].lower == opens):
        return replace(number, last=upper.last, value=0.0)
    first = number.first - 1 if is_between and joint == "and" else number.first
    return replace(number, first=first, last=upper.last, value=lower, bound="min", upper=upper.value)


def _same_scale(tokens: Sequence[Token], lower: Numeral, upper: Numeral) -> float:
    """Return the lower end of "10 to 15 million", which is meant in millions too."""
    if lower.is_scaled or lower.value >= 1000 or not upper.is_scaled or upper.is_word:
        return lower.value
    written = next((token.text for token in tokens[upper.first : upper.last] if token.kind == "digits"), "")
    plain = float(written.replace(",", "")) if 0 < len(written) < 16 and written.count(".") < 2 else 0.0
    return lower.value * (upper.value / plain) if plain and "," not in written and plain < 1000 else lower.value


def _bounded(tokens: Sequence[Token], number: _Number) -> _Number:
    """Return the number with the words before and after it that bound it."""
    bound, first, last = number.bound, number.first, number.last
    for end, after in _bound_after(tokens, last):
        bound, last = _stronger(bound, after), end
    for _ in range(3):
        start, before = _bound_before(tokens, first)
        if before is None:
            break
        first, bound = start, _stronger(before, bound)
        if before == "max" and number.upper:  # "up to 10 or 12"
            number, bound = replace(number, value=number.upper), "max"
    return replace(number, first=first, last=last, bound=bound)


def _stronger(outer: Bound, inner: Bound) -> Bound:
    return inner if _STRENGTH[inner] > _STRENGTH[outer] else outer


def _bound_before(tokens: Sequence[Token], first: int) -> tuple[int, Bound | None]:
    for filler in ((), *words().fillers):
        start = first - len(filler)
        if start < 1 or not _is_phrase(tokens, start, filler):
            continue
        for phrase, bound in words().before.get(tokens[start - 1].lower, ()):
            if start >= len(phrase) and _is_phrase(tokens, start - len(phrase), phrase):
                return start - len(phrase), bound
    return first, None


def _bound_after(tokens: Sequence[Token], last: int) -> Iterator[tuple[int, Bound]]:
    """Yield the bound that stands right after a number, if any, and where it ends."""
    at = last
    if at + 1 < len(tokens) and tokens[at].text in _RANGE_MARKS and tokens[at].is_glued and tokens[at + 1].is_glued:
        at += 1
    if at < len(tokens):
        for phrase, bound in words().after.get(tokens[at].lower, ()):
            needs_link = phrase[0] in ("odd", "plus")
            if _is_phrase(tokens, at, phrase) and (at > last) == needs_link:
                yield at + len(phrase), bound
                return


def _is_phrase(tokens: Sequence[Token], start: int, phrase: Sequence[str]) -> bool:
    return all(start + ahead < len(tokens) and tokens[start + ahead].lower == word for ahead, word in enumerate(phrase))


# --- what it counts -------------------------------------------------------------------------------------------------


def _what(tokens: Sequence[Token], number: _Number) -> Counted | None:
    """Return what a number counts, or None where it is no quantity of goods, people or money."""
    if number.is_void or (number.last < len(tokens) and _clashes(tokens, number.last)):
        return None
    if number.currency:
        what: Counted | None = money_for(tokens, number.last)
    elif is_measure(tokens, number.last):
        return None
    else:
        what = counted(tokens, number.last, is_one=number.value == 1)
    if what is None or is_price(tokens, what.after) or (number.currency and period(tokens, what.after)):
        return None
    return what if number.currency or not what.is_empty or _may_stand_alone(tokens, number) else None


def _clashes(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether another number follows at once, as in a telephone number; "6,000 122mm rockets" is one count."""
    return is_number_like(tokens[last]) and not is_noun(tokens, last)


def _may_stand_alone(tokens: Sequence[Token], number: _Number) -> bool:
    """Tell whether a number without a noun is a count all the same: "more than 11,000 were stationed"."""
    after = tokens[number.last].lower if number.last < len(tokens) else ""
    is_large = number.value >= 100 and number.numeral.is_scaled
    return number.bound != "exact" or is_large or after in ("were", "are", "was", "have", "had")
