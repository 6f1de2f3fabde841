"""When: the dates a text gives for what happens in it, as EDTF, read against the day of publication.

For the reader, which joins them to the verb they stand by. Precise before complete: a year or a month is a date only
after a word that makes it one ("in", "since", "late"); datelines, what stands before a noun ("the 2015 deal"), numbers of
resolutions and weeks give nothing. Nothing here knows today's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ingest.date_arithmetic import Clock, Span, resolve
from ingest.date_words import Expression, find_expressions

Relation = Literal["on", "since", "until", "from-to", "before", "after"]

_LEAD_IN = re.compile(
    r"(?:\b(?:as )?(?:early|late|later|earlier|recently|back|sometime) (?:as )?)?"
    r"\b(?P<word>since|until|till|up to|by|before|prior to|ahead of|after|following|from|between|in|on|during|throughout|through"
    r"|as of|at|of|to|over|for|within|around|about|under|than|as recently as|as early as|as late as)"
    r"(?P<loosely> (?:about|around|at least|roughly|both|as early as|as late as))?"
    r"(?P<inside> (?:the )?(?:very )?(?:early|late|later|mid|beginning|start|end|middle|close|turn|night|evening|morning|afternoon|whole"
    r"|month|autumn|spring|summer|winter|days|weeks|months)(?: of| in| on)?(?: the)?)?[ -]$",
    re.IGNORECASE,
)
_QUALIFIER = re.compile(r"\b(?:early|late|later|earlier|mid|end|start|beginning|early in|late in)(?: of| in)?[ -]$", re.IGNORECASE)
_FURTHEST_LEAD_IN = 60  # characters
_RELATIONS: dict[str, Relation] = {
    "since": "since", "until": "until", "till": "until", "up to": "until", "by": "until", "through": "until",
    "before": "before", "prior to": "before", "ahead of": "before", "after": "after", "following": "after",
}  # fmt: skip
# After these a mere year or month is a date; after the others it may be a number or a person's name.
_PLAIN_LEADS = frozenset(
    "in since until till by from during between before after through throughout on as of|as recently as|as early as|as late as|up to"
    .replace("as of|", "as of|").split()
)
