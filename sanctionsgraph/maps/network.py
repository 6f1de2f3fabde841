"""pyvis's `Network` with a page of our own: one HTML file that asks nothing of the network.

pyvis keeps nodes and edges and brings vis-network; its own page loads styles and scripts from elsewhere, so
`generate_html` fills the template beside this file instead. Scripts and style are inlined, and a content security
policy names their hashes: nothing else runs, nothing is fetched. vis-network is packed, and so is much knowledge.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup
from pyvis.network import Network

# In the order in which they run; they share one scope.
SCRIPTS = (
    "fold", "dom", "data", "state", "looks", "icons", "marks", "curves", "canvas", "claims", "panel", "legend",
    "timeline", "search", "table", "path", "files", "links", "keys", "main",
)  # fmt: skip
TABLES = ("articles", "claims", "facts", "lines", "nodes")  # of the payload
_PAGE = files("sanctionsgraph.maps") / "page"
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, which UTF-8 cannot hold
_COMPRESS_FROM = 40_000
_WITHOUT_MARKUP = bytes.maketrans(b"<>&`", b",.:/")
_UNSAFE = "<>&'\u2028\u2029"


class MapNetwork(Network):  # type: ignore[misc]
    """A directed network whose HTML is our page; `knowledge` is what the page knows beside nodes and lines."""

    def __init__(self, title: str, knowledge: dict[str, Any]) -> None:
        super().__init__(directed=True, heading=title, cdn_resources="in_line")
        self.templateEnv = _templates()
        self.knowledge = knowledge

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002
        """Return the page; the parameters are pyvis's and change nothing."""
        nodes, lines, *_ = self.get_network_data()
        knowledge = {**self.knowledge, "title": self.heading, "nodes": nodes, "lines": lines}
        tables = {name: _in_columns(knowledge[name]) for name in TABLES}
        payload = without_surrogates(to_json({**knowledge, **tables}))
        is_packed = len(payload) >= _COMPRESS_FROM
        style, library, script = page_file("style.css"), _library(), _script()
        page: str = self.templateEnv.get_template("template.html").render(
            title=self.heading,
            policy=content_policy(style, library, script),
            style=as_is(style),
            library=_packed_library(),
            script=as_is(script),
            payload=pack(payload) if is_packed else as_is(payload),
            payload_type="text/plain" if is_packed else "application/json",
        )
        return without_surrogates(page)


def _in_columns(rows: Sequence[dict[str, Any]]) -> dict[str, list[Any]]:
    """Return rows as columns, which pack better; None is what a row lacks."""
    return {name: [row.get(name) for row in rows] for name in {name: None for row in rows for name in row}}


def to_json(value: Any) -> str:
    """Return `value` as JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in _UNSAFE:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def without_surrogates(page: str) -> str:
    """Return a page as UTF-8 can hold it."""
    return _SURROGATE.sub("\ufffd", page)


def page_template(name: str) -> Template:
    """Return one of the templates of our pages; it escapes what it is given."""
    return _templates().get_template(name)


@cache
def page_file(name: str) -> str:
    """Return a style or script of our pages."""
    return (_PAGE / name).read_text("utf-8")


@cache
def _templates() -> Environment:
    return Environment(loader=PackageLoader("sanctionsgraph.maps", "page"), autoescape=True, undefined=StrictUndefined)


def as_is(text: str) -> Markup:
    """Return text that stands in the page unescaped: our own files, vis-network, and JSON that `to_json` made safe."""
    return Markup(text)  # noqa: S704 -- nothing of it can end its element; see above


def pack(text: str) -> str:
    """Return text as the page unpacks it: deflated, and in base 85 without the signs that mean something in HTML."""
    # Not gzip: its head names a system, and Python 3.13 names another than 3.12.
    return base64.b85encode(zlib.compress(text.encode(), 9)).translate(_WITHOUT_MARKUP).decode("ascii")


@cache
def _library() -> str:
    """Return vis-network as pyvis ships it, without the note that makes a browser look for a source map."""
    source = (files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text("utf-8")
    return "\n".join(line for line in source.split("\n") if not line.startswith("//# sourceMappingURL"))


@cache
def _packed_library() -> str:
    return pack(_library())


@cache
def _script() -> str:
    sources = [page_file(f"{name}.js") for name in SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(sources) + "})();\n"


def content_policy(style: str, *scripts: str) -> str:
    """Return a content security policy that allows this style and these scripts and nothing else."""
    allowed = " ".join(f"'sha256-{_sha256(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'sha256-{_sha256(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
