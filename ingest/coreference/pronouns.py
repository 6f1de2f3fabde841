"""What pronouns stand for: "it", "its", "they", "she"; nothing where it is not plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coreference.agreement import unfit
from ingest.coreference.antecedents import Antecedents
from ingest.coreference.binding import Bound, owners_above, speaker_above
from ingest.coreference.first_person import resolve_we
from ingest.lexicon.wordlists import words_in
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, conjoined

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

SINGULAR = frozenset({"it", "its", "itself"})
PERSONAL = frozenset({"he", "she", "him", "his", "her", "hers"})
PLURAL = frozenset({"they", "them", "their", "both"})
PRONOUNS = SINGULAR | PERSONAL | PLURAL | {"we"}
_ACTORS = ("State", "Organisation", "Company", "ArmedGroup", "Vessel")
_OWNERS = frozenset({"State", "Organisation", "Company", "ArmedGroup", "Group"})
_PERSONS = frozenset({"Person"})
# How far back, in sentences, somebody may have been named.
_REACH = 2


def is_pronoun(token: Token) -> bool:
    """Say whether a token is a pronoun that refers back."""
    return token.lower_ in PRONOUNS and token.pos_ in ("PRON", "DET")


def resolve_pronoun(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the entities that a pronoun stands for."""
    if token.lower_ == "we":
        return resolve_we(token, sentence, referents)
    if token.lower_ in PLURAL:
        return _plural(token, sentence, referents)
    if token.dep_ == "poss" and token.head.dep_ == "appos":
        return []
    return _personal(token, sentence, referents) if token.lower_ in PERSONAL else _singular(token, sentence, referents)


def _plural(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    before, speaker = referents.before(token, sentence), speaker_above(token) or owners_above(token)
    if speaker is not None:
        return [e for t in conjoined(speaker) for e in referents.resolve(t, sentence, "actor", 3)]
    if token.lower_ != "both" and _means_people(token, sentence, referents):
        return []
    return (before.group_of(2) or before.two_just_before() if token.lower_ == "both" else []) or before.plural()


def _means_people(token: Token, sentence: Sentence, referents: Referents) -> bool:
    """Say whether "they" are people of whom the sentence spoke, but whom nobody can name: "The generals"."""
    many = (t for t in reversed(sentence.doc[: token.i]) if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ == "NNS")
    last = next((t for t in many if sentence.mention(t) is None and t.pos_ == "NOUN"), None)
    if last is None or last.lower_ not in words_in("person_nouns", "officers_and_men"):
        return False
    return not referents.resolve(last, sentence, "actor", 3) and not referents.group(last, sentence)


def _personal(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    bound = Bound(token, sentence, referents, _PERSONS, set())
    found = bound.by_blame()
    found = bound.by_advocate() if found is None else found
    if found is None and token.dep_ == "poss":
        found = bound.by_clauses()
    if found is not None:
        return found
    before = referents.before(token, sentence)
    speaker = referents.history.last_person
    if speaker is not None and referents.is_quoted(sentence.span(token)[0]):
        others = {e for e in before.entities(reach=3) if e.startswith("person:")} - {speaker[0]}
        return list(others) if len(others) == 1 else []  # nobody speaks of himself as "he"
    return before.latest(tuple(_PERSONS), reach=3) or _ship(token, before)


def _follows_people(token: Token) -> bool:
    """Say whether the last subject before "its" are people, who have none: "Officers armed the FDLR, and its men"."""
    subjects = [t for t in token.doc[: token.i] if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ in ("NOUN", "PROPN")]
    return token.dep_ == "poss" and bool(subjects) and subjects[-1].tag_ == "NNS"


def _ship(token: Token, before: Antecedents) -> list[str]:
    """Return the ship that is "she", where no woman or man was named."""
    return before.latest(("Vessel",), _REACH) if token.lower_ in ("she", "her") else []


def _singular(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    if token.dep_ == "dobj" and any(t.lower_ == "it" for t in children(token.head, "nsubj")):
        return []  # "whether it supports it"
    before = referents.before(token, sentence)
    barred = unfit(token, sentence, before.entities(_REACH), referents)
    bound = Bound(token, sentence, referents, _OWNERS, barred)
    rules = (
        bound.by_listing, bound.by_blame, bound.by_use, bound.by_what_follows, bound.by_likeness, bound.by_clauses,
        bound.by_topic,
    )  # fmt: skip
    found = next((answer for rule in rules if (answer := rule()) is not None), None)
    if found is not None:
        return found
    here = before.only_here(_ACTORS, barred)
    is_of_this_sentence = token.dep_ in ("dobj", "dative") or _follows_people(token)
    return (here if is_of_this_sentence else []) or before.latest(_ACTORS, _REACH, other_than=barred) or here
