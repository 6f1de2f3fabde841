"""Who speaks for a body: its spokesman, its researchers, what it has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.attribution.same_speakers import same_speaker
from ingest.attribution.works import is_work
from ingest.lexicon.wordlists import speech
from ingest.names.ministries import service_of
from ingest.parsing.phrases import appositions, children, modifiers, possessors, prepositional

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.passages import Sentence
    from ingest.parsing.tokens import Token

_UNITED_NATIONS = "org:united-nations"
_BODIES = ("Organisation", "Company", "ArmedGroup")
_SPEAKING_FOR = ("of", "for", "from", "with", "by")
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "official"})
# Who speak for the United Nations; its experts and investigators speak for themselves.
_OF_THE_UN = _SPOKESMEN | {"secretary-general"}
# Who at a body speak for it, unlike analysts there.
_AT_A_BODY = _SPOKESMEN | {"researcher", "investigator", "inspector"}


def named_spokesman(token: Token, sentence: Sentence) -> list[str]:
    """Return the person in "the ministry's spokesman, Esmail Baghaei, said"."""
    if sentence.mention(token) or not {token.lower_, token.lemma_.lower()} & speech()["voices"]:
        return []
    beside = [
        *appositions(token),
        *(name for body in prepositional(token, *_SPEAKING_FOR) for name in appositions(body)),
        *_name_before_comma(token),
    ]
    named = (sentence.mention(other) for other in beside)
    return [m.target for m in named if m and m.is_noun and m.target.startswith("person:")][:1]


def _name_before_comma(token: Token) -> list[Token]:
    """Return the name in "In Oslo Eva Dahl, a ministry spokeswoman, said", which the parser hung on "In"."""
    first = min((t.i for t in (token, *modifiers(token), *children(token, "det"))), default=token.i)
    doc, is_closed = token.doc, token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == ","
    is_open = any(child.lower_ in ("a", "an") for child in children(token, "det"))
    return [doc[first - 2]] if first > 1 and doc[first - 1].text == "," and is_closed and is_open else []


def bodies_beside(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the body whose people or work speaks: "Amnesty researchers", "an Interpol report", "a spokesman for"."""
    words = speech()
    if sentence.mention(token) or not {token.lower_, token.lemma_.lower()} & (words["voices"] | words["works"]):
        return []
    near = [*modifiers(token), *possessors(token)]
    if token.lower_ not in words["at_work"]:
        near += prepositional(token, *_SPEAKING_FOR, through_object=False)
    if token.lemma_.lower() in _AT_A_BODY:
        near += prepositional(token, "at", through_object=False)
    named = (m.target for other in near if (m := sentence.mention(other)) and m.is_noun)
    fitting = (entity for entity in named if entity != _UNITED_NATIONS or token.lemma_.lower() in _OF_THE_UN)
    found = [entity for entity in fitting if referents.names.kind(entity) in _BODIES][:1]
    return found or _owner_of_work(token, sentence, referents)


def their_service(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return the ministry or service in "Vietnam will buy tanks, its foreign ministry said"."""
    if sentence.mention(token) or not any(owner.lower_ in ("its", "their") for owner in possessors(token)):
        return []
    beside = sorted((*children(token, "compound", "amod"), token), key=lambda t: t.i)
    beside = [t for t in beside if t.lower_ != "own"]
    history, start = referents.history, sentence.span(token)[0]
    main = {event.entity for event in history.before(start, sentence, reach=0) if event.is_main}
    state = referents.state_of(token, sentence) if len(main) != 1 else main.pop()
    found = (
        service_of(state, " ".join(t.lower_ for t in beside), referents.names)
        if state and state.startswith("state:")
        else None
    )
    return [found] if found else []


def _owner_of_work(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return whose records speak: "its own records show that"."""
    owners = [t for t in possessors(token) if t.lower_ in ("its", "their")] if is_work(token) else []
    opens = not any(sentence.mention(t) for t in token.doc[: token.i])
    spoken = [e for t in owners for e in same_speaker(t, sentence, referents)] if opens else []
    found = spoken or [e for t in owners for e in referents.resolve(t, sentence, "actor", 3)]
    return found if len(found) == 1 and not found[0].startswith("vessel:") else []
