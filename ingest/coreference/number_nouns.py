"""Nouns that say how many: "both countries", "the trio", "all three", "the former", "some of the members"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.coreference.nouns import Noun
from ingest.parsing.phrases import inside, is_definite, modifiers

if TYPE_CHECKING:
    from ingest.coreference import Referents

# How many a noun for a set says.
_SETS: dict[str, float] = {"pair": 2, "duo": 2, "trio": 3, "threesome": 3, "quartet": 4, "quintet": 5}
_FIGURES: dict[str, list[float]] = {"two": [2], "three": [3], "four": [4], "five": [5], "six": [6]}
# Which kinds of parties the nouns of a word list may stand for.
_KINDS_OF = {
    "country_nouns": ("State",),
    "vessel_nouns": ("Vessel",),
    "firm_nouns": ("Company", "Organisation"),
    "person_nouns": ("Person",),
    "body_plurals": ("Organisation", "ArmedGroup", "Company"),
}
# How far before "the two sides", in characters, they may have fought.
_FOES = 600


def partitive(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "some of the members": what they are part of."""
    if noun.is_in("partitives") or (noun.is_in("country_nouns") and noun.mode != "place"):
        return referents.inside_of(noun.token, noun.sentence, noun.mode, noun.depth) or None
    return None


def counted(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the three states", "both men", "the trio", "all three": as many of the kind, named side by side last."""
    count = _count(noun)
    if count is None:
        return None
    kinds = next((kinds for words, kinds in _KINDS_OF.items() if noun.is_in(words)), ())
    is_plain = noun.word in _SETS or noun.token.pos_ in ("NUM", "PRON")
    if not kinds and not is_plain:
        return None
    found = referents.before(noun.token, noun.sentence).group_of(count, kinds)
    return found or (None if count == 2 and kinds == ("State",) else [])


def _count(noun: Noun) -> float | None:
    """Return how many a noun says that it speaks of, two or more: "the three", "both", "the trio"."""
    if noun.word in _SETS:
        is_bare = is_definite(noun.token) and not inside(noun.token, "of")
        return _SETS[noun.word] if is_bare else None
    if noun.token.tag_ != "NNS" and noun.token.pos_ not in ("NUM", "PRON"):
        return None
    if noun.has_child("both"):
        return 2
    known = is_definite(noun.token) or noun.has_child("all")
    pieces = [noun.sentence.piece(token) for token in (noun.token, *noun.token.children)]
    figures = [piece.quantity.value for piece in pieces if piece.quantity] or _FIGURES.get(noun.word, [])
    is_whole = known and bool(figures) and figures[0] >= 2 and not inside(noun.token, "of", "in", "from")
    return figures[0] if is_whole else None


def one_of_two(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the former", "the latter group": the first or second of the pair before."""
    words = [noun.word, *(child.lower_ for child in modifiers(noun.token))]
    if not ("former" in words or "latter" in words) or not is_definite(noun.token):
        return None
    if noun.word not in ("former", "latter") and "latter" not in words:
        return None  # "the former president"
    two = referents.before(noun.token, noun.sentence).former_and_latter()
    return [two[0 if "former" in words else 1]] if len(two) == 2 else []


def pair(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "both countries", "the two sides": the two last named; "the countries" may be more."""
    are_governments = noun.word == "governments" and noun.has_child("two", "both")
    if not (noun.is_in("country_nouns") or are_governments) or not noun.has_child("two", "both", "these", "the"):
        return None
    if noun.word in ("sides", "belligerents"):
        near = [foes for foes in referents.history.foes if noun.position - _FOES < foes[0] < noun.position]
        if near:
            return list(dict.fromkeys(near[-1][1:]))
    before = referents.before(noun.token, noun.sentence)
    found = before.pair_of_states() if noun.has_child("two", "both") else before.states()
    is_mixed = any(referents.names.kind(party) != "State" for party in found)  # "both sides" may be a state and rebels
    return [] if is_mixed and noun.word in ("states", "countries", "nations") else found
