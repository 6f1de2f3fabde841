"""Fills the roles of a lexicon entry with entities, each kind of role by its own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import reference
from graph.ontology import broader_items, is_weapon
from ingest import syntax
from ingest.common_nouns import Mode
from ingest.coreference import Referents
from ingest.enumerations import in_a_row
from ingest.leaders import state_led_by
from ingest.lexicon import Entry
from ingest.meanings import RULES, UNITED_NATIONS
from ingest.measures import measure_near
from ingest.object_kinds import BY_KIND, acting, members, rule_before
from ingest.passages import Sentence
from ingest.phrases import children, first_conjunct, modifiers, possessors, preposition_tokens, prepositional
from ingest.places import home, place, state_there
from ingest.regimes import regime_state
from ingest.slots import BY_RULE, SLOTS, fill
from ingest.votes import VOTES
from ingest.wordlists import word_lists

if TYPE_CHECKING:
    from ingest.tokens import Token

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
_TO_LEADERS = frozenset({"supplied", "assisted", "cooperates_with"})
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
# What a resolution does, the Security Council does.
_BY_RESOLUTION = frozenset({"sanctioned", "delisted"})
# Relations whose parties may be nameless groups.
_BY_GROUPS = frozenset({"attacked", "supplied", "assisted", "stole", "violated"})
_MODES: dict[str, Mode] = {"attacked": "target", "deployed": "place"}
# How far around a vote, in characters, a resolution is what is voted on.


class Arguments:
    """Finds who fills a role."""

    def __init__(self, referents: Referents) -> None:
        self.referents = referents

    def subjects(self, entry: Entry, token: Token, sentence: Sentence) -> list[str]:
        """Return the entities in the subject role, of the first slot that gives any."""
        for slot in entry.subject:
            if slot == "clause-parties":
                found = self._clause_parties(token, sentence)
            else:
                found = self._actors(entry, slot, fill(slot, token, sentence), sentence)
            if found:
                return list(dict.fromkeys((*found, *self._other_parties(entry, token, sentence))))
        return []

    def of_item(self, entry: Entry, item: Token, sentence: Sentence) -> tuple[list[str] | None, list[str] | None]:
        """Return the parties that a coordinated item has for itself: "tanks from Serbia and rifles from Cuba".

        None where it shares those of the verb; nobody where its own cannot be told.
        """
        if first_conjunct(item) == item:
            return None, None
        givers = [(slot, t) for slot in entry.subject if slot not in SLOTS for t in _own_parties(slot, item)]
        takers = [(slot, t) for slot in entry.object if not _is_known(slot) for t in _own_parties(slot, item)]
        subjects = [e for slot, t in givers for e in self._actors(entry, slot, [t], sentence)]
        objects = [e for _, t in takers for e in self._object(entry, t, sentence)]
        return subjects if givers else None, objects if takers else None

    def _other_parties(self, entry: Entry, token: Token, sentence: Sentence) -> list[str]:
        """Return with whom one signs: "Egypt signed a pact with Somalia"."""
        if entry.relation != "signed" or token.lemma_ not in word_lists()["concluding"]:
            return []
        return self._actors(entry, "with", prepositional(token, "with"), sentence)

    def _actors(self, entry: Entry, slot: str, fillers: list[Token], sentence: Sentence) -> list[str]:
        if fillers and sentence.piece(fillers[0]).compound:
            return [compound.target for filler in fillers if (compound := sentence.piece(filler).compound)]
        is_vote = entry.relation in VOTES
        if is_vote or entry.relation == "withdrew_from":
            fillers = [filler for filler in fillers if filler.lower_ not in word_lists()["legislatures"]]
        mode: Mode = "party" if is_vote or entry.relation == "signed" else "actor"
        if slot in ("from", "out-of"):
            mode = "place"
        found = [entity for filler in fillers for entity in self._actor(entry, filler, sentence, mode)]
        if is_vote:
            found = [entity for entity in found if entity.startswith("state:")]
        if entry.relation in _BY_RESOLUTION:
            found = ["org:un-security-council" if e.startswith("treaty:unscr-") else e for e in found]
        acting_ones = (self._as_state(entry, entity) for entity in found)
        return [entity for entity in acting_ones if self._may_act(entry, entity)]

    def _actor(self, entry: Entry, filler: Token, sentence: Sentence, mode: Mode) -> list[str]:
        found = members(filler, sentence) or self.referents.resolve(filler, sentence, mode)
        found = found or self._owner_of_arms(filler, sentence) or self._sender(filler, sentence)
        if not found and entry.relation in ("produced", "tested") and filler.lower_ in word_lists()["works_of_states"]:
            state = self.referents.state_of(filler, sentence)
            return [state] if state else []
        if not found and entry.relation in _BY_GROUPS:
            return self.referents.group(filler, sentence)
        return found

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
        return [state] if state else []

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
        verb = syntax.governing_verb(anchor)
        if not parties and verb is not None and anchor.dep_ in ("dobj", "pobj", "nsubjpass"):
            parties = self._resolved(syntax.agents(verb), sentence)
        return _no_rules(parties, self.referents)

    def _resolved(self, fillers: list[Token], sentence: Sentence) -> list[str]:
        return [entity for filler in fillers for entity in self.referents.resolve(filler, sentence, "actor")]

    def objects(self, entry: Entry, token: Token, sentence: Sentence) -> list[str]:
        """Return the entities in the object role, of the first slot that gives any."""
        if entry.patient_is == "regime" and not self._acts_on_regime(token, sentence):
            return []
        if entry.patient_is == "trade" and not _acts_on_trade(token):
            return []
        if entry.patient_is == "ground" and not _acts_on_ground(token):
            return []
        for slot in entry.object:
            found = self._of_slot(entry, slot, token, sentence)
            if found:
                return list(dict.fromkeys(found))
        return []

    def _acts_on_regime(self, token: Token, sentence: Sentence) -> bool:
        """Say whether what a verb acts on is a sanctions regime: "imposed an embargo", "a package of sanctions"."""
        for patient in (each for own in syntax.objects(token) for each in (own, *_packaged(own))):
            mention = sentence.mention(patient)
            if patient.lower_ in word_lists()["regime_nouns"]:
                return True
            if mention and mention.is_entity and self.referents.names.kind(mention.target) == "SanctionsRegime":
                return True
        return False

    def _of_slot(self, entry: Entry, slot: str, token: Token, sentence: Sentence) -> list[str]:
        if slot == "measure":
            return self._last_measure(token, sentence)
        if slot == "regime-of":
            return self._regime_targets(prepositional(token, "of", through_object=False), sentence)
        if slot == "regime-inner":
            return self._inner_targets(entry, token, sentence)
        if slot == "rule-before":
            return rule_before(token, sentence, self.referents)
        if slot == "there":
            return _there(token, sentence)
        fillers = fill(slot, token, sentence)
        if entry.patient_is == "regime" and slot in ("on", "against"):
            inner = [t for patient in syntax.objects(token) for t in _packaged(patient)]
            fillers = [t for noun in inner for t in prepositional(noun, slot, through_object=False)] or fillers
        if entry.object_is == "target":
            fillers = in_a_row(fillers, sentence)
        found = ((filler, self._object(entry, filler, sentence)) for filler in fillers)
        if slot in ("to", "into") and entry.relation == "supplied":
            return [e for filler, named in found for e in named or self._state_there(filler, sentence)]
        if entry.relation == "attacked":
            return self._struck(entry, token, sentence, list(found))
        return [entity for _, named in found for entity in named]

    def _inner_targets(self, entry: Entry, token: Token, sentence: Sentence) -> list[str]:
        """Return whom a regime is on that a verb acts on: "lifted the Iran sanctions"."""
        if any(prep.lower_ in ("on", "against") for prep in preposition_tokens(token)):
            return []
        earlier = self._of_slot(entry, "on|against", token.head, sentence) if token.dep_ == "conj" else []
        imposing = [clause for noun in syntax.objects(token) for clause in children(noun, "relcl", "acl")]
        imposed = [t for clause in imposing for t in prepositional(clause, "on", "against", through_object=False)]
        on_whom = [e for t in imposed for e in self._object(entry, t, sentence)]
        return earlier or on_whom or self._regime_targets(syntax.objects(token), sentence)

    def _struck(
        self, entry: Entry, token: Token, sentence: Sentence, found: list[tuple[Token, list[str]]]
    ) -> list[str]:
        """Return the targets of an attack: states, but of a state's blow at home the place itself."""
        own = {home(attacker) for attacker in self.subjects(entry, token, sentence)}
        out = []
        for filler, named in found:
            states = named or state_there(filler, sentence)
            there = place(filler, sentence, self.referents) if not states or own & set(states) else None
            out += [there] if there else states
        return out

    def _state_there(self, filler: Token, sentence: Sentence) -> list[str]:
        """Return the state that a receiver lies in; arms sent to a base stay their owner's."""
        if {t.lower_ for t in (filler, *filler.subtree)} & {"base", "bases", "airfield", "airport", "front"}:
            return []
        return [e for e in self.referents.resolve(filler, sentence, "place") if e.startswith("state:")]

    def _last_measure(self, token: Token, sentence: Sentence) -> list[str]:
        measure = measure_near(sentence.span(token)[0], sentence, self.referents)
        return [measure] if measure else []

    def _regime_targets(self, nouns: list[Token], sentence: Sentence) -> list[str]:
        """Return whom the regimes that these nouns mean are on."""
        regions = [region for noun in nouns for t in modifiers(noun) if (region := self._region(t, sentence))]
        regimes = (self.referents.regime(noun, sentence) for noun in nouns)
        return regions or [state for regime in regimes if regime and (state := regime_state(regime))]

    def _region(self, token: Token, sentence: Sentence) -> str | None:
        mention = sentence.mention(token)
        return place(token, sentence, self.referents) if mention and mention.kind == "place" else None

    def _object(self, entry: Entry, filler: Token, sentence: Sentence) -> list[str]:
        by_kind = BY_KIND.get(entry.object_is)
        if by_kind:
            return by_kind(filler, sentence, self.referents)
        if entry.places_only:
            mention = sentence.mention(filler)
            return [mention.target] if mention and mention.kind == "place" else []
        mode = _MODES.get(entry.relation, "actor")
        mention = sentence.mention(filler)
        ships = mention is not None and mention.target == "vessel" and mention.role == "plural"
        found = members(filler, sentence) or (self.referents.group(filler, sentence) if ships else [])
        found = found or self.referents.resolve(filler, sentence, mode)
        if not found and entry.relation in _BY_GROUPS:
            found = self.referents.group(filler, sentence)
        if entry.relation in _TO_LEADERS:
            found = [state_led_by(entity, self.referents.history) or entity for entity in found]
        if entry.relation == "deployed":
            found = [entity for entity in found if entity.startswith("state:")]
        return acting(found, self.referents)


