"""What a phrase means where a lexicon entry asks for an object of a kind: a regime, a treaty, a measure, a body."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.arguments import measures, pacts
from ingest.arguments.meanings import RULES, UNITED_NATIONS, of_kinds
from ingest.arguments.measures import is_resolution
from ingest.arguments.places import place
from ingest.coreference import Referents
from ingest.lexicon.wordlists import word_lists, words_in
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import appositions, children, inside, is_definite, modifiers, possessors, prepositional
from ingest.slots.enumerations import enumerated

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_BODIES = frozenset({"Organisation", "Company", "ArmedGroup"})


def members(token: Token, sentence: Sentence) -> list[str]:
    """Return the names given for a common noun: "three officers, A, B and C", "five leaders, among them A"."""
    if token.tag_ == "CD":
        return _members_counted(token, sentence)
    mention = sentence.mention(token)
    may_list = mention is None or mention.target == "vessel" or mention.role == "people"
    if not may_list or token.pos_ not in ("NOUN", "PROPN"):
        return []
    listed = [entity for other in appositions(token) for entity in _named(other, sentence)]
    listed += [entity for other in enumerated(token, sentence) for entity in _named(other, sentence)]
    lists = word_lists()
    if token.lower_ in lists["place_nouns"] or token.lower_.rstrip("s") in lists["place_nouns"]:
        return []
    if token.lower_ in words_in("firm_nouns", "person_nouns"):
        listed = [entity for entity in listed if not entity.startswith("state:")]
    return list(dict.fromkeys(listed))


def _members_counted(figure: Token, sentence: Sentence) -> list[str]:
    """Return as many names as a figure counts of a noun: "two of its lenders, A and B"."""
    count = sentence.piece(figure).quantity
    found = [entity for noun in inside(figure, "of") for entity in members(noun, sentence)]
    return found if count is not None and len(found) == count.value else []


def _named(token: Token, sentence: Sentence) -> list[str]:
    mention = sentence.mention(token)
    if mention and mention.is_noun:
        return [mention.target]
    return [m.target for other in appositions(token) if (m := sentence.mention(other)) and m.is_noun]


def acting(found: list[str], referents: Referents) -> list[str]:
    """Return those that can act or be acted upon: no rule, and not the UN as a whole."""
    return [e for e in found if referents.names.kind(e) not in RULES and e != UNITED_NATIONS]


def _state(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    return of_kinds(frozenset({"State"}), filler, sentence, referents)


def _rule(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a treaty, resolution or regime; of what is broken, "it" and "the text" are the last one named."""
    if filler.lower_ in ("it", "text"):
        return rule_before(filler, sentence, referents)
    if filler.lower_ in word_lists()["duties_under_rules"]:
        words = (filler, *children(filler, "nummod"))  # "paragraph 9 of Resolution 1970"
        inner = [t for word in words for t in prepositional(word, "under", "of", "to", through_object=False)]
        return [e for t in inner for e in _rule(t, sentence, referents)]
    return of_kinds(RULES, filler, sentence, referents)


