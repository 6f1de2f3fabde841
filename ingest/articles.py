"""The articles of files, folders, JSONL and standard input, one by one, each judged for relevance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.errors import SourceError
from graph.model import Article, article_id, normalise_text
from ingest.pages import Page, Story, stories_of
from ingest.readers.encoding import Decoded, decode
from ingest.readers.records import parse_json, read_record
from ingest.readers.text import read_text
from ingest.relevance import judge
from ingest.sources import Raw, Report, SourceProblem, raw_pages

__all__ = ["SourceProblem", "articles_of"]


def articles_of(sources: Sequence[str], *, report: Report) -> Iterator[Article]:
    """Yield the articles of `sources` in order; what cannot be read goes to `report`, the rest is read.

    Args:
        sources: Files, folders, `-` for standard input.
        report: Called with each problem, in order, as it is met.
    """
    for raw in raw_pages(sources, report):
        yield from _articles(raw, report)


def _articles(raw: Raw, report: Report) -> Iterator[Article]:
    decoded = decode(raw.data, may_declare=raw.kind == "html")
    if raw.kind in ("json", "jsonl"):
        yield from _records(raw, decoded, report)
        return
    if decoded.note:
        report(SourceProblem(raw.path, raw.line, decoded.note, is_note=True))
    is_empty = True
    for page in _pages(raw, decoded.text, report):
        for story in stories_of(page):
            is_empty = False
            yield _article(story, raw)
    if is_empty:
        report(SourceProblem(raw.path, raw.line, "no article found on this page"))


def _pages(raw: Raw, text: str, report: Report) -> Sequence[Page]:
    if raw.kind == "text":
        return (read_text(text, raw.name),)
    from ingest.readers.html import read_html  # trafilatura takes most of a second to import

    read = read_html(text, raw.name)
    if read.note:
        report(SourceProblem(raw.path, None, read.note, is_note=True))
    return read.pages


def _records(raw: Raw, decoded: Decoded, report: Report) -> Iterator[Article]:
    """One article a line of JSONL; a JSON file holds one, or a list, whose numbers count from 1."""
    if decoded.note:
        report(SourceProblem(raw.path, raw.line, decoded.note, is_note=True))
    try:
        value = parse_json(decoded.text)
    except SourceError as error:
        report(SourceProblem(raw.path, raw.line, str(error)))
        return
    is_list = raw.kind == "json" and isinstance(value, list)
    for number, item in enumerate(value if is_list else [value], start=1):
        try:
            story, document = read_record(item)
        except SourceError as error:
            report(SourceProblem(raw.path, number if is_list else raw.line, str(error)))
        else:
            yield _article(story, raw, document)


def _article(story: Story, raw: Raw, document: str | None = None) -> Article:
    is_relevant, reason = judge(story.title, story.text)
    return Article(
        id=article_id(story.text),
        text=story.text,
        title=story.title,
        publisher=story.publisher,
        agency=story.agency,
        published=story.published,
        url=story.url,
        source=normalise_text(raw.name) or None,
        document=document,
        relevant=is_relevant,
        reason=reason,
    )
