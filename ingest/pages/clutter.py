"""What a site puts around its stories, by the word lists of `clutter.yml`: boilerplate, headings of parts, captions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LONGEST_CLUTTER = 300  # characters; a longer line is somebody's prose, whatever it starts with


@cache
def lists() -> dict[str, Any]:
    """Return the word lists as the file holds them."""
    loaded: dict[str, Any] = yaml.safe_load(files("ingest.pages").joinpath("clutter.yml").read_text("utf-8"))
    return loaded


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    raw = lists()
    either = {"lines": raw["lines"], "captions": raw["captions"], **raw["sections"]}
    made = {name: _either(patterns) for name, patterns in either.items()}
    tails = "|".join(raw["run_in"])
    made["run_in"] = re.compile(rf"(?<=[A-Z.!?\"'”’)]) +(?=(?:{tails}))")
    made["explainers"] = re.compile(raw["explainers"], re.IGNORECASE)
    return made


def _either(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def is_clutter(line: str) -> bool:
    """Tell whether a line is the site's, not a story's."""
    return len(line) <= LONGEST_CLUTTER and _patterns()["lines"].match(line) is not None


def is_caption(line: str) -> bool:
    """Tell whether a line is the caption or the credit of a picture."""
    return len(line) <= 2 * LONGEST_CLUTTER and _patterns()["captions"].search(line) is not None


def section(line: str) -> str | None:
    """Return the part of the page that a heading opens: related, box (of links inside a story) or comments."""
    if len(line) > LONGEST_CLUTTER:
        return None
    heading = line.strip(" #*:>»=").strip()
    return next((name for name in ("related", "box", "comments") if _patterns()[name].match(heading)), None)


def is_explainer_heading(line: str) -> bool:
    """Tell whether a line heads a part of a story by a question ("What the report says")."""
    return _patterns()["explainers"].match(line) is not None


def break_before_tails(line: str) -> list[str]:
    """Part the site's words from the story's last sentence or credit where they were run into one line."""
    return _patterns()["run_in"].split(line)
