"""Claims in the making: drafts, and how the drafts of one article complete each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.model import Quantity, Status
from ingest.parsing.passages import Sentence

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

VOTES = frozenset({"vetoed", "abstained", "voted_for", "voted_against"})
# How far back, in characters, a missing giver or receiver may be taken from.
REACH = 700
# Relations that share their parties: who gives shells also gives data.
_FAMILIES = (frozenset({"supplied", "assisted"}), frozenset({"deployed"}), frozenset({"sanctioned"}))
_IN_RETURN = re.compile(r"\b[Ii]n (?:return|exchange|turn)\b|\bfor its part\b")


@dataclass(slots=True)
class Draft:
    """A claim before its date is known and its missing party found; the fields are those of `graph.model.Claim`.

    `entry` is the key of the lexicon entry that it was read by; empty where it was read by none. `is_answer` marks a
    denial of what others told, which bears the date of the denial, not of the deed.
    """

    relation: str
    subject: str | None
    object: str | None
    item: str | None
    quantity: Quantity | None
    status: Status
    asserted_by: tuple[str, ...]
    sentence: Sentence
    trigger: Token
    when: str | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)
    why: tuple[str, ...] = ()
    is_told_to_whom: bool = False
    entry: str = ""
    is_answer: bool = False

    @property
    def fact(self) -> tuple[str, str | None, str | None, str | None]:
        """The key of the fact that this draft speaks about."""
        return (self.relation, self.subject, self.object, self.item)

    @property
    def is_by_default(self) -> bool:
        """Whether no word names the item: "armed the rebels"."""
        return (
            self.item is not None
            and self.sentence.mention(self.trigger) is None
            and len(self.marks) == 2
            and (self.marks[0] == self.marks[1])
        )

    @property
    def weight(self) -> int:
        """Two for each party, one where it is only described."""
        return sum(1 if party.startswith("group:") else 2 for party in (self.subject, self.object) if party is not None)

    @property
    def is_whole(self) -> bool:
        """Whether it has the parties that its relation cannot do without."""
        if self.relation == "established":
            return True
        if self.relation in ("tested", "produced", "seized", "stole"):
            return self.subject is not None
        if self.relation == "attacked":
            return self.subject is not None and (self.object is not None or self.item is not None)
        return self.subject is not None and self.object is not None


def fullest(drafts: list[Draft]) -> list[Draft]:
    """Of what one trigger gives by several entries, keep for each relation and item the drafts with most parties."""
    if not drafts:
        return drafts
    best: dict[tuple[str, str | None], int] = {}
    for draft in drafts:
        key = (draft.relation, draft.item)
        best[key] = max(best.get(key, 0), draft.weight)
    named = {(d.relation, d.subject, d.object) for d in drafts if d.item and not d.is_by_default}
    kept = [draft for draft in drafts if draft.weight == best[draft.relation, draft.item]]
    given = {(d.object, d.item) for d in kept if d.relation == "supplied" and d.subject and not _is_carrier(d)}
    kept = [d for d in kept if not _is_carrier(d) or (d.object, d.item) not in given]
    return [d for d in kept if not d.is_by_default or (d.relation, d.subject, d.object) not in named]


def _is_carrier(draft: Draft) -> bool:
    """Say whether a ship is told to have given what somebody else gives: it only carried it."""
    return draft.relation == "supplied" and (draft.subject or "").startswith("vessel:")


def own_up(draft: Draft) -> None:
    """Let who denies a deed that names nobody be who would have done it: "Oman denied that arms had been sent"."""
    if draft.status != "denied" or draft.subject or draft.relation not in _FAMILIES[0] | _FAMILIES[1]:
        return
    if (
        len(draft.asserted_by) == 1
        and draft.asserted_by[0] != draft.object
        and not draft.asserted_by[0].startswith("person:")
    ):
        draft.subject, draft.why = draft.asserted_by[0], (*draft.why, "giver is who denies it")


def complete(draft: Draft, others: Iterable[Draft]) -> None:
    """Give a draft the party that its sentence leaves out, from the nearest of `others` that tells of the other party.

    "It has shipped shells to Russia. It has transferred 100 missiles": to Russia, too.
    """
    family = next((family for family in _FAMILIES if draft.relation in family), None)
    if family is None or (draft.subject and draft.object):
        return
    if draft.relation in _FAMILIES[0] and _IN_RETURN.search(draft.sentence.text):
        family |= {"deployed"}
    near = (o for o in others if o.relation in family and draft.sentence.start - o.sentence.start <= REACH)
    for other in near:
        if _lend(draft, other):
            return


def _lend(draft: Draft, other: Draft) -> bool:
    """Fill the missing party of `draft` from `other`; say whether that worked."""
    if draft.relation == "sanctioned":
        if draft.subject is None and other.subject:
            draft.subject = other.subject
            return True
        return False
    is_told_here = other.sentence is draft.sentence
    returned = not is_told_here and draft.relation != "deployed" and bool(_IN_RETURN.search(draft.sentence.text))
    giver, receiver = (other.object, other.subject) if returned else (other.subject, other.object)
    if other.relation == "deployed" and draft.relation != "deployed" and not returned:
        return False
    if draft.subject is None and giver and draft.object and (receiver == draft.object or draft.relation == "deployed"):
        draft.subject, draft.why = giver, (*draft.why, "giver from what was said before")
        return True
    if draft.object is None and receiver and draft.subject and giver == draft.subject and not draft.is_told_to_whom:
        draft.object, draft.why = receiver, (*draft.why, "receiver from what was said before")
        return True
    return False
