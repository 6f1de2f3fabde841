"""Noun phrases as the parser hangs them: coordination, relative pronouns, owners, modifiers, appositions, prepositions.

Works on spaCy's English dependency labels, and mends the commonest wrong attachments of the small model. Phrases are
given as head tokens. What a verb does with them is `ingest/parsing/syntax.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ingest.lexicon.wordlists import word_lists
from ingest.parsing.tokens import Token, asked_once

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
# Verbs (lemmas) that tell where a firm is.
SEATED = frozenset({"register", "base", "headquarter", "incorporate", "locate"})
_NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})


def children(token: Token, *deps: str) -> list[Token]:
    """Return the dependants that hang on `token` by one of these labels."""
    held = token.children  # most words have none
    return [child for child in held if child.dep_ in deps] if held else []


@asked_once
def conjoined(token: Token) -> Sequence[Token]:
    """Return `token` and what is coordinated with it, in order."""
    out, queue = [], [token]
    for current in queue:
        out.append(current)
        queue.extend(c for c in children(current, "conj") if c.pos_ in _NOUN_TAGS and not _is_set_apart(c, current))
    if token.pos_ == "PROPN":  # "X, the head of the guard, and Y": the parser may hang Y on the head
        for renaming in children(token, "appos"):
            if renaming.pos_ == "NOUN":
                out.extend(c for c in children(renaming, "conj") if c.pos_ == "PROPN" and c not in out)
    return sorted(out, key=lambda t: t.i)


@asked_once
def is_excluded(token: Token) -> bool:
    """Say whether a phrase tells who or what is not meant: "no troops", "neither A nor B", "not to Libya"."""
    return token.lower_ not in ("all", "every", "many") and any(
        child.i < token.i and child.lower_ in ("no", "neither", "not") and not children(child, "advmod")
        for child in children(token, "det", "neg", "preconj", "cc")
    )


def _is_set_apart(conjunct: Token, first: Token) -> bool:
    """Say whether only one of two is meant: "fuel but no drones", "no drones but only fuel"."""
    if is_excluded(first) or first.doc[first.i - 1].lower_ == "not":
        between = first.doc[first.i + 1 : conjunct.i]
        return not is_excluded(conjunct) and any(token.lower_ == "but" for token in between)
    return is_excluded(conjunct)


def all_of(first: Token) -> Sequence[Token]:
    """Return all whom "they" means of a row: of "Iran or Russia" not both."""
    row = conjoined(first)
    return [first] if any(child.lower_ == "or" for token in row for child in children(token, "cc")) else row


def first_conjunct(token: Token) -> Token:
    """Return the first of the coordinated words that `token` is one of."""
    while token.dep_ == "conj":
        token = token.head
    return token


@asked_once
def antecedent(token: Token) -> Token:
    """Return what a relative pronoun refers to, or the token itself."""
    if token.lower_ not in RELATIVES or token.tag_ not in ("WDT", "WP", "WP$", "IN", "DT"):
        return token
    clause = next((up for up in token.ancestors if up.dep_ == "relcl"), None)
    if clause is None:
        return _cleft(token) or _noun_just_before(token)
    nearest = _noun_before(token, clause)
    is_apart = token.lower_ == "which" and token.i > 0 and token.doc[token.i - 1].text == ","
    if is_apart and nearest is not None and nearest.pos_ == "PROPN":
        if clause.head.pos_ == "NOUN" or (nearest.dep_ == "conj" and _is_singular(clause)):
            return nearest
        firm = _registered_there(nearest)
        if firm is not None:
            return firm
    return clause.head if is_apart else _restricted(clause.head)


def _is_singular(verb: Token) -> bool:
    """Say whether a verb speaks of one: "Tehran and Moscow, which builds"."""
    return any(t.tag_ == "VBZ" or t.lower_ == "was" for t in (verb, *children(verb, "aux", "auxpass")))


def _registered_there(place: Token) -> Token | None:
    """Return the name in "Orbit DMCC, registered in Dubai, which bought": a place buys nothing."""
    above = place.head.head
    is_seat = place.dep_ == "pobj" and place.head.lower_ in ("in", "at") and above.lemma_ in SEATED
    if not is_seat or above.i < 2 or above.doc[above.i - 1].text != ",":
        return None
    name = above.doc[above.i - 2]
    return name if name.pos_ in ("PROPN", "NOUN") else None


def _restricted(noun: Token) -> Token:
    """Return what a relative clause without a comma tells apart: no name, but "a firm registered in Chad which"."""
    if noun.pos_ != "PROPN" or noun.dep_ != "pobj":
        return noun
    above = next((up for up in noun.ancestors if up.pos_ in ("NOUN", "PROPN")), None)
    by_clause = noun.head.lower_ != "by" and noun.head.head.dep_ == "acl"
    return above if above is not None and above.pos_ == "NOUN" and by_clause else noun


def _cleft(token: Token) -> Token | None:
    """Return "Kinshasa" in "It was Kinshasa, he said, that had breached"."""
    opening = token.doc[0]
    verb = opening.head
    if opening.lower_ != "it" or verb.lemma_ != "be" or token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    return next((attr for attr in children(verb, "attr") if attr.i < token.i and _is_plain(attr)), None)


def _is_plain(noun: Token) -> bool:
    """Say whether a noun is a name or the definite one of somebody's: "Chad's army"."""
    return noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and bool(possessors(noun)))


