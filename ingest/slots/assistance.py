"""Slots of help: who is helped to do what, with whose help, by which things. See `ingest/slots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import behind, children, possessors, prepositional
from ingest.parsing.verbs import governing_verb, is_infinitive, is_passive
from ingest.slots.deeds import clause_doer
from ingest.slots.origins import names_before

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def means(token: Token, _: Sentence) -> Sequence[Token]:
    """Return what is used to help: "uses the funds to support"."""
    verb = token.head
    is_purpose = token.dep_ in ("xcomp", "advcl") and is_infinitive(token)
    return syntax.objects(verb) if is_purpose and verb.lemma_ in ("use", "spend", "employ") else []


def user(token: Token, sentence: Sentence) -> list[Token]:
    """Return who uses what is let: "let its soil be used by Chad", "to be used for the raid that Chad began"."""
    used = [verb for verb in children(token, "ccomp", "xcomp") if verb.lemma_ == "use" and is_passive(verb)]
    deeds = [noun for verb in used for noun in prepositional(verb, "for", "in")]
    users = [agent for verb in used for agent in syntax.agents(verb)]
    owners = [t for noun in deeds for t in (*possessors(noun), *names_before(noun, sentence))]
    return users or owners or [t for noun in deeds for t in clause_doer(noun, sentence)]


def counted_patient(token: Token, _: Sentence) -> list[Token]:
    """Return who is acted upon of whom only some are: "trained 30 of its officers"."""
    return [t for patient in syntax.objects(token) if patient.tag_ == "CD" for t in behind(patient, "of")]


def clause_subject(token: Token, _: Sentence) -> list[Token]:
    """Return who is helped where it stands as the subject of the bare clause: "helped the North improve"."""
    bare = [clause for clause in children(token, "ccomp") if clause.tag_ in ("VB", "VBP") or clause.pos_ == "NOUN"]
    return [t for clause in bare if not children(clause, "mark") for t in syntax.subjects(clause)]


def with_inner(token: Token, _: Sentence) -> list[Token]:
    """Return who stands behind a "with" below the object's own prepositions: "shared know-how on bombs with X"."""
    inner = (t for prep in children(token, "prep") if prep.i > token.i for t in children(prep, "pobj"))
    return [found for t in inner for found in behind(t, "with")]


def beside_agent(token: Token, _: Sentence) -> Sequence[Token]:
    """Return who does what is done "with the help" that the noun names."""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in ("with", "under", "to"):
        return []
    verb = governing_verb(preposition)
    if verb is None or (preposition.lower_ == "to" and verb.lower_ != "thanks"):
        return []
    is_own = preposition.head == verb or (
        preposition.lower_ == "with" and verb.lemma_ in word_lists()["made_with_verbs"]
    )
    return syntax.agents(verb) if is_own else []


