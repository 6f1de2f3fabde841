"""Treaties and bodies that parties sign, join and leave: "a defence pact with Somalia", "its part in the treaty"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest import instruments, syntax
from ingest.coreference import Referents
from ingest.meanings import UNITED_NATIONS, of_kinds
from ingest.passages import Sentence
from ingest.phrases import is_definite, possessors, prepositional
from ingest.wordlists import word_lists

if TYPE_CHECKING:
    from ingest.tokens import Token


def treaty(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a treaty, minted by its words or its parties where the article does not name it: "a truce with Kenya"."""
    found = of_kinds(frozenset({"Treaty"}), filler, sentence, referents)
    if found or filler.lower_ not in word_lists()["treaty_nouns"] or possessors(filler):
        return found
    phrase = referents.phrase(filler, sentence, ("on", "against", "of", "over"))
    parties = _parties(filler, sentence, referents)
    is_bare = phrase.lower() == filler.lower_
    if is_bare and (is_definite(filler) or len(parties) != 2) and filler.lower_ != "ceasefire":
        return []
    name = f"{'-'.join(parties)} {phrase}" if is_bare and len(parties) == 2 else phrase
    others = [f"{phrase} with {party}" for party in parties] + [f"{'-'.join(parties)} {phrase}"] * (len(parties) == 2)
    minted = referents.names.mint("Treaty", "treaty", name, phrase, *others)
    referents.history.add(filler, sentence, [minted])
    return [minted]


def _parties(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the names of those between whom a treaty is: behind "between" or "with", and who concludes it."""
    verb = filler.head
    concludes = verb.lemma_ in word_lists()["concluding"] | {"agree", "reach"}
    doers = syntax.agents(verb) if concludes else []
    named = [*prepositional(filler, "between", through_object=False), *doers, *prepositional(filler, "with")]
    found = dict.fromkeys(e for t in named for e in referents.resolve(t, sentence, "party"))
    kinds = ("State", "ArmedGroup", "Organisation")
    return [referents.names.entity(e).name for e in found if referents.names.kind(e) in kinds]


def participation(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return what somebody takes part in: "its participation in the treaty", "its own membership"."""
    if filler.lemma_ not in word_lists()["membership_nouns"]:
        return []
    inner = prepositional(filler, "in", "of", "to", "from", "under", "for", through_object=False)
    if inner:
        return [e for t in inner for e in (participation(t, sentence, referents) or left(t, sentence, referents))]
    if not any(owner.pos_ == "PRON" for owner in possessors(filler)):
        return []
    return instruments.named_before(filler, sentence, referents)


def left(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return what one may leave: a treaty or a body, also by one's part in it."""
    return participation(filler, sentence, referents) or treaty_or_body(filler, sentence, referents)


def treaty_or_body(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a treaty, or a body that has members."""
    found = treaty(filler, sentence, referents)
    if found:
        return found
    bodies = of_kinds(frozenset({"Organisation"}), filler, sentence, referents)
    return [e for e in bodies if e != UNITED_NATIONS and _has_members(e, referents)]


def _has_members(entity_id: str, referents: Referents) -> bool:
    """Say whether a body is one that states join and leave; of one that only the article names, its name must."""
    entity = referents.names.entity(entity_id)
    return not entity.minted or not word_lists()["union_words"].isdisjoint(entity.name.lower().split())
