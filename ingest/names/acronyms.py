"""Acronyms that an article defines: "the Rapid Support Forces (RSF)", "the Intermediate-Range Nuclear (INF) Treaty"."""

from __future__ import annotations

import re

from ingest.names.gazetteer import fold, gazetteer, words_of
from ingest.names.mentions import Mention, Names

_BRACKETED = re.compile(
    r"\b((?:[A-Z][\w-]{1,30} (?:of |on |for |in |the ){0,2}){1,9})"
    r"\(([A-Z]{2,8})\) (Treaty|Convention|Agreement|Pact|Protocol)\b"
)
_ACRONYM = re.compile(r"\.?\s*\(([A-ZÀ-ÖØ-Þ][\w.\-]{1,14})\)")
_BEGINNING = re.compile(r"\.?\s*\(([A-Z][\w.\-]{1,20}(?: [\w.\-]{1,20}){1,3})\)")


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
    defined = _defined(text, names)
    if not defined:
        return
    longest_first = sorted(map(re.escape, defined), key=len, reverse=True)
    full = {at: mention for mention in names.mentions for at in range(mention.start, mention.end)}
    found = [
        Mention(*match.span(), "entity", names.home(defined[match.group()]), "alias")
        for match in re.finditer(rf"\b(?:{'|'.join(longest_first)})\b", text)
        if not _is_within_name(match, full.get(match.start()), names.home(defined[match.group()]), names)
    ]
    covered = {at for mention in found for at in range(mention.start, mention.end)}
    apart = (m for m in names.mentions if covered.isdisjoint(range(m.start, m.end)))
    names.mentions = sorted((*apart, *found), key=lambda mention: (mention.start, -mention.end))


def _defined(text: str, names: Names) -> dict[str, str]:
    """Return what each acronym in brackets behind a name stands for."""
    spelt: dict[str, set[str]] = {}
    for mention in names.mentions:
        spelt.setdefault(text[mention.start : mention.end], set()).add(mention.target)
    defined: dict[str, str] = {}
    for mention in names.mentions:
        name = text[mention.start : mention.end]
        match = _ACRONYM.match(text, mention.end) if mention.is_noun else None
        beginning = _BEGINNING.match(text, mention.end) if mention.is_noun else None
        if beginning and name.startswith(f"{beginning.group(1)} "):
            match = beginning
        if match and _abbreviates(match.group(1), name):
            known = {e for e in map(names.home, spelt.get(match.group(1), ())) if not names.entity(e).minted}
            defined[match.group(1)] = _bearer(match.group(1), mention, known, text, names)
    return defined


def _is_within_name(match: re.Match[str], mention: Mention | None, bearer: str, names: Names) -> bool:
    """Say whether a short form is part of a longer name: "Pishro" of "Pishro Company", "IRGC" of "IRGC Navy"."""
    if mention is None or mention.end < match.end() or mention.end - mention.start == len(match.group()):
        return False
    target = names.home(mention.target)
    return target == bearer or not names.entity(target).minted


def _bearer(acronym: str, mention: Mention, known: set[str], text: str, names: Names) -> str:
    """Return the entity that an acronym in brackets defines: one the reference data knows by it, else the named one."""
    target = names.home(mention.target)
    if names.entity(target).minted and len(known) == 1:
        names.unite(target, *known)
        return names.called(*known, text[mention.start : mention.end])
    return names.called(target, acronym)


def _abbreviates(acronym: str, name: str) -> bool:
    """Say whether the first letter of an acronym begins some word of the name."""
    letters = [fold(ch) for ch in acronym if ch.isalpha()]
    initials = [fold(word)[0] for word in re.findall(r"[^\W_]+", name)]
    return bool(letters) and letters[0] in initials
