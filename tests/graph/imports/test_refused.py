"""What is no export, or not a whole one, is refused in a line that says what is wrong and where."""

from __future__ import annotations

import io
import json

import pytest

import graph.packages
from graph.errors import DataError, ReadingError, SourceError
from graph.exports import EXPORTS
from graph.imports import read_export
from graph.imports.syntax import Syntax
from graph.rdf.description import Profile
from graph.selection import Selection, select
from graph.stores.memory import MemoryStore
from tests.graph.builders import ReadingsSource, make_reading
from tests.graph.exports.made import made

PREFIXES = """
@prefix sg: <https://w3id.org/sanctionsgraph/ns#> . @prefix claim: <https://w3id.org/sanctionsgraph/claim/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix schema: <https://schema.org/> .
@prefix state: <https://w3id.org/sanctionsgraph/state/> .
"""
ONE = "".join(EXPORTS["turtle"].lines(select(MemoryStore.of(ReadingsSource([make_reading()])), Selection())))


def refused(text: str, syntax: Syntax = Syntax.turtle, error: type[DataError] = SourceError) -> str:
    with pytest.raises(error) as caught:
        read_export(io.BytesIO(text.encode()), syntax)
    told = str(caught.value)
    assert "\n" not in told
    assert len(told) < 400
    return told


def changed(old: str, new: str) -> str:
    assert ONE.count(old) == 1, (ONE.count(old), ONE)
    return ONE.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("sg:status sg:affirmed", "sg:status sg:true", "a claim is affirmed, denied, unconfirmed or planned"),
        ("rdf:predicate sg:supplied", "rdf:predicate sg:suplied", "a claim has one relation of the vocabulary"),
        ("sg:start 0", "sg:start -3", "a quote starts at a character of its article, before its end (here -3)"),
        ("sg:start 0", 'sg:start "0"', "a quote starts at a character of its article, before its end (here 0)"),
        ("    sg:quote ", "    sg:kwote ", "a claim quotes the sentence it rests on, or gives its digest"),
    ],
)  # fmt: skip
def test_terms_used_wrongly_are_refused_with_the_message_of_the_shape(old: str, new: str, told: str) -> None:
    (claim,) = make_reading().claims
    assert refused(changed(old, new)).startswith(f"is not loaded, for the shapes refuse it: {claim.id}: {told}")


def test_an_article_from_elsewhere_is_named_by_its_iri() -> None:
    told = refused(PREFIXES + "<https://news.example/a> a schema:NewsArticle .")
    assert "the shapes refuse it: <https://news.example/a>: an article has" in told


def test_a_claim_without_an_iri_is_refused() -> None:
    told = refused(PREFIXES + "[] a sg:Claim .")
    assert "the shapes refuse it: " in told


