"""The day an article was published, from words that name a whole day. A day without its year is no date here."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<n>\d\d)[-/.](?P<d>\d\d)(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:[ -]of)?[ -](?P<m>{MONTH}),?[ -](?P<y>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<m>{MONTH}) ?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_CLOCK = r"(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|(?:at )?\d{1,2} ?[ap]\.?m\.?"
_ZONE = r"\(?[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?\)?|[+-]\d\d:?\d\d|Z|\blocal time\b"
_BESIDE_A_DATE = re.compile(rf"\b{_WEEKDAY}|{_CLOCK}|(?-i:{_ZONE})|T\d\d:\d\d\S*|[\s,|·•/()–—-]+", re.IGNORECASE)
_UPDATED = re.compile(r"\s*[·•|,–—(-]\s*(?:last )?(?:updated|modified)\b.*$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:first |originally )?(?:published|posted|released|issued|publication date|release date|date published|date)"
    r"(?: online)?(?: on| at)?\s*[:|–—-]?\s+|publi(?:shed|cation date)\s*[:|–—-])",
    re.IGNORECASE,
)


def full_date(text: str) -> str | None:
    """Return the first whole day that `text` names, as an ISO date; 05/06/2025 is ambiguous and named by nobody."""
    found = [match for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST) for match in pattern.finditer(text)]
    days = (_day(match) for match in sorted(found, key=lambda match: match.start()))
    return next((day for day in days if day), None)


def _day(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = int(parts["n"]) if parts.get("n") else _MONTHS.index(parts["m"][:3].lower()) + 1
    try:
        return date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        return None


def bare_date(line: str) -> str | None:
    """Return the day of a line that holds a date and nothing else (weekday, clock and time zone apart)."""
    line = _UPDATED.sub("", line)
    if len(line) > 80 or (day := full_date(line)) is None:
        return None
    rest = line
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        rest = pattern.sub(" ", rest, count=1)
    return day if not _BESIDE_A_DATE.sub("", rest) else None


def has_weekday(line: str) -> bool:
    """Tell whether a line names a day of the week, as the head of a site does for the day it is looked at."""
    return re.search(rf"\b{_WEEKDAY}", line, re.IGNORECASE) is not None


def labelled_date(line: str) -> str | None:
    """Return the day of a line such as "Published: 29 May 2025"; "Updated" alone says nothing of publication."""
    match = _LABEL.match(line) if len(line) <= 160 else None
    return full_date(line[match.end() : match.end() + 60]) if match else None
