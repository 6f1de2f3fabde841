"""Misparses of who does what in a clause: an object or subject hung on the wrong word, a verb taken for an adjective.

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.dates.patterns import MONTH_NAMES
from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, first_conjunct
from ingest.parsing.tokens import Token


def replace(token: Token, old: Token, dep: str | None = None) -> None:
    """Let a word stand where `old` does, with what hangs on it, and `old` nowhere yet."""
    is_root = old.head is old
    token.hang(token if is_root else old.head, dep or old.dep_)
    for child in list(old.children):
        if child is not token:
            child.hang(token, child.dep_)


_OPEN_VERBS = frozenset({"help", "try", "seek", "attempt", "plan", "conspire", "agree", "plot", "intend", "continue"})


def _two_objects(token: Token, sentence: Sentence) -> None:
    """Take the first of two objects for the receiver: "offered Mali help with", even if "help" seemed a verb."""
    verb, mention = token.head, sentence.mention(token)
    if token.dep_ not in ("dobj", "ccomp", "xcomp") or mention is None or not mention.is_item or token.i == 0:
        return
    before = token.doc[token.i - 1]
    receiver = sentence.mention(before)
    if verb.lemma_ not in word_lists()["ditransitive"] or receiver is None or not receiver.is_noun:
        return
    if before.dep_ in ("dobj", "nsubj") and before.head in (verb, token) and before.i > verb.i:
        before.hang(verb, "dative")
        token.hang(verb, "dobj")
        token.pos_, token.tag_ = "NOUN", "NN"


def _bare_infinitive(token: Token, sentence: Sentence) -> None:
    """Take "assemble" in "helped the Houthis assemble missiles" for what they did."""
    noun, at = token.head, token.i
    if token.lower_ not in word_lists()["bare_infinitives"] or token.dep_ not in ("amod", "compound", "nmod") or not at:
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


def _infinitive_of_gerund(token: Token, _: Sentence) -> None:
    """Hang "to finance" in "listed the ship for helping, it said, to finance" on "helping"."""
    to = next((child for child in children(token, "aux") if child.lower_ == "to"), None)
    if token.dep_ not in ("advcl", "xcomp") or to is None or to.i < 4 or token.doc[to.i - 1].text != ",":
        return
    commas = [at for at in range(max(1, to.i - 7), to.i - 1) if token.doc[at].text == ","]
    before = token.doc[commas[-1] - 1] if commas else token
    is_aside = any(t.lemma_ in speech()["saying_behind"] for t in token.doc[before.i : to.i])
    if is_aside and before.tag_ == "VBG" and before.lemma_ in _OPEN_VERBS and token not in before.ancestors:
        token.hang(before, "xcomp")


def _verb_as_adjective(token: Token, sentence: Sentence) -> None:
    """Take "designated" in "Today the US Treasury designated Verus" for the verb."""
    noun, at = token.head, token.i
    if token.tag_ != "VBD" or token.dep_ != "amod" or not at or noun.dep_ not in ("ROOT", "npadvmod", "nsubj"):
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


def _subject_of_participle(token: Token, _: Sentence) -> None:
    """Give "came" its subject in "Sanctions on Iran, lifted in 2016, came back into force"."""
    verb = token.head
    if token.tag_ != "VBN" or token.dep_ != "advcl" or verb.i < token.i or children(verb, "nsubj", "nsubjpass"):
        return
    subject = next(iter(children(token, "nsubj", "nsubjpass")), None)
    if subject is None or children(token, "aux", "auxpass") or token.doc[token.i - 1].text != ",":
        return
    subject.hang(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
    token.hang(subject, "acl")


def _object_behind_sanctions(token: Token, sentence: Sentence) -> None:
    """Take the name in "placed under sanctions Ali Karim" for the object."""
    noun = token.head
    mention = sentence.mention(noun)
    if token.lower_ not in word_lists()["regime_nouns"] or token.dep_ not in ("compound", "amod", "nmod"):
        return
    if noun.dep_ != "pobj" or noun.head.lower_ != "under" or mention is None or not mention.is_noun:
        return
    under = noun.head
    if under.head.pos_ == "VERB":
        noun.hang(under.head, "dobj")
        token.hang(under, "pobj")


def _spoken_aside(token: Token, _: Sentence) -> None:
    """Give "sold" its subject in "Oman, Kuwait said, sold tanks", "Fuel, added two traders, has reached"."""
    goes_on = token.lemma_ == "go" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "on"
    speaker = _speaker_beside(token) if goes_on or token.lemma_ in speech()["saying"] else None
    if speaker is None:
        return
    start, end = min(token.i, *(t.i for t in speaker.subtree)), max(token.i, *(t.i for t in speaker.subtree)) + 1
    end += goes_on
    if speaker.i > token.i:
        end = next((t.i for t in token.doc[token.i :] if t.text == ","), end)
    if start < 2 or token.doc[start - 1].text != "," or end + 1 >= len(token.doc) or token.doc[end].text != ",":
        return
    verb = _verb_behind(token, end + 1)
    subject = next((t for t in reversed(token.doc[: start - 1]) if t.head in (token, verb) and t.pos_ in _NOUNS), None)
    own = [c for c in children(verb, "nsubj", "nsubjpass") if c != speaker] if verb is not None else []
    if verb is None or subject is None or verb in (subject, speaker) or own:
        return
    speaker.hang(token, "nsubj")
    if verb.head is not verb:
        replace(verb, token, "ROOT" if token.head is token else token.dep_)
        token.hang(verb, "parataxis")
        for child in (speaker, *children(verb, "nsubj")):
            if child.i >= start:
                child.hang(token, "nsubj")
    subject.hang(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")


def _speaker_beside(saying: Token) -> Token | None:
    """Return who speaks: the subject, or behind a comma ("..., added two traders, ...") the noun right after it."""
    if saying.i == 0 or saying.doc[saying.i - 1].text != ",":
        return next(iter(children(saying, "nsubj")[-1:]), None)
    close = next((t.i for t in saying.doc[saying.i + 1 : saying.i + 9] if t.text == ","), saying.i)
    inside = saying.doc[saying.i + 1 : close]
    return next((t for t in inside if t.pos_ in ("NOUN", "PROPN") and t.head not in inside), None)


def _participle_as_verb(token: Token, _: Sentence) -> None:
    """Take "linked" in "Hackers linked to Iran have stolen" for what the hackers are, and "stolen" for the verb."""
    verb = token.head
    if verb.tag_ not in ("VBD", "VBN") or verb.i > token.i or token.dep_ not in ("dep", "ccomp", "conj", "parataxis"):
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


def _subject_behind_date(token: Token, sentence: Sentence) -> None:
    """Take "Russia" in "In 2018 Russia, armed with, delivered" for the subject, not for a part of the date."""
    if token.dep_ not in ("pobj", "appos", "nmod", "npadvmod") or token.i < 2 or sentence.mention(token) is None:
        return
    preposition = next((up for up in token.ancestors if up.pos_ == "ADP"), None)
    if preposition is None or preposition.lower_ not in ("in", "on", "by", "since") or preposition.i > token.i:
        return
    verb = preposition.head
    between = [t for t in token.doc[preposition.i + 1 : token.i] if t.tag_ == "CD" or t.lower_ in MONTH_NAMES]
    has_subject = children(verb, "nsubj", "nsubjpass", "expl")
    if not between or verb.pos_ not in ("VERB", "AUX") or verb.i < token.i or has_subject:
        return
    for month in [c for c in token.children if c.lower_ in MONTH_NAMES]:
        month.hang(preposition, "pobj")
    token.hang(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")


def _figure_behind_date(token: Token, sentence: Sentence) -> None:
    """Let "2,116" in "On 6 January 2,116 rifles were found" count the rifles."""
    if sentence.piece(token).quantity is None or token.head.lower_ not in MONTH_NAMES or token.head.i > token.i:
        return
    noun = next((t for t in token.doc[token.i + 1 : token.i + 4] if t.pos_ in _NOUNS and t.tag_.startswith("NN")), None)
    if noun is not None:
        token.hang(noun, "nummod")


def _subject_of_second_clause(token: Token, _: Sentence) -> None:
    """Take "Chad" in "Mali bought tanks from Iran and Chad bought rifles" for the subject of what follows."""
    if token.dep_ != "conj" or token.pos_ != "PROPN" or token.i + 1 >= len(token.doc):
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


def _infinitive_of_noun(token: Token, _: Sentence) -> None:
    """Hang "to supply" in "sealed a deal to supply jets" on "deal", not on the verb before."""
    to = next((child for child in children(token, "aux") if child.lower_ == "to"), None)
    if token.dep_ not in ("advcl", "xcomp") or to is None or to.i == 0:
        return
    noun, nouns = token.doc[to.i - 1], speech()["plan_nouns"] | speech()["call_nouns"]
    if noun.head == token.head and noun.dep_ in ("dobj", "attr") and noun.lemma_.lower() in nouns:
        token.hang(noun, "acl")


def _said_in_a_statement(token: Token, _: Sentence) -> None:
    """Hang "that Mali had sent" in "said in a statement that Mali had sent" on "said", not on "statement"."""
    medium = token.head
    has_that = any(mark.lower_ == "that" for mark in children(token, "mark"))
    if token.dep_ not in ("acl", "relcl") or not has_that or medium.dep_ != "pobj" or medium.head.lower_ not in _MEDIA:
        return
    verb = medium.head.head
    if medium.lemma_.lower() in speech()["claim_nouns"]:  # "commented on reports that"
        return
    if verb.pos_ == "VERB" and verb.lemma_ in speech()["saying"] and not children(verb, "ccomp"):
        token.hang(verb, "ccomp")


_MEDIA = frozenset({"in", "at", "on", "during"})


def _that_behind_participle(token: Token, _: Sentence) -> None:
    """Hang "voted" in "The envoy, recalling that she had voted for it, urged" on "recalling", not over it."""
    participle = token.head
    clause = participle.head
    if token.lower_ != "that" or token.dep_ != "dobj" or participle.tag_ != "VBG" or token.i != participle.i + 1:
        return
    main = clause.head if clause.dep_ in ("advcl", "ccomp") else next(iter(children(clause, "conj")), clause)
    is_over = clause.pos_ in ("VERB", "AUX") and participle.dep_ == "advcl" and participle.i < clause.i < main.i
    if participle.lemma_ not in speech()["saying"] or not is_over:
        return
    if main.pos_ not in ("VERB", "AUX") or children(main, "nsubj", "nsubjpass"):
        return
    if main.head is clause:
        main.hang(clause.head if clause.head is not clause else main, clause.dep_)
    for child in [child for child in clause.children if child.i < participle.i]:
        child.hang(main, child.dep_)
    participle.hang(main, "advcl")
    clause.hang(participle, "ccomp")
    token.hang(clause, "mark")


def _saying_as_noun(token: Token, sentence: Sentence) -> None:
    """Take "allege" in "Prosecutors in Hamburg allege that he sold rifles" for the verb."""
    that = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if token.lower_ not in speech()["only_verbs"] or token.pos_ not in ("NOUN", "PROPN") or sentence.mention(token):
        return
    clause = that.head
    is_clause = that.lower_ == "that" and that.dep_ == "mark" and clause.pos_ in ("VERB", "AUX")
    subject = next((up for up in token.ancestors if up.head is up), token)
    if not is_clause or subject.pos_ not in ("NOUN", "PROPN") or subject not in clause.ancestors:
        return
    place = next(iter(reversed(children(token, "compound"))), None)
    if place is not None:
        place.hang(token.head, token.dep_)
    token.hang(token, "ROOT")
    token.pos_, token.tag_ = "VERB", "VBP"
    for child in [child for child in subject.children if child.i > token.i]:
        child.hang(token, child.dep_)
    subject.hang(token, "nsubj")
    clause.hang(token, "ccomp")


_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})


def _verb_behind(saying: Token, start: int) -> Token | None:
    """Return the finite verb right behind ", they add,": the clause that the words of saying stand in."""
    for token in saying.doc[start : start + 4]:
        if token.pos_ == "VERB":
            is_near = token.head in (saying, token) or saying.head == token
            return token if is_near and token.tag_ != "VBG" else None
        if token.pos_ not in ("AUX", "ADV", "PART"):
            return None
    return None


CLAUSE_RULES: tuple[Callable[[Token, Sentence], None], ...] = (
    _saying_as_noun,
    _that_behind_participle,
    _said_in_a_statement,
    _spoken_aside,
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
