"""What somebody says of a claim or a deed itself: that it is true, baseless, credible, to be condemned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.attribution.links import Link
from ingest.attribution.speakers import speaker_of
from ingest.attribution.stances import Stance, no_claim
from ingest.lexicon.wordlists import speech
from ingest.parsing.phrases import children, possessors
from ingest.parsing.verbs import is_negated

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_PARTS = ("dobj", "nsubj", "nsubjpass")


def vouched(link: Link, found: Stance) -> Stance | None:
    """As in "described accusations that Iran had sent drones as credible", "confirmed reports that"."""
    if not link.is_claim or link.child.dep_ not in _PARTS:
        return None
    is_judged = any(token.lower_ in speech()["credible"] for token in link.up.subtree if token.i > link.child.i)
    is_borne_out = link.is_under("bearing_out") and link.child.dep_ == "dobj"
    if is_negated(link.up) or not (is_borne_out or (is_judged and link.child.dep_ != "nsubj")):
        return None
    return Stance("affirmed", link.sources() or found.asserted_by, (*found.why, f"'{link.up.lower_}' bears it out"))


def judged(link: Link, found: Stance) -> Stance | None:
    """What somebody condemns or praises, is so in the judge's words."""
    is_object = link.child.dep_ in ("dobj", "pobj") and link.is_under("judging")
    return found.said_by(link.sources) if is_object else None


def shown(link: Link, found: Stance) -> Stance | None:
    """As in "the report documents shipments of": a deed that is told as the object is in the teller's words."""
    is_object = link.child.dep_ in ("dobj", "nsubjpass") and link.child.pos_ == "NOUN" and link.is_under("showing")
    if not is_object or is_negated(link.up):
        return None
    return found.said_by(link.sources)


def called(link: Link, found: Stance) -> Stance | None:
    """As in "what it described as the sale of drones", "spoke of Russian instructors": in the speaker's words."""
    is_named = link.child.dep_ == "prep" and link.child.lower_ == "as" and link.is_under("describing")
    is_told = link.child.dep_ == "prep" and link.child.lower_ in ("of", "about") and link.is_under("speaking")
    return found.said_by(link.sources) if is_named or is_told else None


def reasoned(link: Link, found: Stance) -> Stance | None:
    """As in "Washington's reason was that": the owner's words."""
    if link.lemma != "be" or link.child.dep_ != "ccomp":
        return None
    reasons = speech()["claim_nouns"] | speech()["reason_nouns"]
    nouns = [noun for noun in children(link.up, "nsubj") if noun.lemma_.lower() in reasons]
    if not nouns:
        return None
    owners = [e for n in nouns for t in possessors(n) for e in speaker_of(t, link.sentence, link.referents)]
    return found.said_by(lambda: tuple(owners))


def called_false(link: Link, found: Stance) -> Stance | None:
    """As in "called reports that Iran had sent drones baseless", "the claim that ... is absurd"."""
    if not link.is_claim or link.child.dep_ not in _PARTS or not (link.is_under("calling") or link.lemma == "be"):
        return None
    if is_negated(link.up) or not any(is_false(token) for token in link.up.subtree if token.i > link.child.i):
        return None
    return Stance("denied", link.sources() if link.lemma != "be" else (), (*found.why, f"'{link.up.lower_}' false"))


def is_true(link: Link, found: Stance) -> Stance | None:
    """As in "it is not true that", "it is false that"."""
    copula = link.up.head if link.up.pos_ == "ADJ" else link.up
    if link.child.dep_ not in ("ccomp", "csubj", "acl", "advcl") or copula.lemma_ != "be":
        return None
    judgement = next(iter(children(copula, "acomp", "attr")), None)
    if judgement is None or not any(subject.lower_ == "it" for subject in children(copula, "nsubj")):
        return None
    is_denied = is_negated(copula) if judgement.lower_ in speech()["credible"] else is_false(judgement)
    return found.turned("denied", f"'{judgement.lower_}'") if is_denied and found.is_affirmed else None


def cleared(link: Link, _: Stance) -> Stance | None:
    """As in "was cleared of sending drones"."""
    return no_claim(f"under '{link.lemma}'") if link.child.dep_ == "prep" and link.is_under("clearing") else None


def is_false(token: Token) -> bool:
    return token.lower_ in speech()["false"]
