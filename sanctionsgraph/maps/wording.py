"""Labels and dates for people: a name on a few short lines, an EDTF date in English."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from textwrap import wrap

_WIDTH, _LINES = 22, 3
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUARTERS = {"33": "first", "34": "second", "35": "third", "36": "fourth"}
_HALVES = {"40": "first", "41": "second"}
_MARKS = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}


def short_label(name: str, aliases: Sequence[str] = ()) -> str:
    """Return `name` on at most three lines of about 22 characters.

    Where it needs more, the longest of `aliases` that fits on two lines stands for it; else it is cut.
    """
    lines = _wrap(name, _LINES + 1)
    if len(lines) <= _LINES:
        return "\n".join(lines) or "?"
    fitting = [alias for alias in aliases if 0 < len(_wrap(alias, _LINES)) < _LINES]
    chosen = max(fitting, key=lambda alias: (len(alias), alias), default=name)
    return "\n".join(_wrap(chosen, _LINES))


def _wrap(name: str, most: int) -> list[str]:
    return wrap(" ".join(name.split()), _WIDTH, max_lines=most, placeholder=" …", break_on_hyphens=False)


def when_in_words(when: str | None) -> str:
    """Return an EDTF string in English; as it stands where there are no words for it; empty for None."""
    if when is None:
        return ""
    first, slash, last = when.partition("/")
    if not slash:
        return _date(first)
    if first in ("", ".."):
        return f"until {_date(last)}"
    if last in ("", ".."):
        return f"since {_date(first)}"
    return f"from {_date(first)} to {_date(last)}"


def _date(text: str) -> str:
    mark = next((sign for sign in "%?~" if sign in text), "")
    year, month, day = ([*re.sub("[?~%]", "", text).split("-"), "", ""])[:3]
    return _MARKS.get(mark, "") + _calendar(year, month, day)


def _calendar(year: str, month: str, day: str) -> str:
    known_year = year if year.isdigit() else f"{year.replace('X', '0')}s"
    of_year = ", year not known" if year == "XXXX" else f" {known_year}"
    if not month or month == "XX":
        return "on a day not known" if year == "XXXX" else of_year.strip()
    if month in _SEASONS:
        return _SEASONS[month] + of_year
    if month in _QUARTERS or month in _HALVES:
        part = f"{_QUARTERS[month]} quarter" if month in _QUARTERS else f"{_HALVES[month]} half"
        return f"{part} of{of_year}"
    if not (month.isdigit() and 1 <= int(month) <= 12):
        return "-".join(part for part in (year, month, day) if part)
    in_month = month_name[int(month)] + of_year
    return f"{int(day)} {in_month}" if day.isdigit() else in_month
