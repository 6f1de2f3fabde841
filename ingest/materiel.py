"""Which items a noun phrase speaks of, and how many: "20,000 containers of artillery shells and rockets"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Quantity
from graph.ontology import broader_items
from ingest import syntax
from ingest.names import word_lists
from ingest.passages import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# "artillery and rocket-launcher ammunition": a weapon named before its ammunition.
_AMMUNITION_FOR = {
    "artillery": "artillery-ammunition", "multiple-rocket-launcher": "rocket", "mortar": "artillery-ammunition",
    "small-arms": "small-arms-ammunition", "howitzer": "artillery-ammunition", "tank": "artillery-ammunition",
}  # fmt: skip
_AMMUNITION_WORDS = frozenset({"ammunition", "rounds", "munitions"})


@dataclass(frozen=True, slots=True)
class Load:
    """An item with its figure; `token` is the word that named it."""

    item: str
    token: Token
    quantity: Quantity | None = None


def loads(token: Token, sentence: Sentence, depth: int = 0) -> list[Load]:
    """Return the items of the noun phrase headed by `token`, coordination below it opened where it is a container."""
    if depth > 4:
        return []
    real = syntax.antecedent(token)
    if real != token:
        return [load for each in _coordinated_before(real) for load in loads(each, sentence, depth + 1)]
    mention = sentence.piece(token).mention
    if mention is not None and mention.kind == "item":
        return [Load(_narrowest(token, mention.target, sentence), token, figure(token, sentence))]
    if mention is not None and mention.target.startswith("vessel:"):
        return [Load("vessel", token)]
    money = sentence.piece(token).quantity
    if money is not None and money.unit and money.unit.isupper() and len(money.unit) == 3:
        return [Load(_kind_of_money(token, sentence), token, figure(token, sentence))]
    if token.lower_ in word_lists()["containers"] or token.lower_ in word_lists()["partitives"] or sentence.piece(token).quantity:
        inner = [t for t in syntax.prepositional(token, "of", through_object=False)]
        total = figure(token, sentence)
        found = [load for t in inner for load in loads(t, sentence, depth + 1)]
        if found:
            return [Load(load.item, load.token, load.quantity or total) for load in found]
        named = [m for m in syntax.modifiers(token) if (n := sentence.piece(m).mention) and n.kind == "item"]
        if named and token.lower_ in word_lists()["containers"]:
            return [Load(sentence.piece(m).mention.target, m, None) for m in named]  # type: ignore[union-attr]
    return []


def _kind_of_money(token: Token, sentence: Sentence) -> str:
    """Money is finance, or the item that it is said to be of or in: "$620 million in cryptocurrency"."""
    inside = [*syntax.prepositional(token, "in", "of", "worth", through_object=False), *token.children]
    named = [m.target for t in inside if (m := sentence.piece(t).mention) and m.kind == "item"]
    if named:
        return named[0]
    verb = syntax.governing_verb(token)
    return "cryptocurrency" if verb is not None and any(t.lower_.startswith("crypto") for t in verb.subtree) else "finance"


def _coordinated_before(noun: Token) -> list[Token]:
    """A relative clause after "bombs and howitzers" speaks of both."""
    out = [noun]
    while noun.dep_ == "conj":
        noun = noun.head
        out.insert(0, noun)
    return out


def _narrowest(token: Token, slug: str, sentence: Sentence) -> str:
    """Let a model before its class decide ("Shahed-136 drones"), and ammunition shared by two weapons reach both."""
    ammunition = _AMMUNITION_FOR.get(slug)
    if ammunition:
        if mention_role(token, sentence) == "plural":
            return slug
        following = [t for t in syntax.conjoined(token) if t.i > token.i][:1]
        if following and following[0].lower_ in _AMMUNITION_WORDS:
            return ammunition
    if slug == "mercenaries" and token.lower_ in ("fighter", "fighters"):
        if any(ch.isdigit() for modifier in syntax.modifiers(token) if not sentence.piece(modifier).quantity for ch in modifier.text):
            return "combat-aircraft"  # "Su-30 fighters"
    for modifier in syntax.modifiers(token):
        mention = sentence.piece(modifier).mention
        if mention and mention.kind == "item" and mention.role == "singular":
            if slug in broader_items(mention.target) or not set(broader_items(slug)) & {mention.target}:
                if "weapon" in broader_items(mention.target) and _is_model(modifier):
                    return mention.target
    return slug


def mention_role(token: Token, sentence: Sentence) -> str:
    mention = sentence.piece(token).mention
    return mention.role if mention else ""


def _is_model(token: Token) -> bool:
    return token.text[:1].isupper()


def figure(token: Token, sentence: Sentence) -> Quantity | None:
    """Return how many of what `token` names, in its own words."""
    own = sentence.piece(token).quantity
    if own is not None:
        return Quantity(own.value, own.bound, own.unit)
    for child in (*syntax.modifiers(token), *token.children):
        quantity = sentence.piece(child).quantity
        if quantity is not None and child.i < token.i:
            return Quantity(quantity.value, quantity.bound, quantity.unit)
    return None
