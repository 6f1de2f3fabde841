"""What a governing word says of the clause or noun below it: said, denied, left open, planned, or no claim at all.

The panel "said" it, Tehran "denies" it, nobody has "confirmed" it, Moscow "plans" it, the Council "urged" it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Status
from ingest.coreference import Referents
from ingest.passages import Sentence
from ingest.phrases import children, conjoined, inside, possessors
from ingest.speakers import sources, speaker_of
from ingest.stances import Stance, no_claim
from ingest.syntax import is_infinitive, is_negated, is_passive
from ingest.wordlists import speech, word_lists

if TYPE_CHECKING:
    from ingest.tokens import Token

_CLAUSES = ("ccomp", "xcomp", "parataxis", "csubj")


@dataclass(frozen=True, slots=True)
class Link:
    """A word and the one that governs it."""

    child: Token
    up: Token
    sentence: Sentence
    referents: Referents

    @property
    def lemma(self) -> str:
        return self.up.lemma_.lower()

    @property
    def is_clause(self) -> bool:
        return self.child.dep_ in _CLAUSES

    @property
    def is_content(self) -> bool:
        """Whether the word is part of what the governing one says or denies."""
        return self.is_clause or self.child.dep_ in ("dobj", "nsubjpass", "pobj", "prep", "oprd", "attr")

    def sources(self) -> tuple[str, ...]:
        """Return who the subject of the governing verb stands for."""
        return sources(self.up, self.sentence, self.referents)

    def is_under(self, word_list: str) -> bool:
        return self.lemma in speech()[word_list]

    def has_modal(self, word_list: str) -> bool:
        return any(child.lower_ in speech()[word_list] for child in children(self.up, "aux"))


def under(link: Link, found: Stance) -> Stance:
    """Take in what a governing word says of what hangs on it."""
    if link.up.pos_ in ("VERB", "AUX"):
        answers = (rule(link, found) for rule in _VERB_RULES)
        return next((answer for answer in answers if answer is not None), found)
    is_content = link.child.dep_ in ("acl", "prep") or link.up != link.child.head
    if link.up.pos_ == "NOUN" and is_content:
        return _under_noun(link, found)
    is_due = link.up.pos_ == "ADJ" and link.child.dep_ == "xcomp" and link.up.lower_ in word_lists()["due"]
    return found.turned("planned", f"'{link.up.lower_} to'") if is_due and found.is_affirmed else found


def _under_noun(link: Link, found: Stance) -> Stance:
    if link.is_under("claim_nouns"):
        behind = inside(link.up, "from", "by", "of") if link.child.dep_ != "prep" else []
        if not behind and link.child.dep_ == "relcl" and link.child.head.dep_ == "pobj":
            behind = [link.child.head]
        authors = [t for each in behind for t in conjoined(each)]
        owners = [e for t in (*possessors(link.up), *authors) for e in speaker_of(t, link.sentence, link.referents)]
        if owners:
            return found.said_by(lambda: tuple(owners))
        is_open = found.is_affirmed and (link.lemma != "report" or link.up.tag_ == "NNS")
        return found.turned("unconfirmed", f"'{link.lemma}' without a source") if is_open else found
    if link.is_under("evidence_nouns") and any(child.lower_ == "no" for child in link.up.children):
        return no_claim(f"no {link.up.lower_}")
    if link.is_under("plan_nouns") and found.is_affirmed:
        return found.turned("planned", f"under '{link.lemma}'")
    if link.is_under("call_nouns") and link.child.dep_ == "acl":
        return no_claim(f"under '{link.lemma}': no claim")
    return found


def _condition(link: Link, _: Stance) -> Stance | None:
    is_condition = link.is_clause and any(c.lower_ in ("if", "unless") for c in children(link.up, "mark"))
    return no_claim("a condition") if is_condition else None


def _vouched(link: Link, found: Stance) -> Stance | None:
    """As in "described accusations that Iran had sent drones as credible", "confirmed reports that"."""
    if link.child.lemma_.lower() not in speech()["claim_nouns"] or link.child.dep_ not in (
        "dobj",
        "nsubj",
        "nsubjpass",
    ):
        return None
    is_judged = any(token.lower_ in speech()["credible"] for token in link.up.subtree if token.i > link.child.i)
    is_borne_out = link.is_under("bearing_out") and link.child.dep_ == "dobj"
    if is_negated(link.up) or not (is_borne_out or (is_judged and link.child.dep_ != "nsubj")):
        return None
    return Stance("affirmed", link.sources() or found.asserted_by, (*found.why, f"'{link.up.lower_}' bears it out"))


def _undone(link: Link, _: Stance) -> Stance | None:
    """A veto or a foiled attempt is no deed; a claim that is rejected is denied."""
    is_claim = link.child.lemma_.lower() in speech()["claim_nouns"] and link.is_under("denying")
    is_undone = link.is_under("undone") and link.child.dep_ in ("dobj", "nsubjpass") and not is_claim
    return no_claim(f"under '{link.lemma}': not done") if is_undone else None


def _denied(link: Link, found: Stance) -> Stance | None:
    if not link.is_content or not link.is_under("denying"):
        return None
    word = link.up.lower_
    if _is_neither(link.up) or is_negated(link.up):
        return Stance("unconfirmed", link.sources(), (*found.why, f"neither confirmed nor '{word}'"))
    status: Status = "affirmed" if found.status == "denied" else "denied"
    return Stance(status, link.sources(), (*found.why, f"under '{word}'"))


def _accused(link: Link, found: Stance) -> Stance | None:
    """An accusation by somebody, and one that nobody is said to make: "is accused of"."""
    is_charge = (link.is_clause or link.child.dep_ == "prep") and link.is_under("accusing")
    if not is_charge or link.lemma == "suspect":
        return None
    charged = found.said_by(link.sources)
    is_open = is_passive(link.up) and not charged.asserted_by and link.lemma not in speech()["convicting"]
    return charged.turned("unconfirmed", f"'{link.up.lower_}' by nobody named") if is_open else charged


def _alleged(link: Link, found: Stance) -> Stance | None:
    """As in "is alleged to have": unconfirmed, where nobody alleges it."""
    is_open = link.child.dep_ in ("xcomp", "ccomp") and is_passive(link.up) and link.lemma in speech()["alleging"]
    if not is_open or not found.is_affirmed or link.sources():
        return None
    return found.turned("unconfirmed", f"'{link.up.lower_}' by nobody named")


def _judged(link: Link, found: Stance) -> Stance | None:
    """What somebody condemns or praises, is so in the judge's words."""
    is_object = link.child.dep_ in ("dobj", "pobj") and link.is_under("judging")
    return found.said_by(link.sources) if is_object else None


