"""What makes a number no quantity: it is part of a name, a label, a year, an age, a measure, a vote, a price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph import reference
from graph.model import Bound
from ingest.quantities.numerals import SCALES, Numeral, Token, is_number_like
from ingest.quantities.words import words

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_ENDS_SENTENCE = frozenset(".!?:;")
_QUOTES = frozenset("\"'“”‘’«»()[]*•–—-")
_LIST_LINKS = frozenset({",", "and", "(", ")", "or", "to", "-", "–"})
_FURTHEST_LABEL = 16  # tokens


@cache
def _state_words() -> frozenset[str]:
    """The last words of the names of states and capitals: what may stand before a count in "gave Ukraine 31 tanks"."""
    return frozenset(
        name.text.split()[-1]
        for name in reference.names()
        if name.entity.startswith("state:") and name.text[:1].isupper()
    )


_EACH = frozenset({"a", "an", "per", "each", "every"})


def is_labelled(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a number belongs to a label before it: "resolutions 1718, 1874 and 2397 (2017)"."""
    index = first - 1
    while index >= max(0, first - _FURTHEST_LABEL):
        token = tokens[index]
        if token.lower in words().labels:
            return True
        if token.lower == "." and index and tokens[index - 1].lower in ("no", "nos"):
            return True
        if not (token.kind == "digits" or token.lower in _LIST_LINKS):
            return False
        if (
            token.kind != "digits"
            and index == first - 1
            and token.lower in ("(", "to")
            and not is_number_like(tokens[index - 1])
        ):
            return False
        index -= 1
    return False


def is_name_or_aside(
    tokens: Sequence[Token], first: int, last: int, numeral: Numeral, bound: Bound, currency: str | None
) -> bool:
    """Tell whether the number is glued to something, is a year, a part of a name, an age between commas or a ratio."""
    if _is_glued(tokens, first, last) or _is_in_date(tokens, numeral, last):
        return True
    if currency:
        return False
    before = tokens[first - 1] if first else None
    if _is_year(tokens, numeral, first, bound) or (before and is_number_like(before)):
        return True
    if numeral.value == 1 and numeral.is_word and last == numeral.last and bound == "exact":
        return _is_pronoun_one(tokens, first, last)
    if _is_share(tokens, first):
        return True
    return _is_part_of_name(tokens, first, numeral, bound) or _is_age(tokens, first, last) or _is_vague(tokens, first)


