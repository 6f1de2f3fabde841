"""The words around an expression of time: do they make it a date, and do they speak of the future?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.dates.words import Expression
from ingest.quantities.words import words

_EXTENT = (
    r"(?:the )?(?:very )?(?:early|late|later|mid|beginning|start|end|middle|close|turn|night|evening|morning|afternoon"
    r"|(?:first|last|second) (?:days|weeks|week|months|half)|whole|course|days|weeks|months|(?:calendar )?year)"
    r"(?: (?:part|days|weeks|hours|months))?(?: of| in| on)?"
)
_LEAD_WORDS = (
    "since|until|till|up to|by|before|prior to|ahead of|after|following|from|between|in|on|during|throughout|through"
    "|as of|as far back as|at|of|to|over|for|within|around|about|under|than|with|as recently as|as early as|as late as"
)
_LEAD = re.compile(
    r"(?P<than>\bthan )?(?:\b(?:early|late|later|earlier|back|only|sometime) )?"
    rf"\b(?P<word>{_LEAD_WORDS})(?: (?:about|around|at least|roughly|both|as early as|as late as))?"
    rf"(?: {_EXTENT})?[ \n-]$",
    re.IGNORECASE,
)
_QUALIFIER = re.compile(rf"\b{_EXTENT}[ \n-]$", re.IGNORECASE)
_FURTHEST = 70  # characters
# After these a mere year or month is a date; after others it may be a number, a name or a thing.
_MAKE_DATES = frozenset(
    ["in", "since", "until", "till", "by", "during", "between", "before", "after", "through", "throughout", "from"]
) | frozenset(["up to", "prior to", "as of", "as far back as", "as recently as", "as early as", "as late as"])
_MAKE_NOTHING = frozenset(["to", "over", "for", "within", "under", "than", "with"])
_BEFORE_WEEKDAY = frozenset(["on", "since", "until", "till", "by", "before", "after", "from", "between", "through"])
_BEFORE_SEASON = frozenset(["in", "since", "during", "by", "until"])
_MIGHT = re.compile(r"\b(?:would|will|could|may|might|should|can|to)\b")  # "would follow within days"
_UNSAFE_AFTER = frozenset(["before", "after", "from", "prior to", "up to"])  # where May may be a person, March a march
_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|our|this|that|every|each|annual)|['’]s?)[ \n]$", re.IGNORECASE
)
_WORD_AFTER = re.compile(r"[ \n]([^\W\d_][\w-]+)")
_NOUN_AFTER = re.compile(r"[ \n]([a-z][a-z-]+)")
_STARTS_CLAUSE = re.compile(
    r"[.,;:)]|\s*$|\s+(?:that|to|in|on|at|by|for|with|and|as|after|over|against|from|it|the|a|an)\b"
)
_LOWER_WORD = re.compile(r"\b([a-z]+)[ \n]$")
_NO_VERB = frozenset(["the", "a", "an", "of", "every", "each", "any", "one", "no", "black", "good", "and", "or"])
_PRAYERS = re.compile(r"[ \n](?:prayers?|sermons?|mass|market)\b")
_RESOLUTION_YEAR = re.compile(r"[ \n]?\((?:19|20)\d\d\)")
_CLAUSE_MARKS = '.;:!?,\n“”"('
_CLAUSE_AFTER = re.compile(r"(?:, if [^.;:!?,\n“”\"(]{0,60})?,?([^.;:!?,\n“”\"(]{0,80})")
_CLOSED_ASIDE = re.compile(r",\s*$")
_HAVE = re.compile(r"\b(?:have|has)\s*$")
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|(?:is|are|be) (?:to|due|set|expected|scheduled|slated)|due|plans? to|planning to"
    r"|intends? to|expires?|lapses?|ends|begins|starts|runs out|comes into force|takes effect)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|\w{2,}ed|sent|sold|gave|struck|hit|shot|sank|left|took|made|came|began|fell|flew|bought)\b"
)
_FIRST = re.compile(r"\b(?:first|largest|biggest|worst|deadliest|most)\b[^.,;]*$")  # "for the first time since 2019"
_HAD = re.compile(r"\bhad\b")
_LASTING = re.compile(r"\b(?:has|have)(?: \w+)? (?:been \w+ing|kept|held|had)\b")
_PROLONGS = re.compile(r"\b(?:extend|renew|prolong|run|valid|last|remain|stay)\w*\b", re.IGNORECASE)
_REPORTS = re.compile(r"\b(?:said|told|announced|reported|added|wrote|confirmed|warned|stated|declared)\b")
_NEGATED = re.compile(r"\b(?:not|never|only|no)\b|n['’]t\b", re.IGNORECASE)
_ONWARDS = re.compile(r" (?:on(?:wards?)?(?= |[.,;]|$)(?! (?:the|a|an|its|their)\b))")


@dataclass(frozen=True, slots=True)
class Lead:
    """The word that leads to an expression ("in", "since", empty where there is none) and where it begins."""

    word: str
    start: int
    is_compared: bool = False
    is_qualified: bool = False


def lead_to(text: str, expression: Expression) -> Lead:
    """Return the preposition before `expression`, with what stands between: "since mid-", "by the end of "."""
    begin = max(0, expression.start - _FURTHEST)
    window = text[begin : expression.start]
    qualifier = _QUALIFIER.search(window)
    match = _LEAD.search(window)
    if match and not (qualifier and match["word"].lower() == "of"):
        return Lead(match["word"].lower(), begin + match.start(), bool(match["than"]), qualifier is not None)
    return Lead("", begin + qualifier.start() if qualifier else expression.start, is_qualified=qualifier is not None)


def is_date(text: str, expression: Expression, lead: Lead) -> bool:
    """Tell whether the words around `expression` let it be the date of a deed."""
    if expression.kind in ("past", "extent", "offset", "then"):
        return _is_reckoned(text, expression, lead)
    if expression.kind == "nothing" or expression.is_owner or lead.is_compared:
        return False
    if lead.word == "since" and _FIRST.search(text, max(0, lead.start - 30), lead.start):
        return False
    if lead.word in _MAKE_NOTHING and not (lead.word == "over" and expression.kind == "season"):
        return False
    if expression.is_bare:
        return _is_bare_date(text, expression, lead)
    if expression.kind == "weekday" and not expression.shift:
        if _PRAYERS.match(text, expression.end):
            return False
        return lead.word in _BEFORE_WEEKDAY or (not lead.word and _is_weekday_of_verb(text, expression))
    return _is_plain_date(text, expression, lead)


def _is_plain_date(text: str, expression: Expression, lead: Lead) -> bool:
    if expression.kind == "decade":
        return lead.word in _MAKE_DATES
    if expression.kind == "season" and not (expression.year or expression.shift):
        return lead.word in _BEFORE_SEASON and not _is_modifier(text, expression)
    if expression.shift == "same" and expression.unit in ("days", "hours"):
        return _MIGHT.search(clause_before(text, lead.start)) is None
    return not (expression.kind == "date" and _is_modifier(text, expression))


def _is_reckoned(text: str, expression: Expression, lead: Lead) -> bool:
    """Tell whether a span or an interval is one from which a date can be reckoned: "has been arming it for a year"."""
    clause = clause_before(text, lead.start)
    after = _CLAUSE_AFTER.match(text, expression.end)
    if expression.kind == "past":
        is_over = _HAD.search(clause) or (not clause.strip() and after and _HAD.search(after[1]))
        return lead.word in ("over", "in", "for", "during", "within", "throughout", "") and not is_over
    return expression.kind != "extent" or _LASTING.search(clause) is not None


def _is_bare_date(text: str, expression: Expression, lead: Lead) -> bool:
    if lead.word not in _MAKE_DATES and not (
        lead.is_qualified and lead.word in ("", "of", "at", "on", "around", "about")
    ):
        return False
    if expression.month:
        return not (expression.month in (3, 5) and lead.word in _UNSAFE_AFTER and not lead.is_qualified)
    if _RESOLUTION_YEAR.match(text, expression.end):
        return False
    noun = _NOUN_AFTER.match(text, expression.end)
    is_count = noun is not None and noun[1] not in words().stops and noun[1].endswith(("s", "men", "people"))
    return not is_count or ((expression.year or 0) % 100 != 0 and lead.word in ("in", "since", "during"))


def _is_modifier(text: str, expression: Expression) -> bool:
    """Tell whether the date stands before a noun, as in "the October 2024 launch": it dates that, not the deed."""
    has_article = text.startswith("the ", expression.start)
    if not has_article and not _DETERMINED.search(text[max(0, expression.start - 12) : expression.start]):
        return False
    noun = _WORD_AFTER.match(text, expression.end)
    return noun is not None and noun[1].lower() not in words().stops


def is_of_noun(text: str, expression: Expression) -> bool:
    """Tell whether a date stands before a noun whose time it is: "Thursday's designations", "the March 2024 veto"."""
    if expression.is_owner:
        return True
    if expression.kind != "date" or expression.last or _RESOLUTION_YEAR.match(text, expression.end):
        return False
    is_determined = _DETERMINED.search(text[max(0, expression.start - 12) : expression.start])
    noun = _NOUN_AFTER.match(text, expression.end)
    has_article = text.startswith("the ", expression.start)
    return bool(is_determined or has_article) and noun is not None and noun[1] not in words().stops


def _is_weekday_of_verb(text: str, expression: Expression) -> bool:
    """Tell whether a weekday without "on" stands by a verb: "announced Thursday that"; not "Sunday Times"."""
    before = _LOWER_WORD.search(text[max(0, expression.start - 20) : expression.start])
    follows = _STARTS_CLAUSE.match(text[expression.end : expression.end + 12])
    return before is not None and before[1] not in _NO_VERB and follows is not None


def onwards(text: str, end: int) -> int:
    """Return where "on" or "onwards" ends that stands after a date, or `end`."""
    match = _ONWARDS.match(text, end)
    return match.end() if match else end


def clause_before(text: str, start: int) -> str:
    """Return the words of the clause that lead up to `start`, as far as marks tell."""
    window = text[max(0, start - 160) : start]
    return window[max(window.rfind(mark) for mark in _CLAUSE_MARKS) + 1 :]


def is_future(clause: str, lead: Lead) -> bool:
    """Tell whether the clause before a date speaks of what is to come: "will vote", "extended until"."""
    if lead.word in ("until", "till", "through", "up to") and _PROLONGS.search(clause) and not _NEGATED.search(clause):
        return True
    if lead.word in ("until", "till") and _HAVE.search(clause):  # "have until the end of May to"
        return True
    cues = list(_FUTURE.finditer(clause))
    return bool(cues) and not _REPORTS.search(clause, cues[-1].end())


def is_past(text: str, clause: str, end: int) -> bool:
    """Tell whether the clause around a date speaks of what has happened: "was hit on 7 July"."""
    if clause.strip():
        return _PAST.search(clause) is not None
    match = _CLAUSE_AFTER.match(text, end + text.startswith(",", end))
    return match is not None and _PAST.search(match[1]) is not None


def opens_future(text: str, start: int, end: int) -> bool:
    """Tell whether a clause that begins with a date goes on in the future: "In June it will".

    Not where commas part the date from it: "the EU, which listed it, in May, will".
    """
    if text.startswith(",", end) and _CLOSED_ASIDE.search(text, max(0, start - 3), start):
        return False
    match = _CLAUSE_AFTER.match(text, end)
    cue = _FUTURE.search(match[1]) if match else None
    return match is not None and cue is not None and not _REPORTS.search(match[1], 0, cue.start())


def is_negated_until(clause: str, lead: Lead) -> bool:
    """Tell whether "not ... until" turns the sense round."""
    return lead.word in ("until", "till") and _NEGATED.search(clause) is not None
