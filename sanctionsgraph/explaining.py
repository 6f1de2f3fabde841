"""Why a claim was read as it was: its parts with the words for them, the lexicon entry, the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from graph.wording import deed_in_words, quantity_in_words, standing
from queries.telling import wrapped

if TYPE_CHECKING:
    from ingest.lexicon import Entry
    from queries.joined import JoinedClaim

_WIDTH = 96
_PARTS = ("subject", "object", "item", "quantity", "when", "who says so")
_OF_PART = re.compile(rf"(?P<part>{'|'.join(_PARTS)}): (?P<words>.*)", re.DOTALL)
_OF_LEXICON = re.compile(r"lexicon (?P<key>[a-z_]+/\S+): (?P<words>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a claim: what it was read as, and the words that stood for it."""

    part: str
    read_as: str
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim explained. `sentence` has its marked words in [brackets]; `example` is the lexicon entry's own."""

    claim: str
    deed: str
    sentence: str
    parts: tuple[Part, ...]
    entry: str | None
    file: str | None
    example: str | None
    rules: tuple[str, ...]
    reader: str
    article: str
    start: int
    end: int


def explain_claim(joined: JoinedClaim) -> Explanation:
    """Return why `joined` was read so, as far as its reader said."""
    claim = joined.claim
    lexicon = next((match for reason in claim.why if (match := _OF_LEXICON.fullmatch(reason))), None)
    entry = _entry(lexicon["key"]) if lexicon else None
    names = [party.name if party else None for party in (joined.subject, joined.object)]
    label = joined.item.label if joined.item else ""
    return Explanation(
        claim=claim.id,
        deed=f"{standing(claim.status, joined.asserters)}: {deed_in_words(names[0], claim.relation, names[1], label)}",
        sentence="".join(_marked(joined)),
        parts=tuple(_parts(joined, lexicon["words"] if lexicon else None)),
        entry=lexicon["key"] if lexicon else None,
        file=f"ingest/lexicon/{entry.relation}.yml" if entry else None,
        example=entry.example if entry else None,
        rules=tuple(why for why in claim.why if not _OF_PART.fullmatch(why) and not _OF_LEXICON.fullmatch(why)),
        reader=f"{claim.extractor} {claim.version}",
        article=claim.article,
        start=claim.start,
        end=claim.end,
    )


def _entry(key: str) -> Entry | None:
    from ingest.lexicon import entries

    return next((entry for entry in entries() if entry.key == key), None)


def _parts(joined: JoinedClaim, trigger: str | None) -> Iterator[Part]:
    claim = joined.claim
    words: dict[str, list[str]] = {}
    for match in filter(None, map(_OF_PART.fullmatch, claim.why)):
        words.setdefault(match["part"], []).append(match["words"])
    read_as = {
        "subject": joined.subject.name if joined.subject else None,
        "object": joined.object.name if joined.object else None,
        "item": joined.item.label if joined.item else None,
        "quantity": quantity_in_words(claim.quantity) or None,
        "when": claim.when,
        "who says so": ", ".join(joined.asserters) or "the article, in its own voice",
    }
    yield Part("relation", claim.relation, trigger or "")
    yield from (Part(part, value, "; ".join(words.get(part, []))) for part, value in read_as.items() if value)


def _marked(joined: JoinedClaim) -> Iterator[str]:
    claim, text, at = joined.claim, joined.article.text, joined.claim.start
    for start, end in sorted(claim.marks):
        if at <= start < end <= claim.end:
            yield f"{text[at:start]}[{text[start:end]}]"
            at = end
    yield text[at : claim.end]


def tell(explanation: Explanation) -> Iterator[str]:
    """Yield the lines of an explanation, for people."""
    yield from wrap(explanation.deed, _WIDTH)
    yield from ("", *_indented(explanation.sentence), "")
    for part in explanation.parts:
        yield from _indented(f"{part.part}: {part.read_as}" + (f" <- {part.words}" if part.words else ""))
    yield ""
    if explanation.file:
        yield from _indented(f"lexicon entry {explanation.entry} ({explanation.file}), whose example is:")
        yield from _indented(f"  {explanation.example}")
    yield from _indented("rules: " + ("; ".join(explanation.rules) or "none but the entry's own"))
    yield f"  read by {explanation.reader}; {explanation.claim}"
    yield f"  {explanation.article}, characters {explanation.start} to {explanation.end}"


def _indented(text: str) -> list[str]:
    return wrapped(" ".join(text.split()), 2)
