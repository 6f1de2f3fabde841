"""Misparses of the small model that can be told for certain from the words and names around them, and their mending.

Each rule knows one construction. It looks at one word, and where the parse cannot be right, hangs words elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.misparses.asides import ASIDE_RULES
from ingest.parsing.misparses.attachments import ATTACHMENT_RULES, LATE_RULES
from ingest.parsing.misparses.clauses import CLAUSE_RULES
from ingest.parsing.misparses.lost_subjects import SUBJECT_RULES
from ingest.parsing.misparses.nouns import NOUN_RULES
from ingest.parsing.misparses.objects import OBJECT_RULES
from ingest.parsing.misparses.prepositions import PREPOSITION_RULES, is_thing
from ingest.parsing.misparses.rows import LATE_ROW_RULES, ROW_RULES
from ingest.parsing.misparses.rules import Rule, tried_on
from ingest.parsing.misparses.sayings import SAYING_RULES
from ingest.parsing.misparses.subjects import LATE_SUBJECT_RULES
from ingest.parsing.misparses.words import WORD_RULES
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children
from ingest.parsing.tokens import Token


def mend(sentence: Sentence) -> None:
    """Mend the parse of a sentence in place; each rule goes through it once."""
    words = {token.lower_ for token in sentence.doc}
    for rule in _RULES:
        if not rule.words or not rule.words.isdisjoint(words):
            rule.go_through(sentence)


@tried_on("amod", "compound", "nmod", "poss")
def _receiver_before_item(token: Token, sentence: Sentence) -> None:
    """Take the name in "sold Egypt tanks", "gave the M23 missiles" for the receiver."""
    goods = token.head
    while goods.dep_ == "compound" and _is_item(goods, sentence):  # "sold the army TB2 drones"
        goods = goods.head
    if goods.dep_ != "dobj" or goods.i < token.i:
        return
    mention, item = sentence.mention(token), sentence.mention(goods)
    is_party = mention.is_noun if mention else _is_body_before(token, goods, sentence)
    if not is_party or item is None or not item.is_item or children(token, "case"):
        return
    if goods.head.lemma_ not in word_lists()["ditransitive"] or goods.head.i > token.i:
        return
    if any(prep.lower_ == "to" for noun in (goods, goods.head) for prep in children(noun, "prep", "dative")):
        return
    token.hang(goods.head, "dative")
    for child in list(goods.children):
        if child.i < token.i:
            child.hang(token, child.dep_)


def _is_item(token: Token, sentence: Sentence) -> bool:
    mention = sentence.mention(token)
    return mention is not None and mention.is_item


def _is_body_before(token: Token, goods: Token, sentence: Sentence) -> bool:
    """Say whether a common noun is a receiver: "gave the mission TB2 drones", not "gave army vehicles"."""
    lists = word_lists()
    is_body = token.lower_ in lists["body_nouns"] | lists["bare_state_nouns"] | lists["armed_bodies"]
    if not is_body or goods.tag_ != "NNS" or token.i == 0:
        return False
    own = {t.i for prep in children(token, "prep") for t in prep.subtree if prep.lower_ == "of"}
    between = [t for t in token.doc[token.i + 1 : goods.i] if t.i not in own]
    return all(_is_item(t, sentence) for t in between) and token.doc[token.i - 1].lower_ in ("the", "its", "their")


@tried_on("pobj")
def _receiver_of_a_state(token: Token, sentence: Sentence) -> None:
    """Take "the army of Chad" in "sold the army of Chad drones" for the receiver: what is of goods is no army."""
    state, noun = next(iter(children(token, "compound", "amod", "nmod")), None), token.head.head
    mention, item = sentence.mention(state) if state is not None else None, sentence.mention(token)
    is_of_goods = token.head.lower_ == "of" and item is not None and item.is_item
    if not is_of_goods or mention is None or not mention.is_state or mention.role == "adjective" or state is None:
        return
    verb = noun.head
    is_given = (
        noun.dep_ in ("dobj", "dative") and verb.lemma_ in word_lists()["ditransitive"] and state.i == token.i - 1
    )
    if not is_given or noun.lower_ not in word_lists()["bare_state_nouns"] | word_lists()["state_nouns"]:
        return
    noun.dep_ = "dative"
    state.hang(token.head, "pobj")
    for child in [*children(noun, "conj", "cc")]:
        child.hang(token, child.dep_)
    token.hang(verb, "dobj")


@tried_on("appos")
def _renames_the_nearer(token: Token, sentence: Sentence) -> None:
    """Hang the name in "listed Delta Ltd and its agent there, Ivan Petrov" on "agent", not on the firm."""
    mention, firm = sentence.mention(token), token.head
    if mention is None or not mention.target.startswith("person:"):
        return
    nouns = [noun for noun in children(firm, "conj") if firm.i < noun.i < token.i and children(noun, "poss")]
    named = sentence.mention(firm)
    if nouns and named is not None and named.is_noun and token.doc[token.i - 1].text == ",":
        token.hang(nouns[-1], "appos")


@tried_on("pobj")
def _object_of_particle(token: Token, _: Sentence) -> None:
    """Take "jets" in "hands over jets" for the object of the verb."""
    verb = token.head
    if verb.dep_ == "prt":
        token.hang(verb.head, "dobj")


@tried_on("dobj", "pobj", "nsubj")
def _sailing(token: Token, sentence: Sentence) -> None:
    """Take "carrying" in "seized a ship carrying rifles" for what the ship does."""
    if token.pos_ not in ("NOUN", "VERB") or not token.lower_.endswith("ing") or sentence.mention(token):
        return
    noun = next((c for c in reversed(children(token, "compound", "amod", "nmod")) if c.i == token.i - 1), None)
    mention = sentence.mention(noun) if noun is not None else None
    if noun is None or mention is None or not mention.is_item or mention.role == "mass":
        return
    before = [child for child in token.children if child.i < noun.i]
    noun.hang(token.head, token.dep_)
    for child in before:
        child.hang(noun, child.dep_)
    token.hang(noun, "acl")
    token.pos_, token.tag_ = "VERB", "VBG"
    token.lemma_ = _VERBS.get(token.lower_, token.lower_[:-3])


_VERBS = {"carrying": "carry", "transporting": "transport", "sailing": "sail", "hauling": "haul", "moving": "move"}


@tried_on("conj")
def _gapped(token: Token, sentence: Sentence) -> None:
    """Coordinate "Niger" in "sold drones to Mali in 2022 and Niger in 2023" with "Mali", an item with the last item."""
    verb, mention = token.head, sentence.mention(token)
    is_item = is_thing(token, sentence)
    is_party = mention is not None and (mention.is_noun or mention.kind == "place")
    if not (is_item or is_party):
        return
    beside = sentence.mention(verb)
    is_odd = verb.pos_ in ("VERB", "AUX", "NUM") or (beside is not None and beside.is_item != is_item)
    if not is_odd or children(token, "nsubj", "dobj"):
        return
    for start in _clause_starts(token):
        near = [t for t in sentence.doc[start + 1 : token.i] if _is_alike(t, is_item, sentence)]
        if near:
            token.hang(near[-1], "conj")
            return


def _clause_starts(token: Token) -> Iterator[int]:
    """Yield where the clause of a word begins, and those around it that it only describes something in."""
    for verb in (up for up in token.ancestors if up.pos_ in ("VERB", "AUX")):
        yield verb.i if verb.i < token.i else -1
        if verb.dep_ not in ("acl", "relcl"):
            return


def _is_alike(token: Token, is_item: bool, sentence: Sentence) -> bool:
    mention = sentence.mention(token)
    if token.dep_ not in ("dobj", "pobj", "conj", "dative", "nsubjpass"):
        return False
    if is_item:
        return is_thing(token, sentence)
    return mention is not None and (mention.is_noun or mention.kind == "place")


@tried_on("npadvmod", "dep", "appos")
def _late_object(token: Token, sentence: Sentence) -> None:
    """Take "rifles" in "had intercepted, at the port, 23 rifles" for the object."""
    if sentence.mention(token) is None:
        return
    verb = token.head.head if token.dep_ == "appos" else token.head
    is_behind = token.head.i <= verb.i < token.i and verb.pos_ == "VERB"
    if is_behind and is_thing(token, sentence) and not children(verb, "dobj", "nsubjpass"):
        token.hang(verb, "dobj")


@tried_on("nsubj", "nsubjpass", "dobj", words=("which", "who"))
def _which_clause(token: Token, _: Sentence) -> None:
    """Hang "which sent drones" on the noun before it, not on the verb before that."""
    verb, doc = token.head, token.doc
    if verb.dep_ not in ("advcl", "ccomp", "parataxis", "dep") or verb.head.i > token.i or token.i < 2:
        return
    before = doc[token.i - 2] if doc[token.i - 1].text == "," else doc[token.i - 1]
    if before.pos_ in ("NOUN", "PROPN") and verb not in before.ancestors:
        verb.hang(before, "relcl")


@tried_on()
def _item_as_main_subject(token: Token, sentence: Sentence) -> None:
    """Take "Pistols smuggled into Haiti fuel ..." for pistols that were smuggled: goods give nobody anything."""
    if token.tag_ not in ("VBD", "VBN") or token.lemma_ not in word_lists()["only_passive_of_goods"]:
        return
    subject = next(iter(children(token, "nsubj")), None)
    mention = sentence.mention(subject) if subject is not None else None
    if subject is None or mention is None or not mention.is_item or mention.target == "vessel":
        return
    if children(token, "dobj", "aux", "relcl"):
        return
    subject.dep_, token.tag_ = "nsubjpass", "VBN"


@tried_on(words=("of", "for"))
def _charge(token: Token, _: Sentence) -> None:
    """Hang "of sending" in "accused Iran, which denies it, of sending" on the accusation."""
    clause = token.head
    if clause.dep_ != "relcl" or not children(token, "pcomp"):
        return
    verb = next((up for up in clause.ancestors if up.pos_ == "VERB"), None)
    is_behind = token.doc[token.i - 1].text == ","
    if verb is None or verb.lemma_ not in speech()["accusing"]:
        return
    accuser = clause.head.head
    if (is_behind and accuser == verb) or (accuser.lower_ == "by" and clause.lemma_ not in speech()["accusing"]):
        token.hang(verb, "prep")  # "was accused by the panel that watches it of breaching"


@tried_on(words=("of", "for"))
def _charge_of_passive(token: Token, _: Sentence) -> None:
    """Hang "of arming" in "was accused by its rivals of arming" on the accusation, not on the rivals."""
    noun = token.head
    verb = noun.head.head
    is_behind = noun.dep_ == "pobj" and noun.head.lower_ == "by"
    if is_behind and children(token, "pcomp") and verb.lemma_ in speech()["accusing"]:
        token.hang(verb, "prep")


_RULES: tuple[Rule, ...] = (
    *NOUN_RULES,
    *SAYING_RULES,
    *CLAUSE_RULES,
    *ATTACHMENT_RULES,
    *ROW_RULES,
    *WORD_RULES,
    *OBJECT_RULES,
    *SUBJECT_RULES,
    _receiver_before_item,
    _receiver_of_a_state,
    _renames_the_nearer,
    _object_of_particle,
    _sailing,
    _gapped,
    *PREPOSITION_RULES,
    _late_object,
    _which_clause,
    _item_as_main_subject,
    _charge,
    _charge_of_passive,
    *ASIDE_RULES,
    *LATE_RULES,
    *LATE_ROW_RULES,
    *LATE_SUBJECT_RULES,
)
