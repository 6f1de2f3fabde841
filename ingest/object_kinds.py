"""What a phrase means where a lexicon entry asks for an object of a kind: a regime, a treaty, a measure, a body."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeGuard

from ingest import instruments
from ingest.coreference import Referents
from ingest.enumerations import enumerated
from ingest.mentions import Mention
from ingest.passages import Sentence
from ingest.phrases import appositions, possessors, prepositional
from ingest.places import place
from ingest.pronouns import is_pronoun
from ingest.regimes import panel_states, regime_state
from ingest.wordlists import word_lists, words_in

if TYPE_CHECKING:
    from ingest.tokens import Token

RULES = frozenset({"Treaty", "Resolution", "SanctionsRegime"})
# What "it" most often is, so that a treaty or body named a while ago is no likely antecedent.
_PARTIES = frozenset({"State", "Person", "Vessel"})
_BODIES = frozenset({"Organisation", "Company", "ArmedGroup"})
# A body of which nothing is told by itself: its organs act.
UNITED_NATIONS = "org:united-nations"


def members(token: Token, sentence: Sentence) -> list[str]:
    """Return the names given for a common noun: "three officers, A, B and C", "five leaders, among them A"."""
    mention = sentence.mention(token)
    may_list = mention is None or mention.target == "vessel" or mention.role == "people"
    if not may_list or token.pos_ not in ("NOUN", "PROPN"):
        return []
    listed = [entity for other in appositions(token) for entity in _named(other, sentence)]
    listed += [entity for other in enumerated(token, sentence) for entity in _named(other, sentence)]
    lists = word_lists()
    if token.lower_ in lists["place_nouns"] or token.lower_.rstrip("s") in lists["place_nouns"]:
        return []
    if token.lower_ in words_in("firm_nouns", "person_nouns"):
        listed = [entity for entity in listed if not entity.startswith("state:")]
    return list(dict.fromkeys(listed))


def _named(token: Token, sentence: Sentence) -> list[str]:
    mention = sentence.mention(token)
    if mention and mention.is_noun:
        return [mention.target]
    return [m.target for other in appositions(token) if (m := sentence.mention(other)) and m.is_noun]


def acting(found: list[str], referents: Referents) -> list[str]:
    """Return those that can act or be acted upon: no rule, and not the UN as a whole."""
    return [e for e in found if referents.names.kind(e) not in RULES and e != UNITED_NATIONS]


def _of_kinds(kinds: frozenset[str], filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return what a phrase stands for, if it is of these kinds; "it" is taken for the last of them that was named."""
    found = referents.resolve(filler, sentence, "actor")
    fitting = [entity for entity in found if referents.names.kind(entity) in kinds]
    is_thing = is_pronoun(filler) and filler.lower_ in ("it", "them") and kinds.isdisjoint(_PARTIES)
    return fitting or (referents.before(filler, sentence).last_of(kinds) if is_thing else [])


