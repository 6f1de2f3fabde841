"""A channel's export from a chat, Telegram's result.json or messages.html: each message with a text is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from ingest.pages import Page
from ingest.pages.publication import full_date
from ingest.readers.blocks import text_of
from ingest.readers.found import Found

_OF_CLASS = "//*[contains(concat(' ', normalize-space(@class), ' '), ' {} ')]"
_SHOWN_DAY = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})\b")  # as the export shows it, whatever the language
_NO_WORDS = ("link", "mention", "hashtag", "bot_command", "custom_emoji")


def is_chat(value: Any) -> bool:
    """Tell whether a JSON value is the export of a channel."""
    messages = value.get("messages") if isinstance(value, dict) else None
    return isinstance(messages, list) and "text" not in value and any(map(_is_message, messages))


def _is_message(value: Any) -> bool:
    return isinstance(value, dict) and "text" in value and "date" in value


def read_chat(value: dict[str, Any], source: str) -> Found:
    """Return the messages as pages, under the channel's name and the day they were sent."""
    publisher = _words(value.get("name"))
    return Found(tuple(_pages(value["messages"], publisher, source)))


def _pages(messages: list[Any], publisher: str | None, source: str) -> Iterator[Page]:
    for message in messages:
        if _is_message(message) and message.get("type", "message") == "message":
            text = _text(message["text"])
            day = full_date(str(message["date"]))
            if text.strip():
                origin = _words(message.get("forwarded_from"))
                yield Page(text, source, publisher=origin or publisher, published=None if origin else day)


def _text(value: Any) -> str:
    """The words of a message; links and marks come as pieces of their own. Addresses and mentions are no words."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(map(_text, value))
    if not isinstance(value, dict) or value.get("type") in _NO_WORDS:
        return ""
    return _text(value.get("text"))


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def chat_pages(tree: HtmlElement, source: str) -> tuple[Page, ...]:
    """Return the messages of an export as HTML; none of any other page."""
    if not (tree.xpath(_OF_CLASS.format("page_header")) and tree.xpath(_OF_CLASS.format("history"))):
        return ()
    publisher = " ".join(tree.xpath(_OF_CLASS.format("page_header"))[0].text_content().split()) or None
    pages = (_html_page(message, publisher, source) for message in tree.xpath(_OF_CLASS.format("message")))
    return tuple(page for page in pages if page.text)


def _html_page(message: HtmlElement, publisher: str | None, source: str) -> Page:
    texts = message.xpath("." + _OF_CLASS.format("text"))
    told = _SHOWN_DAY.match(next(iter(message.xpath("." + _OF_CLASS.format("date") + "/@title")), ""))
    day = f"{told[3]}-{told[2]}-{told[1]}" if told else ""
    is_forwarded = bool(message.xpath("." + _OF_CLASS.format("forwarded")))
    text = text_of(texts[0]) if texts else ""
    return Page(text, source, publisher=publisher, published=None if is_forwarded else full_date(day))
