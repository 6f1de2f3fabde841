"""What a vote is on: a numbered resolution, the mandate of a panel, a regime, a new body, or a draft without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeGuard

from graph import reference
from ingest.arguments.meanings import RULES, UNITED_NATIONS, of_kinds
from ingest.coreference import Referents
from ingest.lexicon.wordlists import word_lists
from ingest.names.mentions import Mention
from ingest.names.regimes import panel_states, regime_state
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, modifiers, possessors, prepositional

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

# How far before a vote, in characters, its measure may be named.
BEFORE = 1500
# How the names of regimes begin that the Security Council does not vote on.
_OF_OTHERS = ("EU ", "US ", "UK ", "Western ")
# How far before, in characters, a vote is spoken of, or the assembly that votes named.
_JUST_BEFORE = 300
_AT_ISSUE = re.compile(r"\b(?:mandate|renew\w*|extend\w*|extension|draft|roll\w* over|prolong\w*)\b")
_UNITED = re.compile(r"\b(?:Security Council|General Assembly|United Nations|U\.?N\b)")
_DRAFT = re.compile(r"\b(?:draft|resolution|text)\b")
_ATTEMPT = re.compile(r"\b([A-Z]\w+(?:(?:-| and )[A-Z]\w+)?) (?:attempt|bid|draft|move|proposal|text)\b")
_VOTING = re.compile(r"\b(?:vot(?:e|ed|es|ing)|veto\w*|abst(?:ain|ention)\w*)\b")
_ABOUT = ("of", "on", "about", "over", "to", "concerning")
_BODIES = frozenset({"Organisation", "ArmedGroup"})


def is_resolution(mention: Mention | None) -> TypeGuard[Mention]:
    """Say whether a name is that of a numbered resolution."""
    return mention is not None and mention.target.startswith("treaty:unscr-")


def measure(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return what was voted on: what the phrase names, else what is at issue there, if anything is voted on there."""
    found = _both(filler, sentence, referents) or _named(filler, sentence, referents)
    if found:
        return found
    if filler.lower_ not in word_lists()["measure_nouns"] and filler.lower_ not in ("it", "them"):
        return []
    if not _VOTING.search(referents.text, max(0, sentence.start - _JUST_BEFORE), sentence.end):
        return []
    about = prepositional(filler, *_ABOUT, through_object=False)
    if any(sentence.mention(t) is None and t.pos_ == "NOUN" for t in about):
        return []  # "a resolution on the budget"
    if _is_told_anew(filler) and not referents.history.measures:
        near = _nameless(sentence, referents, referents.phrase(filler, sentence))
    else:
        near = measure_near(sentence.span(filler)[0], sentence, referents)
    return [near] if near else []


def _is_told_anew(filler: Token) -> bool:
    """Say whether it is a draft not told of before: "a draft resolution that demanded an end to the fighting"."""
    is_open = any(child.lower_ in ("a", "an", "another") for child in children(filler, "det"))
    return is_open and filler.lower_ in ("resolution", "draft", "text") and bool(children(filler, "relcl", "acl"))


