"""Treaties and bodies that parties sign, join and leave: "a defence pact with Somalia", "its part in the treaty"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import reference
from ingest.arguments.meanings import UNITED_NATIONS, of_kinds
from ingest.coreference import Referents, instruments
from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, is_definite, possessors, prepositional

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def treaty(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a treaty, minted by its words or its parties where the article does not name it: "a truce with Kenya"."""
    following = filler.doc[filler.i + 1 : filler.i + 2]
    is_another = sentence.mention(filler) is None and any(t.lower_ in ("on", "against") for t in following)
    found = [] if is_another else of_kinds(frozenset({"Treaty"}), filler, sentence, referents)
    is_one = filler.lower_ in word_lists()["treaty_nouns"] or (filler.lower_ == "declaration" and _concluding(filler))
    if found or not is_one or possessors(filler) or _is_name_of_body(filler, sentence, referents):
        return found
    phrase = referents.phrase(filler, sentence, ("on", "against", "of", "over"))
    parties = _parties(filler, sentence, referents)
    is_bare = phrase.lower() == filler.lower_
    is_vague = (is_definite(filler) and _concluding(filler) is None) or len(parties) < 2
    if is_bare and is_vague and (filler.lower_ != "ceasefire" or is_definite(filler)):
        return []
    called = [_called(party, referents) for party in parties]
    pairs = [tuple(names) for names in zip(*called, strict=True)] if len(parties) == 2 else []
    name = f"{'-'.join(pairs[0] if pairs else (full for full, _ in called))} {phrase}" if is_bare and called else phrase
    others = [f"{phrase} with {full}" for full, _ in called]
    others += [f"{one}-{other} {phrase}" for pair in pairs for one, other in (pair, pair[::-1])]
    others += [f"{phrase} between {one} and {other}" for one, other in pairs]
    others += [f"{town} {phrase}" for town in _towns(filler, sentence, referents)]
    minted = referents.names.mint("Treaty", "treaty", name, phrase, *others)
    referents.history.add(filler, sentence, [minted])
    return [minted]


def _is_name_of_body(filler: Token, sentence: Sentence, referents: Referents) -> bool:
    """Say whether a noun is a name's own: "joined the Congo River Alliance" signs nothing."""
    mention = sentence.mention(filler)
    return mention is not None and mention.is_entity and referents.names.kind(mention.target) != "Treaty"


def _called(party: str, referents: Referents) -> tuple[str, str]:
    """Return the name of a party and how it is called beside another: "US", "DRC", "Houthi"."""
    entity = referents.names.entity(party)
    short = [alias for alias in entity.aliases if (alias.isupper() and alias.isalpha()) or f"{alias}s" == entity.name]
    return entity.name, next(iter(short), entity.name)


def _concluding(filler: Token) -> Token | None:
    """Return the verb by which parties conclude a treaty, also of a clause beside it: "a pact that A signed"."""
    verbs = [filler.head, *children(filler, "relcl", "acl")]
    wanted = word_lists()["concluding"] | {"agree", "reach"}
    return next((verb for verb in verbs if verb.lemma_ in wanted and verb.pos_ == "VERB"), None)


def _parties(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return between whom a treaty is: behind "between" or "with", and who concludes it."""
    verb = _concluding(filler)
    doers = [t for t in syntax.agents(verb) if t != filler] if verb is not None else []
    others = prepositional(verb, "with", through_object=False) if verb is not None else []
    named = [*prepositional(filler, "between", through_object=False), *doers, *prepositional(filler, "with"), *others]
    found = dict.fromkeys(e for t in named for e in referents.resolve(t, sentence, "party"))
    return [e for e in found if referents.names.kind(e) in ("State", "ArmedGroup", "Organisation")]


def _towns(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the town in which a treaty is concluded, by which it goes: "the Doha declaration"."""
    verb = _concluding(filler)
    places = prepositional(verb, "in", "at") if verb is not None else []
    named = [m for t in places if (m := sentence.mention(t)) and m.role in ("place", "capital")]
    return [referents.text[mention.start : mention.end] for mention in named][:1]


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
    bodies = of_kinds(frozenset({"Organisation", "ArmedGroup"}), filler, sentence, referents)
    return [e for e in bodies if e != UNITED_NATIONS and _has_members(e, referents)]


def _has_members(entity_id: str, referents: Referents) -> bool:
    """Say whether a body is one that states join and leave; of one that only the article names, its name must."""
    entity, record = referents.names.entity(entity_id), reference.records().get(entity_id)
    if entity.kind == "ArmedGroup":
        return record is not None and record.sort == "armed-force" and record.state is None  # "left Operation Irini"
    return not entity.minted or not word_lists()["union_words"].isdisjoint(entity.name.lower().split())
