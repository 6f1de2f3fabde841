"""Goods taken up again: "sold them to", "the vehicles were built by", "both weapons", after what they are was told.

A word as broad as "weapons" or "vehicles" behind "the" is the one narrower item that the sentence, or the last before
it that names any, has named; where two would fit, it stays as broad as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.ontology import broader_items
from ingest.arguments.figures import figure
from ingest.arguments.materiel import Load, loads
from ingest.lexicon.wordlists import word_lists, words_in
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, conjoined, first_conjunct, is_definite, preposition_tokens, prepositional

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_MANY = frozenset({"both", "these", "those"})
# Plain nouns that may stand for other items than their own.
_LOOSE = {
    "vehicles": frozenset({"armoured-vehicle", "tank", "military-vehicle"}),
    "guns": frozenset({"artillery", "howitzer", "self-propelled-artillery"}),
    "aircraft": frozenset({"drone", "attack-drone", "helicopter", "combat-aircraft"}),
}
_REACH = 2  # sentences


class GoodsBefore:
    """The items that the sentences before have named."""

    def __init__(self) -> None:
        self._last: list[str] = []
        self._told: list[str] = []
        self._since = self._since_told = 0
        self._of_people = False

    def remember(self, sentence: Sentence) -> None:
        """Note the items of a sentence that is read."""
        items = _named(sentence, len(sentence.doc))
        self._since = 0 if items else self._since + 1
        self._last = items or self._last
        told = _told(sentence, len(sentence.doc))
        self._since_told = 0 if told else self._since_told + 1
        self._told = told or self._told
        self._of_people = any(t.tag_ == "NNS" and _are_people(t, sentence) for t in sentence.doc)

    def meant(self, load: Load, sentence: Sentence) -> list[Load]:
        """Take "both weapons", "the vehicles" for the items named before."""
        words = {child.lower_ for child in load.token.children}
        if load.item == "weapon" and words & _MANY:
            return [Load(item, load.token) for item in dict.fromkeys(self._last)]
        if "the" not in words or children(load.token, "amod", "compound", "nmod", "prep", "acl", "relcl", "poss"):
            return [load]
        narrower = self._nearest(load, sentence)
        return [Load(narrower[0], load.token, load.quantity)] if len(narrower) == 1 else [load]

    def _nearest(self, load: Load, sentence: Sentence) -> list[str]:
        loose = _LOOSE.get(load.token.lower_, frozenset())
        for items in (_named(sentence, load.token.i), self._last if self._since < _REACH else []):
            fitting = [i for i in items if i in loose or (i != load.item and load.item in broader_items(i))]
            if fitting:
                return list(dict.fromkeys(fitting))
        return []

    def taken_up(self, token: Token, sentence: Sentence) -> list[Load]:
        """Return what "them", "the cargo", "a litre", "the latter" are, by what was named before."""
        parts = prepositional(token, "of", through_object=False) if token.lower_ in word_lists()["partitives"] else []
        for part in (token, *parts):
            if _tells_apart(part):
                return _one_of_two(part, sentence)
        if token.pos_ == "NUM" or sentence.piece(token).quantity:
            whole = prepositional(token, "of", through_object=False)
            if any(part.lower_ in ("these", "them") or _is_load_of_the(part) for part in whole):
                return self._only_told(token, sentence)
        return self._by_measure(token, sentence) or self._by_pronoun(token, sentence)

    def _by_measure(self, token: Token, sentence: Sentence) -> list[Load]:
        """Return the goods that "the material", "31 lorry-loads", "its own" are, if only one kind was named last."""
        if not _is_measure(token) or (sentence.mention(token) is not None and token.lower_ not in _MEASURED):
            return []
        return self._only_told(token, sentence)

    def _only_told(self, token: Token, sentence: Sentence) -> list[Load]:
        """Return the only kind of goods told of before a word, under its figure."""
        here = _told(sentence, token.i)
        if not here and self._since_told >= _REACH:
            return []
        items = list(dict.fromkeys(here or self._told))
        self._since_told = min(self._since_told, -1 if len(items) == 1 else self._since_told)
        return [Load(items[0], token, figure(token, sentence))] if len(items) == 1 else []

    def _by_pronoun(self, token: Token, sentence: Sentence) -> list[Load]:
        """Return what "them" are in "sold them to Chad", "they" in "they were sold to Chad by"."""
        is_word = token.lower_ in ("them", "they", "it") and token.dep_ in ("dobj", "nsubjpass", "pobj")
        verb = next((up for up in token.ancestors if up.pos_ == "VERB"), None)
        if not is_word or verb is None or verb.lemma_ not in word_lists()["carrying_verbs"] | _DEALING:
            return []
        if not any(prep.lower_ in ("to", "into", "from") for prep in preposition_tokens(verb)):
            return []
        if token.lower_ == "it":
            return _only_mass_before(token, sentence)
        plural = [t for t in sentence.doc[: token.i] if t.tag_ in ("NNS", "NNPS") and t.lower_ not in _TIMES]
        if plural:
            mention = sentence.mention(plural[-1])
            near = [load for load in loads(plural[-1], sentence) if _is_goods(load.item)] if mention is None else []
            if mention and mention.is_item and _is_goods(mention.target):
                row = [(t, sentence.mention(t)) for t in conjoined(first_conjunct(plural[-1]))]
                near = [Load(m.target, t) for t, m in row if m and m.is_item and _is_goods(m.target)]
            return [Load(known.item, token) for load in near for known in self.meant(load, sentence)]
        items = list(dict.fromkeys(self._last)) if self._since == 0 and not self._of_people else []
        return [Load(items[0], token)] if len(items) == 1 else []


def _only_mass_before(token: Token, sentence: Sentence) -> list[Load]:
    """Return the goods that "it" is, if they are the only ones told of: "sold oil to Verus, which passed it on to"."""
    named = [m for t in sentence.doc[: token.i] if (m := sentence.mention(t)) and m.is_item]
    is_mass = len(named) == 1 and named[0].role == "mass" and _is_goods(named[0].target)
    return [Load(named[0].target, token)] if is_mass and token.dep_ == "dobj" else []


_CARRIERS = frozenset({"vessel", "warship"})
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "npadvmod"})
_MEASURED = frozenset({"cargo", "cargoes"})


def _is_measure(token: Token) -> bool:
    """Say whether a noun only measures or gathers goods named before: "a litre", "the material", "its own"."""
    lists = word_lists()
    if token.lower_ == "own":
        return any(child.dep_ == "poss" for child in token.children) and token.dep_ == "dobj"
    if children(token, "amod", "compound", "nmod") and token.lower_ not in lists["load_nouns"]:
        return False
    is_bare = not any(prep.lower_ == "of" for prep in children(token, "prep"))
    return is_bare and (
        token.lower_ in lists["load_nouns"] or (token.lower_ in lists["goods_nouns"] and is_definite(token))
    )


def _is_load_of_the(noun: Token) -> bool:
    """Say whether it is "the cargoes", "the shipments" of what was told of."""
    is_bare = not any(prep.lower_ == "of" for prep in children(noun, "prep"))
    return is_bare and noun.lower_ in word_lists()["load_nouns"] and is_definite(noun)


def _tells_apart(token: Token) -> bool:
    return token.lower_ in ("former", "latter") and is_definite(token)


def _one_of_two(token: Token, sentence: Sentence) -> list[Load]:
    """Return the first or second of the two goods that the sentence named side by side before."""
    mentions = ((t, sentence.mention(t)) for t in sentence.doc[: token.i])
    named = [(t, m) for t, m in mentions if m and m.is_item and _is_goods(m.target) and t.dep_ != "compound"]
    pair = [(t, m) for t, m in named[-2:] if named[-1][0] in conjoined(first_conjunct(t))]
    if len(pair) != 2:
        return []
    return [Load(pair[0 if token.lower_ == "former" else 1][1].target, token)]


_TIMES = frozenset({"days", "weeks", "months", "years", "hours", "times"})
_DEALING = frozenset(
    {"sell", "resell", "give", "supply", "buy", "purchase", "donate", "hand", "pass", "import", "provide"}
)


def _named(sentence: Sentence, end: int) -> list[str]:
    """Return the items that the words of a sentence before `end` name; goods, no people or help."""
    pieces: Sequence[str] = [m.target for piece in sentence.pieces[:end] if (m := piece.mention) and m.is_item]
    return [item for item in pieces if item != "weapon" and _is_goods(item)]


def _told(sentence: Sentence, end: int) -> list[str]:
    """Return the goods before `end` that are told of: no carriers, and not "satellite" in "satellite data"."""
    named = ((token, sentence.mention(token)) for token in sentence.doc[:end])
    items = [(t, m.target) for t, m in named if m and m.is_item and _is_goods(m.target) and m.target not in _CARRIERS]
    return [item for t, item in items if t.dep_ not in _BEFORE_NOUN or sentence.mention(t.head)]


def _is_goods(item: str) -> bool:
    return broader_items(item)[-1] in ("weapon", "commodity")


def _are_people(noun: Token, sentence: Sentence) -> bool:
    mention = sentence.mention(noun)
    if mention is not None and mention.is_item:
        return not _is_goods(mention.target)
    return noun.lower_ in words_in("group_nouns", "armed_nouns", "state_nouns", "person_nouns", "body_plurals")
