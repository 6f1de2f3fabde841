"""Nouns for bodies and for those who act for one: "the group", "his men", "the committee", "the report"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph import reference
from ingest.coreference import bodies
from ingest.coreference.leaders import body_led_by
from ingest.coreference.nouns import Noun
from ingest.lexicon.wordlists import word_lists
from ingest.names.regimes import panel_states
from ingest.parsing.phrases import inside, is_definite, modifiers, possessors
from ingest.parsing.syntax import agents
from ingest.parsing.verbs import governing_verb

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

_OFFICERS = frozenset({"commanders", "generals", "officers", "soldiers", "troops"})
# Sorts of bodies whose members are states, none of which is the body.
_OF_STATES = frozenset({"alliance", "un-body", "export-control-regime"})
# Bodies for which their governments and ministers act.
_UNIONS = frozenset({"org:european-union", "org:african-union", "org:ecowas", "org:nato", "org:arab-league"})


def panel(noun: Noun, referents: Referents) -> list[str] | None:
    found = bodies.panel(noun.token, noun.sentence, referents) if noun.is_in("watchers") else None
    return [found] if found else None


def armed(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the M23's fighters", "his men": whoever has them, if that is no state; of a person, the body led."""
    if noun.mode not in ("actor", "target") or (noun.mode == "actor" and not noun.is_in("armed_nouns")):
        return None
    token = noun.token
    owners = _bodies_named((*possessors(token), *modifiers(token), *inside(token, "of")), noun, referents)
    if len(owners) != 1:
        return None
    struck = _led_by(owners[0], referents) if noun.is_in("armed_nouns") else []
    if noun.mode == "target" and not _is_struck_in((struck or owners)[0], noun, referents):
        return None
    record = reference.records().get(owners[0])
    if noun.word == "members" and record is not None and record.sort in _OF_STATES:
        return []
    return _led_by(owners[0], referents) or owners


def _is_struck_in(owner: str, noun: Noun, referents: Referents) -> bool:
    """Say whether a blow at what somebody has is one at them: an armed group, or "an African Union base"."""
    kind = referents.names.kind(owner)
    return kind == "ArmedGroup" or (kind == "Organisation" and noun.is_in("target_nouns"))


def _led_by(entity_id: str, referents: Referents) -> list[str]:
    """Return the body that a person leads: "the RSF's commander, Dagalo", "Prigozhin, the founder of Wagner"."""
    known = body_led_by(entity_id)
    if known:
        return [known]
    for post, sentence in referents.history.posts.get(entity_id, ()):
        if post.lower_ not in word_lists()["leading_posts"]:
            continue
        owners = [*possessors(post), *inside(post, "of"), *modifiers(post)]
        named = [t for t in owners if t.dep_ in ("poss", "pobj") or sentence.mention(t)]
        found = [e for t in named for e in referents.resolve(t, sentence, "actor", 3)]
        bodies = [e for e in found if referents.names.kind(e) in ("ArmedGroup", "Organisation", "Company")]
        if len(bodies) == 1:
            return bodies
    return []


def body_by_name(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the Wagner group": the body that a name before the noun names."""
    if not noun.is_in("body_nouns") and not noun.is_in("body_plurals"):
        return None
    named = _bodies_named(modifiers(noun.token), noun, referents)
    if noun.token.tag_ == "NNS" and len(named) > 1:
        return named  # "the G9 and 400 Mawozo gangs"
    return named if len(named) == 1 and named[0] != "org:united-nations" else None


def committee(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the Council's sanctions committee": the one for the state that the article is about."""
    if noun.word != "committee" or not noun.has_child("sanctions"):
        return None
    records = reference.records()
    watched = referents.history.watched[:1]
    known = [body for body, state in panel_states().items() if state in watched and records[body].sort == "un-body"]
    phrase = referents.phrase(noun.token, noun.sentence)
    if known:
        return [referents.names.called(known[0], phrase, "UN Security Council sanctions committee")]
    return [referents.names.mint("Organisation", "org", "UN Security Council sanctions committee", phrase)]


def ministers(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "EU governments", "African Union leaders": the body that they are gathered in."""
    is_concerted = noun.token.head.lemma_ in word_lists()["concerted_verbs"]
    if not noun.is_in("state_nouns") and not (noun.word in ("states", "countries") and is_concerted):
        return None
    named = _bodies_named(modifiers(noun.token), noun, referents)
    return named if len(named) == 1 and named[0] in _UNIONS else None


def body(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the group": the body named before."""
    if not noun.is_in("body_nouns") or not is_definite(noun.token):
        return None
    if noun.state and noun.word == "ministry":  # "its defence ministry" is not that of another state named before
        return [noun.state]
    own = _state_of_its_officers(noun, referents) if noun.word in ("army", "military") else None
    if own:
        return [own]
    found = bodies.body_before(noun.token, noun.sentence, referents)
    return [found] if found else None


def _state_of_its_officers(noun: Noun, referents: Referents) -> str | None:
    """Return the state of "the army" where the sentence spoke of its men: "Congolese officers ... beside the army"."""
    verb = governing_verb(noun.token)
    doers = agents(verb) if verb is not None else ()
    men = (t for t in reversed(noun.sentence.doc[: noun.token.i]) if t.lower_ in _OFFICERS and t not in doers)
    last = next(men, None)
    return referents.state_of(last, noun.sentence) if last is not None and not modifiers(noun.token) else None


def _bodies_named(tokens: Sequence[Token], noun: Noun, referents: Referents) -> list[str]:
    """Return the armed groups, bodies and persons that possessors or modifiers name, states apart."""
    found = [
        entity
        for token in tokens
        if token.dep_ in ("poss", "pobj") or noun.sentence.mention(token)
        for entity in referents.resolve(token, noun.sentence, "actor", noun.depth + 1)
    ]
    return [entity for entity in found if referents.names.kind(entity) in ("ArmedGroup", "Organisation", "Person")]


def works(noun: Noun, referents: Referents) -> list[str] | None:
    """As in "the drone plant at Yelabuga", "the Alabuga plant": a body of its own, minted by its words."""
    is_singular = noun.token.tag_ == "NN" and not possessors(noun.token)
    if not noun.is_in("works_nouns") or noun.mode != "actor" or not is_singular:
        return None
    before = [t for t in modifiers(noun.token) if _is_town(t, noun)]
    behind = [t for t in inside(noun.token, "at", "in", "near", "outside") if _is_town(t, noun)]
    if not before and not behind:
        return None
    full = referents.phrase(noun.token, noun.sentence, ("at", "in", "near", "outside"))
    bare = referents.phrase(noun.token, noun.sentence, ())
    towns = (noun.sentence.span(t) for t in (*before, *behind))
    aliases = [f"{referents.text[start:end]} plant" for start, end in towns] if noun.word == "plant" else []
    return [referents.names.mint("Organisation", "org", full, *([bare] if " " in bare else []), *aliases)]


def _is_town(token: Token, noun: Noun) -> bool:
    mention = noun.sentence.mention(token)
    is_behind = token.dep_ == "pobj"
    return mention is not None and (mention.kind == "place" or (is_behind and mention.role == "capital"))


def report(noun: Noun, referents: Referents) -> list[str] | None:
    if noun.is_in("report_nouns"):
        return bodies.author(noun.token, noun.sentence, referents, noun.depth)
    return None
