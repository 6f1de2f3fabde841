"""The slots that a lexicon entry may name: which tokens of a sentence stand in a role beside the trigger word.

`SLOTS` is the list; any other name is a preposition, or several (`on|against`). Where a slot looks one step further
than the grammar of the trigger, its function says for which wording. What needs more than the parse (the measure voted
on, the regime imposed) is in `ingest/arguments`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import words_in
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import prepositional
from ingest.slots import (
    assaults,
    assistance,
    ballots,
    deeds,
    grammar,
    imposers,
    makers,
    memberships,
    origins,
    prepositions,
    users,
    violations,
    voyages,
)
from ingest.slots.origins import names_before

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

Slot = Callable[["Token", Sentence], Sequence["Token"]]


def fill(slot: str, token: Token, sentence: Sentence) -> Sequence[Token]:
    """Return the tokens that stand in a slot beside the trigger; a name that is no slot is a preposition."""
    known = SLOTS.get(slot)
    if known:
        return known(token, sentence)
    words = slot.split("|")
    found = prepositional(token, *words, through_object=token.pos_ in ("VERB", "AUX"))
    return found or _beside_light_verb(token, *words)


def _beside_light_verb(token: Token, *words: str) -> list[Token]:
    """Return what the noun shares with the verb that carries it: "took delivery of jets from"."""
    verb = token.head
    is_carried = token.pos_ == "NOUN" and token.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB"
    if not is_carried or verb.lemma_ not in words_in("light_verbs", "doing_verbs") | deeds.ASCRIBING:
        return []
    return prepositional(verb, *words, through_object=False)


# Slots that need more than the parse: `Arguments` fills them.
BY_RULE = frozenset({"agent-power", "clause-parties", "measure", "regime-inner", "regime-of", "there", "rule-before"})

SLOTS: dict[str, Slot] = {
    "aboard-patient": voyages.aboard_patient,
    "along-with": grammar.along_with,
    "above": deeds.above,
    "agent-with": memberships.agent_with,
    "aid-owner": assistance.aid_owner,
    "against-after": assaults.against_after,
    "agent": grammar.agent,
    "agent-arms": assaults.agent_arms,
    "agent-for-owner": memberships.agent_for_owner,
    "agent-from": origins.agent_from,
    "agent-imposer": imposers.agent_imposer,
    "agent-item": assistance.agent_item,
    "agent-owner": grammar.agent_owner,
    "agent-parties": violations.agent_parties,
    "agent-source": assistance.agent_source,
    "among-subject": imposers.among_subject,
    "appositive": grammar.appositive,
    "asked-from": origins.asked_from,
    "beside-agent": assistance.beside_agent,
    "between": prepositions.between,
    "between-patient": memberships.between_patient,
    "blamed": deeds.blamed,
    "broken-into": assaults.broken_into,
    "by-after": violations.by_after,
    "by-apart": ballots.by_apart,
    "boarded": voyages.boarded,
    "by-gerund": prepositions.by_gerund,
    "by-inner": prepositions.by_inner,
    "cargo": voyages.cargo,
    "cargo-origin": origins.cargo_origin,
    "counted-patient": assistance.counted_patient,
    "cast-by": ballots.cast_by,
    "clause-doer": deeds.clause_doer,
    "clause-subject": assistance.clause_subject,
    "complement": grammar.complement,
    "counted-nationals": origins.counted_nationals,
    "costs-of": assistance.costs_of,
    "compound": grammar.compound,
    "counter-to": violations.counter_to,
    "deed-arms": assaults.deed_arms,
    "deed-owner": assaults.deed_owner,
    "described": memberships.described,
    "doer": deeds.doer,
    "doer-of-agent": deeds.doer_of_agent,
    "disposal-owner": assistance.disposal_owner,
    "ended-before": memberships.ended_before,
    "ended-with": origins.ended_with,
    "exchanged-with": assaults.exchanged_with,
    "exchanger": assaults.exchanger,
    "fight-in": prepositions.fight_in,
    "following": imposers.following,
    "fight-for": assistance.fight_for,
    "figure": grammar.figure,
    "found-in": violations.found_in,
    "force-of": origins.force_of,
    "force-spoken-of": origins.force_spoken_of,
    "force-owner": origins.force_owner,
    "freight": voyages.freight,
    "head": grammar.head,
    "goods-for": origins.goods_for,
    "goods-holder": users.goods_holder,
    "goods-owner": origins.goods_owner,
    "goods-origin": origins.goods_origin,
    "goods-user": users.goods_user,
    "head-owner": makers.head_owner,
    "held-by-agent": users.held_by_agent,
    "help-owner": assistance.help_owner,
    "import-origin": imposers.import_origin,
    "in-inner": origins.in_inner,
    "in-maker": makers.in_maker,
    "included-voter": ballots.included_voter,
    "included": origins.included,
    "inverted-agent": ballots.inverted_agent,
    "into-hands": origins.into_hands,
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
    "of-inner": prepositions.of_inner,
    "of-receiver": origins.of_receiver,
    "of-several": memberships.of_several,
    "of-whole": memberships.of_whole,
    "of-origin": origins.of_origin,
    "of-states": memberships.of_states,
    "of-owner": origins.of_owner,
    "on-board": voyages.on_board,
    "on-breaches": prepositions.on_breaches,
    "on-trade": imposers.on_trade,
    "on-inner": memberships.on_inner,
    "only-voter": ballots.only_voter,
    "origin": origins.origin,
    "out-of": prepositions.out_of,
    "own-force": origins.own_force,
    "owner": grammar.owner,
    "owner-inner": origins.owner_inner,
    "package-owner": imposers.package_owner,
    "parties-said-of": violations.parties_said_of,
    "past-clause": assaults.past_clause,
    "passive-owner": origins.passive_owner,
    "patient": grammar.patient,
    "patient-owner": origins.patient_owner,
    "patient-sender": assistance.patient_sender,
    "prefix": grammar.prefix,
    "present-in": origins.present_in,
    "recipient": grammar.recipient,
    "recovered-in": origins.recovered_in,
    "regime-owner": imposers.regime_owner,
    "renamed-to": memberships.renamed_to,
    "retained": grammar.retained,
    "sent-owner": origins.sent_owner,
    "side-owner": assistance.side_owner,
    "shifted": imposers.shifted,
    "site": assistance.site,
    "row-behind": memberships.row_behind,
    "said-of": violations.said_of,
    "self": grammar.itself,
    "stopped-sender": voyages.stopped_sender,
    "strictly-appositive": grammar.strictly_appositive,
    "to-inner": prepositions.to_inner,
    "under-arms": assaults.under_arms,
    "under-owner": assaults.under_owner,
    "user": assistance.user,
    "used-in": assaults.used_in,
    "way-finder": voyages.way_finder,
    "under-subject": grammar.under_subject,
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
