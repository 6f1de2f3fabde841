"""Fills the roles of a lexicon entry with entities, each kind of role by its own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import reference
from graph.ontology import is_weapon
from ingest import syntax
from ingest.coreference import Mode, Referents
from ingest.lexicon import Entry
from ingest.names import panel_states, word_lists
from ingest.passages import Sentence
from ingest.regimes import regime_state
from ingest.slots import fill

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = frozenset({"Organisation", "Company", "ArmedGroup"})
_RULES = frozenset({"Treaty", "Resolution", "SanctionsRegime"})
_DEEDS = frozenset({"supplied", "assisted", "deployed", "attacked", "tested", "produced", "violated", "vetoed", "signed", "withdrew_from"})
# Bodies that a state or person does not found, leave or belong to in the sense of the relations.
_NOT_BODIES = frozenset({"org:united-nations"})


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
                fillers = fill(slot, token, sentence)
                found = self._actors(entry, fillers, sentence, slot in ("from", "out-of"))
            if found:
                return list(dict.fromkeys(found))
        return []

    def _actors(self, entry: Entry, fillers: list[Token], sentence: Sentence, is_place: bool = False) -> list[str]:
        out = []
        if fillers and sentence.piece(fillers[0]).compound:
            return [m.target for t in fillers if (m := sentence.piece(t).compound)]
        voters = entry.relation in ("vetoed", "abstained", "voted_for", "voted_against")
        for filler in fillers:
            named = self.members(filler, sentence)
            mode: Mode = "place" if is_place else "party" if voters or entry.relation == "signed" else "actor"
            found = named or self.referents.resolve(filler, sentence, mode)
            if not found:
                found = self._owner_of_ship(filler, sentence)
            if not found and entry.relation in ("attacked", "supplied", "assisted", "stole"):
                found = self.referents.group(filler, sentence)
            if voters:
                found = [e for e in found if e.startswith("state:")]
            out += [self._as_state(entry, e) for e in found if self._may_act(entry, e)]
        return out

    def _may_act(self, entry: Entry, entity_id: str) -> bool:
        kind = self.referents.names.entity(entity_id).kind
        if entity_id == "org:united-nations" and entry.relation not in ("sanctioned", "delisted", "established"):
            return False
        if kind == "Person" and entry.relation in ("signed", "withdrew_from", "monitors", "succeeded", "dissolved", "delisted", "sanctioned"):
            return False
        if kind == "ArmedGroup" and entry.relation == "tested" and entry.name == "fire":
            return False  # a group's missiles are fired at somebody
        return kind not in _RULES and not (kind == "Person" and entry.relation in ("deployed", "attacked", "tested", "seized"))

    def _as_state(self, entry: Entry, entity_id: str) -> str:
        """A ministry acts for its state in deeds, and in its own name where it speaks, lists or founds."""
        record = reference.records().get(entity_id)
        if record is not None and record.sort == "ministry" and record.state and entry.relation in _DEEDS:
            return f"state:{record.state}"
        return entity_id

    def _owner_of_ship(self, filler: Token, sentence: Sentence) -> list[str]:
        """"Ukraine's drones hit", "Russian warplanes bombed": arms act for their owner."""
        mention = sentence.piece(filler).mention
        if mention is None or mention.kind != "item" or not is_weapon(mention.target):
            return []
        state = self.referents._state_of(filler, sentence)
        return [state] if state else []

    def members(self, token: Token, sentence: Sentence) -> list[str]:
        """Return the names given for a plural common noun: "three officers, A, B and C", "five leaders, among them A"."""
        if sentence.piece(token).mention is not None or token.pos_ not in ("NOUN", "PROPN"):
            return []
        listed = [m for other in syntax.appositions(token) for m in self._named(other, sentence)]
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in ("among", "including", "like"):
                tokens = [t for child in prep.children for t in (child, *child.subtree) if child.dep_ in ("pobj", "pcomp")]
                listed += [m for t in tokens for m in self._named(t, sentence)]
        return list(dict.fromkeys(listed))

    def _named(self, token: Token, sentence: Sentence) -> list[str]:
        mention = sentence.piece(token).mention
        if mention and mention.kind == "entity" and mention.role not in ("adjective", "people"):
            return [mention.target]
        names = [sentence.piece(t).mention for t in syntax.appositions(token)]
        return [m.target for m in names if m and m.kind == "entity" and m.role not in ("adjective", "people")]

    def objects(self, entry: Entry, token: Token, sentence: Sentence) -> list[str]:
        """Return the entities in the object role, of the first slot that gives any."""
        if entry.patient_is == "regime":
            patients = [p for o in syntax.objects(token) for p in (o, *self._packaged(o))]
            if not any(p.lower_ in word_lists()["regime_nouns"] or self._is_regime(p, sentence) for p in patients):
                return []
        for slot in entry.object:
            found = self._of_slot(entry, slot, token, sentence)
            if found:
                return list(dict.fromkeys(found))
        return []

    def _there(self, token: Token, sentence: Sentence) -> list[str]:
        """"signed a pact with Somalia and delivered howitzers there": the state last named as a place."""
        adverb = next((child for child in token.children if child.lower_ == "there" and child.dep_ == "advmod"), None)
        if adverb is None:
            return []
        named = [m.target for t in sentence.doc[: adverb.i] if t.dep_ == "pobj" and (m := sentence.piece(t).mention) and m.target.startswith("state:")]
        return named[-1:]

    def _packaged(self, token: Token) -> list[Token]:
        """"an 18th package of sanctions on Russia"."""
        if token.lower_ not in ("package", "packages", "round", "raft", "set", "series", "wave", "tranche", "slew"):
            return []
        return syntax.prepositional(token, "of", through_object=False)

    def _of_slot(self, entry: Entry, slot: str, token: Token, sentence: Sentence) -> list[str]:
        if slot == "measure":
            return self._last_measure(token, sentence)
        if slot == "regime-of":
            of = syntax.prepositional(token, "of", through_object=False)
            return [s for t in of if (r := self.referents.regime(t, sentence)) and (s := regime_state(r))]
        if slot == "regime-inner":
            if any(True for prep in syntax.preposition_tokens(token) if prep.lower_ in ("on", "against")):
                return []
            return self._regime_targets(token, sentence)
        if slot == "vessel":
            return [m.target for p in syntax.objects(token) for t in (p, *syntax.appositions(p)) if (m := sentence.piece(t).mention) and m.target.startswith("vessel:")]
        if slot == "there":
            return self._there(token, sentence)
        if slot in ("to", "into") and entry.relation == "supplied":
            found = [e for filler in fill(slot, token, sentence) for e in self._object(entry, filler, sentence) or self._state_there(filler, sentence)]
            return found
        fillers = fill(slot, token, sentence)
        if not fillers and entry.patient_is == "regime" and slot in ("on", "against"):
            inner = [t for o in syntax.objects(token) for t in self._packaged(o)]
            fillers = [t for p in inner for t in syntax.prepositional(p, slot, through_object=False)]
        return [e for filler in fillers for e in self._object(entry, filler, sentence)]

    def _state_there(self, filler: Token, sentence: Sentence) -> list[str]:
        if {t.lower_ for t in (filler, *filler.subtree)} & {"base", "bases", "airfield", "airport", "front"}:
            return []  # arms sent to a base stay their owner's
        return [e for e in self.referents.resolve(filler, sentence, "place") if e.startswith("state:")]

    def _last_measure(self, token: Token, sentence: Sentence) -> list[str]:
        """Return what the vote is on that was told of before, or the resolution named in or just before the sentence."""
        position = sentence.span(token)[0]
        voted = [m for m in self.referents.measures if position - m[0] < 1500]
        named = [
            (m.start, m.target) for m in self.referents.names.mentions
            if m.target.startswith("treaty:unscr-") and -300 < position - m.start < 1500 and m.start < sentence.end
        ]  # fmt: skip
        here = [n for n in named if n[0] >= sentence.start]
        latest = here[:1] or sorted((*voted, *named))[-1:]
        return [entity for _, entity in latest]

    def _is_regime(self, token: Token, sentence: Sentence) -> bool:
        mention = sentence.piece(token).mention
        return bool(mention and mention.kind == "entity" and self.referents.names.entity(mention.target).kind == "SanctionsRegime")

    def _regime_targets(self, token: Token, sentence: Sentence) -> list[str]:
        """Whom "imposed the embargo" is on."""
        out = []
        for patient in syntax.objects(token):
            regime = self.referents.regime(patient, sentence)
            state = regime_state(regime) if regime else None
            if state:
                out.append(state)
        return out

    def _object(self, entry: Entry, filler: Token, sentence: Sentence) -> list[str]:
        by_kind = {
            "measure": self.measure,
            "resolution": self._resolution,
            "body": self._body,
            "regime": self._regime,
            "treaty": self._treaty,
            "treaty-or-body": self._treaty_or_body,
            "rule": self._rule,
            "target": self._target,
            "state": self._state,
        }
        if entry.object_is in by_kind:
            return by_kind[entry.object_is](filler, sentence)
        modes: dict[str, Mode] = {"attacked": "target", "deployed": "place"}
        mode = modes.get(entry.relation, "actor")
        if entry.places_only:
            mention = sentence.piece(filler).mention
            return [mention.target] if mention and mention.kind == "place" and mention.target.startswith("state:") else []
        found = self.members(filler, sentence) or self.referents.resolve(filler, sentence, mode)
        if not found and entry.relation in ("attacked", "stole", "assisted", "supplied"):
            found = self.referents.group(filler, sentence)
        if entry.relation == "deployed":
            found = [e for e in found if e.startswith(("state:", "place:"))]
        return [e for e in found if self.referents.names.entity(e).kind not in _RULES and e != "org:united-nations"]

    def _kinds(self, filler: Token, sentence: Sentence, kinds: frozenset[str]) -> list[str]:
        found = self.referents.resolve(filler, sentence, "actor")
        return [e for e in found if self.referents.names.entity(e).kind in kinds]

    def _state(self, filler: Token, sentence: Sentence) -> list[str]:
        return self._kinds(filler, sentence, frozenset({"State"}))

    def _body(self, filler: Token, sentence: Sentence) -> list[str]:
        found = self._kinds(filler, sentence, _BODIES)
        if not found and filler.lower_ in ("mandate", "work", "renewal", "place", "mission"):
            inner = syntax.prepositional(filler, "of", through_object=False) or syntax.possessors(filler)
            found = [e for t in inner for e in self._body(t, sentence)]
        return [e for e in found if e not in _NOT_BODIES]

    def _resolution(self, filler: Token, sentence: Sentence) -> list[str]:
        mention = sentence.piece(filler).mention
        return [mention.target] if mention and mention.target.startswith("treaty:unscr-") else []

    def _rule(self, filler: Token, sentence: Sentence) -> list[str]:
        return self._kinds(filler, sentence, _RULES)

    def _regime(self, filler: Token, sentence: Sentence) -> list[str]:
        found = self._kinds(filler, sentence, frozenset({"SanctionsRegime", "Resolution"}))
        if not found and filler.lemma_ in ("breach", "violation", "implementation", "enforcement", "evasion", "compliance"):
            found = [e for t in syntax.prepositional(filler, "of", "with", through_object=False) for e in self._regime(t, sentence)]
        if not found and sentence.piece(filler).mention is None and filler.lemma_ == "sanction":
            found = [regime for regime in (self.referents.regime(filler, sentence),) if regime]
        return found

    def _treaty(self, filler: Token, sentence: Sentence) -> list[str]:
        found = self._kinds(filler, sentence, frozenset({"Treaty"}))
        if found or filler.lower_ not in word_lists()["treaty_nouns"]:
            return found
        phrase = self.referents._phrase(filler, sentence)
        if phrase.lower() == filler.lower_ and filler.lower_ != "ceasefire":
            return []
        return [self.referents.names.mint("Treaty", "treaty", phrase)]

    def _treaty_or_body(self, filler: Token, sentence: Sentence) -> list[str]:
        found = self._kinds(filler, sentence, frozenset({"Treaty"}))
        if found:
            return found
        records = self.referents.names
        return [e for e in self._kinds(filler, sentence, frozenset({"Organisation"})) if not records.entity(e).minted and e not in _NOT_BODIES]

    def _target(self, filler: Token, sentence: Sentence) -> list[str]:
        listed = self.members(filler, sentence)
        if listed:
            return listed
        if filler.lower_ in word_lists()["person_nouns"] and sentence.piece(filler).mention is None:
            return []
        found = self.referents.resolve(filler, sentence, "actor")
        return [e for e in found if self.referents.names.entity(e).kind not in _RULES and e != "org:united-nations"]

    def measure(self, filler: Token, sentence: Sentence) -> list[str]:
        """Return what was voted on: a numbered resolution, a panel's mandate, a regime, or the vote named before."""
        nouns = [filler, *(t for t in filler.subtree if t != filler)]
        for token in nouns:
            mention = sentence.piece(token).mention
            if mention and mention.target.startswith("treaty:unscr-") and token.dep_ != "relcl":
                return [mention.target]
        draft = self._draft_resolution(filler, sentence)
        if draft:
            return [draft]
        for token in nouns:
            for entity in self.referents.resolve(token, sentence, "actor") if token.pos_ in ("NOUN", "PROPN") else ():
                if entity in panel_states() or self.referents.names.entity(entity).kind == "SanctionsRegime":
                    return [entity]
        if filler.lower_ in word_lists()["measure_nouns"] and self.referents.measures:
            return [self.referents.measures[-1][1]]
        return []

    def _draft_resolution(self, filler: Token, sentence: Sentence) -> str | None:
        """A vote on sanctions that are to be new or tighter is on a draft of its own, not on the regime in force."""
        words = {t.lower_ for t in filler.subtree}
        if words.isdisjoint(("tighten", "tightening", "strengthen", "new", "expand", "impose", "imposing", "tougher", "additional", "further", "tighter")):
            return None
        regimes = [r for t in filler.subtree if t.lower_ in word_lists()["regime_nouns"] or sentence.piece(t).mention for r in self._regime(t, sentence)]
        state = regime_state(regimes[0]) if regimes else None
        if state is None:
            return None
        on = self.referents.names.entity(state).name
        return self.referents.names.mint(
            "Resolution", "treaty", f"draft resolution on {on} sanctions", f"draft resolution on {on}", f"new sanctions on {on}",
            f"UN Security Council resolution on {on} sanctions", self.referents._phrase(filler, sentence),
        )  # fmt: skip

    def _clause_parties(self, token: Token, sentence: Sentence) -> list[str]:
        """Whose deed is "in violation of" a rule: the parties of the clause or noun that it stands beside."""
        if token.dep_ != "pobj" or token.head.lower_ not in ("in", "by"):
            return []
        anchor = token.head.head
        if anchor.pos_ in ("VERB", "AUX"):
            fillers = [*syntax.agents(anchor), *syntax.prepositional(anchor, "to", "from")]
            if anchor.dep_ in ("xcomp", "conj"):
                fillers += syntax.prepositional(anchor.head, "to", "from")
            parties = [e for t in fillers for e in self.referents.resolve(t, sentence, "actor")]
        else:
            fillers = syntax.prepositional(anchor, "between", "by", "to", "from", "of", through_object=False)
            fillers += [anchor, *syntax.possessors(anchor), *syntax.modifiers(anchor)]
            parties = [e for t in fillers for e in self.referents.resolve(t, sentence, "actor")]
            if not parties and anchor.dep_ in ("dobj", "pobj", "nsubjpass"):
                verb = syntax.governing_verb(anchor)
                parties = [e for t in syntax.agents(verb) for e in self.referents.resolve(t, sentence, "actor")] if verb is not None else []
        return [p for p in parties if self.referents.names.entity(p).kind not in _RULES]
