"""Men by their people: "the Colombians", where an article has spoken of Colombian veterans, are those, no state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.names.mentions import Mention
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, modifiers

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token


def note_foreigners(sentence: Sentence, referents: Referents) -> None:
    """Note of which people the mercenaries of a sentence are: "recruits Colombian veterans"."""
    for token in sentence.doc:
        mention = sentence.mention(token)
        if mention is None or mention.target != "mercenaries" or token.tag_ != "NNS":
            continue
        for child in modifiers(token):
            people = sentence.mention(child)
            if people is not None and people.is_state and people.role == "adjective":
                referents.history.foreigners[people.target] = referents.phrase(token, sentence, ())


def foreigners(token: Token, mention: Mention, referents: Referents) -> list[str]:
    """Return the men whom "the Colombians" takes up, as the article described them."""
    phrase = referents.history.foreigners.get(mention.target) if mention.role == "people" else None
    is_definite = any(child.lower_ in ("the", "these", "those") for child in children(token, "det"))
    if phrase is None or not is_definite:
        return []
    start = mention.start
    return [referents.names.mint("Group", "group", phrase, referents.text[start : mention.end])]
