"""What the clause of a trigger says itself of whether it is so: its modals, adverbs, conjunctions, its negation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Status
from ingest.attribution.governors import is_future_in_the_past
from ingest.attribution.negation import negated_by
from ingest.attribution.stances import Stance, no_claim
from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children
from ingest.parsing.verbs import is_infinitive

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_CONDITIONS = ("if", "unless", "whether", "lest")


def own_stance(trigger: Token, verb: Token | None, sentence: Sentence) -> Stance:
    """Return the stance that the clause of a trigger takes itself."""
    found = Stance()
    for token in [trigger] if verb is None or verb == trigger else [trigger, verb]:
        for child in [*token.children, *_doubts_within(token), *_shared_modals(token)]:
            found = _beside_verb(token, child, found)
            if found.status is None:
                return found
        if _is_to_be(token):
            found = found.turned("planned", "'is to' before the verb")
    if verb is not None and _is_in_a_tale(verb):
        return no_claim("in a scenario or a tale")
    if verb is not None:
        found = negated_by(verb, trigger, found)
    return no_claim("a question") if found.is_affirmed and sentence.is_question else found


def _doubts_within(noun: Token) -> list[Token]:
    """Return what describes the adjectives of a noun: "suspected" in "suspected Ukrainian help"."""
    return [t for adjective in children(noun, "amod", "compound") for t in children(adjective, "amod", "advmod")]


def _shared_modals(verb: Token) -> list[Token]:
    """Return the modals that a verb shares with the one it is coordinated with: "will cut aid and freeze assets"."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ == "VERB" and not children(first, "aux", "auxpass", "nsubj"):
        first = first.head
    auxiliaries = children(first, "aux") if first != verb else []
    is_perfect = any(aux.lemma_ == "have" for aux in auxiliaries)
    shares = verb.tag_ in ("VBN", "VBD") if is_perfect else verb.tag_ in ("VB", "VBP")
    return [aux for aux in auxiliaries if aux.tag_ == "MD"] if shares else []


def _beside_verb(verb: Token, child: Token, found: Stance) -> Stance:
    """Take in what one word beside a verb says: "will", "may", "allegedly", "if"."""
    if child.text == "May":  # the month: "on 3 May it designated"
        return found
    if child.dep_ in ("aux", "auxpass"):
        return _auxiliary(verb, child, found)
    return _conjunction(verb, child, found) if child.dep_ == "mark" else _adverb(child, found)


def _auxiliary(verb: Token, auxiliary: Token, found: Stance) -> Stance:
    lower, words = auxiliary.lower_, speech()
    if lower in words["planning_modals"]:
        return found.turned("planned", f"'{lower}' before the verb")
    if auxiliary.dep_ == "auxpass":
        return found
    if lower in ("would", "'d") and is_future_in_the_past(verb):
        return found.turned("planned", f"'{lower}' in reported speech")
    if lower in words["empty_modals"]:
        return no_claim(f"'{lower}' before the verb: no claim")
    if lower in words["open_modals"]:
        return found.turned(_modal(verb, auxiliary), f"'{lower}' before the verb")
    if lower in ("had", "should", "were") and _is_inverted(verb, auxiliary):
        return no_claim(f"'{lower}' before its subject: a condition")
    return found


def _conjunction(verb: Token, mark: Token, found: Stance) -> Stance:
    lower = mark.lower_
    if lower == "whether" and is_infinitive(verb):
        return found.turned("planned", "'whether to'")
    if lower == "whether" and verb.dep_ in ("csubj", "csubjpass") and _is_left_open(verb.head):
        return found.turned("unconfirmed", "a question left open")
    if lower in _CONDITIONS and verb.dep_ != "ccomp":
        return no_claim(f"'{lower}': a condition")
    if lower in ("whether", "if"):
        return found.turned("unconfirmed", "a question left open")
    return no_claim("'so that': an aim") if _is_purpose(verb, mark) else found


def _is_left_open(verb: Token) -> bool:
    """Say whether a question is said to be open: "has yet to be established", "is unclear"."""
    words = {child.lower_ for child in children(verb, "acomp", "advmod", "oprd", "attr")}
    return not words.isdisjoint(speech()["open_states"])


def _adverb(child: Token, found: Stance) -> Stance:
    lower, words = child.lower_, speech()
    if child.dep_ == "advmod" and lower in words["almost"]:
        return no_claim(f"'{lower}'")
    if child.dep_ == "prep" and any(noun.lemma_ in words["fictions"] for noun in children(child, "pobj")):
        return no_claim("in a scenario or a tale")
    if lower in words["open_words"] and child.dep_ != "conj":
        alleged = ("alleged",) if lower in ("alleged", "allegedly") else ()
        return found.turned("unconfirmed", f"'{lower}'", *alleged)
    return found


def _is_in_a_tale(verb: Token) -> bool:
    """Say whether a clause tells what happens in a scenario: "a simulation in which China invades"."""
    noun, words = verb.head, speech()
    if verb.dep_ != "relcl" or noun.pos_ != "NOUN":
        return False
    is_setting = any(t.lower_ == "where" for t in children(verb, "advmod")) or any(
        t.lower_ == "which" for prep in children(verb, "prep") if prep.lower_ == "in" for t in prep.children
    )
    is_tale = noun.lemma_ in words["fictions"] or (noun.dep_ == "dobj" and noun.head.lemma_ in words["imagining"])
    return is_setting and is_tale


def _is_purpose(verb: Token, that: Token) -> bool:
    """Say whether a clause tells what for: "closed its airspace so that Iran could not send drones"."""
    is_so = that.lower_ == "that" and that.i > 0 and that.doc[that.i - 1].lower_ in ("so", "order")
    return is_so and any(aux.tag_ == "MD" for aux in children(verb, "aux"))


def _is_inverted(verb: Token, aux: Token) -> bool:
    """Say whether an auxiliary before its subject makes a condition: "Had Iran sent missiles, Europe would"."""
    subjects = children(verb, "nsubj", "nsubjpass")
    opens = aux.i == 0 or aux.doc[aux.i - 1].text in (",", "and")
    return bool(subjects) and aux.i < subjects[0].i and opens and verb.dep_ in ("ccomp", "advcl")


def _modal(verb: Token, modal: Token) -> Status:
    """Read "may have sent" and "might send" as open, "may send" as a plan."""
    is_perfect = any(child.lemma_ == "have" for child in children(verb, "aux"))
    return "unconfirmed" if is_perfect or modal.lower_ == "might" else "planned"


def _is_to_be(verb: Token) -> bool:
    """Say whether a verb stands under "is to": "it is to impose sanctions"."""
    if verb.tag_ != "VB":
        return False
    if verb.dep_ == "ROOT" and is_infinitive(verb) and children(verb, "nsubj", "nsubjpass"):
        return True  # the future of headlines: "France to deliver howitzers"
    has_be = any(child.lemma_ == "be" and child.i < verb.i for child in children(verb, "aux"))
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        subject = next(iter(children(verb.head, "nsubj")), None)
        is_duty = subject is not None and subject.lemma_ in word_lists()["duty_nouns"]  # "its job is to"
        return not is_duty and not any(_is_ranked(noun) for noun in children(verb.head, "attr"))
    return has_be and is_infinitive(verb)


def _is_ranked(noun: Token) -> bool:
    """Say whether what a noun does it has done: "was the last state to sign"."""
    return any(word.lower_ in speech()["ranks"] for word in children(noun, "amod"))
