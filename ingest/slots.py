"""The slots that a lexicon entry may name: which tokens of a sentence stand in a role beside the trigger word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest import syntax
from ingest.passages import Sentence
from ingest.syntax import conjoined

if TYPE_CHECKING:
    from spacy.tokens import Token

Slot = Callable[["Token", Sentence], list["Token"]]

# Verbs that carry a noun without adding to what it says: "carried out a launch", "took part in", "made a delivery".
LIGHT_VERBS = frozenset(
    "make carry conduct launch stage have give take do hold perform undertake mount continue begin start cast use impose resume "
    "stop halt step increase deepen expand strengthen enjoy receive intend maintain order oversee build".split()
)


def _agent(token: Token, _: Sentence) -> list[Token]:
    return syntax.agents(token)


def _patient(token: Token, _: Sentence) -> list[Token]:
    return syntax.objects(token)


def _recipient(token: Token, _: Sentence) -> list[Token]:
    return syntax.recipients(token)


def _owner(token: Token, _: Sentence) -> list[Token]:
    return syntax.possessors(token)


def _modifier(token: Token, sentence: Sentence) -> list[Token]:
    return [child for child in syntax.modifiers(token) if sentence.piece(child).mention]


def _compound(token: Token, sentence: Sentence) -> list[Token]:
    return [child for child in syntax.modifiers(token) if (m := sentence.piece(child).mention) and m.kind == "item"]


def _light(token: Token, _: Sentence) -> list[Token]:
    head = token.head
    if token.dep_ in ("dobj", "attr") and head.pos_ == "VERB" and head.lemma_ in LIGHT_VERBS:
        return syntax.agents(head)
    if token.dep_ == "pobj" and head.lower_ == "with" and head.head.lemma_ in ("respond", "answer", "retaliate", "reply", "react", "hit"):
        return syntax.agents(head.head)
    if token.dep_ == "nsubjpass" and head.lemma_ in LIGHT_VERBS:
        return syntax.agents(head)
    return []


def _appositive(token: Token, _: Sentence) -> list[Token]:
    """Whoever the noun is said to be: "X, the maker of", "X is the maker of", "the maker, X"."""
    if token.dep_ == "appos":
        return [token.head]
    if token.dep_ in ("attr", "oprd") and token.head.pos_ in ("AUX", "VERB"):
        return syntax.subjects(token.head)
    if token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.pos_ == "VERB":
        return syntax.objects(token.head.head)
    if token.dep_ == "conj" and token.head.dep_ in ("appos", "attr"):
        return _appositive(token.head, _)
    return syntax.appositions(token)


def _under_subject(token: Token, _: Sentence) -> list[Token]:
    """Who "has been under sanctions"."""
    if token.dep_ == "pobj" and token.head.lower_ == "under" and token.head.head.pos_ in ("AUX", "VERB"):
        return syntax.objects(token.head.head) or syntax.subjects(token.head.head)
    return []


def _strictly_appositive(token: Token, _: Sentence) -> list[Token]:
    """As `appositive`, but only where the noun itself renames or is said of another."""
    return _appositive(token, _) if token.dep_ in ("appos", "attr") else []


def _complement(token: Token, _: Sentence) -> list[Token]:
    """"whose members are A, B and C": what the noun, as a subject, is said to be."""
    if token.dep_ != "nsubj" or token.head.lemma_ not in ("be", "include", "comprise"):
        return []
    return [t for child in token.head.children if child.dep_ in ("attr", "dobj") for t in conjoined(child)]


def _patient_owner(token: Token, sentence: Sentence) -> list[Token]:
    """"North Korean soldiers were sent": whose people or arms the patient is."""
    patients = syntax.objects(token)
    return [
        owner
        for patient in patients
        for owner in (
            *syntax.possessors(patient),
            *_modifier(patient, sentence),
            *syntax.prepositional(patient, "of", through_object=False),
        )
    ]


def _item_origin(token: Token, sentence: Sentence) -> list[Token]:
    """"bought Russian crude", "52 million barrels of Iranian oil": whose goods are bought."""
    goods = [g for patient in syntax.objects(token) for g in (patient, *syntax.prepositional(patient, "of", through_object=False))]
    return [m for g in goods for m in _modifier(g, sentence) if sentence.piece(m).mention.target.startswith("state:")]  # type: ignore[union-attr]


def _clause_subject(token: Token, _: Sentence) -> list[Token]:
    """"helped the North improve": who is helped stands as the subject of the bare clause."""
    return [t for clause in token.children if clause.dep_ == "ccomp" and clause.tag_ == "VB" for t in syntax.subjects(clause)]


def _fight_in(token: Token, _: Sentence) -> list[Token]:
    """"deployed troops to fight in": where the purpose of the sending lies."""
    purposes = [verb for verb in token.subtree if verb.lemma_ in ("fight", "help", "serve", "train", "operate") and verb.dep_ in ("xcomp", "advcl", "acl", "relcl")]
    return [place for verb in purposes for place in syntax.prepositional(verb, "in", "against")]


def _out_of(token: Token, _: Sentence) -> list[Token]:
    return [t for prep in token.children if prep.lower_ == "out" for t in syntax.prepositional(prep, "of", through_object=False)]


def _inner(*prepositions: str) -> Slot:
    """What stands below the patient: "froze the assets of X", "put an end to X"."""

    def fill(token: Token, _: Sentence) -> list[Token]:
        return [
            found
            for patient in syntax.objects(token)
            for found in syntax.prepositional(patient, *prepositions, through_object=False)
        ] or [found for found in syntax.prepositional(token, *prepositions) if "to" in prepositions]

    return fill


def _owner_inner(token: Token, _: Sentence) -> list[Token]:
    return [owner for patient in syntax.objects(token) for owner in syntax.possessors(patient)]


def _agent_owner(token: Token, _: Sentence) -> list[Token]:
    """"Russia's veto put an end to": who owns the deed that acts."""
    return [owner for agent in syntax.agents(token) if agent.pos_ == "NOUN" for owner in syntax.possessors(agent)]


def _list_owner(token: Token, sentence: Sentence) -> list[Token]:
    lists = [noun for noun in token.subtree if noun.lemma_ in ("list", "blacklist")]
    return [owner for noun in lists for owner in (*syntax.possessors(noun), *_modifier(noun, sentence))]


def _prefix(token: Token, sentence: Sentence) -> list[Token]:
    """The name in "Iranian-made", "Rwanda-backed"."""
    return [token] if sentence.piece(token).compound else []


def _head(token: Token, _: Sentence) -> list[Token]:
    return conjoined(token.head) if token.dep_ in ("amod", "compound", "nmod", "acl") else []


def _self(token: Token, _: Sentence) -> list[Token]:
    return [token]


def _between(token: Token, _: Sentence) -> list[Token]:
    return syntax.prepositional(token, "between")


def _above(token: Token, _: Sentence) -> list[Token]:
    """Who confirms, denies or admits what the noun names."""
    verb = syntax.governing_verb(token)
    return syntax.agents(verb) if verb is not None and token.dep_ == "dobj" and verb.lemma_ in ("confirm", "deny", "admit", "acknowledge") else []


def _origin(token: Token, sentence: Sentence) -> list[Token]:
    """Whose people "Russian fighters remain in the country" are."""
    return [owner for agent in syntax.agents(token) for owner in (*syntax.possessors(agent), *_modifier(agent, sentence))]


def _in_maker(token: Token, _: Sentence) -> list[Token]:
    return syntax.prepositional(token, "in") if syntax.is_passive(token) else []


def _by_gerund(token: Token, _: Sentence) -> list[Token]:
    gerunds = [child for prep in token.children if prep.dep_ == "prep" and prep.lower_ in ("by", "through") for child in prep.children if child.dep_ == "pcomp"]
    inner = [child for verb in token.children if verb.dep_ in ("xcomp", "ccomp") for prep in verb.children if prep.dep_ == "prep" and prep.lower_ == "by" for child in prep.children if child.dep_ == "pcomp"]
    nested = [child for verb in token.children if verb.dep_ in ("xcomp", "ccomp") for p in verb.subtree if p.dep_ == "prep" and p.lower_ == "by" for child in p.children if child.dep_ == "pcomp"]
    return [found for gerund in dict.fromkeys((*gerunds, *inner, *nested)) for found in syntax.objects(gerund)]


def _by_inner(token: Token, _: Sentence) -> list[Token]:
    return [pobj for prep in token.subtree if prep.lower_ == "by" and prep.dep_ in ("prep", "agent") for child in prep.children if child.dep_ == "pobj" for pobj in conjoined(child)]


def _on_breaches(token: Token, _: Sentence) -> list[Token]:
    return [
        found
        for breach in syntax.prepositional(token, "on")
        if breach.lemma_ in ("breach", "violation", "evasion", "implementation", "enforcement", "contravention")
        for found in syntax.prepositional(breach, "of", through_object=False)
    ]


def _parties_of(noun: Token, sentence: Sentence) -> list[Token]:
    """The states and bodies named in and before a noun of dealing: "drone transfers by Iran to Russia"."""
    return [t for t in noun.subtree if (m := sentence.piece(t).mention) and m.kind == "entity" and t.dep_ in ("pobj", "poss", "conj", "compound", "amod", "nsubj")]


def _agent_parties(token: Token, sentence: Sentence) -> list[Token]:
    return [party for agent in syntax.agents(token) if agent.pos_ == "NOUN" and not sentence.piece(agent).mention for party in _parties_of(agent, sentence)]


def _of_inner_source(token: Token, sentence: Sentence) -> list[Token]:
    """"had the help of the Wagner Group": who gives what the patient names."""
    return [found for patient in syntax.objects(token) for found in syntax.prepositional(patient, "of", through_object=False)]


SLOTS: dict[str, Slot] = {
    "agent": _agent,
    "patient": _patient,
    "recipient": _recipient,
    "owner": _owner,
    "modifier": _modifier,
    "compound": _compound,
    "light": _light,
    "appositive": _appositive,
    "strictly-appositive": _strictly_appositive,
    "complement": _complement,
    "item-origin": _item_origin,
    "under-subject": _under_subject,
    "patient-owner": _patient_owner,
    "clause-subject": _clause_subject,
    "fight-in": _fight_in,
    "out-of": _out_of,
    "of-inner": _inner("of"),
    "to-inner": _inner("to"),
    "owner-inner": _owner_inner,
    "agent-owner": _agent_owner,
    "list-owner": _list_owner,
    "prefix": _prefix,
    "head": _head,
    "self": _self,
    "above": _above,
    "between": _between,
    "origin": _origin,
    "in-maker": _in_maker,
    "by-gerund": _by_gerund,
    "by-inner": _by_inner,
    "imposed-by": _by_inner,
    "on-breaches": _on_breaches,
    "agent-parties": _agent_parties,
    "of-source": _of_inner_source,
}


def fill(slot: str, token: Token, sentence: Sentence) -> list[Token]:
    """Return the tokens that stand in a slot beside the trigger; a name that is no slot is a preposition."""
    known = SLOTS.get(slot)
    if known:
        return known(token, sentence)
    return syntax.prepositional(token, *slot.split("|"), through_object=token.pos_ == "VERB")
