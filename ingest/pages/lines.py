"""The lines of a page and what each is, looked at by itself: prose, a headline, a credit, the site's own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto

from ingest.pages.agencies import is_credit, known_agency, take_credit
from ingest.pages.clutter import break_before_tails, is_caption, is_clutter, section
from ingest.pages.datelines import break_before_datelines, opening_dateline
from ingest.pages.publication import bare_date, labelled_date


class Kind(StrEnum):
    """What a line is."""

    PROSE = auto()  # sentences, or an item of a list
    HEADLINE = auto()  # no full stop at its end, three words or more
    SHORT = auto()  # one or two words: a kicker, a subheading, a link
    CLUTTER = auto()
    CAPTION = auto()
    BYLINE = auto()
    DATE = auto()  # says when the story was published
    AGE = auto()  # "34 minutes ago"
    CLOCK = auto()  # the time of an entry in a live blog
    LABEL = auto()  # "Source: ..." and the headers of an e-mail
    CREDIT = auto()  # an agency by itself
    SEPARATOR = auto()
    RELATED = auto()
    BOX = auto()
    COMMENTS = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line, what it is, and how many blank lines stand before it."""

    text: str
    kind: Kind
    gap: int = 0
    is_marked: bool = False  # a heading of the first order in Markdown

    @property
    def is_list_item(self) -> bool:
        return _BULLET.match(self.text) is not None

    @property
    def numbered_heading(self) -> str | None:
        """The words of a line such as "2. Japan lists nine firms"; None of a sentence, and of one without a number."""
        match = _NUMBERED.fullmatch(self.text)
        return match[1] if match and not holds_a_sentence(match[1]) and len(match[1].split()) in _HEADING else None

    @property
    def words(self) -> int:
        return len(self.text.split())


_SEPARATOR = re.compile(r"(?:[-–—_=*~#•·.+]\s*){3,}$|<hr ?/?>$")
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdw])"
_AGE = re.compile(
    rf"(?:(?:updated|published|posted)\s*:?\s*)?(?:(?:about |over )?(?:\d+|an?|one) ?{_UNIT} ago|just now|yesterday)$",
    re.I,
)
_RUN_IN_AGE = re.compile(rf" (?:\d+|an?) {_UNIT} ago - ")
_CLOCK = re.compile(r"\[?\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?\]?(?: ?[–—-])?$", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:(?i:by|written by|story by)[: ] ?(?:(?i:our|the|an?) )?[A-ZÀ-Þ]\S*(?: \S+){0,11}"
    r"|From (?:Our \S+ Correspondent|[A-ZÀ-Þ]\S+ [A-ZÀ-Þ]\S+,? in [A-ZÀ-Þ]\S+(?: \S+)?))$"
)
_LABEL = re.compile(
    r"(source|publisher|published by|agency|from|to|cc|bcc|subject|sent|reply-to|title|headline|url|link)\s*:\s+\S",
    re.I,
)
_BULLET = re.compile(r"(?:[-*•▪◦‣–]|\(?\d{1,2}[.)]|\(?[a-z][.)]) +\S")
_STAR = re.compile(r"\w\*(?:[\s(),.;:]|$)")
_STARRED = re.compile(r"\* ?[A-Z]")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)] +(.+)")
_HEADING = range(3, 16)  # words
_HASHES = re.compile(r"(#{1,6}) +(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_INNER_STOP = re.compile(r"[a-z]{5}[.!?][\"'”’)]* [\"'“‘]?[A-Z]")  # no "Sept. 7", no "Mr. Kim"
_STOP = re.compile(r"[.;:,…][\"'”’)\]]*$")
_WRAP = (45, 90)  # characters; the width of a line in a hard-wrapped page


def lines_of(text: str, *, may_repeat: bool = False) -> list[Line]:
    """Return the lines of a page; hard-wrapped paragraphs are joined, stories run into one line are parted.

    A sentence that stands on the page three times is the site's, not a story's, unless the page is one long report
    (`may_repeat`).
    """
    raw = [(part, gap) for line, gap in _unwrapped(text) for part, gap in _parts(line, gap)]
    times = Counter(part for part, _ in raw)
    starred = [part for part, _ in raw if _STARRED.match(part)]
    if len(starred) == 1 and any(_STAR.search(part) for part, _ in raw):
        times[starred[0]] += 2  # the note to a star, no item of a list
    return [_line(part, gap, is_repeated=times[part] > 2 and not may_repeat) for part, gap in raw]


def _unwrapped(text: str) -> Iterator[tuple[str, int]]:
    """Yield (line, blank lines before it)."""
    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in re.split(r"\n[ \t]*\n", text)]
    is_wrapped = _is_wrapped(blocks)
    gap = 0
    for block in blocks:
        gap += 1
        for line in _joined(block) if is_wrapped else block:
            yield line, gap
            gap = 0


def _is_wrapped(blocks: list[list[str]]) -> bool:
    """Tell whether lines were broken at a width: few are longer, and most that have a follower end in mid-sentence."""
    lines = [line for block in blocks for line in block]
    followed = [line for block in blocks for line in block[:-1] if not _stands_alone(line)]
    broken = [line for line in followed if _WRAP[0] <= len(line) <= _WRAP[1] and not _SENTENCE_END.search(line)]
    is_narrow = sum(len(line) > _WRAP[1] for line in lines) <= 0.1 * len(lines)
    return is_narrow and len(broken) >= 3 and len(broken) >= 0.5 * len(followed)


