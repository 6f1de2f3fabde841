"""Whose goods and people a deed is about, and with whom they ended: the slots that look at what is moved.

"its drones were sold to", "bought Russian crude", "the buyers of Chinese drones", "Eritrean soldiers entered".
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax, verbs
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import behind, children, first_conjunct, modifiers, possessors, prepositional
from ingest.parsing.tokens import Token
from ingest.slots.voyages import cargo, way_finder

# Goods that come from where their adjective says: "Iranian oil was sold".
_RAW = frozenset({"petroleum", "coal", "minerals", "gold", "seafood", "timber", "food"})


def names_before(token: Token, sentence: Sentence) -> list[Token]:
    """Return the names before a noun: "Russian", "Wagner"."""
    return [child for child in modifiers(token) if sentence.mention(child)]


def patient_owner(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose people or arms the patient is: "North Korean soldiers were sent"."""
    return [owner for patient in syntax.objects(token) for owner in _whose(patient, sentence)]


def force_owner(token: Token, sentence: Sentence) -> list[Token]:
    """As `patient_owner`, of those who serve who they are of, not of a state's mercenaries."""
    return [owner for people in syntax.objects(token) for owner in _commanders(people, sentence)]


def own_force(token: Token, sentence: Sentence) -> list[Token]:
    """As `origin`, of those who serve who they are of."""
    return [owner for people in syntax.agents(token) for owner in _commanders(people, sentence)]


def _commanders(people: Token, sentence: Sentence) -> list[Token]:
    is_hired = people.lower_ in word_lists()["hired_people"]
    return [owner for owner in _whose(people, sentence) if not (is_hired and sentence.names_state(owner))]


def sent_owner(token: Token, sentence: Sentence) -> list[Token]:
    """As `patient_owner`, where nobody is said to do it: another may send them."""
    return [] if syntax.agents(token) else patient_owner(token, sentence)


