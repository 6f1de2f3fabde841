"""Who does a deed that a noun names ("the launch", "a theft"), where the words above the noun tell.

"Iran carried out a launch", "denied the sale", "was behind the theft", "was blamed for it", "it was the work of".
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.lexicon.wordlists import word_lists, words_in
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import antecedent, children, conjoined, first_conjunct, possessors, prepositional
from ingest.parsing.tokens import Token
from ingest.parsing.verbs import governing_verb, is_passive

_BLAMING = frozenset({"blame", "condemn", "thank", "praise", "fault", "hold", "fine", "prosecute", "punish", "convict"})
ASCRIBING = frozenset({"attribute", "ascribe", "trace", "link", "pin", "tie", "connect"})


def light(token: Token, _: Sentence) -> Sequence[Token]:
    """Return who does a deed that a noun names: "carried out a launch", "responded with a strike"."""
    return _who(token, "light_verbs")


def doer(token: Token, sentence: Sentence) -> Sequence[Token]:
    """As `light`, by the narrower list of verbs that say no more than that it was done, owned up to or planned."""
    return _who(first_conjunct(token), "doing_verbs") or blamed(token, sentence)


def _who(token: Token, word_list: str) -> Sequence[Token]:
    head, verbs = token.head, word_lists()[word_list]
    if token.dep_ in ("dobj", "attr") and head.pos_ == "VERB" and head.lemma_ in verbs:
        return syntax.agents(head)
    if token.dep_ == "pobj" and head.lower_ == "in":
        return _taking_part(head)
    if token.dep_ == "pobj" and head.lower_ == "with" and head.head.lemma_ in word_lists()["answering_verbs"]:
        return syntax.agents(head.head)
    if token.dep_ == "nsubjpass" and head.lemma_ in verbs:
        return syntax.agents(head)
    told = [clause for clause in children(token, "relcl") if clause.lemma_ in verbs and not is_passive(clause)]
    return [t for clause in told for t in children(clause, "nsubj") if antecedent(t) == t]  # "the raids that X began"


def _taking_part(preposition: Token) -> Sequence[Token]:
    """Return who "took part in", "played a part in"."""
    above = preposition.head
    verb = above.head if above.lower_ == "part" else above
    parts = [t for t in children(verb, "dobj") if t.lower_ == "part"]
    if verb.lemma_ == "participate" or (parts and verb.lemma_ in ("take", "play", "have")):
        return syntax.agents(verb)
    return []


def doer_of_agent(token: Token, _: Sentence) -> list[Token]:
    """Return who did the deed that acts: "the strikes that Chad began violated", "raids carried out by Chad broke"."""
    verbs = words_in("light_verbs", "doing_verbs")
    deeds = [noun for noun in syntax.agents(token) if noun.pos_ == "NOUN"]
    clauses = [verb for deed in deeds for verb in children(deed, "relcl", "acl") if verb.lemma_ in verbs]
    return [doer for verb in clauses for doer in syntax.agents(verb) if doer not in deeds]


def clause_doer(token: Token, _: Sentence) -> list[Token]:
    """Return who does a deed by the clause beside it: "the raids that Chad began", "that X attributed to Y"."""
    verbs = words_in("light_verbs", "doing_verbs")
    clauses = children(token, "relcl")
    began = [verb for verb in clauses if verb.lemma_ in verbs and token not in syntax.agents(verb)]
    ascribed = [verb for verb in clauses if verb.lemma_ in ASCRIBING]
    return [t for verb in began for t in syntax.agents(verb)] or [
        t for v in ascribed for t in prepositional(v, "to", "on")
    ]


def above(token: Token, _: Sentence) -> Sequence[Token]:
    """Return who confirms, denies or admits what the noun names."""
    verb = governing_verb(token) if token.dep_ == "dobj" else None
    is_told = verb is not None and verb.lemma_ in ("confirm", "deny", "admit", "acknowledge")
    return syntax.agents(verb) if verb is not None and is_told else []


def blamed(token: Token, _: Sentence) -> Sequence[Token]:
    """Return whose deed it is said to be: "X was behind the theft", "blamed X for it", "it was the work of X"."""
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "behind":
        return _behind_it(head.head)
    if token.dep_ == "pobj" and head.lower_ == "for":
        return _responsible(head.head)
    if token.dep_ in ("dobj", "nsubjpass") and head.lemma_ in ASCRIBING:
        return prepositional(head, "to", "on", "with")
    if token.dep_ == "nsubj" and head.lemma_ == "be":
        works = [noun for noun in children(head, "attr") if noun.lower_ in ("work", "doing", "handiwork")]
        return [owner for noun in works for owner in (*prepositional(noun, "of"), *possessors(noun))]
    return []


def _behind_it(word: Token) -> Sequence[Token]:
    """Return who is, stands or was found behind something."""
    if word.lemma_ in ("be", "stand", "lie", "sit"):
        return syntax.subjects(word)
    return [antecedent(word)] if word.pos_ in ("NOUN", "PROPN") else []


def _responsible(word: Token) -> Sequence[Token]:
    """Return who is blamed, responsible or claims responsibility for something."""
    if word.lower_ == "responsible":
        verb = word.head
        return syntax.objects(verb) if verb.lemma_ in ("hold", "find", "deem", "consider") else syntax.subjects(verb)
    if word.lower_ in ("responsibility", "credit", "blame"):
        verb = word.head
        return syntax.agents(verb) if verb.lemma_ in ("claim", "take", "deny", "bear", "accept", "admit") else []
    if word.pos_ == "PROPN" and word.head.lemma_ in _BLAMING:
        return [word]
    return syntax.objects(word) if word.lemma_ in _BLAMING else []


def joint_actors(verb: Token, is_founding: bool) -> list[Token]:
    """Return who acts along: "Japan, together with Canada, imposed", "imposed jointly with Canada".

    Behind the verb, "together with" leads to one acted upon, but where a body is founded.
    """
    if verb.pos_ != "VERB":
        return []
    near = [t for t in verb.doc if t.lower_ == "with" and t.i and governing_verb(t) is verb]
    joint = [t for t in near if verb.doc[t.i - 1].lower_ in _JOINTLY]
    together = [t for t in near if verb.doc[t.i - 1].lower_ in ("together", "along") and (is_founding or t.i < verb.i)]
    return [t for prep in (*joint, *together) for pobj in children(prep, "pobj") for t in conjoined(pobj)]


_JOINTLY = frozenset({"jointly", "concert", "coordination", "conjunction", "partnership"})
