"""A story as it is gathered from the lines of a page: what stands above it, its paragraphs, whom it is from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model import normalise_text
from ingest.pages.agencies import Credited, agency_name, is_credit, take_credit
from ingest.pages.datelines import opening_dateline
from ingest.pages.lines import Kind, Line, credits_agency, holds_a_sentence, holds_two_sentences, strip_bullet
from ingest.pages.publication import bare_date, full_date, has_weekday, labelled_date

_PREFIX = re.compile(r"(?:(?:re|fwd?|title|headline|subject)\s*:\s*)+", re.IGNORECASE)
_FORWARDED = re.compile(r"\s*(?:re|fwd?)\s*:", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:first |last )?(?:published|updated|posted|modified|edited)(?: on| at)?:?", re.IGNORECASE)
_AGE_OF = re.compile(r"^(?P<name>.{3,40}?)\s*[·•|,–—-]\s*(?:\d+|an?) \w+ ago$", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"(?:The )?(?:[A-Z]\S+ ){0,4}(?:Ministry|Department|Office|Embassy|Council|Commission|Treasury|Secretariat|Agency"
    r"|Bureau|Directorate|Government|Presidency)"
    r"(?: (?:of|for) (?:the )?[A-Z]\S*(?:,? (?:(?:and|of|the|for) )*[A-Z]\S*){0,6})?"
)
_PRIORITY = re.compile(
    r"^\((?:\d?(?:st|nd|rd|th)? ?(?:LEAD|LD)|URGENT|RECAST|UPDATE \d|Yonhap \S+|News Focus)\) (?=\S)"
)
_SLUG = re.compile(r"[A-Z0-9-]+(?:/[A-Z0-9-]+)+(?: [^a-z]*)?")  # "BC-IRAN/MISSILES (UPDATE 2)"
_DATED = re.compile(r"(?P<name>[^,|·•–—]{2,50})\s*(?:[,|·•–—]|\s-\s)\s*(?P<date>.{8,30})")
_NAME = 3  # words; a longer line above a story is a headline, not the name of a site
_BEFORE_COLON = re.compile(r"\s*:\s*")


@dataclass(slots=True)
class Draft:
    """A story in the making. `headers` are the lines above its first paragraph, `body` its paragraphs.

    `mailed` is the date of the mail it came in: the story's own, unless it was forwarded.
    """

    headers: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    publisher: str | None = None
    agency: str | None = None
    published: str | None = None
    mailed: str | None = None
    url: str | None = None
    subject: str | None = None
    is_forwarded: bool = False
    is_closed: bool = False

    def add_paragraph(self, line: Line) -> None:
        """Add a paragraph; a credit at its end is taken off and ends the story."""
        dateline = opening_dateline(line.text)
        if dateline:
            self.agency = self.agency or dateline.agency
            self.published = self.published or dateline.published
        credited = take_credit(line.text) if line.kind is Kind.PROSE else Credited(line.text, None)
        self.body.append(Line(credited.text, line.kind, line.gap))
        if credited.agency:
            self.end_with_credit(credited.agency)

    def end_with_credit(self, agency: str) -> None:
        """Note the credit at the story's end: nothing after it belongs to the story."""
        self.agency = agency_name(agency) if self.agency is None else self.agency
        self.is_closed = True

    def add_metadata(self, line: Line) -> None:
        """Note what a line outside the prose says about the story."""
        if line.kind is Kind.DATE:
            self._add_date(line.text)
        elif line.kind is Kind.LABEL:
            self._add_label(*_BEFORE_COLON.split(line.text, maxsplit=1))
        elif credits_agency(line):
            self.agency = self.agency or agency_name(re.sub(r"^by[: ]+", "", line.text, flags=re.IGNORECASE))

    def _add_date(self, text: str) -> None:
        """Take a labelled date; a bare one too, unless it may be the day on which the site was looked at."""
        is_of_the_site = has_weekday(text) and not any(line.words > _NAME for line in self.headers)
        if text[:5].lower() == "date:":
            self.mailed = labelled_date(text)
        elif day := labelled_date(text) or (None if is_of_the_site else bare_date(text)):
            self.published = self.published or day

    def finish(self) -> None:
        """Take an agency in capitals off the end, and whatever short lines trail behind the last sentence."""
        self._read_headers()
        while len(self.body) > 1 and _trails(self.body[-1], self.body[-2]):
            line = self.body.pop()
            if self.agency is None and line.words <= _NAME and is_credit(line.text):
                self.agency = agency_name(line.text)

    def _read_headers(self) -> None:
        """Take a date off the end of a short line above the story, and an institution's name for who publishes it."""
        for line in self.headers:
            dated = _DATED.fullmatch(line.text)
            self.published = self.published or (bare_date(dated["date"]) if dated else None)
            if self.publisher is None and len(self.headers) > 1 and _INSTITUTION.fullmatch(line.text):
                self.publisher = line.text

    def _add_label(self, label: str, value: str) -> None:
        match label.lower():
            case "subject" | "title" | "headline":
                self.subject = self.subject or _PREFIX.sub("", value).strip()
                self.is_forwarded = _FORWARDED.match(value) is not None
            case "source" | "publisher" | "published by" if len(value) <= 80 and not value.startswith("http"):
                self.publisher = self.publisher or value.strip()
            case "from" if _INSTITUTION.fullmatch(value):
                self.publisher = self.publisher or value
            case "agency":
                self.agency = self.agency or agency_name(value)
            case "url" | "link" if re.match(r"https?://\S+$", value):
                self.url = self.url or value
            case "sent":
                self.mailed = self.mailed or full_date(value)
            case _:
                pass

    @property
    def has_body(self) -> bool:
        return bool(self.body)

    @property
    def text(self) -> str:
        """The paragraphs, parted by blank lines."""
        return normalise_text("\n\n".join(strip_bullet(line.text) for line in self.body))

    @property
    def title(self) -> str | None:
        """The subject of a mail, or the first headline above the story; the nearest short line where there is none."""
        if self.subject:
            return self.subject
        headlines = [line for line in self.headers if line.kind is Kind.HEADLINE and self._may_be_title(line)]
        marked = [line for line in self.headers if line.is_marked]
        best = next(
            iter([*marked, *[line for line in headlines if line.words > _NAME], *headlines, *self.headers[-1:]]), None
        )
        return _PRIORITY.sub("", normalise_text(best.text)) if best else None

    def _may_be_title(self, line: Line) -> bool:
        return line.text != self.publisher and _SLUG.fullmatch(line.text) is None

    @property
    def is_deck(self) -> bool:
        """Tell whether all there is so far is what stands between a headline and a dateline: a sentence, or points."""
        if not any(line.kind is Kind.HEADLINE for line in self.headers) or opening_dateline(self.body[0].text):
            return False
        is_sentence = len(self.body) == 1 and not holds_two_sentences(self.body[0].text)
        return is_sentence or all(line.is_list_item and not holds_a_sentence(line.text) for line in self.body)

    @property
    def is_story(self) -> bool:
        """Tell whether there is enough to read: a sentence, or a dozen words."""
        words = sum(line.words for line in self.body)
        return words >= 12 or (words >= 3 and any(holds_a_sentence(line.text) for line in self.body))


def _trails(line: Line, before: Line) -> bool:
    """Tell whether the last line is a stray heading or link, not an item of a list."""
    is_item = line.is_list_item or before.is_list_item or before.text.endswith(":")
    return line.kind in (Kind.HEADLINE, Kind.SHORT) and not is_item


def publisher_beside_age(line: str) -> str | None:
    """Return the publisher of a line such as "Harbour Gazette · 2 hours ago"."""
    match = _AGE_OF.match(line)
    return match["name"].strip() if match and may_be_name(match["name"].strip()) else None


def may_be_name(words: str) -> bool:
    """Tell whether what stands before "2 hours ago" may be a publisher; "Published" is none."""
    return _NO_NAME.fullmatch(words) is None
