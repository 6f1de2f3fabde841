"""Misparses of words that are nouns and verbs alike, and of subjects with an aside behind them.

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.misparses.clauses import replace
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children
from ingest.parsing.tokens import Token


def _is_name(token: Token, sentence: Sentence) -> bool:
    mention = sentence.mention(token)
    return mention is not None and mention.is_noun


@tried_on("compound")
def _verb_of_relative(token: Token, sentence: Sentence) -> None:
    """Take "border" in "states that border Chad have left" for the verb, and "have left" for what the states did."""
    name, doc = token.head, token.doc
    if token.lower_ not in word_lists()["noun_verbs"] or token.i < 2:
        return
    relative, noun = doc[token.i - 1], doc[token.i - 2]
    if relative.lower_ not in ("that", "which", "who") or noun.tag_ != "NNS" or not _is_name(name, sentence):
        return
    main = name.head
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBP", token.lower_
    if name.dep_ == "nsubj" and main.dep_ in ("ccomp", "relcl") and main.head is noun:
        replace(main, noun)
        noun.hang(main, "nsubj")
    token.hang(noun, "relcl")
    relative.hang(token, "nsubj")
    name.hang(token, "dobj")


@tried_on("compound", "amod", "nmod")
def _verb_of_infinitive(token: Token, sentence: Sentence) -> None:
    """Take "blacklist" in "are due on Monday to blacklist Verus Trading" for the verb."""
    name, at = token.head, token.i
    if not at or token.lower_ not in word_lists()["noun_verbs"]:
        return
    to = token.doc[at - 1]
    if to.lower_ != "to" or name.head not in (to, to.head) or name.dep_ != "pobj" or not _is_name(name, sentence):
        return
    adjectives = [to.head, *children(to.head, "acomp")]
    above = next((word for word in adjectives if word.lower_ in word_lists()["due"]), None)
    if above is None:
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_
    token.hang(above, "xcomp")
    to.hang(token, "aux")
    name.hang(token, "dobj")


@tried_on("advcl")
def _infinitive_of_adjective(token: Token, _: Sentence) -> None:
    """Hang "to list" in "are due on Monday to list Verus Trading" on "due"."""
    has_to = any(child.lower_ == "to" for child in children(token, "aux"))
    if not has_to or token.head.lemma_ != "be" or token.i < token.head.i:
        return
    due = next((c for c in children(token.head, "acomp") if c.lower_ in word_lists()["due"]), None)
    if due is not None:
        token.hang(due, "xcomp")


@tried_on()
def _denial_of_claims(token: Token, _: Sentence) -> None:
    """Take "rejects" in "Iran rejects claims that it sells drones" for the verb, "claims" for its object."""
    if token.pos_ != "VERB" or token.lemma_ not in speech()["claim_nouns"] or not token.i:
        return
    verb = token.doc[token.i - 1]
    deniers = children(verb, "nsubj", "compound", "nmod") if verb.head is token and verb.dep_ == "nsubj" else []
    if not deniers or verb.lemma_ not in speech()["denying"]:
        return
    replace(verb, token)
    verb.pos_, verb.tag_ = "VERB", "VBZ"
    token.pos_, token.tag_ = "NOUN", "NNS"
    token.hang(verb, "dobj")
    deniers[0].hang(verb, "nsubj")


@tried_on("conj")
def _two_who_share_a_noun(token: Token, sentence: Sentence) -> None:
    """Let both of "under EU and British sanctions" describe the sanctions, where the first seemed a thing by itself."""
    name, doc = token.head, token.doc
    if token.lower_ not in word_lists()["regime_nouns"] or not _is_name(name, sentence):
        return
    if token.i != name.i + 3 or doc[name.i + 1].lower_ != "and" or sentence.mention(doc[name.i + 2]) is None:
        return
    replace(token, name)
    name.hang(token, "nmod")
    doc[name.i + 1].hang(name, "cc")
    doc[name.i + 2].hang(name, "conj")


@tried_on("nummod")
def _figure_behind_name(token: Token, sentence: Sentence) -> None:
    """Take the figure in "sent Russia 300 of the 400 missiles" for what was sent, the name for who got it."""
    name, verb = token.head, token.head.head
    if token.i != name.i + 1 or name.dep_ != "dobj" or verb.pos_ != "VERB":
        return
    if sentence.piece(token).quantity is None or not _is_name(name, sentence):
        return
    token.hang(verb, "dobj")
    name.dep_ = "dative"


@tried_on("npadvmod")
def _subject_before_aside(token: Token, sentence: Sentence) -> None:
    """Take the name in "The Vela, under sanctions since 2022, sank" for the subject."""
    doc, head = token.doc, token.head
    start = token.i + 1
    if head.i < token.i or not _is_name(token, sentence) or start >= len(doc):
        return
    aside = doc[start + 1] if doc[start].text == "," and start + 1 < len(doc) else None
    if aside is None or aside.dep_ != "prep" or aside.head is not head:
        return
    verb = _finite_of(head)
    if verb is None or children(verb, "nsubj", "nsubjpass") or not _stands_behind_comma(verb):
        return
    if verb is not head:
        replace(verb, head)
        verb.pos_ = "VERB"
        head.hang(verb, "dobj")
    aside.hang(token, "prep")
    token.hang(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")


def _finite_of(head: Token) -> Token | None:
    """Return the verb of a clause whose root is `head`; the parser may have made it an adjective of its object."""
    if head.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
        return head
    return next((child for child in children(head, "amod") if child.tag_ == "VBD"), None)


def _stands_behind_comma(verb: Token) -> bool:
    first = min([verb.i, *(child.i for child in children(verb, "aux", "auxpass", "advmod", "neg"))])
    return first > 0 and verb.doc[first - 1].text == ","


NOUN_RULES: tuple[Rule, ...] = (
    _verb_of_relative,
    _verb_of_infinitive,
    _infinitive_of_adjective,
    _denial_of_claims,
    _two_who_share_a_noun,
    _figure_behind_name,
    _subject_before_aside,
)
