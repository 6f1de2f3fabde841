"""From a noun phrase to the entities it stands for, within one article.

A name stands for itself. A pronoun, "the group", "both countries", "Russian forces", "the embargo" stand for what the
article named before; where it is not plain which, they stand for nothing: a claim is lost rather than invented.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from graph import reference
from ingest.names import Mention, Names, panel_states, word_lists
from ingest.passages import Sentence
from ingest.regimes import issuer_of, regime_of, resolutions_on, watched_states
from ingest.syntax import antecedent, appositions, conjoined, governing_verb, modifiers, possessors, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

# How far a noun may lead: an actor by a word that stands for it, a target also by what it owns, a place by what lies in it.
Mode = Literal["actor", "target", "place", "party"]

_SINGULAR = frozenset({"it", "its", "itself"})
_PERSONAL = frozenset({"he", "she", "him", "his", "her", "hers"})
_PLURAL = frozenset({"they", "them", "their", "both"})
_COUNTRY_NOUNS = frozenset(
    {"countries", "states", "sides", "governments", "nations", "neighbours", "parties", "allies", "capitals"}
)


_ARMIES = frozenset({"army", "troops", "forces", "soldiers", "officials", "military"})
_VAGUE = frozenset({"other", "more", "new", "such", "many", "same", "own", "several", "certain", "various", "different"})


@dataclass(frozen=True, slots=True)
class _Event:
    """An entity named at a place of the text; `group` are those it is coordinated with."""

    start: int
    sentence: int
    entity: str
    kind: str
    is_subject: bool
    group: tuple[str, ...]
    is_plural: bool = False


@dataclass(slots=True)
class Referents:
    """What the noun phrases of one article stand for."""

    names: Names
    sentences: list[Sentence]
    text: str
    publisher: str | None = None
    events: list[_Event] = field(default_factory=list)
    descriptors: dict[str, set[str]] = field(default_factory=dict)
    measures: list[tuple[int, str]] = field(default_factory=list)
    context: Counter[str] = field(default_factory=Counter)
    last_source: list[str] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    _at: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for mention in self.names.mentions:
            if mention.kind == "entity":
                self.context[mention.target] += 1
        for number, sentence in enumerate(self.sentences):
            self._at[id(sentence)] = number
            self._note(number, sentence)
        self.events.sort(key=lambda event: event.start)

    def _note(self, number: int, sentence: Sentence) -> None:
        for token in sentence.doc:
            mention = sentence.piece(token).mention
            if mention is None or mention.kind != "entity" or mention.role == "adjective":
                continue
            if self._is_modifier(token):
                self._describe(mention.target, token.head)
                continue
            group = tuple(
                m.target for t in conjoined(_first(token)) if (m := sentence.piece(t).mention) and m.kind == "entity"
            )
            self.events.append(
                _Event(
                    mention.start,
                    number,
                    mention.target,
                    self.names.entity(mention.target).kind,
                    _is_subject(token),
                    group,
                )
            )
            introduced = sentence.piece(token).introduced_by
            if introduced:
                self.descriptors.setdefault(mention.target, set()).update((introduced, introduced.rstrip("s")))
            self._describe_all(mention.target, token)

    def _is_modifier(self, token: Token) -> bool:
        return token.dep_ in ("compound", "amod", "nmod") and token.head.pos_ in ("NOUN", "PROPN")

    def _describe_all(self, entity: str, token: Token) -> None:
        for other in appositions(token):
            self._describe(entity, other)
        if token.dep_ == "appos":
            self._describe(entity, token.head)
        if token.dep_ in ("nsubj",) and token.head.lemma_ == "be":
            for child in token.head.children:
                if child.dep_ == "attr":
                    self._describe(entity, child)
        for modifier in modifiers(token):
            self._describe(entity, modifier)

    def _describe(self, entity: str, noun: Token) -> None:
        if noun.pos_ in ("NOUN", "PROPN", "ADJ"):
            self.descriptors.setdefault(entity, set()).update({noun.lower_, noun.lemma_.lower().rstrip("s")})

    def note_common(self, sentence: Sentence) -> None:
        """Let the subjects of a sentence that are common nouns ("the department") be referred to as well."""
        number = self._at[id(sentence)]
        for token in sentence.doc:
            if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "dative") or token.pos_ != "NOUN" or sentence.piece(token).mention:
                continue
            found = self.resolve(token, sentence) or self.group(token, sentence)
            if found:
                kind = self.names.entity(found[0]).kind
                event = _Event(sentence.span(token)[0], number, found[0], kind, token.dep_.startswith("nsubj"), tuple(found) if len(found) > 1 else (), token.tag_ == "NNS")
                insort(self.events, event, key=lambda e: e.start)

    # -- noun phrases -------------------------------------------------------------------------------------------------

    def resolve(self, token: Token, sentence: Sentence, mode: Mode = "actor", depth: int = 0) -> list[str]:
        """Return the entities that the noun phrase headed by `token` stands for; nothing where it is not plain."""
        if depth > 5:
            return []
        real = antecedent(token)
        if real != token:
            return self.resolve(real, sentence, mode, depth + 1)
        mention = sentence.piece(token).mention
        if mention is not None and mention.kind in ("entity", "place"):
            return self._named(token, mention, sentence, mode, depth)
        if token.lower_ in ("both", "each", "one", "some", "all", "none", "most", "many"):
            inside = self._of(token, sentence, mode, depth)
            if inside:
                return inside
        if token.lower_ in _SINGULAR | _PERSONAL | _PLURAL and token.pos_ in ("PRON", "DET"):
            return self._pronoun(token, sentence)
        if token.tag_ == "NNS":
            listed = [m.target for other in appositions(token) if (m := sentence.piece(other).mention) and m.kind == "entity" and m.role not in ("adjective", "people")]
            if len(listed) > 1:
                return listed
            if token.dep_ == "appos":
                named = [m.target for t in conjoined(_first(token.head)) if (m := sentence.piece(t).mention) and m.kind == "entity"]
                if len(named) > 1:
                    return named
        for other in (*appositions(token), *([token.head] if token.dep_ == "appos" else []), *_renamed(token)):
            named = sentence.piece(other).mention
            if named is not None and named.kind == "entity" and named.role not in ("adjective", "people"):
                return [named.target]
        return self._common(token, sentence, mode, depth)

    def _named(self, token: Token, mention: Mention, sentence: Sentence, mode: Mode, depth: int) -> list[str]:
        if mention.target.startswith("person:") and mode == "party":
            state = self._state_of(token, sentence)
            return [state] if state else [mention.target]
        return [mention.target]

    def _common(self, token: Token, sentence: Sentence, mode: Mode, depth: int) -> list[str]:
        lists, lower = word_lists(), token.lower_
        if lower in lists["partitives"] or (lower in _COUNTRY_NOUNS and mode != "place"):
            inner = self._of(token, sentence, mode, depth)
            if inner:
                return inner
        equal = self._copula(token, sentence)
        if equal:
            return equal
        if lower in _COUNTRY_NOUNS or (lower == "all" and token.pos_ == "PRON"):
            group = self._group_of(token, sentence)
            if group:
                return group
        if lower in _COUNTRY_NOUNS and any(child.lower_ in ("two", "both", "these", "the") for child in token.children):
            return self._pair(sentence.span(token)[0], sentence)
        if lower in lists["regime_nouns"]:
            regime = self.regime(token, sentence)
            return [regime] if regime else []
        if lower in ("resolution", "resolutions"):
            return self._resolutions(token, sentence)
        if lower in lists["watchers"]:
            panel = self._panel(token, sentence)
            if panel:
                return [panel]
        if any(child.lower_ == "their" for child in token.children) and lower in lists["state_nouns"]:
            owners = [e for child in possessors(token) for e in self.resolve(child, sentence, "actor", depth + 1)]
            if len(owners) > 1:
                return owners
        state = self._state_of(token, sentence)
        if mode == "actor" and lower in lists["armed_nouns"]:
            owner = [e for child in (*possessors(token), *modifiers(token), *_inside(token, "of")) for e in self._bodies_named(child, sentence, depth)]
            if len(owner) == 1:
                return owner
        if state and (lower in lists["state_nouns"] or mode in ("target", "place")):
            return [state]
        if lower in lists["treaty_nouns"]:
            return self._treaty(token, sentence)
        if lower in lists["body_nouns"]:
            named = [e for child in modifiers(token) for e in self._bodies_named(child, sentence, depth)]
            if len(named) == 1 and named[0] != "org:united-nations":
                return named
        if lower in lists["body_nouns"] and _is_definite(token):
            body = self._body(token, sentence)
            if body:
                return [body]
        if lower in ("neighbour", "neighbor", "ally", "partner", "counterpart"):
            return self._neighbour(token, sentence)
        if lower in ("north", "south") and mode != "target":
            return ["state:KP" if lower == "north" else "state:KR"] if self.context["state:KP"] else []
        if lower in ("report", "document", "study", "findings", "statement", "dossier"):
            return self._author(token, sentence, depth)
        if lower in (
            "country",
            "junta",
            "kingdom",
            "state",
            "nation",
            "government",
            "regime",
            "republic",
            "military",
            "army",
            "president",
            "authorities",
            "leadership",
            "officials",
            "troops",
            "forces",
            "soldiers",
        ) and _is_definite(token):
            if any(child.lower_ in _PERSONAL for child in token.children):
                return [state] if state else self._speaker_state(token, sentence)
            if token.lower_ in _ARMIES and (modifiers(token) or _inside(token, "of")):
                return [state] if state else []
            own = self._own_subjects(token, sentence)
            if mode in ("target", "place") or token.dep_ == "pobj":
                topic = [e for e, _ in self.context.most_common() if e.startswith("state:") and e not in own]
                return [state] if state else topic[:1]
            if lower in ("army", "military", "junta", "troops", "soldiers", "forces"):
                return [state] if state else self._topic_state(own)
            found = self._latest(sentence.span(token)[0], sentence, kinds=("State",), other_than=own)
            return [found] if found and not state else [state] if state else []
        if mode in ("target", "place"):
            return self._of(token, sentence, mode, depth, "of", "in")
        return []

    def _bodies_named(self, token: Token, sentence: Sentence, depth: int) -> list[str]:
        """Return the armed group or body that a possessor or modifier names, states apart."""
        if token.dep_ in ("poss", "pobj") or sentence.piece(token).mention:
            found = self.resolve(token, sentence, "actor", depth + 1)
            return [e for e in found if self.names.entity(e).kind in ("ArmedGroup", "Organisation", "Person")]
        return []

    def _topic_state(self, other_than: set[str]) -> list[str]:
        """Return the state that an article is about, for a bare "the army": the most named that is no world power."""
        states = [e for e, _ in self.context.most_common() if e.startswith("state:") and e not in other_than]
        records = reference.records()
        return ([e for e in states if not records[e].is_permanent] or states)[:1]

    def _speaker_state(self, token: Token, sentence: Sentence) -> list[str]:
        """"her Government", "his country": the state whose official speaks."""
        for up in token.ancestors:
            if up.pos_ == "VERB" and up.lemma_ in ("say", "note", "add", "tell", "announce", "deny", "claim", "recall", "stress", "state", "insist"):
                for subject in subjects(up):
                    found = self.resolve(subject, sentence, "actor", 3) if subject.pos_ != "PRON" else []
                    if found and found[0].startswith("state:"):
                        return found
                    state = self._state_of(subject, sentence)
                    if state:
                        return [state]
        return [e for e in self.last_source if e.startswith("state:")][:1]

    def _copula(self, token: Token, sentence: Sentence) -> list[str]:
        """"The only buyer is the UAE": a subject is what it is said to be."""
        if token.dep_ != "nsubj" or token.head.lemma_ != "be":
            return []
        named = [sentence.piece(child).mention for child in token.head.children if child.dep_ == "attr"]
        return [m.target for m in named if m and m.kind == "entity" and m.role != "adjective"]

    def _of(self, token: Token, sentence: Sentence, mode: Mode, depth: int, *prepositions: str) -> list[str]:
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in (prepositions or ("of",)):
                for pobj in prep.children:
                    if pobj.dep_ == "pobj":
                        return [e for each in conjoined(pobj) for e in self.resolve(each, sentence, mode, depth + 1)]
        return []

    def _state_of(self, token: Token, sentence: Sentence) -> str | None:
        """Return the state in "Russian forces", "Mali's junta", "the army of Sudan", "its tankers"."""
        for child in (*modifiers(token), *possessors(token)):
            mention = sentence.piece(child).mention
            if mention and (mention.target.startswith("state:") or mention.kind == "place"):
                return mention.target
        for child in possessors(token):
            owner = (
                self.resolve(child, sentence, "actor", 4)
                if child.lower_ in _SINGULAR | _PLURAL | _PERSONAL or child.pos_ == "NOUN"
                else []
            )
            if len(owner) == 1 and owner[0].startswith("state:"):
                return owner[0]
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in ("of", "for", "from", "to"):
                for pobj in prep.children:
                    mention = sentence.piece(pobj).mention
                    if mention and mention.target.startswith("state:") and prep.lower_ in ("of", "from"):
                        return mention.target
        return None

    # -- what went before ---------------------------------------------------------------------------------------------

    def _before(self, position: int, sentence: Sentence, reach: int = 2) -> list[_Event]:
        number = self._at[id(sentence)]
        return [event for event in self.events if event.start < position and event.sentence >= number - reach]

    def _own_subjects(self, token: Token, sentence: Sentence) -> set[str]:
        """Return what an object or oblique noun cannot mean: the subject of its own verb."""
        if token.dep_ in ("nsubj", "nsubjpass"):
            return set()
        verb = governing_verb(token)
        named = [sentence.piece(t).mention for t in subjects(verb)] if verb is not None else []
        return {m.target for m in named if m}

    def _latest(
        self, position: int, sentence: Sentence, kinds: tuple[str, ...], reach: int = 2, other_than: set[str] | None = None
    ) -> str | None:
        """Return the most prominent entity of these kinds before `position`: a subject first, then the nearest."""
        number = self._at[id(sentence)]
        events = [e for e in self._before(position, sentence, reach) if e.kind in kinds and e.entity not in (other_than or ())]
        for back in range(reach + 1):
            here = [event for event in events if event.sentence == number - back]
            subjects = [event for event in here if event.is_subject]
            if subjects:
                return (subjects[-1] if back == 0 else subjects[0]).entity
            if here and back > 0:
                return here[0].entity
        return events[-1].entity if events else None

    def _pronoun(self, token: Token, sentence: Sentence) -> list[str]:
        lower, position = token.lower_, sentence.span(token)[0]
        if lower in _PLURAL:
            return self._pair(position, sentence, default=True)
        if token.dep_ == "poss" and token.head.dep_ == "appos":
            return []
        ahead = self._cataphor(token, sentence)
        if ahead and lower in _SINGULAR:
            return ahead
        owner = self._clause_subject(token, sentence)
        if owner:
            return owner
        if lower in _PERSONAL:
            found = self._latest(position, sentence, ("Person",), reach=3)
            return [found] if found else []
        kinds = ("State", "Organisation", "Company", "ArmedGroup", "Vessel")
        same_clause = self._clause_mate(token, sentence)
        events = [
            event
            for event in self._before(position, sentence)
            if event.kind in kinds and event.entity not in same_clause
        ]
        number = self._at[id(sentence)]
        for back in range(3):
            here = [event for event in events if event.sentence == number - back]
            chosen = [event for event in here if event.is_subject]
            if chosen:
                return [(chosen[-1] if back == 0 else chosen[0]).entity]
            if back and here:
                return [here[0].entity]
        return [events[-1].entity] if events else []

    def _clause_subject(self, token: Token, sentence: Sentence) -> list[str]:
        """"its", "their" in a clause mean its subject: "Russia, which since its invasion ...", "Iran said its drones"."""
        if token.dep_ != "poss" or token.head.dep_ == "appos":
            return []
        owner = next((p for up in token.ancestors if up.pos_ == "NOUN" for p in possessors(up) if p.i < token.i), None)
        verb = governing_verb(token)
        while owner is None and verb is not None:
            subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i and token not in c.subtree), None)
            if subject is not None:
                owner = antecedent(subject)
            elif verb.dep_ in ("xcomp", "advcl", "conj", "pcomp", "ccomp", "acl") and verb.head != verb:
                verb = governing_verb(verb)
            else:
                break
        if owner is None or owner.pos_ == "PRON":
            return []
        found = [e for each in conjoined(owner) for e in self.resolve(each, sentence, "actor", 3)]
        kinds = {self.names.entity(e).kind for e in found}
        wanted = {"Person"} if token.lower_ in _PERSONAL else {"State", "Organisation", "Company", "ArmedGroup", "Group"}
        return list(dict.fromkeys(found)) if kinds and kinds <= wanted and (len(found) == 1 or token.lower_ == "their") else []

    def _clause_mate(self, token: Token, sentence: Sentence) -> set[str]:
        """Return what a subject pronoun cannot mean: the other parties of its own verb."""
        verb = token.head if token.dep_ in ("nsubj", "nsubjpass") else None
        if verb is None:
            return set()
        found = set()
        for child in verb.children:
            mention = sentence.piece(child).mention
            if child != token and mention and mention.kind == "entity":
                found.add(mention.target)
        return found

    def _cataphor(self, token: Token, sentence: Sentence) -> list[str]:
        """ "Since it began shipping shells, North Korea has ...": the pronoun of a clause in front of its subject."""
        verb = governing_verb(token)
        clause = verb
        while clause is not None and clause.dep_ in ("xcomp", "ccomp", "conj"):
            clause = clause.head if clause.head != clause else None
        if clause is None or clause.dep_ != "advcl" or clause.i > clause.head.i:
            return []
        for child in clause.head.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i > token.i:
                mention = sentence.piece(child).mention
                if mention and mention.kind == "entity":
                    return [mention.target]
        return []

    def _pair(self, position: int, sentence: Sentence, default: bool = False) -> list[str]:
        """Return the parties last named side by side: "both countries", "they"."""
        events = self._before(position, sentence, reach=4)
        here = [event for event in events if event.sentence == self._at[id(sentence)] and event.kind == "State"]
        if not default and len({event.entity for event in here}) == 2:
            return list(dict.fromkeys(event.entity for event in here))
        for event in reversed(events):
            if len(event.group) > 1 and all(self.names.entity(e).kind == event.kind for e in event.group):
                return list(dict.fromkeys(event.group))
            if default and event.kind in ("ArmedGroup", "Group") and event.is_plural:
                return [event.entity]
        states = list(dict.fromkeys(event.entity for event in reversed(events) if event.kind == "State"))
        if not default and len(states) >= 2:
            return sorted(states[:2], key=lambda s: next(e.start for e in events if e.entity == s))
        if default:
            subjects = [
                event
                for event in events
                if event.is_subject and (event.is_plural or event.kind in ("ArmedGroup", "Group"))
            ]
            return [subjects[-1].entity] if subjects else []
        return []

    def _group_of(self, token: Token, sentence: Sentence) -> list[str]:
        """"the three states": the last three named side by side."""
        figures = [q.value for child in token.children if (q := sentence.piece(child).quantity)]
        if not figures or figures[0] < 3:
            return []
        for event in reversed(self._before(sentence.span(token)[0], sentence, 5)):
            if len(set(event.group)) == figures[0]:
                return list(dict.fromkeys(event.group))
        return []

    def _neighbour(self, token: Token, sentence: Sentence) -> list[str]:
        """ "its neighbour": of two states that the article is about, the other one."""
        owner = [e for p in possessors(token) for e in self.resolve(p, sentence, "actor", 3)]
        if len(owner) != 1:
            return []
        for pair in reversed(self.pairs):
            if owner[0] in pair:
                return [other for other in pair if other != owner[0]]
        others = [state for state, _ in self.context.most_common(2) if state.startswith("state:") and state not in owner]
        return others if len(others) == 1 else []

    # -- bodies, regimes, treaties, reports -----------------------------------------------------------------------------

    def _panel(self, token: Token, sentence: Sentence) -> str | None:
        """Return the UN panel that "a UN panel", "the experts", "UN investigators" means here."""
        records = reference.records()
        kinds = ("un-panel", "monitoring-mechanism")
        near = {
            m.target
            for child in token.subtree
            if (m := sentence.piece(child).mention)
        }
        united = (
            bool(near & {"org:united-nations", "org:un-security-council"})
            or token.text in ("Panel", "Experts")
            or "council" in {m.lower_ for m in modifiers(token)}
        )
        state = next((n for n in near if n.startswith("state:")), None)
        if token.lower_ == "group" and not (near or "experts" in {t.lower_ for t in _inside(token, "of")}):
            return None
        if (
            token.lower_ in ("experts", "expert", "investigators", "inspectors", "watchdog", "monitors")
            and not united
            and not _is_definite(token)
        ):
            return None
        named = [
            e.entity
            for e in self._before(sentence.span(token)[0], sentence, 40)
            if e.entity in records and records[e.entity].sort in kinds
        ]
        if not united and named and not state:
            return named[-1]
        if state is None:
            panels = [
                entity
                for entity, _ in self.context.most_common()
                if entity in panel_states() and records[entity].sort == "un-panel"
            ]
            if panels and token.lower_ != "group":
                return panels[0]
            watched = [s for s, _ in self.context.most_common() if s in watched_states()]
            state = watched[0] if watched and (united or self.descriptors.get("panel")) else None
        if state is None:
            return named[-1] if named else None
        found = [body for body, watch in panel_states().items() if watch == state and records[body].sort == "un-panel"]
        if not found:
            return None
        called = self._phrase(token, sentence)
        self.names.alias(self.names.entity(found[0]), called)
        return found[0]

    def _body(self, token: Token, sentence: Sentence) -> str | None:
        """Return the body that "the group", "the department", "the paramilitaries" means."""
        noun, lemma = token.lower_, token.lower_.rstrip("s")
        events = [
            e
            for e in self._before(sentence.span(token)[0], sentence, 30)
            if e.kind in ("Organisation", "Company", "ArmedGroup")
        ]
        fitting = [
            e.entity
            for e in events
            if {noun, lemma} & (self.descriptors.get(e.entity, set()) | self._name_words(e.entity))
        ]
        armed_fitting = [e for e in fitting if self._is_armed_group(e)]
        if fitting:
            return (armed_fitting or fitting)[-1] if noun == "group" else fitting[-1]
        armed = {
            "paramilitaries",
            "rebels",
            "mercenaries",
            "insurgents",
            "militants",
            "militia",
            "fighters",
            "movement",
            "paramilitary",
        }
        if noun in armed:
            groups = [e.entity for e in events if e.kind == "ArmedGroup"]
            return groups[-1] if groups else None
        if noun in ("group", "body", "organisation", "organization", "team", "mechanism"):
            near = [
                e
                for e in events
                if e.sentence >= self._at[id(sentence)] - 2
                and e.entity not in ("org:united-nations", "org:un-security-council")
            ]
            armed_near = [e for e in near if self._is_armed_group(e.entity)]
            return ((armed_near if noun == "group" and armed_near else near)[-1]).entity if near else None
        return None

    def _is_armed_group(self, entity_id: str) -> bool:
        """Say whether a body is an armed group, not a state's or an alliance's force."""
        record = reference.records().get(entity_id)
        return record.sort == "armed-group" if record else self.names.entity(entity_id).kind == "ArmedGroup"

    def _name_words(self, entity_id: str) -> set[str]:
        entity = self.names.entity(entity_id)
        words = {word.lower() for name in (entity.name, *entity.aliases) for word in name.split()}
        return words | {word.rstrip("s") for word in words}

    def regime(self, token: Token, sentence: Sentence) -> str | None:
        """Return the sanctions regime or embargo that a phrase such as "UN sanctions", "the embargo" means."""
        mention = sentence.piece(token).mention
        if (
            mention is not None and self.names.entity(mention.target).kind == "SanctionsRegime"
            if mention and mention.kind == "entity"
            else False
        ):
            return mention.target if mention else None
        near = [m for child in (*modifiers(token), *possessors(token)) if (m := sentence.piece(child).mention)]
        issuer = next((i for m in near if (i := issuer_of(m.target))), None)
        adjectives = {child.lower_ for child in modifiers(token)}
        if adjectives & {"western", "american"} and not issuer:
            issuer = "Western" if "western" in adjectives else "US"
        target = self._regime_target(token, sentence, near, issuer)
        called = self._phrase(token, sentence)
        if target:
            return regime_of(issuer or "UN", target, self.names, called) if target.startswith("state:") else None
        if issuer not in (None, "UN"):
            return self.names.mint("SanctionsRegime", "treaty", f"{issuer} sanctions", called)
        earlier = [e.entity for e in self._before(sentence.span(token)[0], sentence, 40) if e.kind == "SanctionsRegime"]
        known = [
            entity
            for _, entity in self.measures
            if entity.startswith("treaty:") and self.names.entity(entity).kind == "SanctionsRegime"
        ]
        for found in earlier[-1:] or known[-1:]:
            self.names.alias(self.names.entity(found), called)
            return found
        watched = [state for state, _ in self.context.most_common() if state in watched_states()]
        return regime_of("UN", watched[0], self.names, called) if watched else None

    def _regime_target(self, token: Token, sentence: Sentence, near: list[Mention], issuer: str | None) -> str | None:
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in ("on", "against", "over", "for"):
                for pobj in prep.children:
                    if pobj.dep_ == "pobj":
                        found = self.resolve(pobj, sentence, "target", 2) or self._owner_below(pobj, sentence)
                        if found:
                            return found[0]
        for mention in near:
            if (mention.target.startswith("state:") or mention.kind == "place") and issuer_of(mention.target) is None:
                return mention.target
        return None

    def _owner_below(self, noun: Token, sentence: Sentence) -> list[str]:
        return [state for state in (self._state_of(noun, sentence),) if state]

    def _resolutions(self, token: Token, sentence: Sentence) -> list[str]:
        """Nameless resolutions of the Council, plural, on the state that the article is about."""
        near = {m.target for child in (*modifiers(token), *possessors(token)) if (m := sentence.piece(child).mention)}
        if not near & {"org:united-nations", "org:un-security-council"}:
            earlier = [e.entity for e in self._before(sentence.span(token)[0], sentence, 6) if e.kind == "Resolution"]
            return earlier[-1:] if token.lower_ == "resolution" and _is_definite(token) else []
        if token.lower_ != "resolutions":
            return []
        watched = [state for state, _ in self.context.most_common() if state in watched_states()]
        return [resolutions_on(watched[0], self.names, self._phrase(token, sentence))] if watched else []

    def _treaty(self, token: Token, sentence: Sentence) -> list[str]:
        for child in (*modifiers(token), *_inside(token, "on", "of")):
            mention = sentence.piece(child).mention
            if mention and mention.target.startswith("treaty:"):
                return [mention.target]
        if not _is_definite(token) or any(
            m.pos_ in ("ADJ", "NOUN", "PROPN") and m.lower_ not in ("same",) for m in modifiers(token)
        ):
            return []
        earlier = [e.entity for e in self._before(sentence.span(token)[0], sentence, 6) if e.kind == "Treaty"]
        return earlier[-1:]

    def _author(self, token: Token, sentence: Sentence, depth: int) -> list[str]:
        """Return whose report "the report" is."""
        for prep in token.children:
            if prep.dep_ in ("prep", "agent") and prep.lower_ in ("by", "of", "from"):
                for pobj in prep.children:
                    if pobj.dep_ == "pobj":
                        found = [
                            e for each in conjoined(pobj) for e in self.resolve(each, sentence, "actor", depth + 1)
                        ]
                        if found:
                            return found
        for child in possessors(token):
            found = self.resolve(child, sentence, "actor", depth + 1)
            if found:
                return found
        for child in modifiers(token):
            mention = sentence.piece(child).mention
            if mention and mention.kind == "entity":
                return [mention.target]
        if not _is_definite(token):
            return []
        return self.report_author(sentence.span(token)[0])

    def report_author(self, position: int) -> list[str]:
        """Return the body that an article's unnamed "report" comes from: a panel or mechanism named in it before."""
        records = reference.records()
        watching = [
            e.entity for e in self.events
            if e.start < position and e.entity in records and records[e.entity].sort in ("un-panel", "monitoring-mechanism", "think-tank")
        ]  # fmt: skip
        return watching[-1:]

    def group(self, token: Token, sentence: Sentence) -> list[str]:
        """Return an unnamed party by the article's plain words for it: "Tuareg rebels", "merchant ships"."""
        if token.lower_ not in word_lists()["group_nouns"]:
            return []
        phrase = self._phrase(token, sentence)
        words = [c for c in (*modifiers(token), *possessors(token)) if c.pos_ not in ("PRON", "DET") and c.dep_ != "nummod" and c.lower_ not in _VAGUE]
        inside = [t for t in _inside(token, "of", "in", "from") if sentence.piece(t).mention]
        if not words and not inside:
            return []
        return [
            self.names.mint(
                "Group",
                "group",
                phrase,
                *([token.text] if token.lower_ in ("rebels", "insurgents", "militants") else []),
            )
        ]

    def _phrase(self, token: Token, sentence: Sentence) -> str:
        """Return the words of a noun phrase, without article, figures and what follows a comma."""
        first = token
        for child in modifiers(token):
            if child.dep_ != "nummod" and child.i < first.i and not sentence.piece(child).quantity:
                first = child
        start, end = sentence.span(first)[0], sentence.span(token)[1]
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in ("on", "against", "of", "in", "over"):
                pobjs = [child for child in prep.children if child.dep_ == "pobj"]
                if pobjs and prep.i <= token.i + 1 and pobjs[0].i - prep.i <= 3:
                    end = max(end, sentence.span(pobjs[0])[1])
        return " ".join(self.text[start:end].split())


