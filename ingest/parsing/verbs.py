"""Forms of verbs: passive or not, negated, finite, done by nobody; and which verb is above a word."""

from __future__ import annotations

from ingest.lexicon.wordlists import speech
from ingest.parsing.phrases import children, is_excluded
from ingest.parsing.tokens import Token, asked_once

_NEGATED_PARTS = ("dobj", "nsubjpass", "attr", "agent")
_NEGATIONS = frozenset({"cannot", "never", "hardly", "n't", "not", "neither"})
_NOBODY = frozenset({"nobody", "none", "nothing", "few", "neither"})


@asked_once
def governing_verb(token: Token) -> Token | None:
    """Return the nearest verb above a token."""
    return next((up for up in token.ancestors if up.pos_ in ("VERB", "AUX")), None)


def is_finite(token: Token) -> bool:
    """Say whether a verb form bears a tense of its own, as far as its tag tells."""
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.pos_ in ("VERB", "AUX")


@asked_once
def is_passive(verb: Token) -> bool:
    """Say whether a verb form is passive: its grammatical subject is what is acted upon."""
    if children(verb, "auxpass", "nsubjpass", "csubjpass"):
        return True
    is_by = verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and (children(verb, "agent") or by_preposition(verb))
    if is_by and not children(verb, "nsubj", "dobj"):
        return is_passive(verb.head)  # "were built in Chad and passed on to Mali by Niger"
    if verb.tag_ != "VBN" or any(c.lemma_ == "have" or c.lower_ == "having" for c in children(verb, "aux")):
        return False
    if verb.dep_ in ("acl", "relcl"):
        return not children(verb, "nsubj")
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and not children(verb, "nsubj", "aux"):
        return is_passive(verb.head)
    return verb.dep_ == "advcl" and not children(verb, "nsubj", "dobj")


def is_infinitive(verb: Token) -> bool:
    """Say whether a verb form is one with "to"."""
    return any(child.lower_ == "to" for child in children(verb, "aux"))


@asked_once
def is_negated(verb: Token) -> bool:
    """Say whether a verb is negated, or those beside it are: "sent no arms", "neither Iran nor Iraq sent arms"."""
    if any((c.dep_ == "neg" or c.lower_ in _NEGATIONS) and not _is_not_only(c) for c in verb.children):
        return True
    if any(is_excluded(part) or part.lower_ == "none" for part in children(verb, *_NEGATED_PARTS)):
        return True
    if _opens_with_no(verb):
        return True
    return any(child.lower_ == "neither" for noun in _own_or_shared_subject(verb) for child in noun.children)


def _is_not_only(negation: Token) -> bool:
    """Say whether more is told than what is negated: "did not only send drones"."""
    behind = negation.i + 1
    return behind < len(negation.doc) and negation.doc[behind].lower_ in ("only", "just", "merely", "simply")


def _opens_with_no(verb: Token) -> bool:
    """Say whether a clause is turned round behind a negation: "at no point did Chad sell", not "with no delay it"."""
    subject = next(iter(children(verb, "nsubj", "nsubjpass")), None)
    if subject is None or not any(aux.i < subject.i for aux in children(verb, "aux", "auxpass")):
        return False
    before = (noun for prep in children(verb, "prep") if prep.i < subject.i for noun in children(prep, "pobj"))
    return any(is_excluded(noun) for noun in before)


def is_done_by_nobody(verb: Token) -> bool:
    """Say whether the subject of a verb is nobody: "no state sold", "none of them signed", "few believe"."""
    return any(
        noun.lower_ in _NOBODY or any(det.lower_ in ("no", "few") for det in children(noun, "det", "amod"))
        for noun in _own_or_shared_subject(verb)
    )


def _own_or_shared_subject(verb: Token) -> list[Token]:
    while verb.dep_ == "conj" and not children(verb, "nsubj", "nsubjpass"):
        verb = verb.head
    return children(verb, "nsubj")


def by_preposition(verb: Token) -> list[Token]:
    by = (pobj for prep in children(verb, "prep") if prep.lower_ == "by" for pobj in children(prep, "pobj"))
    return [pobj for pobj in by if pobj.lower_ not in speech()["account_nouns"]]  # "by Seoul's count"