def _both(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the two numbered resolutions named last, as "both", "both texts"."""
    is_text = filler.lower_ in ("resolutions", "texts", "drafts") and any(t.lower_ == "both" for t in filler.children)
    if not is_text and filler.lower_ != "both":
        return []
    start = sentence.span(filler)[0]
    near = [m for m in referents.names.mentions if start - BEFORE < m.start < start]
    named = dict.fromkeys(m.target for m in reversed(near) if is_resolution(m))
    return list(named)[:2] if len(named) > 1 else []


def _named(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the resolution, panel or regime that a phrase names, or the draft that is to put new sanctions on."""
    nouns = [filler, *(t for t in filler.subtree if t != filler)]
    numbered = [m.target for t in nouns if is_resolution(m := sentence.mention(t)) and t.dep_ != "relcl"]
    if numbered:
        own = sentence.mention(filler)
        return [own.target if is_resolution(own) else numbered[0]]
    draft = _draft_resolution(filler, sentence, referents) or _draft_of_a_state(filler, sentence, referents)
    if draft:
        return [draft]
    if any(_is_kept(t, filler) for t in nouns):
        before = referents.history.before(sentence.span(filler)[0], sentence, reach=2)
        return [event.entity for event in before if event.entity and is_renewable(event.entity, referents)][-1:]
    for token in (t for t in nouns if t.pos_ in ("NOUN", "PROPN")):
        for entity in referents.resolve(token, sentence, "actor"):
            if is_renewable(entity, referents):
                return [entity]
    return []


def _is_kept(token: Token, draft: Token) -> bool:
    """Say whether "it" is what a draft would keep: "a resolution that would have renewed it", "kept it alive"."""
    if token.lower_ != "it" or token.dep_ not in ("dobj", "nsubj"):
        return False
    clauses = [clause for clause in children(draft, "relcl", "acl") if clause in token.ancestors]
    renewing = word_lists()["renewing"]
    return any(c.lemma_ in renewing or (c.lemma_ == "keep" and token.head.lower_ == "alive") for c in clauses)


def is_renewable(entity_id: str, referents: Referents) -> bool:
    """Say whether an entity is a regime of the UN or a panel, whose mandate is voted on."""
    if referents.names.kind(entity_id) == "SanctionsRegime":
        return not referents.names.entity(entity_id).name.startswith(_OF_OTHERS)
    record = reference.records().get(entity_id)
    is_panel = record is not None and record.sort in ("un-panel", "monitoring-mechanism")
    return entity_id in panel_states() or is_panel


def note_at_issue(sentence: Sentence, referents: Referents) -> None:
    """Note the panel, regime or new body that a sentence says is to be renewed, extended, created."""
    for token in sentence.doc:
        for found in _at_issue(token, sentence, referents):
            referents.history.at_issue.append((sentence.span(token)[0], found))


def _at_issue(token: Token, sentence: Sentence, referents: Referents) -> Iterator[str]:
    lists = word_lists()
    if token.pos_ == "NOUN" and token.lemma_ in lists["renewal_nouns"]:
        yield from _named(token, sentence, referents)[:1]
        if token.lemma_ == "mandate":
            owners = (*possessors(token), *prepositional(token, "of", through_object=False))
            yield from (e for t in owners for e in of_kinds(_BODIES, t, sentence, referents) if e != UNITED_NATIONS)
    elif token.pos_ == "VERB" and token.lemma_ in lists["renewing"]:
        for patient in syntax.objects(token):
            yield from _named(patient, sentence, referents)[:1] or _renewed_text(patient, token, sentence, referents)
    elif token.pos_ == "VERB" and token.lemma_ in lists["founding"] | {"authorise", "authorize", "approve"}:
        doers = [e for t in syntax.agents(token) for e in referents.resolve(t, sentence)]
        if "org:un-security-council" in doers:
            patients = (e for t in syntax.objects(token) for e in of_kinds(_BODIES, t, sentence, referents))
            yield from (entity for entity in patients if entity not in doers)


def _renewed_text(patient: Token, verb: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the nameless resolution that the Council renews: "rests on a resolution that it last renewed in May"."""
    doers = [e for t in syntax.agents(verb) for e in referents.resolve(t, sentence)]
    if patient.lower_ != "resolution" or "org:un-security-council" not in doers:
        return []
    about = _topic(sentence, referents)
    on = referents.names.entity(about).name if about else ""
    names = (f"UN Security Council resolution on {on}", f"resolution on {on}", referents.phrase(patient, sentence, ()))
    return [referents.names.mint("Resolution", "treaty", *names)] if about else []


def measure_near(position: int, sentence: Sentence, referents: Referents) -> str | None:
    """Return what a vote at `position` is on.

    A resolution in its sentence; else the one voted on or named nearest before, or the panel, regime or new body that
    is said to be at issue; else the panel or regime named where a mandate or draft is spoken of; else a nameless draft.
    """
    near = [m for m in referents.names.mentions if position - BEFORE < m.start < sentence.end]
    named = [(m.start, m.target) for m in near if is_resolution(m)]
    here = [target for start, target in named if start >= sentence.start]
    if here:
        return here[0]
    history = referents.history
    known = sorted((*history.measures, *history.at_issue), key=lambda each: each[0])
    latest = [each for each in known if position - BEFORE < each[0] < sentence.end]
    if latest:
        return latest[-1][1]
    if any(token.lower_ == "draft" and _is_of_them(token) for token in sentence.doc):
        return _draft_of_them(position, sentence, referents)
    text, start = referents.text, max(0, position - BEFORE)
    renewable = [m.target for m in near if m.is_entity and is_renewable(m.target, referents)]
    if renewable and _AT_ISSUE.search(text, sentence.start, sentence.end):
        return renewable[-1]
    before = [target for at, target in named if at < position]
    if before:
        return before[-1]
    if renewable and _AT_ISSUE.search(text, start, sentence.end):
        return renewable[-1]
    is_draft = _DRAFT.search(text, start, sentence.end) and _UNITED.search(text, start, sentence.end)
    return _nameless(sentence, referents) if is_draft else None


def _draft_of_them(position: int, sentence: Sentence, referents: Referents) -> str | None:
    """Return the draft of the states whose attempt was told of just before: "A Russian and Chinese attempt failed"."""
    nameless = _nameless(sentence, referents)
    attempts = list(_ATTEMPT.finditer(referents.text, max(0, sentence.start - _JUST_BEFORE), position))
    states = [m for m in referents.names.mentions if attempts and m.start == attempts[-1].start() and m.is_state]
    if nameless is None or not states:
        return nameless
    known = referents.names.entity(nameless)
    name = f"{attempts[-1][1]} draft"
    return referents.names.mint("Resolution", "treaty", name, known.name, *known.aliases)


def _is_of_them(draft: Token) -> bool:
    """Say whether a draft is that of some states, of which nobody says what it is on: "in voting for their draft"."""
    return any(owner.lower_ in ("its", "their") for owner in draft.children)


def _nameless(sentence: Sentence, referents: Referents, called: str = "") -> str | None:
    """Return a draft that has no name, by the state that it is about."""
    about = _topic(sentence, referents)
    if about is None:
        return None
    on = referents.names.entity(about).name
    if "General Assembly" in referents.text[max(0, sentence.start - _JUST_BEFORE) : sentence.end]:
        name = f"General Assembly resolution on {on}"
        return referents.names.mint("Resolution", "treaty", name, f"UN {name}", f"resolution on {on}")
    names = (f"draft resolution on {on}", f"resolution on {on}", f"UN draft resolution on {on}", f"{on} resolution")
    return referents.names.mint("Resolution", "treaty", *names, "draft resolution", called)


def _topic(sentence: Sentence, referents: Referents) -> str | None:
    """Return the state that a nameless text is about: the most spoken of, none that votes."""
    mentions = ((t, sentence.mention(t)) for t in sentence.doc)
    voters = {m.target for t, m in mentions if m and t.dep_ in ("nsubj", "conj")}
    records = reference.records()
    return next((e for e in referents.history.topic_states(voters) if not records[e].is_permanent), None)


def _draft_resolution(filler: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the draft of its own that a vote on new or tighter sanctions is on, not on the regime in force."""
    lists = word_lists()
    if lists["tightening_words"].isdisjoint(t.lower_ for t in filler.subtree):
        return None
    nouns = [t for t in filler.subtree if t.lower_ in lists["regime_nouns"] or sentence.mention(t)]
    regimes = [regime for t in nouns for regime in _regimes(t, sentence, referents)]
    state = next((state for regime in regimes if (state := regime_state(regime))), None)
    if state is None:
        return None
    on = referents.names.entity(state).name
    return referents.names.mint(
        "Resolution",
        "treaty",
        f"draft resolution on {on} sanctions",
        f"draft resolution on {on}",
        f"new sanctions on {on}",
        f"UN Security Council resolution on {on} sanctions",
        referents.phrase(filler, sentence),
    )


def _draft_of_a_state(filler: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return a draft called by the states who wrote it: "a Russian draft", "the US draft resolution on Mali"."""
    before = {child.lower_ for child in modifiers(filler)}
    is_draft = filler.lower_ == "draft" or (filler.lower_ in ("resolution", "text") and "draft" in before)
    owners = [t for t in (*modifiers(filler), *possessors(filler)) if (m := sentence.mention(t)) and m.is_state]
    if not owners or not is_draft:
        return None
    name, bare = referents.phrase(filler, sentence), referents.phrase(filler, sentence, ())
    return referents.names.mint("Resolution", "treaty", name, bare)


def _regimes(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    found = of_kinds(RULES, token, sentence, referents)
    if found or token.lemma_ != "sanction" or sentence.mention(token) is not None:
        return found
    regime = referents.regime(token, sentence)
    return [regime] if regime else []
