"""Fills the subject of a lexicon entry: who may do a deed, and who does it for whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph import reference
from graph.ontology import broader_items, is_weapon
from ingest.arguments.meanings import RULES, UNITED_NATIONS
from ingest.arguments.object_kinds import members
from ingest.claims import VOTES
from ingest.coreference import Referents
from ingest.coreference.leaders import state_led_by
from ingest.coreference.nouns import Mode
from ingest.lexicon import Entry
from ingest.lexicon.wordlists import word_lists, words_in
from ingest.parsing import syntax, verbs
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, inside, modifiers, possessors, prepositional
from ingest.slots import fill
from ingest.slots.deeds import joint_actors

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

# Relations whose parties may be nameless groups.
BY_GROUPS = frozenset({"attacked", "supplied", "assisted", "stole", "violated"})
# Deeds that a ministry does for its state.
_DEEDS = frozenset(
    {
        "supplied",
        "assisted",
        "deployed",
        "attacked",
        "tested",
        "produced",
        "violated",
        "vetoed",
        "signed",
        "withdrew_from",
    }
)
# Deeds that the leader of a state does for it; to attack somebody may be done in words.
_BY_LEADERS = frozenset(
    {"supplied", "assisted", "deployed", "tested", "produced", "violated", "vetoed", "signed", "withdrew_from"}
    | {"sanctioned", "delisted", "cooperates_with", "dissolved", "voted_for", "voted_against", "abstained"}
)
# Relations whose subject is never a person.
_NOT_BY_PERSONS = frozenset(
    {"signed", "withdrew_from", "monitors", "succeeded", "dissolved", "delisted", "sanctioned"}
    | {"deployed", "attacked", "tested", "seized"}
)
# Relations whose subject is a body.
_NOT_BY_STATES = frozenset({"monitors", "succeeded"})
_BY_THE_UN = frozenset({"sanctioned", "delisted", "established"})
# Items that act for their owner, beside weapons.
_ACTING_ITEMS = frozenset({"assistance", "personnel"})
# Bodies whose arms act for them.
_WITH_ARMS = frozenset({"ArmedGroup", "Organisation"})
# Deeds that states do together.
_JOINT = frozenset({"sanctioned", "established"})
# What a resolution does, the Security Council does.
_BY_RESOLUTION = frozenset({"sanctioned", "delisted"})


class Actors:
    """Finds who fills the subject of an entry."""

    def __init__(self, referents: Referents) -> None:
        self.referents = referents

    def subjects(self, entry: Entry, token: Token, sentence: Sentence) -> list[str]:
        """Return the entities in the subject role, of the first slot that gives any."""
        for slot in entry.subject:
            if slot == "clause-parties":
                found = self._clause_parties(token, sentence)
            elif slot == "agent-power":
                found = self._powers(self.in_slot(entry, slot, fill("agent", token, sentence), sentence))
            else:
                found = self.in_slot(entry, slot, fill(slot, token, sentence), sentence)
            if found:
                return list(dict.fromkeys((*found, *self._other_parties(entry, token, sentence))))
        return []

    def _powers(self, found: list[str]) -> list[str]:
        """Return the states and armed groups, who have what they move; a carrier only moves it."""
        return [entity for entity in found if self.referents.names.kind(entity) in ("State", "ArmedGroup")]

    def _other_parties(self, entry: Entry, token: Token, sentence: Sentence) -> list[str]:
        """Return with whom one signs, or acts: "Egypt signed a pact with Somalia", "jointly with Japan"."""
        if entry.relation in _JOINT:
            return self.in_slot(entry, "with", joint_actors(token, entry.relation == "established"), sentence)
        if entry.relation != "signed" or token.lemma_ not in word_lists()["concluding"]:
            return []
        return self.in_slot(entry, "with", prepositional(token, "with"), sentence)

    def in_slot(self, entry: Entry, slot: str, fillers: Sequence[Token], sentence: Sentence) -> list[str]:
        if fillers and sentence.piece(fillers[0]).compound:
            return [compound.target for filler in fillers if (compound := sentence.piece(filler).compound)]
        if slot == "counted-nationals":  # one of a people is not the state, but it sent these
            return [m.target for filler in fillers if (m := sentence.mention(filler))]
        is_vote = entry.relation in VOTES
        if is_vote or entry.relation == "withdrew_from":
            fillers = [filler for filler in fillers if filler.lower_ not in word_lists()["legislatures"]]
        mode: Mode = "party" if is_vote or entry.relation == "signed" else "actor"
        is_origin = slot in ("from", "out-of")
        modes: list[Mode] = ["place" if is_origin and not _are_dealers(filler) else mode for filler in fillers]
        found = [
            entity
            for filler, how in zip(fillers, modes, strict=True)
            for entity in self._actor(entry, filler, sentence, how)
        ]
        if is_vote:
            found = [entity for entity in found if entity.startswith("state:")]
        if entry.relation in _BY_RESOLUTION:
            found = ["org:un-security-council" if e.startswith("treaty:unscr-") else e for e in found]
        acting_ones = (self._as_state(entry, entity) for entity in found)
        return [entity for entity in acting_ones if self._may_act(entry, entity)]

    def _actor(self, entry: Entry, filler: Token, sentence: Sentence, mode: Mode) -> list[str]:
        found = members(filler, sentence) or self.referents.resolve(filler, sentence, mode)
        found = found or self._owner_of_arms(filler, sentence) or self._sender(filler, sentence)
        if filler.lower_ == "one" and len(found) > 1:
            return []  # "one of them": which, is not told
        if entry.relation == "attacked" and filler.pos_ in ("PRON", "NUM"):  # of "them" missiles hit, not ships
            found = [entity for entity in found if self.referents.names.kind(entity) != "Vessel"]
        if not found and entry.relation in ("produced", "tested") and filler.lower_ in word_lists()["works_of_states"]:
            state = self.referents.state_of(filler, sentence)
            return [state] if state else []
        if not found and entry.relation == "established":
            return self._counted(filler, sentence)
        if not found and entry.relation in BY_GROUPS:
            return self.referents.group(filler, sentence)
        return found

    def _counted(self, filler: Token, sentence: Sentence) -> list[str]:
        """Return states that are only counted, by these words: "11 states"."""
        figures = [t for t in children(filler, "nummod") if sentence.piece(t).quantity]
        if filler.lower_ not in word_lists()["country_nouns"] or not figures:
            return []
        start, end = sentence.span(figures[0])[0], sentence.span(filler)[1]
        name = " ".join(self.referents.text[start:end].split())
        return [self.referents.names.mint("Group", "group", name)]

    def _as_state(self, entry: Entry, entity_id: str) -> str:
        """Let a ministry act for its state in deeds, not where it speaks, lists or founds; a leader in most deeds."""
        record = reference.records().get(entity_id)
        if record is not None and record.sort == "ministry" and record.state and entry.relation in _DEEDS:
            return f"state:{record.state}"
        led = state_led_by(entity_id, self.referents.history) if entry.relation in _BY_LEADERS else None
        return led or entity_id

    def _may_act(self, entry: Entry, entity_id: str) -> bool:
        kind = self.referents.names.kind(entity_id)
        if entry.only_by and kind not in entry.only_by:
            return False
        if entity_id == UNITED_NATIONS and entry.relation not in _BY_THE_UN:
            return False
        if kind == "Person" and entry.relation in _NOT_BY_PERSONS:
            return False
        if kind == "State" and entry.relation in _NOT_BY_STATES:
            return False
        if kind == "ArmedGroup" and entry.key == "tested/fire":
            return False  # a group's missiles are fired at somebody
        return kind not in RULES

    def _owner_of_arms(self, filler: Token, sentence: Sentence) -> list[str]:
        """Return for whom arms act: "Ukraine's drones hit", "Russian warplanes bombed"."""
        mention = sentence.mention(filler)
        if mention is None or not mention.is_item:
            return []
        if not is_weapon(mention.target) and not _ACTING_ITEMS & set(broader_items(mention.target)):
            return []
        state = self.referents.state_of(filler, sentence)
        return [state] if state else self._body_with_arms(filler, sentence)

    def _body_with_arms(self, filler: Token, sentence: Sentence) -> list[str]:
        """Return the body that has the arms: "a helicopter of the Syrian Air Force", "one of their missiles"."""
        owners = [*possessors(filler), *(t for t in modifiers(filler) if sentence.mention(t)), *inside(filler, "of")]
        found = [e for owner in owners for e in self.referents.resolve(owner, sentence, "actor")]
        return found if len(found) == 1 and self.referents.names.kind(found[0]) in _WITH_ARMS else []

    def _sender(self, filler: Token, sentence: Sentence) -> list[str]:
        """Return for whom people act that somebody sent: "Iran sent trainers to help the Houthis"."""
        verb = filler.head
        if filler.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in word_lists()["posting_verbs"]:
            return []
        mention = sentence.mention(filler)
        are_people = mention is not None and mention.is_item and "personnel" in broader_items(mention.target)
        if not are_people and filler.lower_.rstrip("s") not in word_lists()["person_nouns"]:
            return []
        return [e for t in syntax.agents(verb) for e in self.referents.resolve(t, sentence, "actor")]

    def _clause_parties(self, token: Token, sentence: Sentence) -> list[str]:
        """Return whose deed is "in violation of" a rule: the parties of the clause or noun that it stands beside."""
        if token.dep_ != "pobj" or token.head.lower_ not in ("in", "by"):
            return []
        anchor = token.head.head
        if anchor.pos_ in ("VERB", "AUX"):
            fillers = [*syntax.agents(anchor), *prepositional(anchor, "to", "from")]
            if anchor.dep_ in ("xcomp", "conj"):
                fillers += prepositional(anchor.head, "to", "from")
            within = fill("agent-parties", anchor, sentence)
            found = self._resolved(fillers, sentence) or self._resolved(within, sentence)
            return _no_rules(found, self.referents)
        fillers = prepositional(anchor, "between", "by", "to", "from", "of", through_object=False)
        parties = self._resolved([*fillers, anchor, *possessors(anchor), *modifiers(anchor)], sentence)
        verb = verbs.governing_verb(anchor)
        if not parties and verb is not None and anchor.dep_ in ("dobj", "pobj", "nsubjpass"):
            parties = self._resolved(syntax.agents(verb), sentence)
        return _no_rules(parties, self.referents)

    def _resolved(self, fillers: Sequence[Token], sentence: Sentence) -> list[str]:
        return [entity for filler in fillers for entity in self.referents.resolve(filler, sentence, "actor")]


def _are_dealers(token: Token) -> bool:
    """Say whether goods come from people or firms, and not from the place they are in: "from dealers in Kenya"."""
    return token.pos_ == "NOUN" and token.lower_ in words_in("firm_nouns", "person_nouns", "group_nouns")


def _no_rules(found: list[str], referents: Referents) -> list[str]:
    return [entity for entity in found if referents.names.kind(entity) not in RULES]
