"""Sources given beside what they say: "according to X", "citing X", "by X's account", "..., X said"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ingest.asides import aside_of, is_within
from ingest.coreference import Referents
from ingest.passages import Sentence
from ingest.phrases import children, conjoined, possessors, prepositional
from ingest.speakers import speaker_of
from ingest.speech_tails import Tail, covering
from ingest.syntax import agents, is_passive
from ingest.wordlists import speech, word_lists

if TYPE_CHECKING:
    from ingest.tokens import Token

_HANDING = frozenset({"hand", "send", "share", "deliver", "leak", "pass", "show"})
_WHEN = frozenset({"after", "before", "when", "while", "since", "until", "once", "if", "because", "although", "though"})


def cited(trigger: Token, sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    """Return whom "according to X", "citing X", "by X's account" names, where it belongs to the trigger's clause."""
    found: list[str] = []
    for token in sentence.doc:
        if token.lower_ not in ("according", "citing", "account", "accounts") or not _same_clause(token, trigger):
            continue
        if token.lower_ == "according":
            found += cited_after(token, sentence, referents)
        elif token.lower_ == "citing":
            found += [
                e for obj in children(token, "dobj") for t in conjoined(obj) for e in _author_of(t, sentence, referents)
            ]
        elif token.dep_ == "pobj" and token.head.lower_ in ("by", "in"):
            found += [e for owner in possessors(token) for e in speaker_of(owner, sentence, referents)]
    return tuple(dict.fromkeys(found))


def _author_of(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom "citing a report by X" cites."""
    behind = [*prepositional(token, "from", "by", "of", through_object=False), *_makers(token)]
    mention = sentence.mention(token)
    is_work = (mention is None or mention.is_item) and token.lower_ not in speech()["source_nouns"]
    theirs = [e for other in behind for e in speaker_of(other, sentence, referents)] if is_work else []
    return theirs or speaker_of(token, sentence, referents)


def _makers(token: Token) -> Iterator[Token]:
    """Yield whose work it is: "a report published last week by the Sentry", "a file that Mali has handed over"."""
    for verb in children(token, "acl", "relcl"):
        if is_passive(verb) and verb.lemma_ in speech()["publishing"]:
            yield from agents(verb)
        elif verb.lemma_ in speech()["publishing"] | _HANDING:
            yield from (t for t in children(verb, "nsubj") if t.pos_ in ("NOUN", "PROPN"))


def cited_after(according: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom "according to" names."""
    to = [prep for prep in according.children if prep.lower_ == "to"]
    named = [token for prep in to for pobj in children(prep, "pobj") for token in conjoined(pobj)]
    found = [source for token in named for source in _author_of(token, sentence, referents)]
    return found or _named_behind(according, sentence)


def _named_behind(according: Token, sentence: Sentence) -> list[str]:
    """Return the name in "according to the campaign group Justice Now", where the parser hung it elsewhere."""
    for token in sentence.doc[according.i + 2 : according.i + 7]:
        mention = sentence.mention(token)
        if mention is not None or not token.text.islower():
            return [mention.target] if mention is not None and mention.is_noun else []
    return []


def _same_clause(marker: Token, trigger: Token) -> bool:
    """Say whether a source given beside a clause is the trigger's too: its verb governs the trigger or the reverse."""
    top = marker
    while top.head != top and top.pos_ not in ("VERB", "AUX"):
        top = top.head
    if top == marker:
        top = marker.head
    aside = aside_of(trigger)
    if aside is not None and not is_within(marker, aside) and not _is_next_to(marker, aside):
        return False
    if top.head == top or top == trigger or top in trigger.ancestors:
        return True
    return trigger in top.ancestors and top.dep_ == "conj"


def _is_next_to(marker: Token, aside: Token) -> bool:
    """Say whether a source stands right behind an aside: "..., which it bought in 2019, according to X"."""
    return 0 < marker.i - max(t.i for t in aside.subtree) <= 2


def said_behind(trigger: Token, sentence: Sentence, referents: Referents) -> tuple[Token, tuple[str, ...]] | None:
    """Return the verb of an insert of speech that reports the clause of `trigger`, with who speaks: "..., Y said"."""
    tail, aside = covering(trigger, sentence), aside_of(trigger)
    if aside is not None and (tail is None or not _reaches(tail, aside)):
        return None
    if tail is not None:
        return tail.verb, _all(conjoined(tail.speaker), sentence, referents)
    elsewhere = [opening.verb for opening in sentence.tails if opening.is_opening]
    for token in sentence.doc[trigger.i + 1 :]:
        if token in elsewhere:
            continue
        if token.pos_ == "VERB" and token.lemma_ in speech()["saying_behind"] and _is_beside(token):
            speakers = children(token, "nsubj")
            if speakers:
                return token, _all(speakers, sentence, referents)
    return None


def only_speaking(sentence: Sentence) -> dict[str, int]:
    """Return whom a sentence names only to say who speaks, with where: what is told before that is not theirs."""
    spoken = {i: tail.start for tail in sentence.tails for i in range(tail.start, tail.end)}
    named = [(i, piece.mention.target) for i, piece in enumerate(sentence.pieces) if piece.mention]
    elsewhere = {target for i, target in named if i not in spoken}
    return {target: spoken[i] for i, target in named if i in spoken and target not in elsewhere}


def names_speaker(token: Token, sentence: Sentence) -> bool:
    """Say whether a noun tells who speaks, though the parser took it to rename another: "to Sudan, a member said"."""
    if token.dep_ != "appos":
        return False
    return any(tail.speaker == token and token.head.i < tail.start for tail in sentence.tails)


def _reaches(tail: Tail, aside: Token) -> bool:
    """Say whether an insert of speech stands in an aside or right behind it."""
    return is_within(tail.verb, aside) or _is_next_to(tail.verb.doc[tail.start], aside)


def _all(speakers: Iterable[Token], sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e for token in speakers for e in speaker_of(token, sentence, referents)))


