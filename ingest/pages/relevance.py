"""Whether an article is about arms, sanctions or their monitoring, and which of its words say so.

Words are weighed by `relevance.yml`: one that counts three is enough in a note of a few lines, a long article needs
more than one. A note that none of them speaks for may still tell a deed with arms (`notes`). An article in another
language is not judged: the reader reads English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ingest.pages.notes import relevance_words, told_deed, told_sanctions

NOT_ENGLISH = "not in English (too few of its common words)"
LONGEST_JUDGED = 30_000  # characters; an article says what it is about before that
_SHORTEST = 3  # words: who did what, to whom or with what
_LONG = 120  # words; from here on one strong word in passing is not enough
_TIMES = 3  # a word or two in a long article is a mention in passing
_STRONG = 3
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the of and to in a is that for it was on with as by at from are has had have be said its this were their an"
        " not which he they will but would who or been after his more than",
    )
)
_ENGLISH_SHARE = 0.12
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    weight: int
    words: re.Pattern[str]


@cache
def _groups() -> tuple[tuple[_Group, ...], tuple[_Group, ...]]:
    raw = relevance_words()
    return _compiled(raw["about"]), _compiled(raw["against"])


def _compiled(raw: dict[str, Any]) -> tuple[_Group, ...]:
    made = []
    for name, group in raw.items():
        either = "|".join(f"(?:{words})" for words in group["words"])
        made.append(_Group(name, group["weight"], re.compile(rf"\b(?:{either})\b", re.IGNORECASE)))
    return tuple(made)


def judge(title: str | None, text: str) -> tuple[bool, str]:
    """Return whether the article is relevant, and the words that decided."""
    words = _WORD.findall(f"{title or ''} {text[:LONGEST_JUDGED]}")
    if len(words) < _SHORTEST:
        return False, "too short to say anything" if words else "no text"
    if not is_english(words):
        return False, NOT_ENGLISH
    return _weigh(title or "", text[:LONGEST_JUDGED], len(words))


def is_english(words: list[str]) -> bool:
    """Tell by the share of common words; a text of a few words in plain letters gets the benefit of the doubt."""
    lower = [word.lower() for word in words]
    share = sum(word in _ENGLISH for word in lower) / len(lower)
    if len(lower) >= 20:
        return share >= _ENGLISH_SHARE
    return all(map(str.isascii, lower)) or share > 0.15


def _weigh(title: str, text: str, length: int) -> tuple[bool, str]:
    about, against = _groups()
    if length < _LONG:
        against = tuple(group for group in against if group.weight > 1)
    for_it, contrary = _count(about, title, text), _count(against, title, text)
    if length < _LONG and not contrary.words and for_it.weight < 2 and (deed := told_deed(text)):
        return True, "about " + ", ".join(deed[:6])
    if not for_it.words:
        return False, "no word on arms, sanctions or their monitoring"
    is_enough = for_it.weight - contrary.weight >= for_it.needed(length) and for_it.weight > 2 * contrary.weight
    if is_enough and (length < _LONG or for_it.times >= _TIMES):
        return True, "about " + ", ".join(for_it.words[:6])
    if in_passing := told_sanctions(text):
        return True, "about " + ", ".join(in_passing)
    beside = f", beside {', '.join(contrary.words[:3])}" if contrary.words else " in passing"
    return False, "only " + ", ".join(for_it.words[:4]) + beside


@dataclass(frozen=True, slots=True)
class _Count:
    """The weight of the different words found, how often any of them stands, the words: those of the title first."""

    weight: int
    times: int
    words: tuple[str, ...]
    is_strong: bool

    def needed(self, length: int) -> int:
        """The weight that an article of so many words needs; weak words alone have to be several."""
        if length < _LONG:
            return 2
        return 4 if self.is_strong else 6


def _count(groups: tuple[_Group, ...], title: str, text: str) -> _Count:
    weight = times = 0
    words: dict[str, str] = {}
    is_strong = False
    for where in (title, text):
        hits = [(hit.start(), " ".join(hit.group().split()), g) for g in groups for hit in g.words.finditer(where)]
        distinct = {word.lower(): group.weight for _, word, group in hits}
        weight += sum(distinct.values())
        times += len(hits)
        is_strong = is_strong or any(group.weight >= _STRONG for _, _, group in hits)
        for _, word, _ in sorted(hits, key=lambda hit: hit[:2]):
            words.setdefault(word.lower(), word)
    return _Count(weight, times, tuple(words.values()), is_strong)
