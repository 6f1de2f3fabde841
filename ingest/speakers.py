"""Who speaks: the subject of a verb of saying, "according to X", "citing X", "..., X said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coreference import Referents
from ingest.passages import Sentence
from ingest.phrases import antecedent, appositions, children, conjoined, possessors, prepositional
from ingest.syntax import agents
from ingest.wordlists import speech

if TYPE_CHECKING:
    from ingest.tokens import Token


def sources(verb: Token, sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    """Return whom the speakers of a verb of saying stand for."""
    speakers = agents(verb) or _right_behind(verb, sentence)
    return tuple(dict.fromkeys(source for speaker in speakers for source in speaker_of(speaker, sentence, referents)))


def _right_behind(verb: Token, sentence: Sentence) -> list[Token]:
    """Return the name right behind a verb where the parser saw no subject: "..., said Linda Thomas"."""
    if verb.i + 1 >= len(verb.doc):
        return []
    following = verb.doc[verb.i + 1]
    mention = sentence.mention(following)
    return [following] if mention and mention.is_entity and mention.role != "adjective" else []


def speaker_of(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom the subject of a verb of saying stands for: an official for the state, the report for its author."""
    real = antecedent(token)
    if real.pos_ == "PRON" and real.lower_ in ("it", "he", "she"):
        same = _same_speaker(real.lower_, referents.history.last_source)
        if same:
            return same
    found = referents.resolve(token, sentence, "actor")
    if found:
        return found
    named = (sentence.mention(other) for other in appositions(real))
    return [mention.target for mention in named if mention and mention.target.startswith("person:")][:1]


def _same_speaker(pronoun: str, last: list[str]) -> list[str]:
    """Return whoever spoke last, if the pronoun fits: "she" a person, "it" a state or body."""
    if len(last) != 1:
        return []
    return last if last[0].startswith("person:") == (pronoun != "it") else []


def cited(trigger: Token, sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    """Return whom "according to X", "citing X", "by X's account" names, where it belongs to the trigger's clause."""
    found: list[str] = []
    for token in sentence.doc:
        if token.lower_ not in ("according", "citing", "account") or not _same_clause(token, trigger):
            continue
        if token.lower_ == "according":
            found += cited_after(token, sentence, referents)
        elif token.lower_ == "citing":
            found += [e for obj in children(token, "dobj") for e in _author_of(obj, sentence, referents)]
        elif token.dep_ == "pobj" and token.head.lower_ in ("by", "in"):
            found += [e for owner in possessors(token) for e in speaker_of(owner, sentence, referents)]
    return tuple(dict.fromkeys(found))


def _author_of(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom "citing a report by X" cites."""
    behind = prepositional(token, "from", "by", "of", through_object=False)
    own = speaker_of(token, sentence, referents)
    return own or [e for other in behind for e in speaker_of(other, sentence, referents)]


def cited_after(according: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom "according to" names."""
    to = [prep for prep in according.children if prep.lower_ == "to"]
    named = [token for prep in to for pobj in children(prep, "pobj") for token in conjoined(pobj)]
    return [source for token in named for source in speaker_of(token, sentence, referents)]


def _same_clause(marker: Token, trigger: Token) -> bool:
    """Say whether a source given beside a clause is the trigger's too: its verb governs the trigger or the reverse."""
    top = marker
    while top.head != top and top.pos_ not in ("VERB", "AUX"):
        top = top.head
    if top == marker:
        top = marker.head
    if top.head == top or top == trigger or top in trigger.ancestors:
        return True
    return trigger in top.ancestors and top.dep_ == "conj"


def said_behind(trigger: Token, sentence: Sentence, referents: Referents) -> tuple[str, tuple[str, ...]] | None:
    """Return the verb of saying that the parser hung below or beside a clause, with who speaks: "X did it, Y said"."""
    for token in sentence.doc[trigger.i + 1 :]:
        if token.pos_ == "VERB" and token.lemma_ in speech()["saying_behind"] and _is_beside(token):
            speakers = children(token, "nsubj")
            if speakers:
                named = dict.fromkeys(e for t in speakers for e in speaker_of(t, sentence, referents))
                return token.lower_, tuple(named)
    return None


def _is_beside(verb: Token) -> bool:
    """Say whether a verb of saying reports the clause before it, not one of its own."""
    is_root = verb.head == verb
    if verb.dep_ not in ("ROOT", "parataxis", "advcl", "conj", "ccomp", "dep"):
        return False
    if verb.dep_ not in ("ROOT", "parataxis") and not _is_after_comma(verb):
        return False
    if not is_root and children(verb, "ccomp", "dobj"):
        return False
    return all(child.i <= verb.i for child in children(verb, "ccomp"))


def _is_after_comma(token: Token) -> bool:
    start = min(child.i for child in token.subtree)
    return any(token.doc[i].text == "," for i in range(max(0, start - 2), start + 1))
