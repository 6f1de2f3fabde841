"""Who is paired with whom in the drafts of one deed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from graph.ontology import relations
from ingest.arguments.places import origin_of_group
from ingest.lexicon import Entry
from ingest.lexicon.wordlists import word_lists
from ingest.parsing.passages import Sentence
from ingest.slots import BY_RULE, fill
from ingest.slots.assistance import trains_crews

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

Parties = tuple[str | None, str | None]


def each_pair(entry: Entry, subjects: list[str], objects: list[str]) -> Iterator[Parties]:
    """Yield each subject with each object; None stands for a role that is empty or that the relation has not."""
    targets = objects if relations()[entry.relation].object != "none" else []
    none: list[str | None] = [None]
    pairs = product(subjects or none, targets or none)
    return (pair for pair in pairs if not _is_at_home(*pair)) if entry.relation == "deployed" else pairs


def _is_at_home(subject: str | None, place: str | None) -> bool:
    """Say whether an armed group is where it comes from: "Houthi fighters in Yemen"."""
    return subject is not None and place is not None and origin_of_group(subject) == place


def mutual(entry: Entry, subjects: list[str], objects: list[str]) -> list[Parties]:
    """Return the pairs of a dealing between parties: one for a state of things, both ways for an exchange.

    The first named deals with each of the others; those named only behind "with" do not deal with each other.
    """
    both = list(dict.fromkeys((*subjects, *objects)))
    if not subjects or len(both) < 2:
        return []
    pairs: list[Parties] = [(both[0], other) for other in both[1:]]
    return pairs if entry.mutual == "one" else [*pairs, *((other, one) for one, other in pairs)]


def is_told_to_whom(entry: Entry, token: Token, sentence: Sentence) -> bool:
    """Say whether a sentence tells of a receiver, though not by a plain name: "sold to other buyers"."""
    if entry.key == "assisted/train" and trains_crews(token):
        return False
    fillers = (t for slot in entry.object if slot not in BY_RULE for t in fill(slot, token, sentence))
    return any(t.pos_ in ("NOUN", "PROPN") and t.lower_ not in word_lists()["no_receivers"] for t in fillers)
