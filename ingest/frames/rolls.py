"""Members that stand in brackets behind the name of their body: "the E3 (Britain, France and Germany)"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ingest.claims import Draft
from ingest.coreference import Referents
from ingest.parsing.passages import Sentence

# What may stand between the names of a roll, commas apart.
_PARTING = frozenset({"and", "the"})
_KINDS = ("Organisation", "ArmedGroup")


def rolls(sentence: Sentence, referents: Referents) -> Iterator[Draft]:
    """Yield a membership for each state in a bracket that holds nothing but states, two at least."""
    for index, (start, end) in sentence.asides.items():
        body = sentence.pieces[index].mention
        members = _members(start, end, referents)
        if body is None or len(members) < 2 or referents.names.kind(body.target) not in _KINDS:
            continue
        for member in members:
            yield Draft(
                "member_of", member, body.target, None, None, "affirmed", (), sentence, sentence.doc[index],
                marks=[(start, end)], why=("members in brackets",),
            )  # fmt: skip


def _members(start: int, end: int, referents: Referents) -> list[str]:
    """Return the states between two places of the text, if nothing else stands there."""
    mentions, found, at = referents.names.mentions, [], start
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    for mention in mentions[first:last]:
        if not (mention.is_state and mention.is_noun and _only_parts(referents.text[at : mention.start])):
            return []
        found.append(mention.target)
        at = mention.end
    return found if _only_parts(referents.text[at:end]) else []


def _only_parts(gap: str) -> bool:
    return _PARTING.issuperset(gap.replace(",", " ").replace(";", " ").split())
