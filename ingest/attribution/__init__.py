"""Whether it is so, and who says so: the status and the source of what a trigger word claims.

First the trigger's own clause is asked ("will", "allegedly", "not"), then, upwards, the verbs and nouns that govern it
(`ingest/attribution/governors.py`), then sources given beside it ("according to").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from graph.model import Status
from ingest.attribution.ceasing import ended_by
from ingest.attribution.citations import cited, said_behind
from ingest.attribution.governors import under
from ingest.attribution.links import Link
from ingest.attribution.own_clause import own_stance
from ingest.attribution.stances import Stance
from ingest.attribution.telling_nouns import is_telling
from ingest.coreference import Referents
from ingest.lexicon import Entry
from ingest.lexicon.wordlists import speech
from ingest.parsing.asides import is_by_the_way
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, is_content, is_definite
from ingest.parsing.syntax import agents
from ingest.parsing.verbs import governing_verb

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

# What councils, states and courts do before all eyes.
_PUBLIC = frozenset({"sanctioned", "delisted", "established", "signed", "vetoed", "succeeded", "withdrew_from"})
_SPEAKERS = frozenset({"it", "they", "he", "she"})
# What these open is told as a fact, whatever governs the clause.
_FACTUAL = frozenset({"after", "since", "when", "because", "while", "before", "as", "although", "though"})
# Who, unnamed and of no country, tells of a plan, tells of the plan of his own government.
_OWN_OFFICIALS = frozenset({"group:official", "group:officials", "group:senior-official", "group:senior-officials"})
# Of what these govern, a fact told by the way is in the speaker's words too.
_SAYING_OF_FACTS = frozenset({"saying", "judging"})


def stance(trigger: Token, sentence: Sentence, referents: Referents) -> Stance:
    """Return the stance of the article towards the clause of `trigger`."""
    is_adjective = sentence.piece(trigger).compound is not None
    is_renaming = trigger.dep_ == "appos" or is_adjective
    is_renaming = is_renaming or (trigger.dep_ == "compound" and sentence.mention(trigger.head) is not None)
    found = own_stance(trigger, None if is_renaming else _verb_of(trigger), sentence)
    if found.status is not None and not is_renaming:
        return _said(trigger, sentence, referents, found)
    if found.is_affirmed and is_adjective:  # "they denied that they had Chinese-made rifles" denies no making
        said = _said(trigger, sentence, referents, found)
        return said if said.is_affirmed else found
    return found


def _said(trigger: Token, sentence: Sentence, referents: Referents, found: Stance) -> Stance:
    """Take in who says so, above the clause of `trigger` and beside it."""
    found = _above(trigger, sentence, referents, found)
    if found.status is None:
        return found
    found = _beside(trigger, sentence, referents, found)
    if found.status == "unconfirmed" and found.asserted_by and "alleged" in found.why:
        return replace(found, status="affirmed")
    return found


def _verb_of(trigger: Token) -> Token | None:
    return trigger if trigger.pos_ in ("VERB", "AUX") else governing_verb(trigger)


def _beside(trigger: Token, sentence: Sentence, referents: Referents, found: Stance) -> Stance:
    """Take in the sources given beside the clause: "according to X", "..., X said"."""
    told, used = cited(trigger, sentence, referents, is_said=bool(found.asserted_by))
    if found.status == "planned" and told and set(told) <= _OWN_OFFICIALS:
        told = list(_planning_state(trigger, sentence, referents)) or told
    found = replace(found, asserted_by=tuple(dict.fromkeys((*used, *(told or found.asserted_by)))))
    if found.asserted_by:
        return found
    behind = said_behind(trigger, sentence, referents)
    if behind is None:
        return found
    verb, speakers = behind
    found = replace(found, asserted_by=speakers, why=(*found.why, f"'{verb.lower_}' beside the clause"))
    is_doubt = found.is_affirmed and verb.lemma_ in speech()["doubting"]
    return found.turned("unconfirmed", f"'{verb.lower_}'") if is_doubt else found


def _planning_state(trigger: Token, sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    """Return the state whose plan an official without a country tells: "it is to impose them, an official said"."""
    verb = _verb_of(trigger)
    actors = [e for t in agents(verb) for e in referents.resolve(t, sentence)] if verb is not None else []
    return tuple(dict.fromkeys(actors)) if len(set(actors)) == 1 and actors[0].startswith("state:") else ()


def towards(entry: Entry, trigger: Token, position: Stance) -> Stance | None:
    """Return the stance towards what an entry says, which may be a plan or the contrary of its verb."""
    if entry.relation in _PUBLIC and position.is_affirmed and _is_given(trigger):
        position = replace(position, asserted_by=())
    if entry.negated:
        return replace(position, status="affirmed") if position.status == "denied" else None
    if entry.status and position.status == "affirmed":
        return replace(position, status=cast("Status", entry.status))
    return position


def _is_given(trigger: Token) -> bool:
    """Say whether a deed only tells which noun is meant: "the embargo that the Council imposed in 2004"."""
    for word in (trigger, *trigger.ancestors):
        if word.dep_ in ("relcl", "acl") and not children(word, "mark"):
            goes_on = any(t.lower_ in _SPEAKERS for t in children(word, "nsubj", "nsubjpass"))
            return word.head.pos_ == "NOUN" and is_definite(word.head) and not goes_on
        if word.dep_ in ("ccomp", "advcl", "pcomp", "xcomp", "acl", "relcl"):
            return False
    return False


def stance_of_end(trigger: Token, sentence: Sentence, referents: Referents) -> Stance:
    """Read the stance towards the end of what `trigger` says: "has ceased to be a party", "is no longer one"."""
    end = ended_by(trigger)
    if end is not None and end.pos_ in ("VERB", "AUX"):
        return stance(end, sentence, referents)
    found = stance(trigger, sentence, referents)
    return found.turned("affirmed", "'no longer'") if found.status == "denied" else found


def _above(trigger: Token, sentence: Sentence, referents: Referents, found: Stance) -> Stance:
    """Climb from the trigger to the root, taking in what each governing word says."""
    child, presupposed = trigger, _has_begun(trigger)
    is_aside = is_by_the_way(trigger)
    while child.head != child and found.status is not None:
        if is_aside and child.dep_ == "relcl":
            return found
        link = Link(child, _content_noun(child) or child.head, sentence, referents)
        presupposed = presupposed or (_is_presupposed(child) and link.up == child.head)
        if child.dep_ == "advcl" and _is_now_beside_past(child):
            return found
        if not presupposed or (link.up.pos_ == "VERB" and _SAYING_OF_FACTS & _lists_of(link.lemma)):
            found = under(link, found)
        child = link.up
    return found


def _lists_of(lemma: str) -> set[str]:
    return {name for name in _SAYING_OF_FACTS if lemma in speech()[name]}


def _content_noun(clause: Token) -> Token | None:
    """Return "reports" in "reports from several governments that Iran has sent", where the parser saw a relative."""
    if clause.dep_ != "relcl" or not any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children):
        return None
    source = clause.head
    above = source.head.head if source.dep_ == "pobj" else source
    if above.pos_ == "VERB":  # "examining reports from several governments": "from" may hang on the verb
        above = next((noun for noun in children(above, "dobj") if noun.i == source.head.i - 1), above)
    return above if above.lemma_.lower() in speech()["claim_nouns"] else None


def _is_now_beside_past(clause: Token) -> bool:
    """Say whether a clause is not in reported speech's past: "they said they were leaving, while America has left"."""
    told = clause.head
    if told.dep_ != "ccomp" or told.head.tag_ not in ("VBD", "VBN") or told.head.lemma_ not in speech()["saying"]:
        return False
    is_contrast = any(c.lower_ in ("while", "whereas", "although", "though") for c in children(clause, "mark"))
    return is_contrast and _is_past(told) and _is_present(clause)


def _is_past(verb: Token) -> bool:
    return any(t.tag_ == "VBD" or t.lower_ == "would" for t in (verb, *children(verb, "aux", "auxpass")))


def _is_present(verb: Token) -> bool:
    return any(t.tag_ in ("VBZ", "VBP") for t in (verb, *children(verb, "aux", "auxpass")))


def _has_begun(noun: Token) -> bool:
    """Say whether a clause beside a noun tells that the deed was done: "for the invasion that Russia began in 2022"."""
    clauses = children(noun, "relcl") if noun.pos_ == "NOUN" else []
    return any(verb.tag_ == "VBD" and verb.lemma_ in ("begin", "launch", "start", "carry", "wage") for verb in clauses)


def _is_presupposed(clause: Token) -> bool:
    """Say whether a clause is told as a fact whatever governs it: "a panel that watched", "after it had struck"."""
    if clause.dep_ == "relcl":
        return not (is_content(clause) and is_telling(clause.head))
    return clause.dep_ == "advcl" and any(c.lower_ in _FACTUAL for c in children(clause, "mark", "advmod", "prep"))
