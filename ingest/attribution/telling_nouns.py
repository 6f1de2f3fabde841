"""What a noun or an adjective says of the clause below it: a claim, a denial, evidence, a plan, a risk, "due to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Status
from ingest.attribution.links import Link
from ingest.attribution.speakers import sources, speaker_of, writer_in
from ingest.attribution.stances import Stance, no_claim
from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.phrases import conjoined, inside, is_excluded, possessors
from ingest.parsing.verbs import is_negated

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def under_noun(link: Link, found: Stance) -> Stance:
    if link.is_under("denial_nouns"):
        return _under_denial(link, found)
    if link.is_under("claim_nouns") and link.child.lower_ != "on":  # "monthly reports on attacks": no claim of theirs
        owners = _authors(link)
        if owners:
            return found.said_by(lambda: tuple(owners))
        is_open = found.is_affirmed and (link.lemma != "report" or link.up.tag_ == "NNS")
        return found.turned("unconfirmed", f"'{link.lemma}' without a source") if is_open else found
    if link.is_under("evidence_nouns"):
        return _on_evidence(link, found)
    if link.is_under("hypotheses") and link.child.dep_ in ("prep", "acl"):
        return no_claim(f"'{link.lemma}' of it: no claim")
    if link.is_under("plan_nouns") and found.is_affirmed:
        return found.turned("denied" if _is_none(link.up) else "planned", f"under '{link.lemma}'")
    if link.is_under("call_nouns") and link.child.dep_ == "acl":
        return no_claim(f"under '{link.lemma}': no claim")
    return found


def _is_none(plan: Token) -> bool:
    """Say whether there is no such plan: "has no plans to leave", "never had plans to"."""
    is_had = plan.dep_ == "dobj" and plan.head.lemma_ == "have"
    return is_excluded(plan) or (is_had and is_negated(plan.head))


def _authors(link: Link) -> list[str]:
    """Return whose claim or denial a noun names: "Tehran's denial that", "the claim by the army that".

    Of a report in which somebody says it, that is who says it: "the panel found in its report that".
    """
    writer = writer_in(link.up)
    if writer is not None:
        return list(sources(writer, link.sentence, link.referents))
    behind = inside(link.up, "from", "by", "of") if link.child.dep_ != "prep" else inside(link.up, "from", "by")
    if not behind and link.child.dep_ == "relcl" and link.child.head.dep_ == "pobj":
        behind = [link.child.head]
    authors = [t for each in behind for t in conjoined(each)]
    return [e for t in (*possessors(link.up), *authors) for e in speaker_of(t, link.sentence, link.referents)]


def _under_denial(link: Link, found: Stance) -> Stance:
    """As in "Tehran's denial that it had sent drones", "issued a denial of"."""
    verb = link.up.head
    is_issued = link.up.dep_ == "dobj" and verb.lemma_ in speech()["publishing"]
    deniers = _authors(link) or (sources(verb, link.sentence, link.referents) if is_issued else ())
    status: Status = "affirmed" if found.status == "denied" else "denied"
    return Stance(status, tuple(deniers), (*found.why, f"under '{link.lemma}'"))


def _on_evidence(link: Link, found: Stance) -> Stance:
    """As in "no evidence that", which leaves no claim, and "Oslo has evidence that", which is Oslo's."""
    verb = link.up.head
    if any(child.lower_ == "no" for child in link.up.children) or (verb.pos_ == "VERB" and is_negated(verb)):
        return no_claim(f"no {link.up.lower_}")
    is_theirs = link.up.dep_ == "dobj" and verb.lemma_ in speech()["holding"] and link.child.dep_ != "prep"
    owners = [] if is_theirs else possessors(link.up)
    if is_theirs:
        return found.said_by(lambda: sources(verb, link.sentence, link.referents))
    return found.said_by(lambda: tuple(e for t in owners for e in speaker_of(t, link.sentence, link.referents)))


def is_telling(noun: Token) -> bool:
    """Say whether a noun stands for something said: a claim, a denial, evidence."""
    return any(noun.lemma_.lower() in speech()[name] for name in ("claim_nouns", "denial_nouns", "evidence_nouns"))


def under_adjective(link: Link, found: Stance) -> Stance:
    """As in "is due to send", "is unlikely to have sent", "it is likely that", "was unable to confirm that"."""
    word = link.up.lower_
    if word in speech()["unlikely"] and link.child.lemma_ in speech()["confirming"]:
        return found.turned("unconfirmed", f"'{word}'")
    judged = judged_likely(word, found) if word in speech()["unlikely"] or link.child.dep_ == "ccomp" else None
    if judged is not None:
        return judged
    is_due = link.child.dep_ == "xcomp" and word in word_lists()["due"]
    return found.turned("planned", f"'{word} to'") if is_due and found.is_affirmed else found


def judged_likely(word: str, found: Stance) -> Stance | None:
    """Take in an adjective that says whether it may be so: "unlikely" leaves no claim, "possible" leaves it open."""
    if word in speech()["unlikely"]:
        return no_claim(f"'{word}'")
    return found.turned("unconfirmed", f"'{word}'") if word in speech()["likely"] and found.is_affirmed else None
