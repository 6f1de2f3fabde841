"""What a phrase stands for, if that is of certain kinds: the ground of `ingest/arguments/object_kinds.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coreference import Referents
from ingest.coreference.pronouns import is_pronoun
from ingest.parsing.passages import Sentence

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

RULES = frozenset({"Treaty", "Resolution", "SanctionsRegime"})
# A body of which nothing is told by itself: its organs act.
UNITED_NATIONS = "org:united-nations"
# What "it" most often is, so that a treaty or body named a while ago is no likely antecedent.
_PARTIES = frozenset({"State", "Person", "Vessel"})


def of_kinds(kinds: frozenset[str], filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return what a phrase stands for, if it is of these kinds; "it" is taken for the last of them that was named."""
    found = referents.resolve(filler, sentence, "actor")
    fitting = [entity for entity in found if referents.names.kind(entity) in kinds]
    is_thing = is_pronoun(filler) and filler.lower_ in ("it", "them") and kinds.isdisjoint(_PARTIES)
    return fitting or (referents.before(filler, sentence).last_of(kinds) if is_thing else [])
