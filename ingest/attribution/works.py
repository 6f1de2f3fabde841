"""What somebody wrote, collected or published speaks for its author: "a report by the Sentry", "army documents"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing.phrases import children, modifiers, prepositional
from ingest.parsing.syntax import agents
from ingest.parsing.verbs import is_passive

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.passages import Sentence
    from ingest.parsing.tokens import Token

_HANDING = frozenset({"hand", "send", "share", "deliver", "leak", "pass", "show"})


def is_work(token: Token) -> bool:
    """Say whether a noun is one for what is written or found out."""
    return not {token.lower_, token.lemma_.lower()}.isdisjoint(speech()["works"])


def authors(work: Token) -> list[Token]:
    """Return whose work it is: "a report by X", "documents from X", "a letter signed by X and Y"."""
    return [*prepositional(work, "from", "by", "of", through_object=False), *_makers(work)]


def _makers(work: Token) -> Iterator[Token]:
    """Yield who made or gave it: "a report published last week by the Sentry", "a file that Mali has handed over"."""
    for verb in children(work, "acl", "relcl"):
        if is_passive(verb) and verb.lemma_ in speech()["publishing"]:
            yield from agents(verb)
        elif verb.lemma_ in speech()["publishing"] | _HANDING:
            yield from (t for t in children(verb, "nsubj") if t.pos_ in ("NOUN", "PROPN"))


def state_of_work(work: Token, sentence: Sentence, referents: Referents) -> str | None:
    """Return the state whose government or army a work is by: "Norwegian government documents"."""
    is_official = any(t.lower_ in word_lists()["bodies_of_states"] for t in modifiers(work))
    return referents.state_of(work, sentence) if is_official and is_work(work) else None
