"""Who says so, and whether it is so: the source and the status of what a trigger word claims.

Works upwards from the trigger: the verbs and nouns that govern it say who speaks ("the panel said"), deny ("Tehran
denies"), leave open ("have not confirmed"), intend ("plans to"), or make it no claim at all ("urged", "would").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from graph.model import Status
from ingest import syntax
from ingest.coreference import Referents
from ingest.names import word_lists
from ingest.passages import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Stance:
    """Who says it, whether it is so, and why; `status` None where it is no claim at all."""

    status: Status | None = "affirmed"
    asserted_by: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the word lists of lexicon/attribution.yml."""
    text = files("ingest.lexicon").joinpath("attribution.yml").read_text("utf-8")
    raw = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {name: frozenset(map(str, words)) for name, words in raw.items()}


def stance(trigger: Token, sentence: Sentence, referents: Referents) -> Stance:
    """Return the stance of the article towards the clause of `trigger`."""
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else syntax.governing_verb(trigger)
    found = _own(trigger, verb, sentence)
    if found.status is None:
        return found
    found = _above(trigger, sentence, referents, found)
    if found.status is None:
        return found
    cited = _cited(trigger, sentence, referents)
    if cited:
        found = replace(found, asserted_by=(*cited, *(s for s in found.asserted_by if s not in cited)))
    if not found.asserted_by:
        found = _beside(trigger, sentence, referents, found)
    return _settled(found)


def _settled(found: Stance) -> Stance:
    if found.status == "unconfirmed" and found.asserted_by and "alleged" in found.why:
        return replace(found, status="affirmed")
    return found


def _own(trigger: Token, verb: Token | None, sentence: Sentence) -> Stance:
    """What the trigger's own clause says: its modals, negation, adverbs."""
    words = lexicon()
    status: Status = "affirmed"
    why: list[str] = []
    for token in {t.i: t for t in (trigger, verb) if t is not None}.values():
        for child in token.children:
            lower = child.lower_
            if child.dep_ in ("aux", "auxpass") and lower in words["planning_modals"]:
                status, why = "planned", [*why, f"'{lower}' before the verb"]
            elif child.dep_ == "aux" and lower in words["empty_modals"]:
                return Stance(None, (), (f"'{lower}' before the verb: no claim",))
            elif child.dep_ == "aux" and lower in words["open_modals"]:
                status, why = _modal(token, child), [*why, f"'{lower}' before the verb"]
            elif lower in words["open_words"]:
                status, why = "unconfirmed", [*why, f"'{lower}'", *(["alleged"] if lower in ("alleged", "allegedly") else [])]
            elif child.dep_ == "mark" and lower in ("if", "unless", "whether", "lest") and token.dep_ != "ccomp":
                return Stance(None, (), (f"'{lower}': a condition",))
            elif child.dep_ == "mark" and lower in ("whether", "if"):
                status, why = "unconfirmed", [*why, "a question left open"]
        if token.dep_ == "xcomp" and token.tag_ == "VB" and token.head.lemma_ == "be" or _is_to_be(token):
            status, why = "planned", [*why, "'is to' before the verb"]
    if verb is not None and syntax.is_negated(verb):
        status, why = "denied", [*why, "negated"]
    if status == "affirmed" and sentence.is_question:
        return Stance(None, (), ("a question",))
    return Stance(status, (), tuple(why))


def _modal(token: Token, modal: Token) -> Status:
    perfect = any(child.dep_ == "aux" and child.lemma_ == "have" for child in token.children)
    return "unconfirmed" if perfect or modal.lower_ == "might" else "planned"


def _is_to_be(token: Token) -> bool:
    """Say whether a verb stands under "is to": "it is to impose sanctions"."""
    has_to = any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)
    has_be = any(child.lemma_ == "be" and child.dep_ == "aux" and child.i < token.i for child in token.children)
    return token.tag_ == "VB" and ((has_to and has_be) or (token.dep_ == "xcomp" and token.head.lemma_ == "be" and has_to))


