"""Values as RDF literals, written as N-Triples writes them, in canonical form, so that equal values are equal bytes."""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from rdflib.namespace import XSD

from graph.characters import clean

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
_TRUE, _FALSE = (f'"{word}"^^<{XSD.boolean}>' for word in ("true", "false"))
_ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"))


def plain_literal(text: str) -> str:
    """Return text, without the characters that a file cannot hold."""
    text = clean(text)
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return f'"{text}"'


def text_literal(text: str | None) -> str | None:
    return plain_literal(text) if text else None


def label_literal(text: str) -> str:
    """Return an English label."""
    return f"{plain_literal(text)}@en"


@lru_cache(maxsize=2**12)
def integer_literal(number: int) -> str:
    return f'"{number}"^^<http://www.w3.org/2001/XMLSchema#integer>'


def boolean_literal(value: bool) -> str:
    return _TRUE if value else _FALSE


def number_literal(value: float) -> str:
    """Return a decimal, which no reader rounds; XML Schema has no decimal for an infinite value or none."""
    if not math.isfinite(value):
        return f'"{"NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"}"^^<{XSD.double}>'
    digits = f"{Decimal(repr(value)):f}"
    return f'"{digits.rstrip("0").rstrip(".") if "." in digits else digits}"^^<{XSD.decimal}>'


@lru_cache(maxsize=2**14)
def day_literal(day: str | None) -> str | None:
    """Return an `xsd:date`; None for the year 0000, which has none."""
    return f'"{day}"^^<{XSD.date}>' if day and _is_day(day) else None


def time_literal(time: str | None) -> str | None:
    """Return a time as the ledger writes it as an `xsd:dateTime`."""
    return f'"{clean(time)}"^^<{XSD.dateTime}>' if time else None


def edtf_literal(when: str) -> str:
    """Return a date that `graph.when` understands."""
    return f'"{when}"^^<{EDTF}>'


def published_literal(text: str | None) -> str | None:
    """Return a date if the calendar has it, else the text as it stands."""
    return day_literal(text) or text_literal(text)


def _is_day(text: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
