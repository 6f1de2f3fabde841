"""Slots of help: who is helped to do what, with whose help, by which things. See `ingest/slots.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest import syntax
from ingest.origins import behind, names_before
from ingest.passages import Sentence
from ingest.phrases import children, possessors, prepositional

if TYPE_CHECKING:
    from ingest.tokens import Token


def clause_subject(token: Token, _: Sentence) -> list[Token]:
    """Return who is helped where it stands as the subject of the bare clause: "helped the North improve"."""
    bare = [clause for clause in children(token, "ccomp") if clause.tag_ in ("VB", "VBP") or clause.pos_ == "NOUN"]
    return [t for clause in bare if not children(clause, "mark") for t in syntax.subjects(clause)]


def with_inner(token: Token, _: Sentence) -> list[Token]:
    """Return who stands behind a "with" below the object's own prepositions: "shared know-how on bombs with X"."""
    inner = (t for prep in children(token, "prep") if prep.i > token.i for t in children(prep, "pobj"))
    return [found for t in inner for found in behind(t, "with")]


def beside_agent(token: Token, _: Sentence) -> list[Token]:
    """Return who does what is done "with the help" that the noun names."""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in ("with", "under", "to") or preposition.head.pos_ != "VERB":
        return []
    if preposition.lower_ == "to" and preposition.head.lower_ != "thanks":
        return []
    return syntax.agents(preposition.head)


def help_owner(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose help it is that one relies on: "benefited from Venezuelan aid", "relies on the support of X"."""
    helps = [t for t in prepositional(token, "from", "on", "of") if (m := sentence.mention(t)) and m.is_item]
    return [
        t for noun in helps for t in (*possessors(noun), *names_before(noun, sentence), *behind(noun, "of", "from"))
    ]


def work_owner(token: Token, _: Sentence) -> list[Token]:
    """Return whose work is paid for: "financed the mission's operations", "fund the work of the OPCW"."""
    works = [t for t in syntax.objects(token) if t.lower_ in _WORKS]
    return [t for noun in works for t in (*possessors(noun), *behind(noun, "of"))]


_WORKS = frozenset({"work", "operation", "operations", "activities", "mission", "campaign", "programme", "program"})


def agent_item(token: Token, sentence: Sentence) -> list[Token]:
    """Return the thing that acts: "Ukrainian drones struck", "American imagery helped"."""
    return [agent for agent in syntax.agents(token) if (m := sentence.mention(agent)) and m.is_item]
