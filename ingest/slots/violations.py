"""Slots of breaches: what is kept or broken, and by whom, where the parse parts them. See `ingest/slots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, conjoined, possessors, prepositional
from ingest.parsing.syntax import agents, objects, subjects
from ingest.parsing.verbs import is_finite

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_KEEPING = frozenset(
    {"comply", "abide", "adhere", "observe", "respect", "honour", "honor", "enforce", "meet", "fulfil"}
)
_PARTIES = frozenset({"pobj", "poss", "conj", "compound", "amod", "nsubj"})
# How many words may stand between a noun and what it is of: "a breach, by Chad and Mali alike, of the embargo".
_REACH = 14


def agent_parties(token: Token, sentence: Sentence) -> list[Token]:
    """Return whoever is named in and before a noun of dealing that acts: "drone transfers by Iran to Russia".

    Whom a blow fell on breaks nothing: "the strikes on Yemen violated".
    """
    deeds = [agent for agent in agents(token) if agent.pos_ == "NOUN" and not sentence.mention(agent)]
    blows = [deed for deed in deeds if deed.lemma_ in word_lists()["blow_nouns"]]
    struck = [t for blow in blows for t in prepositional(blow, "on", "against", "at")]
    parties = [t for deed in deeds for t in _own_words(deed) if (m := sentence.mention(t)) and m.is_entity]
    return [t for t in parties if t not in struck and t.dep_ in _PARTIES]


def _own_words(noun: Token) -> list[Token]:
    """Return the words of a noun phrase but those of the clauses in it."""
    clauses = [clause for clause in noun.subtree if clause.dep_ in ("relcl", "acl")]
    elsewhere = {t.i for clause in clauses for t in clause.subtree}
    return [t for t in noun.subtree if t.i not in elsewhere]


def kept(token: Token, _: Sentence) -> list[Token]:
    """Return what somebody fails to keep: "failed to comply with the embargo"."""
    keeping = [verb for verb in children(token, "xcomp") if verb.lemma_ in _KEEPING]
    return [t for verb in keeping for t in prepositional(verb, "with", "by", "to") or objects(verb)]


def counter_to(token: Token, _: Sentence) -> list[Token]:
    """Return what something runs "counter to"."""
    adverbs = [child for child in children(token, "advmod") if child.i > token.i]
    return [t for adverb in adverbs for t in prepositional(adverb, "to", "of", through_object=False)]


def said_of(token: Token, _: Sentence) -> Sequence[Token]:
    """Return what is called a breach: "the sale is a breach of", "its use amounts to a violation of"."""
    head = token.head
    verb = head.head if token.dep_ == "pobj" and head.lower_ == "to" else head
    is_said = token.dep_ == "attr" or verb.lemma_ in word_lists()["amounting_verbs"]
    return subjects(verb) if is_said and verb.pos_ in ("VERB", "AUX") else []


def parties_said_of(token: Token, sentence: Sentence) -> list[Token]:
    """Return whoever is named in the deed that is called a breach: "Chad's sale of fuel to Mali is a breach of"."""
    renamed = [token.head] if token.dep_ == "appos" else []
    deeds = [t for t in (*said_of(token, sentence), *renamed) if t.pos_ == "NOUN" and not sentence.mention(t)]
    owned = [t for deed in deeds for t in possessors(deed)]
    given = [t for deed in deeds for t in prepositional(deed, "by", "to", "from", "between", through_object=False)]
    return [*owned, *given]


def found_in(token: Token, _: Sentence) -> Sequence[Token]:
    """Return who was put or found "in breach of" a rule: "left Mali in breach of"."""
    preposition, verb = token.head, token.head.head
    is_state = token.dep_ == "pobj" and preposition.lower_ == "in" and verb.lemma_ in word_lists()["finding_verbs"]
    return objects(verb) if is_state else []


def of_after(token: Token, _: Sentence) -> list[Token]:
    return _after(token, "of")


def by_after(token: Token, _: Sentence) -> list[Token]:
    return _after(token, "by")


def with_after(token: Token, _: Sentence) -> list[Token]:
    return _after(token, "with")


def _after(token: Token, preposition: str) -> list[Token]:
    """Return what the first such preposition behind a noun leads to, whatever it hangs on."""
    near = token.doc[token.i + 1 : token.i + _REACH]
    first = next((t for t in near if t.lower_ == preposition or is_finite(t)), None)
    if first is None or first.lower_ != preposition:
        return []
    return [t for pobj in children(first, "pobj") for t in conjoined(pobj)]