def _own_parties(slot: str, item: Token) -> list[Token]:
    return prepositional(item, *slot.split("|"), through_object=False)


def _is_known(slot: str) -> bool:
    return slot in SLOTS or slot in BY_RULE


def _no_rules(found: list[str], referents: Referents) -> list[str]:
    return [entity for entity in found if referents.names.kind(entity) not in RULES]


def _acts_on_trade(token: Token) -> bool:
    """Say whether a verb acts on exports: "banned arms transfers", "suspended permits for the export of"."""
    patients = syntax.objects(token)
    inner = [t for patient in patients for t in prepositional(patient, "for", "of", through_object=False)]
    return any(noun.lemma_ in word_lists()["trade_nouns"] for noun in (*patients, *inner))


def _acts_on_ground(token: Token) -> bool:
    """Say whether a verb acts on ground of one's own: "opened its airfields"."""
    grounds = [t for t in syntax.objects(token) if t.lower_ in word_lists()["ground_nouns"]]
    return any(possessors(ground) for ground in grounds)


def _packaged(token: Token) -> list[Token]:
    """Return what a bundle is of: "an 18th package of sanctions on Russia"."""
    if token.lower_ not in word_lists()["package_nouns"]:
        return []
    return prepositional(token, "of", through_object=False)


def _there(token: Token, sentence: Sentence) -> list[str]:
    """Return the state last named as a place: "signed a pact with Somalia and delivered howitzers there"."""
    adverb = next((child for child in children(token, "advmod") if child.lower_ == "there"), None)
    if adverb is None:
        return []
    places = [t for t in sentence.doc[: adverb.i] if t.dep_ == "pobj"]
    return [m.target for t in places if (m := sentence.mention(t)) and m.is_state][-1:]
