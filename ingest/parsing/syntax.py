"""Who is the subject, the object, the "to" of a verb: one answer for actives, passives, relatives and the rest.

Works on spaCy's English dependency labels. Every function returns head tokens of noun phrases, opened as
`phrases.opened` does. Subjects are followed through coordination, control ("helped Kyiv to strike"), raising, gerunds
and clauses beside a noun, at most six steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.lexicon.wordlists import speech, word_lists, words_in
from ingest.parsing.phrases import (
    RELATIVES,
    antecedent,
    children,
    conjoined,
    first_conjunct,
    opened,
    prepositional,
)
from ingest.parsing.tokens import Token, asked_once
from ingest.parsing.verbs import by_preposition, governing_verb, is_infinitive, is_passive

_STEPS = 6


@asked_once
def subjects(verb: Token) -> Sequence[Token]:
    """Return who does what an active `verb` says; for a passive, use `agents`."""
    return opened(children(verb, "nsubj")) or _inherited_subject(verb, 0)


def _surface_subject(verb: Token, depth: int) -> list[Token]:
    """Return the grammatical subject, active or passive."""
    own = children(verb, "nsubj", "nsubjpass")
    if own:
        return opened(own)
    return _inherited_subject(verb, depth + 1) if depth < _STEPS else []


def _inherited_subject(verb: Token, depth: int) -> list[Token]:
    """Return the subject that a verb without one of its own takes from what it hangs on."""
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _surface_subject(head, depth)
    if verb.dep_ == "xcomp":
        return _controlled_subject(verb, depth)
    if verb.dep_ == "advcl" and head.pos_ in ("VERB", "AUX"):
        return _adverbial_subject(verb, depth)
    if verb.dep_ == "pcomp":
        return _gerund_subject(verb, depth)
    if verb.dep_ == "acl":
        return _noun_clause_subject(verb, depth)
    if verb.dep_ == "relcl" and not _has_relative_object(verb):
        return [head]
    if verb.dep_ == "ccomp" and head.pos_ == "VERB" and verb.tag_ in ("VBG", "VB") and not children(verb, "mark"):
        return opened(children(head, "dobj")) or _surface_subject(head, depth)
    return []


def _controlled_subject(verb: Token, depth: int) -> list[Token]:
    """Return the subject of an infinitive: "is ready to", "helped Kyiv to", "which the panel estimated to have"."""
    head, lists = verb.head, word_lists()
    if head.lemma_ == "be":
        return _bearers(_surface_subject(head, depth))
    if head.pos_ == "ADJ" and head.dep_ in ("acomp", "oprd", "attr"):
        return _surface_subject(head.head, depth)
    controlled = children(head, "dobj", "dative")
    if controlled and head.lemma_ in words_in("object_control", "founding") and not is_passive(head):
        return opened(controlled)
    if head.lemma_ in lists["raising"] and not is_passive(head) and not children(head, "dobj"):
        return _gap(head)
    return _surface_subject(head, depth)


def _bearers(duties: list[Token]) -> list[Token]:
    """Return whose duty is spoken of: "whose job is to watch", "the mandate of the panel is to"; others as they are."""
    out: list[Token] = []
    for noun in duties:
        is_duty = noun.lemma_ in word_lists()["duty_nouns"]
        out += (
            (opened(children(noun, "poss")) or prepositional(noun, "of", through_object=False)) if is_duty else [noun]
        )
    return out


def _adverbial_subject(verb: Token, depth: int) -> list[Token]:
    """Return the subject of a clause beside a verb: of what is founded "to watch the embargo", else of the verb."""
    head = verb.head
    if head.lemma_ in word_lists()["founding"] and is_infinitive(verb) and not is_passive(head):
        return opened(children(head, "dobj")) or _surface_subject(head, depth)
    return _surface_subject(head, depth)


def _gerund_subject(verb: Token, depth: int) -> list[Token]:
    """Return the subject of "by supplying", "of having violated", "for arming"."""
    outer = verb.head.head
    by_what_is_caused = outer.dep_ in ("ccomp", "xcomp") and verb.head.lower_ == "by"
    if by_what_is_caused and outer.head.lemma_ in word_lists()["object_control"]:
        return _surface_subject(outer.head, depth)
    if outer.pos_ in ("VERB", "AUX"):
        blamed = children(outer, "dobj")
        if verb.head.lower_ in ("of", "for", "from", "with") and blamed and not is_passive(outer):
            return opened(blamed)
        return _surface_subject(outer, depth)
    if outer.dep_ == "dobj" and outer.head.lemma_ in word_lists()["punishing"] and verb.head.lower_ in ("for", "over"):
        return opened([outer])  # "sanctioned the refinery for buying"
    if outer.pos_ in ("NOUN", "PROPN"):
        is_charged = outer.dep_ == "dobj" and outer.head.lemma_ in speech()["accusing"]
        return [outer] if is_charged else opened(children(outer, "poss")) or _light_subject(outer, depth)
    if outer.pos_ == "ADJ" and outer.dep_ == "acomp":  # "is responsible for supplying"
        return _surface_subject(outer.head, depth)
    return []


def _light_subject(noun: Token, depth: int) -> list[Token]:
    """Return the subject of the verb that a noun is the object of: "took part in", "has plans to"."""
    head = noun.head
    if noun.dep_ in ("dobj", "attr") and head.pos_ in ("VERB", "AUX"):
        return _surface_subject(head, depth)
    if noun.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX"):
        return _surface_subject(head.head, depth)
    return []


def _noun_clause_subject(verb: Token, depth: int) -> list[Token]:
    noun = verb.head
    if verb.tag_ in ("VBG", "VBN"):
        return [noun]
    if verb.tag_ == "VB" and noun.pos_ in ("NOUN", "PROPN"):
        lists, giving = word_lists(), first_conjunct(noun).head
        if noun.lower_ in lists["means_nouns"] and giving.lemma_ in lists["ditransitive"]:
            return []  # who sells the means to do it, does not do it
        return opened(children(noun, "poss")) or _light_subject(noun, depth) or [noun]
    return []


def _has_relative_object(verb: Token) -> bool:
    near = (child for word in (verb, *verb.children) for child in children(word, "dobj", "pobj"))
    return any(child.lower_ in RELATIVES for child in near)


@asked_once
def objects(verb: Token) -> Sequence[Token]:
    """Return what is acted upon, in the active and the passive."""
    if is_passive(verb):
        return _passive_objects(verb)
    found = opened(children(verb, "dobj")) or _gap(verb)
    if found:
        return found
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, "prep", "ccomp", "xcomp", "advmod"):
        return objects(verb.head)
    shared = [child for child in children(verb, "conj") if child.pos_ == "VERB" and children(child, "dobj")]
    if shared and not children(verb, "prep", "ccomp", "xcomp", "nsubjpass"):
        return opened(children(shared[0], "dobj"))
    return []


def _passive_objects(verb: Token) -> list[Token]:
    own = children(verb, "nsubjpass") or _inverted(verb)
    if own:
        return opened(own)
    if verb.dep_ in ("acl", "relcl"):
        return _described(verb)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _surface_subject(verb.head, 0)
    if verb.dep_ == "advcl" and _may_describe_last(verb):
        return []
    return _inherited_subject(verb, 0) if verb.dep_ in ("xcomp", "advcl") else []


def _may_describe_last(participle: Token) -> bool:
    """Say whether it may be the last one named, not the subject: "took Goma from the army, backed by Burundi"."""
    doc, at = participle.doc, participle.i
    if at < 3 or doc[at - 1].text != "," or participle.head.i > at:
        return False
    last = doc[at - 2]
    others = [t for t in doc[: participle.head.i] if t.tag_ == "VBN" and t.dep_ in ("acl", "advcl")]
    if last.dep_ == "dobj" and last.head is participle.head and others:
        return True  # "A, armed by B, attacked C, armed by D"
    return last.dep_ == "pobj" and last.head.lower_ in ("from", "against", "with", "by", "between")


def _described(verb: Token) -> list[Token]:
    """Return the nouns that a clause beside a noun speaks of: after "bombs and howitzers made in", both."""
    noun = verb.head
    if verb.i == 0 or verb.doc[verb.i - 1].text == "," or noun.pos_ != "NOUN":
        return [noun]
    before = [other for other in conjoined(first_conjunct(noun)) if other.i < verb.i]
    return [other for other in before if other == noun or not _has_participle(other)] or [noun]


def _has_participle(noun: Token) -> bool:
    """Say whether a noun has a clause of its own: "missiles made in Iran", of those and "drones built in Russia"."""
    return any(clause.tag_ == "VBN" for clause in children(noun, "acl"))


def _inverted(verb: Token) -> list[Token]:
    """Return what stands behind the "is" of a passive turned round: "Also listed are A and B"."""
    behind = [aux for aux in children(verb, "auxpass") if aux.i > verb.i]
    found = [found for aux in behind for found in children(aux, "attr", "nsubj", "nsubjpass", "acomp")]
    return found or (children(verb, "dobj", "attr") if behind else [])


def _gap(verb: Token) -> list[Token]:
    """Return the noun that a relative clause hangs on, where it lacks an object: "the drones it has sold"."""
    top, subjects = verb, children(verb, "nsubj")
    while top.dep_ in ("xcomp", "conj", "ccomp") and top.head.pos_ in ("VERB", "AUX"):
        top = top.head
        subjects += children(top, "nsubj")
    if top.dep_ != "relcl" and not _is_gapped_content(top):
        return []
    if not subjects or any(antecedent(token) != token for token in subjects):
        return []
    return [top.head]


def _is_gapped_content(clause: Token) -> bool:
    """Say whether a "that" clause of a noun lacks the object it needs: "an engine that the firm had sold to Iran"."""
    has_that = any(mark.lower_ == "that" for mark in children(clause, "mark"))
    is_moving = clause.dep_ == "acl" and clause.lemma_ in word_lists()["ditransitive"]
    return has_that and is_moving and clause.head.pos_ == "NOUN" and bool(children(clause, "prep", "dative"))


@asked_once
def agents(verb: Token) -> Sequence[Token]:
    """Return who acts: the subject, or the "by" of a passive."""
    if not is_passive(verb):
        return subjects(verb)
    return opened(_by_agent(verb) or by_preposition(verb) or _by_below(verb))


def _by_agent(verb: Token) -> list[Token]:
    """Return the "by" that the parser saw, and the one coordinated with it: "by A and by B"."""
    return [
        pobj
        for agent in children(verb, "agent")
        for prep in dict.fromkeys((agent, *children(agent, "conj", "prep"), *_by_again(agent)))
        if prep.lower_ == "by"
        for pobj in children(prep, "pobj")
        if pobj.lower_ not in words_in("ends_of_time", "ways") | speech()["account_nouns"]
    ]


def _by_again(agent: Token) -> list[Token]:
    """Return the "by" behind an "and" that the parser hung elsewhere: "by A in May and by B the month after"."""
    later = agent.doc[agent.i + 1 :]
    return [t for t in later if t.lower_ == "by" and t.dep_ in ("prep", "conj") and t.doc[t.i - 1].lower_ == "and"]


def _by_below(verb: Token) -> list[Token]:
    """Return the "by" that hangs on a word below the verb: "was placed under sanctions by the EU"."""
    return [
        pobj
        for noun in children(verb, "oprd", "attr", "dobj", "xcomp", "prep")
        for prep in (
            *children(noun, "prep", "agent"),
            *(p for inner in children(noun, "pobj") for p in children(inner, "prep")),
        )
        if prep.lower_ == "by"
        for pobj in children(prep, "pobj")
    ]


def companions(verb: Token) -> list[Token]:
    """Return who or what goes along with the object: "listed the firm along with its owner", "as well as"."""
    behind = [t for t in verb.subtree if t.i > verb.i and t.lower_ in ("with", "alongside") and t.i > 0]
    near = [t for t in behind if t.lower_ == "alongside" or t.doc[t.i - 1].lower_ in ("along", "together")]
    own = [t for t in near if governing_verb(t) == verb and t.doc[verb.i + 1] != t]
    beside = [child for child in children(verb, "conj") if child.pos_ in ("NOUN", "PROPN")]
    extra = [child for child in beside if any(c.lower_ == "well" for c in _before(child))]
    return opened([*(pobj for t in own for pobj in children(t, "pobj")), *extra])


def _before(noun: Token) -> list[Token]:
    """Return the three words before a noun phrase."""
    first = min(t.i for t in noun.subtree)
    return list(noun.doc[max(0, first - 3) : first])


def recipients(verb: Token) -> Sequence[Token]:
    """Return the indirect object: "gave Moscow shells", and of a passive "was given shells"."""
    out: list[Token] = []
    for child in children(verb, "dative"):
        if child.pos_ == "ADP":  # "to Russia and to Syria"
            prepositions = [child, *(other for other in children(child, "conj", "prep") if other.pos_ == "ADP")]
            out.extend(pobj for prep in prepositions for pobj in children(prep, "pobj"))
        else:
            out.append(child)
    if not out and is_passive(verb) and children(verb, "dobj"):
        return objects(verb)
    return opened(out)
