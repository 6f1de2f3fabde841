"""Deeds denied without their words: "Kigali denies it", "a charge that Moscow rejects", "both deny the sale".

What is denied was told before, in the same sentence or up to two back, and its denier is a party to it. A denial that
says what it denies ("denied arming the rebels") is read by the lexicon like any other clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph import reference
from graph.model import Status
from graph.ontology import broader_items
from ingest.attribution import stance
from ingest.attribution.governors import is_neither
from ingest.attribution.speakers import sources
from ingest.attribution.verdicts import is_false
from ingest.claims import Draft
from ingest.coreference import Referents
from ingest.coreference.leaders import state_led_by
from ingest.frames.deeds_before import DeedsBefore, told_last
from ingest.lexicon.wordlists import speech
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children
from ingest.parsing.verbs import is_negated

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_REACH = 2  # sentences
_TAKING_UP = frozenset({"it", "this", "that", "them", "these", "which", "something", "so"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "any", "such", "its", "their"})
_ANY = "any"
_CONTENT = ("acl", "relcl", "ccomp")


def denials(deeds: DeedsBefore) -> Iterator[Draft]:
    """Yield what the sentence denies by a word that takes up a deed told before."""
    sentence, referents = deeds.sentence, deeds.referents
    for token in sentence.doc:
        verb, relation = _denial(token)
        status = _status(verb, sentence, referents) if verb is not None and relation is not None else None
        if verb is None or relation is None or status is None:
            continue
        told = _told(token, deeds)
        deniers = _both(verb, told) or sources(verb, sentence, referents)
        if any(d.status == status and set(d.asserted_by) == set(deniers) for d in deeds.here):
            continue  # it says itself what they deny: "which denied arming the rebels, called the report baseless"
        parties = {party for denier in deniers for party in _acting_for(denier, verb, sentence, referents)}
        open_to_denial = [d for d in told if _concerns(d, relation, parties) and not set(d.asserted_by) & set(deniers)]
        for draft in _gathered(told_last(open_to_denial)):
            yield replace(
                draft, status=status, asserted_by=deniers, sentence=sentence, trigger=verb, quantity=None, when=None,
                is_answer=True, marks=[sentence.span(token)], why=(*draft.why, f"{status} by '{token.text}'"),
            )  # fmt: skip


def _status(verb: Token, sentence: Sentence, referents: Referents) -> Status | None:
    """Return whether a verb denies or leaves open; None where it does neither: "did not deny it", "if it denies it"."""
    if is_neither(verb):
        return "unconfirmed"
    return "denied" if stance(verb, sentence, referents).status == "affirmed" else None


def _both(verb: Token, told: Sequence[Draft]) -> tuple[str, ...]:
    """Return the parties of the deed told last for "both deny it"."""
    words = {t.lower_ for noun in children(verb, "nsubj") for t in (noun, *noun.children)}
    if words.isdisjoint(("both", "two")) or not told or not told[-1].subject or not told[-1].object:
        return ()
    return (told[-1].subject, told[-1].object)


def _denial(token: Token) -> tuple[Token | None, str | None]:
    """Return the verb whose subject denies what was told, and of which relation that is if a noun says so."""
    if token.pos_ not in ("VERB", "AUX"):
        return None, None
    if token.lemma_ in speech()["denying"]:
        found = [relation for noun in children(token, "dobj") if (relation := _taken_up(noun))]
        return token, found[0] if found else _of_clause(token)
    if _is_short_denial(token):
        return token.head, _ANY
    if token.lemma_ == "be" and token.dep_ == "ccomp" and token.head.lemma_ in speech()["saying"]:
        told = any(_taken_up(noun) == _ANY for noun in children(token, "nsubj"))
        return token.head, _ANY if told and _is_false(token) else None
    if token.lemma_ in speech()["calling"]:
        told = any(_taken_up(noun) == _ANY for noun in children(token, "dobj", "nsubj"))
        return token, _ANY if told and _is_false(token) else None
    return None, None


def _is_short_denial(verb: Token) -> bool:
    """Say whether a clause only says that it is not so: "Iran says it did not", "insists that it has not"."""
    is_said = verb.dep_ == "ccomp" and verb.head.lemma_ in speech()["saying"] and verb.lemma_ in ("do", "have")
    is_short = not children(verb, "dobj", "xcomp", "ccomp", "attr", "prep")
    return is_said and is_short and is_negated(verb) and any(t.pos_ == "PRON" for t in children(verb, "nsubj"))


def _taken_up(noun: Token) -> str | None:
    """Return which relation a noun takes up, `_ANY` for one that does not say; None for what says it itself."""
    words, lemma = speech(), noun.lemma_.lower()
    if noun.lower_ in _TAKING_UP and noun.pos_ in ("PRON", "DET", "SCONJ"):
        return _ANY
    if children(noun, *_CONTENT) or any(children(prep, "pcomp") for prep in children(noun, "prep")):
        return None
    is_known = any(c.lower_ in _KNOWN for c in children(noun, "det", "poss"))
    if lemma in words["claim_nouns"] and (is_known or noun.tag_ == "NNS") and not children(noun, "prep"):
        return _ANY
    if lemma in words["denied_any"]:
        return _ANY
    names = (name for name in words if name.startswith("denied_") and lemma in words[name])
    return next((name.removeprefix("denied_") for name in names), None) if is_known else None


def _of_clause(verb: Token) -> str | None:
    """Return `_ANY` for the verb of "a charge Moscow rejects", "something that Tehran denies"."""
    noun = verb.head
    is_claim = noun.lemma_.lower() in speech()["claim_nouns"] or noun.lower_ == "something"
    return _ANY if verb.dep_ == "relcl" and is_claim and not children(verb, "dobj", "ccomp", "xcomp") else None


def _is_false(verb: Token) -> bool:
    return any(is_false(token) for token in verb.subtree if token.i > verb.i)


def _acting_for(denier: str, verb: Token, sentence: Sentence, referents: Referents) -> Iterator[str]:
    """Yield the denier and the state or body for which it speaks."""
    yield denier
    record = reference.records().get(denier)
    if record and record.state:
        yield f"state:{record.state}"
    led = state_led_by(denier, referents.history)
    if led:
        yield led
    elif denier.startswith(("person:", "group:")):
        yield from (m.target for t in verb.doc[: verb.i] if (m := sentence.mention(t)) and m.is_entity)


def _told(token: Token, deeds: DeedsBefore) -> list[Draft]:
    """Return what was told before a word, in this sentence or just before it, the last at the end."""
    of_denier = {t for noun in children(token, "nsubj") for t in noun.subtree}  # "Mali, which left, denied it"
    told = (*deeds.lately(_REACH), *(d for d in deeds.before(token) if d.trigger not in of_denier))
    return [d for d in told if d.is_whole and d.status != "denied"]


def _concerns(draft: Draft, relation: str, parties: set[str]) -> bool:
    is_deed = draft.relation in speech()["deniable"] if relation == _ANY else draft.relation == relation
    return is_deed and bool({draft.subject, draft.object} & parties)


def _gathered(drafts: list[Draft]) -> list[Draft]:
    """Return one draft for each pair of parties, of the nearest item above all those that were told of."""
    pairs: dict[tuple[str | None, str | None], list[Draft]] = {}
    for draft in drafts:
        pairs.setdefault((draft.subject, draft.object), []).append(draft)
    return [replace(several[0], item=_common([d.item for d in several])) for several in pairs.values()]


def _common(items: Sequence[str | None]) -> str | None:
    """Return the nearest item above all of `items`; None where there is none."""
    chains = [broader_items(item) if item else () for item in items]
    return next((item for item in chains[0] if all(item in chain for chain in chains)), None)
