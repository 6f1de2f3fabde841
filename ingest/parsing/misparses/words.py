"""Misparses of single words: a verb taken for an adjective, an adjective for a verb, "having" for the verb itself.

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from ingest.lexicon.wordlists import word_lists
from ingest.parsing.misparses.clauses import replace
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children
from ingest.parsing.tokens import Token

_PERFECT = frozenset({"have", "has", "had", "having"})


@tried_on("amod", "compound")
def _gerund(token: Token, _: Sentence) -> None:
    """Take "supplying" in "denied supplying rifles to", "was found to have supplied rifles" for a verb."""
    noun = token.head
    dealing = _dealing(token)
    if (token.tag_ not in ("VBG", "VBN") and not dealing) or noun.dep_ != "dobj" or token.i == 0:
        return
    verb, before = noun.head, token.doc[token.i - 1]
    if before.dep_ == "advmod" and before.head == token and before.i:  # "having materially assisted"
        before = token.doc[before.i - 1]
    if any(child.i < token.i for child in noun.children):
        return
    if token.tag_ == "VBN" and before.lower_ in _PERFECT:
        _perfect(token, noun, before)
    elif (token.tag_ == "VBG" or dealing) and before == verb and verb.lemma_ in word_lists()["before_gerund"]:
        token.lemma_, token.pos_, token.tag_ = dealing or token.lemma_, "VERB", "VBG"
        token.hang(verb, "xcomp")
        noun.hang(token, "dobj")
        _take_over(token, verb, noun)


def _dealing(token: Token) -> str:
    """Return the verb (lemma) of dealing that a word in "-ing" is a form of, if it is one: "buying"."""
    stem = token.lower_[:-3] if token.lower_.endswith("ing") else ""
    return next((verb for verb in (stem, f"{stem}e") if verb in word_lists()["trading_verbs"]), "")


def _perfect(token: Token, noun: Token, have: Token) -> None:
    """Give "to have supplied rifles" its verb, whether the parser took "have" for a verb or for its auxiliary."""
    token.pos_ = "VERB"
    if have == noun.head:
        replace(token, have)
    else:
        token.hang(noun.head, "xcomp")
        _take_over(token, noun.head, noun)
    have.hang(token, "aux")
    have.pos_ = "AUX"
    noun.hang(token, "dobj")


@tried_on("pcomp")
def _kind_of_site(token: Token, _: Sentence) -> None:
    """Take "building" in "were sent to building sites" for what the sites are of."""
    lists, prep = word_lists(), token.head
    site = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if token.lower_ not in lists["site_kinds"] or site.head is not token or site.lower_ not in lists["sites"]:
        return
    site.hang(prep, "pobj")
    for child in [child for child in token.children if child is not site]:
        child.hang(site, child.dep_)
    token.hang(site, "compound")


@tried_on("pcomp", words=("having",))
def _having(token: Token, _: Sentence) -> None:
    """Take "assisted" in "for having materially assisted, or provided support for, Hamas" for the verb."""
    if children(token, "dobj", "aux"):
        return
    done = next((child for child in token.children if child.i > token.i and child.tag_ in ("VBN", "VBD")), None)
    if done is None or done.dep_ not in ("acomp", "ccomp", "xcomp", "oprd", "dep", "advcl"):
        return
    replace(done, token)
    done.pos_, done.tag_ = "VERB", "VBN"
    token.hang(done, "aux")
    token.pos_ = "AUX"


@tried_on("acomp", "oprd", "advcl", "xcomp", words=("accused",))
def _stands_accused(token: Token, _: Sentence) -> None:
    """Read "stands accused of arming" as "is accused of arming"."""
    verb = token.head
    if verb.lemma_ != "stand":
        return
    replace(token, verb)
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBN", "accuse"
    verb.hang(token, "auxpass")
    for subject in children(token, "nsubj"):
        subject.dep_ = "nsubjpass"


def _take_over(token: Token, verb: Token, noun: Token) -> None:
    """Hang the prepositions behind an object on the verb that it belongs to."""
    for child in [*verb.children]:
        if child.i > noun.i and child.dep_ in ("prep", "dative"):
            child.hang(token, child.dep_)


@tried_on("amod")
def _verb_of_headless(token: Token, sentence: Sentence) -> None:
    """Take "procured" in "Norinco procured drones" for the verb, where the parser saw a noun and no verb at all."""
    goods = token.head
    if token.tag_ not in ("VBN", "VBD") or goods.head is not goods or token.i == 0:
        return
    subject, item = token.doc[token.i - 1], sentence.mention(goods)
    mention = sentence.mention(subject)
    if mention is None or not mention.is_noun or item is None or not item.is_item:
        return
    token.hang(token, "ROOT")
    token.pos_, token.tag_ = "VERB", "VBD"
    for child in [child for child in goods.children if child.i < token.i or child.i > goods.i]:
        child.hang(token, child.dep_)
    subject.hang(token, "nsubj")
    goods.hang(token, "dobj")


@tried_on()
def _compass(token: Token, _: Sentence) -> None:
    """Take "eastern" in "sent troops to eastern Congo" for what it says of the name behind it, not for a verb."""
    if (
        token.lower_ not in word_lists()["compass"]
        or token.dep_ in ("amod", "compound")
        or token.i + 1 >= len(token.doc)
    ):
        return
    name = token.doc[token.i + 1]
    if name.head != token or name.pos_ not in ("PROPN", "NOUN"):
        return
    replace(name, token)
    token.hang(name, "amod")
    token.pos_, token.tag_ = "ADJ", "JJ"


@tried_on()
def _no_infinitive(token: Token, sentence: Sentence) -> None:
    """Take "to" before a name for a preposition, where the parser saw an infinitive: "sent troops to eastern Sudan"."""
    mention = sentence.mention(token)
    if mention is None or not mention.is_noun or token.head == token or token.head.pos_ != "VERB":
        return
    to = next((child for child in children(token, "aux") if child.lower_ == "to"), None)
    if to is None:
        return
    to.hang(token.head, "prep")
    to.pos_, to.tag_ = "ADP", "IN"
    token.hang(to, "pobj")
    token.pos_ = "PROPN"


@tried_on("nummod", "prep", "npadvmod", "nmod", "compound", "dobj", "dative")
def _made_before_goods(token: Token, sentence: Sentence) -> None:
    """Let "Chinese-built" in "sold the army eight Chinese-built Feilong-1 drones" describe the drones."""
    if sentence.piece(token).compound is None:
        return
    goods = next((t for t in token.doc[token.i + 1 : token.i + 4] if (m := sentence.mention(t)) and m.is_item), None)
    if goods is None or (goods in token.ancestors and token.dep_ in ("nmod", "compound")):
        return
    between = token.doc[token.i + 1 : goods.i]
    if any(t.pos_ == "VERB" or ((m := sentence.mention(t)) and m.is_entity) for t in between):
        return
    if goods.head is token:
        goods.hang(token.head, "dobj" if token.dep_ == "prep" else token.dep_)
    figure = token.doc[token.i - 1] if token.i else token
    if figure.head is token and sentence.piece(figure).quantity:
        figure.hang(goods, "nummod")
    for model in between:
        if model.head is token:
            model.hang(goods, "compound")
    token.hang(goods, "amod")
    token.pos_, token.tag_ = "ADJ", "JJ"


WORD_RULES: tuple[Rule, ...] = (
    _compass,
    _no_infinitive,
    _gerund,
    _kind_of_site,
    _having,
    _stands_accused,
    _verb_of_headless,
    _made_before_goods,
)
