"""Misparses of prepositions: "from", "to", "of" hung on the wrong word.

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from ingest.lexicon.wordlists import word_lists
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, first_conjunct
from ingest.parsing.tokens import Token


def is_thing(noun: Token, sentence: Sentence) -> bool:
    mention, quantity = sentence.mention(noun), sentence.piece(noun).quantity
    return (mention is not None and mention.is_item) or quantity is not None


@tried_on("prep", "dative", words=("from", "to", "in", "at", "with"))
def _own_preposition(token: Token, sentence: Sentence) -> None:
    """Hang "from Cuba" on "rifles" in "bought tanks from Serbia and rifles from Cuba", not on the verb as well."""
    if token.i == 0:
        return
    noun, verb = token.doc[token.i - 1], token.head
    if noun.dep_ != "conj" or not is_thing(noun, sentence) or verb not in noun.ancestors:
        return
    first = first_conjunct(noun)
    between = [p for p in token.doc[first.i : noun.i] if p.lower_ == token.lower_ and p.head in (verb, first)]
    if between and first != noun:
        token.hang(noun, "prep")


@tried_on("prep", "dative", words=("to", "into"))
def _from_and_to(token: Token, sentence: Sentence) -> None:
    """Hang "to Yemen" in "documents shipments from Iran to Yemen" where "from Iran" hangs, on a noun of dealing."""
    if token.i < 2:
        return
    before = token.doc[token.i - 1]
    origin = before.head
    if before.dep_ != "pobj" or origin.lower_ != "from" or origin.head == token.head:
        return
    noun = origin.head
    if noun.pos_ == "NOUN" and sentence.mention(noun) is None and noun.head == token.head:
        token.hang(noun, "prep")


@tried_on("prep", "dative", words=("to", "from", "into", "for"))
def _behind_agent(token: Token, _: Sentence) -> None:
    """Hang "to the rebels" in "seized missiles shipped by Iran to the rebels" on "shipped"."""
    if token.i == 0:
        return
    by = token.doc[token.i - 1].head
    if token.doc[token.i - 1].dep_ == "pobj" and by.lower_ == "by" and by.head.dep_ in ("acl", "relcl"):
        token.hang(by.head, "prep")


@tried_on(words=("of",))
def _of_after_date(token: Token, _: Sentence) -> None:
    """Hang "of jets" in "the sale in March of jets" on "sale"."""
    date = token.head
    if date.dep_ != "pobj" or date.head.lower_ not in ("in", "on", "since", "last"):
        return
    deed = token.doc[date.head.i - 1] if date.head.i else date
    if deed.pos_ == "NOUN" and (date.pos_ == "NUM" or date.lower_ in word_lists()["calendar"] | {"march", "may"}):
        token.hang(deed, "prep")


@tried_on()
def _behind_source(token: Token, _: Sentence) -> None:
    """Hang "in breach" in "stands, according to the panel, in breach of" on "stands"."""
    source = token.head
    is_behind = token.lower_ != "to" and token.i > 0 and token.doc[token.i - 1].text == ","
    if is_behind and token.pos_ == "ADP" and source.lower_ == "according" and source.head != source:
        token.hang(source.head, "prep")


@tried_on("prep", words=("from", "to"))
def _from_of_goods(token: Token, sentence: Sentence) -> None:
    """Hang "from Bybit" in "the theft of $30 million in assets from Bybit" on "theft"."""
    goods = token.head
    if not is_thing(goods, sentence):
        return
    above = goods
    while above.dep_ == "pobj" and above.head.lower_ in ("of", "in", "worth") and is_thing(above, sentence):
        above = above.head.head
    if above != goods and above.pos_ == "NOUN" and sentence.mention(above) is None:
        token.hang(above, "prep")


@tried_on("prep")
def _behind_worth(token: Token, _: Sentence) -> None:
    """Hang "to Chad" in "shipped tools worth nine million dollars to Chad" on "shipped"."""
    worth = token.head
    if worth.lower_ != "worth" or worth.dep_ not in ("amod", "prep", "acl"):
        return
    goods = worth.head
    verb = first_conjunct(goods).head
    if goods.i < worth.i and verb.pos_ == "VERB" and first_conjunct(goods).dep_ in ("dobj", "nsubjpass"):
        token.hang(verb, "prep")


@tried_on("prep", words=("for", "over"))
def _reason_for_listing(token: Token, _: Sentence) -> None:
    """Hang "for selling" in "put the firm on its sanctions list for selling" on "put", not on the list."""
    noun = token.head
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.lower_ not in ("sanctions", "list", "blacklist") or verb.pos_ != "VERB":
        return
    if children(token, "pcomp") and verb.lemma_ in word_lists()["blaming_verbs"]:
        token.hang(verb, "prep")


PREPOSITION_RULES: tuple[Rule, ...] = (
    _behind_worth,
    _own_preposition,
    _from_and_to,
    _behind_agent,
    _of_after_date,
    _behind_source,
    _from_of_goods,
    _reason_for_listing,
)