def _noun_just_before(token: Token) -> Token:
    """Return "drones" in "drones that it bought", where the parser saw no relative clause."""
    before = token.doc[token.i - 1] if token.i else token
    lacks_noun = token.dep_ in ("dobj", "nsubj", "nsubjpass")
    is_noun = before.pos_ in ("NOUN", "PROPN") and before.dep_ in ("dobj", "pobj", "attr")
    return before if lacks_noun and is_noun else token


def _noun_before(token: Token, clause: Token) -> Token | None:
    first = min(t.i for t in clause.subtree)
    for at in range(first - 1, max(-1, first - 3), -1):
        if token.doc[at].pos_ in ("NOUN", "PROPN"):
            return token.doc[at]
    return None


def name_before(token: Token) -> Token | None:
    """Return the name that stands right before a relative pronoun, over a comma."""
    nearest = [t for t in token.doc[max(0, token.i - 2) : token.i] if t.text != ","]
    return nearest[-1] if nearest and nearest[-1].pos_ == "PROPN" else None


def opened(tokens: Iterable[Token]) -> list[Token]:
    """Return all that `tokens` speak of: what is coordinated with each, and what relative pronouns refer to."""
    out: list[Token] = []
    for token in tokens:
        real = antecedent(token)
        out.extend(_meant_together(real, token) if real != token else conjoined(token))
    return out


def _meant_together(real: Token, relative: Token) -> Sequence[Token]:
    """Return all of "Iran and Russia, which are building", of whom a plural verb speaks."""
    verb = relative.head
    is_plural = relative.lower_ == "which" and any(
        t.tag_ == "VBP" or t.lower_ == "were" for t in (verb, *children(verb, "aux", "auxpass"))
    )
    many = [other for other in conjoined(real) if other.i < relative.i and other.pos_ == real.pos_ == "PROPN"]
    return many if is_plural and len(many) > 1 else [real]


@asked_once
def possessors(noun: Token) -> Sequence[Token]:
    """Return the owners of a noun: "Moscow's veto"."""
    return opened(children(noun, "poss"))


@asked_once
def modifiers(noun: Token) -> Sequence[Token]:
    """Return the adjectives and compounds before a noun, coordinated ones too."""
    out = []
    for child in children(noun, "amod", "compound", "nmod", "npadvmod", "nummod"):
        if child.i < noun.i:
            out.extend([child, *children(child, "conj", "amod", "compound", "npadvmod", "nmod")])
    return out


@asked_once
def appositions(noun: Token) -> Sequence[Token]:
    """Return the nouns that rename `noun`, those in lists too."""
    return [other for child in children(noun, "appos") for other in conjoined(child)] or _beside_comma(noun)


def _beside_comma(noun: Token) -> list[Token]:
    """Return what renames where the parser saw nothing: "the commander, Dagalo, known as", "the Team, a group of"."""
    doc, at = noun.doc, noun.i
    if at + 2 >= len(doc) or doc[at + 1].text != ",":
        return []
    second = doc[at + 2]
    if noun.pos_ == "NOUN" and second.pos_ == "PROPN" and second.head != noun:
        if second.dep_ not in ("compound", "nsubj", "poss", "conj"):
            return [second] if at + 3 >= len(doc) or doc[at + 3].text in (",", ".", "who", "and") else []
        return []
    if noun.pos_ == "PROPN" and second.lower_ in ("a", "an", "the") and second.dep_ == "det":
        head = second.head
        return [head] if head.pos_ == "NOUN" and head.dep_ in ("npadvmod", "dep", "attr", "oprd", "appos") else []
    return []


@asked_once
def renamed(noun: Token) -> Sequence[Token]:
    """Return the name before the comma where the parser saw no apposition: "the Rome Statute, the founding treaty"."""
    if noun.dep_ in ("nsubj", "nsubjpass", "conj", "poss"):
        return []
    before = [t.i for t in noun.subtree if t.i <= noun.i and t.dep_ in ("det", "poss", "amod", "compound", "case")]
    start, doc = min([noun.i, *before]), noun.doc
    if start < 2 or doc[start - 1].text != ",":
        return []
    return [doc[start - 2]] if doc[start - 2].pos_ == "PROPN" else []


def inside(noun: Token, *prepositions: str) -> list[Token]:
    """Return the nouns right under these prepositions, coordination left closed."""
    return [pobj for prep in children(noun, "prep") if prep.lower_ in prepositions for pobj in children(prep, "pobj")]


