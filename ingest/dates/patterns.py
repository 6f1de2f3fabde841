"""The wordings of time: patterns for "Oct. 6", "last year", "on Thursday", each with the kind of expression it is."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal[
    "date", "slashed", "month", "week", "weekday", "today", "shift", "season", "part", "decade", "past", "extent",
    "ago", "weekend", "offset", "then", "nothing",
]  # fmt: skip

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_LONG_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH_NAMES = frozenset(_LONG_MONTH.lower().split("|"))
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?P<month>{_LONG_MONTH}|{_LONG_MONTH.upper()}|{_SHORT_MONTH})"
_YEAR_ALONE = r"(?:19|20)\d\d(?!\w|[.,/:]\d|[-–]\d|['’]s)"
_YEAR = rf"(?P<year>{_YEAR_ALONE})"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"
_UP_TO_DAY = r" ?(?P<last>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"
_TO_LAST = rf"(?: ?(?:[-–]|to|and|until){_UP_TO_DAY})?"
_WEEKDAY = "(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_BESIDE = r"(?:(?:Mon|Tues?|Wednes|Wed|Thurs?|Thu|Fri|Satur|Sat|Sun)(?:day)?\.?,? )?"
_SHIFT = r"(?P<shift>last|this|next|that|the same|the following|the previous)"
_WHOSE_YEAR = rf"(?:,? (?:of )?(?:{_SHIFT} year(?!['’-])|{_YEAR}))"
_BEFORE = r"(?P<shift>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he following|[Tt]he previous|[Tt]he same|[Tt]hat same)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_COUNT = (
    r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|\d{1,3})"
)
_VAGUE = r"(?:few|several|couple|many|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3})"
_NTH = r"(?:[Tt]he )?(?P<part>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th|last|final)"
_MOVED = r"(?P<shift>last|this|next|that same|that|the same|the following|the next|the previous)"
_PART_OF_DAY = "(?:morning|afternoon|evening|night)"
_TODAY = rf"(?:later |earlier |late |early )?(?P<today>today|yesterday|tomorrow)(?: {_PART_OF_DAY})?"
_TONIGHT = "tonight|last night|this (?:morning|afternoon|evening)|the day before yesterday"
_SLASHED = r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/])"
_EDGE = r"(?:(?<![\w/.,:$€£+-])|(?<=[Mm]id-)|(?<=late-)|(?<=early-)|(?<=end-))"
_ALONE = rf"{_EDGE}(?<!\D\d, )(?<!\D\d\d, )(?<!\D\d and )(?<!\D\d\d and )"  # not the end of a list of days
_THE_YEAR = r"(?P<shift>the|this|last) year(?!['’-])"
_NO_DURATION = r"(?! (?:ago|old|later|in prison|after|before|of))"
# What makes "the year" this one: "by the end of the year", "later in the year".
_WITHIN = "|".join(
    f"(?<=\\b{words} )"
    for words in (
        "end of", "start of", "beginning of", "middle of", "half of", "close of", "course of", "months of",
        "quarter of", "earlier in", "later in", "early in", "late in",
    )
)  # fmt: skip
_TIME_OF_DAY = (
    r"before dawn|at dawn|overnight|(?:earlier|later) in the day|that (?:same )?(?:night|morning|evening|day)"
)
_NTH_DAY = r"(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"
_IT = r" (?:him|her|it|them)(?=[.,;)]|$)"
_WORD_END = r"(?![\w'’-])"

# A day of the month as datelines have it.
DAY_OF_MONTH = rf"(?:(?:{_LONG_MONTH}|{_SHORT_MONTH}) \d{{1,2}}|\d{{1,2}} (?:{_LONG_MONTH}|{_SHORT_MONTH}))"

# Where an expression may begin, and by what: a digit, a name (of a month, of a day), a word.
TRIGGER = re.compile(
    r"\b(?:(?P<d>\d)|(?P<n>Jan|Feb|Mar|Apr|May|MAY|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[JFMASOND][AEPUCO][NBRLGPTVCY]|Mon|Tue|Wed|Thu"
    r"|Fri|Sat|Sun|[QH][1-4])|(?P<w>(?i:th|la|ne|ea|to|ye|pa|com|pre|fol|fir|sec|fou|fin|fif|spr|sum|aut|fal|win|within|a|one|two|fiv"
    r"|si|se|ei|ni|te|el|tw|bef|ove|hou|ju)))"
)
# For each trigger; of two expressions that begin at one place the longer wins, then the earlier.
_RULES: tuple[tuple[str, Kind, str], ...] = (
    ("d", "date", rf"{_EDGE}(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?![\d-])"),
    ("d", "slashed", rf"{_EDGE}{_SLASHED}"),
    ("dnw", "date", rf"{_ALONE}{_BESIDE}(?:the )?{_DAY}{_TO_LAST}(?: of)? {_MONTH}{_WORD_END}{_WHOSE_YEAR}?"),
    ("n", "date", rf"{_EDGE}(?<!\b[Ii]n ){_BESIDE}{_MONTH} {_DAY}(?: ?[-–]{_UP_TO_DAY})?{_WHOSE_YEAR}?"),
    ("n", "date", rf"{_EDGE}{_MONTH}{_WORD_END}{_WHOSE_YEAR}"),
    ("w", "month", rf"{_EDGE}{_BEFORE} {_MONTH}{_WORD_END}"),
    ("n", "date", rf"{_EDGE}{_MONTH}{_WORD_END}"),
    ("d", "date", rf"{_EDGE}(?P<year>(?:19|20)\d\d)[-–](?P<last>{_YEAR_ALONE})"),
    ("d", "date", rf"{_EDGE}{_YEAR}"),
    ("w", "week", r"\b(?i:(?P<shift>last|this|next) week)(?!['’-])\b"),
    ("n", "week", rf"{_EDGE}{_WEEKDAY}(?: {_PART_OF_DAY})? (?:of )?{_SHIFT} week\b"),
    ("w", "weekday", rf"{_EDGE}{_BEFORE} {_WEEKDAY}(?: {_PART_OF_DAY})?{_WORD_END}"),
    ("n", "weekday", rf"{_EDGE}{_WEEKDAY}(?: {_PART_OF_DAY})?{_WORD_END}"),
    ("n", "weekday", rf"{_EDGE}{_WEEKDAY}(?=(?P<owner>['’]s [a-z]))"),
    ("dw", "part", rf"{_EDGE}{_NTH} (?P<unit>quarter|half){_WHOSE_YEAR}"),
    ("n", "part", rf"{_EDGE}(?P<part>[QH][1-4]) {_YEAR}"),
    ("w", "part", rf"{_EDGE}(?:the )?(?P<part>first|last) {_COUNT} months of (?:{_YEAR}|{_THE_YEAR})"),
    ("w", "season", rf"{_EDGE}(?:the )?{_SEASON}{_WHOSE_YEAR}"),
    ("w", "season", rf"{_EDGE}{_BEFORE} {_SEASON}{_WORD_END}"),
    ("w", "season", rf"{_EDGE}the (?P<season>spring|summer|autumn){_WORD_END}"),
    ("w", "season", rf"{_EDGE}(?P<shift>[Tt]hat) {_SEASON}{_WORD_END}(?=[.,;)]|$)"),
    ("w", "decade", r"\bthe (?:(?:early|mid|late)[ -])?(?P<year>(?:19|20)\d0)s\b"),
    ("w", "today", rf"\b(?i:{_TODAY})(?!['’-])\b"),
    ("w", "today", r"(?:(?<=\bhas )|(?<=\bhave ))(?P<today>just)\b(?! (?:over|under|about))"),
    ("w", "today", rf"\b(?i:(?P<today>{_TONIGHT}))(?!['’-])\b"),
    ("w", "shift", rf"\b(?i:{_MOVED} (?P<unit>year|month|day))(?!['’-])\b"),
    ("w", "weekend", r"\b(?i:(?:over|at|during) the weekend|last weekend)\b"),
    ("w", "ago", r"\b(?i:a (?P<unit>fortnight) ago)\b"),
    ("w", "shift", r"\b(?i:a (?P<unit>fortnight) (?P<way>later|earlier))\b"),
    ("w", "shift", rf"\b(?:the )?{_NTH_DAY} of (?P<shift>that|the same|this|last) (?P<unit>month)(?!['’-])\b"),
    ("dw", "shift", rf"\b(?i:{_COUNT} (?P<unit>day|week|month|year)s? (?P<way>before|after))(?:{_IT}|(?=[.,;)]|$))"),
    ("w", "shift", r"\b(?i:(?P<way>within) (?P<unit>days|hours))\b(?! of\b)"),
    ("dw", "ago", rf"\b(?i:{_COUNT} (?P<unit>week|month|year)s? ago)\b"),
    ("dw", "shift", rf"\b(?i:{_COUNT} (?P<unit>day|month|year)s? (?P<way>later|earlier|ago))\b"),
    ("w", "month", rf"{_EDGE}(?P<shift>[Tt]hat) {_MONTH}{_WORD_END}(?=[.,;)]|$)"),
    ("w", "month", rf"(?:^|(?<=[.;\n“\"] ))(?P<shift>[Tt]hat) {_MONTH}{_WORD_END}"),
    ("w", "shift", r"\b(?i:the (?P<unit>day|month|year) (?P<way>before|after))(?=[.,;)]|$)"),
    ("w", "shift", rf"(?:{_WITHIN})(?P<shift>the) (?P<unit>year|month)(?!['’-]| that| in which| (?:to|19|20))\b"),
    ("dw", "shift", rf"\b(?i:{_COUNT} (?P<unit>week)s? (?P<way>later|earlier))\b"),
    ("w", "shift", r"\b(?i:(?P<unit>hour)s (?P<way>later|earlier))\b"),
    ("w", "shift", rf"\b(?i:(?P<shift>{_TIME_OF_DAY}))(?!['’-])\b"),
    ("w", "then", r"(?i:(?<=\bby )|(?<=\bsince ))(?P<shift>then)\b"),
    ("w", "then", r"\b(?P<shift>since)(?=[.;])"),
    ("dw", "offset", rf"\b(?i:{_COUNT} (?P<unit>day|week|month|year)s? (?P<way>after|before))\b"),
    ("w", "offset", r"\b(?i:(?P<unit>hour)s (?P<way>after|before))\b"),
    ("w", "past", rf"\b(?i:(?:past|last) {_COUNT} (?P<unit>month|year)s)\b"),
    ("w", "past", r"\b(?i:past (?P<unit>year|decade))\b"),
    ("dw", "extent", rf"(?<=\bfor )(?i:{_COUNT} (?P<unit>month|year)s?)\b{_NO_DURATION}"),
    ("w", "nothing", rf"\b(?i:(?:past|last|next|coming|previous|following|first|these) {_VAGUE} \w+)\b"),
    ("w", "nothing", r"\b(?i:the (?:year|month|week) (?:before last|after next))\b"),
)  # fmt: skip
# Any of them, where no name of a group returns in the pattern: what begins none is passed over quickly.
BEGINNING = {
    trigger: re.compile(
        "|".join(
            re.sub(r"\(\?P<\w+>", "(?:", f"(?:{pattern})") for triggers, _, pattern in _RULES if trigger in triggers
        )
    )
    for trigger in "nw"
}
COMPILED = {
    trigger: tuple((kind, re.compile(pattern)) for triggers, kind, pattern in _RULES if trigger in triggers)
    for trigger in "dnw"
}
