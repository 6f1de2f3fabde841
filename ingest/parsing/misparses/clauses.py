"""Misparses of who does what in a clause: an object or subject hung on the wrong word, a verb taken for an adjective.

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from ingest.dates.patterns import MONTH_NAMES
from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, first_conjunct
from ingest.parsing.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
_OPEN_VERBS = frozenset({"help", "try", "seek", "attempt", "plan", "conspire", "agree", "plot", "intend", "continue"})


def replace(token: Token, old: Token, dep: str | None = None) -> None:
    """Let a word stand where `old` does, with what hangs on it, and `old` nowhere yet."""
    is_root = old.head is old
    token.hang(token if is_root else old.head, dep or old.dep_)
    for child in list(old.children):
        if child is not token:
            child.hang(token, child.dep_)


@tried_on("dobj", "ccomp", "xcomp")
def _two_objects(token: Token, sentence: Sentence) -> None:
    """Take the first of two objects for the receiver: "offered Mali help with", even if "help" seemed a verb."""
    verb, mention = token.head, sentence.mention(token)
    if mention is None or not mention.is_item or token.i == 0:
        return
    before = token.doc[token.i - 1]
    receiver = sentence.mention(before)
    if verb.lemma_ not in word_lists()["ditransitive"] or receiver is None or not receiver.is_noun:
        return
    if before.dep_ in ("dobj", "nsubj") and before.head in (verb, token) and before.i > verb.i:
        before.hang(verb, "dative")
        token.hang(verb, "dobj")
        token.pos_, token.tag_ = "NOUN", "NN"


@tried_on("amod", "compound", "nmod")
def _bare_infinitive(token: Token, sentence: Sentence) -> None:
    """Take "assemble" in "helped the Houthis assemble missiles" for what they did."""
    noun, at = token.head, token.i
    if token.lower_ not in word_lists()["bare_infinitives"] or not at:
        return
    verb, helped = noun.head, token.doc[at - 1]
    mention = sentence.mention(helped)
    if noun.dep_ != "dobj" or verb.lemma_ not in ("help", "let", "make") or mention is None or not mention.is_noun:
        return
    before = [child for child in noun.children if child.i < at]
    token.hang(verb, "ccomp")
    token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_
    for child in before:
        child.hang(helped, child.dep_)
    helped.hang(token, "nsubj")
    noun.hang(token, "dobj")


@tried_on("advcl", "xcomp")
def _infinitive_of_gerund(token: Token, _: Sentence) -> None:
    """Hang "to finance" in "listed the ship for helping, it said, to finance" on "helping"."""
    to = next((child for child in children(token, "aux") if child.lower_ == "to"), None)
    if to is None or to.i < 4 or token.doc[to.i - 1].text != ",":
        return
    commas = [at for at in range(max(1, to.i - 7), to.i - 1) if token.doc[at].text == ","]
    before = token.doc[commas[-1] - 1] if commas else token
    is_aside = any(t.lemma_ in speech()["saying_behind"] for t in token.doc[before.i : to.i])
    if is_aside and before.tag_ == "VBG" and before.lemma_ in _OPEN_VERBS and token not in before.ancestors:
        token.hang(before, "xcomp")


@tried_on("amod")
def _verb_as_adjective(token: Token, sentence: Sentence) -> None:
    """Take "designated" in "Today the US Treasury designated Verus" for the verb."""
    noun, at = token.head, token.i
    if token.tag_ != "VBD" or not at or noun.dep_ not in ("ROOT", "npadvmod", "nsubj"):
        return
    subject = token.doc[at - 1]
    mention = sentence.mention(subject)
    if mention is None or not mention.is_noun or children(token, "nsubj"):
        return
    before = [child for child in noun.children if child.i < at and child != subject]
    replace(token, noun)
    token.pos_ = "VERB"
    subject.hang(token, "nsubj")
    noun.hang(token, "dobj")
    for child in before:
        child.hang(subject if child.dep_ == "det" else token, child.dep_)
    for child in [c for c in token.children if c.i > noun.i and c.dep_ in ("relcl", "acl", "appos")]:
        child.hang(noun, child.dep_)


@tried_on("advcl")
def _subject_of_participle(token: Token, _: Sentence) -> None:
    """Give "came" its subject in "Sanctions on Iran, lifted in 2016, came back into force"."""
    verb = token.head
    if token.tag_ != "VBN" or verb.i < token.i or children(verb, "nsubj", "nsubjpass"):
        return
    subject = next(iter(children(token, "nsubj", "nsubjpass")), None)
    if subject is None or children(token, "aux", "auxpass") or token.doc[token.i - 1].text != ",":
        return
    subject.hang(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
    token.hang(subject, "acl")


@tried_on("compound", "amod", "nmod")
def _object_behind_sanctions(token: Token, sentence: Sentence) -> None:
    """Take the name in "placed under sanctions Ali Karim" for the object."""
    noun, under = token.head, token.head.head
    if noun.dep_ != "pobj" or under.lower_ != "under" or token.lower_ not in word_lists()["regime_nouns"]:
        return
    mention = sentence.mention(noun)
    if mention is None or not mention.is_noun:
        return
    if under.head.pos_ == "VERB":
        noun.hang(under.head, "dobj")
        token.hang(under, "pobj")


@tried_on("dep", "ccomp", "conj", "parataxis")
def _participle_as_verb(token: Token, _: Sentence) -> None:
    """Take "linked" in "Hackers linked to Iran have stolen" for what the hackers are, and "stolen" for the verb."""
    verb = token.head
    if verb.tag_ not in ("VBD", "VBN") or verb.i > token.i:
        return
    subject = next(iter(children(verb, "nsubj")), None)
    is_finite = token.tag_ in ("VBD", "VBZ", "VBP") or children(token, "aux", "auxpass")
    if token.pos_ != "VERB" or not is_finite or subject is None or subject.i != verb.i - 1 or subject.pos_ != "NOUN":
        return
    first = min(t.i for t in (token, *children(token, "aux", "auxpass", "advmod")))
    if children(verb, "dobj", "aux", "cc", "mark") or children(token, "nsubj", "nsubjpass", "mark", "cc"):
        return
    if not children(verb, "prep", "agent") or token.doc[first - 1].text == ",":
        return
    replace(token, verb)
    for child in [c for c in token.children if verb.i < c.i < first and c.dep_ in ("prep", "agent", "npadvmod")]:
        child.hang(verb, child.dep_)
    token.dep_ = "ROOT" if token.head is token else token.dep_
    subject.hang(token, "nsubjpass" if children(token, "auxpass") else "nsubj")
    verb.hang(subject, "acl")
    verb.tag_ = "VBN"


@tried_on("pobj", "appos", "nmod", "npadvmod")
def _subject_behind_date(token: Token, sentence: Sentence) -> None:
    """Take "Russia" in "In 2018 Russia, armed with, delivered" for the subject, not for a part of the date.

    Nor is a person a part of a place: "In Oslo Eva Dahl, a spokeswoman, said".
    """
    mention = sentence.mention(token)
    if token.i < 2 or mention is None:
        return
    preposition = next((up for up in token.ancestors if up.pos_ == "ADP"), None)
    if preposition is None or preposition.lower_ not in ("in", "on", "by", "since") or preposition.i > token.i:
        return
    verb = preposition.head
    between = [t for t in token.doc[preposition.i + 1 : token.i] if t.tag_ == "CD" or t.lower_ in MONTH_NAMES]
    has_subject = children(verb, "nsubj", "nsubjpass", "expl")
    places = [c for c in children(token, "compound") if mention.is_person and sentence.mention(c)]
    if not (between or places) or verb.pos_ not in ("VERB", "AUX") or verb.i < token.i or has_subject:
        return
    for when_or_where in [*(c for c in token.children if c.lower_ in MONTH_NAMES), *places]:
        when_or_where.hang(preposition, "pobj")
    token.hang(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")


@tried_on()
def _figure_behind_date(token: Token, sentence: Sentence) -> None:
    """Let "2,116" in "On 6 January 2,116 rifles were found" count the rifles."""
    if sentence.piece(token).quantity is None or token.head.lower_ not in MONTH_NAMES or token.head.i > token.i:
        return
    noun = next((t for t in token.doc[token.i + 1 : token.i + 4] if t.pos_ in NOUNS and t.tag_.startswith("NN")), None)
    if noun is not None:
        token.hang(noun, "nummod")


@tried_on("conj")
def _subject_of_second_clause(token: Token, _: Sentence) -> None:
    """Take "Chad" in "Mali bought tanks from Iran and Chad bought rifles" for the subject of what follows."""
    if token.pos_ != "PROPN" or token.i + 1 >= len(token.doc):
        return
    verb = token.doc[token.i + 1]
    start = min(t.i for t in (token, *children(token, "det", "amod", "compound")))
    is_finite = verb.pos_ == "VERB" and verb.tag_ in ("VBD", "VBZ", "VBP")
    has_all = children(verb, "dobj") or verb.lemma_ == "abstain"
    is_own = has_all and not children(verb, "nsubj", "aux", "auxpass", "cc")
    first = first_conjunct(token)
    if not is_finite or not is_own or token.doc[start - 1].lower_ not in ("and", "but", "while"):
        return
    if first.dep_ in ("dobj", "pobj") and verb.dep_ in ("conj", "ccomp", "advcl") and verb.head in first.ancestors:
        token.hang(verb, "nsubj")
        verb.hang(verb.head, "conj")


@tried_on("advcl", "xcomp")
def _infinitive_of_noun(token: Token, _: Sentence) -> None:
    """Hang "to supply" in "sealed a deal to supply jets" on "deal", not on the verb before."""
    to = next((child for child in children(token, "aux") if child.lower_ == "to"), None)
    if to is None or to.i == 0:
        return
    noun, nouns = token.doc[to.i - 1], speech()["plan_nouns"] | speech()["call_nouns"]
    if noun.head == token.head and noun.dep_ in ("dobj", "attr") and noun.lemma_.lower() in nouns:
        token.hang(noun, "acl")


@tried_on("acl", "relcl")
def _did_to_which(token: Token, _: Sentence) -> None:
    """Take "created" in "The force, which the Council created in May and which ..., is" for what the Council did."""
    subject, doc = token.head, token.doc
    start = min(t.i for t in (subject, *children(subject, "det", "compound", "amod")))
    if subject.i != token.i - 1 or start < 3 or doc[start - 1].lower_ != "which" or doc[start - 2].text != ",":
        return
    noun, which, main = doc[start - 3], doc[start - 1], subject.head
    if token.tag_ not in ("VBN", "VBD") or children(token, "agent", "nsubj") or noun.pos_ not in ("NOUN", "PROPN"):
        return
    for child in [c for c in subject.children if c.i > token.i and c.dep_ in ("cc", "relcl")]:
        child.hang(token, "conj" if child.dep_ == "relcl" else "cc")
    if main.dep_ == "relcl" and main.head is noun and noun.head is noun:
        replace(main, noun)
        noun.hang(main, "nsubj")
    token.hang(noun, "relcl")
    subject.hang(token, "nsubj")
    which.hang(token, "dobj")


CLAUSE_RULES: tuple[Rule, ...] = (
    _did_to_which,
    _participle_as_verb,
    _subject_behind_date,
    _figure_behind_date,
    _subject_of_second_clause,
    _infinitive_of_noun,
    _two_objects,
    _bare_infinitive,
    _infinitive_of_gerund,
    _verb_as_adjective,
    _subject_of_participle,
    _object_behind_sanctions,
)
