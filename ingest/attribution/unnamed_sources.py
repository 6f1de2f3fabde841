"""Sources that bear no name: "a Western diplomat", "two traders in Port Sudan", "several governments".

They stand as the article describes them, with fewer and fewer of its words as aliases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import speech
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children, modifiers

if TYPE_CHECKING:
    from ingest.coreference import Referents
    from ingest.parsing.tokens import Token

_PLACE_WORDS = frozenset({"in", "at", "of", "from", "near", "with", "for", "on", "to"})
_INFORMED = frozenset({"familiar", "briefed", "close", "involved", "interviewed"})
_UNTELLING = frozenset({"the", "these", "those", "this", "that", "other", "its", "their", "his", "her", "a", "an"})
_LONGEST = 9  # words
_RELATIVE = 3  # words to the verb of "who deserted"


def described(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """Return an unnamed source by the article's words for it; nothing where the noun is not one that speaks."""
    if token.lower_ not in speech()["source_nouns"] and token.lemma_.lower() not in speech()["source_nouns"]:
        return []
    first = min((t.i for t in (token, *modifiers(token), *children(token, "nummod", "det", "poss"))), default=token.i)
    while first < token.i and sentence.doc[first].lower_ in _UNTELLING:
        first += 1
    last = _last(token)
    full = _words(first, last, sentence, referents)
    bare = _after_count(first, token, sentence)
    names = [
        _words(bare, last, sentence, referents),
        _words(first, token.i, sentence, referents),
        _words(bare, token.i, sentence, referents),
    ]
    return [referents.names.mint("Group", "group", full, *dict.fromkeys(n for n in names if n != full))]


def is_former(token: Token) -> bool:
    """Say whether a noun speaks of somebody who no longer stands for anybody: "a former member of"."""
    return any(child.lower_ in ("former", "ex", "retired", "onetime", "ex-") for child in modifiers(token))


def _last(token: Token) -> int:
    """Return the last word of what says where or who the source is: "in Port Sudan", "familiar with the matter"."""
    ends = [max(t.i for t in child.subtree) for child in token.children if _tells_who(child, token)]
    last = max(ends, default=token.i)
    return last if last - token.i <= _LONGEST and not _is_broken(token, last) else token.i


def _tells_who(child: Token, token: Token) -> bool:
    """Say whether a word right behind a source begins what belongs to it: "in", "familiar with", "briefed on"."""
    if child.dep_ == "relcl":  # "two pilots who deserted"
        return token.doc[token.i + 1].lower_ == "who" and child.i <= token.i + _RELATIVE
    if child.i != token.i + 1:
        return False
    is_place = child.dep_ == "prep" and child.lower_ in _PLACE_WORDS
    return is_place or (child.lower_ in _INFORMED and child.dep_ in ("amod", "acl", "relcl", "advcl"))


def _is_broken(token: Token, last: int) -> bool:
    behind = token.doc[token.i + 2 : last + 1]
    own = [t for t in behind if t.dep_ == "relcl" and t.head == token]
    return any(t.text == "," or (t.pos_ in ("VERB", "AUX") and t not in own) for t in behind)


def _after_count(first: int, token: Token, sentence: Sentence) -> int:
    """Return where a noun phrase goes on after "two" or "several"."""
    here = sentence.doc[first]
    is_count = here.dep_ == "nummod" or here.lower_ in ("several", "many", "some", "few", "both", "one", "another")
    return first + 1 if is_count and first < token.i else first


def _words(first: int, last: int, sentence: Sentence, referents: Referents) -> str:
    start, end = sentence.pieces[first].start, sentence.pieces[last].end
    return " ".join(referents.text[start:end].split())
