"""Speakers taken up again: "it said", "she added", "the diplomat went on", "one of them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import speech
from ingest.parsing.phrases import children, is_definite, modifiers, prepositional
from ingest.parsing.speech_tails import says

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.passages import Sentence
    from ingest.parsing.speech_tails import Tail
    from ingest.parsing.tokens import Token

_STILL_SPEAKING = 2  # sentences
_HE_OR_SHE = frozenset({"he", "she", "his", "her"})
_PRONOUNS = _HE_OR_SHE | {"it", "its", "they", "their"}
_OFFICIALS = frozenset({"officials", "diplomats", "researchers", "investigators", "officers", "inspectors", "experts"})
_JOINTS = frozenset({":", ";", "and", "but", "yet"})
_PARTS = frozenset({"one", "two", "another", "some", "both", "several", "others"})


def taken_up(token: Token, sentence: Sentence, referents: Referents) -> list[str] | None:
    """Return whoever was named or spoke before, if the word only takes them up: "it", "she", "one of them"."""
    above = (_subject_above(token, sentence) or _subject_before(token, sentence)) if token.lower_ == "it" else None
    if above is not None:
        return referents.resolve(above, sentence, "actor")
    is_saying = any(says(verb) for verb in (token.head, *children(token.head, "xcomp")))  # "it goes on to say"
    is_doing = token.lower_ in ("it", "they") and token.dep_ == "nsubj" and not is_saying
    same = [] if is_doing else same_speaker(token, sentence, referents)
    return same or (referents.history.last_source if _is_one_of_them(token, referents) else None)


def _subject_above(token: Token, sentence: Sentence) -> Token | None:
    """Return what "it" is in "the Treasury designated the firm, which, it says, has bought oil": the subject before.

    In an insert at the end of a sentence "it" is whoever spoke before.
    """
    verb, below = token.head, ("relcl", "advcl", "parataxis")
    at_end = any(tail.verb == verb and _is_last(tail) for tail in sentence.tails)
    if token.dep_ != "nsubj" or verb.pos_ != "VERB" or at_end:
        return None
    if not any(up.dep_ in below for up in (verb, *verb.ancestors)):
        return None
    before = (up for up in verb.ancestors if up.pos_ == "VERB" and up.i < token.i)
    names = (n for up in before for n in children(up, "nsubj") if n.i < token.i and n.pos_ in ("NOUN", "PROPN"))
    return next(names, None)


def _subject_before(token: Token, sentence: Sentence) -> Token | None:
    """Return what "it" is in "Norway has no doubt: in May it said that": the name that is subject of the clause before.

    An insert of speech ("Mali bought rifles, it added") goes on with whoever spoke before.
    """
    verb = token.head
    if token.dep_ != "nsubj" or any(tail.verb == verb for tail in sentence.tails):
        return None
    clauses = [verb.head] if verb.dep_ in ("conj", "parataxis") else children(verb, "ccomp", "parataxis")
    joints = (t for t in sentence.doc[: token.i] if t.text in _JOINTS)
    joint = max((t.i for t in joints), default=0)
    names = (noun for clause in clauses if clause.i < joint for noun in children(clause, "nsubj"))
    return next((noun for noun in names if (m := sentence.mention(noun)) and m.is_noun), None)


def _is_last(tail: Tail) -> bool:
    return tail.end + 1 >= len(tail.verb.doc)


def same_speaker(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whoever spoke last, if the word fits: "she" a person or official, "it" a state or body, "the diplomat"."""
    history = referents.history
    if token.lower_ in _HE_OR_SHE and token.pos_ in ("PRON", "DET"):
        return _same_person(sentence, referents)
    if any(child.lower_ == "same" for child in modifiers(token)):
        return _same_as_before(token, referents)
    word, last = token.lower_, history.last_source
    mention = sentence.mention(token)
    if mention is not None and mention.is_noun:
        return []
    if word in ("it", "its") and (not last or last[0].startswith("person:")):
        return _same_work(sentence, referents)
    if history.number(sentence) - history.last_spoken > _STILL_SPEAKING:
        return []
    if len(last) != 1:
        return last if word == "they" else []
    if word in _PRONOUNS and token.pos_ in ("PRON", "DET"):
        is_person = last[0].startswith("person:")
        return last if not is_person and (word in ("it", "its")) == (history.last_speaker != "officials") else []
    is_bare = not modifiers(token) and not children(token, "prep", "poss")
    is_again = word == history.last_speaker and (last[0].startswith("group:") or is_bare)
    return last if is_again and any(child.lower_ in ("the", "this", "that") for child in token.children) else []


def _same_as_before(token: Token, referents: Referents) -> list[str]:
    """Return the source without a name that the article last called by this noun: "the same official added"."""
    word = token.lower_
    if word not in speech()["source_nouns"]:
        return []
    described = (entity for entity in reversed(referents.names.entities.values()) if entity.kind == "Group")
    return next(([entity.id] for entity in described if word in entity.name.lower().split()), [])


def _same_work(sentence: Sentence, referents: Referents) -> list[str]:
    """Return whose report was spoken of last: "the latest report of the Group is thick. It says that"."""
    history = referents.history
    is_near = history.last_work is not None and history.number(sentence) - history.last_work[1] <= _STILL_SPEAKING
    return history.last_work[0] if history.last_work is not None and is_near else []


def _same_person(sentence: Sentence, referents: Referents) -> list[str]:
    """Return the person who spoke last, or for whom an official spoke: "she added"."""
    history = referents.history
    if history.last_person is None or history.number(sentence) - history.last_person[1] > _STILL_SPEAKING:
        return []
    return [history.last_person[0]]


def _is_one_of_them(token: Token, referents: Referents) -> bool:
    """Say whether one of those speaks who spoke last: "one of them added", "two of the diplomats said"."""
    history = referents.history
    last = history.last_source
    of = [t for t in prepositional(token, "of", through_object=False) if t.i == token.i + 2 or is_definite(t)]
    is_part = token.lower_ in _PARTS or token.pos_ == "NUM"
    is_many = len(last) == 1 and (last[0].startswith("group:") or history.last_speaker in _OFFICIALS)
    return is_part and is_many and any(t.lower_ in ("them", "these", history.last_speaker) for t in of)