def is_content(clause: Token) -> bool:
    """Say whether a clause tells what a noun is about, though the parser saw a relative: "the rumour that it sold"."""
    that = next((child for child in children(clause, "mark", "dobj") if child.lower_ == "that"), None)
    if clause.dep_ != "relcl" or that is None or not children(clause, "nsubj", "nsubjpass"):
        return False
    return that.dep_ == "mark" or len(children(clause, "dobj", "dative")) > 1


@asked_once
def is_definite(noun: Token) -> bool:
    """Say whether a noun phrase speaks of something known: "the", "this", "its"."""
    return any(
        child.dep_ == "poss" or child.lower_ in ("the", "this", "that", "these", "those", "both")
        for child in noun.children
    )


def prepositional(head: Token, *prepositions: str, through_object: bool = True) -> list[Token]:
    """Return the objects of these prepositions under a verb or noun, also where they hang one step lower."""
    tokens = preposition_tokens(head, through_object)
    found = (prep for prep in tokens if prep.lower_ in prepositions and not is_excluded(prep))
    return opened(pobj for prep in found for pobj in children(prep, "pobj") or _shared(prep))


def _shared(prep: Token) -> list[Token]:
    """Return what a preposition shares with the one behind "and": "in and around Juba"."""
    return [pobj for other in children(prep, "conj") if other.pos_ == "ADP" for pobj in children(other, "pobj")]


def behind(head: Token, *prepositions: str) -> list[Token]:
    """Return what stands behind a preposition of a verb or noun itself, not of its object."""
    return prepositional(head, *prepositions, through_object=False)


def _resumed(first: Token) -> list[Token]:
    """Return the preposition said again, where the parser hung it on a verb: "sanctions on A, the head, and on B"."""
    return [
        prep for prep in first.doc[first.i + 1 :]
        if prep.lower_ == first.lower_ and prep.dep_ in ("conj", "prep") and _is_behind_and(prep)
        and prep.head.pos_ == "VERB" and (prep.head in first.ancestors or prep.dep_ == "conj")
    ]  # fmt: skip


def _is_behind_and(token: Token) -> bool:
    return token.i > 0 and token.doc[token.i - 1].lower_ in ("and", "but", "or")


def _hangs_too_low(preposition: Token) -> bool:
    """Say whether a preposition under another's noun is the verb's: "the sale by Iran to Chad of drones"."""
    name, above = preposition.head, preposition.head.head.lower_
    if preposition.lower_ == "of":
        return above in ("by", "to", "from", "in") and name.pos_ == "PROPN"
    if preposition.lower_ in ("in", "at", "on"):
        return above == "against" or (above in ("for", "beside", "alongside") and name.pos_ == "PROPN")
    return above in ("from", "of", "in", "by", "as") and preposition.lower_ in ("to", "from", "into", "via", "by")


def _behind_the_last(verb: Token, nearer: list[Token]) -> list[Token]:
    """Return the prepositions behind the last of several objects, which all share: "drones and a load of rifles to"."""
    known = {prep.lower_ for prep in nearer}
    last = [conjoined(child)[-1] for child in children(verb, "dobj", "nsubjpass") if verb.pos_ == "VERB"]
    own = [prep for child in last if child.dep_ == "conj" for prep in children(child, "prep")]
    return [prep for prep in own if prep.lower_ in ("to", "into", "from", "off") and prep.lower_ not in known]


def preposition_tokens(head: Token, through_object: bool = True) -> Sequence[Token]:
    """Return the prepositions under `head`, its object, and each other ("from A to B")."""
    return _through_object(head) if through_object else _right_below(head)


@asked_once
def _through_object(head: Token) -> Sequence[Token]:
    below = children(head, "dobj", "nsubjpass", "attr", "oprd", *(["acomp"] if head.lemma_ == "be" else []))
    below += [head.head] if head.dep_ == "acl" and head.tag_ == "VBN" else []
    found = [*_own_prepositions(head), *(prep for child in below for prep in children(child, "prep"))]
    return list(_with_each_other([*found, *_behind_the_last(head, found)]))


@asked_once
def _right_below(head: Token) -> Sequence[Token]:
    return list(_with_each_other(_own_prepositions(head)))


def _own_prepositions(head: Token) -> list[Token]:
    complex_ones = word_lists()["complex_prepositions"]
    return [prep for prep in children(head, "prep", "dative", "agent") if prep.lower_ not in complex_ones]


def _with_each_other(found: list[Token]) -> Iterator[Token]:
    """Yield prepositions with those that hang on them, are said again, or hang too low."""
    for prep in (*found, *(prep for first in found for prep in _resumed(first))):
        yield prep
        yield from children(prep, "prep")
        yield from (other for other in children(prep, "conj") if other.pos_ == "ADP")
        if prep.lower_ in ("from", "of", "in", "by", "to", "for", "against", "beside", "alongside", "as"):
            inner = (lower for pobj in children(prep, "pobj") for lower in children(pobj, "prep"))
            yield from (lower for lower in inner if _hangs_too_low(lower))
