"""Whether the words around a trigger are those that a lexicon entry asks for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph.ontology import broader_items
from ingest.arguments.materiel import acts_on_people
from ingest.attribution.ceasing import ended_by
from ingest.coreference import Referents
from ingest.lexicon import Entry
from ingest.lexicon.wordlists import word_lists
from ingest.names.regimes import regime_state
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, first_conjunct, preposition_tokens, prepositional
from ingest.parsing.syntax import agents, objects
from ingest.parsing.verbs import is_passive

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


# What is shot down in its flight.
_IN_FLIGHT = frozenset({"missile", "drone", "rocket"})
# Relations that hold for a time, and end.
_LASTING = frozenset({"member_of", "signed", "withdrew_from"})


def fits(entry: Entry, token: Token, sentence: Sentence, referents: Referents) -> bool:
    """Say whether an entry may read a trigger here."""
    if entry.relation in _LASTING and entry.ended != (ended_by(token) is not None):
        return False
    if _is_refused(entry, token) or _is_another_deed(entry, token, sentence):
        return False
    if not _has_words_near(entry, token, sentence):
        return False
    for preposition, words in entry.only_with_prep:
        if not any(found.lower_ in words for found in prepositional(token, *preposition.split("|"))):
            return False
    if entry.only_under and not (token.dep_ == "pobj" and token.head.lower_ in entry.only_under):
        return False
    if entry.only_as and not _is_subject_of(entry, token):
        return False
    if entry.agent_is == "regime" and not any(_is_regime(agent) for agent in agents(token)):
        return False
    if not entry.not_with:
        return True
    refused = (prep for prep in preposition_tokens(token) if prep.lower_ in entry.not_with)
    return not any(_aims(prep, sentence, referents) for prep in refused)


def _is_another_deed(entry: Entry, token: Token, sentence: Sentence) -> bool:
    """Say whether a blow was parried, or arms go with their own people: no attack, and nothing supplied."""
    if entry.relation == "attacked":
        return _is_parried(token, sentence)
    return entry.relation == "supplied" and _marches_in(token, sentence)


def _marches_in(verb: Token, sentence: Sentence) -> bool:
    """Say whether arms go with the people who use them: "sent soldiers and mortars into Chad" gives Chad nothing."""
    if verb.pos_ != "VERB" or not any(prep.lower_ == "into" for prep in preposition_tokens(verb)):
        return False
    return acts_on_people(verb, sentence)


def _has_words_near(entry: Entry, token: Token, sentence: Sentence) -> bool:
    """Say whether the words that an entry asks for are near the trigger, and those that it refuses are not."""
    if entry.only_with and _words_near(token, sentence, own=True).isdisjoint(entry.only_with):
        return False
    return not entry.not_near or _words_near(token, sentence).isdisjoint(entry.not_near)


def _is_parried(verb: Token, sentence: Sentence) -> bool:
    """Say whether what is shot down is a missile or drone, whose owner is not attacked thereby."""
    if verb.lemma_ not in ("shoot", "down", "shoot down", "intercept"):
        return False
    struck = [mention for t in objects(verb) if (mention := sentence.mention(t)) and mention.is_item]
    is_down = verb.lemma_ != "shoot" or any(child.lower_ == "down" for child in children(verb, "prt", "advmod"))
    return is_down and any(not _IN_FLIGHT.isdisjoint((m.target, *broader_items(m.target))) for m in struck)


def _is_subject_of(entry: Entry, noun: Token) -> bool:
    """Say whether a noun is the subject of one of the verbs that an entry asks for: "sanctions took effect"."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    wanted = next((words for lemma, words in entry.only_as if lemma == verb.lemma_), None)
    return wanted is not None and not {t.lower_ for t in verb.subtree}.isdisjoint(wanted)


def _is_regime(noun: Token) -> bool:
    """Say whether a noun is one of sanctions, or of a bundle of them, not yet on anybody: "a round of sanctions"."""
    lists = word_lists()
    if prepositional(noun, "on", "against", through_object=False):
        return False  # "the sanctions on Russia hit Serbia" are not on Serbia
    inner = prepositional(noun, "of", through_object=False) if noun.lower_ in lists["package_nouns"] else []
    return any(t.lower_ in lists["regime_nouns"] or t.lower_ in lists["designation_nouns"] for t in (noun, *inner))


