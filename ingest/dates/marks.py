"""The wordings around dates: what joins two, what leads to an aside, what is a dateline and no date of the story."""

from __future__ import annotations

import re

from ingest.dates.patterns import DAY_OF_MONTH
from ingest.dates.spans import Relation

RELATIONS: dict[str, Relation] = {
    "since": "since", "until": "until", "till": "until", "up to": "until", "by": "until", "through": "until",
    "before": "before", "prior to": "before", "ahead of": "before", "after": "after", "following": "after",
}  # fmt: skip
JOINT = re.compile(
    r",? (?P<word>and|to|until|till|through|or)(?: (?:the )?(?:early|late|mid|end of|beginning of|start of))?[ -]"
    r"| ?(?P<dash>[-–—]) ?"
)
LIST_MARKS = frozenset([", ", " and ", ", and ", " or "])
NO_STORY = re.compile(
    r"^[ \t]*(?:"
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{2,40}(?:, [A-Z][\w. ]{1,30})?|[A-ZÀ-Þ][\w.'’/ -]{1,40}(?=[^\n]{1,30}\([A-Z]))"
    rf",? {DAY_OF_MONTH}(?:,? \d{{4}})?\.?,?(?: ?\([^()\n]{{1,40}}\))? ?(?:-|–|—|:)"
    r"|(?:(?:Published|Updated|Posted|Issued|Last updated|Last modified|Date)\b[^\n]{0,60}$))",
    re.MULTILINE,
)
FURTHEST_BASE = 1500  # characters
FURTHEST_OFFSET = 250  # characters
# "The vote was held a day after": of what the article is about, the last day named was that of the vote.
EVENT = re.compile(
    r"\b[Tt]h(?:e|is|at|eir) (?:vote|veto|attack|strike|decision|announcement|test|launch|move|raid)\b[^.]*$"
)
ASIDE = re.compile(r", (?:which|who|whose|whom)\b[^,.;]*$")
WHEN = re.compile(r",? when\b")
OF_EVENT = re.compile(
    r"\b(?P<word>[Ss]ince|[Bb]etween|[Uu]ntil|[Bb]efore|[Aa]fter) (?:the|its|their|his) (?:[a-z]+ )?[a-z]+ $"
)
# "It has fired since the start of the full-scale invasion, in May": not "Since the coup, in May it fired".
IN_EVENT = re.compile(
    r"\b(?P<word>since) (?:the|its|their|his) (?:(?:start|beginning|outbreak) of (?:the|its|their|his) )?"
    r"(?:[a-z-]+ )?[a-z]+,? $"
)
STARTS = re.compile(r"\b(?:[Ss]tarting|[Bb]eginning) $")
SAID = re.compile(r"\b(?:said|says|told|announced|reported|added|wrote|that)\b")
LATEST_YEAR = 30  # years after publication
LATEST_KNOWN = 2060
