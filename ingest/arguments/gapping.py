"""Who gets what where the verb is said once: "armed Mali with drones and Niger with tanks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.lexicon import Entry
from ingest.lexicon.wordlists import word_lists
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children
from ingest.parsing.syntax import agents
from ingest.slots import BY_RULE, SLOTS

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_SAID_ANEW = frozenset({",", ";", "and", "while"})


def gapped_takers(
    entry: Entry, verb: Token, item: Token, patients: list[Token], sentence: Sentence
) -> list[Token] | None:
    """Return whom of several takers an item goes to; None where each of them gets all."""
    owner = next((t for t in children(item, "compound") if _is_name(t, sentence)), None)
    if owner is not None and item.dep_ == "conj" and children(verb, "dative"):
        return [owner]
    turns = _turns(entry, verb, sentence)
    before = [turn for turn in turns if turn.i < item.i]
    if len(turns) < 2 or not before:
        return None
    first = [patient for patient in patients if patient.i < turns[0].i]
    return first if len(before) == 1 else [item.doc[before[-1].i - 1]]


def _turns(entry: Entry, verb: Token, sentence: Sentence) -> list[Token]:
    """Return the prepositions that bring in goods: the first, and each that follows another taker."""
    words = {word for slot in entry.item if slot not in SLOTS and slot not in BY_RULE for word in slot.split("|")}
    found = [t for t in verb.doc[verb.i + 1 :] if t.lower_ in words and t.pos_ == "ADP"]
    return [*found[:1], *(t for t in found[1:] if _follows_taker(t, sentence))]


def _follows_taker(preposition: Token, sentence: Sentence) -> bool:
    doc, at = preposition.doc, preposition.i - 1
    start = at - 1 if doc[at - 1].dep_ == "det" else at
    return _is_name(doc[at], sentence) and doc[start - 1].lower_ in _SAID_ANEW


def _is_name(token: Token, sentence: Sentence) -> bool:
    mention = sentence.mention(token)
    return mention is not None and mention.is_entity and mention.role not in ("adjective", "people")


def wielders(entry: Entry, weapon: Token) -> list[Token]:
    """Return who used a weapon that hits, if a clause beside it tells: "bombs dropped by A and drones sent by B"."""
    clauses = children(weapon, "acl") if entry.relation == "attacked" else []
    return [t for c in clauses if c.lemma_ in word_lists()["launching_verbs"] for t in agents(c)]
