"""Where the story stands in an HTML page, and what stands beside it.

The element that the page marks as its main one is taken whole. Elsewhere trafilatura says which blocks count; they stay
in the page's order, with the headings that tell where other stories and comments begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml.html import HtmlElement

from ingest.pages.clutter import lists, section
from ingest.pages.lines import holds_a_sentence
from ingest.readers.blocks import text_of

_MOST = 0.4  # of a page's text; a larger element is no clutter, whatever its class
_ALIGNED = 0.8  # of the characters that trafilatura finds, in lines that are blocks of the page
_LARGE = 0.5  # of them; a smaller element is no main one
_ALWAYS = re.compile(r"(?:^|\s)(?:comments|comment)(?:\s|$)|(?:^|\s)comments?[-_](?:list|section|area|wrapper)")
_MAIN = ("//*[@itemprop='articleBody']", "//article[not(ancestor::article)]", "//main", "//*[@role='main']")


def drop_neighbours(tree: HtmlElement) -> None:
    """Take out of `tree` what its names call comments, links to other stories, appeals and adverts."""
    whole = max(1, len(tree.text_content()))
    for element in list(tree.iter("div", "section", "aside", "ul", "ol", "p", "blockquote", "header", "nav", "span")):
        if element.getparent() is None or not (named := _named(element)):
            continue
        is_small = _names().search(named) and len(element.text_content()) <= _MOST * whole
        if is_small or _ALWAYS.search(named):
            element.drop_tree()


def _named(element: HtmlElement) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}".strip().lower()


@cache
def _names() -> re.Pattern[str]:
    either = "|".join(map(re.escape, lists()["elements"]))
    return re.compile(rf"(?:^|[\s_-])(?:{either})(?:[\s_-]|$)")


def main_text(tree: HtmlElement) -> str:
    """Return the paragraphs of the story, in the order of the page; "" if the page has no text."""
    headed = _marked(tree, with_headline=True)
    if headed:
        return headed
    found = _lines(_by_trafilatura(tree) or "")
    marked = _marked(tree, with_headline=False)
    if len(_packed(marked)) > _LARGE * sum(map(len, found)):
        return marked
    blocks = text_of(next(iter(tree.xpath("//body")), tree))
    lines, known = blocks.split("\n"), set(found)
    size = sum(len(packed) for packed in map(_packed, lines) if packed in known)
    if not found or size < _ALIGNED * sum(map(len, found)):
        return blocks
    return "\n".join(_kept(lines, known, _headline(tree)))


def _headline(tree: HtmlElement) -> str:
    return next((packed for element in tree.iter("h1") if (packed := _packed(element.text_content()))), "")


def _kept(lines: list[str], known: set[str], headline: str) -> Iterator[str]:
    """Yield what is known to count, headings of other parts, and sentences between the headline and the end of that."""
    at = {number: line for number, line in enumerate(lines) if _packed(line) in known}
    first, last = min(at), max(at)
    start = next((number for number, line in enumerate(lines) if _packed(line) == headline), first)
    for number, line in enumerate(lines):
        is_within = start < number <= last and holds_a_sentence(line)
        if not line or number in at or is_within or section(line):
            yield line


def _by_trafilatura(tree: HtmlElement) -> str | None:
    import trafilatura  # most of a second, which a page that marks its story can do without

    return trafilatura.extract(
        tree,
        include_comments=False,
        include_tables=False,
        include_images=False,
        include_links=False,
        include_formatting=False,
    )


def _lines(text: str) -> list[str]:
    return [packed for line in text.split("\n") if (packed := _packed(line))]


def _packed(line: str) -> str:
    return "".join(line.split())


def _marked(tree: HtmlElement, *, with_headline: bool) -> str:
    """The text of the one element that the page marks as its main one, and that holds the headline if that is asked."""
    inner = ".//h1" if with_headline else "."
    for path in _MAIN:
        elements = [each for each in tree.xpath(path) if "comment" not in _named(each) and each.xpath(inner)]
        text = text_of(elements[0], with_links=False) if len(elements) == 1 else ""
        if text:
            return text
    return ""
