"""Whom "we" means: whoever speaks, a state by its official, a body by its member or its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coreference.leaders import body_led_by, state_led_by
from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import appositions, children, inside, modifiers, possessors

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

_BODIES = frozenset({"State", "ArmedGroup", "Company"})


def resolve_we(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return for whom the speaker of a quotation speaks: "“We sold it rifles,” a Turkish diplomat said"."""
    if token.dep_ not in ("nsubj", "nsubjpass") or not referents.is_quoted(sentence.span(token)[0]):
        return []
    speaker = _speaker(token)
    if speaker is None:
        return []
    found = referents.resolve(speaker, sentence, "actor", 3)
    if len(found) == 1 and not found[0].startswith("person:"):
        return found
    led = [_led_by(entity, referents) for entity in found]
    return [body for body in led if body] or _served(speaker, sentence, referents)


def _speaker(token: Token) -> Token | None:
    """Return the subject of the verb of saying around a clause."""
    saying = (up for up in token.ancestors if up.pos_ == "VERB" and up.lemma_ in speech()["saying"])
    said = next((verb for verb in saying if token not in children(verb, "nsubj", "nsubjpass")), None)
    subjects = children(said, "nsubj") if said is not None else []
    return subjects[0] if len(subjects) == 1 and subjects[0] != token else None


def _led_by(entity: str, referents: Referents) -> str | None:
    return state_led_by(entity, referents.history) or body_led_by(entity)


def _served(speaker: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the state or the body that the post beside a name names: "Saleh, a member of the Houthi office"."""
    posts = [t for t in (*appositions(speaker), *modifiers(speaker)) if t.lower_ in word_lists()["serving_posts"]]
    if any(t.lower_ in word_lists()["estranged"] for post in posts for t in modifiers(post)):
        return []
    bodies = [body for post in posts for body in inside(post, "of", "for")]
    beside = [t for noun in (*posts, *bodies) for t in (*modifiers(noun), *possessors(noun))]
    beside += [*bodies, *(modifiers(speaker) if posts else [])]
    named = {m.target for t in beside if (m := sentence.mention(t)) and m.is_entity}
    served = {entity for entity in named if referents.names.kind(entity) in _BODIES}
    return list(served) if len(served) == 1 else []