def passive_owner(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose goods they are that nobody is said to move: "its drones were sold", "Omani oil is shipped".

    Of goods that are no raw material, "sold" tells only where they were made.
    """
    if not verbs.is_passive(token) or syntax.agents(token) or prepositional(token, "from", "out"):
        return []
    goods = [t for patient in syntax.objects(token) for t in (patient, *behind(patient, "of"))]
    owners = [owner for each in goods for owner in possessors(each)]
    if owners or token.lemma_ not in (*word_lists()["sending_verbs"], "sell"):
        return owners
    if token.lemma_ == "sell" and not any(_is_raw(each, sentence) for each in goods):
        return []
    return [
        t for each in goods if not _is_captured(each) for t in names_before(each, sentence) if sentence.names_state(t)
    ]


def _is_captured(goods: Token) -> bool:
    return any(child.tag_ == "VBN" or child.lower_ in ("second-hand", "old") for child in children(goods, "amod"))


def of_origin(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose goods a noun of dealing is of: "imports of Iranian oil", "the buyers of Chinese drones"."""
    return [t for each in behind(token, "of") for t in modifiers(each) if sentence.names_state(t)]


def of_receiver(token: Token, sentence: Sentence) -> list[Token]:
    """Return whom a supplier supplies: "a fuel supplier of the air force", not "the supplier of fuel"."""
    has_goods = any((m := sentence.mention(t)) and m.is_item for t in modifiers(token))
    return behind(token, "of", "for") if has_goods else []


def where(token: Token, _: Sentence) -> list[Token]:
    """Return the place that a clause is about: "the depot near Lida where Russia has", "Gao, where it keeps"."""
    if token.dep_ != "relcl" or not any(t.lower_ == "where" for t in children(token, "advmod")):
        return []
    return behind(token.head, "in", "near", "at", "outside", "of") or [token.head]


def recovered_in(token: Token, _: Sentence) -> list[Token]:
    """Return where goods were found whose purchase is told: "rifles seized in Haiti had been bought in"."""
    clauses = [verb for goods in syntax.objects(token) for verb in children(goods, "acl", "relcl")]
    found = [verb for verb in clauses if verb.lemma_ in word_lists()["recovering_verbs"]]
    return [place for verb in found for place in behind(verb, "in", "at")]


def ended_with(token: Token, _: Sentence) -> list[Token]:
    """Return where the goods came to that the trigger only describes: "bombs sold by A ended up in the hands of B"."""
    clause = first_conjunct(token)
    if clause.dep_ not in ("acl", "relcl"):
        return []
    goods = first_conjunct(clause.head)
    verb = goods.head
    if goods.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_ not in ("end", "wind", "finish", "fall", "land"):
        return []
    held = [t for t in verb.subtree if t.lower_ in ("hands", "possession", "arsenal") and t.dep_ == "pobj"]
    return [owner for noun in held for owner in (*behind(noun, "of"), *possessors(noun))] or prepositional(verb, "with")


def into_hands(token: Token, _: Sentence) -> list[Token]:
    """Return in whose hands goods are put: "put rockets into the hands of the Houthis"."""
    held = [t for t in behind(token, "into") if t.lower_ in ("hands", "arsenal", "possession")]
    return [owner for noun in held for owner in (*possessors(noun), *behind(noun, "of"))]


def asked_from(token: Token, _: Sentence) -> list[Token]:
    """Return from whom one asks for goods: "asked for more rockets from Iran"."""
    return [t for goods in behind(token, "for") for each in (goods, *behind(goods, "of")) for t in behind(each, "from")]


def cargo_origin(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose goods are under way: "was on its way to Cuba with Venezuelan crude"."""
    goods = [each for thing in cargo(token, sentence) for each in (thing, *behind(thing, "of"))]
    items = [t for t in goods if not _is_captured(t) and (m := sentence.mention(t)) and m.is_item]
    owners = [o for t in items for o in (*possessors(t), *names_before(t, sentence), *behind(t, "from"))]
    return [owner for owner in owners if sentence.names_state(owner)]


def goods_origin(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose goods have found their way somewhere: "equipment from Belarus", "Serbian rifles"."""
    goods = [t for t in way_finder(token, sentence) if not _is_captured(t)]
    owners = [o for t in goods for o in (*possessors(t), *names_before(t, sentence), *behind(t, "from", "of"))]
    return [owner for owner in owners if sentence.mention(owner)]


def goods_for(token: Token, _: Sentence) -> list[Token]:
    """Return whom goods are for: "sent flights with weapons for the rebels to an airfield"."""
    goods = [*syntax.objects(token), *behind(token, "with")]
    return [t for each in goods for thing in (each, *behind(each, "with", "of")) for t in behind(thing, "for")]


def left_behind(token: Token, _: Sentence) -> Sequence[Token]:
    """Return where a voyage began: "had left Miami for Haiti"."""
    return syntax.objects(token) if token.lemma_ in ("leave", "depart") else []


def included(token: Token, _: Sentence) -> Sequence[Token]:
    """Return what a noun of dealing is said to include: "whose exports to Mali include helicopters"."""
    verb = token.head
    is_told = token.dep_ == "nsubj" and verb.lemma_ in word_lists()["containing_verbs"]
    return (syntax.objects(verb) or behind(verb, "of")) if is_told else []


def agent_from(token: Token, _: Sentence) -> list[Token]:
    """Return whence the goods are that come: "weapons from Iran have reached the Houthis"."""
    return [place for goods in syntax.agents(token) for place in behind(goods, "from")]


def item_origin(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose goods are bought: "bought Russian crude", "52 million barrels of Iranian oil"."""
    goods = [each for patient in syntax.objects(token) for each in (patient, *behind(patient, "of"))]
    return [t for each in goods for t in modifiers(each) if sentence.names_state(t)]


def goods_owner(token: Token, sentence: Sentence) -> list[Token]:
    """Return by name whose goods are taken: "took 900,000 barrels of Sonatrach's crude"."""
    goods = [each for patient in syntax.objects(token) for each in behind(patient, "of")]
    items = [t for t in goods if (m := sentence.mention(t)) and m.is_item]
    return [t for item in items for t in possessors(item) if (m := sentence.mention(t)) and m.is_noun]


def owner_inner(token: Token, _: Sentence) -> list[Token]:
    return [owner for patient in syntax.objects(token) for owner in possessors(patient)]


def origin(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose people the agent is: "Russian fighters remain", "soldiers of its Africa Corps landed"."""
    return [owner for agent in syntax.agents(token) for owner in _whose(agent, sentence)]


def force_of(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose people the noun itself means: "Rwanda's soldiers", not "former Rwandan soldiers"."""
    return _whose(token, sentence)


def force_spoken_of(token: Token, sentence: Sentence) -> list[Token]:
    """As `force_of`, where the people themselves do nothing that says where: "spoke only of Cuban instructors"."""
    return [] if token.dep_ in ("nsubj", "nsubjpass") else _whose(token, sentence)


def counted_nationals(token: Token, sentence: Sentence) -> list[Token]:
    """Return the people of a state who are sent or fight, by their number: "14,000 North Koreans are stationed"."""
    people = [*syntax.objects(token), *syntax.agents(token)]
    named = [t for t in people if (m := sentence.mention(t)) and m.role == "people"]
    return [t for t in named if children(t, "nummod")]


def mission_place(token: Token, _: Sentence) -> list[Token]:
    """Return where the mission is that people serve with: "soldiers serving with the UN mission in Mali"."""
    return [place for mission in behind(token, "with", "under", "for") for place in behind(mission, "in")]


def present_in(token: Token, _: Sentence) -> list[Token]:
    """Return where people are said to be present: "are present in Goma", "was active on Ukrainian soil"."""
    states = [t for t in children(token, "acomp") if t.lower_ in ("present", "active", "back")]
    return [place for word in states for place in behind(word, "in", "on", "at")]


def of_owner(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose people a noun of deploying is of: "the presence of Eritrean soldiers"."""
    return [owner for people in behind(token, "of") for owner in _whose(people, sentence)]


def in_inner(token: Token, _: Sentence) -> list[Token]:
    """Return where the people are that a noun of deploying is of: "the presence of soldiers in Tigray"."""
    return [place for people in behind(token, "of") for place in behind(people, "in", "to", "at", "on")]


def _whose(people: Token, sentence: Sentence) -> list[Token]:
    """Return who has these people: "Rwanda's soldiers", "thousands of Korean workers", "troops from Chad and Niger"."""
    lists = word_lists()
    if people.lower_ in lists["partitives"] | lists["containers"] or sentence.piece(people).quantity:
        return [owner for inner in behind(people, "of") for owner in _whose(inner, sentence)]
    if people.dep_ == "appos":  # "the Bear Brigade, some 300 mercenaries who"
        body = sentence.mention(people.head)
        if body is not None and body.is_noun and not body.is_state:
            return [people.head]
    recruited = [verb for verb in children(people, "acl", "relcl") if verb.lemma_ in ("recruit", "hire", "employ")]
    employers = [t for verb in recruited for t in syntax.agents(verb) if t != people]
    if any(t.lower_ in lists["estranged"] for t in modifiers(people)):
        return employers
    return employers or [*possessors(people), *names_before(people, sentence)] or behind(people, "of", "from")


def _is_raw(goods: Token, sentence: Sentence) -> bool:
    mention = sentence.mention(goods)
    return mention is not None and mention.target in _RAW