def _above(trigger: Token, sentence: Sentence, referents: Referents, found: Stance) -> Stance:
    """Climb from the trigger to the root, taking in what each governing word says."""
    child, presupposed = trigger, False
    while child.head != child:
        up = child.head
        presupposed = presupposed or _is_presupposed(child)
        if presupposed and not (up.pos_ == "VERB" and up.lemma_.lower() in lexicon()["saying"]):
            child = up
            continue
        lemma = up.lemma_.lower()
        if up.pos_ in ("VERB", "AUX"):
            found = _under_verb(child, up, lemma, sentence, referents, found)
            if found.status is None:
                return found
        elif up.pos_ == "ADJ" and child.dep_ == "xcomp" and found.status == "affirmed" and up.lower_ in word_lists()["due"]:
            found = replace(found, status="planned", why=(*found.why, f"'{up.lower_} to'"))
        elif up.pos_ == "NOUN" and child.dep_ in ("acl", "prep", "relcl"):
            if lemma in ("claim", "allegation", "accusation", "report", "suspicion", "rumour", "rumor", "charge") and child.dep_ in ("acl", "prep"):
                owners = [e for t in syntax.possessors(up) for e in referents.resolve(t, sentence)]
                if owners and not found.asserted_by:
                    found = replace(found, asserted_by=tuple(owners))
                if not owners and found.status == "affirmed" and lemma != "report":
                    found = replace(found, status="unconfirmed", why=(*found.why, f"'{lemma}' without a source"))
            elif lemma in ("plan", "intention", "threat", "attempt", "proposal", "bid", "offer", "promise", "pledge", "effort", "decision") and child.dep_ in ("acl", "prep") and found.status == "affirmed":
                found = replace(found, status="planned", why=(*found.why, f"under '{lemma}'"))
            elif lemma in ("call", "demand", "appeal", "need", "request", "ban", "obligation", "recommendation", "prohibition", "failure", "ability", "capability", "right") and child.dep_ == "acl":
                return Stance(None, (), (f"under '{lemma}': no claim",))
        child = up
    return found


def _is_presupposed(clause: Token) -> bool:
    """Say whether a clause is told as a fact whatever governs it: "a panel that watched", "after it had struck"."""
    if clause.dep_ == "relcl":
        return True
    marks = {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod", "prep")}
    return clause.dep_ == "advcl" and bool(marks & {"after", "since", "when", "because", "while", "before", "as", "although", "though"})


def _under_verb(child: Token, up: Token, lemma: str, sentence: Sentence, referents: Referents, found: Stance) -> Stance:
    words = lexicon()
    clause = child.dep_ in ("ccomp", "xcomp", "parataxis", "csubj")
    content = clause or child.dep_ in ("dobj", "pobj", "prep", "oprd", "attr")
    if clause and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in up.children):
        return Stance(None, (), ("a condition",))
    if lemma in words["undone"] and child.dep_ in ("dobj", "nsubjpass"):
        return Stance(None, (), (f"under '{lemma}': not done",))
    if content and lemma in words["denying"]:
        return _denied(up, sentence, referents, found)
    if content and lemma in words["accusing"] and (child.dep_ in ("prep", "ccomp") or clause):
        return replace(found, asserted_by=found.asserted_by or _sources(up, sentence, referents))
    if lemma == "have" and child.dep_ == "xcomp" and any(c.lower_ == "yet" for c in up.children):
        return Stance(None, (), ("'has yet to'",))
    if clause and lemma in words["urging"] and not (lemma == "call" and child.dep_ == "oprd"):
        return Stance(None, (), (f"under '{lemma}': no claim",))
    if clause and lemma in words["planning"] and child.dep_ in ("xcomp", "ccomp") and (child.tag_ == "VB" or _is_infinitive(child)):
        if any(c.dep_ == "aux" and c.lower_ in words["empty_modals"] for c in up.children):
            return Stance(None, (), ("a wish",))
        status: Status = "planned" if found.status == "affirmed" else found.status or "planned"
        found = replace(found, status="denied" if syntax.is_negated(up) and found.status == "affirmed" else status, why=(*found.why, f"under '{lemma}'"))
        return found
    if content and child.dep_ != "oprd" and lemma in ("confirm", "acknowledge", "verify", "admit", "prove", "corroborate") and (syntax.is_negated(up) or _neither(up)):
        return Stance("unconfirmed", _sources(up, sentence, referents), (*found.why, f"'{lemma}' negated"))
    if content and lemma in words["doubting"] and (clause or child.dep_ in ("dobj", "prep")):
        status = "unconfirmed" if found.status == "affirmed" else found.status or "unconfirmed"
        return replace(found, status=status, asserted_by=found.asserted_by or _sources(up, sentence, referents), why=(*found.why, f"under '{lemma}'"))
    if clause and lemma in words["saying"]:
        sources = _sources(up, sentence, referents)
        if syntax.is_negated(up) and found.status == "affirmed":
            return Stance("unconfirmed", sources, (*found.why, f"'{lemma}' negated"))
        return replace(found, asserted_by=found.asserted_by or sources, why=(*found.why, f"under '{up.lower_}'"))
    if clause and child.dep_ == "xcomp" and any(c.dep_ == "aux" and c.lower_ in words["planning_modals"] for c in up.children) and found.status == "affirmed":
        return replace(found, status="planned", why=(*found.why, "'will' above"))
    if clause and child.dep_ == "xcomp" and any(c.dep_ == "aux" and c.lower_ in words["empty_modals"] for c in up.children):
        return Stance(None, (), ("'would' above",))
    if clause and child.dep_ == "xcomp" and syntax.is_negated(up) and found.status == "affirmed":
        return replace(found, status="denied", why=(*found.why, "negated above"))
    return found


def _is_infinitive(token: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)


def _neither(verb: Token) -> bool:
    return any(child.lower_ in ("neither", "nor") for child in verb.children) or any(
        child.dep_ == "nsubj" and any(det.lower_ in ("neither", "no") for det in (child, *child.children)) for child in verb.children
    )


