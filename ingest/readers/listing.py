"""Pages that list several stories: elements made alike, side by side, each with a headline of its own and some text."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from ingest.pages.publication import bare_date
from ingest.readers.blocks import text_of

_HEADINGS = ("h1", "h2", "h3", "h4")
_HIGH = 5  # elements above a headline, one of which holds the story
_LEAST = 60  # characters; a shorter text is a link with a word or two
_SHARE = 0.6  # of the page's text; less is a box of other stories beside the one that the page is about
_PARAGRAPHS = 2
_ARTICLE = 120  # characters; a shorter <article> is a teaser


def listed_stories(tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements that hold a story each; fewer than two where the page is about one."""
    whole = len(text_of(next(iter(tree.xpath("//body")), tree), with_links=False))
    for group in sorted(_groups(tree), key=_size, reverse=True):
        if _size(group) < _SHARE * whole:
            break
        if len(group) > 1:
            return group
    return [element for element in tree.xpath("//article[not(ancestor::article)]") if _is_article(element)]


def _groups(tree: HtmlElement) -> list[list[HtmlElement]]:
    """The stories side by side, by the element that holds them and their own kind."""
    groups: dict[tuple[HtmlElement, str, str], list[HtmlElement]] = {}
    judged: set[HtmlElement] = set()
    for heading in tree.iter(*_HEADINGS):
        for holder in [heading, *heading.iterancestors()][1:_HIGH]:
            parent = holder.getparent()
            if parent is None or holder.tag in ("body", "html", "main"):
                break
            if holder not in judged and _is_story(holder):
                groups.setdefault((parent, holder.tag, holder.get("class") or ""), []).append(holder)
            judged.add(holder)
    return list(groups.values())


def _size(group: list[HtmlElement]) -> int:
    return sum(len(text_of(element)) for element in group)


def _is_story(element: HtmlElement) -> bool:
    """Tell whether an element has one headline, which is a link or has a date beside it, and a text of its own."""
    headings = list(islice(element.iter(*_HEADINGS), 2))
    if len(headings) != 1:
        return False
    title = " ".join(headings[0].text_content().split())
    lines = [line for line in text_of(element).split("\n") if line and line != title]
    is_linked = bool(headings[0].xpath(".//a | ancestor::a"))
    is_dated = bool(element.xpath(".//time")) or any(bare_date(line) for line in lines)
    return (is_linked or is_dated) and sum(map(len, lines)) >= _LEAST


def _is_article(element: HtmlElement) -> bool:
    """Tell whether an <article> has paragraphs enough for a story."""
    if "comment" in f"{element.get('id')} {element.get('class')}".lower():
        return False
    paragraphs = [" ".join(paragraph.text_content().split()) for paragraph in element.iter("p")]
    return sum(len(text) > 40 for text in paragraphs) >= _PARAGRAPHS and sum(map(len, paragraphs)) >= _ARTICLE
