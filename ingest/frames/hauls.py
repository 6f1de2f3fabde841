"""What was in a haul, told after it was seized: "The cargo included missiles", "Among the arms were drone engines".

Whoever seized the haul told of last, a few sentences back at most, seized what was in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.ontology import is_weapon
from ingest.arguments.materiel import loads
from ingest.attribution import stance
from ingest.claims import Draft
from ingest.frames.deeds_before import DeedsBefore
from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax
from ingest.parsing.phrases import children, conjoined, inside, is_definite, opened, prepositional

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_REACH = 2  # sentences


def contents(deeds: DeedsBefore) -> Iterator[Draft]:
    """Yield a seizure for each item that the sentence tells to have been in the haul seized last before."""
    sentence = deeds.sentence
    for token in sentence.doc:
        held = _held(token)
        haul = _last_haul(token, deeds) if held else None
        position = stance(token, sentence, deeds.referents) if haul is not None else None
        if haul is None or position is None or position.status != "affirmed":
            continue
        for load in (load for noun in held for load in loads(noun, sentence)):
            if is_weapon(load.item):
                yield replace(
                    haul, item=load.item, quantity=load.quantity, asserted_by=position.asserted_by, sentence=sentence,
                    trigger=token, marks=[sentence.span(token), sentence.span(load.token)],
                    why=(*haul.why[:1], f"in the haul: '{token.text}'"),
                )  # fmt: skip


def _held(verb: Token) -> Sequence[Token]:
    """Return what a verb says to be in a haul: "the cargo included", "it consisted of", "on board were"."""
    lists = word_lists()
    if verb.lemma_ in lists["containing_verbs"] and _is_haul(syntax.subjects(verb)):
        return syntax.objects(verb) or prepositional(verb, "of", through_object=False)
    if verb.lemma_ == "be" and verb.i and _is_haul(_behind_among(verb)):
        return [t for found in children(verb, "attr", "nsubj") if found.i > verb.i for t in conjoined(found)]
    return []


def _is_haul(nouns: Sequence[Token]) -> bool:
    return any(
        noun.lower_ == "it" or (noun.lower_ in word_lists()["haul_nouns"] and is_definite(noun)) for noun in nouns
    )


def _behind_among(verb: Token) -> list[Token]:
    """Return the haul in "among the arms were", "in the cargo were"."""
    return opened(t for t in inside(verb, "among", "in", "amid") if t.i < verb.i)


def _last_haul(token: Token, deeds: DeedsBefore) -> Draft | None:
    """Return the last seizure of arms or of a ship, in this sentence or the two before it."""
    told = reversed((*deeds.lately(_REACH), *deeds.before(token)))
    last = next((draft for draft in told if draft.relation == "seized" and draft.subject), None)
    return last if last is not None and last.status == "affirmed" else None
