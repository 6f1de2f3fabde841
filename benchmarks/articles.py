"""Articles to read, as many as one likes: the gold articles over again, each time with other names and figures.

What only an article names (persons, firms, ships, armed groups) and every number that is neither a year nor that of a
known resolution differ from copy to copy, so that nothing the reader has worked out for a word, a name or a figure of
one copy is of use for the next. States, items, bodies of the reference data and plain English return, as they do in
the news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import count, islice

from evaluation.gold import DEV, MORE, load_gold
from graph.model import Article, article_id
from ingest.lexicon.wordlists import words_in
from ingest.names import find_names

_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?![\w,])")
_WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")
LAST_DAY = 31
_SYLLABLES = ("ba", "ko", "ri", "nu", "te", "sha", "mo", "li", "zan", "dur", "vek", "pol", "gar", "esh", "min", "tov")


@cache
def gold_articles() -> tuple[Article, ...]:
    return tuple(gold.article() for folder in (DEV, MORE) for gold in load_gold(folder))


def articles(copies: int | None = None, first: int = 0, every: int = 1) -> Iterator[Article]:
    """Yield the gold articles of copy `first`, then of the next, and so on; made as they are taken.

    Args:
        copies: How many; None for no end.
        first: The number of the first copy.
        every: 4 for every fourth article.
    """
    for number in islice(count(first), copies):
        yield from map(partial(altered, number=number), gold_articles()[::every])


def altered(article: Article, number: int) -> Article:
    """Return an article with names and figures that only the copy of this `number` has; 0 is the article itself."""
    if not number:
        return article
    text = _WORD.sub(partial(_renamed, names=_names(article), number=number), article.text)
    text = _FIGURE.sub(partial(_recounted, number=number), text)
    return replace(article, id=article_id(text), text=text, document=f"{article.document}-{number}")


@cache
def _names(article: Article) -> frozenset[str]:
    """Return the words that an article uses in names of its own making and nowhere else."""
    text, named = article.text, find_names(article.text, article.title)
    made: set[str] = set()
    known = {word.capitalize() for word in words_in("body_words", "treaty_words", "titles", "legal_forms")}
    for mention in named.mentions:
        is_made = mention.is_entity and named.entity(mention.target).minted
        (made if is_made else known).update(_WORD.findall(text[mention.start : mention.end]))
    return frozenset(word for word in made - known if word.lower() not in text)


def _renamed(match: re.Match[str], names: frozenset[str], number: int) -> str:
    return match.group() + syllables(number) if match.group() in names else match.group()


def _recounted(match: re.Match[str], number: int) -> str:
    """Return another figure of as many digits; what may be a day of a month stays."""
    value, digits = int(match.group().replace(",", "")), len(match.group().replace(",", ""))
    least = max(LAST_DAY + 1, 10 ** (digits - 1))
    if value < least:
        return match.group()
    other = least + (value - least + 7 * number) % (10**digits - least)
    return f"{other:,}" if "," in match.group() else str(other)


def syllables(number: int) -> str:
    """Return an ending for names that no other number has."""
    made = ""
    while number:
        number, at = divmod(number, len(_SYLLABLES))
        made += _SYLLABLES[at]
    return made


def notes(how_many: int, first: int = 0) -> Iterator[Article]:
    """Yield short articles, none with a name of another."""
    for number in range(first, first + how_many):
        trader, maker = f"Ko{syllables(2 * number + 1)}", f"Zan{syllables(2 * number + 2)}"
        text = (
            f"{trader} Trading sold {number + 2:,} rifles to Sudan in May, Chad said. It denied it.\n\n"
            f"The state firm {maker} Arms had made them, Ahmed {trader}ov told reporters."
        )
        yield Article(article_id(text), text, published="2025-06-01")
