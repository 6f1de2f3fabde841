"""Parts the lines of a page into stories.

A page is read line by line. A new story begins after a separator, at an aggregator's block ("Harbour Gazette / 2 hours
ago"), at a dateline, after an agency's credit, and at a headline above prose. Where it is doubtful whether one story
ends, it ends: a claim must never take its names from another story. Time is linear in the length of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.pages.agencies import take_credit
from ingest.pages.clutter import is_explainer_heading
from ingest.pages.datelines import opening_dateline
from ingest.pages.drafts import Draft, may_be_name, publisher_beside_age
from ingest.pages.lines import Kind, Line, lines_of

_SKIPPED = (Kind.CLUTTER, Kind.CAPTION)
_ABOUT = (Kind.DATE, Kind.LABEL, Kind.BYLINE, Kind.AGE)
_SIGNS = frozenset({Kind.BYLINE, Kind.DATE})
_LEAD = 12  # words; what follows a headline that opens a story
_FULL_PARAGRAPH = 20  # words; what follows the end of a story and is the next one even without a headline
_TITLE = 6  # words; a shorter line inside a story is a subheading
_SHORT_TITLE = 4  # words; where longer ones tell that the page holds several stories
_HEADS = 2  # numbered headlines make a digest
_LOOK_AHEAD = 8  # lines


def _is_full(line: Line) -> bool:
    """Tell whether a paragraph below the end of a story is more than the site's words."""
    return line.words >= _FULL_PARAGRAPH or take_credit(line.text).agency is not None


def _is_digest(lines: list[Line]) -> bool:
    """Tell whether every numbered line that is no sentence stands above prose of its own: then each heads a story."""
    heads = [
        below.numbered_heading is None and below.kind is Kind.PROSE
        for line, below in pairwise([*lines, Line("", Kind.CLUTTER)])
        if line.numbered_heading
    ]
    return len(heads) >= _HEADS and all(heads)


