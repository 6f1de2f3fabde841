"""Articles that come as such: a line of a JSONL, or a JSON file with one of them or a list."""

from __future__ import annotations

import json
from typing import Any

from graph.errors import SourceError
from graph.model import normalise_text
from ingest.pages import Story
from ingest.pages.agencies import known_agency
from ingest.pages.publication import full_date


def parse_json(text: str) -> Any:
    """Return the JSON value of `text`; `SourceError` says what is wrong with it."""
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise SourceError(f"is not valid JSON ({error.msg}, column {error.colno})") from error
    except (ValueError, RecursionError) as error:
        raise SourceError("is no JSON that can be read (nested too deep, or a number too long)") from error


def read_record(value: Any) -> tuple[Story, str | None]:
    """Return the article of a JSON object and the id it was given; `text` must be there, the rest may be missing."""
    if not isinstance(value, dict):
        raise SourceError('is not an article: an object with "text" was expected')
    text = value.get("text")
    if not isinstance(text, str) or not normalise_text(text):
        raise SourceError('holds no article: "text" is missing or empty')
    url = _string(value, "url")
    agency = _string(value, "agency")
    story = Story(
        text=normalise_text(text),
        title=_string(value, "title"),
        publisher=_string(value, "publisher"),
        agency=(known_agency(agency) or agency) if agency else None,
        published=full_date(_string(value, "published") or ""),
        url=url if url and url.startswith(("http://", "https://")) else None,
    )
    given = value.get("id")
    return story, normalise_text(str(given)) if isinstance(given, str | int) and str(given).strip() else None


def _string(value: dict[str, Any], key: str) -> str | None:
    found = value.get(key)
    return " ".join(normalise_text(found).split()) or None if isinstance(found, str) else None
