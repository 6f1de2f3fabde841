"""The nouns of the project: entities, items, articles, claims and the facts that claims add up to.

All are frozen. Ids are stable across machines and runs: an entity's id is `prefix:slug`, an article's is made from
its text, a claim's from what it says and where. Nothing here reads a file, a clock or the network.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["affirmed", "denied", "unconfirmed", "planned"]
Bound = Literal["exact", "min", "max", "about"]
# Relation, subject, object, item.
FactKey = tuple[str, str | None, str | None, str | None]

STATUSES: tuple[Status, ...] = ("affirmed", "denied", "unconfirmed", "planned")
BOUNDS: tuple[Bound, ...] = ("exact", "min", "max", "about")

# Controls (but tab and line feed), surrogates, zero-width and bidirectional marks: invisible, and a way to hide text.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
# Blanks of other widths, no-break ones among them; a reader sees a blank.
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, body, treaty, person, firm, vessel or place.

    `minted` is true where the reference data does not know it: the name comes from an article alone.
    `symbol` is the UN document symbol of a resolution or draft.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    iso2: str | None = None
    iso3: str | None = None
    wikidata: str | None = None
    symbol: str | None = None
    minted: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """What is moved, made or used: one slug of the taxonomy, under a broader one or none."""

    slug: str
    broader: str | None
    label: str

    @property
    def id(self) -> str:
        return f"item:{self.slug}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many. `unit` is a singular noun where the count is not of the item itself."""

    value: float
    bound: Bound = "exact"
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is normalised (`normalise_text`); every offset counts its characters.

    `published` is an ISO date or None where the page does not say. `document` is the id that the source gave it.
    `source` is the page it came from (a file name or URL, shown, never opened). `loaded` is when the ledger that it
    comes from took this reading of it in (UTC, ISO 8601): the ledger's clock, no part of what the article is.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: str | None = None
    url: str | None = None
    source: str | None = None
    document: str | None = None
    relevant: bool = True
    reason: str | None = None
    loaded: str | None = field(default=None, compare=False)

    @property
    def origin(self) -> str:
        """Whom the words come from first, as far as the article tells by itself; `graph.origins` knows its copies."""
        return self.agency or self.publisher or self.source or self.id


@dataclass(frozen=True, slots=True)
class Claim:
    """What an article says is (was, will be) so, with the sentence that says it.

    `subject`, `object` and `asserted_by` are entity ids, `item` a slug, `when` an EDTF string.
    `sentence` is `article.text[start:end]`, always. `marks` are the spans, in the article, of the words that stood
    for the parts; `why` names the lexicon entry and the rules that led here.
    """

    id: str
    article: str
    relation: str
    subject: str | None
    object: str | None
    item: str | None
    quantity: Quantity | None
    when: str | None
    asserted_by: tuple[str, ...]
    status: Status
    sentence: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...] = ()
    why: tuple[str, ...] = ()
    extractor: str = "sanctionsgraph"
    version: str = "0"

    @property
    def fact(self) -> FactKey:
        """The key of the fact that this claim speaks about."""
        return (self.relation, self.subject, self.object, self.item)


@dataclass(frozen=True, slots=True)
class Fact:
    """All claims with one relation, subject, object and item: the edge that people see.

    `origins` counts independent origins of the claims; `first` and `last` are the earliest and latest day (ISO) that
    a dated claim allows.
    """

    relation: str
    subject: str | None
    object: str | None
    item: str | None
    claims: tuple[str, ...]
    affirmed: int
    denied: int
    unconfirmed: int
    planned: int
    origins: int
    first: str | None
    last: str | None

    @property
    def id(self) -> str:
        return fact_id((self.relation, self.subject, self.object, self.item))

    @property
    def is_disputed(self) -> bool:
        return self.denied > 0 and self.affirmed > 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage of an article that made no claim, and why, in words.

    `kind` is "no claim" (wished, asked, only supposed), "incomplete", "repeated" or "too long". `trigger` is the word
    that might have said `relation`; in what is too long none was looked for.
    """

    kind: str
    start: int
    end: int
    why: str
    relation: str | None = None
    trigger: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one article gives: the article, the entities it names, its claims, and what made none."""

    article: Article
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    left_out: tuple[LeftOut, ...] = field(default=())


def digest(*parts: object) -> str:
    """Return 20 hex digits that stand for `parts` (JSON values), the same on every machine."""
    body = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def fact_id(key: FactKey) -> str:
    """Return the id of the fact that has this key."""
    return "fact:" + digest(*key)


def normalise_text(text: str) -> str:
    """Return the text as it is stored: NFC, line feeds, plain blanks, none at line ends, no invisible characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = unicodedata.normalize("NFC", _BLANKS.sub(" ", _INVISIBLE.sub("", text)))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a stored text, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(text: str) -> str:
    """Return the id of the article with this stored text; blanks and line breaks make no difference."""
    return "article:" + text_sha256(" ".join(text.split()))[:20]


def claim_id(claim: Claim) -> str:
    """Return the id that `claim` should bear: a digest of what it says and where, not of who read it."""
    q = claim.quantity
    return "claim:" + digest(
        claim.article, *claim.fact, [q.value, q.bound, q.unit] if q else None, claim.when,
        list(claim.asserted_by), claim.status, claim.start, claim.end,
    )  # fmt: skip


def slugify(name: str) -> str:
    """Return `name` as a slug: ASCII lower case, digits and hyphens; never empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x" + digest(name)[:10]
