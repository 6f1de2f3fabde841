"""Bodies by common nouns: "the experts" is a UN panel, "the group" the one named before, "the report" its author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import reference
from ingest.coreference.history import Event
from ingest.lexicon.wordlists import word_lists, words_in
from ingest.names.regimes import panel_states, regime_state
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, conjoined, inside, is_definite, modifiers, possessors

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

_PANELS = ("un-panel", "monitoring-mechanism")
_BODIES = ("Organisation", "Company", "ArmedGroup")
_UNITED = ("org:united-nations", "org:un-security-council")
# Which sorts of bodies of the reference data a noun may stand for.
_SORTS = {"bloc": ("alliance",), "alliance": ("alliance",), "court": ("court",), "ministry": ("ministry",)}
_FIRMS = frozenset({"company", "firm"})
_FIRM_REACH = 2
# How far back, in sentences, a body may have been named.
_PANEL_REACH = 40
_BODY_REACH = 30
_SAME_REACH = 4


def panel(token: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the UN panel that "a UN panel", "the experts", "UN investigators" means here."""
    token = _of_experts(token)
    near = [m.target for child in token.subtree if not _is_told(child, token) and (m := sentence.mention(child))]
    if token.text == "Group" and not near:
        return _group_by_its_capital(token, sentence, referents)
    united = _is_of_the_un(token, near)
    if _is_some_other(token, near, united):
        return None
    records, history = reference.records(), referents.history
    earlier = history.before(sentence.span(token)[0], sentence, _PANEL_REACH)
    named = [e.entity for e in earlier if e.entity in records and records[e.entity].sort in _PANELS]
    state = _watched(near)
    if state is None:
        if named and (not united or token.text in ("Panel", "Experts")):
            return _likeliest(token, named, referents)
        watched = history.watched[0] if history.watched else None
        present = [e for e in history.topics if e in panel_states() and records[e].sort == "un-panel"]
        if present and token.lower_ != "group" and watched in (None, panel_states()[present[0]]):
            return present[0]
        state = watched if united or _is_panel_of_the_story(token, referents) else None
    if state is None:
        return named[-1] if named else None
    found = [body for body, watch in panel_states().items() if watch == state and records[body].sort == "un-panel"]
    return referents.names.called(found[0], referents.phrase(token, sentence)) if found else None


def _is_told(word: Token, noun: Token) -> bool:
    """Say whether a word stands in a clause about a group: "a group that has taken over the work of the UN"."""
    above = [word, *(up for up in word.ancestors if up.i > noun.i)]
    return noun.lower_ == "group" and any(up.dep_ in ("relcl", "acl", "advcl") for up in above)


def _of_experts(token: Token) -> Token:
    """Return "panel" for the experts in "a panel of experts that monitors"."""
    above = token.head.head
    is_inside = token.dep_ == "pobj" and token.head.lower_ == "of" and token.lower_ == "experts"
    return above if is_inside and above.lower_ in ("panel", "group", "team") else token


