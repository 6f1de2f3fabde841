"""Sentences as the parser sees them: names, items and figures each as one plain word.

The small model parses "Team has sent Korea 20 munitions" far better than a sentence of long names, figures with their
bounds, quotes and brackets. So a sentence is parsed in such a reduced form, and every token keeps the place it stands
for in the article. What stands in brackets after a word is kept beside it (`Sentence.asides`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ingest.lexicon.wordlists import word_lists
from ingest.names.mentions import Mention
from ingest.parsing.suspended import suspended

if TYPE_CHECKING:
    from ingest.parsing.speech_tails import Tail
    from ingest.parsing.tokens import Token
    from ingest.quantities import QuantityMention

_TOKEN = re.compile(
    r"[A-Za-z]\.(?:[A-Za-z]\.)+"
    r"|(?:Mr|Ms|Mrs|Dr|Gen|Col|Lt|Sgt|Capt|Sept|Oct|Nov|Dec|Jan|Feb|Mar|Apr|Aug|No|St|Inc|Ltd|Corp|Co)\."
    r"|[^\W_]+(?:[-‐‑][^\W_]+)*|['’]s\b|n['’]t\b|\.\.\.|[^\w\s]"
)
_ENDS = re.compile(
    r"(?<![.!?])[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9\u00c0-\u00de])|\n\s*\n|(?<=[.!?:”\"])\n|\n(?=[A-Z“\"])"
)
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|Gen|Col|Lt|Sgt|Capt|Maj|Sept|Oct|Nov|Dec|Jan|Feb|Mar|Apr|Aug|No|Nos|St|vs"
    r"|Rep|Sen|Adm|Brig|Prof|approx|U\.S|U\.N|U\.K)\.$"
)
_LEGAL_FORM = re.compile(r"\b(?:Bros|Co|Corp|Inc|Ltd|Pte)\.$")  # "Verus Optics Co., Ltd. (Verus)"
# No sentence of news has more words; what a longer run of text has beyond is not read.
LONGEST = 250
_SUFFIX = re.compile(r"[-‐‑][a-z]+(?![-‐‑\w])")
_QUOTES = frozenset('"“”«»„‘')
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
# Last words of names that behind "to" would be verbs: "sold to Mali's border guard".
_ALSO_VERBS = frozenset({"force", "guard", "service", "command", "watch", "front", "group", "party"})
# Prepositions inside a name: what stands behind them is not its head.
_INNER = frozenset({"of", "on", "for", "against"})


# Ends of a firm's name that the parser takes for adjectives and the like.
_LEGAL_FORMS = frozenset(
    {
        "ltd",
        "llc",
        "inc",
        "fze",
        "fzco",
        "gmbh",
        "plc",
        "corp",
        "co",
        "limited",
        "jsc",
        "ooo",
        "pte",
        "sa",
        "ag",
        "sarl",
    }
)


class Piece(NamedTuple):
    """One word given to the parser, and the span of the article that it stands for; one is made for every word.

    `introduced_by` is the noun before a name that only says what it is ("the tanker Vela"), `compound` the name inside
    an adjective ("Iran-backed").
    """

    word: str
    start: int
    end: int
    mention: Mention | None = None
    quantity: QuantityMention | None = None
    introduced_by: str | None = None
    compound: Mention | None = None


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence at `start`..`end` of the article. `asides` are bracketed spans by the piece before them.

    `unread` is the span of what goes on after the longest that is read. `doc` is there once the sentence is parsed
    (`parse`), with the inserts of speech in it; `doc[i]` stands for `pieces[i]`.
    """

    start: int
    end: int
    pieces: list[Piece]
    asides: dict[int, tuple[int, int]] = field(default_factory=dict)
    unread: tuple[int, int] | None = None
    doc: list[Token] = field(init=False, repr=False)
    tails: tuple[Tail, ...] = field(init=False, repr=False)

    @property
    def is_question(self) -> bool:
        return bool(self.pieces) and self.pieces[-1].word == "?"

    @property
    def text(self) -> str:
        """The words given to the parser, for looking for fixed phrases."""
        return " ".join(piece.word for piece in self.pieces)

    def piece(self, token: Token) -> Piece:
        return self.pieces[token.i]

    def names_state(self, token: Token) -> bool:
        """Say whether a word stands for a state by name, adjective or place."""
        mention = self.mention(token)
        return mention is not None and mention.is_state

    def mention(self, token: Token) -> Mention | None:
        return self.pieces[token.i].mention

    def span(self, token: Token) -> tuple[int, int]:
        piece = self.pieces[token.i]
        return piece.start, piece.end


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of `text`; none crosses a blank line."""
    spans, start = [], 0
    for match in _ENDS.finditer(text):
        end = match.end() if not match.group().startswith("\n") else match.start()
        words = max(start, match.start() - 12), match.start() + 1
        if match.group()[0] == "." and _ABBREVIATED.search(text, *words):
            continue
        if text[match.end() : match.end() + 2].strip() == "(" and _LEGAL_FORM.search(text, *words):
            continue
        if text[start:end].strip():
            spans.append(_trim(text, start, end))
        start = match.end()
    if text[start:].strip():
        spans.append(_trim(text, start, len(text)))
    return spans


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def split_sentences(text: str, mentions: list[Mention], quantities: list[QuantityMention]) -> list[Sentence]:
    """Return the sentences of `text`, reduced but not yet parsed."""
    starts = [mention.start for mention in mentions]
    figures = {quantity.start: quantity for quantity in quantities}
    out = []
    for start, end in sentence_spans(text):
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        out.append(_reduce(text, start, end, {mention.start: mention for mention in reversed(inside)}, figures))
    return out


def _reduce(
    text: str, start: int, end: int, mentions: dict[int, Mention], figures: dict[int, QuantityMention]
) -> Sentence:
    sentence = Sentence(start, end, [])
    depth, opened, skip_to = 0, 0, _after_dateline(text, start, end)
    brackets = _balanced(text, start, end)
    while (match := _TOKEN.search(text, skip_to, end)) and len(sentence.pieces) < LONGEST:
        at, skip_to, mark = match.start(), match.end(), match.group()
        if brackets and mark in _OPEN:
            depth, opened = depth + 1, at if depth == 0 else opened
        elif mark in _CLOSE and depth:
            depth -= 1
            if depth == 0 and sentence.pieces:
                sentence.asides[len(sentence.pieces) - 1] = (opened + 1, at)
        elif not depth and mark not in _QUOTES:
            pieces = _pieces(text, match, mentions, figures, end)
            if pieces[0].mention and sentence.pieces and _introduces(sentence.pieces, pieces[0], text):
                noun = sentence.pieces.pop()
                pieces[0] = pieces[0]._replace(introduced_by=noun.word.lower())
            sentence.pieces.extend(pieces)
            skip_to = pieces[-1].end
    if match:
        sentence.end, sentence.unread = sentence.pieces[-1].end, (match.start(), end)
    for first, last in reversed(suspended(sentence.pieces)):
        _leave_out(sentence, first, last)
    return sentence


def _leave_out(sentence: Sentence, first: int, last: int) -> None:
    """Read a sentence without the pieces `first` to before `last`, and what stands in brackets behind one of them."""
    del sentence.pieces[first:last]
    kept = ((at, span) for at, span in sentence.asides.items() if not first <= at < last)
    sentence.asides = {at if at < first else at - (last - first): span for at, span in kept}


def _balanced(text: str, start: int, end: int) -> bool:
    """Say whether the brackets of a sentence close; those of one where they do not, count for nothing."""
    return sum(text.count(mark, start, end) for mark in _OPEN) == sum(text.count(mark, start, end) for mark in _CLOSE)


_DATELINE = re.compile(
    r"(?:\([A-Z][\w .,'’/\-]{3,50}\)|[A-Z][A-Z .,'’/\-]{2,60}?(?:, [A-Z][a-z.]+(?: [A-Z][a-z]+){0,3})?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([A-Z][\w .\-]{1,40}\))?)"
    r"\s*[-–—]+\s+(?=[A-Z“\"])"
)


def _after_dateline(text: str, start: int, end: int) -> int:
    """Return where a sentence begins behind its dateline: "SEOUL, May 29 (Agency) - ", "(Seoul, May 29, 2025) - "."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match else start


