"""What pronouns stand for: "it", "its", "they", "she"; nothing where it is not plain."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.passages import Sentence
from ingest.phrases import antecedent, children, conjoined, possessors, prepositional
from ingest.syntax import governing_verb, objects, subjects
from ingest.wordlists import word_lists

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.tokens import Token

SINGULAR = frozenset({"it", "its", "itself"})
PERSONAL = frozenset({"he", "she", "him", "his", "her", "hers"})
PLURAL = frozenset({"they", "them", "their", "both"})
PRONOUNS = SINGULAR | PERSONAL | PLURAL
_ACTORS = ("State", "Organisation", "Company", "ArmedGroup", "Vessel")
_OWNERS = frozenset({"State", "Organisation", "Company", "ArmedGroup", "Group"})


def is_pronoun(token: Token) -> bool:
    """Say whether a token is a pronoun that refers back."""
    return token.lower_ in PRONOUNS and token.pos_ in ("PRON", "DET")


def resolve_pronoun(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the entities that a pronoun stands for."""
    before = referents.before(token, sentence)
    speaker = _speaker_above(token)
    if speaker is not None and (token.lower_ in PLURAL or _is_unknown(speaker, sentence)):
        return [e for t in conjoined(speaker) for e in referents.resolve(t, sentence, "actor", 3)]
    if token.lower_ in PLURAL:
        return (before.group_of(2) if token.lower_ == "both" else []) or before.plural()
    if token.dep_ == "poss" and token.head.dep_ == "appos":
        return []
    blamed = _blamed(token, sentence, referents)
    if blamed:
        return blamed
    ahead = _cataphor(token, sentence) if token.lower_ in SINGULAR else []
    found = ahead or _clause_subject(token, sentence, referents)
    if found:
        return found
    if token.lower_ in PERSONAL:
        return before.latest(("Person",), reach=3)
    alike = _acted_on_alike(token, sentence, referents)
    if alike:
        return alike
    mates = _clause_mates(token, sentence)
    here = before.only_here(_ACTORS, mates) if token.dep_ in ("dobj", "dative") else []
    return here or before.latest(_ACTORS, other_than=mates)


def _speaker_above(token: Token) -> Token | None:
    """Return who says that "they" did it, where the clause is what they say: "Turkish officers say that they"."""
    clause = token.head
    if token.dep_ != "nsubj" or clause.dep_ != "ccomp":
        return None
    before = [t for t in children(clause.head, "nsubj") if t.i < token.i and t.pos_ in ("NOUN", "PROPN")]
    is_alike = [t for t in before if (t.tag_ in ("NNS", "NNPS")) == (token.lower_ in PLURAL) or len(conjoined(t)) > 1]
    return is_alike[0] if is_alike else None


def _is_unknown(speaker: Token, sentence: Sentence) -> bool:
    """Say whether a speaker has a name that is nobody's: "it" means that one, and no other."""
    return speaker.tag_ == "NNP" and sentence.mention(speaker) is None


def _clause_subject(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Take "its" in a clause for its subject: "Russia, which since its invasion ...", "Iran said its drones"."""
    if token.dep_ != "poss" or token.head.dep_ == "appos":
        return []
    owner = _owner_before(token)
    if owner is None or owner.pos_ == "PRON":
        return []
    found = [e for each in conjoined(owner) for e in referents.resolve(each, sentence, "actor", 3)]
    kinds = {referents.names.kind(entity) for entity in found}
    wanted = {"Person"} if token.lower_ in PERSONAL else _OWNERS
    return list(dict.fromkeys(found)) if kinds <= wanted and len(found) == 1 else []


def _blamed(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Take the pronoun of a reason for whom it speaks against: "sanctioned the firm after it sold", "for its tests"."""
    path = [token, *token.ancestors]
    for below, verb in pairwise(path):
        if verb.pos_ != "VERB" or below.i < verb.i or verb.lemma_ not in word_lists()["blaming_verbs"]:
            continue
        if not _is_reason(below):
            return []
        struck = [*objects(verb), *prepositional(verb, "on", "against", "of")]
        plain = (t for t in struck if t != token and not is_pronoun(t))
        found = [e for t in plain for e in referents.resolve(t, sentence, "actor", 3)]
        wanted = {"Person"} if token.lower_ in PERSONAL else _OWNERS
        fitting = list(dict.fromkeys(e for e in found if referents.names.kind(e) in wanted))
        return fitting if len(fitting) == 1 else []
    return []


def _acted_on_alike(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Take an object for that of the like deed it is coordinated with: "the EU listed it, and the US designated it"."""
    verb, blaming = token.head, word_lists()["blaming_verbs"]
    if token.dep_ != "dobj" or verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return []
    if verb.lemma_ != verb.head.lemma_ and not {verb.lemma_, verb.head.lemma_} <= blaming:
        return []
    found = [e for t in objects(verb.head) for e in referents.resolve(t, sentence, "actor", 3)]
    return found if len(found) == 1 else []


def _is_reason(clause: Token) -> bool:
    """Say whether a clause or phrase below a verb gives the reason: "after it ...", "for ...", "saying that"."""
    marks = {child.lower_ for child in children(clause, "mark", "prep", "advmod")} | {clause.lower_}
    return not marks.isdisjoint(word_lists()["reason_words"])


def _owner_before(token: Token) -> Token | None:
    """Return the owner of a noun above a pronoun, or else the nearest subject before it, clause by clause."""
    nouns = (up for up in token.ancestors if up.pos_ == "NOUN")
    owner = next((p for noun in nouns for p in possessors(noun) if p.i < token.i), None)
    verb = governing_verb(token)
    while owner is None and verb is not None:
        before = (c for c in children(verb, "nsubj", "nsubjpass") if c.i < token.i and token not in c.subtree)
        subject = next(before, None)
        if subject is not None:
            return antecedent(subject)
        if verb.dep_ not in ("xcomp", "advcl", "conj", "pcomp", "ccomp", "acl") or verb.head == verb:
            return None
        verb = governing_verb(verb)
    return owner


def _clause_mates(token: Token, sentence: Sentence) -> set[str]:
    """Return what a pronoun cannot mean: the other parties of its own verb, as far as they stand beside it."""
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "dative"):
        return set()
    beside = [antecedent(child) for child in token.head.children if child != token]
    if token.dep_ in ("dobj", "dative"):  # "The army used it and armed it": the army does not arm itself
        beside += subjects(token.head)
    others = (sentence.mention(other) for other in beside)
    return {mention.target for mention in others if mention and mention.is_entity}


def _cataphor(token: Token, sentence: Sentence) -> list[str]:
    """Resolve the pronoun of a clause in front of its subject: "Since it began shipping shells, North Korea has"."""
    clause = governing_verb(token)
    while clause is not None and clause.dep_ in ("xcomp", "ccomp", "conj"):
        clause = clause.head if clause.head != clause else None
    if clause is None or clause.dep_ != "advcl" or clause.i > clause.head.i:
        return []
    ahead = (sentence.mention(c) for c in children(clause.head, "nsubj", "nsubjpass") if c.i > token.i)
    return [mention.target for mention in ahead if mention and mention.is_entity][:1]