def help_owner(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose help it is that one relies on: "benefited from Venezuelan aid", "relies on the support of X"."""
    helps = [t for t in prepositional(token, "from", "on", "of") if (m := sentence.mention(t)) and m.is_item]
    return [
        t for noun in helps for t in (*possessors(noun), *names_before(noun, sentence), *behind(noun, "of", "from"))
    ]


def work_owner(token: Token, _: Sentence) -> list[Token]:
    """Return whose work is paid for or helped: "financed the mission's operations", "support for Russia's war on"."""
    works = prepositional(token, "for", "to", "in") if token.pos_ == "NOUN" else syntax.objects(token)
    return [
        t
        for noun in works
        if noun.lower_ in word_lists()["work_nouns"]
        for t in (*possessors(noun), *behind(noun, "of"))
    ]


def aid_owner(token: Token, _: Sentence) -> list[Token]:
    """Return who is helped: "came to the aid of X", "rushed to X's rescue"."""
    aids = [t for t in prepositional(token, "to", through_object=False) if t.lower_ in word_lists()["aid_nouns"]]
    return [t for aid in aids for t in (*possessors(aid), *behind(aid, "of"))]


def side_owner(token: Token, _: Sentence) -> list[Token]:
    """Return with whom one fights: "fought on the side of X", "on X's side", "side by side with X"."""
    sides = [t for t in prepositional(token, "on", through_object=False) if t.lower_ in ("side", "behalf")]
    by_side = [t for t in behind(token, "by") if t.lower_ == "side"]
    beside = [t for side in by_side for t in behind(side, "with")]
    return [*beside, *(t for side in sides for t in (*possessors(side), *behind(side, "of")))]


def fight_for(token: Token, _: Sentence) -> list[Token]:
    """Return for whom those are to fight who are recruited: "recruits veterans to fight for X"."""
    purposes = [verb for verb in children(token, "xcomp", "advcl") if verb.lemma_ in ("fight", "serve", "work")]
    return [t for verb in purposes for t in prepositional(verb, "for", "alongside", "with", through_object=False)]


def vital_to(token: Token, _: Sentence) -> list[Token]:
    """Return whose success the help was vital to: "was crucial to X's advance", "decisive for the victory of X"."""
    verb = token.head
    vital = [t for t in children(verb, "acomp") if t.lower_ in word_lists()["vital_words"]]
    if token.dep_ != "nsubj" or verb.lemma_ not in ("be", "prove", "remain") or not vital:
        return []
    won = [
        t for word in (*vital, verb) for t in behind(word, "to", "for", "in") if t.lower_ in word_lists()["won_nouns"]
    ]
    return [t for noun in won for t in (*possessors(noun), *behind(noun, "by"))]


def disposal_owner(token: Token, _: Sentence) -> list[Token]:
    """Return at whose disposal something is put: "at Russia's disposal", "at the disposal of Russia"."""
    own = [t for t in prepositional(token, "at") if t.lower_ in ("disposal", "service")]
    return [t for noun in own for t in (*possessors(noun), *behind(noun, "of"))]


def site(token: Token, _: Sentence) -> list[Token]:
    """Return where the works lie that one helped with: "helped to build the plant at Alabuga"."""
    built = [
        works
        for verb in children(token, "xcomp")
        if verb.lemma_ in word_lists()["building_verbs"]
        for works in syntax.objects(verb)
    ]
    works = [t for t in built if t.lower_ in word_lists()["works_of_states"] | word_lists()["ground_nouns"]]
    verbs = [verb for verb in children(token, "xcomp") if any(t.head == verb for t in works)]
    return [place for word in (*works, *verbs) for place in behind(word, "for", "in", "at")]


def costs_of(token: Token, _: Sentence) -> list[Token]:
    """Return what the bill is for that somebody pays: "foots the bill for X", "covers the costs of X"."""
    bills = [t for t in syntax.objects(token) for t in (t, *behind(t, "of")) if t.lower_ in word_lists()["cost_nouns"]]
    return [t for bill in bills for t in (*behind(bill, "for", "of"), *possessors(bill))]


def agent_item(token: Token, sentence: Sentence) -> list[Token]:
    """Return the thing that acts: "Ukrainian drones struck", "American imagery helped"."""
    return [agent for agent in syntax.agents(token) if (m := sentence.mention(agent)) and m.is_item]


def agent_source(token: Token, sentence: Sentence) -> list[Token]:
    """Return who gave the thing that acts: "data passed on by Russia helped"."""
    things = agent_item(token, sentence)
    given = [verb for thing in things for verb in children(thing, "acl", "relcl") if is_passive(verb)]
    return [agent for verb in given for agent in syntax.agents(verb)]


def patient_sender(token: Token, _: Sentence) -> list[Token]:
    """Return who sent those who are trained: "trained the soldiers whom Chad had sent"."""
    told = [verb for people in syntax.objects(token) for verb in children(people, "acl", "relcl")]
    sent = [verb for verb in told if verb.lemma_ in word_lists()["posting_verbs"]]
    return [agent for verb in sent for agent in syntax.agents(verb)]


def trains_crews(token: Token) -> bool:
    """Say whether those who are trained are the crews of what was given: "sold it tanks and trained the crews"."""
    crews = [t for t in syntax.objects(token) if t.lower_ in word_lists()["crew_nouns"]]
    owned = [owner.lower_ for crew in crews for owner in children(crew, "poss", "amod", "compound", "nmod")]
    is_beside = token.dep_ == "conj"
    return bool(crews) and all(owner == "their" or (owner == "its" and is_beside) for owner in owned)
