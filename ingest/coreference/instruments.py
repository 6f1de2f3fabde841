"""Sanctions regimes, resolutions and treaties by common nouns: "the embargo", "UN sanctions", "the pact"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph import reference
from ingest.names.mentions import Mention
from ingest.names.regimes import issuer_of, regime_of, regime_on_group, resolutions_on, watched_states
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, inside, is_definite, modifiers, possessors

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

# How far back, in sentences, an instrument may have been named.
_REGIME_REACH = 40
_REACH = 6
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNCIL = ("org:united-nations", "org:un-security-council")


def regime(token: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the sanctions regime or embargo that a phrase such as "UN sanctions", "the embargo" means."""
    mention, names = sentence.mention(token), referents.names
    if mention and mention.is_entity and names.kind(mention.target) == "SanctionsRegime":
        return mention.target
    near = _named_beside(token, sentence)
    issuer = _issuer(token, near)
    target = _regime_target(token, sentence, near, referents)
    called = referents.phrase(token, sentence)
    if issuer is None and any(owner.pos_ == "PRON" for owner in possessors(token)):  # "its sanctions"
        issuer = _issuer_of_own(token, sentence, referents)
        target = target or (_only_state_near(token, sentence, referents) if issuer not in (None, "UN") else None)
    if not target and any(pobj.lower_ in ("it", "them") for pobj in _sanctioned(token)):
        return None
    if target:
        if not target.startswith("state:"):
            is_other = issuer not in (None, "UN") or names.kind(target) != "ArmedGroup"
            return None if is_other else regime_on_group(target, names, called)
        return regime_of(issuer or ("UN" if target in watched_states() else ""), target, names, called)
    if issuer not in (None, "UN"):
        return names.mint("SanctionsRegime", "treaty", f"{issuer} sanctions", called)
    there = _state_named_as_place(token, sentence, referents)
    if there:
        return regime_of("UN", there, names, called)
    earlier = _regime_before(token, sentence, referents)
    if earlier:
        return names.called(earlier, called)
    watched = referents.history.watched
    is_some = token.lower_ == "sanctions" and not is_definite(token) and not modifiers(token)
    return regime_of("UN", watched[0], names, called) if watched and not is_some else None


def _state_named_as_place(token: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the state under a UN regime that the sentence sets the scene in: "In Libya, they broke the embargo"."""
    scene = (t for t in sentence.doc[: token.i] if t.dep_ == "pobj" and t.head.lower_ == "in" and t.head.i < 3)
    named = (sentence.mention(t) for t in scene)
    return next((m.target for m in named if m and m.target in referents.history.watched), None)


def _named_beside(token: Token, sentence: Sentence) -> list[Mention]:
    return [m for child in (*modifiers(token), *possessors(token)) if (m := sentence.mention(child))]


def _issuer(token: Token, near: list[Mention]) -> str | None:
    issuer = next((issuer for mention in near if (issuer := issuer_of(mention.target))), None)
    adjectives = {child.lower_ for child in modifiers(token)}
    if issuer or adjectives.isdisjoint(("western", "american")):
        return issuer
    return "Western" if "western" in adjectives else "US"


def _issuer_of_own(token: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return how the regimes are called of whom "its" stands for."""
    owners = [e for owner in possessors(token) for e in referents.resolve(owner, sentence, "actor", 3)]
    return issuer_of(owners[0]) if len(owners) == 1 else None


def _only_state_near(token: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the one state that this sentence and the two before name, but for whoever has "its sanctions"."""
    named = referents.before(token, sentence).entities(reach=2)
    states = {e for e in named if e.startswith("state:") and issuer_of(e) is None}
    return next(iter(states)) if len(states) == 1 else None


def _regime_target(token: Token, sentence: Sentence, near: list[Mention], referents: Referents) -> str | None:
    """Return whom sanctions are on: behind "on", else before, as in "the Iran sanctions"."""
    for pobj in inside(token, "on", "against", "over", "for"):
        found = referents.resolve(pobj, sentence, "target", 2)
        owner = found[0] if found else referents.state_of(pobj, sentence)
        if owner:
            return owner
    before = next((m.target for m in near if m.is_state and issuer_of(m.target) is None), None)
    return before or _imposed_on(token, sentence)


def _sanctioned(token: Token) -> list[Token]:
    """Return what stands behind "on", which the parser may hang on the verb: "renewed its sanctions on them"."""
    own = inside(token, "on", "against")
    return own or (inside(token.head, "on", "against") if token.dep_ == "dobj" else [])


def _imposed_on(token: Token, sentence: Sentence) -> str | None:
    """Return the name in "the embargo imposed on the Houthis by the Council", "that the Council imposed on Darfur"."""
    imposed = [clause for clause in children(token, "acl", "relcl") if clause.lemma_ in ("impose", "place", "put")]
    named = (sentence.mention(t) for clause in imposed for t in inside(clause, "on", "against"))
    return next((mention.target for mention in named if mention and (mention.is_entity or mention.is_state)), None)


def _regime_before(token: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the regime named last before, else the one voted on last."""
    history, names = referents.history, referents.names
    earlier = history.before(sentence.span(token)[0], sentence, _REGIME_REACH)
    named = [event.entity for event in earlier if event.kind == "SanctionsRegime"]
    voted = [entity for _, entity in history.measures if entity.startswith("treaty:")]
    known = named or [entity for entity in voted if names.kind(entity) == "SanctionsRegime"]
    return known[-1] if known else None


def resolutions(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the resolution named before, or the Council's nameless resolutions on the state of the article."""
    if not any(mention.target in _COUNCIL for mention in _named_beside(token, sentence)):
        if token.lower_ != "resolution" or not is_definite(token):
            return []
        return _earlier(token, sentence, "Resolution", referents)
    watched = referents.history.watched
    if token.lower_ != "resolutions" or not watched:
        return []
    return [resolutions_on(watched[0], referents.names, referents.phrase(token, sentence))]


def treaty(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the treaty that "the Minsk agreement" names, or "the pact" means."""
    for child in (*modifiers(token), *inside(token, "on", "of")):
        mention = sentence.mention(child)
        if mention and mention.target.startswith("treaty:"):
            return [mention.target]
    described = [m for m in modifiers(token) if m.pos_ in ("ADJ", "NOUN", "PROPN") and m.lower_ != "same"]
    if described or not is_definite(token):
        return []
    year = next((m.text for m in modifiers(token) if _YEAR.fullmatch(m.text)), "")
    return _earlier(token, sentence, "Treaty", referents, year=year)


def _may_be_of(treaty_id: str, year: str) -> bool:
    """Say whether "the 2015 accord" may be a treaty: not one that is known to be of another year."""
    record = reference.records().get(treaty_id)
    return not year or record is None or record.date is None or record.date.startswith(year)


def named_before(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the treaty named last before, in its sentence or the two before it."""
    return _earlier(token, sentence, "Treaty", referents, 2)


def _earlier(
    token: Token, sentence: Sentence, kind: str, referents: Referents, reach: int = _REACH, year: str = ""
) -> list[str]:
    events = referents.history.before(sentence.span(token)[0], sentence, reach)
    return [event.entity for event in events if event.kind == kind and _may_be_of(event.entity, year)][-1:]
