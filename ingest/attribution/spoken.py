"""Who spoke in a sentence, noted so that what follows can take them up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from ingest.attribution.citations import cited_after
from ingest.attribution.speakers import all_of, speaker_of
from ingest.attribution.works import is_work
from ingest.coreference.history import Spoken
from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.phrases import children, conjoined
from ingest.parsing.speech_tails import says
from ingest.parsing.syntax import agents
from ingest.parsing.verbs import is_passive

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.passages import Sentence
    from ingest.parsing.tokens import Token


def remember_speakers(sentence: Sentence, referents: Referents) -> None:
    """Note who spoke in a sentence, so that "it added" means them in the next."""
    history, here = referents.history, sorted(_speaking_here(sentence), key=lambda found: found[0][0].i)
    for speakers, work in here:
        named = [token for token in speakers if token.pos_ != "PRON"]
        found = all_of(named or speakers, sentence, referents)
        if found:
            history.spoken.append(Spoken(sentence.span(speakers[0])[0], found))
        if found and named:
            is_named = any((m := sentence.mention(token)) is not None and m.is_person for token in named)
            _note(list(found), work or named[0].lower_, sentence, referents, is_person=is_named)
        elif list(found) == history.last_source:  # "it added"
            history.last_spoken = history.number(sentence)
    for person in [] if here else _introduced(sentence, referents):
        history.spoken.append(person)
        if len(person.speakers) == 1 and person.is_one:
            history.last_person = person.speakers[0], history.number(sentence)
    _note_work(sentence, referents)
    for according in sentence.doc:
        cited = cited_after(according, sentence, referents) if according.lower_ == "according" else []
        if cited:
            _note(cited, _cited_work(according), sentence, referents)


def _introduced(sentence: Sentence, referents: Referents) -> Iterator[Spoken]:
    """Yield the person whom a sentence tells of, and whom a quotation behind it may be from."""
    subjects = (token for token in sentence.doc if token.dep_ == "nsubj" and token.head.dep_ != "relcl")
    for subject in islice(subjects, 1):
        mention = sentence.mention(subject)
        is_person = (
            mention.is_person if mention else subject.lower_ in speech()["voices"] | word_lists()["person_nouns"]
        )
        found = all_of([subject], sentence, referents) if is_person else ()
        if found:
            yield Spoken(sentence.span(subject)[0], found, is_speaking=False, is_one=subject.tag_ in ("NN", "NNP"))


def _speaking_here(sentence: Sentence) -> Iterator[tuple[Sequence[Token], str]]:
    """Yield who says something in a sentence, or, of persons, denies it; or publishes a work, with the noun for it."""
    for verb in sentence.doc:
        if verb.pos_ != "VERB":
            continue
        speakers = agents(verb) if says(verb) else []
        if verb.lemma_ not in speech()["saying"]:
            speakers = [token for token in speakers if token.lower_ in word_lists()["person_nouns"]]
        work = next((t.lower_ for t in children(verb, "dobj") if is_work(t)), "")
        if work and not speakers and verb.lemma_ in speech()["publishing"] and not is_passive(verb):
            speakers = agents(verb)
        if speakers:
            yield speakers, work
    for tail in sentence.tails:
        yield conjoined(tail.speaker), ""


def _note_work(sentence: Sentence, referents: Referents) -> None:
    """Note whose report a sentence speaks of, so that "it says" means that: "the latest report of the Group"."""
    for noun in sentence.doc:
        if noun.lower_ in word_lists()["report_nouns"] and sentence.mention(noun) is None:
            found = [e for e in speaker_of(noun, sentence, referents) if not e.startswith(("person:", "group:"))]
            if found:
                referents.history.last_work = found, referents.history.number(sentence)


def _cited_work(according: Token) -> str:
    """Return "dossiers" of "according to two dossiers that", so that "the dossiers say" means their authors."""
    named = (token for to in according.children for token in children(to, "pobj"))
    return next((token.lower_ for token in named if is_work(token)), "")


def _note(found: list[str], noun: str, sentence: Sentence, referents: Referents, *, is_person: bool = False) -> None:
    history = referents.history
    history.last_source, history.last_speaker = found, noun
    history.last_spoken = history.number(sentence)
    is_person = is_person or found[0].startswith("person:")
    if len(found) == 1 and (is_person or noun in word_lists()["person_nouns"] | speech()["voices"]):
        history.last_person = found[0], history.last_spoken
