"""From a page to its articles: the site's own words go, one story after the other stays, in the page's own words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.model import normalise_text
from ingest.pages.agencies import known_agency
from ingest.pages.drafts import Draft
from ingest.pages.splitter import Splitter


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page, and what the page says about itself (HTML does). `is_one_story`: it says that, too.

    `is_all_of_one`: publisher and date hold for all its stories, as in a mail, whose subject is the title only of one.
    """

    text: str
    source: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: str | None = None
    url: str | None = None
    is_one_story: bool = False
    is_all_of_one: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One article of a page."""

    text: str
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: str | None = None
    url: str | None = None


def stories_of(page: Page) -> list[Story]:
    """Return the articles of a page, in its order. What a page says about itself holds for its first story only."""
    drafts = [
        draft for draft in Splitter(normalise_text(page.text), page.title, page.is_one_story).split() if draft.is_story
    ]
    if page.is_all_of_one:
        shared = replace(page, title=None) if len(drafts) > 1 else page
        return [_story(draft, shared) for draft in drafts]
    return [_story(draft, page if number == 0 else Page("")) for number, draft in enumerate(drafts)]


def _story(draft: Draft, about: Page) -> Story:
    title = about.title or draft.title
    publisher = about.publisher or draft.publisher
    return Story(
        text=draft.text,
        title=" ".join(normalise_text(title).split()) or None if title else None,
        publisher=publisher,
        agency=about.agency or draft.agency or (known_agency(publisher) if publisher else None),
        published=about.published or draft.published or (None if draft.is_forwarded else draft.mailed),
        url=about.url or draft.url,
    )