def _group_by_its_capital(token: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the Group of Experts or Monitoring Group that "the Group" is, named before or in what follows."""
    records, history = reference.records(), referents.history
    earlier = history.before(sentence.span(token)[0], sentence, _PANEL_REACH)
    named = [e.entity for e in reversed(earlier) if e.entity in records]
    panels = [e for e in (*named, *history.topics) if e in records and records[e].sort in _PANELS]
    return next((e for e in panels if "Group" in records[e].entity.name.split()), None)


def _watched(near: list[str]) -> str | None:
    """Return the state that a panel beside these names watches: it is named, or a committee for it is."""
    named = (t if t.startswith("state:") else panel_states().get(t) or regime_state(t) for t in near)
    return next((state for state in named if state), None)


def _likeliest(token: Token, named: list[str], referents: Referents) -> str:
    """Return "the panel" named last, or of "the monitors", "the experts" those who spoke last or were named first."""
    records = reference.records()
    panels = [entity for entity in named if records[entity].sort == "un-panel"]
    if token.lower_ == "panel" and panels:
        return panels[-1]
    return next((entity for entity in referents.history.last_source if entity in named), named[0])


def _is_of_the_un(token: Token, near: list[str]) -> bool:
    """Say whether a noun is said, or by its capital shown, to be a body of the UN."""
    is_named = any(target in _UNITED for target in near) or token.text in ("Panel", "Experts")
    return is_named or any(modifier.lower_ == "council" for modifier in modifiers(token))


def _is_panel_of_the_story(token: Token, referents: Referents) -> bool:
    """Say whether a panel not named before is that of the state the article is about: "a panel of experts"."""
    if token.lower_ not in ("panel", "group"):
        return False
    if not _is_plain_which(referents):
        return False
    is_of_experts = any(t.lower_ == "experts" for t in inside(token, "of"))
    is_bare = token.lower_ == "panel" and is_definite(token) and not modifiers(token) and not children(token, "prep")
    return is_of_experts or (is_bare and any(body in referents.history.counts for body in _UNITED))


def _is_plain_which(referents: Referents) -> bool:
    """Say whether of the states under a UN regime one is what the article is about."""
    history = referents.history
    first, second = (*history.watched[:2], "", "")[:2]
    is_titled = first in history.titled and second not in history.titled
    return not second or is_titled or history.counts[first] > history.counts[second]


def _is_some_other(token: Token, near: list[str], united: bool) -> bool:
    """Say whether "a group", "experts" are too vague for a panel, or another: "Iran's Ashiyane group"."""
    if token.lower_ == "group" and all(t.lower_ != "experts" for t in inside(token, "of")):
        return not any(target in _UNITED or target in panel_states() for target in near)
    is_vague = token.lower_ in ("experts", "expert", "investigators", "inspectors", "watchdog", "monitors")
    return is_vague and not united and not is_definite(token)


def body_before(token: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the body that "the group", "the department", "the paramilitaries" means."""
    noun, history = token.lower_, referents.history
    earlier = history.before(sentence.span(token)[0], sentence, _BODY_REACH)
    events = [event for event in earlier if event.kind in _BODIES]
    if token.text == "Group":  # part of a name
        so_named = [e.entity for e in events if "Group" in referents.names.entity(e.entity).name.split()]
        return so_named[-1] if so_named else None
    sorts = _SORTS.get(noun)
    if sorts:
        own = {t.lower_ for t in modifiers(token)} if noun == "ministry" else set()  # "the trade ministry"
        alike = [event for event in events if _sort(event.entity) in sorts and own <= _said_of(event.entity, referents)]
        named = [entity for entity in history.topics if _sort(entity) in sorts and own <= _said_of(entity, referents)]
        return _last(alike, noun, referents) or (named[0] if len(named) == 1 else None)
    if any(child.lower_ == "same" for child in token.children):  # of several forces the last to act, whatever its name
        number = history.number(sentence)
        earlier_ones = (event for event in events if number - _SAME_REACH <= event.sentence < number)
        acting = [event for event in earlier_ones if event.is_subject]
        return acting[-1].entity if acting else None
    if noun in _FIRMS:
        firms = [event for event in events if _is_firm(event, referents)]
        if firms and firms[-1].sentence >= history.number(sentence) - _FIRM_REACH:
            return firms[-1].entity
    words = {noun, noun.rstrip("s")} | ({"mission", "operation"} if noun in ("mission", "operation") else set())
    fitting = [event for event in events if not words.isdisjoint(_said_of(event.entity, referents))]
    if fitting:
        return _last(fitting, noun, referents)
    if noun == "department":  # named before as whose sanctions they are
        said = (m.target for m in referents.names.mentions if m.start < sentence.start and m.is_entity)
        called = {entity for entity in said if not words.isdisjoint(_said_of(entity, referents))}
        return called.pop() if len(called) == 1 else None
    if noun in word_lists()["armed_bodies"]:
        armed = [e.entity for e in events if _is_armed_group(e.entity, referents)]
        titled = [entity for entity in history.titled if _sort(entity) == "armed-group"]
        return armed[-1] if armed else titled[0] if len(titled) == 1 else None
    if noun in ("group", "body", "organisation", "organization", "team", "mechanism"):
        number = history.number(sentence)
        near = [event for event in events if event.sentence >= number - 2 and event.entity not in _UNITED]
        return _last(near, noun, referents)
    return None


def _sort(entity_id: str) -> str | None:
    record = reference.records().get(entity_id)
    return record.sort if record else None


def _last(events: list[Event], noun: str, referents: Referents) -> str | None:
    """Return the body named last, an armed group before others where the noun is "group"."""
    armed = [event for event in events if noun == "group" and _is_armed_group(event.entity, referents)]
    return next((event.entity for event in reversed(armed or events)), None)


def _is_armed_group(entity_id: str, referents: Referents) -> bool:
    """Say whether a body is an armed group, not a state's or an alliance's force."""
    record = reference.records().get(entity_id)
    return record.sort == "armed-group" if record else referents.names.kind(entity_id) == "ArmedGroup"


def _is_firm(event: Event, referents: Referents) -> bool:
    """Say whether a body is a firm, also by the words of its name: "Defense Industries System"."""
    entity, lists = referents.names.entity(event.entity), word_lists()
    words = set(entity.name.lower().split())
    is_of_state = not words.isdisjoint(lists["body_words"] - lists["firm_words"])
    is_called_so = not is_of_state and not words.isdisjoint(words_in("firm_words", "coordinated_words"))
    return event.kind == "Company" or (entity.minted and is_called_so)


def _said_of(entity_id: str, referents: Referents) -> set[str]:
    """Return the words that describe a body or are part of its names."""
    entity = referents.names.entity(entity_id)
    words = {word.lower() for name in (entity.name, *entity.aliases) for word in name.split()}
    return words | {word.rstrip("s") for word in words} | referents.history.descriptors.get(entity_id, set())


def author(token: Token, sentence: Sentence, referents: Referents, depth: int) -> list[str]:
    """Return whose report "the report" is: by its "by", its owner, its modifier, or the body named before."""
    behind = [
        pobj
        for prep in children(token, "prep", "agent")
        if prep.lower_ in ("by", "of", "from")
        for pobj in children(prep, "pobj")
    ]
    for owners in (*map(conjoined, behind), *([owner] for owner in possessors(token))):
        found = [e for each in owners for e in referents.resolve(each, sentence, "actor", depth + 1)]
        if found:
            return found
    for child in modifiers(token):
        mention = sentence.mention(child)
        if mention and mention.is_entity:
            return [mention.target]
    return referents.history.report_author(sentence.span(token)[0]) if is_definite(token) else []
