"""What an HTML page says about itself: JSON-LD, meta elements, <time>. Only what is said, nothing inferred.

A date of modification is no date of publication, and the first date anywhere on the page is none either.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml.html import HtmlElement

from ingest.pages.agencies import known_agency
from ingest.pages.publication import full_date

_ARTICLE = ("article", "report", "blogposting", "liveblogposting", "pressrelease")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date.issued", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "publishdate", "publish-date", "publish_date",
    "pubdate", "parsely-pub-date", "sailthru.date", "citation_publication_date", "article.published", "date",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "publisher")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says; None where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: str | None = None
    url: str | None = None
    body: str | None = None
    is_stub: bool = False  # says that only subscribers see the whole


def metadata_of(tree: HtmlElement) -> Metadata:
    """Return what the page says about its (first) article, JSON-LD before meta elements before <time>."""
    metas = _metas(tree)
    linked = _linked_data(tree)
    title = linked.title or _first(metas, _TITLES) or _heading(tree)
    return replace(
        linked,
        title=title,
        publisher=linked.publisher or _first(metas, _PUBLISHERS),
        published=linked.published or _first_date(metas) or _time(tree),
        url=linked.url
        or _web(_first(metas, ("og:url",)))
        or _web(next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)),
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and (value := " ".join((element.get("content") or "").split())):
            metas.setdefault(key.lower(), value)
    return metas


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((metas[key] for key in keys if key in metas), None)


def _first_date(metas: dict[str, str]) -> str | None:
    return next((day for key in _DATES if (day := full_date(metas.get(key, "")))), None)


def _heading(tree: HtmlElement) -> str | None:
    headings = [text for element in tree.iter("h1") if (text := " ".join(element.text_content().split()))]
    return headings[0] if headings else None


def _time(tree: HtmlElement) -> str | None:
    """A <time> that is marked as the date of publication, or the only one in the head of an article."""
    marked = tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")
    below = "h1/following::time[1]/@datetime"
    heads = tree.xpath(f"//article//header//time/@datetime | //main//{below} | //article//{below}")
    return next((day for value in [*marked, *heads] if (day := full_date(value))), None)


def title_element(tree: HtmlElement) -> str | None:
    """What the <title> says apart from the site's name: the longest part of it."""
    said = " ".join(next((element.text_content() for element in tree.iter("title")), "").split())
    return max(re.split(r"\s+[|–—-]\s+|\s*[»|]\s*", said), key=len) or None


def live_updates(tree: HtmlElement) -> list[Metadata]:
    """Return the posts of a live blog that its JSON-LD holds in full."""
    blogs = (item for script in _scripts(tree) for item in _items(script) if item.get("liveBlogUpdate"))
    updates: object = next((blog["liveBlogUpdate"] for blog in blogs), [])
    posts = [_article(post) for post in updates if isinstance(post, dict)] if isinstance(updates, list) else []
    return [post for post in posts if post.body]


def _scripts(tree: HtmlElement) -> Iterator[str | None]:
    return (script.text for script in tree.iter("script") if "ld+json" in (script.get("type") or ""))


def _linked_data(tree: HtmlElement) -> Metadata:
    """The JSON-LD of the article whose headline stands on the page, else of the first; broken JSON-LD says nothing."""
    found = [item for script in _scripts(tree) for item in _items(script)]
    heading = (_heading(tree) or "").casefold()
    found.sort(key=lambda item: (_string(item.get("headline")) or "").casefold() != heading)
    return _article(found[0]) if found else Metadata()


def _items(text: str | None) -> Iterator[dict[str, Any]]:
    try:
        loaded = json.loads(text or "null", strict=False)
    except (ValueError, RecursionError):
        return
    yield from _articles_in(loaded, 0)


def _articles_in(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from _articles_in(part, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(
            isinstance(kind, str) and kind.lower().endswith(_ARTICLE)
            for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield value
        for key in ("@graph", "mainEntity"):
            yield from _articles_in(value.get(key), depth + 1)


def _article(item: dict[str, Any]) -> Metadata:
    named = [_name(item.get(key)) for key in ("sourceOrganization", "author", "creator", "publisher")]
    return Metadata(
        title=_string(item.get("headline")) or _string(item.get("name")),
        publisher=_name(item.get("publisher")),
        agency=next((agency for name in named[:3] if name and (agency := known_agency(name))), None),
        published=full_date(_string(item.get("datePublished")) or ""),
        url=_web(_string(item.get("url"))) or _web(_string(item.get("mainEntityOfPage"))),
        body=_string(item.get("articleBody"), keep_lines=True),
        is_stub=str(item.get("isAccessibleForFree")).lower() == "false",
    )


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return next((name for part in value[:5] if (name := _name(part))), None) if value else None
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _string(value: object, *, keep_lines: bool = False) -> str | None:
    if not isinstance(value, str):
        return None
    return (value if keep_lines else " ".join(value.split())) or None


def _web(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) and len(address) < 2000 else None
