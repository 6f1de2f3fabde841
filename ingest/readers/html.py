"""HTML: the main text by `main_text`, what the page says about itself by `metadata`."""

from __future__ import annotations

import re
from dataclasses import replace

import lxml.html
from lxml.etree import LxmlError, ParserError
from lxml.html import HtmlElement

from ingest.pages import Page
from ingest.readers.blocks import text_of
from ingest.readers.chat import chat_pages
from ingest.readers.found import Found
from ingest.readers.listing import listed_stories
from ingest.readers.main_text import drop_neighbours, main_text
from ingest.readers.metadata import Metadata, live_updates, metadata_of, title_element

_CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_OPENED = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_html(text: str, source: str) -> Found:
    """Return the pages of an HTML file: one, or one for each story that it lists; none if no text is in it."""
    try:
        tree = lxml.html.document_fromstring(_XML_DECLARATION.sub("", text))
    except (LxmlError, ParserError, ValueError):
        return Found(())
    messages = chat_pages(tree, source)
    if messages:
        return Found(messages)
    about = metadata_of(tree)
    updates = live_updates(tree)
    if len(updates) > 1:
        return Found(tuple(_update_page(update, source, about) for update in updates))
    drop_neighbours(tree)
    stories = listed_stories(tree)
    if len(stories) > 1:
        pages = [_page_of_element(element, source, about) for element in stories]
    else:
        pages = [_page(tree, source, about)]
    return Found(tuple(page for page in pages if page.text), _note(text, about))


def _note(text: str, about: Metadata) -> str | None:
    if _OPENED.search(text[:10_000]) and not _CLOSED.search(text[-10_000:]):
        return "seems cut short (no end of the page)"
    return "is a page for subscribers, by its own words: it may hold the beginning alone" if about.is_stub else None


def text_of_html(text: str, *, with_marks: bool = False) -> str:
    """Return the text of a piece of HTML, such as an item of a feed or a mail holds; see `text_of`."""
    try:
        return text_of(lxml.html.fragment_fromstring(text, create_parent="div"), with_marks=with_marks)
    except (LxmlError, ParserError, ValueError):
        return ""


def _update_page(update: Metadata, source: str, about: Metadata) -> Page:
    """A post of a live blog, which is an article of its own under the blog's publisher."""
    body = update.body or ""
    text = text_of_html(body) if re.search(r"<\w+[^>]*>", body) else body
    return _made(text, source, replace(update, publisher=update.publisher or about.publisher, body=None))


def _page_of_element(element: HtmlElement, source: str, about: Metadata) -> Page:
    """One of several stories; only what stands inside its own element, and the site's name, holds for it."""
    alone = lxml.html.document_fromstring("<html><body></body></html>")
    alone.body.append(element)
    own = metadata_of(alone)
    heading = next(iter(element.xpath(".//h1|.//h2|.//h3")), None)
    title = own.title or (" ".join(heading.text_content().split()) if heading is not None else None)
    published = own.published or next(iter(element.xpath(".//time/@datetime")), "")[:10] or None
    return _made(text_of(element), source, Metadata(title, about.publisher, own.agency, _iso(published)))


def _iso(day: str | None) -> str | None:
    return day if day and re.fullmatch(r"(?:19|20)\d\d-[01]\d-[0-3]\d", day) else None


def _page(tree: HtmlElement, source: str, about: Metadata) -> Page:
    text = main_text(tree)
    if about.body and len(about.body) > 1.5 * len(text):
        text = about.body
    if about.title is None and (name := title_element(tree)) and name in text_of(tree).split("\n"):
        return replace(_made(text, source, replace(about, title=name)), is_one_story=False)
    return _made(text, source, about)


def _made(text: str, source: str, about: Metadata) -> Page:
    return Page(
        text=text,
        source=source,
        title=about.title,
        publisher=about.publisher,
        agency=about.agency,
        published=about.published,
        url=about.url,
        is_one_story=about.title is not None,
    )