@dataclass(slots=True)
class Splitter:
    """Walks over the lines of one page. `part` is where it is: a story, links (related, box), comments.

    `title` and `is_one_story` are what the page says about itself.
    """

    text: str
    title: str | None = None
    is_one_story: bool = False
    lines: list[Line] = field(default_factory=list)
    done: list[Draft] = field(default_factory=list)
    draft: Draft = field(default_factory=Draft)
    part: Kind = Kind.PROSE
    is_live: bool = False
    has_few_gaps: bool = False
    is_digest: bool = False
    shortest_title: int = _TITLE

    def split(self) -> list[Draft]:
        self.lines = lines_of(self.text, may_repeat=self.is_one_story)
        self.is_live = sum(line.kind is Kind.CLOCK for line in self.lines) >= 3
        self.has_few_gaps = sum(line.gap > 1 for line in self.lines) <= 0.3 * len(self.lines)
        self.is_digest = _is_digest(self.lines)
        self.shortest_title = _SHORT_TITLE if self._has_titles_within() else _TITLE
        numbers = iter(range(len(self.lines)))
        for number in numbers:
            for _ in range(self._take(number)):
                next(numbers, None)
        self._close()
        return self.done

    def _has_titles_within(self) -> bool:
        """Tell whether, below the first paragraph, a headline of full length stands above another."""
        first = next((number for number, line in enumerate(self.lines) if line.kind is Kind.PROSE), len(self.lines))
        return any(
            line.kind is Kind.HEADLINE and line.words >= _TITLE and not is_explainer_heading(line.text)
            and (follower := self._follower(number)[0]) is not None and follower.words >= _LEAD
            for number, line in enumerate(self.lines[first:], start=first)
        )  # fmt: skip

    def _close(self) -> None:
        if self.draft.has_body:
            self.draft.finish()
            self.done.append(self.draft)
            self.draft = Draft()

    def _open(self) -> None:
        """Begin a new story, with nothing above it yet."""
        self._close()
        self.draft = Draft()
        self.part = Kind.PROSE

    def _take(self, number: int) -> int:
        """Take one line; return how many further lines were taken with it."""
        line = self.lines[number]
        if publisher := self._block(number):
            if self.draft.has_body or self.part is not Kind.PROSE or not publisher_beside_age(line.text):
                above = self.lines[number - 1] if number and publisher_beside_age(line.text) else None
                self._open()
                self.draft.headers += [above] if above and above.kind is Kind.HEADLINE else []
            self.draft.publisher = publisher
            return self._block_length(number, publisher) - 1
        match line.kind:
            case Kind.SEPARATOR:
                self._separate(number)
            case Kind.CLOCK if self.is_live:
                self._open()
            case Kind.RELATED | Kind.COMMENTS | Kind.BOX:
                self._enter(line)
            case Kind.CREDIT | Kind.DATE | Kind.LABEL | Kind.BYLINE:
                self._about(line)
            case Kind.HEADLINE | Kind.SHORT:
                self._heading(number)
            case Kind.PROSE if self.is_digest and line.numbered_heading:
                self._open()
                self.draft.headers.append(Line(line.numbered_heading, Kind.HEADLINE))
            case Kind.PROSE:
                self._paragraph(line)
            case _:
                pass
        return 0

    def _separate(self, number: int) -> None:
        """A rule under a headline (Markdown) parts nothing; every other rule ends the story."""
        is_underline = self.lines[number].gap == 0 and not self.draft.has_body and bool(self.draft.headers)
        if not is_underline and (self.draft.has_body or self.part is not Kind.PROSE):
            self._open()

    def _enter(self, line: Line) -> None:
        """Enter a part of the page; a box of links does not end the story it stands in, nor does one on one line."""
        if line.kind is Kind.BOX:
            if self.part is Kind.PROSE and not re.search(r"[:|>»–—-]\s*\S", line.text):
                self.part = Kind.BOX
            return
        if line.kind is Kind.COMMENTS and self.part is Kind.PROSE and not self.draft.has_body:
            return  # a button above the story
        self.draft.is_closed = self.draft.is_closed or self.draft.has_body
        self.part = line.kind

    def _about(self, line: Line) -> None:
        if self.part is not Kind.PROSE:
            return
        if self.draft.has_body and line.kind in (Kind.BYLINE, Kind.DATE) and self.draft.is_deck:
            self.draft.body.clear()
        if not self.draft.has_body:
            self.draft.add_metadata(line)
        elif line.kind is Kind.CREDIT and not self.draft.is_closed:
            self.draft.end_with_credit(line.text)

    def _heading(self, number: int) -> None:
        line = self.lines[number]
        if self._opens_story(number):
            self._open()
        if self.part is Kind.PROSE and not self.draft.has_body:
            self.draft.headers.append(line)
        elif self.part is Kind.PROSE and not self.draft.is_closed:
            self.draft.body.append(line)

    def _paragraph(self, line: Line) -> None:
        is_dated = opening_dateline(line.text) is not None
        if is_dated and self.part is Kind.PROSE and self.draft.has_body and self.draft.is_deck:
            self.draft.body.clear()
        elif is_dated and (self.draft.has_body or self.part is not Kind.PROSE):
            self._open()
        elif self.part is Kind.BOX and not line.is_list_item:
            self.part = Kind.PROSE
        elif self.draft.is_closed and self.part is Kind.PROSE and _is_full(line):
            self._open()
        if self.part is Kind.PROSE and not self.draft.is_closed and not self._is_title(line):
            self.draft.add_paragraph(line)

    def _is_title(self, line: Line) -> bool:
        """Tell whether the line only repeats the title that the page gives itself."""
        return not self.draft.has_body and line.text == self.title

    def _opens_story(self, number: int) -> bool:
        """Tell whether a headline begins a story of its own, by what follows it and what it interrupts."""
        line = self.lines[number]
        if self.part is Kind.PROSE and not self.draft.has_body:
            return False
        follower, between = self._follower(number)
        if follower is None:
            return False
        if line.kind is Kind.HEADLINE and opening_dateline(follower.text):
            return True
        if self.part is Kind.COMMENTS:
            return line.is_marked or (line.kind is Kind.HEADLINE and Kind.BYLINE in between)
        if self.part is Kind.BOX or line.is_list_item:
            return False
        if line.kind is Kind.HEADLINE and not _SIGNS.isdisjoint(between) and self.part is Kind.PROSE:
            return True
        return (follower.words >= _LEAD or self._stands_off(line)) and self._is_title_like(line)

    def _stands_off(self, line: Line) -> bool:
        """Tell whether more blank lines than elsewhere on the page part the line from what is above it."""
        return line.gap > 1 and self.has_few_gaps

    def _is_title_like(self, line: Line) -> bool:
        if self.part is Kind.RELATED or self.draft.is_closed or line.is_marked:
            return line.kind is Kind.HEADLINE or line.is_marked
        after_list = self.draft.body[-1].is_list_item or self.draft.body[-1].text.endswith(":")
        is_long = line.words >= self.shortest_title and not is_explainer_heading(line.text)
        return (
            line.kind is Kind.HEADLINE
            and (is_long or self._stands_off(line))
            and not after_list
            and not self.is_one_story
        )

    def _follower(self, number: int) -> tuple[Line | None, set[Kind]]:
        """Return the first paragraph under a headline, and what stands between."""
        between: set[Kind] = set()
        for line in self.lines[number + 1 : number + 1 + _LOOK_AHEAD]:
            if line.kind is Kind.PROSE:
                return line, between
            if line.kind not in (*_SKIPPED, *_ABOUT, Kind.SHORT) and line.text != self.lines[number].text:
                break
            between.add(line.kind)
        return None, set()

    def _block(self, number: int) -> str | None:
        """Return the publisher of an aggregator's block that begins here: its name, then how old the story is."""
        line = self.lines[number]
        if line.kind not in (Kind.HEADLINE, Kind.SHORT, Kind.CREDIT) or line.words > _TITLE:
            return None
        after = self.lines[number + 1] if number + 1 < len(self.lines) else None
        if after is not None and after.kind is Kind.AGE and may_be_name(line.text):
            return line.text
        return publisher_beside_age(line.text)

    def _block_length(self, number: int, publisher: str) -> int:
        """Count the lines of the block: the name, its age, and "- name" where it is said again."""
        length = 1
        for line in self.lines[number + 1 : number + 3]:
            if line.kind is not Kind.AGE and line.text.lstrip("-–— ") != publisher:
                break
            length += 1
        return length
