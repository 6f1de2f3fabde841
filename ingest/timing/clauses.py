"""Whether a date stands in the clause of a deed, by what stands between them: no other verb, no conjunction.

For where the small parser hung the date on another word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.asides import aside_of
from ingest.parsing.phrases import children
from ingest.timing.governors import chain, governors, is_event_beside

if TYPE_CHECKING:
    from ingest.dates import DateMention
    from ingest.parsing.tokens import Token

_SUBORDINATORS = frozenset({
    "that", "which", "who", "whom", "whose", "where", "when", "while", "after", "before", "because", "as", "since",
    "although", "though", "if", "until", "whereas",
})  # fmt: skip
_PARTS = frozenset({";", ":", "—", "–", "(", ")"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})


def in_clause(trigger: Token, own: Sequence[tuple[DateMention, Token]]) -> DateMention | None:
    """Return the nearest date in the clause of the trigger, if the parser gave it to no other deed."""
    near = [(abs(anchor.i - trigger.i), date) for date, anchor in own if _shares_clause(trigger, anchor)]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _shares_clause(trigger: Token, anchor: Token) -> bool:
    first, last = sorted((trigger.i, anchor.i))
    between = trigger.doc[first + 1 : last]
    if anchor.i < trigger.i and _follows_speech(anchor):
        return False
    if any(
        is_event_beside(up) or (up.lower_ in word_lists()["event_nouns"] and up.i > first) for up in governors(anchor)
    ):
        return False
    aside, shared = aside_of(trigger), chain(trigger)
    above = [up for up in trigger.ancestors if up not in shared]
    if any(governor in above and not _speaks_behind(governor, anchor) for governor in governors(anchor)):
        return False
    return not any(_parts(token, shared) for token in between if aside_of(token) == aside)


def _speaks_behind(verb: Token, anchor: Token) -> bool:
    """Say whether a verb of saying and its subject stand behind a date, which is not theirs: "in May, Mali said"."""
    return verb.i > anchor.i and any(subject.i > anchor.i for subject in children(verb, "nsubj"))


def _parts(token: Token, shared: Sequence[Token]) -> bool:
    """Say whether a word begins another clause than that of the trigger and the words that share its time."""
    if token.text in _PARTS or (token.lower_ in _SUBORDINATORS and token.dep_ in ("mark", "advmod", "nsubj", "dobj")):
        return True
    if token.dep_ == "cc" and token.head.pos_ in ("VERB", "AUX"):
        return True
    is_verb = token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass"))
    return is_verb and token not in shared and not _is_attribute(token)


def _is_attribute(token: Token) -> bool:
    return token.dep_ in ("amod", "compound")


def _follows_speech(anchor: Token) -> bool:
    """Say whether a date stands right behind a verb of saying: "said on Friday Iran had sent"."""
    before = anchor.doc[anchor.i - 1] if anchor.i else anchor
    return before.lemma_ in speech()["saying"] and before.pos_ == "VERB"


def is_cited(anchor: Token) -> bool:
    """Say whether a date is that of a report: "according to a report in March"."""
    return any(up.lower_ in ("according", "dated", "published", "issued", "released") for up in anchor.ancestors)


def follows(trigger: Token, anchor: Token) -> bool:
    """Say whether the clause of the trigger is the one that "seven months after" opens."""
    if trigger.i <= anchor.i:
        return False
    verbs = [t for t in trigger.doc[anchor.i + 1 : trigger.i] if t.pos_ == "VERB" and t.tag_ in _FINITE]
    return not any(verb not in trigger.ancestors for verb in verbs) and len(verbs) < 2
