"""Who speaks: whom the subject of a verb of saying, or what is cited, stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coreference import Referents
from ingest.passages import Sentence
from ingest.phrases import (
    antecedent,
    appositions,
    children,
    conjoined,
    is_definite,
    modifiers,
    possessors,
    prepositional,
)
from ingest.speech_tails import Tail
from ingest.syntax import agents, is_passive
from ingest.unnamed_sources import described, is_former
from ingest.wordlists import speech, word_lists

if TYPE_CHECKING:
    from ingest.tokens import Token

UNITED_NATIONS = "org:united-nations"
_BODIES = ("Organisation", "Company", "ArmedGroup")
_SPEAKING_FOR = ("of", "for", "from", "with", "by")
_STILL_SPEAKING = 2  # sentences
_HE_OR_SHE = frozenset({"he", "she", "his", "her"})
# What may stand before "officials" who sit in their own capital.
_OF_A_STATE = frozenset({"senior", "top", "government", "defence", "defense", "military", "security", "intelligence"})
_OFFICIALS = frozenset({"officials", "diplomats", "researchers", "investigators", "officers", "inspectors", "experts"})
_PARTS = frozenset({"one", "two", "another", "some", "both", "several", "others"})
_PRONOUNS = _HE_OR_SHE | {"it", "its", "they", "their"}


def sources(verb: Token, sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    """Return whom the speakers of a verb of saying stand for."""
    speakers = _nearest_subject(verb) or agents(verb) or _of_tail(verb, sentence) or _right_beside(verb, sentence)
    return tuple(dict.fromkeys(source for speaker in speakers for source in speaker_of(speaker, sentence, referents)))


def _nearest_subject(verb: Token) -> list[Token]:
    """Return the last subject where the parser saw two: "the state news agency, the party's Commission said"."""
    found = children(verb, "nsubj")
    return conjoined(found[-1]) if len(found) > 1 and not is_passive(verb) else []


def _of_tail(verb: Token, sentence: Sentence) -> list[Token]:
    """Return who speaks in an insert of speech that the parser took apart."""
    return [t for tail in sentence.tails if tail.verb == verb for t in conjoined(tail.speaker)]


def _right_beside(verb: Token, sentence: Sentence) -> list[Token]:
    """Return the name right before or behind a verb where the parser saw no subject: "..., said Linda Thomas"."""
    if is_passive(verb):
        return []
    doc, before = verb.doc, verb.i - 1
    if before > 0 and doc[before].text == ",":
        before -= 1
    beside = [doc[before]] if before >= 0 else []
    if verb.i + 1 < len(doc) and verb.lemma_ in speech()["saying_behind"]:
        beside.insert(0, doc[verb.i + 1])
    named = ((token, sentence.mention(token)) for token in beside)
    return [token for token, mention in named if mention and mention.is_noun][:1]


def speaker_of(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom the subject of a verb of saying stands for: an official for the state, the report for its author.

    An unnamed source stands as the article describes it.
    """
    real = antecedent(token)
    again = _again(real, sentence, referents)
    if again is not None:
        return again
    if sentence.mention(real) is None and is_former(real):
        return described(real, sentence, referents)
    if real.lower_ == "intelligence" and modifiers(real):  # "Dutch military intelligence" is no state
        return described(real, sentence, referents)
    spokesman = _named_spokesman(real, sentence)
    if spokesman:
        return spokesman
    writer = _writer_in(real)
    if writer is not None:
        return list(sources(writer, sentence, referents))
    found = (
        _new_name(real, sentence, referents)
        or _bodies_beside(real, sentence, referents)
        or referents.resolve(token, sentence, "actor")
    )
    if found:
        return found
    named = (sentence.mention(other) for other in appositions(real))
    person = [mention.target for mention in named if mention and mention.target.startswith("person:")][:1]
    state = referents.state_of(real, sentence) if real.lower_ in word_lists()["state_nouns"] else None
    state = state or _government_in(real, sentence)
    if state and not person:
        return [state]
    if not person and real.lower_ in ("authors", "author") and is_definite(real):
        return referents.history.last_source or referents.history.report_author(sentence.span(real)[0])
    return person or described(real, sentence, referents)


