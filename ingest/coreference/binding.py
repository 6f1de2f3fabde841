"""Whom the clauses around a pronoun make it mean: "Iran said it had", "sanctioned the firm after it sold".

An answer of None says that the grammar settles nothing, an empty one that it means somebody whom the article does not
name plainly: "The refiner denied that it had".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph import reference
from graph.model import Entity
from ingest.coreference.agreement import is_press
from ingest.lexicon.wordlists import speech, word_lists, words_in
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import (
    all_of,
    antecedent,
    appositions,
    children,
    conjoined,
    inside,
    possessors,
    prepositional,
)
from ingest.parsing.syntax import agents, objects, subjects
from ingest.parsing.verbs import governing_verb, is_infinitive

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

_CLAUSES = frozenset({"xcomp", "advcl", "conj", "pcomp", "ccomp", "acl", "relcl"})
# Bodies that tell what others did: "the panel said it had sold rifles" is not of the panel.
_ONLY_TELLING = frozenset({"un-panel", "monitoring-mechanism", "think-tank", "news-agency"})


@dataclass(frozen=True, slots=True)
class Bound:
    """A pronoun in the singular with the kinds it may be (`wanted`) and the entities it cannot be (`barred`)."""

    token: Token
    sentence: Sentence
    referents: Referents
    wanted: frozenset[str]
    barred: set[str]

    def by_clauses(self) -> list[str] | None:
        """Return the nearest subject before it, clause by clause outwards; of "its" that of its own clause too."""
        if self._may_be_whom_the_speaker_is_at_odds_with() or self._may_be_the_object() or self._may_be_punished():
            return []
        owner = self._owner_above()
        found = self._taken(owner) if owner is not None else None
        verb = governing_verb(self.token)
        doers: Sequence[Token] = ()
        if self.token.dep_ != "poss" and verb is not None:
            doers = subjects(verb)
            verb = governing_verb(verb) if verb.dep_ in _CLAUSES else None
        while found is None and verb is not None:
            for subject in (*self._subjects_before(verb), *self._deciders(verb)):
                found = self._taken(subject) if found is None and subject not in doers else found
            verb = governing_verb(verb) if verb.dep_ in _CLAUSES else None
        return found

    def _may_be_whom_the_speaker_is_at_odds_with(self) -> bool:
        """Say whether two may be meant: "Sudan cut its ties with Egypt, saying it had armed the rebels"."""
        clause, saying, main = self.token.head, self.token.head.head, self.token.head.head.head
        if (self.token.dep_, clause.dep_, saying.dep_, saying.tag_) != ("nsubj", "ccomp", "advcl", "VBG"):
            return False
        if main.i > saying.i or main.lemma_ in speech()["saying"] | speech()["speaking"]:
            return False
        between = (self.sentence.mention(token) for token in self.token.doc[main.i + 1 : saying.i])
        kinds = {self.referents.names.kind(mention.target) for mention in between if mention and mention.is_noun}
        return not kinds.isdisjoint(self.wanted)

    def _may_be_the_object(self) -> bool:
        """Say whether two may be meant: "Rwanda led the M23 during its capture of Goma"."""
        noun = self.token.head
        if self.token.dep_ != "poss" or noun.dep_ != "pobj" or noun.head.lower_ not in ("during", "amid", "throughout"):
            return False
        verb = governing_verb(noun)
        return verb is not None and any(self._fits(e) for e in self._resolved(children(verb, "dobj")))

    def by_listing(self) -> list[str] | None:
        """Take "It sold chips" right behind "Also listed is Verus, a dealer" for the one listed: that is why."""
        verb, history = self.token.head, self.referents.history
        listed = {entity for entity in history.listed if not entity.startswith("state:")}
        is_dealing = verb.lemma_ in words_in("trading_verbs", "carrying_verbs") and verb.tag_ in ("VBD", "VBN")
        if self.token.i or self.token.dep_ != "nsubj" or not is_dealing:
            return None
        before = history.before(self.sentence.start, self.sentence, 1)
        fitting = [entity for entity in listed if self._fits(entity) and any(e.entity == entity for e in before)]
        return None if not fitting else fitting if len(fitting) == 1 else []

    def _may_be_punished(self) -> bool:
        """Say whether two may be meant: "Panama struck the tanker from its register after Japan listed it"."""
        clause = self.token.head
        is_listed = self.token.dep_ == "dobj" and clause.lemma_ in word_lists()["blaming_verbs"]
        patients = [t for t in children(clause.head, "dobj") if t.i < self.token.i and t.pos_ != "PRON"]
        is_apart = is_listed and clause.dep_ == "advcl"
        return is_apart and any(self._may_be_unnamed(t) or self._resolved([t]) for t in patients)

    def by_blame(self) -> list[str] | None:
        """Take the pronoun of a reason for whom it speaks against: "listed the firm after it sold", "for its tests".

        The one who blames it does not mean, then: "the embargo that the Council imposed for its support of".
        """
        sanctions = _sanctions_for(self.token)
        if sanctions is not None:
            found = self._resolved(prepositional(sanctions, "on", "against", "of", through_object=False))
            return found if len(found) == 1 and self._fits(found[0]) else []
        verb = _blaming(self.token)
        if verb is None or self._is_of_who_blames():
            return None
        struck = [*objects(verb), *prepositional(verb, "on", "against", "of")]
        found = self._resolved([t for t in struck if t != self.token and t.pos_ != "PRON"])
        fitting = [entity for entity in found if self._fits(entity)]
        if len(fitting) == 1:
            return fitting
        self.barred.update(self._resolved(agents(verb)))
        return [] if fitting or any(self._may_be_unnamed(t) for t in struck) else None

    def _is_of_who_blames(self) -> bool:
        """Say whether a reason tells what the one who blames says or did: "sanctioned the firm over what it called"."""
        lemma, words = self.token.head.lemma_, speech()
        return lemma in words["saying"] | words["describing"] | words["calling"] | word_lists()["blaming_verbs"]

    def by_advocate(self) -> list[str] | None:
        """Take the pronoun of what an advocate says for whom he speaks for: "Karim's lawyer denied that he had"."""
        verb = governing_verb(self.token)
        while verb is not None and verb.dep_ in _CLAUSES:
            verb = verb.head if verb.head.pos_ == "VERB" else governing_verb(verb)
            if verb is None or verb.lemma_ not in speech()["saying"] | speech()["denying"]:
                continue
            speakers = (t for subject in subjects(verb) for t in (subject, *appositions(subject)))
            posts = [t for t in speakers if t.lower_ in word_lists()["advocates"]]
            clients = self._resolved([owner for post in posts for owner in possessors(post)])
            if posts:
                return [entity for entity in clients if self._fits(entity)]
        return None

    def by_use(self) -> list[str] | None:
        """Take the owner of what goods are for to be who gets them: "sent Chad drones for use in its war"."""
        verb = governing_verb(self.token)
        nouns = [up for up in self.token.ancestors if up.pos_ == "NOUN" and verb is not None and up.i > verb.i]
        purposes = [noun for noun in nouns if noun.dep_ == "pobj" and noun.head.lower_ == "for"]
        if self.token.dep_ != "poss" or verb is None or verb.lemma_ not in words_in("ditransitive", "arming_verbs"):
            return None
        if not any(noun.lower_ in word_lists()["uses"] for noun in purposes):
            return None
        taking = [t for t in _affected(verb) if verb.lemma_ in word_lists()["arming_verbs"] or t not in objects(verb)]
        found = [entity for entity in self._resolved([t for t in taking if t.pos_ != "PRON"]) if self._fits(entity)]
        return found if len(found) == 1 else None

    def by_likeness(self) -> list[str] | None:
        """Take an object for that of the like deed beside it: "armed Chad, while Turkey sold it", "designated it"."""
        verb = governing_verb(self.token)
        if verb is None or self.token not in _affected(verb) or verb.dep_ not in ("conj", "advcl"):
            return None
        if not _are_alike(verb.lemma_, verb.head.lemma_):
            return None
        found = self._resolved([t for t in _affected(verb.head) if t.i < self.token.i])
        return found if len(found) == 1 else None

    def by_what_follows(self) -> list[str] | None:
        """Resolve the pronoun of a clause in front of its subject: "Since it began shipping shells, Iran has"."""
        clause = governing_verb(self.token)
        while clause is not None and clause.dep_ in ("xcomp", "ccomp", "conj"):
            clause = clause.head if clause.head != clause else None
        if clause is None or clause.dep_ != "advcl" or clause.i > clause.head.i:
            return None
        later = [c for c in children(clause.head, "nsubj", "nsubjpass") if c.i > self.token.i]
        if any(c.i and c.doc[c.i - 1].lower_ in ("and", "but", "or") for c in later):
            return None  # a clause of its own: "... sold it tanks, and Iran has"
        ahead = (self.sentence.mention(c) for c in later)
        return [mention.target for mention in ahead if mention and mention.is_entity][:1] or None

    def by_topic(self) -> list[str] | None:
        """Take it for whom the sentence says that it is about: "As for Mali, two officials said that it had"."""
        first = self.sentence.doc[:2]
        if [t.lower_ for t in first] != ["as", "for"] or self.token.i < 3:
            return None
        found = self._resolved(children(first[1], "pobj"))
        return found if len(found) == 1 and self._fits(found[0]) else None

    def _resolved(self, tokens: Sequence[Token]) -> list[str]:
        found = (e for t in tokens for e in self.referents.resolve(t, self.sentence, "actor", 3))
        return list(dict.fromkeys(found))

    def _fits(self, entity: str) -> bool:
        return self.referents.names.kind(entity) in self.wanted and entity not in self.barred

    def _owner_above(self) -> Token | None:
        """Return the owner of a noun above: "the army's purchase of its drones"."""
        nouns = (up for up in self.token.ancestors if up.pos_ == "NOUN")
        return next((p for noun in nouns for p in possessors(noun) if p.i < self.token.i), None)

    def _subjects_before(self, verb: Token) -> list[Token]:
        found = (t for t in children(verb, "nsubj", "nsubjpass") if t.i < self.token.i)
        before = [t for t in found if self.token not in t.subtree][:1]
        if before and before[0].lower_ == "it" and verb.lemma_ == "be":  # "It is the mission's first haul"
            owners = [owner for said in children(verb, "attr") for owner in possessors(said) if owner.i < self.token.i]
            return owners[:1] or before
        return before

    def _deciders(self, verb: Token) -> list[Token]:
        """Return whose decision an infinitive tells of: "the Council's vote to lift the embargo it had imposed"."""
        if not is_infinitive(verb):
            return []
        nouns = (t for t in verb.doc[: verb.i] if t.lemma_ in word_lists()["decision_nouns"])
        return [owner for noun in nouns for owner in possessors(noun)][-1:]

    def _taken(self, subject: Token) -> list[str] | None:
        """Return whom a subject makes a pronoun mean; None where it cannot be meant."""
        real, names = antecedent(subject), self.referents.names
        if real.pos_ == "PRON":
            is_same = real.lower_ == "it" and real.i < self.token.i and "Person" not in self.wanted
            return self._resolved([real]) or None if is_same else None
        mention = self.sentence.mention(real)
        if len(conjoined(real)) > 1 or (real.tag_ == "NNS" and (mention is None or mention.is_item)):
            return None
        found = self._resolved([real])
        if not found and self._may_be_unnamed(real):
            return []
        if found and subject.head.lemma_ in speech()["saying"] and _only_tells(names.entity(found[0])):
            return None
        is_reckoned = subject.head.lemma_ in word_lists()["reckoning_verbs"]
        if found and is_reckoned and names.kind(found[0]) in ("Organisation", "Company"):
            return []  # "Elliptic estimates that it has stolen": who reckons seldom reckons his own deeds
        if found and names.kind(found[0]) == "Person" and "Person" not in self.wanted:
            return self._whom_a_person_speaks_for(real)
        return found if len(found) == 1 and self._fits(found[0]) else None

    def _may_be_unnamed(self, noun: Token) -> bool:
        """Say whether a noun or name that the reader cannot resolve may be what the pronoun means."""
        is_nobody = noun.tag_ == "NNP" and self.sentence.mention(noun) is None
        return is_nobody or noun.lower_ in words_in("body_nouns", "firm_nouns", "vessel_nouns", "bare_state_nouns")

    def _whom_a_person_speaks_for(self, person: Token) -> list[str] | None:
        """Return what a person leads by the words beside the name; who denies for nobody named denies for himself."""
        posts = appositions(person)
        owners = [t for post in posts for t in (*possessors(post), *inside(post, "of", "for"))]
        found = [entity for entity in self._resolved(owners) if self._fits(entity)]
        if len(found) == 1:
            return found
        return [] if person.head.lemma_ in speech()["denying"] else None


def _only_tells(entity: Entity) -> bool:
    """Say whether a body tells what others did: a panel, an agency, "The Washington Post"."""
    record = reference.records().get(entity.id)
    return is_press(entity) if record is None else record.sort in _ONLY_TELLING


def _affected(verb: Token) -> list[Token]:
    """Return what a verb acts on, and to whom: "sold it", "sent rifles to it"."""
    return [*children(verb, "dative"), *objects(verb), *prepositional(verb, "to", through_object=False)]


def _are_alike(one: str, other: str) -> bool:
    """Say whether two verbs (lemmas) tell of the same kind of deed."""
    kinds = (word_lists()["blaming_verbs"], words_in("ditransitive", "arming_verbs"))
    return one == other or any({one, other} <= kind for kind in kinds)


def speaker_above(token: Token) -> Token | None:
    """Return who says that "they" did it, where the clause is what they say: "Turkish officers say that they"."""
    clause = token.head
    if token.dep_ != "nsubj" or clause.dep_ != "ccomp":
        return None
    before = [t for t in children(clause.head, "nsubj") if t.i < token.i and t.pos_ in ("NOUN", "PROPN")]
    many = [t for t in before if t.tag_ in ("NNS", "NNPS") or len(conjoined(t)) > 1]
    return many[0] if many else None


def owners_above(token: Token) -> Token | None:
    """Return the row of names that "their" takes up as subject of its clause: "Chad and Mali deepened their ties"."""
    verb = governing_verb(token) if token.dep_ == "poss" else None
    before = children(verb, "nsubj", "nsubjpass") if verb is not None else []
    rows = (antecedent(t) for t in before if t.i < token.i and token not in t.subtree)
    return next((t for t in rows if len(all_of(t)) > 1), None)


def _sanctions_for(token: Token) -> Token | None:
    """Return the measures for which a pronoun is part of the reason: "the EU's sanctions on Mali over its coup"."""
    nouns = words_in("regime_nouns", "designation_nouns")
    for below, up in pairwise([token, *token.ancestors]):
        if up.pos_ == "VERB":
            return None
        if up.lower_ in nouns and below.dep_ == "prep" and below.lower_ in word_lists()["reason_words"]:
            return up
    return None


def _blaming(token: Token) -> Token | None:
    """Return the verb of blame or penalty for which a pronoun is part of the reason: "after it ...", "for ..."."""
    path = [token, *token.ancestors]
    for below, verb in pairwise(path):
        if verb.pos_ == "VERB" and below.i > verb.i and verb.lemma_ in word_lists()["blaming_verbs"]:
            marks = {child.lower_ for child in children(below, "mark", "prep", "advmod")} | {below.lower_}
            return verb if not marks.isdisjoint(word_lists()["reason_words"]) else None
    return None
