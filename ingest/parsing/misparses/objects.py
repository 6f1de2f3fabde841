"""Misparses of what a verb acts on where it stands late, or before what it is called: "removed from its list A and B".

See `ingest/parsing/misparses`, which tries them with the others.
"""

from __future__ import annotations

from ingest.lexicon.wordlists import speech, words_in
from ingest.names.regimes import issuer_of
from ingest.parsing.misparses.clauses import replace
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children
from ingest.parsing.tokens import Token

_LISTS = frozenset({"list", "blacklist", "lists", "roster", "register"})
_BEFORE_DATES = frozenset({"in", "on", "last", "this"})
_CALLING = frozenset({"declare", "label", "name", "brand", "designate", "deem", "call"})


@tried_on("appos", "compound", "nmod", "dep")
def _behind_its_list(token: Token, sentence: Sentence) -> None:
    """Take the name in "removed from its list Verus Trading and its owner" for the object."""
    noun, mention = token.head, sentence.mention(token)
    if noun.lower_ not in _LISTS or token.i != noun.i + 1 or mention is None or not mention.is_noun:
        return
    verb = noun.head.head
    if noun.dep_ != "pobj" or verb.pos_ != "VERB" or children(verb, "dobj", "nsubjpass"):
        return
    token.hang(verb, "dobj")
    for child in [c for c in noun.children if c.i > token.i and c.dep_ in ("cc", "conj")]:
        child.hang(token, child.dep_)


@tried_on("nummod")
def _sum_behind_receiver(token: Token, sentence: Sentence) -> None:
    """Take the sum in "gave Unicef $2m for the work" for what was given, not for how many of the receiver."""
    receiver, figure = token.head, sentence.piece(token).quantity
    is_behind = receiver.i == token.i - 1 and receiver.dep_ in ("dobj", "dative")
    if figure is None or not figure.unit or not is_behind or receiver.head.lemma_ not in words_in("ditransitive"):
        return
    if len(children(receiver.head, "dobj")) <= (receiver.dep_ == "dobj"):
        receiver.hang(receiver.head, "dative")
        token.hang(receiver.head, "dobj")


@tried_on("conj")
def _gapped_imposer(token: Token, sentence: Sentence) -> None:
    """Take "the EU" in "Canada listed the ship in May and the EU in June" for no object: it did the same."""
    verb, mention = next((up for up in token.ancestors if up.pos_ == "VERB"), token), sentence.mention(token)
    struck = next((child for child in children(verb, "dobj") if child.i < token.i), None)
    if struck is None or mention is None or not mention.is_noun:
        return
    other = sentence.mention(struck)
    is_alike = other is not None and (other.is_state or issuer_of(other.target) is not None)
    if is_alike or issuer_of(mention.target) is None:
        return
    doc, first = token.doc, min(t.i for t in (token, *children(token, "det", "compound")))
    is_dated = token.i + 2 < len(doc) and doc[token.i + 1].lower_ in _BEFORE_DATES
    is_dated_before = any(t.lower_ in _BEFORE_DATES for t in doc[struck.i + 1 : first])
    if is_dated and is_dated_before and doc[first - 1].lower_ in ("and", "while", ","):
        token.hang(verb, "gapped")


@tried_on("pobj")
def _one_with_its_list(token: Token, sentence: Sentence) -> None:
    """Part the name from the list in "added to its blacklist Verus Trading": the two are no one noun."""
    listing = next((c for c in children(token, "compound", "nmod") if c.i == token.i - 1 and c.lower_ in _LISTS), None)
    mention, prep = sentence.mention(token), token.head
    if listing is None or mention is None or not mention.is_noun or prep.head.pos_ != "VERB":
        return
    if not children(token, "poss") or children(prep.head, "dobj", "nsubjpass"):
        return
    for child in [c for c in token.children if c.i < listing.i]:
        child.hang(listing, child.dep_)
    token.hang(prep.head, "dobj")
    listing.hang(prep, "pobj")


@tried_on("nsubj")
def _called_so(token: Token, _: Sentence) -> None:
    """Take the name in "had declared the M23 a terrorist organisation" for what was declared one."""
    noun, verb = token.head, token.head.head
    is_between = verb.i < token.i < noun.i and noun.dep_ in ("dobj", "oprd", "ccomp", "xcomp")
    if verb.lemma_ in _CALLING and is_between and noun.pos_ == "NOUN":
        token.hang(verb, "dobj")
        noun.hang(verb, "oprd")


