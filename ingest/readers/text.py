"""Plain text and Markdown: the page is the text; front matter gives its title and date."""

from __future__ import annotations

import re
from html import unescape

from graph.model import normalise_text
from ingest.pages import Page
from ingest.pages.agencies import agency_name
from ingest.pages.publication import full_date

_FRONT_MATTER = re.compile(r"---\n(?P<fields>(?:[A-Za-z_-]{1,30}:[^\n]*\n){1,40})---\n")
_FIELD = re.compile(r"^([A-Za-z_-]+):\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_STRESS = re.compile(
    r"(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1|(?<![\w*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=\S)\*(?![\w*])"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,2000}\)")


def read_text(text: str, source: str) -> Page:
    """Return a text as a page."""
    text = normalise_text(text) + "\n"
    match = _FRONT_MATTER.match(text)
    if match is None:
        return Page(_plain(text), source)
    fields = {key.lower(): value for key, value in _FIELD.findall(match["fields"])}
    url = fields.get("url", "")
    return Page(
        text=_plain(text[match.end() :]),
        source=source,
        title=fields.get("title") or None,
        publisher=fields.get("publisher") or fields.get("source") or None,
        agency=agency_name(fields["agency"]) if fields.get("agency") else None,
        published=full_date(fields.get("published") or fields.get("date") or ""),
        url=url if url.startswith(("http://", "https://")) else None,
    )


def _plain(text: str) -> str:
    """The text without entities, Markdown's links, stress and quotation; headings and rules stay for the splitter."""
    text = normalise_text(_ENTITY.sub(lambda match: unescape(match.group()), text))
    text = _QUOTED.sub("", _LINK.sub(r"\1", text))
    return _STRESS.sub(lambda match: match[2] or match[3], text)
