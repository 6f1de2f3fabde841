"""Misparses of what hangs on what over a distance: a far participle, a second subject, an apposition, what one is told.

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from ingest.lexicon.wordlists import speech, words_in
from ingest.parsing.misparses.clauses import replace
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, first_conjunct
from ingest.parsing.tokens import Token


@tried_on("ccomp", "ROOT", "advcl")
def _far_perfect(token: Token, _: Sentence) -> None:
    """Give "had in August 2023 brought the panel to an end" its verb, where the parser took "had" for one."""
    if token.lemma_ != "have" or token.pos_ not in ("AUX", "VERB"):
        return
    if not children(token, "nsubj") or children(token, "dobj"):
        return
    verb = next((t for t in token.doc[token.i + 1 : token.i + 9] if t.pos_ in ("VERB", "AUX", "PUNCT")), None)
    if verb is None or verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "conj" or verb.head.i > token.i:
        return
    replace(verb, token)
    token.hang(verb, "aux")
    token.pos_ = "AUX"


@tried_on("nsubj")
def _second_subject(token: Token, _: Sentence) -> None:
    """Give "the ICC, on whose prosecutor Washington imposed sanctions, has acted" its own verb back."""
    verb = token.head
    later = [t for t in children(verb, "nsubj") if t.i > token.i]
    if len(later) != 1 or token.i + 3 >= len(token.doc):
        return
    own = next((t for t in children(verb, "conj") if t.i > verb.i and children(t, "aux")), None)
    is_parted = token.doc[token.i + 1].text == "," and token.doc[token.i + 3].lower_ in ("whose", "which", "whom")
    if own is None or not is_parted or children(own, "nsubj", "nsubjpass"):
        return
    kept = [child for child in verb.children if child.i < own.i - 1 and child != token]
    replace(own, verb)
    verb.hang(token, "relcl")
    token.hang(own, "nsubj")
    for child in kept:
        child.hang(verb, child.dep_)


@tried_on("relcl", "acl")
def _called_on(token: Token, _: Sentence) -> None:
    """Hang "to stop the tankers" on the call, in "We call on Vietnam, an ASEAN member, to stop the tankers"."""
    is_infinitive = any(child.lower_ == "to" for child in children(token, "aux"))
    if not is_infinitive or token.doc[token.i - 2].text != ",":
        return
    call = next((up for up in token.ancestors if up.lemma_ in speech()["urging"]), None)
    if call is not None and call.i < token.head.i:
        token.hang(call, "xcomp")


@tried_on("appos")
def _far_apposition(token: Token, sentence: Sentence) -> None:
    """Hang "two makers of parts" on the names right before it, not on the subject of the clause."""
    head = token.head
    start = min(t.i for t in (token, *token.children))
    if head.dep_ not in ("nsubj", "nsubjpass") or start < 2 or not head.head.i < start - 1:
        return
    name = token.doc[start - 2]
    if sentence.mention(token):  # goods: see `misparses._late_object`
        return
    if head.i < head.head.i and token.doc[start - 1].text == "," and name.pos_ in ("PROPN", "NOUN"):
        token.hang(first_conjunct(name) if token.tag_ == "NNS" else name, "appos")


@tried_on("conj")
def _lost_subject(token: Token, _: Sentence) -> None:
    """Give "A abstained, and B and C, like D, voted against" its second subject, if the parser joined it to a verb."""
    verb = token.head
    if verb.pos_ != "VERB" or token.pos_ not in ("PROPN", "NOUN") or token.i < verb.i:
        return
    later = (t for t in children(verb, "conj") if t.pos_ == "VERB" and t.i > token.i)
    own = next(later, None)
    if own is not None and own.tag_ in ("VBD", "VBZ", "VBP") and not children(own, "nsubj", "nsubjpass"):
        token.hang(own, "nsubj")


@tried_on("conj")
def _opens_a_clause(token: Token, _: Sentence) -> None:
    """Let "Belarus" begin its own clause in "sold it to Mali, and Belarus, with which it has a pact, is to train"."""
    doc = token.doc
    is_parted = token.i >= 2 and doc[token.i - 1].lower_ == "and" and doc[token.i - 2].text == ","
    clauses = children(token, "relcl", "acl", "appos")
    if token.pos_ != "PROPN" or not is_parted or not clauses:
        return
    end = max(t.i for clause in clauses for t in (clause, *clause.subtree))
    verb = doc[end + 2] if end + 2 < len(doc) and doc[end + 1].text == "," else token
    if verb.tag_ in ("VBZ", "VBD", "MD", "VBP") and not children(verb, "nsubj", "nsubjpass"):
        token.hang(verb, "nsubj")


@tried_on("relcl")
def _of_its_town(token: Token, sentence: Sentence) -> None:
    """Let "which" in "Prasat Pay of Cambodia, which laundered money" be the firm, not where it is."""
    place, prep = token.head, token.head.head
    if place.dep_ != "pobj" or prep.lower_ not in ("of", "from", "in"):
        return
    named = token.doc[prep.i - 2 if token.doc[prep.i - 1].text == "." else prep.i - 1]
    there, firm = sentence.mention(place), sentence.mention(named)
    is_named = firm is not None and firm.is_noun and firm.target.startswith("org:")
    if is_named and there is not None and (there.is_state or there.kind == "place"):
        token.hang(named, "relcl")


@tried_on("advcl")
def _means_to_do(token: Token, _: Sentence) -> None:
    """Hang "to make" in "sold Chad the technology to make its own" on "technology": the seller does not make them."""
    to = next((child for child in children(token, "aux") if child.lower_ == "to"), None)
    means = token.doc[to.i - 1] if to is not None and to.i else token
    if means.lower_ in words_in("means_nouns") and first_conjunct(means).head is token.head:
        token.hang(means, "acl")


@tried_on("conj", words=("report",))
def _watching_verb(token: Token, _: Sentence) -> None:
    """Take "report" in "to gather evidence and report on breaches" for a verb, not for something gathered."""
    verb = token.head.head
    is_bare = not children(token, "det", "poss", "amod", "compound", "nummod") and token.head.dep_ == "dobj"
    is_infinitive = any(child.lower_ == "to" for child in children(verb, "aux"))
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if is_bare and is_infinitive and following.lower_ == "on":
        following.hang(token, "prep")
        token.hang(verb, "conj")
        token.pos_, token.tag_, token.lemma_ = "VERB", "VB", "report"


@tried_on("conj")
def _row_of_states(token: Token, sentence: Sentence) -> None:
    """Coordinate "Mali" in "the Foreign Ministers of Chad, Mali and Togo" with "Chad", not with the ministers."""
    noun, mention = token.head, sentence.mention(token)
    if mention is None or not mention.is_state or not mention.is_noun or noun.lower_ not in words_in("state_nouns"):
        return
    owners = [t for prep in children(noun, "prep") if prep.lower_ == "of" for t in children(prep, "pobj")]
    first = owners[-1] if owners else None
    named = sentence.mention(first) if first is not None else None
    if first is not None and named is not None and named.is_state and first.i < token.i:
        token.hang(first, "conj")


@tried_on("appos")
def _described_behind_its_town(token: Token, sentence: Sentence) -> None:
    """Let "a supplier of" in "Delta Works of Omsk, a supplier of engines" describe the firm, not where it is."""
    place, prep = token.head, token.head.head
    if place.dep_ != "pobj" or prep.lower_ not in ("of", "from", "in") or prep.i == 0:
        return
    name = token.doc[prep.i - 1]
    there, firm = sentence.mention(place), sentence.mention(name)
    is_named = firm is not None and firm.is_noun and firm.target.startswith(("org:", "person:"))
    is_own = prep.lower_ == "of" or prep.head is name
    is_town = place.pos_ == "PROPN" and (there is None or there.is_state or there.kind == "place")
    if is_named and is_own and is_town and token.lower_ in words_in("firm_nouns", "person_nouns", "body_nouns"):
        token.hang(name, "appos")


@tried_on("prep", words=("after", "before"))
def _after_clause(token: Token, _: Sentence) -> None:
    """Give "renewed it after China and Japan abstained" its clause, where the parser made "abstained" the main verb."""
    names, verb = children(token, "pobj"), token.head
    while verb.dep_ in ("prep", "pobj", "dobj", "conj", "ccomp") and verb.pos_ != "VERB":
        verb = verb.head
    late = verb.head
    if not names or verb.dep_ != "ccomp":
        return
    if late.i < token.i or late.pos_ != "VERB" or children(late, "nsubj", "nsubjpass") or verb.i > token.i:
        return
    verb.hang(verb if late.head is late else late.head, late.dep_)
    late.hang(verb, "advcl")
    names[0].hang(late, "nsubj")
    token.hang(late, "mark")


# Labels of what the parser could not place.
_LOOSE = ("npadvmod", "appos", "dep", "conj", "oprd", "dobj")


@tried_on(*_LOOSE)
def _named_behind_its_seat(token: Token, sentence: Sentence) -> None:
    """Take the name in "flown there by a firm in Dubai, Orbit Group" for that of the firm."""
    mention, doc = sentence.mention(token), sentence.doc
    if mention is None or not mention.is_noun or mention.is_state:
        return
    start = min([token.i, *(t.i for t in children(token, "det", "compound"))])
    if start < 4 or doc[start - 1].text != ",":
        return
    seat = doc[start - 2]
    if seat.dep_ != "pobj" or seat.head.lower_ not in ("in", "of", "from", "near"):
        return
    noun = seat.head.head
    is_described = noun.pos_ == "NOUN" and noun.lower_ in words_in("firm_nouns", "group_nouns")
    if is_described and (noun.tag_ == "NNS" or any(t.lower_ in ("a", "an", "another") for t in noun.children)):
        token.hang(noun, "appos")


@tried_on("appos")
def _list_of_names(token: Token, sentence: Sentence) -> None:
    """Take "B" in "was given by A, B and C" for one of a row, not for another name of A."""
    head, last = token.head, children(token, "conj")
    if token.pos_ != "PROPN" or head.pos_ != "PROPN" or not last:
        return
    one, other = sentence.mention(head), sentence.mention(token)
    if one is None or other is None or not (one.is_noun and other.is_noun) or one.target == other.target:
        return
    is_row = token.doc[last[0].i - 1].lower_ == "and" or any(t.lower_ == "and" for t in children(token, "cc"))
    if is_row and one.is_state == other.is_state and one.is_person == other.is_person:
        token.dep_ = "conj"


@tried_on("nummod", "quantmod")
def _name_as_figure(token: Token, sentence: Sentence) -> None:
    """Take "M23" in "In January M23 and Rwandan forces seized" for one of those who did it, not for a year."""
    mention = sentence.mention(token)
    if mention is None or not mention.is_noun:
        return
    verb = next((up for up in token.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is not None and verb.i > token.i:
        token.hang(verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")


@tried_on("conj")
def _coordinated_participle(token: Token, _: Sentence) -> None:
    """Hang "funded" in "were sent to a mission backed by the UN and funded by Kenya" on "backed"."""
    verb, doc = token.head, token.doc
    if token.tag_ != "VBN" or not children(token, "agent") or verb.i > token.i:
        return
    if children(token, "nsubj", "nsubjpass", "aux", "auxpass") or doc[token.i - 1].lower_ not in ("and", "or"):
        return
    near = (t for t in doc[verb.i + 1 : token.i] if t.tag_ == "VBN" and t.dep_ == "acl" and children(t, "agent"))
    first = next(near, None)
    if first is not None and all(first in t.ancestors for t in doc[first.i + 1 : token.i - 1]):
        token.hang(first, "conj")


@tried_on("conj")
def _or_of_gerunds(token: Token, _: Sentence) -> None:
    """Hang "provided" in "listed the firm for having sponsored, or provided support for, Hamas" on "sponsored"."""
    verb, doc = token.head, token.doc
    if token.tag_ not in ("VBN", "VBD") or doc[token.i - 1].lower_ != "or":
        return
    if verb.i > token.i or children(token, "nsubj", "nsubjpass", "aux", "auxpass"):
        return
    near = (t for t in reversed(doc[verb.i + 1 : token.i]) if t.tag_ in ("VBN", "VBG") and t.dep_ in ("pcomp", "conj"))
    last = next((t for t in near if first_conjunct(t).dep_ == "pcomp" and verb in t.ancestors), None)
    if last is not None:
        token.hang(last, "conj")


ATTACHMENT_RULES: tuple[Rule, ...] = (
    _far_perfect,
    _second_subject,
    _called_on,
    _far_apposition,
    _lost_subject,
    _opens_a_clause,
    _after_clause,
    _named_behind_its_seat,
    _described_behind_its_town,
    _row_of_states,
    _means_to_do,
    _watching_verb,
    _list_of_names,
    _name_as_figure,
    _coordinated_participle,
)


# What is tried once the others have hung the clauses of "which".
LATE_RULES: tuple[Rule, ...] = (
    _of_its_town,
    _or_of_gerunds,
)
