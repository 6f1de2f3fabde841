"""What a governing word says of the clause or noun below it: said, denied, left open, planned, or no claim at all.

The panel "said" it, Tehran "denies" it, nobody has "confirmed" it, Moscow "plans" it, the Council "urged" it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graph.model import Status
from ingest.attribution import charges, verdicts
from ingest.attribution.links import Link
from ingest.attribution.speakers import sources
from ingest.attribution.stances import Stance, no_claim
from ingest.attribution.telling_nouns import judged_likely, under_adjective, under_noun
from ingest.lexicon.wordlists import speech
from ingest.parsing.phrases import children, is_content
from ingest.parsing.verbs import is_done_by_nobody, is_infinitive, is_negated

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def under(link: Link, found: Stance) -> Stance:
    """Take in what a governing word says of what hangs on it."""
    if link.up.pos_ in ("VERB", "AUX"):
        for rule in _VERB_RULES:
            answer = rule(link, found)
            if answer is not None:
                return answer
        return found
    is_told = link.child.dep_ in ("acl", "prep") or link.up != link.child.head or is_content(link.child)
    if link.up.pos_ == "NOUN" and is_told:
        return under_noun(link, found)
    if charges.is_held_responsible(link):
        return found.said_by(lambda: sources(link.up.head, link.sentence, link.referents))
    return under_adjective(link, found) if link.up.pos_ == "ADJ" and link.is_clause else found


def _condition(link: Link, _: Stance) -> Stance | None:
    is_condition = link.is_clause and any(c.lower_ in ("if", "unless") for c in children(link.up, "mark"))
    were = link.up.lower_ == "were" and link.child.dep_ in ("xcomp", "advcl") and is_infinitive(link.child)
    is_turned = were and any(subject.i > link.up.i for subject in children(link.up, "nsubj", "nsubjpass"))
    return no_claim("a condition") if is_condition or is_turned else None


def _undone(link: Link, _: Stance) -> Stance | None:
    """A veto, a foiled attempt, a sale that fell through is no deed; a claim that is rejected is denied."""
    is_claim = link.is_claim and link.is_under("denying")
    is_undone = (link.is_under("undone") or link.is_under("dropping")) and link.child.dep_ in ("dobj", "nsubjpass")
    fell_through = link.lemma == "fall" and any(c.lower_ == "through" for c in link.up.children)
    has_failed = link.child.dep_ == "nsubj" and link.child.pos_ == "NOUN" and (link.is_under("failing") or fell_through)
    return no_claim(f"under '{link.lemma}': not done") if has_failed or (is_undone and not is_claim) else None


def _stopped_short(link: Link, _: Stance) -> Stance | None:
    """As in "ruled out leaving", "stops short of saying that": not done, not said."""
    is_ruled_out = link.lemma == "rule" and any(c.lower_ == "out" for c in children(link.up, "prt", "advmod"))
    is_short = link.child.dep_ == "advmod" and link.child.lower_ == "short" and link.lemma in ("stop", "fall")
    return no_claim("not done, or not said") if is_short or (is_ruled_out and link.is_content) else None


def _denied(link: Link, found: Stance) -> Stance | None:
    if not link.is_content or not link.is_under("denying"):
        return None
    if is_done_by_nobody(link.up) and not is_neither(link.up, by_nobody=False):
        return found  # "nobody denies that"
    word = link.up.lower_
    no_longer = any(child.lower_ == "longer" for child in children(link.up, "advmod"))
    if is_neither(link.up) or is_negated(link.up) or no_longer:
        return Stance("unconfirmed", link.sources(), (*found.why, f"neither confirmed nor '{word}'"))
    status: Status = "affirmed" if found.status == "denied" else "denied"
    return Stance(status, link.sources(), (*found.why, f"under '{word}'"))


def _yet_to(link: Link, _: Stance) -> Stance | None:
    has_yet = link.lemma == "have" and link.child.dep_ == "xcomp" and any(c.lower_ == "yet" for c in link.up.children)
    return no_claim("'has yet to'") if has_yet else None


def _not_to(link: Link, _: Stance) -> Stance | None:
    """As in "was persuaded not to send": neither a deed nor a denial of one."""
    is_left = link.child.dep_ == "xcomp" and is_infinitive(link.child) and is_negated(link.child)
    return no_claim("not to be done") if is_left and link.lemma not in ("seem", "appear", "say", "believe") else None


def _refused(link: Link, found: Stance) -> Stance | None:
    """As in "refused to say whether it had": left open by whoever refuses."""
    is_answer = link.child.lemma_ in ("say", "confirm", "comment", "disclose", "acknowledge", "answer", "specify")
    if not is_answer or not link.is_clause or not link.is_under("refusing"):
        return None
    why = f"'{link.lemma}' to {link.child.lemma_}"
    if link.child.lemma_ == "comment":
        return found.turned("unconfirmed", why)
    return Stance("unconfirmed", link.sources(), (*found.why, why))


_WARNING = frozenset({"warn", "caution", "advise", "counsel"})


def _urged(link: Link, _: Stance) -> Stance | None:
    is_barred = link.child.dep_ == "prep" and link.child.lower_ == "from"
    if is_barred and link.is_under("keeping_from"):
        return no_claim(f"kept from it by '{link.lemma}'")
    is_asked_for = link.child.dep_ == "advcl" and any(c.lower_ == "for" for c in children(link.child, "mark"))
    if link.child.lower_ in ("against", "without", "than") and children(link.child, "pcomp"):
        return no_claim(f"'{link.child.lower_}' doing it: no claim")
    if link.child.dep_ == "prep" and link.child.lower_ == "against" and link.lemma in _WARNING:
        return no_claim(f"under '{link.lemma} against': no claim")
    is_urged = (link.is_clause or is_barred or is_asked_for) and link.is_under("urging")
    return no_claim(f"under '{link.lemma}': no claim") if is_urged else None


def _planned(link: Link, found: Stance) -> Stance | None:
    child = link.child
    if child.dep_ not in ("xcomp", "ccomp") or not link.is_under("planning"):
        return None
    if _is_decreed(link):
        return found
    if link.lemma == "consider" and child.lemma_ == "be":
        return None  # "which the panel considers to be in breach"
    is_gerund = child.tag_ == "VBG" and child.dep_ == "xcomp"  # "should consider listing"
    if child.tag_ != "VB" and not is_infinitive(child) and not is_gerund:
        return None
    if link.has_modal("empty_modals") or _is_wish_of_the_powerless(link):
        return no_claim("a wish")
    is_of_another = link.lemma == "expect" and children(child, "nsubj")
    if is_of_another or link.lemma == "propose" or any(mark.lower_ == "that" for mark in children(child, "mark")):
        found = found.said_by(link.sources)
    if not found.is_affirmed:
        return found.turned(found.status, f"under '{link.lemma}'")
    return found.turned("denied" if is_negated(link.up) else "planned", f"under '{link.lemma}'")


def _is_wish_of_the_powerless(link: Link) -> bool:
    """Say whether those want it done who do not decide it: "lawmakers want the Treasury to list the firm"."""
    is_of_others = bool(children(link.child, "nsubj", "nsubjpass"))
    wishers = (noun.lemma_.lower() for noun in children(link.up, "nsubj"))
    return is_of_others and not speech()["powerless"].isdisjoint(wishers)


def _is_decreed(link: Link) -> bool:
    """Say whether a decision is the deed itself: "the Council decided to list the bank"."""
    if link.lemma != "decide" or link.up.tag_ not in ("VBD", "VBN") or is_negated(link.up):
        return False
    deciders = link.sources()
    is_council = bool(deciders) and set(deciders) <= _COUNCILS
    return is_council and link.child.lemma_ in _DECREES


_COUNCILS = frozenset({"org:european-union", "org:un-security-council", "org:council-of-the-european-union"})
_DECREES = frozenset(
    {"list", "delist", "remove", "add", "impose", "sanction", "designate", "lift", "extend"}
    | {"prolong", "renew", "place"}
)


def _planned_deed(link: Link, found: Stance) -> Stance | None:
    """As in "approved the sale of jets": what is only planned, where a noun names the deed."""
    is_deed = link.child.dep_ in ("dobj", "nsubjpass") and link.child.pos_ == "NOUN" and link.is_under("planning_deeds")
    if not is_deed or not found.is_affirmed:
        return None
    return found.turned("denied" if is_negated(link.up) else "planned", f"under '{link.lemma}'")


def _ascribed(link: Link, found: Stance) -> Stance | None:
    """As in "attributed the theft to X": in the words of whoever ascribes it."""
    is_deed = link.child.dep_ in ("dobj", "nsubjpass") and link.is_under("ascribing")
    return found.said_by(link.sources) if is_deed else None


def _unconfirmed(link: Link, found: Stance) -> Stance | None:
    is_claim = link.child.dep_ == "nsubjpass" and link.child.lemma_ in speech()["claim_nouns"]
    is_content = link.is_content and link.child.dep_ != "oprd"
    if not (is_content or is_claim) or not link.is_under("confirming"):
        return None
    if not is_negated(link.up) and not is_neither(link.up):
        return None
    return Stance("unconfirmed", link.sources(), (*found.why, f"'{link.lemma}' negated"))


def _doubted(link: Link, found: Stance) -> Stance | None:
    is_doubted = (link.is_clause or link.child.dep_ in ("dobj", "prep")) and link.is_under("doubting")
    if not is_doubted:
        return None
    status = "unconfirmed" if found.is_affirmed else found.status
    return found.said_by(link.sources).turned(status, f"under '{link.lemma}'")


def _said(link: Link, found: Stance) -> Stance | None:
    is_promise = link.child.dep_ == "ccomp" and link.is_under("promising")
    if not link.is_clause or not (link.is_under("saying") or is_promise):
        return None
    speakers = (*_sharing(link), *link.sources())
    if is_negated(link.up) and found.is_affirmed:
        return Stance("unconfirmed", speakers, (*found.why, f"'{link.lemma}' negated"))
    return found.said_by(lambda: speakers).turned(found.status, f"under '{link.up.lower_}'")


def _sharing(link: Link) -> tuple[str, ...]:
    """Return who says the same by a verb before: "Norway reported, and Denmark confirmed, that"."""
    first = link.up.head
    is_shared = link.up.dep_ == "conj" and first.lemma_ in speech()["saying"] and first.i < link.child.i
    if not is_shared:
        return ()
    marks = [mark.i for mark in children(link.child, "mark") if link.up.doc[mark.i - 1].text == ","]
    is_apart = first.doc[first.i + 1].lower_ != "and" and not marks
    if is_apart or children(first, "ccomp", "dobj", "xcomp") or is_negated(first):
        return ()
    own = sources(first, link.sentence, link.referents)
    return tuple(e for e in own if e not in link.sources())


def is_future_in_the_past(verb: Token) -> bool:
    """Say whether "would" stands for the "will" of what somebody said: "it said that it would send troops"."""
    if verb.dep_ != "ccomp" or verb.head.i > verb.i or verb.head.lemma_.lower() not in speech()["foretelling"]:
        return False
    conditions = (c for clause in children(verb, "advcl") for c in children(clause, "mark", "advmod"))
    return not any(c.lower_ in ("if", "unless", "whether", "lest", "should", "were") for c in conditions)


def _by_nobody(link: Link, _: Stance) -> Stance | None:
    """As in "no one believes that", "nobody accused Iran of", "nothing suggests that"."""
    is_told = link.is_clause or (link.child.dep_ == "prep" and bool(children(link.child, "pcomp")))
    says = link.is_under("saying") or link.is_under("accusing")
    is_open = link.is_under("confirming")  # what nobody has confirmed stays open
    return no_claim("said by nobody") if is_told and says and not is_open and is_neither(link.up) else None


def _likely(link: Link, found: Stance) -> Stance | None:
    """As in "it is unlikely that", "it is possible that"."""
    words = [word.lower_ for word in children(link.up, "acomp")] if link.lemma == "be" and link.is_clause else []
    return next((answer for word in words if (answer := judged_likely(word, found)) is not None), None)


def _imagined(link: Link, _: Stance) -> Stance | None:
    """As in "thought of sending", "imagine Iran sending"."""
    deeds = children(link.child, "pcomp") if link.child.dep_ == "prep" and link.child.lower_ in ("of", "about") else []
    is_mused = link.is_under("musing") and any(deed.tag_ == "VBG" and not children(deed, "aux") for deed in deeds)
    is_imagined = link.is_clause and link.is_under("imagining")
    return no_claim(f"under '{link.lemma}': imagined") if is_mused or is_imagined else None


def _modal_above(link: Link, found: Stance) -> Stance | None:
    """As in "will begin to supply", "would help to supply", "did not help to supply"."""
    if link.child.dep_ != "xcomp":
        return None
    if found.is_affirmed and link.has_modal("planning_modals"):
        return found.turned("planned", "'will' above")
    if link.has_modal("empty_modals"):
        is_future = found.is_affirmed and is_future_in_the_past(link.up)
        return found.turned("planned", "'would' in reported speech above") if is_future else no_claim("'would' above")
    return found.turned("denied", "negated above") if found.is_affirmed and is_negated(link.up) else None


def is_neither(verb: Token, *, by_nobody: bool = True) -> bool:
    """Say whether a verb or its subject stands under "neither ... nor", or nobody does it: "no state confirmed"."""
    beside = verb.head.children if verb.dep_ == "conj" else ()
    of_subjects = (child for noun in children(verb, "nsubj") for child in noun.children)
    if any(child.lower_ in ("neither", "nor") for child in (*verb.children, *beside, *of_subjects)):
        return True
    return by_nobody and is_done_by_nobody(verb)


# Tried in order; the first that answers decides.
_VERB_RULES: tuple[Callable[[Link, Stance], Stance | None], ...] = (
    _condition,
    verdicts.vouched,
    verdicts.called_false,
    verdicts.is_true,
    verdicts.cleared,
    _undone,
    _stopped_short,
    _denied,
    _by_nobody,
    _imagined,
    _likely,
    charges.accused,
    charges.given_as_reason,
    charges.alleged,
    verdicts.judged,
    verdicts.shown,
    verdicts.called,
    verdicts.reasoned,
    _not_to,
    _yet_to,
    _refused,
    _urged,
    _planned,
    _planned_deed,
    _ascribed,
    _unconfirmed,
    _doubted,
    _said,
    _modal_above,
)
