"""Acronyms that an article defines: "the Rapid Support Forces (RSF)", "the Intermediate-Range Nuclear (INF) Treaty"."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.gazetteer import fold, gazetteer, words_of
from ingest.mentions import Mention, Names

_BRACKETED = re.compile(
    r"\b((?:[A-Z][\w-]{1,30} (?:of |on |for |in |the ){0,2}){1,9})"
    r"\(([A-Z]{2,8})\) (Treaty|Convention|Agreement|Pact|Protocol)\b"
)
_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z0-9.\-]{1,12})\)")


def bracketed_treaties(text: str, names: Names) -> list[Mention]:
    """Return the treaties whose name has its acronym inside: "the Intermediate-Range Nuclear Forces (INF) Treaty"."""
    found = []
    for match in _BRACKETED.finditer(text):
        long, short = f"{match.group(1)}{match.group(3)}", f"{match.group(2)} {match.group(3)}"
        target = _known_entity(short) or _known_entity(long) or names.mint("Treaty", "treaty", long, short)
        names.called(target, long, short)
        found.append(Mention(match.start(), match.end(), "entity", target, "name"))
    return found


def _known_entity(name: str) -> str | None:
    longest = gazetteer().matches(words_of(name), 0)[:1]
    return next((known.target for _, readings in longest for known in readings if known.what == "entity"), None)


def link_acronyms(text: str, names: Names) -> None:
    """Take "the Rapid Support Forces (RSF)" as a definition: within the article RSF is that body, and only that."""
    for acronym, target in _defined(text, names).items():
        for match in re.finditer(rf"\b{re.escape(acronym)}\b", text):
            start, end = match.span()
            names.mentions = [m for m in names.mentions if m.end <= start or m.start >= end]
            names.mentions.append(Mention(start, end, "entity", target, "alias"))
    names.mentions.sort(key=lambda mention: (mention.start, -mention.end))


def _defined(text: str, names: Names) -> dict[str, str]:
    """Return what each acronym in brackets behind a name stands for."""
    defined: dict[str, str] = {}
    for mention in list(names.mentions):
        if mention.is_entity and mention.target not in names.entities and mention.role == "minted":
            continue  # its name has meanwhile been found to be a known one
        match = _ACRONYM.match(text, mention.end) if mention.is_noun else None
        if match and _abbreviates(match.group(1), text[mention.start : mention.end]):
            defined[match.group(1)] = _known_by(match.group(1), mention, text, names)
    return defined


def _known_by(acronym: str, mention: Mention, text: str, names: Names) -> str:
    """Return the entity that an acronym in brackets defines: one the reference data knows by it, else the named one."""
    name = text[mention.start : mention.end]
    known = {m.target for m in names.mentions if m.role != "minted" and text[m.start : m.end] == acronym}
    if mention.role == "minted" and len(known) == 1:
        (target,) = known
        names.mentions = [replace(m, target=target) if m.target == mention.target else m for m in names.mentions]
        names.entities.pop(mention.target, None)
        return names.called(target, name)
    return names.called(mention.target, acronym)


def _abbreviates(acronym: str, name: str) -> bool:
    """Say whether the first letter of an acronym begins some word of the name."""
    letters = [fold(ch) for ch in acronym if ch.isalpha()]
    initials = [fold(word)[0] for word in re.findall(r"[^\W_]+", name)]
    return bool(letters) and letters[0] in initials
