"""Sources given beside what they say: "according to X", "citing X", "by X's account", "..., X said"."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.attribution.speakers import all_of, speaker_of
from ingest.attribution.works import authors
from ingest.coreference import Referents
from ingest.lexicon.wordlists import speech
from ingest.parsing.asides import aside_of, is_by_the_way, is_within
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, conjoined, possessors, prepositional
from ingest.parsing.speech_tails import Tail, covering
from ingest.parsing.syntax import agents, subjects

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_WHEN = frozenset(
    {"after", "before", "when", "while", "since", "until", "once", "if", "because", "although", "though"}
) | {"than"}
# What may stand before "in its view", "by its account" in the middle of a sentence.
_BEFORE_ACCOUNT = frozenset({",", ";", ":", "—", "–", "and", "but", "that", "which", "who", "because"})
Citing = Callable[["Token", Sentence, Referents], list[str]]
_ALONGSIDE = frozenset({"while", "whereas"})


def cited(trigger: Token, sentence: Sentence, referents: Referents, *, is_said: bool) -> tuple[list[str], list[str]]:
    """Return whom "according to X", "in X's view", "as X says" name, and whom "citing X", in the clause of `trigger`.

    Where somebody says it (`is_said`), a source further out only relays that.
    """
    told: list[str] = []
    used: list[str] = []
    for token, rule in _citing(sentence):
        clause = token.head if rule is _whose_account or token.dep_ == "xcomp" else token
        if _same_clause(clause, trigger):
            if rule is _cited_object:
                used += rule(token, sentence, referents)
            elif not (is_said and _is_relayed(trigger, token)):
                told += rule(token, sentence, referents)
    return told, used


@lru_cache(maxsize=1)
def _citing(sentence: Sentence) -> list[tuple[Token, Citing]]:
    """Return the words of a sentence that name a source beside a clause, each with the rule that tells whom."""
    rules = ((token, _rule_of(token)) for token in sentence.doc)
    return [(token, rule) for token, rule in rules if rule is not None]


def _rule_of(token: Token) -> Citing | None:
    if token.lower_ == "according":
        return cited_after
    if token.lower_ == "citing":
        return _cited_object
    if _is_account(token):
        return _whose_account
    return _teller if _is_as_told(token) or _is_to_be_believed(token) else None


def _cited_object(citing: Token, sentence: Sentence, referents: Referents) -> list[str]:
    return [e for obj in children(citing, "dobj") for t in conjoined(obj) for e in _author_of(t, sentence, referents)]


def _is_account(token: Token) -> bool:
    """Say whether a noun tells whose words a clause is: "in Oslo's view", "by the account of two traders"."""
    if token.dep_ != "pobj" or token.lemma_.lower() not in speech()["account_nouns"]:
        return False
    preposition = token.head
    before = token.doc[preposition.i - 1].lower_ if preposition.i else ","
    return preposition.lower_ in ("in", "by") and (token.lemma_ == "account" or before in _BEFORE_ACCOUNT)


def _whose_account(account: Token, sentence: Sentence, referents: Referents) -> list[str]:
    owners = possessors(account) or prepositional(account, "of", "by", through_object=False)
    return [e for owner in owners for e in speaker_of(owner, sentence, referents)]


def _is_as_told(verb: Token) -> bool:
    """Say whether a verb reports the clause beside it: "as the panel found in May", "as alleged by Kyiv"."""
    if verb.dep_ != "advcl" or verb.lemma_ not in speech()["saying_behind"] | speech()["telling_as"]:
        return False
    opens = any(child.lower_ == "as" and child.dep_ in ("mark", "advmod") for child in verb.children)
    return opens and all(child.lower_ == "it" for child in children(verb, "ccomp", "xcomp", "dobj"))


def _is_to_be_believed(verb: Token) -> bool:
    """As in "if Moscow is to be believed"."""
    if verb.lemma_ != "believe" or not any(child.lower_ == "to" for child in children(verb, "aux")):
        return False
    return any(child.lower_ == "if" for clause in (verb, verb.head) for child in children(clause, "mark"))


def _teller(verb: Token, sentence: Sentence, referents: Referents) -> list[str]:
    believed = subjects(verb) if _is_to_be_believed(verb) else []
    return list(all_of(believed or agents(verb), sentence, referents))


def _author_of(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom "citing a report by X" cites."""
    mention = sentence.mention(token)
    is_thing = (mention is None or mention.is_item) and token.lower_ not in speech()["source_nouns"]
    theirs = [e for other in authors(token) for e in speaker_of(other, sentence, referents)] if is_thing else []
    return theirs or speaker_of(token, sentence, referents)


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
    first, last = sorted((trigger.i, marker.i))
    if _begins_anew(trigger, top, marker) or any(t.text == ";" for t in trigger.doc[first:last]):
        return False
    if top.head == top or top == trigger or top in trigger.ancestors:
        return True
    if (
        top.head == trigger and top.tag_ == "VBG" and top.dep_ == "advcl"
    ):  # "attacked a camp, killing 11, by its account"
        return True
    is_beside = top.dep_ == "conj" or any(child.lower_ in _ALONGSIDE for child in children(top, "mark"))
    return is_beside and trigger in top.ancestors