def _is_beside(verb: Token) -> bool:
    """Say whether a verb of saying reports the clause before it, not one of its own."""
    is_root = verb.head == verb
    if verb.dep_ not in ("ROOT", "parataxis", "advcl", "conj", "ccomp", "dep"):
        return False
    if verb.dep_ not in ("ROOT", "parataxis") and not _is_after_comma(verb):
        return False
    if not is_root and children(verb, "ccomp", "dobj"):
        return False
    if any(child.lower_ in _WHEN for child in children(verb, "mark", "advmod")):  # "a year after they announced it"
        return False
    return all(child.i <= verb.i for child in children(verb, "ccomp"))


def _is_after_comma(token: Token) -> bool:
    start = min(child.i for child in token.subtree)
    return any(token.doc[i].text == "," for i in range(max(0, start - 2), start + 1))


def remember_speakers(sentence: Sentence, referents: Referents) -> None:
    """Note who spoke in a sentence, so that "it added" means them in the next."""
    doc = sentence.doc
    said = [agents(verb) for verb in doc if verb.pos_ == "VERB" and verb.lemma_ in speech()["saying"]]
    denied = [agents(verb) for verb in doc if verb.pos_ == "VERB" and verb.lemma_ in speech()["denying"]]
    behind = [conjoined(tail.speaker) for tail in sentence.tails]
    for speakers in denied:
        named = [token for token in speakers if token.lower_ in word_lists()["person_nouns"]]
        found = _all(named, sentence, referents)
        if found:
            _note(list(found), named[0].lower_, sentence, referents)
    for speakers in (*said, *behind):
        named = [token for token in speakers if token.pos_ != "PRON"]
        found = _all(named, sentence, referents)
        if found:
            _note(list(found), named[0].lower_, sentence, referents)
    cited = [e for t in doc if t.lower_ == "according" for e in cited_after(t, sentence, referents)]
    if cited:
        _note(cited, "", sentence, referents)


def _note(found: list[str], noun: str, sentence: Sentence, referents: Referents) -> None:
    history = referents.history
    history.last_source, history.last_speaker = found, noun
    history.last_spoken = history.number(sentence)
    if len(found) == 1 and (found[0].startswith("person:") or noun in word_lists()["person_nouns"]):
        history.last_person = found[0], history.last_spoken
