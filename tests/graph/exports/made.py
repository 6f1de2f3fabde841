"""What the tests of exports write: the made-up ledger, nothing at all, and records as hostile as a page can be."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Article, Claim, Entity, Quantity, article_id, claim_id
from graph.selection import Selected, Selection, select
from graph.stores.memory import MemoryStore
from tests.graph.builders import gather_facts
from tests.queries.made_ledger import MADE

EVIL = "=cmd|' /C calc'!A1 <b>\"&'\\ \t\r\n\x00\x0b\x1b[31m\ud800\udfff\ufffe ]]> ''' \"\"\" "
EVIL += "\u2028 \u202e {{7*7}} # @prefix . 北"
ADDRESSES = (
    "https://news.example/a b\"c<d>{e}|f\\g^h`i\x00é%zz?q=[1]#x y", "javascript:alert(1)", "http://[::1", "http://h:x/",
    "https://reader:secret@news.example:8443/a", "//news.example", "\ud800", "http://" + "a" * 5000 + "/", "",
)  # fmt: skip
# Words of some format, as names.
RESERVED = (
    "a", "true", "NULL", "nan", "None", "type", "@id", "@graph", "_:b0", "constructor", "__proto__", "id", "label",
    "MATCH", "select", "rdf:type", "sg:Claim", "undefined", "0", "-", "=1+1", "#", "PREFIX", "BASE", "INF",
)  # fmt: skip


def made() -> Selected:
    """Return all of the made-up ledger."""
    return select(MemoryStore.of(MADE), Selection())


NOTHING = Selected((), (), (), ())


def hostile() -> Selected:
    """Return records that no reader makes but a foreign ledger may hold; one literal is a megabyte long."""
    entities = (
        Entity(
            "org:evil",
            "Organisation",
            EVIL,
            (EVIL, "x", "x"),
            wikidata='Q1"> <',
            symbol="S/RES/1\ud800 <>",
            minted=True,
        ),
        Entity("person:" + EVIL, "Person", "-1+1", iso2=EVIL, iso3=EVIL, minted=True),
        Entity("state:XK", "State", "\u202eKosovo", iso2="XK", iso3="XKX"),
    )
    articles = tuple(_article(number, address) for number, address in enumerate(ADDRESSES))
    claims = []
    for number, article in enumerate(articles):
        claim = Claim(
            "", article.id, "supplied", entities[1].id, None, "drone",
            Quantity((float("inf"), float("nan"), -0.1, 1e300, 5e-324)[number % 5], "min", EVIL),
            ("2023-02-30", EVIL, "0000", "2024-13-01", None)[number % 5], (entities[0].id, entities[2].id), "affirmed",
            article.text, 0, len(article.text), marks=((0, 1), (0, 1)), why=(EVIL, "b", EVIL), extractor=EVIL,
            version="\ud800",
        )  # fmt: skip
        claims.append(replace(claim, id=claim_id(claim)))
    claims.append(replace(claims[0], id="claim:denied", status="denied", subject=entities[0].id, when=None))
    ordered = tuple(sorted(claims, key=lambda claim: claim.id))
    facts = gather_facts([replace(claim, when=None) for claim in ordered], articles)
    return Selected(
        tuple(sorted(entities, key=lambda entity: entity.id)),
        tuple(sorted(articles, key=lambda article: article.id)),
        ordered,
        tuple(facts),
    )


def _article(number: int, address: str) -> Article:
    text = "m" * 1_000_000 if number == 0 else f"{EVIL} {number}"
    published = ("2024-02-30", "0000-01-01", "2024", EVIL, "2024-02-29")[number % 5]
    return Article(
        article_id(f"text {number}"), text, EVIL, "+1", "@x", published, address, "\ttab", "\ud800", reason=EVIL
    )
