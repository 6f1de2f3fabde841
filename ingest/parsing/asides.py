"""What a sentence tells by the way, behind a comma: "which it bought", "Mali, a member of", "under sanctions".

Such an aside is told by the article, whoever says the rest of the sentence, and has a time of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.parsing.phrases import children

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_TOLD_BY_ANOTHER = frozenset({"it", "he", "she", "they", "we"})


def aside_of(token: Token) -> Token | None:
    """Return the head of the innermost aside that a word stands in, or None."""
    for word in (token, *token.ancestors):
        is_aside = word.dep_ in ("relcl", "appos", "acl") or (word.dep_ == "prep" and word.lower_ == "under")
        if is_aside and _is_behind_comma(word):
            return word
        if word.dep_ in ("ccomp", "advcl", "ROOT"):
            return None
    return None


def is_by_the_way(token: Token) -> bool:
    """Say whether a word tells its fact in an aside that is not the speaker's own: "the treaty, to which Mali acceded".

    With "it", "they" as its subject the aside goes on with what the speaker says.
    """
    head = aside_of(token)
    if head is None:
        return False
    return not any(subject.lower_ in _TOLD_BY_ANOTHER for subject in children(head, "nsubj", "nsubjpass"))


def is_within(token: Token, head: Token) -> bool:
    """Say whether a word belongs to the aside with this head."""
    return token == head or head in token.ancestors


def _is_behind_comma(word: Token) -> bool:
    first = min(child.i for child in word.subtree)
    return any(word.doc[i].text in (",", "—", "–", "-") for i in range(max(0, first - 1), first + 1))
