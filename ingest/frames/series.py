"""Tests in a series, of which the article has told who conducts it: "A fourth nuclear test in January changed that".

Only where one tester alone has been named so far. A bare "second test" is of what that one tested last.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.ontology import is_weapon
from ingest.attribution import stance
from ingest.claims import Draft
from ingest.frames.deeds_before import DeedsBefore
from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import inside, modifiers, possessors

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_TESTS = frozenset({"test", "launch", "flight", "detonation", "firing"})
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "another", "last"}
)


def series(deeds: DeedsBefore) -> Iterator[Draft]:
    """Yield the tests that a sentence names by a noun, without saying who conducted them or what was tested."""
    nouns = [t for t in deeds.sentence.doc if t.lower_ in _TESTS and t.pos_ == "NOUN"]
    known = [d for d in (*deeds.earlier, *deeds.here) if d.relation == "tested" and d.subject] if nouns else []
    testers = {draft.subject for draft in known if draft.subject and draft.status == "affirmed"}
    if len(testers) != 1:
        return
    tester = testers.pop()
    read = {draft.trigger.i for draft in deeds.here if draft.relation == "tested"}
    for noun in nouns:
        item = _item(noun, known, deeds.sentence)
        if item is None or not read.isdisjoint((noun.i, noun.head.i)) or not _is_one(noun):
            continue
        position = stance(noun, deeds.sentence, deeds.referents)
        if _is_by(noun, tester, deeds) and position.status == "affirmed":
            yield Draft(
                "tested", tester, None, item, None, "affirmed", position.asserted_by, deeds.sentence, noun,
                marks=[deeds.sentence.span(noun)], why=(f"one of a series: '{noun.text}'", *position.why),
            )  # fmt: skip


def _item(noun: Token, known: list[Draft], sentence: Sentence) -> str | None:
    """Return what is tested: named in the noun or behind "of", else what was tested last, if the noun is counted."""
    words = (noun, *modifiers(noun), *inside(noun, "of"))
    named = [m.target for t in words if (m := sentence.mention(t)) and m.is_item]
    arms = [item for item in named if is_weapon(item) or item == "satellite"]
    if named or noun.lower_ != "test" or inside(noun, "of"):
        return arms[0] if arms else None
    return known[-1].item if known[-1].item == "nuclear-weapon" and _is_counted(noun) else None


def _is_counted(noun: Token) -> bool:
    return any(child.lower_ in _ORDINALS for child in noun.children)


def _is_one(noun: Token) -> bool:
    """Say whether a noun speaks of one test that took place: it is counted, or bears a date."""
    months = word_lists()["calendar"] | {"march", "may"}
    dated = any(t.lower_ in months or (t.text.isdigit() and len(t.text) == 4) for t in inside(noun, "in", "on"))
    following = {t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 7]}
    return _is_counted(noun) or dated or "later" in following


def _is_by(noun: Token, tester: str, deeds: DeedsBefore) -> bool:
    """Say whether nobody else is said to conduct a test: "was carried out by Pyongyang" is by the one who tests."""
    verb = noun.head
    is_carried = noun.dep_ in ("nsubjpass", "dobj") and verb.lemma_ in word_lists()["light_verbs"]
    doers = [*possessors(noun), *inside(noun, "by"), *(syntax.agents(verb) if is_carried else ())]
    named = {e for t in doers for e in deeds.referents.resolve(t, deeds.sentence)}
    others = (deeds.sentence.mention(t) for t in modifiers(noun))
    return named <= {tester} and len(named) >= bool(doers) and not any(m and m.is_state for m in others)
