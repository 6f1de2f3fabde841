"""Charges and reasons: what somebody is accused of, alleged to have done, or punished for, and who says so."""

from __future__ import annotations

from ingest.attribution.links import Link
from ingest.attribution.stances import Stance
from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.phrases import children
from ingest.parsing.verbs import is_passive

_LISTS = frozenset({"sanctions", "list", "blacklist"})


def accused(link: Link, found: Stance) -> Stance | None:
    """An accusation by somebody, and one that nobody is said to make: "is accused of"."""
    is_charge = (link.is_clause or link.child.dep_ == "prep") and link.is_under("accusing")
    if not is_charge or link.lemma == "suspect" or _is_task(link):
        return None
    charged = found.said_by(link.sources)
    is_open = is_passive(link.up) and not charged.asserted_by and link.lemma not in speech()["convicting"]
    return charged.turned("unconfirmed", f"'{link.up.lower_}' by nobody named") if is_open else charged


def given_as_reason(link: Link, found: Stance) -> Stance | None:
    """As in "blacklisted the firm for procuring fuel": what somebody is punished for is in the punisher's words."""
    if link.child.dep_ != "prep" or link.child.lower_ != "for" or not children(link.child, "pcomp"):
        return None
    between = (t.lower_ for t in link.up.doc[link.up.i : link.child.i])
    is_listed = link.lemma in word_lists()["blaming_verbs"] and any(word in _LISTS for word in between)
    is_punished = is_listed or link.lemma in word_lists()["punishing"]
    return found.said_by(link.sources) if is_punished else None


def _is_task(link: Link) -> bool:
    """As in "charged it with watching over the embargo"."""
    return link.lemma == "charge" and any(deed.lemma_ in speech()["tasks"] for deed in children(link.child, "pcomp"))


def is_held_responsible(link: Link) -> bool:
    """As in "held Mali responsible for the theft"."""
    is_for = link.child.dep_ == "prep" and link.child.lower_ == "for" and link.lemma == "responsible"
    return is_for and link.up.head.lemma_ in ("hold", "find", "deem")


def alleged(link: Link, found: Stance) -> Stance | None:
    """As in "is alleged to have": unconfirmed, where nobody alleges it."""
    is_open = link.child.dep_ in ("xcomp", "ccomp") and is_passive(link.up) and link.lemma in speech()["alleging"]
    if not is_open or not found.is_affirmed or link.sources():
        return None
    return found.turned("unconfirmed", f"'{link.up.lower_}' by nobody named")
