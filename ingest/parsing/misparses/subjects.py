"""Misparses of who acts: a name beside a month, a blow, a name with an apposition, a receiver before the goods.

See `ingest/parsing/misparses`, which tries them after the others.
"""

from __future__ import annotations

from ingest.lexicon.wordlists import word_lists, words_in
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children
from ingest.parsing.tokens import Token


@tried_on("conj")
def _both_who_act(token: Token, _: Sentence) -> None:
    """Let both act in "In March M23 and Chadian troops seized": nobody is coordinated with a month."""
    month = token.head.lower_
    if token.head.dep_ != "pobj" or (month not in ("march", "may") and month not in word_lists()["calendar"]):
        return
    joint = next((child for child in children(token.head, "cc") if child.i < token.i), None)
    before = token.doc[joint.i - 1] if joint is not None and joint.i else None
    if joint is not None and before is not None and before.dep_ in ("nsubj", "nsubjpass") and before is not token.head:
        joint.hang(before, "cc")
        token.hang(before, "conj")


@tried_on("advcl", words=("shelling", "bombing"))
def _blow_as_subject(token: Token, _: Sentence) -> None:
    """Take "Shelling" in "Shelling by the army killed nine people" for what killed them."""
    verb = token.head
    by = next((child for child in children(token, "prep", "agent") if child.lower_ == "by"), None)
    if by is None or token.i > verb.i or children(verb, "nsubj", "nsubjpass"):
        return
    token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_
    token.hang(verb, "nsubj")


@tried_on("nsubj", "nsubjpass")
def _renamed_subject(token: Token, sentence: Sentence) -> None:
    """Take the name in "Finland, NATO's newest member, left" for the subject, "member" for what renames it."""
    verb, doc = token.head, token.doc
    owner = next((child for child in children(token, "poss") if sentence.mention(child)), None)
    if owner is None or sentence.mention(token) or owner.i < 2 or verb.i < token.i:
        return
    name, end = doc[owner.i - 2], max(t.i for t in token.subtree)
    mention = sentence.mention(name)
    if doc[owner.i - 1].text != "," or end + 1 >= len(doc) or doc[end + 1].text != ",":
        return
    if mention is None or not mention.is_noun or name.head is not verb or name.dep_ not in _LOOSE:
        return
    name.hang(verb, token.dep_)
    token.hang(name, "appos")


_LOOSE = frozenset({"npadvmod", "nsubj", "nsubjpass", "dep", "nmod", "advmod"})


@tried_on("compound", "nmod")
def _receiver_before_goods(token: Token, sentence: Sentence) -> None:
    """Let Mali get the tanks in "delivered to Mali tanks and radars": it is no "Malian tanks"."""
    goods, at = token.head, token.i
    name, item = sentence.mention(token), sentence.mention(goods)
    if not at or goods.dep_ != "pobj" or name is None or not name.is_noun or item is None or not item.is_item:
        return
    to, verb = goods.head, goods.head.head
    if to.lower_ != "to" or token.doc[at - 1] is not to or children(verb, "dobj"):
        return
    if verb.pos_ != "VERB" or verb.lemma_ not in words_in("ditransitive", "sending_verbs"):
        return
    token.hang(to, "pobj")
    goods.hang(verb, "dobj")


LATE_SUBJECT_RULES: tuple[Rule, ...] = (_both_who_act, _blow_as_subject, _renamed_subject, _receiver_before_goods)
