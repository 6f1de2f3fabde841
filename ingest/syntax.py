"""Who is the subject, the object, the "to" of a verb or noun: one answer for actives, passives, relatives and the rest.

Works on spaCy's English dependency labels. Every function returns head tokens of noun phrases; coordination is opened
(`conjoined`), relative pronouns are replaced by what they refer to (`antecedent`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
# Verbs whose infinitive has their object as subject: "helped Kyiv to strike".
OBJECT_CONTROL = frozenset(
    "help enable allow order urge ask tell force train teach authorise authorize permit send see let make lead cause require "
    "persuade encourage invite compel push press hire pay believe consider accuse suspect call want oblige".split()
)
# What is founded or sent is what then does the infinitive: "set up a team to watch the embargo".
FOUNDING = frozenset("establish create set launch form found task mandate charge deploy send appoint dispatch introduce".split())
# Verbs whose infinitive has as subject what they are said of: "which the panel estimated to have kept".
_RAISING = frozenset("estimate believe consider think know deem judge find call declare suspect report allege understand assess reckon".split())
_NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})


def conjoined(token: Token) -> list[Token]:
    """Return `token` and what is coordinated with it, in order."""
    out, queue = [], [token]
    while queue:
        current = queue.pop(0)
        out.append(current)
        queue.extend(
            child
            for child in current.children
            if child.dep_ == "conj" and child.pos_ in _NOUN_TAGS and child.pos_ != "VERB"
        )
    if token.pos_ == "PROPN":  # "X, the head of the guard, and Y": the parser may hang Y on the head
        for renaming in token.children:
            if renaming.dep_ == "appos" and renaming.pos_ == "NOUN":
                out.extend(c for c in renaming.children if c.dep_ == "conj" and c.pos_ == "PROPN" and c not in out)
    return sorted(out, key=lambda t: t.i)


def is_passive(verb: Token) -> bool:
    """Say whether a verb form is passive: its grammatical subject is what is acted upon."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "csubjpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
        return False
    if verb.dep_ in ("acl", "relcl"):
        return not any(child.dep_ == "nsubj" for child in verb.children)
    if (
        verb.dep_ == "conj"
        and verb.head.tag_ == "VBN"
        and not any(child.dep_ in ("nsubj", "aux") for child in verb.children)
    ):
        return is_passive(verb.head)
    if verb.dep_ == "advcl":
        return not any(child.dep_ in ("nsubj", "dobj") for child in verb.children)
    return False


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun refers to, or the token itself."""
    if token.lower_ not in RELATIVES or token.tag_ not in ("WDT", "WP", "WP$", "IN", "DT"):
        return token
    clause = next((up for up in token.ancestors if up.dep_ == "relcl"), None)
    if clause is None:
        return _noun_just_before(token)
    nearest = _noun_before(token, clause)
    if token.lower_ == "which" and nearest is not None and nearest.pos_ == "PROPN" and clause.head.pos_ == "NOUN":
        return nearest
    return clause.head


def _noun_just_before(token: Token) -> Token:
    """"drones that it bought", where the parser saw no relative clause."""
    before = token.doc[token.i - 1] if token.i else token
    is_gap = token.dep_ in ("dobj", "nsubj", "nsubjpass") and before.pos_ in ("NOUN", "PROPN") and before.dep_ in ("dobj", "pobj", "attr")
    return before if is_gap else token


def _noun_before(token: Token, clause: Token) -> Token | None:
    first = min(t.i for t in clause.subtree)
    for at in range(first - 1, max(-1, first - 3), -1):
        if token.doc[at].pos_ in ("NOUN", "PROPN"):
            return token.doc[at]
    return None


def _opened(tokens: list[Token]) -> list[Token]:
    out: list[Token] = []
    for token in tokens:
        real = antecedent(token)
        if real != token:
            out.extend(_antecedent_group(real))
        else:
            out.extend(conjoined(token))
    return out


def _antecedent_group(noun: Token) -> list[Token]:
    """What a relative clause says of the last of several coordinated nouns it usually says of that one."""
    return [noun]


def _children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return who does what an active `verb` says; for a passive, use `agents`."""
    own = _children(verb, "nsubj", "expl")
    own = [token for token in own if token.dep_ == "nsubj"]
    if own:
        return _opened(own)
    return _inherited_subject(verb, depth) if depth < 6 else []


def _surface_subject(verb: Token, depth: int) -> list[Token]:
    """Return the grammatical subject, active or passive."""
    own = _children(verb, "nsubj", "nsubjpass")
    return _opened(own) if own else _inherited_subject(verb, depth + 1) if depth < 6 else []