def _is_relayed(trigger: Token, marker: Token) -> bool:
    """Say whether a source only relays what another says: "According to X, Mali says that it has bought tanks"."""
    told = (up for up in (trigger, *trigger.ancestors) if up.dep_ == "ccomp" and up.head.lemma_ in speech()["saying"])
    return any(children(up.head, "nsubj") and not is_within(marker, up) for up in told)


def _begins_anew(trigger: Token, top: Token, marker: Token) -> bool:
    """Say whether the clause of `trigger` comes after a source: "Mali has tanks, according to X, and Chad has".

    A source before the verb is that of both clauses.
    """
    path = (trigger, *trigger.ancestors)
    later = (t for t in path if t.dep_ == "conj" and t.head == top and top.i < marker.i < t.i)
    return any(noun.i > marker.i for t in later for noun in children(t, "nsubj", "nsubjpass"))


def _is_next_to(marker: Token, aside: Token) -> bool:
    """Say whether a source stands right behind an aside: "..., which it bought in 2019, according to X"."""
    return 0 < marker.i - max(t.i for t in aside.subtree) <= 2


def said_behind(trigger: Token, sentence: Sentence, referents: Referents) -> tuple[Token, tuple[str, ...]] | None:
    """Return the verb of an insert of speech that reports the clause of `trigger`, with who speaks: "..., Y said"."""
    tail, aside = covering(trigger, sentence), aside_of(trigger) if is_by_the_way(trigger) else None
    if aside is not None and (tail is None or not _reaches(tail, aside)):
        return None
    if tail is not None:
        return tail.verb, all_of(conjoined(tail.speaker), sentence, referents)
    elsewhere = [other.verb for other in sentence.tails]
    for token in sentence.doc[trigger.i + 1 :]:
        if token in elsewhere:
            continue
        if token.pos_ == "VERB" and token.lemma_ in speech()["saying_behind"] and _is_beside(token):
            speakers = children(token, "nsubj")
            if speakers:
                return token, all_of(speakers, sentence, referents)
    return None


def only_speaking(sentence: Sentence) -> dict[str, int]:
    """Return whom a sentence names only to say who speaks, with where: what is told before that is not theirs.

    Where "we" did it, it may well be.
    """
    if any(token.lower_ == "we" for token in sentence.doc):
        return {}
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


def _is_beside(verb: Token) -> bool:
    """Say whether a verb of saying reports the clause before it, not one of its own."""
    is_root = verb.head == verb
    if verb.dep_ not in ("ROOT", "parataxis", "advcl", "conj", "ccomp", "dep"):
        return False
    if verb.dep_ not in ("ROOT", "parataxis") and not _is_after_comma(verb):
        return False
    if not is_root and children(verb, "ccomp", "dobj"):
        return False
    if any(thing.lower_ in ("nothing", "little") for thing in children(verb, "dobj")):
        return False
    if any(child.lower_ in _WHEN for child in children(verb, "mark", "advmod")):  # "a year after they announced it"
        return False
    return all(child.i <= verb.i for child in children(verb, "ccomp"))


def _is_after_comma(token: Token) -> bool:
    start = min(child.i for child in token.subtree)
    return any(token.doc[i].text == "," for i in range(max(0, start - 2), start + 1))
