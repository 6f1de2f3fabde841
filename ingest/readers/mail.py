"""E-mail (.eml, and web archives, .mhtml, which are made alike): the body, plain or HTML; attachments as they are.

The date of a mail is the article's, unless it was forwarded; of a mail forwarded in the text the headers there count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from graph.errors import SourceError
from graph.model import normalise_text
from ingest.pages import Page
from ingest.pages.publication import full_date
from ingest.readers.encoding import decode, mend
from ingest.readers.found import Attachment, Found
from ingest.readers.html import text_of_html

_PREFIX = re.compile(r"(?:\s*(?:re|fwd?|aw|wg|tr)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
_FORWARDED = re.compile(r"\s*(?:fwd?|wg|tr)\s*:", re.IGNORECASE)
# "---- Forwarded message ----", then headers.
_FORWARD = re.compile(
    r"^[>\s]*-{2,}\s*(?:forwarded message|original message)\s*-{2,}[>\s]*\n"
    r"(?P<headers>(?:[>\s]*\**(?:from|sent|date|subject|to|cc)\**\s*:.*\n?)+)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"^[>\s]*\**(?P<name>sent|date|subject|from)\**\s*:\s*(?P<value>.*)$", re.IGNORECASE | re.MULTILINE
)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?\n.*\Z", re.MULTILINE | re.DOTALL)
_SAYS_NOTHING = 200  # characters; a plain part that only tells to look at the other one
# Parts that hold no article.
_NO_PAGES = (
    "text/calendar", "text/x-vcard", "text/vcard", "text/css", "application/pgp-signature",
    "application/pkcs7-signature",
)  # fmt: skip
_SUFFIX = {"message/rfc822": ".eml", "text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf"}


def read_mail(data: bytes, source: str) -> Found:
    """Return the pages of an e-mail: its body, and what is forwarded in it.

    Raises:
        SourceError: nothing in it can be read.
    """
    try:
        message = message_from_bytes(data, policy=default)
        assert isinstance(message, EmailMessage)
        pages = _pages(message, source)
        attachments = tuple(_attachments(message))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise SourceError("is no e-mail that can be read: its headers or parts are broken") from error
    if not pages and not attachments:
        raise SourceError("is an e-mail without a text")
    return Found(pages, attachments=attachments)


def _pages(message: EmailMessage, source: str) -> tuple[Page, ...]:
    subject = _one_line(message.get("subject"))
    is_forwarded = _FORWARDED.match(subject) is not None
    about = Page(
        text="",
        source=source,
        title=_PREFIX.sub("", subject) or None,
        publisher=_list(message),
        is_all_of_one=True,
        published=None if is_forwarded else full_date(_one_line(message.get("date"))),
        url=_web(_one_line(message.get("snapshot-content-location"))),
    )
    plain, html = _text(message, "plain"), _text(message, "html")
    if html and len(plain.strip()) < min(_SAYS_NOTHING, len(html) / 4):
        plain = text_of_html(html, with_marks=True)
    return tuple(_plain_pages(plain, about))


def _list(message: EmailMessage) -> str | None:
    """The sender of a newsletter; that of any other mail is no publisher."""
    is_list = message.get("list-unsubscribe") or message.get("list-id")
    return parseaddr(_one_line(message.get("from")))[0] or None if is_list else None


def _plain_pages(text: str, about: Page) -> Iterator[Page]:
    """The mail's own words, then each mail forwarded in it, with the subject and date it had."""
    text = normalise_text(text) + "\n"
    starts = list(_FORWARD.finditer(text))
    own = text[: starts[0].start()] if starts else text
    if body := _SIGNATURE.sub("", own).strip():
        yield replace(about, text=_QUOTED.sub("", body))
    ends = [*(match.start() for match in starts), len(text)][1:]
    for match, end in zip(starts, ends, strict=True):
        said = {found["name"].lower(): found["value"].strip() for found in _HEADER.finditer(match["headers"])}
        body = _QUOTED.sub("", text[match.end() : end])
        yield replace(
            about,
            text=_SIGNATURE.sub("", body).strip(),
            title=_PREFIX.sub("", said.get("subject", "")) or about.title,
            published=full_date(said.get("date") or said.get("sent") or ""),
        )


def _text(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return mend(data.decode(part.get_content_charset() or "utf-8"))
    except (LookupError, UnicodeDecodeError):
        return decode(data, may_declare=kind == "html").text


def _attachments(message: EmailMessage) -> Iterator[Attachment]:
    """Yield the files that hang on a mail, mails among them; pictures of its layout are none."""
    for number, part in enumerate(message.iter_attachments(), start=1):
        if part.get_content_maintype() in ("image", "audio", "video") or part.get_content_type() in _NO_PAGES:
            continue
        name = part.get_filename() or f"attachment {number}" + _SUFFIX.get(part.get_content_type(), "")
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage):
                yield Attachment(name, bytes(inner[0]))
        elif isinstance(payload := part.get_payload(decode=True), bytes):
            yield Attachment(name, payload)


def _one_line(value: object) -> str:
    return " ".join(str(value).split()) if value is not None else ""


def _web(address: str) -> str | None:
    return address if address.startswith(("http://", "https://")) and len(address) < 2000 else None