@pytest.mark.parametrize(
    ("old", "new", "told", "error"),
    [
        ("sg:end 34", "sg:end 33", "quotes what its article does not say there", SourceError),
        ("sg:end 34", "sg:end 99", "its sentence is not what the article says there", ReadingError),
        ("rdf:object state:RU", "rdf:object state:US", "its id is not that of what it says", ReadingError),
        ("rdf:object state:RU", "rdf:object <https://news.example/RU>", "<https://news.example/RU> is no", SourceError),
        ("rdf:object state:RU", "rdf:object state:ZZ", "but not state:ZZ, which it names", SourceError),
        ('Body "North', 'Body "South', "quotes what its article does not say there", SourceError),
        (" sg:quote ", ' sg:verbatim "[1]" ; sg:quote ', "sg:verbatim is no JSON object", SourceError),
        (" sg:quote ", ' sg:verbatim "{" ; sg:quote ', "sg:verbatim is no JSON object", SourceError),
        (" sg:quote ", ' sg:verbatim "{\\"why\\": 3}" ; sg:quote ', "has why that are no texts", SourceError),
        (" sg:quote ", ' sg:verbatim "{\\"marks\\": [3]}" ; sg:quote ', "marks that are no pairs", SourceError),
        (" sg:quote ", ' sg:verbatim "{\\"object\\": 3}" ; sg:quote ', "a object that is no text", SourceError),
    ],
)  # fmt: skip
def test_nothing_is_believed_that_does_not_follow(old: str, new: str, told: str, error: type[DataError]) -> None:
    assert told in refused(changed(old, new), error=error)


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        (Profile(has_quotes=False), "lacks the texts of its articles, which `--no-quotes` leaves out"),
        (Profile(is_flat=True), "holds no articles in this project's terms, so it cannot be loaded back"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("syntax", [Syntax.turtle, Syntax.nquads, Syntax.jsonld])
def test_what_an_export_left_out_is_told(profile: Profile, told: str, syntax: Syntax) -> None:
    assert told in refused("".join(EXPORTS[syntax.name].lines(made(), profile)), syntax)


def test_nanopublications_and_other_vocabularies_are_told() -> None:
    assert "holds nanopublications" in refused("".join(EXPORTS["nanopub"].lines(made())), Syntax.trig)
    assert "holds no articles in this project's terms" in refused("<http://a.example/> a <http://b.example/> .")


@pytest.mark.parametrize("syntax", [syntax for syntax in Syntax if syntax.is_rdf])
def test_what_is_no_rdf_is_told_with_the_place(syntax: Syntax) -> None:
    assert f"is no {syntax.name} that can be read: " in refused('{<a "b', syntax)


def test_nothing_is_fetched_for_a_context() -> None:
    told = refused('{"@context": "https://news.example/context.jsonld", "@id": "https://news.example/"}', Syntax.jsonld)
    assert "is no jsonld that can be read" in told


@pytest.mark.parametrize(("package", "syntax"), [("pyoxigraph", Syntax.turtle), ("pyshacl", Syntax.trig)])
def test_a_missing_package_is_told_with_the_remedy(
    package: str, syntax: Syntax, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph.packages, "find_spec", lambda name: None if name == package else True)
    assert f"pip install {package}" in refused(ONE, syntax, DataError)


LINES = [json.loads(line) for line in "".join(EXPORTS["jsonl"].lines(made())).splitlines()]
FIRST = {
    kind: next(place for place, line in enumerate(LINES) if line["record"] == kind)
    for kind in ("entity", "article", "claim")
}
CLAIM_KEYS = ("id", "article", "relation", "status")


@pytest.mark.parametrize(
    ("kind", "field", "value", "told"),
    [
        ("entity", "name", None, "is no entity as an export has it (name is null)"),
        ("entity", "aliases", "x", 'is no entity as an export has it (aliases is "x")'),
        ("entity", "aliases", [1], "is no entity as an export has it (1 is no text)"),
        ("entity", "minted", 1, "is no entity as an export has it (minted is 1)"),
        ("article", "text", 7, "is no article as an export has it (text is 7)"),
        ("article", "title", ["x"], 'is no article as an export has it (title is ["x"])'),
        ("claim", "start", "0", 'is no claim as an export has it (start is "0")'),
        ("claim", "start", True, "is no claim as an export has it (start is true)"),
        ("claim", "marks", [[1]], "is no claim as an export has it (not enough values"),
        ("claim", "quantity", {"amount": 3}, "is no claim as an export has it"),
        ("claim", "quantity", 3, "is no claim as an export has it (quantity is 3)"),
    ],
)  # fmt: skip
def test_a_record_that_no_export_writes_is_told_with_its_line(kind: str, field: str, value: object, told: str) -> None:
    place = FIRST[kind]
    lines = [line | {field: value} if number == place else line for number, line in enumerate(LINES)]
    assert refused("\n".join(map(json.dumps, lines)), Syntax.jsonl).startswith(f"line {place + 1} {told}")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 2 is not valid JSON"),
        ('{"text": "A page."}', "line 2 is no record of an export, unlike the first"),
        (json.dumps(dict.fromkeys(CLAIM_KEYS, "x") | {"record": "claim"}), "line 2 is no claim as an export has it"),
        ("[" * 100_000, "line 2 is no"),
    ],
)  # fmt: skip
def test_a_line_among_records_that_is_none_is_told(line: str, told: str) -> None:
    assert told in refused(f"{json.dumps(LINES[0])}\n{line}\n", Syntax.jsonl)


def test_a_claim_without_its_article_or_its_entities_is_told() -> None:
    without_articles = [line for line in LINES if line["record"] != "article"]
    assert "holds no articles" in refused("\n".join(map(json.dumps, without_articles)), Syntax.jsonl)
    without_one = [line for line in LINES if line is not LINES[FIRST["article"]]]
    assert LINES[FIRST["article"]]["id"] in refused("\n".join(map(json.dumps, without_one)), Syntax.jsonl)
    without_entities = [line for line in LINES if line.get("minted") is not True]
    assert "which it names" in refused("\n".join(map(json.dumps, without_entities)), Syntax.jsonl)
