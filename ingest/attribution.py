"""Whether it is so, and who says so: the status and the source of what a trigger word claims.

First the trigger's own clause is asked ("will", "allegedly", "not"), then, upwards, the verbs and nouns that govern it
(`ingest/governors.py`), then sources given beside it ("according to").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.model import Status
from ingest.coreference import Referents
from ingest.governors import Link, under
from ingest.passages import Sentence
from ingest.phrases import children
from ingest.speakers import cited, said_behind
from ingest.stances import Stance, no_claim
from ingest.syntax import governing_verb, is_infinitive, is_negated
from ingest.wordlists import speech

if TYPE_CHECKING:
    from ingest.tokens import Token

_CONDITIONS = ("if", "unless", "whether", "lest")
# What these open is told as a fact, whatever governs the clause.
_FACTUAL = frozenset({"after", "since", "when", "because", "while", "before", "as", "although", "though"})


def stance(trigger: Token, sentence: Sentence, referents: Referents) -> Stance:
    """Return the stance of the article towards the clause of `trigger`."""
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else governing_verb(trigger)
    found = _own(trigger, verb, sentence)
    if found.status is None:
        return found
    found = _above(trigger, sentence, referents, found)
    if found.status is None:
        return found
    named = cited(trigger, sentence, referents)
    if named:
        found = replace(found, asserted_by=(*named, *(s for s in found.asserted_by if s not in named)))
    behind = None if found.asserted_by else said_behind(trigger, sentence, referents)
    if behind:
        found = replace(found, asserted_by=behind[1], why=(*found.why, f"'{behind[0]}' beside the clause"))
    if found.status == "unconfirmed" and found.asserted_by and "alleged" in found.why:
        return replace(found, status="affirmed")
    return found


def _own(trigger: Token, verb: Token | None, sentence: Sentence) -> Stance:
    """Take in what the trigger's own clause says: its modals, adverbs, negation."""
    found = Stance()
    for token in [trigger] if verb is None or verb == trigger else [trigger, verb]:
        for child in token.children:
            found = _beside_verb(token, child, found)
            if found.status is None:
                return found
        if _is_to_be(token):
            found = found.turned("planned", "'is to' before the verb")
    if verb is not None and is_negated(verb):
        found = found.turned("denied", "negated")
    return no_claim("a question") if found.is_affirmed and sentence.is_question else found


def _beside_verb(verb: Token, child: Token, found: Stance) -> Stance:
    """Take in what one word beside a verb says: "will", "may", "allegedly", "if"."""
    lower, words = child.lower_, speech()
    if child.dep_ in ("aux", "auxpass") and lower in words["planning_modals"]:
        return found.turned("planned", f"'{lower}' before the verb")
    if child.dep_ == "aux" and lower in words["empty_modals"]:
        return no_claim(f"'{lower}' before the verb: no claim")
    if child.dep_ == "aux" and lower in words["open_modals"]:
        return found.turned(_modal(verb, child), f"'{lower}' before the verb")
    if lower in words["open_words"]:
        alleged = ("alleged",) if lower in ("alleged", "allegedly") else ()
        return found.turned("unconfirmed", f"'{lower}'", *alleged)
    if child.dep_ == "mark" and lower in _CONDITIONS and verb.dep_ != "ccomp":
        return no_claim(f"'{lower}': a condition")
    if child.dep_ == "mark" and lower in ("whether", "if"):
        return found.turned("unconfirmed", "a question left open")
    return found


def _modal(verb: Token, modal: Token) -> Status:
    """Read "may have sent" and "might send" as open, "may send" as a plan."""
    is_perfect = any(child.lemma_ == "have" for child in children(verb, "aux"))
    return "unconfirmed" if is_perfect or modal.lower_ == "might" else "planned"


def _is_to_be(verb: Token) -> bool:
    """Say whether a verb stands under "is to": "it is to impose sanctions"."""
    if verb.tag_ != "VB":
        return False
    has_be = any(child.lemma_ == "be" and child.i < verb.i for child in children(verb, "aux"))
    return (verb.dep_ == "xcomp" and verb.head.lemma_ == "be") or (has_be and is_infinitive(verb))


def _above(trigger: Token, sentence: Sentence, referents: Referents, found: Stance) -> Stance:
    """Climb from the trigger to the root, taking in what each governing word says."""
    child, presupposed = trigger, False
    while child.head != child and found.status is not None:
        link = Link(child, child.head, sentence, referents)
        presupposed = presupposed or _is_presupposed(child)
        if not presupposed or (link.up.pos_ == "VERB" and link.lemma in speech()["saying"]):
            found = under(link, found)
        child = child.head
    return found


def _is_presupposed(clause: Token) -> bool:
    """Say whether a clause is told as a fact whatever governs it: "a panel that watched", "after it had struck"."""
    if clause.dep_ == "relcl":
        return True
    return clause.dep_ == "advcl" and any(c.lower_ in _FACTUAL for c in children(clause, "mark", "advmod", "prep"))