def _inside(token: Token, *prepositions: str) -> list[Token]:
    return [
        pobj
        for prep in token.children
        if prep.dep_ == "prep" and prep.lower_ in prepositions
        for pobj in prep.children
        if pobj.dep_ == "pobj"
    ]


def _renamed(token: Token) -> list[Token]:
    """"the Rome Statute, the court's founding treaty": the name just before the comma, where the parser saw no apposition."""
    start = min(t.i for t in token.subtree if t.i <= token.i and t.dep_ in ("det", "poss", "amod", "compound", "case") or t == token)
    doc = token.doc
    if start >= 2 and doc[start - 1].text == "," and doc[start - 2].pos_ == "PROPN" and token.dep_ not in ("nsubj", "nsubjpass", "conj"):
        return [doc[start - 2]]
    return []


def _first(token: Token) -> Token:
    while token.dep_ == "conj":
        token = token.head
    return token


def _is_subject(token: Token) -> bool:
    token = _first(token)
    if token.dep_ == "poss":
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass") or (
        token.dep_ == "appos" and _first(token.head).dep_ in ("nsubj", "nsubjpass")
    )


def _is_definite(token: Token) -> bool:
    return any(
        child.dep_ == "poss" or child.lower_ in ("the", "this", "that", "these", "those", "both")
        for child in token.children
    )
