"""Made ledgers of any size that keep the shape of the gold articles: their claims over again, with other parties.

In a copy of an article every word in small letters is exchanged for another of its length, so that no copy is taken for
one of the same story and offsets stay as they are. States are exchanged for others; names of other kinds, publishers
and agencies are numbered. So parties, facts, claims and origins grow together as they do when more is read.
For maps, `meshed_readings` gives so many parties so many lines between them, a few of which have many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import count
from random import Random
from typing import Any

from evaluation.gold import MORE, load_gold
from graph import reference
from graph.model import Article, Claim, Entity, Reading, article_id, claim_id
from ingest.pipeline import read_articles

_STORIES_AT_ONCE = 7  # how many copies share a numbered party
_WORD_OR_NOT = re.compile(r"\w+|\W+")
_CLAIMS_A_LINE = 2
_PARTIES = (("org", "Company"), ("org", "Organisation"), ("person", "Person"), ("vessel", "Vessel"))

Ends = tuple[Entity, Entity]


@cache
def gold_readings() -> tuple[Reading, ...]:
    """Return the gold articles as the reader reads them."""
    articles = [gold.article() for folder in (None, MORE) for gold in (load_gold(folder) if folder else load_gold())]
    return tuple(reading for reading in read_articles(articles) if reading.claims)


def made_readings(claims: int) -> Iterator[Reading]:
    """Yield readings until they bear at least so many claims together."""
    made = 0
    for number in count():
        for reading in gold_readings():
            if made >= claims:
                return
            copy = _copied(reading, number) if number else reading
            made += len(copy.claims)
            yield copy


def _copied(reading: Reading, number: int) -> Reading:
    text = "".join([_exchanged(number).get(part, part) for part in _parts(reading.article.text)])
    publisher, agency = (
        name and f"{name} {_group(number)}" for name in (reading.article.publisher, reading.article.agency)
    )
    document = f"{reading.article.document}-{number}"
    article = replace(
        reading.article, id=article_id(text), text=text, publisher=publisher, agency=agency, document=document
    )
    parties = {entity.id: _other(entity, number) for entity in reading.entities}
    ids = {old: new.id for old, new in parties.items()}
    claims = tuple(_retold(claim, article, ids) for claim in reading.claims)
    return Reading(article, tuple({entity.id: entity for entity in parties.values()}.values()), claims)


def _numbered(article: Article, number: int) -> Article:
    text = f"{article.text}\n\n({number})"
    return replace(article, id=article_id(text), text=text, document=f"{article.document}-{number}")


@cache
def _parts(text: str) -> list[str]:
    return _WORD_OR_NOT.findall(text)


@lru_cache(maxsize=1)
def _exchanged(number: int) -> dict[str, str]:
    """Return the words of one copy for those of the gold articles: of each length the one so many places further on."""
    exchanged: dict[str, str] = {}
    for words in _words_by_length():
        at = number % len(words)
        exchanged |= zip(words, words[at:] + words[:at], strict=True)
    return exchanged


@cache
def _words_by_length() -> tuple[list[str], ...]:
    words = {part for reading in gold_readings() for part in _parts(reading.article.text)}
    by_length: dict[int, list[str]] = {}
    for word in sorted(words):
        if word.isascii() and word.isalpha() and word.islower():
            by_length.setdefault(len(word), []).append(word)
    return tuple(by_length.values())


def _other(entity: Entity, number: int) -> Entity:
    if entity.kind == "State":
        states = _states()
        place = _places().get(entity.id)
        return entity if place is None else states[(place + number) % len(states)]
    if not entity.minted:
        return entity
    group = _group(number)
    return replace(entity, id=f"{entity.id}-{group}", name=f"{entity.name} {group}", aliases=())


def _group(number: int) -> int:
    return number // _STORIES_AT_ONCE


@cache
def _states() -> tuple[Entity, ...]:
    return tuple(record.entity for record in reference.records().values() if record.entity.kind == "State")


@cache
def _places() -> dict[str, int]:
    return {state.id: place for place, state in enumerate(_states())}


def _retold(claim: Claim, article: Article, ids: dict[str, str]) -> Claim:
    return _changed(
        claim,
        article=article.id,
        sentence=article.text[claim.start : claim.end],
        subject=claim.subject and ids[claim.subject],
        object=claim.object and ids[claim.object],
        asserted_by=tuple(ids[asserter] for asserter in claim.asserted_by),
    )


def _changed(claim: Claim, **parts: Any) -> Claim:
    changed = replace(claim, **parts)
    return replace(changed, id=claim_id(changed))


def meshed_readings(parties: int, lines: int) -> Iterator[Reading]:
    """Yield readings whose claims join all of `parties` by exactly `lines` of a map, with twice as many claims."""
    ends = _mesh([_party(number) for number in range(parties)], lines)
    relations: dict[Ends, str] = {}
    claims = 0
    for number in count():
        for reading in gold_readings():
            if claims >= lines * _CLAIMS_A_LINE:
                return
            pairs = [ends[(claims + place) % lines] for place in range(len(reading.claims))]
            for pair, claim in zip(pairs, reading.claims, strict=True):
                relations.setdefault(pair, claim.relation if claim.object else "supplied")
            yield _meshed(reading, number, pairs, relations)
            claims += len(reading.claims)


def _mesh(parties: list[Entity], lines: int) -> list[Ends]:
    """Return `lines` pairs: each party with an earlier one, then whoever has many lines with whoever has many."""
    chance = Random(0)
    ends = {(party, parties[chance.randrange(place)]): None for place, party in enumerate(parties) if place}
    drawn = [party for pair in ends for party in pair]
    while len(ends) < lines:
        pair = (chance.choice(drawn), chance.choice(drawn))
        if pair[0] != pair[1] and pair not in ends:
            ends[pair] = None
            drawn += pair
    return list(ends)


def _party(number: int) -> Entity:
    if number < len(_states()):
        return _states()[number]
    prefix, kind = _PARTIES[number % len(_PARTIES)]
    return Entity(f"{prefix}:made-{number}", kind, f"{kind} of the Made Port {number}", minted=True)


def _meshed(reading: Reading, number: int, pairs: list[Ends], relations: dict[Ends, str]) -> Reading:
    article = _numbered(reading.article, number)
    claims = tuple(
        _changed(claim, article=article.id, relation=relations[pair], subject=pair[0].id, object=pair[1].id)
        for claim, pair in zip(reading.claims, pairs, strict=True)
    )
    named = {entity.id: entity for entity in (*reading.entities, *(end for pair in pairs for end in pair))}
    return Reading(article, tuple(named.values()), claims)
