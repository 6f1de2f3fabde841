"""Persons who speak for their state or for the United Nations: "Mali's minister, Abdoulaye Diop", "President Macron".

A spokesman who is named speaks for himself, and so does whoever held an office once; so does an official of whom the
article does not say plainly whose he is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph import reference
from ingest.coreference.leaders import state_led_by
from ingest.lexicon.wordlists import speech, word_lists, words_in
from ingest.parsing.phrases import modifiers, possessors, prepositional

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.passages import Sentence
    from ingest.parsing.tokens import Token

UNITED_NATIONS = "org:united-nations"


def spoken_for(person: str, token: Token, sentence: Sentence, referents: Referents) -> str:
    """Return whom a person speaks for, the state or the UN, else the person."""
    called = referents.history.descriptors.get(person, set())
    if not called.isdisjoint(speech()["own_mouth"] | word_lists()["estranged"]):
        return person
    posts = referents.history.posts.get(person, [])
    found = next(_employers(posts, referents), None) or state_led_by(person, referents.history)
    if found is not None:
        referents.note(found, token, sentence)
    return found or person


def is_official(person: str, referents: Referents) -> bool:
    """Say whether a person holds an office of a state, and of no body: "Boris Pistorius, the defence minister"."""
    called = referents.history.descriptors.get(person, set())
    if not called.isdisjoint(speech()["own_mouth"] | word_lists()["estranged"]):
        return False
    posts = referents.history.posts.get(person, ())
    return any(noun.lower_ in speech()["offices"] and not _bodies_beside(noun, where) for noun, where in posts)


def _bodies_beside(noun: Token, sentence: Sentence) -> list[str]:
    """Return the bodies, and no states, that a post is said to be one of; common nouns as they are."""
    beside = (*modifiers(noun), *possessors(noun), *prepositional(noun, "of", "at", through_object=False))
    named = [m.target for other in beside if (m := sentence.mention(other)) and not m.is_state]
    common = words_in("body_nouns", "firm_nouns") - word_lists()["bodies_of_states"]
    return named + [f"org:{other.lower_}" for other in beside if not sentence.mention(other) and other.lower_ in common]


def _employers(posts: list[tuple[Token, Sentence]], referents: Referents) -> Iterator[str]:
    """Yield the states and the UN whose offices the article says that a person holds."""
    for noun, sentence in posts:
        bodies = _bodies_beside(noun, sentence)
        if noun.lower_ in speech()["un_offices"] and any(_is_of_un(body) for body in bodies):
            yield UNITED_NATIONS
        elif noun.lower_ in speech()["offices"] and not any(body.startswith("org:") for body in bodies):
            is_title = noun.dep_ in ("compound", "nmod", "amod")  # "Swedish Prime Minister Ulf Kristersson"
            state = referents.state_of(noun, sentence) or (
                referents.state_of(noun.head, sentence) if is_title else None
            )
            yield from [state] if state else []


def _is_of_un(body: str) -> bool:
    record = reference.records().get(body)
    return body == UNITED_NATIONS or (record is not None and record.sort == "un-body")