def _again(token: Token, sentence: Sentence, referents: Referents) -> list[str] | None:
    """Return whoever was named or spoke before, if the word only takes them up: "it", "she", "one of them"."""
    above = _subject_above(token, sentence) if token.lower_ == "it" else None
    if above is not None:
        return referents.resolve(above, sentence, "actor")
    same = _same_speaker(token, sentence, referents)
    return same or (referents.history.last_source if _is_one_of_them(token, referents) else None)


def _government_in(token: Token, sentence: Sentence) -> str | None:
    """Return the state of "an official in Seoul"; a foreign one may sit anywhere."""
    is_plain = token.lemma_ == "official" and all(t.lower_ in _OF_A_STATE for t in modifiers(token) if t.pos_ != "NUM")
    near = [sentence.mention(t) for t in prepositional(token, "in", through_object=False)] if is_plain else []
    return next((m.target for m in near if m and m.role == "capital"), None)


def _named_spokesman(token: Token, sentence: Sentence) -> list[str]:
    """Return the person in "the ministry's spokesman, Esmail Baghaei, said"."""
    if sentence.mention(token) or not {token.lower_, token.lemma_.lower()} & speech()["voices"]:
        return []
    named = (sentence.mention(other) for other in appositions(token))
    return [m.target for m in named if m and m.is_noun and m.target.startswith("person:")][:1]


def _writer_in(token: Token) -> Token | None:
    """Return the verb of "the experts concluded in a report that accuses Iran": the report speaks for them."""
    is_work = token.dep_ == "pobj" and token.head.lower_ == "in" and token.lemma_.lower() in speech()["works"]
    verb = token.head.head if is_work else token
    return verb if verb.pos_ == "VERB" and verb.lemma_ in speech()["saying"] else None


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


def _is_last(tail: Tail) -> bool:
    return tail.end + 1 >= len(tail.verb.doc)


def _same_speaker(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whoever spoke last, if the word fits: "she" a person or official, "it" a state or body, "the diplomat"."""
    history = referents.history
    if token.lower_ in _HE_OR_SHE and token.pos_ in ("PRON", "DET"):
        return _same_person(sentence, referents)
    if len(history.last_source) != 1 or history.number(sentence) - history.last_spoken > _STILL_SPEAKING:
        return []
    word, last = token.lower_, history.last_source
    if word in _PRONOUNS and token.pos_ in ("PRON", "DET"):
        is_person = last[0].startswith("person:")
        return last if not is_person and (word in ("it", "its")) == (history.last_speaker != "officials") else []
    is_bare = not modifiers(token) and not children(token, "prep", "poss")
    is_again = word == history.last_speaker and (last[0].startswith("group:") or is_bare)
    return last if is_again and any(child.lower_ in ("the", "this", "that") for child in token.children) else []


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


def _bodies_beside(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the body whose people or work speaks: "Amnesty researchers", "an Interpol report", "a spokesman for"."""
    words = speech()
    if sentence.mention(token) or not {token.lower_, token.lemma_.lower()} & (words["voices"] | words["works"]):
        return []
    near = [*modifiers(token), *possessors(token)]
    if token.lower_ not in words["at_work"]:
        near += prepositional(token, *_SPEAKING_FOR, through_object=False)
    named = (m.target for other in near if (m := sentence.mention(other)) and m.is_noun and m.target != UNITED_NATIONS)
    found = [entity for entity in named if referents.names.kind(entity) in _BODIES][:1]
    return found or _owner_of_work(token, sentence, referents)


def _owner_of_work(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whose records speak: "its own records show that"."""
    is_work = {token.lower_, token.lemma_.lower()} & speech()["works"]
    owners = [t for t in possessors(token) if t.lower_ in ("its", "their")] if is_work else []
    found = [e for t in owners for e in referents.resolve(t, sentence, "actor", 3)]
    return found if len(found) == 1 and not found[0].startswith("vessel:") else []


def _new_name(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the body that only this source names: "according to the campaign group Justice For Myanmar"."""
    at, doc = token.i + 1, sentence.doc
    if token.lower_ not in word_lists()["introducers"] and token.lower_ not in word_lists()["body_nouns"]:
        return []
    last = at
    while last < len(doc) and (doc[last].text[0].isupper() and doc[last].text.isalpha()):
        last += 1
    if last == at or doc[at].pos_ != "PROPN":
        return []
    start, end = sentence.pieces[at].start, sentence.pieces[last - 1].end
    return [referents.names.mint("Organisation", "org", " ".join(referents.text[start:end].split()))]