def rule_before(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the rule that the article named last, if that is near."""
    events = referents.history.before(sentence.span(token)[0], sentence, reach=3)
    return [event.entity for event in events if event.kind in RULES][-1:]


def _watched_country(noun: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return what "the country" is that the Security Council acts on, if it watches just one that the article names."""
    is_bare = noun.lower_ == "country" and is_definite(noun) and not modifiers(noun) and not possessors(noun)
    is_council = any(piece.mention and piece.mention.target == "org:un-security-council" for piece in sentence.pieces)
    watched = referents.history.watched if is_bare and is_council else ()
    return list(watched) if len(watched) == 1 else []


def _target(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom sanctions hit: those listed for a noun, else what it stands for; a nameless person is nobody."""
    listed = members(filler, sentence)
    if listed:
        return listed
    region = place(filler, sentence, referents)
    if region:
        return [region]
    watched = _watched_country(filler, sentence, referents)
    if watched:
        return watched
    if any(child.lower_ == "same" for child in filler.children):
        return _same(filler, sentence, referents)
    if filler.lower_ == "it" and filler.dep_ == "nsubjpass" and len(set(referents.history.listed)) == 1:
        return referents.history.listed[:1]  # "It was taken off the list": who was put on it, not who did that
    mention = sentence.mention(filler)
    if mention is not None and mention.role == "people":
        return []  # "34 Haitians" are not Haiti
    found = acting(referents.resolve(filler, sentence, "actor"), referents)
    if filler.lower_ in words_in("person_nouns", "hirelings") and sentence.mention(filler) is None:
        return [entity for entity in found if referents.names.kind(entity) == "Person"]
    if filler.lower_ in word_lists()["army_nouns"]:  # sanctions on Russian troops are not sanctions on Russia
        return [entity for entity in found if not entity.startswith("state:")]
    return found


def _designee(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return who is listed by a noun for designees, which is no state: "A newcomer is Bank Sputnik"."""
    return [entity for entity in _target(filler, sentence, referents) if not entity.startswith("state:")]


def _same(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom "the same four names" means: those listed last, if they are as many."""
    figures = [quantity.value for child in filler.children if (quantity := sentence.piece(child).quantity)]
    listed = list(dict.fromkeys(referents.history.listed))
    return listed if not figures or figures[0] == len(listed) else []


def _body(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a body, also by "the mandate of", "the place of"."""
    found = of_kinds(_BODIES, filler, sentence, referents)
    if not found and filler.lower_ in ("mandate", "work", "renewal", "place", "mission"):
        inner = prepositional(filler, "of", through_object=False) or possessors(filler)
        found = [e for t in inner for e in _body(t, sentence, referents)]
    return [entity for entity in found if entity != UNITED_NATIONS]


def _founded(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a body that is founded or ended, minted by its words where it has no name: "a Sahelian criminal court"."""
    lists = word_lists()
    if filler.lower_ in lists["partitives"] and filler.lower_ != "group":
        return []
    found = _body(filler, sentence, referents)
    if found or filler.lower_ not in lists["institution_nouns"] or sentence.mention(filler) is not None:
        return found
    telling = [t for t in modifiers(filler) if t.lower_ not in lists["vague_adjectives"] and t.pos_ != "NUM"]
    if not telling or is_definite(filler):
        return []
    return [referents.names.mint("Organisation", "org", referents.phrase(filler, sentence, ("on", "for")))]


def _regime(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a regime, resolution or treaty that is watched, also by "a breach of", and "sanctions" by the article."""
    if filler.lower_ in ("it", "them"):
        return rule_before(filler, sentence, referents)
    found = of_kinds(RULES, filler, sentence, referents)
    if found:
        return found
    if filler.lemma_ in word_lists()["compliance_nouns"]:
        inner = prepositional(filler, "of", "with", through_object=False)
        found = [e for t in inner for e in _regime(t, sentence, referents)]
    elif filler.lemma_ == "sanction" and sentence.mention(filler) is None:
        found = [regime for regime in (referents.regime(filler, sentence),) if regime]
    return found


def _resolution(filler: Token, sentence: Sentence, _: Referents) -> list[str]:
    mention = sentence.mention(filler)
    return [mention.target] if is_resolution(mention) else []


# By what `object_is` of a lexicon entry says.
BY_KIND: dict[str, Callable[[Token, Sentence, Referents], list[str]]] = {
    "body": _body,
    "designee": _designee,
    "founded": _founded,
    "left": pacts.left,
    "measure": measures.measure,
    "participation": pacts.participation,
    "regime": _regime,
    "resolution": _resolution,
    "rule": _rule,
    "state": _state,
    "target": _target,
    "treaty": pacts.treaty,
    "treaty-or-body": pacts.treaty_or_body,
}