def _stands_alone(line: str) -> bool:
    return any((is_clutter(line), _LABEL.match(line), labelled_date(line), _BULLET.match(line), _SEPARATOR.match(line)))


def _joined(block: list[str]) -> list[str]:
    """Join the broken lines of one block; a line that stands for itself stays."""
    lines: list[str] = []
    is_open = False
    for line in block:
        if is_open and not _stands_alone(line):
            lines[-1] += " " + line
        else:
            lines.append(line)
        is_open = len(line) >= _WRAP[0] and (_BULLET.match(line) is not None or not _stands_alone(line))
    return lines


def _parts(line: str, gap: int) -> Iterator[tuple[str, int]]:
    pieces = [line] if len(line) < 60 else [
        part for block in _blocks(line) for dated in break_before_datelines(block) for part in break_before_tails(dated)
    ]  # fmt: skip
    for number, piece in enumerate(pieces):
        yield piece, 0 if number else gap


def _blocks(line: str) -> list[str]:
    """Part a line before and after "Publisher 2 hours ago - Publisher" where a whole page is one line."""
    cuts = [0]
    for match in _RUN_IN_AGE.finditer(line):
        name = _common(line[max(0, match.start() - 40) : match.start()], line[match.end() : match.end() + 40])
        if name:
            start = match.start() - len(name)
            cuts += [start, match.start() + 1, match.end() - 2, match.end() + len(name)]
    return [part for start, end in zip(cuts, [*cuts[1:], len(line)], strict=True) if (part := line[start:end].strip())]


def _common(before: str, after: str) -> str:
    return next((after[:n] for n in range(len(after), 2, -1) if before.endswith(after[:n]) and after[0].isupper()), "")


def _line(text: str, gap: int, *, is_repeated: bool) -> Line:
    mark = _HASHES.match(text)
    bare = text[mark.end() :] if mark else text
    if bare.startswith("**") and bare.endswith("**") and len(bare) > 4:
        bare = bare[2:-2].strip()
    kind = _kind(bare)
    if is_repeated and kind is Kind.PROSE and len(bare) < 200 and opening_dateline(bare) is None:
        kind = Kind.CLUTTER
    return Line(bare, kind, gap, is_marked=mark is not None and len(mark[1]) == 1)


def _kind(text: str) -> Kind:
    if _SEPARATOR.match(text):
        return Kind.SEPARATOR
    if not any(map(str.isalpha, text)):
        return Kind.CLOCK if _CLOCK.match(text) else Kind.DATE if bare_date(text) else Kind.CLUTTER
    heading = section(text)
    if heading:
        return Kind(heading)
    return _metadata_kind(text) or _text_kind(text)


def _metadata_kind(text: str) -> Kind | None:
    if len(text) > 300:
        return None
    if _AGE.match(text):
        return Kind.AGE
    if _CLOCK.match(text):
        return Kind.CLOCK
    if labelled_date(text) or bare_date(text):
        return Kind.DATE
    if is_clutter(text):
        return Kind.CLUTTER
    if _LABEL.match(text):
        return Kind.LABEL
    if _BYLINE.match(text) and not _SENTENCE_END.search(text):
        return Kind.BYLINE
    return Kind.CREDIT if is_credit_line(text) else None


def _text_kind(text: str) -> Kind:
    if is_caption(text):
        return Kind.CAPTION
    if opening_dateline(text) or _BULLET.match(text):
        return Kind.PROSE
    if take_credit(text).agency:
        return Kind.PROSE
    words = text.split()
    if (
        len(words) > 30
        or _STOP.search(text)
        or _INNER_STOP.search(text)
        or (len(words) > 12 and _SENTENCE_END.search(text))
    ):
        return Kind.PROSE
    if len(words) < 3:
        return Kind.SHORT
    return Kind.PROSE if text[0] in "\"“‘'" and text[-1] in "\"”’'" else Kind.HEADLINE


def is_credit_line(text: str) -> bool:
    """Tell whether a line of its own credits an agency; capitals alone may as well be a heading."""
    is_plain = known_agency(text) is None and "/" not in text and "," not in text
    return len(text) < 80 and not is_plain and is_credit(text)


def strip_bullet(text: str) -> str:
    """Return an item of a list without its bullet; numbers and letters stay."""
    return re.sub(r"^[-*•▪◦‣–] +", "", text)


def holds_a_sentence(text: str) -> bool:
    """Tell whether a sentence ends in or at the end of a line."""
    return (_SENTENCE_END.search(text) or _INNER_STOP.search(text)) is not None


def holds_two_sentences(text: str) -> bool:
    """Tell whether a sentence ends before the end of a line."""
    return _INNER_STOP.search(text) is not None


def credits_agency(line: Line) -> bool:
    """Tell whether a line credits an agency: "REUTERS" alone, or "By Reuters"."""
    if line.kind is Kind.BYLINE:
        return known_agency(re.sub(r"^by[: ]+", "", line.text, flags=re.IGNORECASE)) is not None
    return line.kind is Kind.CREDIT