@tried_on("pobj", words=("which", "whom"))
def _to_which(token: Token, _: Sentence) -> None:
    """Hang "to which Mali also belongs" on the name before it."""
    prep, verb = token.head, token.head.head
    at = prep.i - 1
    if verb.dep_ not in ("advcl", "ccomp", "conj") or verb.i < token.i or at < 1 or token.i != prep.i + 1:
        return
    noun = token.doc[at - 1]
    if token.doc[at].text == "," and noun.pos_ in ("NOUN", "PROPN") and verb not in noun.ancestors:
        verb.hang(noun, "relcl")


@tried_on("prep", words=("in",))
def _seat_of_traders(token: Token, sentence: Sentence) -> None:
    """Hang "in Dubai" in "sold oil to traders in Dubai" on the traders."""
    noun = token.doc[token.i - 1] if token.i else token
    place = next(iter(children(token, "pobj")), None)
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("to", "from") or place is None or noun in token.ancestors:
        return
    mention = sentence.mention(place)
    is_seated = noun.tag_ == "NNS" and sentence.mention(noun) is None and noun.lower_ in words_in("group_nouns")
    if is_seated and mention is not None and mention.is_state:
        token.hang(noun, "prep")


@tried_on("amod")
def _mood_before_verb(token: Token, sentence: Sentence) -> None:
    """Give "Malta, angry over the lack of help, pulled out of the pact" its subject and verb."""
    name, doc = token.head, token.doc
    verb = next((c for c in children(token, "conj") if c.tag_ in ("VBD", "VBZ", "VBN")), None)
    if verb is None or children(verb, "agent", "aux") or name.head is not name:
        return
    if token.i != name.i + 2 or doc[name.i + 1].text != ",":
        return
    if sentence.mention(name) is None or doc[verb.i - 1].text != "," or children(verb, "nsubj", "nsubjpass"):
        return
    replace(verb, name)
    for child in [c for c in verb.children if c.i < name.i]:
        child.hang(name, child.dep_)
    name.hang(verb, "nsubj")
    token.hang(name, "amod")
    verb.dep_ = "ROOT"


@tried_on("nsubj", "nsubjpass")
def _renaming_as_subject(token: Token, sentence: Sentence) -> None:
    """Take "a company founded by Ali Karim" in "Verus, a company founded by Ali Karim, sells" for what Verus is."""
    start = next((c.i for c in children(token, "det") if c.lower_ in ("a", "an")), token.i)
    if start < 2 or token.doc[start - 1].text != "," or token.pos_ != "NOUN":
        return
    name = token.doc[start - 2]
    is_twice = name.dep_ in ("nsubj", "nsubjpass") and name.head is token.head and token.i < token.head.i
    if is_twice and sentence.mention(name) is not None and children(token, "acl", "relcl", "prep"):
        token.hang(name, "appos")


@tried_on("xcomp", "ccomp", words=("watch",))
def _keeps_watch(token: Token, _: Sentence) -> None:
    """Take "watch" in "keeps watch over the embargo" for a noun."""
    if token.head.lemma_ == "keep" and token.i == token.head.i + 1:
        token.hang(token.head, "dobj")
        token.pos_, token.tag_ = "NOUN", "NN"


@tried_on("pobj", "pcomp")
def _goes_on_doing(token: Token, _: Sentence) -> None:
    """Take "handing" in "went on handing rifles to Mali" for what is done."""
    on, verb = token.head, token.head.head
    is_beside = on.lower_ == "on" and verb.lemma_ == "go" and on.i == verb.i + 1 == token.i - 1
    if is_beside and token.lower_.endswith("ing") and children(token, "dobj"):
        on.dep_ = "prt"
        token.hang(verb, "xcomp")
        token.pos_, token.tag_ = "VERB", "VBG"
        token.lemma_ = token.lemma_.removesuffix("ing")


@tried_on("dobj")
def _says_who(token: Token, _: Sentence) -> None:
    """Take the diplomat in "“We sold none,” insists a diplomat" for who says it."""
    verb = token.head
    if verb.lemma_ not in speech()["saying_behind"] or token.i < verb.i or verb.head is not verb:
        return
    said = [clause for clause in children(verb, "ccomp") if clause.i < verb.i]
    if said and token.doc[verb.i - 1].text == "," and not children(verb, "nsubj", "nsubjpass", "aux"):
        token.hang(verb, "nsubj")


OBJECT_RULES: tuple[Rule, ...] = (
    _sum_behind_receiver,
    _gapped_imposer,
    _behind_its_list,
    _one_with_its_list,
    _called_so,
    _to_which,
    _seat_of_traders,
    _mood_before_verb,
    _renaming_as_subject,
    _keeps_watch,
    _goes_on_doing,
    _says_who,
)
