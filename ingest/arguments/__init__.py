"""Fills the roles of a lexicon entry with entities, each kind of role by its own rules; `actors` the subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph import reference
from graph.ontology import is_weapon
from ingest.arguments.actors import BY_GROUPS, Actors
from ingest.arguments.gapping import gapped_takers, wielders
from ingest.arguments.materiel import acts_on_people, loads
from ingest.arguments.measures import measure_near
from ingest.arguments.object_kinds import BY_KIND, acting, members, rule_before
from ingest.arguments.places import home, origin_of_group, place, state_there, there
from ingest.coreference import Referents
from ingest.coreference.leaders import state_led_by
from ingest.coreference.nouns import Mode
from ingest.lexicon import Entry
from ingest.lexicon.wordlists import word_lists
from ingest.names.regimes import regime_state
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, first_conjunct, modifiers, possessors, preposition_tokens, prepositional
from ingest.slots import BY_RULE, SLOTS, fill
from ingest.slots.enumerations import in_a_row

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

# Relations whose object may be a leader for the state.
_TO_LEADERS = frozenset({"supplied", "assisted", "cooperates_with"})
_OF_TARGETS = ("on", "against", "of", "in", "over", "at", "near")
_AROUND = frozenset({"in", "at", "near", "outside"})
_IMPOSING = frozenset({"alliance", "agency", "ministry", "un-body", "court", "parliament"})
_MODES: dict[str, Mode] = {"attacked": "target", "deployed": "place"}


class Arguments:
    """Finds who fills a role."""

    def __init__(self, referents: Referents) -> None:
        self.referents = referents
        self._actors = Actors(referents)

    def subjects(self, entry: Entry, token: Token, sentence: Sentence) -> list[str]:
        """Return the entities in the subject role, of the first slot that gives any."""
        return self._actors.subjects(entry, token, sentence)

    def of_item(
        self, entry: Entry, item: Token, verb: Token, sentence: Sentence
    ) -> tuple[list[str] | None, list[str] | None]:
        """Return the parties that a coordinated item has for itself: "tanks from Serbia and rifles from Cuba".

        None where it shares those of the verb; nobody where its own cannot be told.
        """
        users = [e for t in wielders(entry, item) for e in self.referents.resolve(t, sentence, "actor")]
        if users:
            return users, None
        patients = [t for slot in entry.object if slot in ("patient", "recipient") for t in fill(slot, verb, sentence)]
        taking = gapped_takers(entry, verb, item, patients, sentence) if patients else None
        if taking is not None:
            return None, [e for t in taking for e in self._object(entry, t, sentence)]
        if item == verb or first_conjunct(item) == item:
            return None, None
        givers = [(slot, t) for slot in entry.subject if slot not in SLOTS for t in _own_parties(slot, item)]
        takers = [(slot, t) for slot in entry.object if not _is_known(slot) for t in _own_parties(slot, item)]
        subjects = [e for slot, t in givers for e in self._actors.in_slot(entry, slot, [t], sentence)]
        objects = [e for _, t in takers for e in self._object(entry, t, sentence)]
        return subjects if givers else None, objects if takers else None

    def objects(self, entry: Entry, token: Token, sentence: Sentence) -> list[str]:
        """Return the entities in the object role, of the first slot that gives any."""
        if not self._acts_on_what_it_must(entry, token, sentence):
            return []
        for slot in entry.object:
            found = self._of_slot(entry, slot, token, sentence)
            if found:
                return list(dict.fromkeys([*found, *self._listed_with(entry, token, sentence)]))
        return []

    def _listed_with(self, entry: Entry, token: Token, sentence: Sentence) -> list[str]:
        """Return who is listed with somebody: "along with its owner, X"; one that may itself impose is none."""
        if entry.relation not in ("sanctioned", "delisted") or token.pos_ != "VERB":
            return []
        found = [e for t in syntax.companions(token) for e in self._object(entry, t, sentence)]
        return [e for e in found if not e.startswith("state:") and not _may_impose(e)]

    def _acts_on_what_it_must(self, entry: Entry, token: Token, sentence: Sentence) -> bool:
        match entry.patient_is:
            case "regime":
                return self._acts_on_regime(token, sentence)
            case "trade":
                return _acts_on_trade(token)
            case "ground":
                return _acts_on_ground(token)
            case "arms":
                return _acts_on_arms(token, sentence)
            case "force":
                return any(t.lower_ == "force" and not sentence.mention(t) for t in syntax.objects(token))
            case "people":
                return acts_on_people(token, sentence)
            case "money":
                return _acts_on_money(token, sentence)
        return True

    def _acts_on_regime(self, token: Token, sentence: Sentence) -> bool:
        """Say whether what a verb acts on is a sanctions regime: "imposed an embargo", "a package of sanctions"."""
        if _takes_up_regime(token):
            return True
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
            return there(token, sentence, self.referents)
        fillers = fill(slot, token, sentence)
        if entry.patient_is == "regime" and slot in ("on", "against"):
            inner = [t for patient in syntax.objects(token) for t in _packaged(patient)]
            fillers = [t for noun in inner for t in prepositional(noun, slot, through_object=False)] or fillers
        if entry.object_is in ("target", "designee"):
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
        if not earlier and _takes_up_regime(token):
            earlier = [e for t in syntax.objects(token.head) for e in self._object(entry, t, sentence)]
        imposing = [clause for noun in syntax.objects(token) for clause in children(noun, "relcl", "acl")]
        imposed = [t for clause in imposing for t in prepositional(clause, "on", "against", through_object=False)]
        on_whom = [e for t in imposed for e in self._object(entry, t, sentence)]
        return earlier or on_whom or self._regime_targets(syntax.objects(token), sentence)

    def _struck(
        self, entry: Entry, token: Token, sentence: Sentence, found: list[tuple[Token, list[str]]]
    ) -> list[str]:
        """Return the targets of an attack: states, but of a state's blow at home the place itself.

        Of an armed group's blow in its own state, a thing that is told by plain words.
        """
        attackers = self.subjects(entry, token, sentence)
        own = {home(attacker, self.referents) for attacker in attackers}
        native = {origin_of_group(attacker) for attacker in attackers}
        out = []
        for filler, named in found:
            states = self._hacked(filler, sentence) or named or state_there(filler, sentence)
            if not states and not entry.places_only:
                states = self._state_behind(filler, token, sentence)
            if states and native & set(states) and not sentence.mention(filler):
                out += self._described(entry, filler, sentence) or states
                continue
            if states and not own & set(states):
                out += states
                continue
            spot = place(filler, sentence, self.referents)
            out += [spot] if spot else self._described(entry, filler, sentence) or states
        return out

    def _hacked(self, filler: Token, sentence: Sentence) -> list[str]:
        """Return whose the network is that is broken into."""
        if filler.lower_ not in word_lists()["network_nouns"]:
            return []
        owners = [*possessors(filler), *modifiers(filler), *prepositional(filler, "of", through_object=False)]
        return [e for t in owners if t.pos_ != "PRON" for e in self.referents.resolve(t, sentence, "actor")][:1]

    def _described(self, entry: Entry, filler: Token, sentence: Sentence) -> list[str]:
        """Return whom or what a blow hits by the article's plain words: "attacked the gangs with drones"."""
        if entry.places_only or filler.pos_ != "NOUN" or filler.lower_ not in word_lists()["target_nouns"]:
            return []
        name = self.referents.phrase(filler, sentence, _OF_TARGETS)
        return [self.referents.names.mint("Group", "group", name, self.referents.phrase(filler, sentence, ()))]

    def _state_behind(self, filler: Token, token: Token, sentence: Sentence) -> list[str]:
        """Return the state of a place right behind what is struck, where the parse hangs it on the verb."""
        behind = [prep for prep in preposition_tokens(token) if prep.i == filler.i + 1 and prep.lower_ in _AROUND]
        inner = [t for prep in behind for t in children(prep, "pobj")]
        if sentence.mention(filler) or filler.pos_ != "NOUN" or _are_somebodys_men(filler):
            return []
        return [e for t in inner for e in self.referents.resolve(t, sentence, "target") if e.startswith("state:")]

    def _state_there(self, filler: Token, sentence: Sentence) -> list[str]:
        """Return the state that a receiver lies in; arms sent to a base stay their owner's."""
        if {t.lower_ for t in (filler, *filler.subtree)} & {"base", "bases", "airfield", "airport", "front"}:
            return []
        return [e for e in self.referents.resolve(filler, sentence, "place") if e.startswith("state:")]

    def _last_measure(self, token: Token, sentence: Sentence) -> list[str]:
        measure = measure_near(sentence.span(token)[0], sentence, self.referents)
        return [measure] if measure else []

    def _regime_targets(self, nouns: Sequence[Token], sentence: Sentence) -> list[str]:
        """Return whom the regimes that these nouns mean are on."""
        regions = [region for noun in nouns for t in modifiers(noun) if (region := self._region(t, sentence))]
        regimes = (self.referents.regime(noun, sentence) for noun in nouns)
        on = ((regime_state(regime) or self.referents.names.aimed.get(regime)) for regime in regimes if regime)
        return regions or [state for state in on if state]

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
        if not found and entry.relation in BY_GROUPS:
            found = self.referents.group(filler, sentence)
        if entry.relation in _TO_LEADERS:
            found = [state_led_by(entity, self.referents.history) or entity for entity in found]
        if entry.relation == "deployed":
            found = [entity for entity in found if entity.startswith("state:")]
        return acting(found, self.referents)