def _is_refused(entry: Entry, token: Token) -> bool:
    """Say whether the trigger stands in a construction that the entry does not read."""
    if (entry.only_passive or entry.only_active) and is_passive(token) != entry.only_passive:
        return True
    if entry.without_object and objects(token):
        return True
    if entry.only_after and (token.dep_ != "conj" or first_conjunct(token).lemma_ not in entry.only_after):
        return True
    if entry.only_past and token.tag_ not in ("VBD", "VBN"):
        return True
    beside = _words_beside(token) if entry.only_beside or entry.not_beside else set()
    if (entry.only_beside and beside.isdisjoint(entry.only_beside)) or not beside.isdisjoint(entry.not_beside):
        return True
    if entry.not_after and any(after.lower_ in entry.not_after for after in token.doc[token.i :]):
        return True
    if entry.relation == "supplied" and _is_banned(token):
        return True
    if entry.relation == "established" and _is_seat(token):
        return True
    if entry.not_under and token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in entry.not_under:
        return True
    return any(prep.lower_ in entry.not_with_gerund and children(prep, "pcomp") for prep in children(token, "prep"))


def _is_seat(verb: Token) -> bool:
    """Say whether a participle tells where a firm is, not that it was founded: "a company established in Dubai"."""
    is_firm = verb.dep_ == "acl" and verb.head.lower_ in word_lists()["firm_nouns"]
    return is_firm and not agents(verb) and any(prep.lower_ == "in" for prep in children(verb, "prep"))


def _is_banned(token: Token) -> bool:
    """Say whether a noun of dealing stands under a ban: "a ban on the sale", "imposed a ban on the sale"."""
    if token.dep_ != "pobj" or token.head.lower_ not in ("on", "against"):
        return False
    above = token.head.head
    return any(noun.lemma_ in word_lists()["ban_nouns"] for noun in (above, *children(above, "dobj", "nsubjpass")))


def _aims(preposition: Token, sentence: Sentence, referents: Referents) -> bool:
    """Say whether a preposition leads to a party or to what stands on land: "fired at Kyiv", "at the air base"."""
    struck = children(preposition, "pobj")
    return any(t.lower_ in word_lists()["place_nouns"] or referents.resolve(t, sentence, "target") for t in struck)


def _words_beside(token: Token) -> set[str]:
    """Return the words that hang on the trigger and on its object, and what stands behind prepositions among them."""
    beside = [*token.children, *(below for obj in children(token, "dobj") for below in obj.children)]
    beside += [pobj for prep in beside if prep.dep_ == "prep" for pobj in children(prep, "pobj")]
    return {word for other in beside for word in (other.lemma_.lower(), other.lower_)}


def _is_clause_of_its_own(token: Token) -> bool:
    """Say whether a word is the verb of a clause beside: "Mali struck Gao, and Chad put Verus on its list"."""
    return token.dep_ == "conj" and bool(children(token, "nsubj", "nsubjpass"))


def _words_near(token: Token, sentence: Sentence, *, own: bool = False) -> set[str]:
    """Return the trigger and the words near it, as lemmas and as they stand: what hangs on its object, the verb above.

    Where they must be its `own`, those of a clause beside it are left out. A name of a ship says "vessel", and the noun
    that introduced it.
    """
    near = [child for child in token.children if not own or not _is_clause_of_its_own(child)]
    for _ in range(2):
        near += [child for other in near for child in other.children if child not in near]
    near += [t for patient in objects(token) for t in patient.subtree if t not in near] if token.pos_ == "VERB" else []
    if token.dep_ in ("dobj", "pobj", "nsubj"):
        near.append(token.head)
    if token.dep_ in ("relcl", "acl"):
        near += [t for t in token.head.head.subtree if t not in near]
    words = {word for other in (token, *near) for word in (other.lemma_.lower(), other.lower_)}
    pieces = [sentence.piece(t) for t in near]
    words.update(piece.introduced_by for piece in pieces if piece.introduced_by)
    if any(piece.mention is not None and regime_state(piece.mention.target) for piece in pieces):
        words.add("sanctions")
    return words | {"vessel" for piece in pieces if piece.mention and piece.mention.target.startswith("vessel:")}


def gets_in_return(entry: Entry, token: Token) -> bool:
    """Say whether whoever acts gets something "in return", from whom, was told before."""
    words = [t.lower_ for t in token.doc]
    is_return = any(("in", word) in pairwise(words) for word in ("return", "exchange"))
    return entry.relation in ("supplied", "assisted") and "agent" in entry.object and is_return
