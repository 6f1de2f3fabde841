"""Who speaks: whom the subject of a verb of saying, or what is cited, stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ingest.attribution.same_speakers import taken_up
from ingest.attribution.unnamed_sources import described, is_former
from ingest.attribution.voices import bodies_beside, named_spokesman, their_service
from ingest.attribution.works import authors, is_work, state_of_work
from ingest.coreference import Referents
from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import antecedent, appositions, children, conjoined, is_definite, modifiers, prepositional
from ingest.parsing.syntax import agents
from ingest.parsing.verbs import is_done_by_nobody, is_passive

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

# What may stand before "officials" who sit in their own capital.
_OF_A_STATE = frozenset({"senior", "top", "government", "defence", "defense", "military", "security", "intelligence"})
_OPENING = 3  # words before the noun that a sentence opens with
_SPEECHLESS = frozenset({"Treaty", "Resolution", "SanctionsRegime", "Vessel"})


def sources(verb: Token, sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    """Return whom the speakers of a verb of saying stand for; nobody, where "no state" says it."""
    if is_done_by_nobody(verb) or any(subject.lower_ == "it" for subject in children(verb, "nsubjpass")):
        return ()  # "no state said", "it is alleged"
    speakers = (
        _of_headless(verb)
        or _behind_opening(verb, sentence)
        or _nearest_subject(verb)
        or agents(verb)
        or _of_tail(verb, sentence)
        or _right_beside(verb, sentence)
    )
    speakers = speakers or _opening_name(verb, sentence)
    return all_of(speakers, sentence, referents)


def all_of(speakers: Iterable[Token], sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    """Return whom several speakers stand for."""
    return tuple(dict.fromkeys(source for token in speakers for source in speaker_of(token, sentence, referents)))


def _nearest_subject(verb: Token) -> Sequence[Token]:
    """Return the last subject where the parser saw two: "the state news agency, the party's Commission said"."""
    found = children(verb, "nsubj")
    return conjoined(found[-1]) if len(found) > 1 and not is_passive(verb) else []


def _of_headless(verb: Token) -> list[Token]:
    """Return the noun that opens "The panel, which Mali set up for the army, found that", parsed without a verb."""
    if verb.dep_ not in ("acl", "relcl") or verb.doc[verb.i - 1].text != "," or not children(verb, "ccomp"):
        return []
    opening = next((up for up in verb.ancestors if up.dep_ == "ROOT"), verb)
    is_noun = opening.pos_ not in ("VERB", "AUX") and opening.i <= _OPENING
    return [opening] if is_noun and not children(verb, "nsubj") else []


def _behind_opening(verb: Token, sentence: Sentence) -> list[Token]:
    """Return the name in "Briefing members, Anna Weber, a lawyer, said", whom the parser took for a member."""
    doc = verb.doc
    if verb.dep_ != "ROOT" or not doc[0].text.endswith("ing"):
        return []
    comma = next((t.i for t in doc[: verb.i] if t.text == ","), verb.i)
    if any(subject.i > comma for subject in children(verb, "nsubj", "nsubjpass")):
        return []
    return [t for t in doc[comma + 1 : comma + 3] if t.i < verb.i and (m := sentence.mention(t)) and m.is_noun][:1]


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


def _opening_name(verb: Token, sentence: Sentence) -> list[Token]:
    """Return the name in "Depots, the firm from whose tanks they were loaded, said" where the verb has no subject."""
    if verb.i < 2 or verb.doc[verb.i - 1].text != ",":
        return []
    if verb.head is not verb:
        return []
    opening = verb.doc[1] if verb.doc[0].lower_ == "the" else verb.doc[0]
    mention = sentence.mention(opening)
    is_name = mention is not None and mention.is_noun and opening.dep_.startswith("nsubj")
    return [opening] if is_name and verb.doc[opening.i + 1].text == "," else []


def speaker_of(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom the subject of a verb of saying stands for: an official for the state, the report for its author.

    Whoever is named speaks in his own name; an unnamed source stands as the article describes it.
    """
    real = antecedent(token)
    again = taken_up(real, sentence, referents)
    if again is not None:
        return again
    is_itself = (sentence.mention(real) is None and is_former(real)) or (
        real.lower_ == "intelligence" and modifiers(real)  # "Dutch military intelligence" is no state
    )
    if is_itself:
        return described(real, sentence, referents)
    writer = writer_in(real)
    if writer is not None:
        return list(sources(writer, sentence, referents))
    return (
        named_spokesman(real, sentence)
        or _new_name(real, sentence, referents)
        or bodies_beside(real, sentence, referents)
        or their_service(real, sentence, referents)
        or _parties(token, sentence, referents)
        or _behind_noun(real, sentence, referents)
        or described(real, sentence, referents)
    )


def _parties(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the states, bodies or persons that a noun phrase stands for: no treaty says anything."""
    found = [e for e in referents.resolve(token, sentence, "actor") if not e.startswith("treaty:")]
    if not found and token.lower_ == "governments" and any(child.lower_ in ("both", "two") for child in token.children):
        return _pair_named_before(token, sentence)
    is_open = not found and token.lower_ == "they"
    return referents.before(token, sentence).plural(other_than=_SPEECHLESS) if is_open else found


def _pair_named_before(token: Token, sentence: Sentence) -> list[str]:
    """Return the two states in "Russian troops are in Belarus, according to both governments"."""
    named = (sentence.mention(before) for before in sentence.doc[: token.i])
    states = list(dict.fromkeys(mention.target for mention in named if mention and mention.is_state))
    return states if len(states) == 2 else []


def _behind_noun(noun: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the person that a noun renames, the state that an official stands for, the authors of a work."""
    named = (sentence.mention(other) for other in appositions(noun))
    person = [mention.target for mention in named if mention and mention.target.startswith("person:")][:1]
    if person:
        return person
    state = referents.state_of(noun, sentence) if noun.lower_ in word_lists()["state_nouns"] else None
    states = [state] if state else _governments_in(noun, sentence)
    if not states and (of_work := state_of_work(noun, sentence, referents)):
        states = [of_work]
    if states:
        return states
    if noun.lower_ in ("authors", "author") and is_definite(noun):
        return referents.history.last_source or referents.history.report_author(sentence.span(noun)[0])
    by = authors(noun) if is_work(noun) else []
    return list(dict.fromkeys(e for other in by for e in speaker_of(other, sentence, referents)))


def _governments_in(token: Token, sentence: Sentence) -> list[str]:
    """Return the states of "officials in Seoul and Tokyo"; a foreign one may sit anywhere."""
    words = (t.lower_ for t in modifiers(token) if t.pos_ != "NUM")
    is_plain = token.lemma_ in ("official", "officer") and all(word in _OF_A_STATE for word in words)
    places = prepositional(token, "in", through_object=False) if is_plain else []
    near = [sentence.mention(each) for place in places for each in conjoined(place)]
    return list(dict.fromkeys(m.target for m in near if m and m.role == "capital"))


def writer_in(token: Token) -> Token | None:
    """Return the verb of "the experts concluded in a report that accuses Iran": the report speaks for them."""
    is_work = token.dep_ == "pobj" and token.head.lower_ == "in" and token.lemma_.lower() in speech()["works"]
    verb = token.head.head if is_work else token
    return verb if verb.pos_ == "VERB" and verb.lemma_ in speech()["saying"] else None


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
