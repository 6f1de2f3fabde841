"""Other names that an article gives: "Mohamed Hamdan Dagalo, known as Hemedti", "Verus Trading (formerly Versor)"."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.names.mentions import Mention, Names

_KNOWN_AS = re.compile(
    r"[”\"’']?(?:,[^,.;:()]{1,60})?,?\s*\(?\s*(?:who (?:is|was) )?"
    r"(?:(?:also|better|widely|commonly|formerly|previously|once|now|locally|popularly|more) )*"
    r"\b(?:known (?:as|by (?:his|her|its|the) (?:alias|nickname|nom de guerre|name|pseudonym|acronym))"
    r"|alias(?:es)?|a\.?k\.?a\.?|nicknamed|dubbed|nom de guerre|or|formerly)"
    r"\s*,?\s*(?:as )?(?:the )?[“\"‘']?",
    re.IGNORECASE,
)


def link_aliases(text: str, names: Names) -> None:
    """Take the name behind "known as" for another name of the one before, where it is nothing known by itself."""
    for before, after in pairwise(names.mentions):
        bearer, alias = names.home(before.target), names.home(after.target)
        if not before.is_noun or before.is_state or bearer == alias or not _is_new(after, names):
            continue
        between = text[before.end : after.start]
        if _KNOWN_AS.fullmatch(between) and not _are_alternatives(between, bearer, alias, names):
            names.unite(alias, bearer)
            names.called(bearer, text[after.start : after.end])


def _is_new(mention: Mention, names: Names) -> bool:
    """Say whether only this article knows what a mention names, and this is no second name for it."""
    return mention.role == "minted" and mention.target in names.entities and names.entity(mention.target).minted


def _are_alternatives(between: str, bearer: str, alias: str, names: Names) -> bool:
    """Say whether "or" stands between two of a kind, which are not the same: "Verus Trading or Versor Trading"."""
    return between.strip(" ,(").lower() == "or" and names.kind(bearer) == names.kind(alias)
