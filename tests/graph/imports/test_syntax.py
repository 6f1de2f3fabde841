from __future__ import annotations

import json
from importlib import import_module

import pytest

from graph.exports import EXPORTS
from graph.imports.syntax import HEAD, Syntax, is_record, syntax_of
from graph.selection import Selected
from tests.graph.exports.made import NOTHING, hostile, made


def head_of(name: str, selected: Selected) -> bytes:
    return "".join(EXPORTS[name].lines(selected)).encode()[:HEAD]


@pytest.mark.parametrize("syntax", Syntax)
@pytest.mark.parametrize("selected", [made(), hostile()], ids=["made", "hostile"])
def test_an_export_is_known_by_its_suffix_and_without_one_by_how_it_begins(syntax: Syntax, selected: Selected) -> None:
    head = head_of(syntax.name, selected)
    assert syntax_of(EXPORTS[syntax.name].suffix, head) is syntax
    wider = {Syntax.turtle: Syntax.trig, Syntax.ntriples: Syntax.nquads}
    assert syntax_of("", head) is wider.get(syntax, syntax)


@pytest.mark.parametrize("name", ["turtle", "trig", "rdfxml", "jsonld", "json"])
def test_an_export_of_nothing_is_one_too(name: str) -> None:
    assert syntax_of(EXPORTS[name].suffix, head_of(name, NOTHING)) is Syntax[name]


def test_the_address_that_tells_is_that_of_the_vocabulary() -> None:
    assert import_module("graph.imports.syntax")._BASE.decode() == import_module("graph.rdf.vocabulary").BASE


@pytest.mark.parametrize(
    ("suffix", "head"),
    [
        (".jsonl", b'{"id": "a-1", "title": "Shells", "text": "North Korea sent shells."}\n'),
        (".jsonl", b'{"record": "article", "id": "a-1", "text": "Somebody else calls a line so."}\n'),
        (".jsonl", b'{"record": {}, "id": 3}\n'),
        (".jsonl", b"{" * 5000),
        (".json", b'{"articles": [{"text": "..."}]}'),
        (".json", b'{"record": "entity"}'),
        (".rdf", b'<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/"></rdf:RDF>'),
        (".xml", b"<rss><channel><link>https://news.example/</link></channel></rss>"),
        (".html", b"<p>The terms are at https://w3id.org/sanctionsgraph/ns#</p>"),
        (".txt", b"@prefix is how Turtle begins; https://w3id.org/sanctionsgraph/ is an address."),
        ("", b"North Korea sent shells, says https://w3id.org/sanctionsgraph/state/KP"),
        ("", b"<p>https://w3id.org/sanctionsgraph/</p>"),
        ("", b""),
    ],
)
def test_a_page_is_none(suffix: str, head: bytes) -> None:
    assert syntax_of(suffix, head) is None


@pytest.mark.parametrize("kind", ["entity", "item", "article", "claim", "fact"])
def test_every_record_of_an_export_is_one(kind: str) -> None:
    lines = map(json.loads, "".join(EXPORTS["jsonl"].lines(made())).splitlines())
    assert all(is_record(line) for line in lines if line["record"] == kind)
