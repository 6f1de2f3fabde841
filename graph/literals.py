"""Values as RDF literals, in canonical form, so that equal values are equal bytes."""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal

from rdflib import Literal
from rdflib.namespace import XSD

from graph.characters import clean


def text_literal(text: str | None) -> Literal | None:
    return Literal(clean(text)) if text else None


def integer_literal(number: int) -> Literal:
    return Literal(str(number), datatype=XSD.integer, normalize=False)


def boolean_literal(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=XSD.boolean)


def number_literal(value: float) -> Literal:
    """Return a decimal, which no reader rounds; XML Schema has no decimal for an infinite value or none."""
    if not math.isfinite(value):
        special = "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"
        return Literal(special, datatype=XSD.double, normalize=False)
    digits = f"{Decimal(repr(value)):f}"
    return Literal(digits.rstrip("0").rstrip(".") if "." in digits else digits, datatype=XSD.decimal, normalize=False)


def day_literal(day: str | None) -> Literal | None:
    """Return an `xsd:date`; None for the year 0000, which has none."""
    return Literal(day, datatype=XSD.date, normalize=False) if day and _is_day(day) else None


def time_literal(time: str | None) -> Literal | None:
    """Return a time as the ledger writes it as an `xsd:dateTime`."""
    return Literal(time, datatype=XSD.dateTime, normalize=False) if time else None


def published_literal(text: str | None) -> Literal | None:
    """Return a date if the calendar has it, else the text as it stands."""
    if text and _is_day(text):
        return day_literal(text)
    return text_literal(text)


def _is_day(text: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
