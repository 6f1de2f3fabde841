"""Finds ministries and services named by their state: "Iran's foreign ministry", "the Greek coastguard"."""

from __future__ import annotations

import re
from functools import cache

from graph import reference
from ingest.lexicon.wordlists import word_lists
from ingest.names.ambiguity import meant_adjectives
from ingest.names.mentions import Mention, Names

_SUBJECTS = {
    "foreign": "Foreign", "defence": "Defence", "defense": "Defence", "interior": "Interior", "finance": "Finance",
    "unification": "Unification", "intelligence": "Intelligence", "economy": "Economy", "justice": "Justice",
    "trade": "Trade", "commerce": "Commerce", "security": "Security", "health": "Health", "industry": "Industry",
    "oil": "Oil", "energy": "Energy", "information": "Information", "transport": "Transport", "mines": "Mines",
}  # fmt: skip
_AGENCIES = (
    "coast ?guard", "[Cc]ustoms (?:[Ss]ervice|office|agency)", "[Cc]ustoms(?! (?:officer|official|agent|inspector)s?)",
    "[Nn]ational [Pp]olice",
    "police(?! officers?)", "navy", "air force", "border guards?", "intelligence service", "central bank",
    "secret service", "federal police", "border police", "financial police", "intelligence agency",
    "military intelligence", "maritime authority", "security service",
)  # fmt: skip


def find_ministries(text: str, names: Names) -> list[Mention]:
    """Return the ministries and services that are named together with their state."""
    states = _states()
    found = []
    for match in _agency_pattern().finditer(text):
        agency = _agency(states[match.group(1)], match.group(2), match.group(), names)
        found.append(Mention(*match.span(), "entity", agency, "name"))
    if "inistry" not in text:
        return found
    for match in _ministry_pattern().finditer(text):
        ministry = _ministry(states[match.group(1)], match.group(2) or match.group(3), names)
        found.append(Mention(*match.span(), "entity", ministry, "name"))
    for match in _ministry_before_owner().finditer(text):
        ministry = _ministry(states[match.group(3)], match.group(1) or match.group(2), names)
        found.append(Mention(*match.span(), "entity", ministry, "name"))
    return found


def service_of(state: str, words: str, names: Names) -> str | None:
    """Return what a state calls "its foreign ministry", "its customs office"; None where that is neither."""
    iso2 = state.removeprefix("state:")
    ministry = re.fullmatch(_ministry_names(), words)
    if ministry:
        return _ministry(iso2, ministry.group(1) or ministry.group(2), names)
    is_agency = re.fullmatch("|".join(_AGENCIES), words)
    return _agency(iso2, words, f"{reference.records()[state].entity.name}'s {words}", names) if is_agency else None


def owner_of(service: str) -> str | None:
    """Return the state that a service is named after: "Sudanese air force"."""
    words = service.replace("'s ", " ").split()
    owner = next((iso for size in (3, 2, 1) if (iso := _states().get(" ".join(words[:size])))), None)
    return f"state:{owner}" if owner and words[-1].lower() in word_lists()["force_words"] else None


@cache
def _states() -> dict[str, str]:
    """Return the ISO code of each state by its names, adjectives and capitals."""
    plain = {
        text: record.entity.iso2
        for record in reference.records().values()
        if record.entity.iso2
        for text in (record.entity.name, *record.adjectives, *record.capitals, *record.aliases)
        if not text.endswith("?") and text[0].isupper()
    }
    return plain | {adjective: state.removeprefix("state:") for adjective, state in meant_adjectives().items()}


@cache
def _owners() -> str:
    """Return a pattern of all that may own a ministry, the longest first; a capital is asked for before them."""
    capitals = "".join(sorted({re.escape(text[0]) for text in _states()}))
    names = "|".join(sorted(map(re.escape, _states()), key=len, reverse=True))
    part_of_name = "".join(f"(?<!{word} )" for word in ("Northern", "Southern", "Eastern", "Western", "New"))
    return rf"\b{part_of_name}(?=[{capitals}])({names})"


# "U.S. Customs and Border Protection" is a name of its own.
_NOT_MORE = r"(?! (?:and|&) (?:Border|Excise|Immigration|Revenue|Protection)\b)"


@cache
def _agency_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_owners()}(?:['’]s?)? ({'|'.join(_AGENCIES)})\b{_NOT_MORE}")


@cache
def _ministry_names() -> str:
    """Return a pattern of a ministry by its subject, which is in the first group or in the second."""
    subjects = "|".join(_SUBJECTS)
    return rf"(?:(?i:({subjects}))\s+[Mm]inistry|[Mm]inistry of (?i:((?:{subjects})(?: affairs)?)))\b"


@cache
def _ministry_pattern() -> re.Pattern[str]:
    """Return a pattern of what "Niger's defence ministry" looks like."""
    return re.compile(rf"{_owners()}(?:['’]s?)?\s+{_ministry_names()}")


@cache
def _ministry_before_owner() -> re.Pattern[str]:
    """Return a pattern of what "Ministry of Defence of Niger" and "the foreign ministry in Niamey" look like."""
    return re.compile(rf"\b{_ministry_names()} (?:of|in) (?:the )?(?:Republic of )?{_owners()}\b(?!['’]|[ -][A-Z])")


def _ministry(iso2: str, subject: str, names: Names) -> str:
    state = reference.records()[f"state:{iso2}"]
    subject = _SUBJECTS[subject.split()[0].lower()]
    adjective = state.adjectives[0].rstrip("?")
    aliases = [
        f"{owner} {name}"
        for owner in (adjective, f"{state.entity.name}'s")
        for spelt in dict.fromkeys((subject, subject.replace("Defence", "Defense")))
        for name in (f"{spelt} Ministry", f"Ministry of {spelt}")
    ]
    aliases += [f"{subject} Ministry of {state.entity.name}", f"{state.entity.name}'s {subject.lower()} ministry"]
    known = _known_ministry(iso2, subject)
    if known:
        return names.called(known, *aliases)
    return names.mint("Organisation", "org", f"{adjective} {subject} Ministry", *aliases)


def _known_ministry(iso2: str, subject: str) -> str | None:
    """Return the ministry of the reference data; five letters make "Defence" and "Defense" one."""
    ministries = (r for r in reference.records().values() if r.sort == "ministry" and r.state == iso2)
    known = (r.entity.id for r in ministries if subject[:5] in " ".join((r.entity.name, *r.aliases)))
    return next(known, None)


def _agency(iso2: str, noun: str, written: str, names: Names) -> str:
    """Return a service of a state that acts in its own name: "the Greek coastguard"."""
    for known in reference.records().values():
        if known.state == iso2 and written in (known.entity.name, *known.aliases):
            return known.entity.id
    state = reference.records()[f"state:{iso2}"]
    name = f"{state.adjectives[0].rstrip('?')} {noun}"
    return names.mint("Organisation", "org", name, written, f"{state.entity.name}'s {noun}", f"the {noun}")
