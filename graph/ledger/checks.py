"""What a reading must keep to before the ledger takes it, and whether what the ledger holds still does."""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Iterable, Iterator

from graph import reference
from graph.errors import ReadingError
from graph.model import BOUNDS, STATUSES, Article, Claim, Entity, Reading, article_id, claim_id, text_sha256
from graph.ontology import items, kinds, relations
from graph.when import is_edtf

_MOST_PROBLEMS = 20
_ID = re.compile(r"[a-z]+:[A-Za-z0-9-]+")  # it becomes part of an address, and of statements that are pasted


def check_reading(reading: Reading) -> None:
    """Let the reading pass, or say what is wrong with it.

    Raises:
        ReadingError: a rule is broken; the message names the article and the first culprit.
    """
    article = reading.article
    brought = {entity.id for entity in reading.entities}
    problems = [*_article_problems(article), *_entity_problems(reading.entities)]
    for claim in reading.claims:
        problems += [f"{claim.id}: {problem}" for problem in claim_problems(claim, article)]
        unknown = (name for name in named_in(claim) if name not in brought and not reference.entity(name))
        problems += [f"{claim.id}: names {name!r}, which nothing describes" for name in unknown]
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise ReadingError(f"{article.id} is not kept: {problems[0]}{more}")


def claim_problems(claim: Claim, article: Article) -> list[str]:
    """Return which rules the claim breaks, the names of entities apart."""
    quantity = claim.quantity
    checks = {
        f"quotes {claim.article}": claim.article == article.id,
        "its sentence is not what the article says there": 0 <= claim.start < claim.end <= len(article.text)
        and claim.sentence == article.text[claim.start : claim.end],
        f"unknown relation {claim.relation!r}": claim.relation in relations(),
        f"unknown status {claim.status!r}": claim.status in STATUSES,
        f"unknown item {claim.item!r}": claim.item is None or claim.item in items(),
        f"{claim.when!r} is no EDTF date": claim.when is None or is_edtf(claim.when),
        f"{quantity} is no quantity": quantity is None or (quantity.bound in BOUNDS and math.isfinite(quantity.value)),
        "its id is not that of what it says": claim.id == claim_id(claim),
    }
    return [problem for problem, holds in checks.items() if not holds]


def named_in(claim: Claim) -> set[str]:
    """Return the ids of the entities that the claim names."""
    return {name for name in (claim.subject, claim.object, *claim.asserted_by) if name}


def _article_problems(article: Article) -> Iterator[str]:
    if article.id != article_id(article.text):
        yield "its id is not that of its text"


def _entity_problems(entities: Iterable[Entity]) -> Iterator[str]:
    for entity in entities:
        kind = kinds().get(entity.kind)
        if kind is None:
            yield f"{entity.id}: unknown kind {entity.kind!r}"
        elif not entity.id.startswith(kind.prefix + ":"):
            yield f"{entity.id}: a {entity.kind} has an id that starts with {kind.prefix}:"
        elif not _ID.fullmatch(entity.id):
            yield f"{entity.id!r}: an id has letters of ASCII, digits and hyphens after the colon, nothing else"


def file_problems(connection: sqlite3.Connection) -> list[str]:
    """Return what is wrong with the file itself: pages, indexes, references, texts that changed."""
    checked = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST_PROBLEMS})")]
    problems = [line for line in checked if line != "ok"]
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        problems.append(f"a row of {table} refers to a row of {parent} that is not there")
    for sha256, text in connection.execute("SELECT sha256, text FROM texts"):
        if text_sha256(text) != sha256:
            problems.append(f"the text with SHA-256 {sha256[:12]}... is not what was stored")
    return problems
