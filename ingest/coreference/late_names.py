"""Names that come late: "A company in Almaty sold chips. The company, SteppeTech, ..." is one company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.names.mentions import Names
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import appositions, children

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


class LateNames:
    """The firms that the article has spoken of by "a" and a noun, until it tells their name."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._nameless: dict[str, set[str]] = {}

    def note(self, noun: Token, entity_id: str) -> bool:
        """Note that a noun phrase made an entity by its plain words; say whether it is not one that has got a name."""
        is_one = noun.tag_ == "NN" and any(t.lower_ in ("a", "an", "one") for t in children(noun, "det", "nummod"))
        if is_one and noun.lower_ in word_lists()["firm_nouns"]:
            self._nameless.setdefault(noun.lower_, set()).add(entity_id)
        return self._names.home(entity_id) == entity_id

    def tell(self, noun: Token, sentence: Sentence) -> None:
        """Let the only nameless firm that went by this noun be what is named beside it: "The company, SteppeTech,"."""
        before = self._nameless.get(noun.lower_, ())
        is_the = any(t.lower_ == "the" for t in children(noun, "det"))
        if len(before) != 1 or not is_the or noun.dep_ not in ("nsubj", "nsubjpass"):
            return
        named = [m.target for t in appositions(noun) if (m := sentence.mention(t)) and m.target.startswith("org:")]
        if len(named) == 1:
            gone = self._nameless.pop(noun.lower_).pop()
            self._names.called(named[0], self._names.entity(gone).name)
            self._names.unite(gone, named[0])