def _is_reason(link: Link, found: Stance) -> Stance | None:
    """As in "Washington's reason was that": the owner's words."""
    nouns = [
        n for n in children(link.up, "nsubj") if n.lemma_.lower() in speech()["claim_nouns"] | speech()["reason_nouns"]
    ]
    if link.lemma != "be" or link.child.dep_ != "ccomp" or not nouns:
        return None
    owners = [e for n in nouns for t in possessors(n) for e in speaker_of(t, link.sentence, link.referents)]
    return found.said_by(lambda: tuple(owners))


def _yet_to(link: Link, _: Stance) -> Stance | None:
    has_yet = link.lemma == "have" and link.child.dep_ == "xcomp" and any(c.lower_ == "yet" for c in link.up.children)
    return no_claim("'has yet to'") if has_yet else None


def _refused(link: Link, found: Stance) -> Stance | None:
    """As in "refused to say whether it had": left open by whoever refuses."""
    is_answer = link.child.lemma_ in ("say", "confirm", "comment", "disclose", "acknowledge", "answer", "specify")
    if not is_answer or not link.is_clause or not link.is_under("refusing"):
        return None
    return Stance("unconfirmed", link.sources(), (*found.why, f"'{link.lemma}' to say"))


def _urged(link: Link, _: Stance) -> Stance | None:
    is_barred = link.child.dep_ == "prep" and link.child.lower_ == "from"
    is_urged = (link.is_clause or is_barred) and link.is_under("urging")
    return no_claim(f"under '{link.lemma}': no claim") if is_urged else None


def _planned(link: Link, found: Stance) -> Stance | None:
    child = link.child
    if child.dep_ not in ("xcomp", "ccomp") or not link.is_under("planning"):
        return None
    if child.tag_ != "VB" and not is_infinitive(child):
        return None
    if link.has_modal("empty_modals"):
        return no_claim("a wish")
    if not found.is_affirmed:
        return found.turned(found.status, f"under '{link.lemma}'")
    return found.turned("denied" if is_negated(link.up) else "planned", f"under '{link.lemma}'")


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
    if not is_negated(link.up) and not _is_neither(link.up):
        return None
    return Stance("unconfirmed", link.sources(), (*found.why, f"'{link.lemma}' negated"))


def _doubted(link: Link, found: Stance) -> Stance | None:
    is_doubted = (link.is_clause or link.child.dep_ in ("dobj", "prep")) and link.is_under("doubting")
    if not is_doubted:
        return None
    status = "unconfirmed" if found.is_affirmed else found.status
    return found.said_by(link.sources).turned(status, f"under '{link.lemma}'")


def _said(link: Link, found: Stance) -> Stance | None:
    if not link.is_clause or not link.is_under("saying"):
        return None
    speakers = link.sources()
    if is_negated(link.up) and found.is_affirmed:
        return Stance("unconfirmed", speakers, (*found.why, f"'{link.lemma}' negated"))
    return found.said_by(lambda: speakers).turned(found.status, f"under '{link.up.lower_}'")


def _modal_above(link: Link, found: Stance) -> Stance | None:
    """As in "will begin to supply", "would help to supply", "did not help to supply"."""
    if link.child.dep_ != "xcomp":
        return None
    if found.is_affirmed and link.has_modal("planning_modals"):
        return found.turned("planned", "'will' above")
    if link.has_modal("empty_modals"):
        return no_claim("'would' above")
    return found.turned("denied", "negated above") if found.is_affirmed and is_negated(link.up) else None


def _is_neither(verb: Token) -> bool:
    """Say whether a verb stands under "neither ... nor", or its subject does: "no state confirmed"."""
    beside = verb.head.children if verb.dep_ == "conj" else ()
    if any(child.lower_ in ("neither", "nor") for child in (*verb.children, *beside)):
        return True
    nouns = children(verb, "nsubj")
    return any(det.lower_ in ("neither", "no") for noun in nouns for det in (noun, *noun.children))


# Tried in order; the first that answers decides.
_VERB_RULES: tuple[Callable[[Link, Stance], Stance | None], ...] = (
    _condition,
    _vouched,
    _undone,
    _denied,
    _accused,
    _alleged,
    _judged,
    _is_reason,
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
