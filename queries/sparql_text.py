"""The text of a question in SPARQL: its parameters written in, and what its columns of several values hold.

A `.rq` file stands on its own in any SPARQL 1.1 store that holds an export. Its parameters go where a `VALUES` line
says `UNDEF`, which leaves one open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rdflib.namespace import XSD

from graph.rdf.vocabulary import iri

_PARAMETERS = re.compile(r"VALUES \((?P<names>[^)]*)\) \{ \((?:UNDEF ?)+\) \}")
_TO_ESCAPE = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_DAYS = ("start", "end", "day", "since")
# In a column of several values: between two of them, and between what orders one and the value itself.
_BETWEEN, _AFTER_ORDER = "\x1f", "\x1e"


def with_parameters(sparql: str, parameters: Mapping[str, str | int | None]) -> str:
    """Return a question in SPARQL with its parameters written in, ready to run or paste.

    Entities are ids, items slugs, days ISO dates.
    """

    def written(match: re.Match[str]) -> str:
        names = [name.removeprefix("?asked_") for name in match["names"].split()]
        values = " ".join(_term(name, parameters.get(name)) for name in names)
        return f"VALUES ({match['names']}) {{ ({values}) }}"

    return _PARAMETERS.sub(written, sparql)


def _term(name: str, value: str | int | None) -> str:
    if value is None:
        return "UNDEF"
    if isinstance(value, int):
        return str(value)
    if name == "item":
        return f"<{iri(f'item:{value}')}>"
    if name in _DAYS:
        return f'"{_escaped(value)}"^^<{XSD.date}>'
    return f"<{iri(value)}>" if ":" in value else f'"{_escaped(value)}"'


def _escaped(text: str) -> str:
    return text.translate(_TO_ESCAPE)


def split(text: str | None) -> tuple[str, ...]:
    """Return what a column of several values holds, in order, since SPARQL promises none; no empty ones."""
    if text is None:
        return ()
    return tuple([part.rpartition(_AFTER_ORDER)[2] for part in sorted(text.split(_BETWEEN)) if part])
