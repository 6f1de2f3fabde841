"""Who speaks: the subject of a verb of saying, "according to X", "citing X", "..., X said"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ingest.asides import aside_of, is_within
from ingest.coreference import Referents
from ingest.passages import Sentence
from ingest.phrases import antecedent, appositions, children, conjoined, modifiers, possessors, prepositional
from ingest.speech_tails import Tail, covering, find_tails
from ingest.syntax import agents, is_passive
from ingest.unnamed_sources import described, is_former
from ingest.wordlists import speech, word_lists

if TYPE_CHECKING:
    from ingest.tokens import Token

UNITED_NATIONS = "org:united-nations"
_BODIES = ("Organisation", "Company", "ArmedGroup")
_SPEAKING_FOR = ("of", "for", "from", "with", "by")
_HE_OR_SHE = frozenset({"he", "she", "his", "her"})
_PRONOUNS = _HE_OR_SHE | {"it", "its", "they", "their"}


def sources(verb: Token, sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    """Return whom the speakers of a verb of saying stand for."""
    speakers = _nearest_subject(verb) or agents(verb) or _of_tail(verb) or _right_beside(verb, sentence)
    return tuple(dict.fromkeys(source for speaker in speakers for source in speaker_of(speaker, sentence, referents)))


def _nearest_subject(verb: Token) -> list[Token]:
    """Return the last subject where the parser saw two: "the state news agency, the party's Commission said"."""
    found = children(verb, "nsubj")
    return conjoined(found[-1]) if len(found) > 1 and not is_passive(verb) else []


def _of_tail(verb: Token) -> list[Token]:
    """Return who speaks in an insert of speech that the parser took apart."""
    return [t for tail in find_tails(verb.doc) if tail.verb == verb for t in conjoined(tail.speaker)]


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
    same = _same_speaker(real, referents)
    if same:
        return same
    if sentence.mention(real) is None and is_former(real):
        return described(real, sentence, referents)
    found = (
        _new_name(real, sentence, referents)
        or _bodies_beside(real, sentence, referents)
        or referents.resolve(token, sentence, "actor")
    )
    if found:
        return found
    named = (sentence.mention(other) for other in appositions(real))
    person = [mention.target for mention in named if mention and mention.target.startswith("person:")][:1]
    return person or described(real, sentence, referents)


def _same_speaker(token: Token, referents: Referents) -> list[str]:
    """Return whoever spoke last, if the word fits: "she" a person or official, "it" a state or body, "the diplomat"."""
    history = referents.history
    if len(history.last_source) != 1:
        return []
    word, last = token.lower_, history.last_source
    if word in _PRONOUNS and token.pos_ in ("PRON", "DET"):
        is_person = last[0].startswith("person:")
        if word in _HE_OR_SHE:
            return last if is_person or history.last_speaker in word_lists()["person_nouns"] else []
        return last if not is_person and (word in ("it", "its")) == (history.last_speaker != "officials") else []
    is_again = last[0].startswith("group:") and word == history.last_speaker
    return last if is_again and any(child.lower_ in ("the", "this", "that") for child in token.children) else []


def _bodies_beside(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the body whose people or work speaks: "Amnesty researchers", "an Interpol report", "a spokesman for"."""
    words = speech()
    if sentence.mention(token) or not {token.lower_, token.lemma_.lower()} & (words["voices"] | words["works"]):
        return []
    near = [*modifiers(token), *possessors(token)]
    if token.lower_ not in words["at_work"]:
        near += prepositional(token, *_SPEAKING_FOR, through_object=False)
    named = (m.target for other in near if (m := sentence.mention(other)) and m.is_noun and m.target != UNITED_NATIONS)
    return [entity for entity in named if referents.names.kind(entity) in _BODIES][:1]


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
    """Yield whose work it is in "a report published last week by the Sentry"."""
    for verb in children(token, "acl", "relcl"):
        if is_passive(verb):
            yield from agents(verb)


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
    tail, aside = covering(trigger, sentence.doc), aside_of(trigger)
    if aside is not None and (tail is None or not _reaches(tail, aside)):
        return None
    if tail is not None:
        return tail.verb, _all(conjoined(tail.speaker), sentence, referents)
    for token in sentence.doc[trigger.i + 1 :]:
        if token.pos_ == "VERB" and token.lemma_ in speech()["saying_behind"] and _is_beside(token):
            speakers = children(token, "nsubj")
            if speakers:
                return token, _all(speakers, sentence, referents)
    return None


def only_speaking(sentence: Sentence) -> dict[str, int]:
    """Return whom a sentence names only to say who speaks, with where: what is told before that is not theirs."""
    spoken = {i: tail.start for tail in find_tails(sentence.doc) for i in range(tail.start, tail.end)}
    named = [(i, piece.mention.target) for i, piece in enumerate(sentence.pieces) if piece.mention]
    elsewhere = {target for i, target in named if i not in spoken}
    return {target: spoken[i] for i, target in named if i in spoken and target not in elsewhere}


def names_speaker(token: Token) -> bool:
    """Say whether a noun tells who speaks, though the parser took it to rename another: "to Sudan, a member said"."""
    if token.dep_ != "appos":
        return False
    return any(tail.speaker == token and token.head.i < tail.start for tail in find_tails(token.doc))


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
    return all(child.i <= verb.i for child in children(verb, "ccomp"))


def _is_after_comma(token: Token) -> bool:
    start = min(child.i for child in token.subtree)
    return any(token.doc[i].text == "," for i in range(max(0, start - 2), start + 1))


def remember_speakers(sentence: Sentence, referents: Referents) -> None:
    """Note who spoke in a sentence, so that "it added" means them in the next."""
    history, doc = referents.history, sentence.doc
    said = [t for verb in doc if verb.pos_ == "VERB" and verb.lemma_ in speech()["saying"] for t in agents(verb)]
    behind = [tail.speaker for tail in find_tails(doc)]
    cited = [e for t in doc if t.lower_ == "according" for e in cited_after(t, sentence, referents)]
    for token in (*said, *behind):
        found = speaker_of(token, sentence, referents) if token.pos_ != "PRON" else []
        if found:
            history.last_source, history.last_speaker = found, token.lower_
    if cited:
        history.last_source, history.last_speaker = cited, ""
