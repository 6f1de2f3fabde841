"""Misparses around what stands between two commas or before a colon: a participle, a row of objects, a fragment.

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, conjoined
from ingest.parsing.tokens import Token


def _behind_comma(token: Token) -> Token | None:
    """Return the noun that a word follows over a comma."""
    doc, at = token.doc, token.i
    is_apart = at >= 2 and doc[at - 1].text == "," and doc[at - 2].pos_ in ("NOUN", "PROPN")
    return doc[at - 2] if is_apart else None


@tried_on("advcl", "acl")
def _participle_of_object(token: Token, sentence: Sentence) -> None:
    """Hang "made" in "shipped engines, made by Verus, to Mali" on the engines, and "to" on what was shipped."""
    noun, verb = _behind_comma(token), token.head
    if token.tag_ != "VBN" or noun is None or children(token, "nsubj", "auxpass"):
        return
    mention = sentence.mention(noun)
    if mention is None or not mention.is_item or not children(token, "agent", "prep"):
        return
    giving = verb if verb.pos_ == "VERB" else noun.head
    token.hang(noun, "acl")
    if giving.pos_ != "VERB" or noun.dep_ != "dobj" or noun.head is not giving:
        return
    for prep in [t for t in token.subtree if t.lower_ in ("to", "into") and t.dep_ in ("prep", "dative")]:
        if token.doc[prep.i - 1].text == "," and not children(giving, "dative"):
            prep.hang(giving, "prep")


@tried_on("relcl")
def _of_its_whole(token: Token, sentence: Sentence) -> None:
    """Let "which" in "Bureau 9, a unit of the Orbit Group, which answers to" be the group, named right before it."""
    name = token.head
    which = next((t for t in token.subtree if t.lower_ == "which"), None)
    if which is None or which.i < 2 or which.doc[which.i - 1].text != "," or name.pos_ != "PROPN":
        return
    whole = which.doc[which.i - 2]
    noun = whole.head.head
    is_of_it = whole.dep_ == "pobj" and whole.head.lower_ == "of" and noun.dep_ == "appos" and noun.head is name
    mention = sentence.mention(whole)
    if is_of_it and mention is not None and mention.is_noun and mention.target.startswith("org:"):
        token.hang(whole, "relcl")


@tried_on()
def _claim_that_is_denied(token: Token, _: Sentence) -> None:
    """Hang "denies" in "accused Iran of the theft, a charge Tehran denies" on the charge, no more on the sentence."""
    if token.lemma_ not in speech()["denying"] or token.head is not token:
        return
    told = next((child for child in children(token, "ccomp") if child.i < token.i), None)
    if told is None:
        return
    claim = next((noun for noun in children(token, "dobj") if told.i < noun.i < token.i), None)
    denier = next((noun for noun in children(token, "nsubj") if claim is not None and claim.i < noun.i < token.i), None)
    if claim is None or denier is None or claim.lemma_ not in speech()["claim_nouns"]:
        return
    told.hang(told, "ROOT")
    for child in list(token.children):
        if child.i < claim.i or child.dep_ == "punct":
            child.hang(told, child.dep_)
    claim.hang(told, "npadvmod")
    token.hang(claim, "relcl")


@tried_on("npadvmod")
def _first_of_row(token: Token, sentence: Sentence) -> None:
    """Take the first name of "Algeria, Guyana and Somalia voted" for one of the row, not for a circumstance."""
    doc, at, verb = token.doc, token.i, token.head
    if token.dep_ != "npadvmod" or at + 2 >= len(doc) or doc[at + 1].text != ",":
        return
    second = doc[at + 2]
    mentions = [sentence.mention(name) for name in (token, second)]
    is_row = second.dep_ in ("nsubj", "nsubjpass") and second.head is verb and bool(children(second, "conj"))
    if is_row and all(mention is not None and mention.is_state for mention in mentions):
        token.hang(verb, second.dep_)
        second.hang(token, "conj")


@tried_on("prep", words=("to", "into"))
def _to_behind_aside(token: Token, _: Sentence) -> None:
    """Hang "to" in "sold perchlorate, an ingredient of fuel, to Mali" on what was sold, not on the aside."""
    renaming = token.head
    if renaming.dep_ != "appos" or not token.i:
        return
    verb = next((up for up in renaming.ancestors if up.pos_ == "VERB"), None)
    if token.doc[token.i - 1].text != "," or verb is None or verb.lemma_ not in word_lists()["ditransitive"]:
        return
    goods = [up for up in renaming.ancestors if up.dep_ == "dobj" and up.head is verb]
    if goods and not children(verb, "dative"):
        token.hang(verb, "prep")


@tried_on("nsubj", "nsubjpass")
def _announced(token: Token, _: Sentence) -> None:
    """Take "names" in "Two more names: the Treasury has designated" for no subject of the verb behind the colon."""
    verb = token.head
    if token.i > verb.i:
        return
    colon = next((t.i for t in token.doc[token.i : verb.i] if t.text == ":"), None)
    own = [t for t in children(verb, "nsubj", "nsubjpass") if colon is not None and t.i > colon]
    if own:
        token.hang(verb, "dep")
        own[-1].dep_ = "nsubjpass" if children(verb, "auxpass") else "nsubj"


@tried_on("ROOT")
def _fragment(token: Token, _: Sentence) -> None:
    """Hang "founded" in "At first the Mechanism, founded by the Council in 2015." on the noun."""
    noun = _behind_comma(token)
    if token.tag_ != "VBN" or noun is None or not children(token, "agent"):
        return
    if children(token, "nsubj", "nsubjpass", "aux", "auxpass") or token not in noun.ancestors:
        return
    top = next(up for up in (noun, *noun.ancestors) if up.head is token)
    top.hang(top, "ROOT")
    token.hang(noun, "acl")


@tried_on("conj")
def _second_object(token: Token, sentence: Sentence) -> None:
    """Take "commander" in "put the unit, and its commander, Ali Nour, under sanctions" for an object of the verb."""
    verb, before = token.head, [c for c in children(token.head, "dobj") if c.i < token.i]
    if token.pos_ not in ("NOUN", "PROPN") or verb.pos_ != "VERB" or not before:
        return
    between = token.doc[before[-1].i : token.i]
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ in ("conj", "ROOT", "ccomp") for t in between):
        return
    if children(token, "relcl", "nsubj"):
        return
    token.hang(conjoined(before[-1])[-1], "conj")
    for prep in children(token, "prep"):
        named = children(prep, "pobj")
        if any(noun.lower_ in word_lists()["regime_nouns"] for noun in named) and not sentence.mention(prep):
            prep.hang(verb, "prep")


@tried_on("nmod", "compound")
def _renamed_subject(token: Token, sentence: Sentence) -> None:
    """Take the name in "The Resistance, Saleh's men, took it" for the subject, and the men for another name of it."""
    noun, doc = token.head, token.doc
    mention = sentence.mention(token)
    is_parted = token.i + 1 < len(doc) and doc[token.i + 1].text == "," and noun.i > token.i
    if not is_parted or mention is None or not mention.is_noun:
        return
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ",":
        return
    for child in [child for child in noun.children if child.i < token.i]:
        child.hang(token, child.dep_)
    token.hang(noun.head, noun.dep_)
    noun.hang(token, "appos")


@tried_on("npadvmod")
def _sum_of_money(token: Token, sentence: Sentence) -> None:
    """Take the sum in "moved more than $64 million for" for the object."""
    quantity, verb = sentence.piece(token).quantity, token.head
    is_money = quantity is not None and quantity.unit is not None and quantity.unit.isupper()
    is_behind = verb.pos_ == "VERB" and verb.i < token.i
    if is_money and is_behind and not children(verb, "dobj"):
        token.hang(verb, "dobj")


ASIDE_RULES: tuple[Rule, ...] = (
    _of_its_whole,
    _participle_of_object,
    _claim_that_is_denied,
    _first_of_row,
    _to_behind_aside,
    _announced,
    _fragment,
    _second_object,
    _renamed_subject,
    _sum_of_money,
)