def _denied(up: Token, sentence: Sentence, referents: Referents, found: Stance) -> Stance:
    if _neither(up) or syntax.is_negated(up):
        return Stance("unconfirmed", _sources(up, sentence, referents), (*found.why, f"neither confirmed nor '{up.lower_}'"))
    status: Status = "affirmed" if found.status == "denied" else "denied"
    return Stance(status, _sources(up, sentence, referents), (*found.why, f"under '{up.lower_}'"))


def _sources(verb: Token, sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    speakers = syntax.agents(verb) or _after(verb, sentence)
    return tuple(dict.fromkeys(source for speaker in speakers for source in speaker_of(speaker, sentence, referents)))


def _after(verb: Token, sentence: Sentence) -> list[Token]:
    """"..., said Linda Thomas": the name right behind the verb, where the parser saw no subject."""
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    mention = sentence.piece(following).mention if following is not None else None
    return [following] if following is not None and mention and mention.kind == "entity" and mention.role != "adjective" else []


def speaker_of(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom the subject of a verb of saying stands for: an official for the state, the report for its author."""
    real = syntax.antecedent(token)
    if real.lower_ in ("it", "he", "she", "they") and referents.last_source and real.pos_ == "PRON":
        same = _same_kind(real.lower_, referents)
        if same:
            return same
    found = referents.resolve(token, sentence, "actor")
    if found:
        return found
    for person in syntax.appositions(real):
        mention = sentence.piece(person).mention
        if mention and mention.target.startswith("person:"):
            return [mention.target]
    return []


def _same_kind(pronoun: str, referents: Referents) -> list[str]:
    last = referents.last_source
    person = all(source.startswith("person:") for source in last)
    if pronoun in ("he", "she"):
        return last if person and len(last) == 1 else []
    if pronoun == "it":
        return last if len(last) == 1 and not person else []
    return []


def _cited(trigger: Token, sentence: Sentence, referents: Referents) -> tuple[str, ...]:
    """Return whom "according to X", "citing X", "by X's account" names, where it belongs to the trigger's clause."""
    found: list[str] = []
    for token in sentence.doc:
        if token.lower_ == "according" and _same_clause(token, trigger):
            found += cited_after(token, sentence, referents)
        elif token.lower_ == "citing" and _same_clause(token, trigger):
            for obj in syntax._children(token, "dobj"):
                found += speaker_of(obj, sentence, referents) or [
                    e for o in syntax.prepositional(obj, "from", "by", "of", through_object=False) for e in speaker_of(o, sentence, referents)
                ]
        elif token.lower_ == "account" and token.dep_ == "pobj" and token.head.lower_ in ("by", "in") and _same_clause(token, trigger):
            found += [e for owner in syntax.possessors(token) for e in speaker_of(owner, sentence, referents)]
    return tuple(dict.fromkeys(found))


def cited_after(according: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom "according to" names."""
    return [
        source
        for prep in according.children
        if prep.lower_ == "to"
        for pobj in syntax._children(prep, "pobj")
        for token in syntax.conjoined(pobj)
        for source in speaker_of(token, sentence, referents)
    ]


def _same_clause(marker: Token, trigger: Token) -> bool:
    """Say whether a source given beside a clause is the trigger's too: its verb governs the trigger or the reverse."""
    top = marker
    while top.head != top and top.pos_ not in ("VERB", "AUX"):
        top = top.head
    if top == marker:
        top = marker.head
    if top.head == top:
        return True
    return top == trigger or top in trigger.ancestors or trigger in top.ancestors and top.dep_ in ("conj",)


_SAY = frozenset({"say", "add", "report", "announce", "tell", "find", "write", "claim", "note", "state", "conclude", "believe", "reckon", "warn"})


def _beside(trigger: Token, sentence: Sentence, referents: Referents, found: Stance) -> Stance:
    """Take a verb of saying that the parser hung below or beside the clause: "X did it, the panel said"."""
    root = sentence.doc[0].sent.root if len(sentence.doc) else trigger
    for token in sentence.doc:
        if token.lemma_ in _SAY and token != trigger and token.pos_ == "VERB" and token.i > trigger.i and token.dep_ in ("ROOT", "parataxis", "advcl", "conj", "ccomp", "dep"):
            if token.dep_ not in ("ROOT", "parataxis") and not _after_comma(token):
                continue
            if syntax._children(token, "ccomp", "dobj") and token != root:
                continue
            if any(child.dep_ == "ccomp" and child.i > token.i for child in token.children):
                continue
            own = [child for child in token.children if child.dep_ == "nsubj"]
            if own:
                sources = tuple(dict.fromkeys(e for t in own for e in speaker_of(t, sentence, referents)))
                return replace(found, asserted_by=sources, why=(*found.why, f"'{token.lower_}' beside the clause"))
    return found


def _after_comma(token: Token) -> bool:
    start = min(child.i for child in token.subtree)
    return any(token.doc[i].text == "," for i in range(max(0, start - 2), start + 1))

