"""How many of what a noun names: the figure before it, that of its container, its worth, or a total for two.

A figure that counts something else is never that of the goods themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Quantity
from graph.ontology import broader_items
from ingest.lexicon.wordlists import word_lists, words_in
from ingest.parsing.phrases import children, first_conjunct, inside, modifiers
from ingest.parsing.syntax import objects

if TYPE_CHECKING:
    from ingest.parsing.passages import Sentence
    from ingest.parsing.tokens import Token

_CODE = 3  # letters of a currency


def figure(token: Token, sentence: Sentence) -> Quantity | None:
    """Return how many of what `token` names, in its own words."""
    own = sentence.piece(token).quantity
    if own is not None:
        return Quantity(own.value, own.bound, own.unit)
    before = [*modifiers(token), *token.children]
    before += [child for other in modifiers(token) for child in children(other, "nummod")]
    for child in before:
        quantity = sentence.piece(child).quantity
        if quantity is not None and child.i < token.i:
            return Quantity(quantity.value, quantity.bound, quantity.unit)
    rules = (_worth, _total, _of_tons, _strength)
    return next((found for rule in rules if (found := rule(token, sentence))), None)


def _worth(token: Token, sentence: Sentence) -> Quantity | None:
    """Return the sum in "electronics worth over $40 million"."""
    doc, at = sentence.doc, token.i + 1
    if at >= len(doc) or doc[at].lower_ not in ("worth", "valued"):
        return None
    sums = (sentence.piece(t).quantity for t in doc[at + 1 : at + 3])  # "worth $5 million", "valued at $5 million"
    money = next((q for q in sums if q and q.unit and q.unit.isupper() and len(q.unit) == _CODE), None)
    return Quantity(money.value, money.bound, money.unit) if money else None


def _of_tons(token: Token, sentence: Sentence) -> Quantity | None:
    """Return the measure of "750 tons of missiles and radar equipment", which stands on each."""
    first = first_conjunct(token)
    if (
        first.dep_ != "pobj"
        or first.head.lower_ != "of"
        or any(child.i < token.i for child in children(token, "nummod"))
    ):
        return None
    own = [sentence.piece(child).quantity for child in children(first.head.head, "nummod")]
    measure = next((quantity for quantity in own if quantity and quantity.unit), None)
    return Quantity(measure.value, measure.bound, measure.unit) if measure else None


def _strength(token: Token, sentence: Sentence) -> Quantity | None:
    """Return how many people "a battalion of 900 troops" has."""
    men = [t for t in inside(token, "of") if (m := sentence.mention(t)) and m.is_item and not children(token, "nummod")]
    counts = (sentence.piece(child).quantity for t in men for child in children(t, "nummod"))
    count = next((count for count in counts if count), None)
    return Quantity(count.value, count.bound, count.unit) if count else None


def _total(token: Token, sentence: Sentence) -> Quantity | None:
    """Return the total that two plain plurals share: "300 drones and missiles"; "20 tanks and ammunition" is none."""
    first = token.head
    if token.dep_ != "conj" or token.tag_ != "NNS" or token.i != first.i + 2 or first.tag_ != "NNS":
        return None
    mention, other = sentence.mention(token), sentence.mention(first)
    if mention is None or other is None or not (mention.is_item and other.is_item):
        return None
    branch = broader_items(mention.target)
    if (
        branch[-1] not in ("weapon", "personnel")
        or "ammunition" in branch
        or broader_items(other.target)[-1] != branch[-1]
    ):
        return None
    own = [child for child in token.children if child.i < token.i]
    counts = [sentence.piece(child).quantity for child in children(first, "nummod")]
    total = next((count for count in counts if count), None)
    return Quantity(total.value, total.bound, total.unit) if total and not own else None


def figure_of_container(token: Token, sentence: Sentence) -> Quantity | None:
    """Return how many containers or batteries there are, in that unit."""
    found = figure(token, sentence)
    if found is None or found.unit or token.lower_ not in word_lists()["counting_nouns"]:
        return found
    return Quantity(found.value, found.bound, token.lemma_.lower())


def figure_of_deed(trigger: Token, sentence: Sentence) -> Quantity | None:
    """Return how many blows a noun tells of ("22 strikes"), what sum was moved or how many people were trained."""
    if trigger.pos_ == "NOUN":
        return _with_unit(trigger, figure(trigger, sentence))
    sums = (sentence.piece(t).quantity for t in objects(trigger))
    money = next((q for q in sums if q and q.unit and q.unit.isupper() and len(q.unit) == _CODE), None)
    if money is not None:
        return Quantity(money.value, money.bound, money.unit)
    helped = [t for t in objects(trigger) if t.lower_ in words_in("armed_nouns", "person_nouns")]
    return next((q for t in helped if (q := _with_unit(t, figure(t, sentence)))), None)


def _with_unit(token: Token, found: Quantity | None) -> Quantity | None:
    if found is None or found.unit:
        return found
    return Quantity(found.value, found.bound, token.lemma_.lower())
