"""Which items a noun phrase speaks of, and how many: "20,000 containers of artillery shells and rockets"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Quantity
from graph.ontology import broader_items, is_weapon
from ingest.arguments.figures import figure, figure_of_container
from ingest.lexicon.wordlists import word_lists
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import antecedent, appositions, children, conjoined, modifiers, prepositional
from ingest.parsing.syntax import objects
from ingest.parsing.verbs import governing_verb

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

# "artillery and rocket-launcher ammunition": a weapon named before its ammunition.
_AMMUNITION_FOR = {
    "artillery": "artillery-ammunition", "multiple-rocket-launcher": "rocket", "mortar": "artillery-ammunition",
    "small-arms": "small-arms-ammunition", "howitzer": "artillery-ammunition", "tank": "artillery-ammunition",
}  # fmt: skip
_AMMUNITION_WORDS = frozenset({"ammunition", "rounds", "munitions"})
# How many nouns of measure may stand above an item.
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Load:
    """An item with its figure; `token` is the word that named it."""

    item: str
    token: Token
    quantity: Quantity | None = None


def loads(token: Token, sentence: Sentence, depth: int = 0) -> list[Load]:
    """Return the items of the noun phrase headed by `token`, coordination below it opened where it is a container."""
    if depth > _STEPS:
        return []
    real = antecedent(token)
    if real != token:
        return [load for each in _coordinated_before(real) for load in loads(each, sentence, depth + 1)]
    mention = sentence.mention(token)
    if mention is not None and mention.is_item:
        return [Load(_narrowest(token, mention.target, sentence), token, figure(token, sentence))]
    if mention is not None and mention.target.startswith("vessel:"):
        return [Load("vessel", token)]
    quantity = sentence.piece(token).quantity
    if quantity is not None and quantity.unit and quantity.unit.isupper() and len(quantity.unit) == 3:
        return [Load(_kind_of_money(token, sentence), token, figure(token, sentence))]
    lists = word_lists()
    if token.lower_ in lists["money_nouns"] or _is_sum(token):  # "700 million dollars a year"
        return [Load("finance", token)]
    if token.lower_ in lists["counted_people"] and any(sentence.piece(t).quantity for t in token.children):
        return [Load("personnel", token, figure(token, sentence))]
    if quantity or token.lower_ in lists["containers"] or token.lower_ in lists["partitives"]:
        found = _contents(token, sentence, depth)
        if found:
            return found
    return _of_model(token, sentence) or _renamed(token, sentence)


def _is_sum(token: Token) -> bool:
    """Say whether it is a sum that is no figure of its own: "$700 million a year"."""
    return token.lower_ in ("million", "billion") and any(child.text in ("$", "€", "£") for child in token.children)


def acts_on_people(verb: Token, sentence: Sentence) -> bool:
    """Say whether people are among what a verb acts on: "sent soldiers and mortars"."""
    moved = (load.item for patient in objects(verb) for t in conjoined(patient) for load in loads(t, sentence))
    return any("personnel" in broader_items(item) for item in moved)


def is_payment(given: list[Load], verb: Token, sentence: Sentence) -> bool:
    """Say whether money is given for goods: "paid Iran $2 billion for drones"."""
    if not any(load.item in ("finance", "cryptocurrency") for load in given):
        return False
    bought = [load for noun in prepositional(verb, "for") for load in loads(noun, sentence)]
    return any(not {"weapon", "commodity"}.isdisjoint(broader_items(load.item)) for load in bought)


def _of_model(token: Token, sentence: Sentence) -> list[Load]:
    """Return the item that a model tells a plain noun to be: "Su-25 aircraft"."""
    if token.lower_ not in word_lists()["model_nouns"] or sentence.mention(token) is not None:
        return []
    named = (m for t in modifiers(token) if (m := sentence.mention(t)) and m.is_item and m.role == "model")
    return [Load(mention.target, token, figure(token, sentence)) for mention in named][:1]


def _renamed(token: Token, sentence: Sentence) -> list[Load]:
    """Return the item that renames a noun, or that it renames: "a version of its own, the Geran-2"."""
    if token.lower_ not in word_lists()["renamed_nouns"] or sentence.mention(token) is not None:
        return []
    names = [*appositions(token), *([token.head] if token.dep_ == "appos" else [])]
    known = ((name, sentence.mention(name)) for name in names)
    found = [Load(m.target, t) for t, m in known if m is not None and m.is_item]
    return found or [Load("vessel", t) for t in names if (m := sentence.mention(t)) and m.target.startswith("vessel:")]


def _contents(token: Token, sentence: Sentence, depth: int) -> list[Load]:
    """Return what a container, a part or a figure is of; its figure is that of what has none of its own."""
    if token.lower_ == "parts" and _are_for_weapons(token, sentence):
        return [Load("weapon-component", token, figure(token, sentence))]
    inner = prepositional(token, "of", through_object=False)
    total = figure_of_container(token, sentence)
    found = [load for each in inner for load in loads(each, sentence, depth + 1)]
    if found:
        return [Load(load.item, load.token, _of_part(token, load, total, sentence)) for load in found]
    if token.lower_ not in word_lists()["containers"]:
        return []
    return [Load(m.target, t, total) for t in modifiers(token) if (m := sentence.mention(t)) and m.is_item]


def _of_part(token: Token, load: Load, total: Quantity | None, sentence: Sentence) -> Quantity | None:
    """Return how many a phrase is of: 300 in "300 of the 400 missiles", nobody knows in "some of the 400 missiles"."""
    if token.lower_ in word_lists()["fractions"]:
        return None
    own = sentence.piece(token).quantity
    return total if own is not None and own.unit is None and total is not None else load.quantity or total


def _are_for_weapons(parts: Token, sentence: Sentence) -> bool:
    """Say whether parts are of weapons: "parts of drones", "parts for ballistic missiles"."""
    behind = parts.doc[parts.i + 1 : parts.i + 2]
    near = [t for prep in behind if prep.lower_ in ("of", "for") for t in children(prep, "pobj")]
    whole = prepositional(parts, "of", "for", through_object=False) or near
    return any((m := sentence.mention(t)) and m.is_item and is_weapon(m.target) for t in whole)


def _kind_of_money(token: Token, sentence: Sentence) -> str:
    """Money is finance, or the item that it is said to be of or in: "$620 million in cryptocurrency"."""
    inside = [*prepositional(token, "in", "of", "worth", through_object=False), *token.children]
    named = [m.target for t in inside if (m := sentence.mention(t)) and m.is_item]
    if named:
        return named[0]
    verb = governing_verb(token)
    below = verb.subtree if verb is not None else ()
    in_crypto = any((m := sentence.mention(t)) and m.target == "cryptocurrency" for t in below)
    return "cryptocurrency" if in_crypto else "finance"


def _coordinated_before(noun: Token) -> list[Token]:
    """Return all that a relative clause speaks of: after "bombs and howitzers", both."""
    out = [noun]
    while noun.dep_ == "conj":
        noun = noun.head
        out.insert(0, noun)
    return out


def _narrowest(token: Token, slug: str, sentence: Sentence) -> str:
    """Let a model before its class decide ("Shahed-136 drones"), and ammunition shared by two weapons reach both."""
    mention = sentence.mention(token)
    if slug in _AMMUNITION_FOR:
        if mention and (mention.role == "plural" or any(child.dep_ == "nummod" for child in token.children)):
            return slug
        following = next((t for t in conjoined(token) if t.i > token.i), None)
        if following is not None and following.lower_ in _AMMUNITION_WORDS:
            return _AMMUNITION_FOR[slug]
    if slug == "mercenaries" and token.lower_ in ("fighter", "fighters"):
        models = [t for t in modifiers(token) if not sentence.piece(t).quantity]
        if any(ch.isdigit() for model in models for ch in model.text):
            return "combat-aircraft"  # "Su-30 fighters"
    named = (m.target for t in modifiers(token) if (m := sentence.mention(t)) and m.role == "model")
    return next((item for item in named if is_weapon(item) and _narrows(item, slug)), slug)


def _narrows(model: str, slug: str) -> bool:
    """Say whether a model's item may stand for that of the noun behind it: not where it is the broader one."""
    return slug in broader_items(model) or model not in broader_items(slug)
