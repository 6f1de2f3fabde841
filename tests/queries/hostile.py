"""Names and values that would be statements of Cypher, SQL or SPARQL, or break a file, were they pasted into one."""

from __future__ import annotations

from graph.model import Entity, Reading
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_entity, make_reading

STATEMENTS = (
    "x' }) DETACH DELETE n //",
    "`:State`) DETACH DELETE (m",
    "'; DROP TABLE claims; --",
    '" } ; DELETE WHERE { ?s ?p ?o } #',
    "state:KP> ?p ?o } ; DROP ALL #",
    "$asked",
    "{about: 'state:KP'}",
    "\\",
    "\\u0027 OR 1=1",
    "line\nbreak\r\ttab",
    "\u202eevil \U0001f680",
    "{{7*7}}${7*7}",
    "%s%n %00",
    "Ｎ" * 1_000,
)
CONTROLS = ("a\x00b", "a\x1fb\x1ec", "\ufffe")
NO_TEXT = "a\ud800b"
MEGABYTE = "x" * 1_000_000


def reading_with(*names: str) -> Reading:
    """Return an article in which a firm of each name supplies, denies it, is sanctioned, signs, and says so itself."""
    article = make_article("North Korea sent shells to Russia.", published="2024-05-06", publisher="'; DROP TABLE x")
    firms = [Entity(f"org:firm-{n}", "Company", name, (f"{name} Ltd",), minted=True) for n, name in enumerate(names)]
    claims = []
    for firm in (entity.id for entity in firms):
        claims += [
            make_claim(article, subject=firm, asserted_by=(firm, "state:KP"), when="2024"),
            make_claim(article, subject=firm, asserted_by=(firm,), status="denied"),
            make_claim(article, relation="sanctioned", subject="state:KP", object=firm, item=None, when="2023"),
            make_claim(article, relation="signed", subject="state:KP", object=firm, item=None),
        ]
    return make_reading(article, claims, [*firms, make_entity("state:KP"), make_entity("state:RU")])


def source_of(*names: str) -> ReadingsSource:
    return ReadingsSource([reading_with(*names)])
