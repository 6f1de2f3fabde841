"""What pronouns stand for: "it", "its", "they", "she"; nothing where it is not plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.passages import Sentence
from ingest.phrases import antecedent, children, conjoined, possessors, prepositional
from ingest.syntax import governing_verb, objects

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
    if token.lower_ in PLURAL:
        return (before.group_of(2) if token.lower_ == "both" else []) or before.plural()
    if token.dep_ == "poss" and token.head.dep_ == "appos":
        return []
    struck = _struck(token, sentence, referents)
    if struck:
        return struck
    ahead = _cataphor(token, sentence) if token.lower_ in SINGULAR else []
    found = ahead or _clause_subject(token, sentence, referents)
    if found:
        return found
    if token.lower_ in PERSONAL:
        return before.latest(("Person",), reach=3)
    return before.latest(_ACTORS, other_than=_clause_mates(token, sentence))


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


def _struck(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Take "its" in "sanctioned Russia since its invasion of" for whom the sanctions are on."""
    noun = token.head
    if token.dep_ != "poss" or noun.lemma_ not in ("invasion", "attack", "war", "aggression", "annexation", "test"):
        return []
    verb = governing_verb(token)
    if noun.head.lower_ not in ("since", "after", "over", "for") or verb is None or verb.lemma_ not in _PUNISHING:
        return []
    struck = [*objects(verb), *prepositional(verb, "on", "against")]
    return [e for t in struck for e in referents.resolve(t, sentence, "actor", 3) if e.startswith("state:")][:1]


_PUNISHING = frozenset(
    ("sanction", "impose", "punish", "condemn", "blacklist", "isolate", "penalise", "penalize", "hit", "ban")
)


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
    """Return what a subject pronoun cannot mean: the other parties of its own verb."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return set()
    others = (sentence.mention(child) for child in token.head.children if child != token)
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
