"""Misparses of what somebody says: words of saying between commas, a "that" hung on the wrong word, a verb as a noun.

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from ingest.lexicon.wordlists import speech
from ingest.parsing.misparses.clauses import NOUNS, replace
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children
from ingest.parsing.tokens import Token

_MEDIA = frozenset({"in", "at", "on", "during"})


@tried_on()
def _saying_as_noun(token: Token, sentence: Sentence) -> None:
    """Take "allege" in "Prosecutors in Hamburg allege that he sold rifles" for the verb."""
    if token.pos_ not in ("NOUN", "PROPN") or token.lower_ not in speech()["only_verbs"] or sentence.mention(token):
        return
    that = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
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


@tried_on("dobj", words=("that",))
def _that_behind_participle(token: Token, _: Sentence) -> None:
    """Hang "voted" in "The envoy, recalling that she had voted for it, urged" on "recalling", not over it."""
    participle = token.head
    clause = participle.head
    if participle.tag_ != "VBG" or token.i != participle.i + 1:
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


@tried_on("acl", "relcl")
def _said_in_a_statement(token: Token, _: Sentence) -> None:
    """Hang "that Mali had sent" in "said in a statement that Mali had sent" on "said", not on "statement"."""
    medium = token.head
    has_that = any(mark.lower_ == "that" for mark in children(token, "mark"))
    if not has_that or medium.dep_ != "pobj" or medium.head.lower_ not in _MEDIA:
        return
    verb = medium.head.head
    if medium.lemma_.lower() in speech()["claim_nouns"]:  # "commented on reports that"
        return
    if verb.pos_ == "VERB" and verb.lemma_ in speech()["saying"] and not children(verb, "ccomp"):
        token.hang(verb, "ccomp")


@tried_on("prep", words=("under",))
def _under_secretary(token: Token, sentence: Sentence) -> None:
    """Let "said Under Secretary Eva Dahl" be said by her."""
    verb, behind = token.head, token.doc[token.i + 1 : token.i + 3]
    if token.text != "Under" or len(behind) < 2 or behind[0].lower_ != "secretary" or verb.i != token.i - 1:
        return
    title, name = behind
    mention = sentence.mention(name)
    if mention is not None and mention.is_person and verb.pos_ == "VERB" and not children(verb, "nsubj"):
        name.hang(verb, "nsubj")
        token.hang(name, "compound")
        title.hang(name, "compound")


@tried_on("conj")
def _second_that(token: Token, _: Sentence) -> None:
    """Hang "plans" in "The Sentry finds that Mali has rifles, and that Chad plans to buy some" beside what is found."""
    saying = token.head
    if saying.lemma_ not in speech()["saying"] or not any(mark.lower_ == "that" for mark in children(token, "mark")):
        return
    said = [clause for clause in children(saying, "ccomp") if saying.i < clause.i < token.i]
    if said and any(mark.lower_ == "that" for mark in children(said[-1], "mark")):
        token.hang(said[-1], "conj")


@tried_on()
def _spoken_aside(token: Token, _: Sentence) -> None:
    """Give "sold" its subject in "Oman, Kuwait said, sold tanks", "Fuel, added two traders, has reached"."""
    goes_on = token.lemma_ == "go" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "on"
    if not goes_on and token.lemma_ not in speech()["saying"]:
        return
    speaker = _speaker_beside(token)
    if speaker is None:
        return
    start, end = min(token.i, *(t.i for t in speaker.subtree)), max(token.i, *(t.i for t in speaker.subtree)) + 1
    end += goes_on
    if speaker.i > token.i:
        end = next((t.i for t in token.doc[token.i :] if t.text == ","), end)
    if start < 2 or token.doc[start - 1].text != "," or end + 1 >= len(token.doc) or token.doc[end].text != ",":
        return
    verb = _verb_behind(token, end + 1)
    subject = next((t for t in reversed(token.doc[: start - 1]) if t.head in (token, verb) and t.pos_ in NOUNS), None)
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


def _verb_behind(saying: Token, start: int) -> Token | None:
    """Return the finite verb right behind ", they add,": the clause that the words of saying stand in."""
    for token in saying.doc[start : start + 4]:
        if token.pos_ == "VERB":
            is_near = token.head in (saying, token) or saying.head == token
            return token if is_near and token.tag_ != "VBG" else None
        if token.pos_ not in ("AUX", "ADV", "PART"):
            return None
    return None


@tried_on("advmod", "mark", words=("that",))
def _that_of_cleft(token: Token, _: Sentence) -> None:
    """Take "that" in "It was Chad, she said, that armed it" for the subject: the clause has no other."""
    doc, clause = token.doc, token.head
    is_cleft = doc[0].lower_ == "it" and doc[0].head.lemma_ == "be" and bool(children(doc[0].head, "attr"))
    if is_cleft and token.i > 3 and doc[token.i - 1].text == "," and not children(clause, "nsubj", "nsubjpass"):
        token.dep_ = "nsubjpass" if children(clause, "auxpass") else "nsubj"
        token.tag_ = "WDT"
        if clause.lower_ == "armed":
            clause.pos_, clause.tag_, clause.lemma_ = "VERB", "VBD", "arm"


SAYING_RULES: tuple[Rule, ...] = (
    _saying_as_noun,
    _that_behind_participle,
    _said_in_a_statement,
    _under_secretary,
    _second_that,
    _spoken_aside,
    _that_of_cleft,
)