def _are_somebodys_men(filler: Token) -> bool:
    """Say whether "his men", "its fighters" are struck, who need not be those of the state they are in."""
    return filler.lower_ in word_lists()["armed_nouns"] and any(t.pos_ == "PRON" for t in possessors(filler))


def _may_impose(entity_id: str) -> bool:
    record = reference.records().get(entity_id)
    return record is not None and record.sort in _IMPOSING


def _own_parties(slot: str, item: Token) -> list[Token]:
    return prepositional(item, *slot.split("|"), through_object=False)


def _is_known(slot: str) -> bool:
    return slot in SLOTS or slot in BY_RULE


def _takes_up_regime(token: Token) -> bool:
    """Say whether "it" is the regime of the verb before: "placed Mali under an embargo and lifted it"."""
    takes_up = any(t.lower_ in ("it", "them") for t in children(token, "dobj"))
    before = prepositional(token.head, "under", through_object=False) if token.dep_ == "conj" else []
    return takes_up and any(noun.lower_ in word_lists()["regime_nouns"] for noun in before)


def _acts_on_trade(token: Token) -> bool:
    """Say whether a verb acts on exports: "banned arms transfers", "suspended permits for the export of"."""
    patients = syntax.objects(token)
    inner = [t for patient in patients for t in prepositional(patient, "for", "of", through_object=False)]
    return any(noun.lemma_ in word_lists()["trade_nouns"] for noun in (*patients, *inner))


def _acts_on_ground(token: Token) -> bool:
    """Say whether a verb acts on ground of one's own: "opened its airfields"."""
    grounds = [t for t in syntax.objects(token) if t.lower_ in word_lists()["ground_nouns"]]
    return any(possessors(ground) for ground in grounds)


def _acts_on_arms(token: Token, sentence: Sentence) -> bool:
    """Say whether a verb acts on weapons: "overhauls tanks"."""
    return any(is_weapon(load.item) for patient in syntax.objects(token) for load in loads(patient, sentence))


def _acts_on_money(token: Token, sentence: Sentence) -> bool:
    """Say whether a verb acts on money: "converted $18 million in stolen coins", "processed funds"."""
    items = {load.item for patient in syntax.objects(token) for load in loads(patient, sentence)}
    return not items.isdisjoint(("finance", "cryptocurrency"))


def _packaged(token: Token) -> list[Token]:
    """Return what a bundle is of: "an 18th package of sanctions on Russia"."""
    if token.lower_ not in word_lists()["package_nouns"]:
        return []
    return prepositional(token, "of", through_object=False)
