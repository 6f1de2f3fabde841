"""Slots of attacks: whose blow or weapon it was. See `ingest/slots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.ontology import broader_items
from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax, verbs
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import behind, children, first_conjunct, modifiers, possessors, prepositional
from ingest.slots.origins import names_before

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

# Weapons that are said to hit; a ship or a vehicle only carries those that do.
_STRIKERS = frozenset({"drone", "missile", "ammunition", "combat-aircraft", "helicopter"})


def deed_owner(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose blow acts: "Israeli strikes hit", "hit by a Russian barrage", "an attack by the RSF hit"."""
    return [owner for deed in _deeds(token) for owner in _owners(deed, sentence)]


def deed_arms(token: Token, sentence: Sentence) -> list[Token]:
    """Return the weapon of the blow that acts: "a drone attack", "a barrage of missiles"."""
    return [arms for deed in _deeds(token) for arms in _arms(deed, sentence)]


def _deeds(token: Token) -> list[Token]:
    return [agent for agent in syntax.agents(token) if agent.lemma_ in word_lists()["blow_nouns"]]


def _owners(deed: Token, sentence: Sentence) -> list[Token]:
    owners = [*possessors(deed), *names_before(deed, sentence), *behind(deed, "by", "from")]
    arms = [t for inner in behind(deed, "of") if _is_item(inner, sentence) for t in names_before(inner, sentence)]
    return [t for t in (*owners, *arms) if not _is_item(t, sentence)]


def _arms(deed: Token, sentence: Sentence) -> list[Token]:
    return [t for t in (*modifiers(deed), *behind(deed, "of", "with")) if _is_item(t, sentence)]


def under_owner(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose attack it is that one "came under"."""
    blows = prepositional(token, "under")
    return [o for blow in blows for o in _owners(blow, sentence)] or prepositional(token, "from", "by")


def under_arms(token: Token, sentence: Sentence) -> list[Token]:
    return [arms for blow in prepositional(token, "under") for arms in _arms(blow, sentence)]


def agent_arms(token: Token, sentence: Sentence) -> list[Token]:
    """Return the weapons that act: "Ukrainian drones struck", "Israeli jets bombed"."""
    agents = [t for agent in syntax.agents(token) for t in (agent, *_parts(agent))]
    return [agent for agent in agents if _is_item(agent, sentence, _STRIKERS)]


def _parts(token: Token) -> list[Token]:
    """Return what "one of their missiles", "several of its drones" is of."""
    return behind(token, "of") if token.lower_ in word_lists()["partitives"] or token.pos_ == "NUM" else []


def against_after(token: Token, _: Sentence) -> list[Token]:
    """Return what the first "against" behind a noun leads to: "the use of sarin, a nerve agent, against X"."""
    following = next((t for t in token.doc[token.i :] if t.lower_ == "against"), None)
    return children(following, "pobj") if following is not None else []


def of_behind_by(token: Token, _: Sentence) -> list[Token]:
    """Return what a deed is of, told after whose it is: "the use by Syria of sarin"."""
    return [found for doer in behind(token, "by") for found in behind(doer, "of")]


def broken_into(token: Token, _: Sentence) -> Sequence[Token]:
    """Return what was broken into before: "broke into the exchange and made off with"."""
    first = first_conjunct(token)
    if first == token or first.lemma_ not in ("break", "hack", "raid", "breach", "attack"):
        return []
    return prepositional(first, "into", through_object=False) or syntax.objects(first)


def off_ship(token: Token, sentence: Sentence) -> list[Token]:
    """Return the ship by name that goods are taken off: "took 41 vehicles off the Vela"."""
    off = prepositional(token, "off", through_object=False)
    return [t for t in off if (m := sentence.mention(t)) and m.target.startswith("vessel:")]


def used_in(token: Token, _: Sentence) -> Sequence[Token]:
    """Return what is given for the war: "sent drones to Chad for use in its war"."""
    above = token.head.head if token.dep_ == "pobj" else token
    is_use = above.lower_ == "use" and token.head.lower_ in ("in", "against") and above.dep_ == "pobj"
    verb = verbs.governing_verb(token) if is_use else None
    return syntax.objects(verb) if verb is not None and verb.lemma_ in word_lists()["ditransitive"] else []


def weapon_agent(token: Token, sentence: Sentence) -> list[Token]:
    """Return who fired what it was hit with: "was struck with missiles fired by X", "drones sent by X hit"."""
    hitting = [*prepositional(token, "with", "by"), *agent_arms(token, sentence)]
    told = [verb for arms in hitting for verb in children(arms, "acl", "relcl")]
    fired = [verb for verb in told if verb.lemma_ in word_lists()["launching_verbs"]]
    return [agent for verb in fired for agent in syntax.agents(verb)]


def network_of(token: Token, _: Sentence) -> list[Token]:
    """Return whose network was broken into: "broke into the network of X", "into X's servers"."""
    networks = prepositional(token, "into", through_object=False)
    return [owner for network in networks for owner in (*possessors(network), *behind(network, "of", "in"))]


def landed(token: Token, sentence: Sentence) -> Sequence[Token]:
    """Return what was hit by what somebody fired: "drones fired by the Houthis hit Eilat", "landed near Haifa"."""
    if token.dep_ not in ("acl", "relcl"):
        return []
    arms = first_conjunct(token.head)
    verb = arms.head
    if arms.dep_ != "nsubj" or verb.lemma_ not in word_lists()["landing_verbs"]:
        return []
    within = syntax.objects(verb) or prepositional(verb, "in", "at", "on", "into", through_object=False)
    beside = prepositional(verb, "near", through_object=False)  # a town, not a state
    return within or [t for t in beside if not ((m := sentence.mention(t)) and m.is_state and m.role == "name")]


def past_clause(token: Token, _: Sentence) -> list[Token]:
    """Return at whom arms are fired, told behind who supplied them: "fired missiles supplied by X at Y"."""
    described = [clause for arms in syntax.objects(token) for clause in children(arms, "acl") if clause.tag_ == "VBN"]
    sourced = [clause for clause in described if children(clause, "agent") or behind(clause, "from")]
    near = [clause for clause in sourced if clause.i == clause.head.i + 1]
    return [t for clause in near for t in behind(clause, "at", "against")]


def exchanger(token: Token, _: Sentence) -> Sequence[Token]:
    """Return who "exchanged fire"."""
    verb = token.head
    is_exchanged = token.dep_ == "dobj" and verb.lemma_ in ("exchange", "trade")
    return syntax.agents(verb) if is_exchanged else []


def exchanged_with(token: Token, _: Sentence) -> list[Token]:
    """Return with whom one "exchanged fire"."""
    return behind(token.head, "with") if token.dep_ == "dobj" else []


def _is_item(token: Token, sentence: Sentence, branches: frozenset[str] = frozenset()) -> bool:
    mention = sentence.mention(token)
    if mention is None or not mention.is_item:
        return False
    return not branches or not branches.isdisjoint(broader_items(mention.target))
