"""What a number counts, as far as it can be told without a parser: the unit, and the group of the noun after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.quantities.numerals import Token, is_number_like
from ingest.quantities.words import words

LONGEST_GROUP = 8  # words
_LINKS = frozenset("-‐‑–/")
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "these", "those", "such"})
_PRONOUNS = frozenset({"them", "which", "whom", "these", "those", "us"})


@dataclass(frozen=True, slots=True)
class Counted:
    """`tokens[first:last]` is the noun group (empty where none stands there); `after` is where the sentence goes on."""

    first: int
    last: int
    after: int
    unit: str | None = None

    @property
    def is_empty(self) -> bool:
        return self.first == self.last


def counted(tokens: Sequence[Token], index: int, *, is_one: bool = False) -> Counted | None:
    """Return what the number that ends before `tokens[index]` counts; None where it counts nothing that matters."""
    if _at(tokens, index) in words().openers:
        index += 1
    if _at(tokens, index) == "of":
        return _partitive(tokens, index)
    last = _group_end(tokens, index, may_join=not is_one)
    if last == index:
        return Counted(index, index, index)
    return _with_of(tokens, index, last) if _at(tokens, last) == "of" else _plain(tokens, index, last)


def money_for(tokens: Sequence[Token], index: int) -> Counted:
    """Return what money was paid for or held in: "in cryptocurrency", "worth of arms"."""
    start = index
    if _at(tokens, start) in ("worth", "-") and _at(tokens, start + 1) in ("worth", "of"):
        start += 1 if _at(tokens, start) == "worth" else 2
    if _at(tokens, start) not in ("in", "of"):
        return Counted(index, index, index)
    last = _group_end(tokens, start + 1)
    return Counted(start + 1, last, last) if last > start + 1 else Counted(index, index, index)


def _partitive(tokens: Sequence[Token], index: int) -> Counted | None:
    """Read "four of them", "100 of its men", "300 of the 400 shells"; of "the council's members" none."""
    if _at(tokens, index + 1) in _PRONOUNS and not is_noun(tokens, index + 2):
        return Counted(index + 1, index + 2, index + 2)
    if _at(tokens, index + 1) not in _DETERMINERS and not _is_owner(tokens, index + 1):
        return None
    first = index + 2
    if first < len(tokens) and is_number_like(tokens[first]) and not is_noun(tokens, first):
        first += 1
    last = _group_end(tokens, first)
    is_whose = last > first and tokens[last - 1].lower.endswith(("'s", "’s"))
    return Counted(first, last, last) if last > first and not is_whose else None


def _is_owner(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a name in the possessive stands there: "2,000 of Wagner's fighters"."""
    return _at(tokens, index).endswith(("'s", "’s")) and tokens[index].text[0].isupper()


def _with_of(tokens: Sequence[Token], first: int, last: int) -> Counted | None:
    """Read "containers of munitions", "pieces of artillery", "types of missile"."""
    noun = tokens[last - 1].lower
    inner = last + 1 + (_at(tokens, last + 1) in _DETERMINERS)
    end = _group_end(tokens, inner)
    if noun in words().sorts:
        return None
    of_what = tokens[end - 1].lower if end > inner else ""
    if noun in ("round", "rounds") and of_what in words().rounds_of:
        return Counted(first, last, last)
    unit = _unit(tokens, first, last) or words().loose.get(noun)
    if unit and end > inner:
        return Counted(inner, end, end, unit)
    if noun in words().transparent and end > inner:
        return Counted(inner, end, end)
    return Counted(first, last, last, unit)


def _plain(tokens: Sequence[Token], first: int, last: int) -> Counted | None:
    if _at(tokens, last - 1) in words().sorts:
        return None
    return Counted(first, last, last, _unit(tokens, first, last))


def _unit(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """Return the unit that a group ends with: "containers", "shipping containers", "artillery rounds"."""
    known, noun = words(), tokens[last - 1].lower
    pair = f"{tokens[last - 2].lower} {noun}" if last - first > 1 else ""
    unit = known.units.get(pair) or known.units.get(noun)
    if unit == "round" and _at(tokens, last) != "of":
        return unit if any(token.lower in known.rounds_beside for token in tokens[first:last]) else None
    return unit


def _group_end(tokens: Sequence[Token], first: int, *, may_join: bool = True) -> int:
    """Return where the noun group that begins at `first` ends."""
    index = first
    while index < min(len(tokens), first + LONGEST_GROUP) and is_noun(tokens, index):
        end = _compound_end(tokens, index)
        if _ends_group(tokens, end):
            return end
        index = end + 1 if may_join and _joins(tokens, end) else end
    return index


def is_noun(tokens: Sequence[Token], index: int) -> bool:
    if index >= len(tokens):
        return False
    token = tokens[index]
    if token.kind == "digits":  # "155mm shells"
        return index + 1 < len(tokens) and tokens[index + 1].is_glued and tokens[index + 1].kind == "word"
    if token.kind != "word":
        return False
    if index + 2 < len(tokens) and tokens[index + 1].text in "-‑" and tokens[index + 1].is_glued:
        return True  # "long-range missiles", "medium- and long-range missiles"
    if is_number_like(token):
        return False
    return token.lower not in words().stops or (token.text.isupper() and len(token.text) > 1)


def _compound_end(tokens: Sequence[Token], index: int) -> int:
    """Return where a compound such as "MiG-29" or "self-propelled" ends."""
    end = index + 1
    while end + 1 < len(tokens) and end < index + 8 and tokens[end].is_glued:
        is_link = tokens[end].kind == "mark"
        if is_link and tokens[end].text not in _LINKS:
            break
        if is_link and not tokens[end + 1].is_glued:  # "medium- and long-range"
            return end + 2 if tokens[end + 1].lower in ("and", "or", "to") and is_noun(tokens, end + 2) else end
        end += 1
    return end + (end + 1 == len(tokens) and tokens[end].is_glued and tokens[end].kind != "mark")


def _ends_group(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether a plural noun closes the group; "weapons systems" goes on."""
    if not _is_plural(tokens[end - 1]):
        return False
    return not (is_noun(tokens, end) and _is_plural(tokens[_compound_end(tokens, end) - 1]))


def _is_plural(token: Token) -> bool:
    word = token.lower
    is_regular = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s")) and len(word) > 2
    return token.kind == "word" and ((is_regular and not token.text[0].isupper()) or word in words().plurals)


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "and" joins two nouns of one group: "artillery and rocket launcher ammunition"."""
    return _at(tokens, index) in ("and", "&") and is_noun(tokens, index + 1)


def _at(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].lower if 0 <= index < len(tokens) else ""
