"""RSS (0.9 to 2.0, RDF), Atom and JSON Feed: each item is an article, with its full text where the feed holds it.

Parsed by lxml without entities, network or a DTD; a feed that declares entities is refused.
"""

from __future__ import annotations

import re
from typing import Any

import lxml.etree
from lxml.etree import _Element

from graph.errors import SourceError
from ingest.pages import Page
from ingest.pages.agencies import known_agency
from ingest.pages.publication import full_date
from ingest.readers.encoding import mend
from ingest.readers.found import Found
from ingest.readers.html import text_of_html

_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ROOTS = ("rss", "feed", "rdf")
_BODIES = ("encoded", "content", "description", "summary")  # the fullest first
_DATES = ("pubdate", "published", "date", "issued", "created")  # "updated" alone says nothing of publication
_HEAD = 100_000  # bytes; where a document type has to stand


def read_feed(data: bytes, source: str) -> Found:
    """Return the items of a feed as pages.

    Raises:
        SourceError: it is no feed, a hostile one, or one without items.
    """
    if re.search(rb"<!ENTITY", data[:_HEAD], re.IGNORECASE):
        raise SourceError("declares entities of its own, as feeds do not: it may be hostile and was not read")
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        root = lxml.etree.fromstring(data, parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("is not valid XML") from error
    if root is None or _name(root) not in _ROOTS:
        raise SourceError("is XML, but no feed (RSS or Atom)")
    return _found(root, source, is_whole=_END.search(data[-1000:]) is not None)


def _found(root: _Element, source: str, *, is_whole: bool) -> Found:
    items = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not items:
        raise SourceError("is a feed without items")
    channel = next((element for element in root.iter() if _name(element) == "channel"), root)
    publisher = _text(channel, "title")
    pages = tuple(page for item in items if (page := _page(item, publisher, source)).text)
    return Found(pages, None if is_whole else "seems cut short (no end of the feed)")


def _page(item: _Element, publisher: str | None, source: str) -> Page:
    origin = next((child for child in item if _name(child) == "source"), None)
    named = [_text(item, name) for name in ("creator", "author", "publisher")]
    author = next((child for child in item if _name(child) == "author"), None)
    named += [_text(author, "name")] if author is not None else []
    return Page(
        text=_body(item),
        source=source,
        title=_title(item),
        publisher=(_text(origin, "title") or _said(origin) if origin is not None else None) or publisher,
        agency=next((agency for name in named if name and (agency := known_agency(name))), None),
        published=next((day for name in _DATES if (day := full_date(_text(item, name) or ""))), None),
        url=_link(item),
        is_one_story=True,
    )


def _body(item: _Element) -> str:
    """The longest of what may hold the text, as text."""
    found = [_as_text(child) for name in _BODIES for child in item if _name(child) == name]
    return max(found, key=len, default="")


def _as_text(element: _Element) -> str:
    kind = (element.get("type") or "html").lower()
    if len(element):  # Atom's XHTML, not escaped
        return text_of_html(lxml.etree.tostring(element, encoding="unicode", with_tail=False))
    text = mend(element.text or "")
    return text_of_html(text) if kind != "text" and re.search(r"<\w|&\w+;|&#", text) else text


def _title(item: _Element) -> str | None:
    for child in item:
        if _name(child) == "title":
            return " ".join(_as_text(child).split()) or None
    return None


def _link(item: _Element) -> str | None:
    for child in item:
        if _name(child) in ("link", "guid", "id") and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if address.startswith(("http://", "https://")) and len(address) < 2000:
                return address
    return None


def _text(element: _Element, name: str) -> str | None:
    """Return the text of the first child of a name, whatever its namespace."""
    return next((_said(child) for child in element if _name(child) == name), None)


def _said(element: _Element) -> str | None:
    return " ".join("".join(element.itertext()).split()) or None


def _name(element: _Element) -> str:
    tag = element.tag
    return lxml.etree.QName(tag).localname.lower() if isinstance(tag, str) else ""


def is_json_feed(value: Any) -> bool:
    """Tell whether a JSON value is a JSON Feed (jsonfeed.org)."""
    version = value.get("version") if isinstance(value, dict) else None
    return isinstance(version, str) and "jsonfeed.org" in version and isinstance(value.get("items"), list)


def read_json_feed(value: dict[str, Any], source: str) -> Found:
    """Return the items of a JSON Feed as pages; `SourceError` if it has none."""
    items = [item for item in value["items"] if isinstance(item, dict)]
    if not items:
        raise SourceError("is a feed without items")
    pages = (_json_page(item, _one_line(value.get("title")), source) for item in items)
    return Found(tuple(page for page in pages if page.text))


def _json_page(item: dict[str, Any], publisher: str | None, source: str) -> Page:
    html, text = item.get("content_html"), item.get("content_text") or item.get("summary")
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    named = [_one_line(author.get("name")) for author in listed if isinstance(author, dict)]
    url = _one_line(item.get("url")) or ""
    return Page(
        text=text_of_html(html) if isinstance(html, str) else text if isinstance(text, str) else "",
        source=source,
        title=_one_line(item.get("title")),
        publisher=publisher,
        agency=next((agency for name in named if name and (agency := known_agency(name))), None),
        published=full_date(_one_line(item.get("date_published")) or ""),
        url=url if url.startswith(("http://", "https://")) else None,
        is_one_story=True,
    )


def _one_line(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
