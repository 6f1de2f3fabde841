"""Misparses of a subject that what stands beside it has swallowed: "In May JNIM, al-Qaeda's affiliate, ambushed".

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from ingest.dates.patterns import MONTH_NAMES
from ingest.lexicon.wordlists import words_in
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children
from ingest.parsing.tokens import Token


@tried_on("nsubj", "nsubjpass")
def _renamed_by_subject(token: Token, sentence: Sentence) -> None:
    """Take "al-Qaeda's affiliate" in "In May JNIM, al-Qaeda's affiliate, ambushed" for what JNIM is."""
    doc, verb = token.doc, token.head
    inside = [t.i for t in token.subtree]
    start, end = inside[0], inside[-1]
    if start < 2 or end + 1 >= len(doc) or doc[start - 1].text != "," or doc[end + 1].text != "," or verb.i < end:
        return
    name = doc[start - 2]
    mention = sentence.mention(name)
    if mention is None or not mention.is_noun or mention.is_state or not _is_swallowed(name):
        return
    if (
        token.pos_ == "NOUN"
        and token.tag_ == "NN"
        and token.lower_ in words_in("body_nouns", "firm_nouns", "renamings")
    ):
        _free(name)
        name.hang(verb, token.dep_)
        token.hang(name, "appos")


def _is_swallowed(name: Token) -> bool:
    """Say whether a name is hung as a circumstance, or behind the month that begins the sentence."""
    if name.dep_ == "npadvmod":
        return True
    return name.dep_ == "pobj" and any(c.lower_ in MONTH_NAMES for c in children(name, "compound", "nmod"))


def _free(name: Token) -> None:
    """Leave the month where the name stood, as the object of the preposition."""
    for month in [c for c in children(name, "compound", "nmod") if c.lower_ in MONTH_NAMES]:
        month.hang(name.head, "pobj")


@tried_on("pobj")
def _noun_before_subject(token: Token, sentence: Sentence) -> None:
    """Part the name from the noun in "At the end of the chain Delta Energy sold the oil": Delta sold it."""
    noun = next((c for c in children(token, "compound", "nmod") if c.i == token.i - 1 and c.pos_ == "NOUN"), None)
    mention = sentence.mention(token)
    if noun is None or mention is None or not mention.is_noun or mention.is_state or sentence.mention(noun):
        return
    verb = next((up for up in token.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.i < token.i or children(verb, "nsubj", "nsubjpass") or not children(token, "det"):
        return
    for child in [c for c in token.children if c.i < noun.i]:
        child.hang(noun, child.dep_)
    noun.hang(token.head, "pobj")
    token.hang(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")


@tried_on(words=("pursuant",))
def _pursuant(token: Token, _: Sentence) -> None:
    """Take the names in "is designating Verus and Kela pursuant to" for what is designated."""
    verb = token.head
    names = [c for c in children(token, "nsubj") if verb.i < c.i < token.i]
    if verb.pos_ == "VERB" and names:
        names[0].hang(verb, "dobj")
        token.hang(verb, "prep")


@tried_on("prep", words=("for",))
def _for_whom_money_moves(token: Token, sentence: Sentence) -> None:
    """Hang "for Verus" in "has moved $4 million in salaries for Verus" on the verb."""
    noun, prep = token.head, token.head.head
    verb = prep.head
    if noun.dep_ != "pobj" or prep.lower_ != "in" or verb.pos_ != "VERB":
        return
    sums = (sentence.piece(t).quantity for t in children(verb, "dobj"))
    if any(quantity and quantity.unit and quantity.unit.isupper() for quantity in sums):
        token.hang(verb, "prep")


@tried_on("npadvmod")
def _name_behind_clause(token: Token, sentence: Sentence) -> None:
    """Hang the name in "the tycoon who runs it, Ali Karim" on the tycoon."""
    doc, mention = token.doc, sentence.mention(token)
    if token.i < 4 or doc[token.i - 1].text != "," or mention is None or not mention.is_person:
        return
    clause = next((up for up in (doc[token.i - 2], *doc[token.i - 2].ancestors) if up.dep_ == "relcl"), None)
    if clause is not None and clause.subtree[-1].i == token.i - 2 and clause.head.lower_ in words_in("person_nouns"):
        token.hang(clause.head, "appos")


@tried_on("nsubj", "nsubjpass", words=("itself", "themselves", "himself", "herself"))
def _only_stresses(token: Token, _: Sentence) -> None:
    """Take "itself" in "Syria has itself been found" for no subject: it only stresses one."""
    token.dep_ = "npadvmod"


SUBJECT_RULES: tuple[Rule, ...] = (
    _renamed_by_subject,
    _noun_before_subject,
    _pursuant,
    _for_whom_money_moves,
    _name_behind_clause,
    _only_stresses,
)
