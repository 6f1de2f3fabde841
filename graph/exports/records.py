"""The records of a selection as JSON: what the formats `json` and `jsonl` hold. Complete, texts of articles too."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any

from graph.characters import clean
from graph.model import Article, Claim, fact_id
from graph.selection import Selected
from graph.when import bounds_or_none

_SURROGATES = re.compile("[\ud800-\udfff]")
# The names of the lists in `json`, and what `jsonl` calls a record of each.
KINDS = {"entities": "entity", "items": "item", "articles": "article", "claims": "claim", "facts": "fact"}

# Line ends to some readers, though not to JSON.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def records(selected: Selected) -> dict[str, Iterator[dict[str, Any]]]:
    """Return the records by kind: the fields of the model, then what follows from them."""
    return {
        "entities": (asdict(entity) for entity in selected.entities),
        "items": ({"id": item.id} | asdict(item) for item in selected.items),
        "articles": (_of_article(article, selected.origin_of(article)) for article in selected.articles),
        "claims": (asdict(claim) | _derived(claim) for claim in selected.claims),
        "facts": ({"id": fact.id} | asdict(fact) | {"is_disputed": fact.is_disputed} for fact in selected.facts),
    }


def as_json(record: dict[str, Any], *, keeps_controls: bool = False) -> str:
    """Return a record on one line; `keeps_controls`: with the control characters that JSON can hold, as escapes."""
    valid = _valid(record, _writable if keeps_controls else clean)
    return json.dumps(valid, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)


def listed(values: Iterable[str]) -> Iterator[str]:
    """Yield the inside of a JSON list, a value a line."""
    separator = "\n"
    for value in values:
        yield separator + value
        separator = ",\n"


def _writable(text: str) -> str:
    return text if text.isprintable() else _SURROGATES.sub("\ufffd", text)


def _of_article(article: Article, origin: str) -> dict[str, Any]:
    record = asdict(article) | {"origin": origin}
    if article.loaded is None:
        del record["loaded"]
    return record


def _derived(claim: Claim) -> dict[str, Any]:
    earliest, latest = bounds_or_none(claim.when)
    return {"earliest": earliest, "latest": latest, "fact": fact_id(claim.fact)}


def _valid(value: Any, repair: Callable[[str], str]) -> Any:
    """Return `value` without what JSON or UTF-8 cannot hold."""
    if isinstance(value, str):
        return repair(value)
    if isinstance(value, dict):
        return {key: _valid(inner, repair) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_valid(inner, repair) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
