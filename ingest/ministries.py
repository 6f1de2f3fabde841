"""Finds ministries named by their state and subject: "Iran's foreign ministry", "the Russian Defence Ministry"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph import reference

if TYPE_CHECKING:
    from ingest.names import Mention, Names

_SUBJECTS = {
    "foreign": "Foreign", "defence": "Defence", "defense": "Defence", "interior": "Interior", "finance": "Finance",
    "unification": "Unification", "intelligence": "Intelligence", "economy": "Economy", "justice": "Justice",
    "trade": "Trade", "commerce": "Commerce", "security": "Security", "health": "Health", "industry": "Industry",
}  # fmt: skip


_AGENCIES = (
    "coast ?guard", "[Cc]ustoms [Ss]ervice", "[Cc]ustoms", "[Nn]ational [Pp]olice", "police", "navy", "air force",
    "border guards?", "intelligence service", "central bank", "secret service",
)  # fmt: skip


@cache
def _agency_pattern() -> re.Pattern[str]:
    owners = sorted({re.escape(name) for name in _pattern()[1]}, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(owners)})(?:['’]s?)? ({'|'.join(_AGENCIES)})\b")


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    states: dict[str, str] = {}
    for record in reference.records().values():
        if record.entity.iso2:
            for text in (record.entity.name, *record.adjectives, *record.capitals, *record.aliases):
                if not text.endswith("?") and text[0].isupper():
                    states[text] = record.entity.iso2
    names = "|".join(sorted(map(re.escape, states), key=len, reverse=True))
    subjects = "|".join(_SUBJECTS)
    return re.compile(
        rf"\b({names})(?:['’]s?)?\s+(?:(?i:({subjects}))\s+[Mm]inistry\b|[Mm]inistry of (?i:({subjects}|foreign affairs))\b)"
    ), states


def find_ministries(text: str, names: Names) -> list[Mention]:
    """Return the ministries that are named together with their state."""
    from ingest.names import Mention

    pattern, states = _pattern()
    agencies = [
        Mention(*match.span(), "entity", _agency(states[match.group(1)], match.group(2), text[slice(*match.span())], names), "name")
        for match in _agency_pattern().finditer(text)
    ]
    if "inistry" not in text:
        return agencies
    return agencies + [
        Mention(
            *match.span(), "entity", _ministry(states[match.group(1)], match.group(2) or match.group(3), names), "name"
        )
        for match in pattern.finditer(text)
    ]


def _ministry(iso2: str, subject: str, names: Names) -> str:
    state = reference.records()[f"state:{iso2}"]
    subject = _SUBJECTS[subject.split()[0].lower()]
    adjective = state.adjectives[0].rstrip("?")
    american = subject.replace("Defence", "Defense")
    known = [
        record.entity.id
        for record in reference.records().values()
        if record.sort == "ministry"
        and record.state == iso2
        and subject[:5] in " ".join((record.entity.name, *record.aliases))
    ]
    aliases = [
        f"{owner} {name}"
        for owner in (adjective, f"{state.entity.name}'s")
        for subject_name in dict.fromkeys((subject, american))
        for name in (f"{subject_name} Ministry", f"Ministry of {subject_name}")
    ]
    aliases += [f"{subject} Ministry of {state.entity.name}", f"{state.entity.name}'s {subject.lower()} ministry"]
    if known:
        names.alias(names.entity(known[0]), *aliases)
        return known[0]
    return names.mint("Organisation", "org", f"{adjective} {subject} Ministry", *aliases)


def _agency(iso2: str, noun: str, written: str, names: Names) -> str:
    """Return a service of a state that acts in its own name: "the Greek coastguard"."""
    state = reference.records()[f"state:{iso2}"]
    for known in reference.records().values():
        if known.state == iso2 and written in (known.entity.name, *known.aliases):
            return known.entity.id
    adjective = state.adjectives[0].rstrip("?")
    return names.mint("Organisation", "org", f"{adjective} {noun}", written, f"{state.entity.name}'s {noun}", f"the {noun}")
