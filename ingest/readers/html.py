"""HTML: the main text by trafilatura, what the page says about itself by `metadata`."""

from __future__ import annotations

import re
from dataclasses import dataclass

import lxml.html
import trafilatura
from lxml.etree import LxmlError, ParserError
from lxml.html import HtmlElement

from ingest.pages import Page
from ingest.readers.metadata import Metadata, metadata_of

_PARAGRAPHS = 2
_LEAST = 120  # characters; a shorter <article> is a teaser
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_OPENED = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ASIDE = ".//*[{}]".format(
    " or ".join(
        f"self::{name}" for name in ("aside", "nav", "footer", "form", "script", "style", "noscript", "template")
    )
)
_NAMED = "contains(concat(' ', @id, ' ', @class, ' '), '{}')"
_COMMENTS = f".//*[{_NAMED.format('comments')} or {_NAMED.format(' comment')}]"


@dataclass(frozen=True, slots=True)
class HtmlPages:
    """The pages in an HTML file: one, or one for each <article> that is a story. `note`: what is odd about it."""

    pages: tuple[Page, ...]
    note: str | None = None


def read_html(text: str, source: str) -> HtmlPages:
    """Return the pages of an HTML file; no page if no text is in it."""
    try:
        tree = lxml.html.document_fromstring(_XML_DECLARATION.sub("", text))
    except (LxmlError, ParserError, ValueError):
        return HtmlPages(())
    about = metadata_of(tree)
    articles = _story_elements(tree)
    if len(articles) > 1:
        pages = [_page_of_element(element, source, about) for element in articles]
    else:
        pages = [_page(tree, source, about)]
    is_cut = bool(_OPENED.search(text[:10_000])) and not _CLOSED.search(text[-10_000:])
    return HtmlPages(
        tuple(page for page in pages if page.text), "seems cut short (no end of the page)" if is_cut else None
    )


def _story_elements(tree: HtmlElement) -> list[HtmlElement]:
    """The outermost <article> elements with paragraphs enough for a story."""
    found = tree.xpath("//article[not(ancestor::article)]")
    return [element for element in found if _is_story(element)]


def _is_story(element: HtmlElement) -> bool:
    if "comment" in f"{element.get('id')} {element.get('class')}".lower():
        return False
    paragraphs = [" ".join(paragraph.text_content().split()) for paragraph in element.iter("p")]
    return len([p for p in paragraphs if len(p) > 40]) >= _PARAGRAPHS and sum(map(len, paragraphs)) >= _LEAST


def _page_of_element(element: HtmlElement, source: str, about: Metadata) -> Page:
    """One of several stories; only what stands inside its own element, and the site's name, holds for it."""
    alone = lxml.html.document_fromstring("<html><body></body></html>")
    alone.body.append(element)
    own = metadata_of(alone)
    heading = next(iter(element.xpath(".//h1|.//h2|.//h3")), None)
    title = own.title or (" ".join(heading.text_content().split()) if heading is not None else None)
    published = own.published or next(iter(element.xpath(".//time/@datetime")), "")[:10] or None
    return _made(_paragraphs(element), source, Metadata(title, about.publisher, own.agency, _iso(published)))


def _iso(day: str | None) -> str | None:
    return day if day and re.fullmatch(r"(?:19|20)\d\d-[01]\d-[0-3]\d", day) else None


def _page(tree: HtmlElement, source: str, about: Metadata) -> Page:
    text = trafilatura.extract(
        tree,
        include_comments=False,
        include_tables=False,
        include_images=False,
        include_links=False,
        include_formatting=False,
    )
    if about.body and len(about.body) > 1.5 * len(text or ""):
        text = about.body
    return _made(text or _paragraphs(tree), source, about)


def _paragraphs(element: HtmlElement) -> str:
    """The text of the paragraphs and list items below `element`, without navigation, scripts and comments."""
    for aside in [*element.xpath(_ASIDE), *element.xpath(_COMMENTS)]:
        if aside.getparent() is not None:
            aside.drop_tree()
    blocks = element.xpath(".//p | .//li[not(.//p)] | .//blockquote[not(.//p)] | .//h2 | .//h3")
    text = "\n\n".join(text for block in blocks if (text := " ".join(block.text_content().split())))
    return text or _bare_text(element)


def _bare_text(element: HtmlElement) -> str:
    """The text of a page without paragraphs: a line ends at a <br> and at the end of a cell or a division."""
    for line_end in element.iter("br", "div", "td"):
        line_end.tail = "\n" + (line_end.tail or "")
    bodies = element.xpath(".//body") or [element]
    return "\n\n".join(line for raw in bodies[0].text_content().split("\n") if (line := " ".join(raw.split())))


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
