"""Deeds told again without their words: "as did Ghana", "Poland followed in August", "Mali in 2000 and Niger in 2002".

What is echoed is the deed told last before: in the same sentence, for "followed" and "did so" also in one of the two
before. Only votes, treaties, memberships and sanctions are shared so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.attribution import stance
from ingest.claims import VOTES, Draft
from ingest.coreference import Referents
from ingest.frames.deeds_before import DeedsBefore, told_last
from ingest.names.regimes import issuer_of
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, opened, possessors, prepositional
from ingest.parsing.verbs import is_infinitive, is_negated, is_passive

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_SHARED = VOTES | {"signed", "withdrew_from", "member_of", "sanctioned", "delisted"}
_REACH = 2  # sentences
_ALSO = frozenset({"so", "too", "likewise", "same", "as"})
_COMPANY = frozenset({"along", "together", "alongside", "like"})
_NOTICE = frozenset({"notice", "notification"})
_YEAR_OR_MONTH = re.compile(
    r"(?:19|20)\d\d|20|one|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|same|(?:a|the|last|this|next|two|three)|(?:month|week|day|year)s?"
)


def echoes(deeds: DeedsBefore) -> Iterator[Draft]:
    """Yield what the sentence tells by a word or a gap that stands for a deed told before."""
    sentence, referents = deeds.sentence, deeds.referents
    for token in sentence.doc:
        doers = _doers(token)
        model = _model(token, deeds) if doers else []
        if model:
            yield from _repeated(token, doers, model, sentence, referents)
            for doer in _gapped(token, sentence):
                yield from _copies(doer, model, sentence, referents)
    for trigger in {draft.trigger.i: draft.trigger for draft in deeds.here if draft.relation in _SHARED}.values():
        model = [draft for draft in deeds.here if draft.trigger == trigger]
        companions = [] if _suffers(trigger) else _accompanying(trigger)  # whom it is done to, too: not doers
        for doer in (*_gapped(trigger, sentence), *companions):
            yield from _copies(doer, model, sentence, referents)


def _doers(token: Token) -> Sequence[Token]:
    """Return who does likewise, if the token says that somebody does."""
    if token.pos_ not in ("VERB", "AUX") or is_negated(token):
        return []
    if token.lemma_ == "do" and token.i and token.doc[token.i - 1].lower_ in ("as", "so"):
        behind = opened(children(token, "nsubj", "dobj", "attr"))
        return [each for each in behind if each.i > token.i]
    if _is_of_the_first(token):
        return []
    if (token.lemma_ == "do" and _says_also(token)) or _follows(token) or _gives_notice(token):
        return syntax.agents(token)
    return []


def _is_of_the_first(verb: Token) -> bool:
    """Say whether an infinitive only tells of a doer already named: "Chad left, the first state to do so"."""
    noun = verb.head
    is_aside = noun.dep_ in ("appos", "conj", "npadvmod", "dep") or (noun.dep_ == "attr" and noun.head.tag_ == "VBG")
    return verb.dep_ in ("relcl", "acl") and is_aside and is_infinitive(verb)


def _says_also(verb: Token) -> bool:
    """As in "did so", "did too", "did the same"."""
    near = {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]}
    return not near.isdisjoint(_ALSO) and not children(verb, "xcomp", "ccomp")


def _follows(verb: Token) -> bool:
    objects = [t.lower_ for t in children(verb, "dobj")]
    return verb.lemma_ == "follow" and not is_passive(verb) and objects in ([], ["suit"], ["example"], ["lead"])


def _gives_notice(verb: Token) -> bool:
    """As in "handed in its notice", which stands for leaving what others have left."""
    notices = [t for t in children(verb, "dobj") if t.lemma_ in _NOTICE]
    return any(not children(notice, "prep", "acl") and possessors(notice) for notice in notices)


def _model(token: Token, deeds: DeedsBefore) -> list[Draft]:
    """Return the drafts of the deed that `token` echoes, one for each object."""
    before = [draft for draft in deeds.before(token) if draft.relation in _SHARED]
    if not before and token.doc[max(0, token.i - 1)].lower_ not in ("as", "so"):
        before = deeds.lately(_REACH)
    wanted = {"withdrew_from"} if _gives_notice(token) else _SHARED
    told = [d for d in told_last(before) if d.relation in wanted and d.object and d.status in ("affirmed", "planned")]
    return list({draft.object: draft for draft in told}.values())


def _repeated(
    token: Token, doers: Sequence[Token], model: list[Draft], sentence: Sentence, referents: Referents
) -> Iterator[Draft]:
    position = stance(token, sentence, referents)
    if position.status is None:
        return
    others = _done_to(token)
    if others:
        made = _redirected(doers, others, model[0], sentence, referents)
    else:
        made = (d for doer in doers for d in _copies(doer, model, sentence, referents))
    for draft in made:
        yield replace(
            draft, status=position.status, asserted_by=position.asserted_by, sentence=sentence, trigger=token,
            marks=[sentence.span(token)], why=(*draft.why, f"told again by '{token.text}'"),
        )  # fmt: skip


def _done_to(verb: Token) -> list[Token]:
    """Return to whom the like is done: "had done the same to Karim Bello", "is to follow against Norinco"."""
    if verb.lemma_ == "follow":
        return prepositional(verb, "against", "on")
    return prepositional(verb, "to", "with") if verb.lemma_ == "do" and not is_passive(verb) else []


def _redirected(
    doers: Sequence[Token], others: list[Token], model: Draft, sentence: Sentence, referents: Referents
) -> Iterator[Draft]:
    """Yield the deed of `model` as done by `doers` to others."""
    targets = [entity for other in others for entity in referents.resolve(other, sentence)]
    for doer in (entity for token in doers for entity in referents.resolve(token, sentence, "party")):
        for target in dict.fromkeys(targets):
            yield replace(model, subject=doer, object=target, why=(*model.why, "shared"), when=None, quantity=None)


def _copies(doer: Token, model: list[Draft], sentence: Sentence, referents: Referents) -> Iterator[Draft]:
    """Yield the drafts of `model` with another subject, if that is a state or body."""
    struck = {draft.object for draft in model}
    for entity in referents.resolve(doer, sentence, "party"):
        is_party = referents.names.kind(entity) in ("State", "Organisation", "ArmedGroup") and entity not in struck
        for draft in model if is_party else ():
            if entity != draft.subject:
                yield replace(draft, subject=entity, why=(*draft.why, "shared"), marks=[*draft.marks])


def _suffers(verb: Token) -> bool:
    """Say whether what comes before a verb is whom it is done to: "was listed", "which the EU listed"."""
    relative = [t for t in children(verb, "dobj") if t.i < verb.i and t.tag_ in ("WDT", "WP")]
    return bool(relative) or is_passive(verb)


def _gapped(trigger: Token, sentence: Sentence) -> list[Token]:
    """Return who did the same at another time: "Mali ratified it in 2000 and Niger in 2002", without a verb."""
    if trigger.pos_ != "VERB" or not any(_opens_time(t) for t in trigger.doc[trigger.i + 1 :]):
        return []
    first_time = next(t.i for t in trigger.doc[trigger.i + 1 :] if _opens_time(t))
    named = ((t, sentence.mention(t)) for t in trigger.doc[first_time + 1 :])
    names = [t for t, m in named if m and m.is_noun and (m.is_state or issuer_of(m.target))]
    return [name for name in names if _is_gapped(name, trigger)]


def _opens_time(token: Token) -> bool:
    """Say whether a date begins at a word: "in March", "on Friday", "a year later", "13 months later"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if token.lower_ in ("in", "on"):
        return _YEAR_OR_MONTH.fullmatch(following.text) is not None
    if token.lower_ in ("last", "this") and _YEAR_OR_MONTH.fullmatch(following.text):
        return True
    is_figure = token.lower_ in ("20", "one", "a", "two", "three", "last", "this", "next", "the")
    return is_figure and re.fullmatch(r"(?:month|week|day|year)s?", following.lower_) is not None


def _is_gapped(name: Token, trigger: Token) -> bool:
    doc = name.doc
    before = doc[name.i - 2] if doc[name.i - 1].lower_ == "the" else doc[name.i - 1]
    if (
        before.text not in (",", ";", "and", "while", "then")
        or name.i + 1 >= len(doc)
        or not _opens_time(doc[name.i + 1])
    ):
        return False
    verbs = [t for t in doc[trigger.i + 1 :] if t.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    return not any(t.i < name.i or t.head == name or name in children(t, "nsubj") for t in verbs)


def _accompanying(trigger: Token) -> list[Token]:
    """Return who did it too: "along with Latvia and Estonia", "joined by Malta", "like Russia"."""
    found: list[Token] = []
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else trigger.head
    for child in [*verb.children, *(t for agent in children(verb, "nsubj") for t in agent.children)]:
        if child.lower_ in _COMPANY:
            preps = (
                [child] if child.lower_ in ("like", "alongside") else [t for t in child.children if t.lower_ == "with"]
            )
            found += opened(pobj for prep in preps for pobj in children(prep, "pobj"))
        elif child.lower_ == "joined" and child.dep_ in ("advcl", "acl"):
            found += syntax.agents(child)
    return found
