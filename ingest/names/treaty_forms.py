"""Treaties by the town they are named for: "the Ottawa text" where the article has named the Ottawa Convention."""

from __future__ import annotations

import re

from ingest.lexicon.wordlists import words_in
from ingest.names.mentions import Mention, Names

_SHORT = re.compile(r"(?:[A-Z][\w-]+) ([A-Z]\w+)")


def link_treaty_forms(text: str, names: Names) -> None:
    """Let another noun behind the first word of a treaty's name of two words stand for the same treaty."""
    nouns = words_in("treaty_words", "treaty_nouns") | {"text"}
    known: dict[str, set[str]] = {}
    for mention in names.mentions:
        name = _SHORT.fullmatch(text, mention.start, mention.end) if mention.target.startswith("treaty:") else None
        if name and name[1].lower() in nouns:
            known.setdefault(name.group().split()[0], set()).add(mention.target)
    meant = {town: targets.pop() for town, targets in known.items() if len(targets) == 1}
    if not meant:
        return
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, meant))}) (?:{'|'.join(sorted(nouns))})\b")
    found = [Mention(*match.span(), "entity", meant[match[1]], "alias") for match in pattern.finditer(text)]
    covered = {at for mention in found for at in range(mention.start, mention.end)}
    apart = [m for m in names.mentions if covered.isdisjoint(range(m.start, m.end))]
    names.mentions = sorted((*apart, *found), key=lambda mention: (mention.start, -mention.end))
