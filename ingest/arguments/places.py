"""Places as the targets of deeds: a town that its own state bombs, a region under an embargo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import reference
from ingest.lexicon.wordlists import word_lists
from ingest.names.ministries import owner_of
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import antecedent, children, inside

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

# Sorts of bodies that are part of a state.
_ORGANS = frozenset({"armed-force", "ministry", "agency", "state"})


def place(token: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the place itself that a phrase names: "Goma", "the town of Nasir"; not a state or its capital."""
    mention = sentence.mention(token)
    if mention is not None and mention.kind == "place":
        name = referents.text[mention.start : mention.end]
        return referents.names.mint("Place", "place", name)
    if token.lower_ not in word_lists()["place_nouns"]:
        return None
    inner = inside(token, "of")
    if len(inner) != 1 or inner[0].pos_ != "PROPN":
        return None
    known = place(inner[0], sentence, referents)
    beneath = sentence.mention(inner[0])
    if known is None and beneath is None:
        start, end = sentence.span(inner[0])
        known = referents.names.mint("Place", "place", referents.text[start:end])
    return referents.names.called(known, referents.phrase(token, sentence)) if known else None


def state_there(token: Token, sentence: Sentence) -> list[str]:
    """Return the state of "Goma", "the cities of Goma and Bukavu", "Goma, a town that"."""
    spot = antecedent(token)
    inner = inside(spot, "of") if spot.lower_ in word_lists()["place_nouns"] else []
    renamed = [spot.head] if spot.dep_ == "appos" and spot.lower_ in word_lists()["place_nouns"] else []
    places = [sentence.mention(t) for t in (spot, *inner, *renamed)]
    return [mention.target for mention in places if mention and mention.kind == "place"][:1]


def home(entity_id: str, referents: Referents) -> str:
    """Return the state that a body is an organ of, or is named after ("Sudanese air force"), or the entity itself."""
    record = reference.records().get(entity_id)
    if record is None:
        return owner_of(referents.names.entity(entity_id).name) or entity_id
    return f"state:{record.state}" if record.state and record.sort in _ORGANS else entity_id


def origin_of_group(entity_id: str) -> str | None:
    """Return the state that an armed group comes from, where nobody has to send it; of others nothing."""
    record = reference.records().get(entity_id)
    return f"state:{record.state}" if record is not None and record.sort == "armed-group" else None


def there(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the state last named as a place: "signed a pact with Somalia and delivered howitzers there".

    Where the sentence has named none, it is the only one that the sentence before did.
    """
    adverb = next((child for child in children(token, "advmod") if child.lower_ == "there"), None)
    if adverb is None:
        return []
    places = [t for t in sentence.doc[: adverb.i] if t.dep_ == "pobj"]
    here = [m.target for t in places if (m := sentence.mention(t)) and m.is_state][-1:]
    if here:
        return here
    acting = {e for agent in syntax.agents(token) for e in referents.resolve(agent, sentence)}
    events = referents.history.before(sentence.start, sentence, 1)
    named = {event.entity for event in events if event.kind == "State"} - acting
    return list(named) if len(named) == 1 else []
