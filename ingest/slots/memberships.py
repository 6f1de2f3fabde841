"""Slots for who belongs to, joins, signs, leaves or replaces what: beyond the grammar of the trigger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import behind, children, conjoined, inside, is_definite, possessors, prepositional
from ingest.slots.enumerations import row

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def ended_before(token: Token, _: Sentence) -> list[Token]:
    """Return what had ended before: "was set up after Russia had put an end to the panel"."""
    clauses = [t for t in token.subtree if t.dep_ == "advcl" and any(m.lower_ == "after" for m in children(t, "mark"))]
    plain = [t for verb in clauses if verb.lemma_ in word_lists()["ending_verbs"] for t in syntax.objects(verb)]
    put = [noun for verb in clauses for noun in syntax.objects(verb) if noun.lower_ in ("end", "stop")]
    return [*plain, *(t for noun in put for t in (*behind(noun, "to"), *behind(noun.head, "to")))]


def row_behind(token: Token, sentence: Sentence) -> list[Token]:
    """Return the states in "The other members of the Union, A, B and C, have signed"."""
    whole = next(iter(inside(token, "of")), None)
    verb, doc = token.head, token.doc
    if whole is None or token.dep_ not in ("nsubj", "nsubjpass") or whole.i + 2 >= len(doc) or verb.i < whole.i:
        return []
    first = whole.i + (3 if doc[whole.i + 2].dep_ == "det" else 2)
    is_row = doc[whole.i + 1].text == "," and doc[first].pos_ == "PROPN"
    names = list(row(doc, first, sentence)) if is_row else []
    is_closed = bool(names) and doc[names[-1].i + 1].text == "," and names[-1].i < verb.i
    are_states = all((m := sentence.mention(t)) is not None and m.is_state for t in names)
    return names if len(names) > 1 and is_closed and are_states and is_definite(token) else []


def agent_for_owner(token: Token, sentence: Sentence) -> Sequence[Token]:
    """Return who acts on his own part: "Russia suspended its part in"; of "Putin took back Russia's part", Russia."""
    agents = syntax.agents(token)
    owners = [owner for patient in syntax.objects(token) for owner in possessors(patient) if owner.pos_ != "PRON"]
    if not owners:
        return agents
    by_person = [a for a in agents if a.lower_ in ("he", "she") or ((m := sentence.mention(a)) and m.is_person)]
    return owners if by_person else []


def between_patient(token: Token, _: Sentence) -> list[Token]:
    """Return the parties of what is signed: "a truce between A and B was signed"."""
    return [found for patient in syntax.objects(token) for found in behind(patient, "between")]


def described(token: Token, _: Sentence) -> Sequence[Token]:
    """Return what an adjective is said of: "is subordinate to", "groups subordinate to"."""
    if token.dep_ == "acomp":
        return syntax.subjects(token.head)
    return [token.head] if token.dep_ in ("amod", "relcl") and token.head.i < token.i else []


def left_by(token: Token, _: Sentence) -> list[Token]:
    """Return who left what is filled: "fills the gap left by X"."""
    leavings = [acl for patient in syntax.objects(token) for acl in children(patient, "acl") if acl.lemma_ == "leave"]
    return [found for acl in leavings for found in syntax.agents(acl)]


def named_before(token: Token, sentence: Sentence) -> list[Token]:
    """Return the body of "NATO member Turkey"."""
    before = token.doc[token.i - 1] if token.i else token
    mention = sentence.mention(before)
    return [before] if mention and mention.is_entity and not mention.is_state else []


def named_behind(token: Token, sentence: Sentence) -> Sequence[Token]:
    """Return the members of "NATO member Turkey", "NATO members Poland and Estonia"."""
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    mention = sentence.mention(behind)
    if mention is None or not mention.is_state or not mention.is_noun:
        return []
    return conjoined(behind) if token.tag_ == "NNS" else [behind]


def of_states(token: Token, sentence: Sentence) -> list[Token]:
    """Return the states that a body is said to be of, two at least: "a grouping of A, B and C"."""
    inner = [t for t in behind(token, "of") if (m := sentence.mention(t)) and m.is_state and m.is_noun]
    return inner if len(inner) > 1 else []


def agent_with(token: Token, _: Sentence) -> list[Token]:
    """Return who belongs somewhere along with others: "Mali belongs, with Niger, to"."""
    agents = syntax.agents(token)
    return [*agents, *prepositional(token, "with", "like", through_object=False)] if agents else []


def of_whole(token: Token, _: Sentence) -> list[Token]:
    """Return what something is a member or part of; "part of it" is any part of a thing."""
    whole = prepositional(token, "of")
    return [t for t in whole if t.pos_ != "PRON"] if token.lower_ == "part" else whole


def of_several(token: Token, _: Sentence) -> list[Token]:
    """Return those whom a group is said to be of, if they are more than one."""
    found = behind(token, "of")
    return found if len(found) > 1 else []


def of_behind(token: Token, _: Sentence) -> list[Token]:
    """Return what stands one step behind: "stepped into the shoes of X", "emerged from the remains of X"."""
    return [found for noun in prepositional(token, "into", "from") for found in behind(noun, "of")]


def on_inner(token: Token, _: Sentence) -> list[Token]:
    """Return what the patient is on or in: "holds a seat on X"."""
    return [found for patient in syntax.objects(token) for found in behind(patient, "on", "in")]


def renamed_to(token: Token, _: Sentence) -> list[Token]:
    """Return the new name of what is renamed: "was renamed X", "was transformed into X"."""
    return children(token, "oprd") or prepositional(token, "into", "as", "to")
