"""The articles of files, folders, JSONL and standard input, one by one, each judged for relevance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

from graph.errors import SourceError
from graph.model import Article, article_id, normalise_text
from ingest.pages import Story, stories_of
from ingest.pages.relevance import NOT_ENGLISH, judge
from ingest.readers.chat import is_chat, read_chat
from ingest.readers.encoding import decode
from ingest.readers.found import Attachment, Found
from ingest.readers.records import parse_json, read_record
from ingest.readers.text import read_text
from ingest.sources import Raw, Report, SourceProblem, raw_page, raw_pages

__all__ = ["SourceProblem", "articles_of"]

_DEEPEST = 4  # attachments within attachments


def articles_of(sources: Sequence[str], *, report: Report) -> Iterator[Article]:
    """Yield the articles of `sources` in order; what cannot be read goes to `report`, the rest is read.

    Args:
        sources: Files, folders, `-` for standard input.
        report: Called with each problem, in order, as it is met.
    """
    for raw in raw_pages(sources, report):
        yield from _articles(raw, report)


def _articles(raw: Raw, report: Report, depth: int = 0) -> Iterator[Article]:
    if raw.kind in ("json", "jsonl"):
        yield from _in_english(raw, _records(raw, report), report)
        return
    try:
        found = _found(raw, report)
    except SourceError as error:
        report(SourceProblem(raw.path, raw.line, str(error)))
        return
    if found.note:
        report(SourceProblem(raw.path, raw.line, found.note, is_note=True))
    stories = [story for page in found.pages for story in stories_of(page)]
    yield from _in_english(raw, (_article(story, raw) for story in stories), report)
    if not stories and not found.attachments:
        report(SourceProblem(raw.path, raw.line, "no article found on this page"))
    for attachment in found.attachments:
        yield from _attached(attachment, raw, report, depth)


def _found(raw: Raw, report: Report) -> Found:
    """Read a file by its kind; the readers are imported as they are needed, since some take most of a second."""
    match raw.kind:
        case "text":
            return Found((read_text(_decoded(raw, report), raw.name),))
        case "pdf":
            from ingest.readers.pdf import read_pdf

            return read_pdf(raw.data, raw.name)
        case "mail":
            from ingest.readers.mail import read_mail

            return read_mail(raw.data, raw.name)
        case "feed":
            from ingest.readers.feed import read_feed

            return read_feed(raw.data, raw.name)
    from ingest.readers.html import read_html

    return read_html(_decoded(raw, report), raw.name)


def _decoded(raw: Raw, report: Report) -> str:
    decoded = decode(raw.data, may_declare=raw.kind == "html")
    if decoded.note:
        report(SourceProblem(raw.path, raw.line, decoded.note, is_note=True))
    return decoded.text


def _attached(attachment: Attachment, raw: Raw, report: Report, depth: int) -> Iterator[Article]:
    """Yield the articles of a file that hangs on another."""
    path = f"{raw.path}, attached {attachment.name!r}"
    if depth == _DEEPEST:
        report(SourceProblem(path, None, f"is an attachment within {_DEEPEST} others and was not read"))
        return
    suffix = PurePath(attachment.name).suffix
    for inner in raw_page(path, f"{raw.name}/{attachment.name}", suffix, attachment.data, report):
        yield from _articles(inner, report, depth + 1)


def _in_english(raw: Raw, articles: Iterable[Article], report: Report) -> Iterator[Article]:
    """Pass articles on, and say how many are left out because of their language."""
    count = foreign = 0
    for article in articles:
        count, foreign = count + 1, foreign + (article.reason == NOT_ENGLISH)
        yield article
    if foreign:
        what = "is not in English" if foreign == count == 1 else f"{foreign} of {count} articles are not in English"
        is_note = foreign < count or raw.line is not None
        report(SourceProblem(raw.path, raw.line, f"{what}; claims are read from English alone", is_note=is_note))


def _records(raw: Raw, report: Report) -> Iterator[Article]:
    """One article a line of JSONL; a JSON file holds one, or a list, whose numbers count from 1."""
    try:
        value = parse_json(_decoded(raw, report))
    except SourceError as error:
        report(SourceProblem(raw.path, raw.line, str(error)))
        return
    found = _json_pages(value, raw, report)
    if found is not None:
        yield from (_article(story, raw) for page in found.pages for story in stories_of(page))
        return
    is_list = raw.kind == "json" and isinstance(value, list)
    for number, item in enumerate(value if is_list else [value], start=1):
        try:
            story, document = read_record(item)
        except SourceError as error:
            report(SourceProblem(raw.path, number if is_list else raw.line, str(error)))
        else:
            yield _article(story, raw, document)


def _json_pages(value: Any, raw: Raw, report: Report) -> Found | None:
    """Return the pages of a JSON value that is an export of another kind than articles."""
    if is_chat(value):
        return read_chat(value, raw.name)
    if isinstance(value, dict) and "items" in value:
        from ingest.readers.feed import is_json_feed, read_json_feed

        try:
            return read_json_feed(value, raw.name) if is_json_feed(value) else None
        except SourceError as error:
            report(SourceProblem(raw.path, raw.line, str(error)))
            return Found(())
    return None


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