def _is_share(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the number is the whole of which another is a part: "nine of 15", "one in five"."""
    if first < 2 or tokens[first - 1].lower not in ("in", "of"):
        return False
    return is_number_like(tokens[first - 2]) and tokens[first - 2].lower not in SCALES


def _is_glued(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a letter, a hyphen, a slash or a colon sticks to the number: "155mm", "29-page", "KN-23"."""
    start, end = tokens[first], tokens[last] if last < len(tokens) else None
    if start.is_glued and first and (tokens[first - 1].kind != "mark" or tokens[first - 1].text in "-‑–/:.+#&@_=%\\§№"):
        return True
    if end is None or not end.is_glued:
        return False
    if end.kind != "mark":
        return not (end.lower in words().loose and last + 1 < len(tokens) and tokens[last + 1].lower == "of")
    follows = last + 1 < len(tokens) and tokens[last + 1].is_glued
    return end.text in "%°/_@=′″½¼¾+" or (end.text in "-‑–—:'’" and follows)


def _is_in_date(tokens: Sequence[Token], numeral: Numeral, last: int) -> bool:
    """Tell whether a month stands beside the number: "13 July", "Oct. 6"."""
    if numeral.is_word or numeral.value > 31 or numeral.is_scaled:
        return False
    before = numeral.first - 1
    if before > 0 and tokens[before].text == ".":
        before -= 1
    neighbours = [tokens[at].text for at in (before, numeral.last, last) if 0 <= at < len(tokens)]
    return any(_MONTH.fullmatch(text) for text in neighbours)


def _is_year(tokens: Sequence[Token], numeral: Numeral, first: int, bound: Bound) -> bool:
    """Tell whether four bare digits are a year: only a bound before and a plural noun after make them a count."""
    if numeral.is_word or numeral.last - numeral.first > 1 or not _YEAR.fullmatch(tokens[numeral.first].text):
        return False
    if bound == "exact" or first == numeral.first or tokens[numeral.last - 1].text != tokens[numeral.first].text:
        return True
    before = tokens[first - 1].lower if first else ""
    after = tokens[numeral.last].text if numeral.last < len(tokens) else ""
    return (
        before in ("since", "in", "from", "until", "till", "by", "of")
        or not after.isalpha()
        or after.lower() in words().stops
    )


def _is_pronoun_one(tokens: Sequence[Token], first: int, last: int) -> bool:
    before = tokens[first - 1].lower if first else ""
    after = tokens[last] if last < len(tokens) else None
    if before in words().before_one or after is None:
        return True
    if after.lower == "of":
        return last + 1 >= len(tokens) or tokens[last + 1].lower not in ("them", "which", "whom")
    return after.kind != "word" or after.lower in words().after_one


def _is_part_of_name(tokens: Sequence[Token], first: int, numeral: Numeral, bound: Bound) -> bool:
    """Tell whether the number ends a name ("Royal Diamond 7") or begins one ("Five Eyes")."""
    if bound != "exact":
        return False
    if numeral.is_word and tokens[numeral.first].text[0].isupper():
        after = tokens[numeral.last].text if numeral.last < len(tokens) else ""
        return not _begins_sentence(tokens, first) or after == "Eyes"
    if _is_followed_by_name(tokens, numeral):
        return True
    before = tokens[first - 1] if first else None
    if before is None or before.kind != "word" or not before.text[0].isupper() or numeral.is_scaled or numeral.is_word:
        return False
    is_month = _MONTH.fullmatch(before.text) is not None  # "On 6 January 2,116 rifles"
    return not is_month and before.lower not in words().stops and before.text not in _state_words()


def _is_followed_by_name(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether four bare digits number a name: "the 1718 Committee"."""
    if numeral.is_scaled or numeral.is_word or numeral.value < 1000 or numeral.last >= len(tokens):
        return False
    after = tokens[numeral.last]
    return after.kind == "word" and after.text[0].isupper() and after.text not in _state_words()


def _begins_sentence(tokens: Sequence[Token], first: int) -> bool:
    index = first - 1
    while index >= max(0, first - 4) and tokens[index].text in _QUOTES:
        index -= 1
    return index < 0 or tokens[index].text in _ENDS_SENTENCE


def _is_age(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the number stands between commas, as in "the minister, 62, said"."""
    after = tokens[last].text if last < len(tokens) else "."
    return first > 0 and tokens[first - 1].text in (",", "(") and after in (",", ")", ".", ";")


def _is_vague(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether "several" or "a few" stands before: "a few hundred" is no number."""
    return first > 0 and tokens[first - 1].lower in (
        "several",
        "few",
        "many",
        "couple",
        "point",
        "minus",
        "plus",
        "times",
    )


def is_measure(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a measure of time, space or share, or a vote, follows the number that ends before `last`."""
    if last >= len(tokens):
        return False
    token, known = tokens[last], words()
    after = [tokens[last + ahead].lower if last + ahead < len(tokens) else "" for ahead in range(3)]
    if after[0] in known.loose and after[1] == "of":
        return False
    if after[1] and tokens[last + 1].is_glued and (tokens[last + 1].kind != "mark" or after[1] in "-‑"):
        return False  # "31 M1A1 tanks", "six Kilo-class submarines"
    if after[0] in ("more", "other", "further", "additional") and after[1] in known.measures:
        return True
    if after[0] in ("in", "out", "to") and _is_ratio(tokens, last, after):
        return True
    return (token.kind == "word" and token.text != "US" and after[0] in known.measures) or after[:2] in (
        ["in", "favour"],
        ["in", "favor"],
    )


def _is_ratio(tokens: Sequence[Token], last: int, after: list[str]) -> bool:
    if after[0] == "out":
        return after[1] == "of"
    is_number = last + 1 < len(tokens) and is_number_like(tokens[last + 1])
    return after[1] in ("none", "nil", "zero") if after[0] == "to" and not is_number else is_number


def is_price(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "per barrel", "a head" or "apiece" follows: no count of what was moved."""
    first, second = _next_two(tokens, index)
    return first in words().price_adverbs or (first in _EACH and second in words().prices)


def period(tokens: Sequence[Token], index: int) -> str | None:
    """Return the "month" of "a month", "per month" or "monthly", where that follows."""
    first, second = _next_two(tokens, index)
    adverb = words().periodically.get(first)
    return adverb or (words().periods.get(second) if first in _EACH else None)


def _next_two(tokens: Sequence[Token], index: int) -> tuple[str, str]:
    first, second = (tokens[at].lower if at < len(tokens) else "" for at in (index, index + 1))
    return first, second