def _introduces(before: list[Piece], name: Piece, text: str) -> bool:
    """Say whether the noun just before a name only says what it is: "the lender Keremet Bank", "the tanker Vela"."""
    noun, mention = before[-1], name.mention
    if mention is None or not mention.is_noun or mention.is_state:
        return False
    if text[noun.end : name.start] != " " or (noun.mention is not None and not noun.mention.is_item):
        return False
    if len(before) > 1 and (item := before[-2].mention) and item.is_item and noun.mention is None:
        return False  # "the tank manufacturer Uralvagonzavod" tells what it makes
    return noun.word.islower() and noun.word in word_lists()["introducers"]


def _pieces(
    text: str, match: re.Match[str], mentions: dict[int, Mention], figures: dict[int, QuantityMention], limit: int
) -> list[Piece]:
    at = match.start()
    if at in mentions and mentions[at].end <= limit:
        mention = mentions[at]
        if suffix := _SUFFIX.match(text, mention.end, limit):  # "Iran-backed", "North Korea-linked": one adjective
            word = f"{_stand_in(text, mention)}{suffix.group()}"
            return [Piece(word, at, suffix.end(), compound=mention)]
        return [Piece(_stand_in(text, mention), at, mention.end, mention)]
    if at in figures and figures[at].end <= limit:
        figure = figures[at]
        if not any(start in mentions for start in range(at + 1, figure.end)):
            return [Piece("one" if figure.value == 1 else "20", at, figure.end, None, figure)]
    inner = [(start, mentions[start]) for start in range(at + 1, match.end()) if start in mentions]
    if inner:  # "Russian-flagged", "non-NATO": the name inside a compound stands alone
        return [Piece(match.group(), at, match.end(), min(inner)[1] if min(inner)[1].end <= match.end() else None)]
    return [Piece(match.group(), at, match.end())]


def _stand_in(text: str, mention: Mention) -> str:
    """Return one plain word that parses as the mention should: a state as a state, people as people."""
    words: list[str] = re.findall(r"[^\W_]+(?:-[^\W_]+)*", text[mention.start : mention.end])
    if mention.is_item:
        plain = next((word for word in reversed(words) if word.isalpha()), None)
        return plain or (words[-1] if words and words[-1].islower() else "missile")  # "know-how"; a model
    if mention.target.startswith("treaty:unscr"):
        return "Resolution"
    while len(words) > 1 and words[-1].lower() in _LEGAL_FORMS:
        words.pop()
    if mention.role == "people":
        return words[-1] if words[-1].endswith("s") else "Russians"
    if mention.role == "adjective":
        return words[-1]
    word = _head_word(words) if words else "it"
    if mention.is_state:
        return "Russia" if word.isupper() or len(word) < 4 else word
    return word.capitalize() if word in _ALSO_VERBS else word


def _head_word(words: list[str]) -> str:
    """Return the word of a name that bears its grammar: "Panel" of "Panel of Experts on Mali"."""
    cut = next((at for at, word in enumerate(words) if at and word in _INNER), len(words))
    return words[cut - 1] if words[cut - 1].isalpha() and words[cut - 1][0].isupper() else words[-1]