def _inherited_subject(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _surface_subject(head, depth)
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ" and head.dep_ in ("acomp", "oprd", "attr"):
        return _surface_subject(head.head, depth)
    if verb.dep_ == "xcomp":
        controlled = _children(head, "dobj", "dative")
        if controlled and head.lemma_ in OBJECT_CONTROL | FOUNDING and not is_passive(head):
            return _opened(controlled)
        if head.lemma_ in _RAISING and not is_passive(head) and not _children(head, "dobj"):
            return _gap(head)
        return _surface_subject(head, depth)
    if verb.dep_ == "advcl" and head.pos_ in ("VERB", "AUX"):
        if head.lemma_ in FOUNDING and _is_infinitive(verb) and not is_passive(head):
            return _opened(_children(head, "dobj")) or _surface_subject(head, depth)
        return _surface_subject(head, depth)
    if verb.dep_ == "pcomp":
        return _gerund_subject(verb, depth)
    if verb.dep_ == "acl":
        return _noun_clause_subject(verb, depth)
    if verb.dep_ == "relcl" and not _has_relative_object(verb):
        return [head]
    if verb.dep_ == "ccomp" and head.pos_ == "VERB" and verb.tag_ in ("VBG", "VB") and not _children(verb, "mark"):
        controlled = _children(head, "dobj")
        return _opened(controlled) if controlled else _surface_subject(head, depth)
    return []


def _gerund_subject(verb: Token, depth: int) -> list[Token]:
    """The subject of "by supplying", "of having violated", "for arming"."""
    outer = verb.head.head
    if outer.dep_ in ("ccomp", "xcomp") and outer.head.lemma_ in OBJECT_CONTROL and verb.head.lower_ == "by":
        return _surface_subject(outer.head, depth)
    if outer.pos_ in ("VERB", "AUX"):
        blamed = _children(outer, "dobj")
        if verb.head.lower_ in ("of", "for", "from") and blamed and not is_passive(outer):
            return _opened(blamed)
        return _surface_subject(outer, depth)
    if outer.pos_ in ("NOUN", "PROPN"):
        owners = _children(outer, "poss")
        return _opened(owners) if owners else _light_subject(outer, depth)
    return []


def _light_subject(noun: Token, depth: int) -> list[Token]:
    """The subject of the verb that a noun is the object of: "took part in", "has plans to"."""
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
        owners = _children(noun, "poss")
        if owners:
            return _opened(owners)
        return _light_subject(noun, depth) or [noun]
    return []


def _has_relative_object(verb: Token) -> bool:
    return any(
        child.dep_ in ("dobj", "pobj") and child.lower_ in RELATIVES
        for child in verb.subtree
        if child.head in (verb, *verb.children)
    )


def objects(verb: Token) -> list[Token]:
    """Return what is acted upon, in the active and the passive."""
    if is_passive(verb):
        own = _children(verb, "nsubjpass")
        if own:
            return _opened(own)
        if verb.dep_ in ("acl", "relcl"):
            return [verb.head]
        if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
            return _surface_subject(verb.head, 0)
        if verb.dep_ in ("xcomp", "advcl"):
            return _inherited_subject(verb, 0)
        return []
    own = _children(verb, "dobj")
    if own:
        return _opened(own)
    gap = _gap(verb)
    if gap:
        return gap
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _children(verb, "prep", "ccomp", "xcomp", "advmod"):
        return objects(verb.head)
    shared = [
        child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB" and _children(child, "dobj")
    ]
    if shared and not _children(verb, "prep", "ccomp", "xcomp", "nsubjpass"):
        return _opened(_children(shared[0], "dobj"))
    return []


def _gap(verb: Token) -> list[Token]:
    """The noun that a relative clause hangs on, where the clause lacks an object: "the drones it has sold"."""
    top = verb
    while top.dep_ in ("xcomp", "conj", "ccomp") and top.head.pos_ in ("VERB", "AUX"):
        top = top.head
    if top.dep_ != "relcl":
        return []
    subject = _children(verb, "nsubj") or _children(top, "nsubj")
    if not subject or any(antecedent(token) != token for token in subject):
        return []
    return [top.head]


def agents(verb: Token) -> list[Token]:
    """Return who acts: the subject, or the "by" of a passive."""
    if not is_passive(verb):
        return subjects(verb)
    by = [
        pobj
        for agent in _children(verb, "agent")
        for prep in (agent, *(other for other in _children(agent, "conj", "prep") if other.lower_ == "by"))
        for pobj in _children(prep, "pobj")
    ]
    if not by:
        by = [pobj for prep in _children(verb, "prep") if prep.lower_ == "by" for pobj in _children(prep, "pobj")]
    if not by:
        by = [
            pobj
            for noun in _children(verb, "oprd", "attr", "dobj", "xcomp", "prep")
            for prep in (*_children(noun, "prep", "agent"), *(p for inner in _children(noun, "pobj") for p in _children(inner, "prep")))
            if prep.lower_ == "by"
            for pobj in _children(prep, "pobj")
        ]
    if not by and verb.dep_ == "conj" and is_passive(verb.head):
        return []
    return _opened(by)


def recipients(verb: Token) -> list[Token]:
    """Return the indirect object: "gave Moscow shells", and of a passive "was given shells"."""
    out = []
    for child in _children(verb, "dative"):
        out.extend(_children(child, "pobj") if child.pos_ == "ADP" else [child])
    if not out and is_passive(verb) and _children(verb, "dobj"):
        return objects(verb)
    return _opened(out)


def prepositional(head: Token, *prepositions: str, through_object: bool = True) -> list[Token]:
    """Return the objects of these prepositions under a verb or noun, also where they hang one step lower."""
    return _opened(
        [
            pobj
            for prep in preposition_tokens(head, through_object)
            if prep.lower_ in prepositions
            for pobj in _pobj(prep)
        ]
    )


def _pobj(prep: Token) -> list[Token]:
    return _children(prep, "pobj")


# Prepositions of two words, whose second word is no preposition of the clause: "according to".
_COMPLEX = frozenset({"according", "due", "prior", "thanks", "owing", "addition", "contrary", "because", "instead", "such"})


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def preposition_tokens(head: Token, through_object: bool = True) -> Iterator[Token]:
    """Yield the prepositions under `head`, its object, and each other ("from A to B")."""
    queue = [prep for prep in _children(head, "prep", "dative", "agent") if prep.lower_ not in _COMPLEX]
    if through_object:
        queue += [
            prep for child in _children(head, "dobj", "nsubjpass", "attr", "oprd") for prep in _children(child, "prep")
        ]
    for prep in queue:
        yield prep
        yield from _children(prep, "prep")
        yield from (other for other in _children(prep, "conj") if other.pos_ == "ADP")
        for pobj in _pobj(prep):
            if prep.lower_ in ("from", "of", "in", "by"):
                yield from (
                    inner for inner in _children(pobj, "prep") if inner.lower_ in ("to", "from", "into", "via", "by")
                )


def possessors(noun: Token) -> list[Token]:
    """Return the owners of a noun: "Moscow's veto"."""
    return _opened(_children(noun, "poss"))


def modifiers(noun: Token) -> list[Token]:
    """Return the adjectives and compounds before a noun, coordinated ones too."""
    out = []
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod", "npadvmod", "nummod") and child.i < noun.i:
            out.extend(
                [child, *(c for c in child.children if c.dep_ in ("conj", "amod", "compound", "npadvmod", "nmod"))]
            )
    return out


def appositions(noun: Token) -> list[Token]:
    """Return the nouns that rename `noun`, those in lists too."""
    return [other for child in _children(noun, "appos") for other in conjoined(child)] or _beside_comma(noun)


def _beside_comma(noun: Token) -> list[Token]:
    """Where the parser saw none: "the commander, Dagalo, known as"; "the Team, a group comprising"."""
    doc, at = noun.doc, noun.i
    if at + 2 >= len(doc) or doc[at + 1].text != ",":
        return []
    second = doc[at + 2]
    if noun.pos_ == "NOUN" and second.pos_ == "PROPN" and second.head != noun and second.dep_ not in ("compound", "nsubj", "poss", "conj"):
        return [second] if at + 3 >= len(doc) or doc[at + 3].text in (",", ".", "who", "and") else []
    if noun.pos_ == "PROPN" and second.lower_ in ("a", "an", "the") and second.dep_ == "det" and second.head.pos_ == "NOUN":
        head = second.head
        return [head] if head.dep_ in ("npadvmod", "dep", "attr", "oprd", "appos") else []
    return []


def governing_verb(token: Token) -> Token | None:
    """Return the nearest verb above a token."""
    return next((up for up in token.ancestors if up.pos_ in ("VERB", "AUX")), None)


def is_negated(verb: Token) -> bool:
    """Say whether a verb carries its own negation."""
    return any(
        child.dep_ == "neg" or child.lower_ in ("never", "hardly", "n't", "not", "neither") for child in verb.children
    ) or any(
        child.dep_ == "det" and child.lower_ == "no"
        for obj in _children(verb, "dobj", "nsubjpass")
        for child in obj.children
    )