def _state(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    return _of_kinds(frozenset({"State"}), filler, sentence, referents)


def _rule(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a treaty, resolution or regime; of what is broken, "it" and "the text" are the last one named."""
    if filler.lower_ in ("it", "text"):
        return rule_before(filler, sentence, referents)
    return _of_kinds(RULES, filler, sentence, referents)


def rule_before(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the rule that the article named last, if that is near."""
    events = referents.history.before(sentence.span(token)[0], sentence, reach=3)
    return [event.entity for event in events if event.kind in RULES][-1:]


def _target(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom sanctions hit: those listed for a noun, else what it stands for; a nameless person is nobody."""
    listed = members(filler, sentence)
    if listed:
        return listed
    region = place(filler, sentence, referents)
    if region:
        return [region]
    if any(child.lower_ == "same" for child in filler.children):
        return _same(filler, sentence, referents)
    if filler.lower_ == "it" and filler.dep_ == "nsubjpass" and len(set(referents.history.listed)) == 1:
        return referents.history.listed[:1]  # "It was taken off the list": who was put on it, not who did that
    mention = sentence.mention(filler)
    if mention is not None and mention.role == "people":
        return []  # "34 Haitians" are not Haiti
    found = acting(referents.resolve(filler, sentence, "actor"), referents)
    if filler.lower_ in word_lists()["person_nouns"] and sentence.mention(filler) is None:
        return [entity for entity in found if referents.names.kind(entity) == "Person"]
    return found


def _same(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whom "the same four names" means: those listed last, if they are as many."""
    figures = [quantity.value for child in filler.children if (quantity := sentence.piece(child).quantity)]
    listed = list(dict.fromkeys(referents.history.listed))
    return listed if not figures or figures[0] == len(listed) else []


def _body(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a body, also by "the mandate of", "the place of"."""
    found = _of_kinds(_BODIES, filler, sentence, referents)
    if not found and filler.lower_ in ("mandate", "work", "renewal", "place", "mission"):
        inner = prepositional(filler, "of", through_object=False) or possessors(filler)
        found = [e for t in inner for e in _body(t, sentence, referents)]
    return [entity for entity in found if entity != UNITED_NATIONS]


def _treaty(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a treaty, minted by its words where the article does not name it: "a defence pact"."""
    found = _of_kinds(frozenset({"Treaty"}), filler, sentence, referents)
    if found or filler.lower_ not in word_lists()["treaty_nouns"] or possessors(filler):
        return found
    phrase = referents.phrase(filler, sentence, ("on", "against", "of", "over"))
    if phrase.lower() == filler.lower_ and filler.lower_ != "ceasefire":
        return []
    return [referents.names.mint("Treaty", "treaty", phrase)]


def _participation(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return what somebody takes part in: "its participation in the treaty", "its own membership"."""
    if filler.lemma_ not in word_lists()["membership_nouns"]:
        return []
    inner = prepositional(filler, "in", "of", "to", "from", "under", "for", through_object=False)
    if inner:
        return [e for t in inner for e in (_participation(t, sentence, referents) or _left(t, sentence, referents))]
    if not any(owner.pos_ == "PRON" for owner in possessors(filler)):
        return []
    return instruments.named_before(filler, sentence, referents)


def _left(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return what one may leave: a treaty or a body, also by one's part in it."""
    return _participation(filler, sentence, referents) or _treaty_or_body(filler, sentence, referents)


def _treaty_or_body(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    found = _of_kinds(frozenset({"Treaty"}), filler, sentence, referents)
    if found:
        return found
    bodies = _of_kinds(frozenset({"Organisation"}), filler, sentence, referents)
    return [e for e in bodies if e != UNITED_NATIONS and _has_members(e, referents)]


def _has_members(entity_id: str, referents: Referents) -> bool:
    """Say whether a body is one that states join and leave; of one that only the article names, its name must."""
    entity = referents.names.entity(entity_id)
    return not entity.minted or not word_lists()["union_words"].isdisjoint(entity.name.lower().split())


def _regime(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return a regime, resolution or treaty that is watched, also by "a breach of", and "sanctions" by the article."""
    found = _of_kinds(RULES, filler, sentence, referents)
    if found:
        return found
    if filler.lemma_ in word_lists()["compliance_nouns"]:
        inner = prepositional(filler, "of", "with", through_object=False)
        found = [e for t in inner for e in _regime(t, sentence, referents)]
    elif filler.lemma_ == "sanction" and sentence.mention(filler) is None:
        found = [regime for regime in (referents.regime(filler, sentence),) if regime]
    return found


def _resolution(filler: Token, sentence: Sentence, _: Referents) -> list[str]:
    mention = sentence.mention(filler)
    return [mention.target] if _is_resolution(mention) else []


def _is_resolution(mention: Mention | None) -> TypeGuard[Mention]:
    return mention is not None and mention.target.startswith("treaty:unscr-")


def _measure(filler: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return what was voted on: a numbered resolution, a panel's mandate, a regime, or the vote named before."""
    nouns = [filler, *(t for t in filler.subtree if t != filler)]
    for token in nouns:
        mention = sentence.mention(token)
        if _is_resolution(mention) and token.dep_ != "relcl":
            return [mention.target]
    draft = _draft_resolution(filler, sentence, referents)
    if draft:
        return [draft]
    named = (e for t in nouns if t.pos_ in ("NOUN", "PROPN") for e in referents.resolve(t, sentence, "actor"))
    for entity in named:
        if entity in panel_states() or referents.names.kind(entity) == "SanctionsRegime":
            return [entity]
    measures = referents.history.measures
    return [measures[-1][1]] if measures and filler.lower_ in word_lists()["measure_nouns"] else []


def _draft_resolution(filler: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the draft of its own that a vote on new or tighter sanctions is on, not on the regime in force."""
    lists = word_lists()
    if lists["tightening_words"].isdisjoint(t.lower_ for t in filler.subtree):
        return None
    nouns = [t for t in filler.subtree if t.lower_ in lists["regime_nouns"] or sentence.mention(t)]
    regimes = [regime for t in nouns for regime in _regime(t, sentence, referents)]
    state = regime_state(regimes[0]) if regimes else None
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


# By what `object_is` of a lexicon entry says.
BY_KIND: dict[str, Callable[[Token, Sentence, Referents], list[str]]] = {
    "body": _body,
    "left": _left,
    "measure": _measure,
    "participation": _participation,
    "regime": _regime,
    "resolution": _resolution,
    "rule": _rule,
    "state": _state,
    "target": _target,
    "treaty": _treaty,
    "treaty-or-body": _treaty_or_body,
}
