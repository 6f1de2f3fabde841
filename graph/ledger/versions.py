"""When a reading of an article takes the place of the one in force."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Any

from graph.ledger.rows import article_row, claim_row, entity_body
from graph.model import Article, Reading, digest


@dataclass(frozen=True, slots=True)
class Version:
    """A reading as far as it is compared with another.

    `reader` is who read, if whoever added it said so; `versions` the extractors and versions that its claims bear;
    `digest` stands for all it says.
    """

    article: Article
    reader: str | None
    versions: str
    digest: str


def version_of(reading: Reading, reader: str | None) -> Version:
    """Return what is compared of a reading."""
    versions = ", ".join(sorted({f"{claim.extractor} {claim.version}" for claim in reading.claims}))
    claims = sorted(map(claim_row, reading.claims))
    # What the reference data says of an entity is not the reader's word.
    minted = sorted(entity_body(entity) for entity in reading.entities if entity.minted)
    article = reading.article
    return Version(article, reader, versions, digest(article.text, article_row(article), claims, minted))


def is_superseded(kept: Version, new: Version, *, had_new: bool) -> bool:
    """Say whether `new` takes the place of `kept`, which is in force; `had_new`: the same was in force before.

    Two sources may print one text. What is in force must then not hang on the order in which they were loaded, and
    loading both again must not go back and forth between them.
    """
    if _is_another_reader(kept, new):
        return True
    if new.digest == kept.digest:
        return False
    if new.article == kept.article:
        return True
    if _provenance(new.article) == _provenance(kept.article):
        return not had_new
    return _preference(new.article) < _preference(kept.article)


def is_settled(kept: Version, article: Article, reader: str) -> bool:
    """Say whether nothing that `reader` reads in `article` can supersede `kept`."""
    if kept.reader != reader or kept.article == article:
        return kept.reader == reader
    return _provenance(article) != _provenance(kept.article) and _preference(kept.article) < _preference(article)


def _is_another_reader(kept: Version, new: Version) -> bool:
    if kept.reader and new.reader:
        return kept.reader != new.reader
    return bool(kept.versions and new.versions and kept.versions != new.versions)


def _provenance(article: Article) -> tuple[str | None, ...]:
    return (article.source, article.document, article.url)


def _preference(article: Article) -> tuple[Any, ...]:
    """Return a key that puts the source that tells most first; the rest of it only makes the choice a firm one."""
    told = (article.published, article.agency, article.publisher, article.title, article.url)
    return (*(part is None for part in told), *("" if part is None else str(part) for part in astuple(article)))
