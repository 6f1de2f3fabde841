"""The slots that a lexicon entry may name: which tokens of a sentence stand in a role beside the trigger word.

`SLOTS` is the list; any other name is a preposition, or several (`on|against`). Where a slot looks one step further
than the grammar of the trigger, its function says for which wording. What needs more than the parse (the measure voted
on, the regime imposed) is in `ingest/arguments`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists, words_in
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import appositions, behind, children, conjoined, modifiers, possessors, prepositional
from ingest.slots import (
    assaults,
    assistance,
    ballots,
    deeds,
    imposers,
    makers,
    memberships,
    origins,
    violations,
    voyages,
)
from ingest.slots.origins import names_before

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

Slot = Callable[["Token", Sentence], list["Token"]]


def fill(slot: str, token: Token, sentence: Sentence) -> list[Token]:
    """Return the tokens that stand in a slot beside the trigger; a name that is no slot is a preposition."""
    known = SLOTS.get(slot)
    if known:
        return known(token, sentence)
    found = prepositional(token, *slot.split("|"), through_object=token.pos_ in ("VERB", "AUX"))
    return found or _beside_light_verb(token, *slot.split("|"))


def _beside_light_verb(token: Token, *prepositions: str) -> list[Token]:
    """Return what the noun shares with the verb that carries it: "took delivery of jets from"."""
    verb = token.head
    is_carried = token.pos_ == "NOUN" and token.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB"
    if not is_carried or verb.lemma_ not in words_in("light_verbs", "doing_verbs") | deeds.ASCRIBING:
        return []
    return prepositional(verb, *prepositions, through_object=False)


def _agent(token: Token, _: Sentence) -> list[Token]:
    return syntax.agents(token)


def _patient(token: Token, _: Sentence) -> list[Token]:
    return syntax.objects(token)


def _along_with(token: Token, _: Sentence) -> list[Token]:
    """Return what goes with the goods: "seized the ship along with its cargo"."""
    return syntax.companions(token) if token.pos_ in ("VERB", "AUX") else []


def _recipient(token: Token, _: Sentence) -> list[Token]:
    return syntax.recipients(token)


def _owner(token: Token, _: Sentence) -> list[Token]:
    return possessors(token)


def _compound(token: Token, sentence: Sentence) -> list[Token]:
    return [child for child in modifiers(token) if (m := sentence.mention(child)) and m.is_item]


def _figure(token: Token, sentence: Sentence) -> list[Token]:
    """Return the sum that stands before a noun: "a $100 million theft"."""
    return [child for child in modifiers(token) if sentence.piece(child).quantity]


def _appositive(token: Token, sentence: Sentence) -> list[Token]:
    """Return whoever the noun is said to be: "X, the maker of", "X is the maker of", "the maker, X"."""
    head = token.head
    if token.dep_ == "appos":
        return conjoined(head) if token.tag_ == "NNS" else [head]
    if token.dep_ in ("attr", "oprd") and head.pos_ in ("AUX", "VERB"):
        return syntax.subjects(head)
    if token.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ == "VERB":
        return syntax.objects(head.head)
    if token.dep_ == "conj" and head.dep_ in ("appos", "attr"):
        return _appositive(head, sentence)
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in ("one", "two", "some"):
        return _appositive(head.head, sentence)  # "X, one of the members of"
    return appositions(token)


def _strictly_appositive(token: Token, sentence: Sentence) -> list[Token]:
    """As `_appositive`, but only where the noun itself renames or is said of another."""
    is_said = token.dep_ in ("appos", "attr") or (token.dep_ == "pobj" and token.head.lower_ == "of")
    return _appositive(token, sentence) if is_said else []


def _complement(token: Token, _: Sentence) -> list[Token]:
    """Return what the noun, as a subject, is said to be: "whose members are A, B and C"."""
    if token.dep_ != "nsubj" or token.head.lemma_ not in ("be", "include", "comprise"):
        return []
    return [t for child in children(token.head, "attr", "dobj") for t in conjoined(child)]


def _under_subject(token: Token, sentence: Sentence) -> list[Token]:
    """Return who "has been under sanctions", "the Vela, under sanctions since 2022"."""
    under, verb = token.head, token.head.head
    if token.dep_ != "pobj" or under.lower_ != "under":
        return []
    before = [t for t in token.doc[: under.i] if t.pos_ not in ("ADV", "CCONJ")][-2:]
    if len(before) == 2 and before[1].text == "," and sentence.mention(before[0]):
        return [before[0]]  # "Rosneft, already under EU sanctions, sold"
    if verb.pos_ == "PROPN":
        return [verb]
    return syntax.objects(verb) or syntax.subjects(verb) if verb.pos_ in ("AUX", "VERB") else []


def _fight_in(token: Token, _: Sentence) -> list[Token]:
    """Return where the purpose of the sending lies: "deployed troops to fight in"."""
    below = [verb for verb in token.subtree if verb.dep_ in ("xcomp", "advcl", "acl", "relcl")]
    purposes = [verb for verb in below if verb.lemma_ in ("fight", "help", "serve", "train", "operate")]
    return [place for verb in purposes for place in prepositional(verb, "in", "against")]


def _out_of(token: Token, _: Sentence) -> list[Token]:
    return [t for prep in token.children if prep.lower_ == "out" for t in behind(prep, "of")]


def _of_inner(token: Token, _: Sentence) -> list[Token]:
    """Return what stands below the patient: "froze the assets of X", "had the help of X"."""
    return [found for patient in syntax.objects(token) for found in behind(patient, "of")]


def _to_inner(token: Token, _: Sentence) -> list[Token]:
    """Return what the patient is "to": "put an end to X", or the trigger itself."""
    return [found for patient in syntax.objects(token) for found in behind(patient, "to")] or prepositional(token, "to")


def _agent_owner(token: Token, _: Sentence) -> list[Token]:
    """Return who owns the deed that acts: "Russia's veto put an end to"."""
    return [owner for agent in syntax.agents(token) if agent.pos_ == "NOUN" for owner in possessors(agent)]


def _prefix(token: Token, sentence: Sentence) -> list[Token]:
    """Return a trigger that holds a name: "Iranian-made", "Rwanda-backed"."""
    return [token] if sentence.piece(token).compound else []


def _head(token: Token, _: Sentence) -> list[Token]:
    return conjoined(token.head) if token.dep_ in ("amod", "compound", "nmod", "acl") else []


def _self(token: Token, _: Sentence) -> list[Token]:
    return [token]


def _between(token: Token, _: Sentence) -> list[Token]:
    return prepositional(token, "between")


def _by_gerund(token: Token, _: Sentence) -> list[Token]:
    """Return what is done by doing it: "violated the embargo by arming X", "was said to have violated it by"."""
    own = [prep for prep in children(token, "prep") if prep.lower_ in ("by", "through")]
    clauses = children(token, "xcomp", "ccomp")
    near = [prep for verb in clauses for prep in children(verb, "prep")]
    below = [prep for verb in clauses for prep in verb.subtree if prep.dep_ == "prep"]
    by = [*own, *(prep for prep in (*near, *below) if prep.lower_ == "by")]
    gerunds = dict.fromkeys(gerund for prep in by for gerund in children(prep, "pcomp"))
    return [found for gerund in gerunds for found in syntax.objects(gerund)]


def _by_inner(token: Token, _: Sentence) -> list[Token]:
    """Return who stands behind any "by" below the trigger: "the sanctions imposed by X"."""
    by = [prep for prep in token.subtree if prep.lower_ == "by" and prep.dep_ in ("prep", "agent")]
    return [found for prep in by for pobj in children(prep, "pobj") for found in conjoined(pobj)]


def _on_breaches(token: Token, _: Sentence) -> list[Token]:
    """Return the rule that is broken or kept: "report on breaches of the embargo"."""
    breaches = [noun for noun in prepositional(token, "on") if noun.lemma_ in word_lists()["breach_nouns"]]
    return [found for breach in breaches for found in behind(breach, "of")]


# Slots that need more than the parse: `Arguments` fills them.
BY_RULE = frozenset({"agent-power", "clause-parties", "measure", "regime-inner", "regime-of", "there", "rule-before"})


def _retained(token: Token, _: Sentence) -> list[Token]:
    """Return what is given in the passive of who is given it: "Mali has been given four drones"."""
    return [t for own in children(token, "dobj") for t in conjoined(own)] if syntax.is_passive(token) else []


SLOTS: dict[str, Slot] = {
    "aboard-patient": voyages.aboard_patient,
    "along-with": _along_with,
    "above": deeds.above,
    "agent-with": memberships.agent_with,
    "aid-owner": assistance.aid_owner,
    "against-after": assaults.against_after,
    "agent": _agent,
    "agent-arms": assaults.agent_arms,
    "agent-for-owner": memberships.agent_for_owner,
    "agent-from": origins.agent_from,
    "agent-imposer": imposers.agent_imposer,
    "agent-item": assistance.agent_item,
    "agent-owner": _agent_owner,
    "agent-parties": violations.agent_parties,
    "among-subject": imposers.among_subject,
    "appositive": _appositive,
    "beside-agent": assistance.beside_agent,
    "between": _between,
    "between-patient": memberships.between_patient,
    "blamed": deeds.blamed,
    "broken-into": assaults.broken_into,
    "by-after": violations.by_after,
    "by-apart": ballots.by_apart,
    "boarded": voyages.boarded,
    "by-gerund": _by_gerund,
    "by-inner": _by_inner,
    "cargo": voyages.cargo,
    "cargo-origin": origins.cargo_origin,
    "cast-by": ballots.cast_by,
    "clause-doer": deeds.clause_doer,
    "clause-subject": assistance.clause_subject,
    "complement": _complement,
    "costs-of": assistance.costs_of,
    "compound": _compound,
    "counter-to": violations.counter_to,
    "deed-arms": assaults.deed_arms,
    "deed-owner": assaults.deed_owner,
    "described": memberships.described,
    "doer": deeds.doer,
    "doer-of-agent": deeds.doer_of_agent,
    "disposal-owner": assistance.disposal_owner,
    "ended-with": origins.ended_with,
    "fight-in": _fight_in,
    "following": imposers.following,
    "fight-for": assistance.fight_for,
    "figure": _figure,
    "found-in": violations.found_in,
    "freight": voyages.freight,
    "head": _head,
    "goods-for": origins.goods_for,
    "goods-owner": origins.goods_owner,
    "goods-origin": origins.goods_origin,
    "head-owner": makers.head_owner,
    "help-owner": assistance.help_owner,
    "in-inner": origins.in_inner,
    "in-maker": makers.in_maker,
    "included": origins.included,
    "inverted-agent": ballots.inverted_agent,
    "item-origin": origins.item_origin,
    "kept": violations.kept,
    "landed": assaults.landed,
    "left-behind": origins.left_behind,
    "left-by": memberships.left_by,
    "light": deeds.light,
    "list-owner": imposers.list_owner,
    "listed": ballots.listed,
    "means": assistance.means,
    "modifier": names_before,
    "named-by": makers.named_by,
    "named-item": makers.named_item,
    "mission-place": origins.mission_place,
    "named-before": memberships.named_before,
    "named-behind": memberships.named_behind,
    "network-of": assaults.network_of,
    "of-after": violations.of_after,
    "off-ship": assaults.off_ship,
    "of-behind": memberships.of_behind,
    "of-behind-by": assaults.of_behind_by,
    "of-favour": ballots.of_favour,
    "of-inner": _of_inner,
    "of-receiver": origins.of_receiver,
    "of-several": memberships.of_several,
    "of-whole": memberships.of_whole,
    "of-origin": origins.of_origin,
    "of-states": memberships.of_states,
    "of-owner": origins.of_owner,
    "on-board": voyages.on_board,
    "on-breaches": _on_breaches,
    "on-trade": imposers.on_trade,
    "on-inner": memberships.on_inner,
    "only-voter": ballots.only_voter,
    "origin": origins.origin,
    "out-of": _out_of,
    "owner": _owner,
    "owner-inner": origins.owner_inner,
    "parties-said-of": violations.parties_said_of,
    "passive-owner": origins.passive_owner,
    "patient": _patient,
    "patient-owner": origins.patient_owner,
    "prefix": _prefix,
    "recipient": _recipient,
    "recovered-in": origins.recovered_in,
    "regime-owner": imposers.regime_owner,
    "renamed-to": memberships.renamed_to,
    "retained": _retained,
    "sent-owner": origins.sent_owner,
    "side-owner": assistance.side_owner,
    "site": assistance.site,
    "said-of": violations.said_of,
    "self": _self,
    "strictly-appositive": _strictly_appositive,
    "to-inner": _to_inner,
    "under-arms": assaults.under_arms,
    "under-owner": assaults.under_owner,
    "user": assistance.user,
    "used-in": assaults.used_in,
    "way-finder": voyages.way_finder,
    "under-subject": _under_subject,
    "veto-by": ballots.veto_by,
    "veto-patient": ballots.veto_patient,
    "vital-to": assistance.vital_to,
    "vote-from": ballots.vote_from,
    "weapon-agent": assaults.weapon_agent,
    "where": origins.where,
    "with-after": violations.with_after,
    "with-deed": ballots.with_deed,
    "work-owner": assistance.work_owner,
    "with-inner": assistance.with_inner,
}
