"""What a claim rests on: which words stood for each of its parts, as marks in the article and in words.

The rules that found a part leave it to this module to say where it stands. A part without a word in the sentence was
taken from what was said before, and that is told, too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.claims import Draft
    from ingest.coreference import Referents
    from ingest.dates import DateMention
    from ingest.names.mentions import Mention
    from ingest.parsing.passages import Sentence
    from ingest.quantities import QuantityMention

Span = tuple[int, int]
_BEFORE = "no word here; taken from the sentences around"


@dataclass(frozen=True)
class Findings:
    """What was found in one article: what noun phrases stand for, figures and dates, each in order of the text."""

    referents: Referents
    quantities: Sequence[QuantityMention]
    dates: Sequence[DateMention]

    def grounds(self, draft: Draft) -> tuple[tuple[Span, ...], tuple[str, ...]]:
        """Return the marks of a draft, none within another, and the reasons for it, the words of each part last."""
        parts = [(role, span, party) for role, span, party in self._parts(draft) if span is None or span[0] < span[1]]
        marks = [*draft.marks, *(span for _, span, _ in parts if span)]
        told = [f"{role}: {self._words(span)}{self._name(party, span, draft)}" for role, span, party in parts]
        return _outermost(marks), (*draft.why, *dict.fromkeys(told))

    def _parts(self, draft: Draft) -> Iterable[tuple[str, Span | None, str | None]]:
        """Yield each part with its words and, of a party, whom they stand for."""
        if draft.subject:
            yield "subject", self._party(draft.subject, draft), draft.subject
        if draft.object:
            yield "object", self._party(draft.object, draft), draft.object
        if draft.item and len(draft.marks) > 1 and not draft.is_by_default:
            yield "item", draft.marks[1], None
        if draft.quantity:
            value = draft.quantity.value
            yield "quantity", _found(self.quantities, draft, lambda mention: mention.value == value), None
        if draft.when:
            when = draft.when.removesuffix("/..")
            yield (
                "when",
                _found(self.dates, draft, lambda mention: when in (mention.when.removesuffix("/.."), *mention.also)),
                None,
            )
        acting = {self._party(party, draft) for party in (draft.subject, draft.object) if party}
        for asserter in draft.asserted_by:
            yield "who says so", self._party(asserter, draft, but=acting), asserter

    def _party(self, party: str, draft: Draft, but: Collection[Span | None] = ()) -> Span | None:
        """Return the words for a party in the sentence: nearest to the trigger, and if possible not those of `but`."""
        sentence, trigger = draft.sentence, draft.sentence.span(draft.trigger)[0]
        spans = self.referents.words_for(party, sentence) or self._described(party, sentence)
        return min(spans, key=lambda span: (span in but, abs(span[0] - trigger), span), default=None)

    def _described(self, party: str, sentence: Sentence) -> list[Span]:
        """Return where a sentence has the plain words that stand for a party without a name: "oil depots"."""
        entity = self.referents.names.entity(party)
        if not entity.minted:
            return []
        name = entity.name
        start = self.referents.text.find(name, sentence.start, sentence.end)
        return [(start, start + len(name))] if start >= 0 else []

    def _name(self, party: str | None, span: Span | None, draft: Draft) -> str:
        """Return where words that are no name of a party have theirs from: the last name before them."""
        names = self._names.get(party or "", [])
        at = bisect_left(names, span[1] if span else draft.sentence.start, key=attrgetter("start"))
        if at == 0 or (span and names[at - 1].end > span[0]):
            return ""
        return f", named {self._words((names[at - 1].start, names[at - 1].end))} before"

    @cached_property
    def _names(self) -> dict[str, list[Mention]]:
        """The names of each entity, in order."""
        found: dict[str, list[Mention]] = {}
        for mention in self.referents.names.mentions:
            found.setdefault(mention.target, []).append(mention)
        return found

    def _words(self, span: Span | None) -> str:
        return f"'{' '.join(self.referents.text[slice(*span)].split())}'" if span else _BEFORE


def _found(mentions: Sequence[Any], draft: Draft, is_it: Callable[[Any], bool]) -> Span | None:
    """Return the first of the mentions in the sentence of a draft for which `is_it`."""
    first = bisect_left(mentions, draft.sentence.start, key=attrgetter("start"))
    for mention in mentions[first:]:
        if mention.start >= draft.sentence.end:
            return None
        if is_it(mention):
            return (mention.start, mention.end)
    return None


def _outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)
