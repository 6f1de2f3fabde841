"""Whether RDF is what the shapes (`graph/shapes.ttl`) ask for, and what is wrong with it where it is not.

Takes the package `pyshacl`, about a second to import and two for 100,000 statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from rdflib import Graph, Node, URIRef
from rdflib.namespace import RDF, SH

from graph.errors import DataError
from graph.exports.terms import prefixed
from graph.ledger.checks import named_in
from graph.model import Fact
from graph.packages import require
from graph.rdf.description import FULL, Profile
from graph.rdf.graph import to_graph
from graph.rdf.vocabulary import SG, id_of
from graph.selection import Selected

# Claims that are looked at together, so that memory does not grow with the graph.
_CLAIMS_AT_ONCE = 2000


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with one node: the message of the shape, and the value that is wrong, if there is one."""

    node: str
    message: str
    value: str | None = None

    def __str__(self) -> str:
        return f"{self.node}: {self.message}" + (f" (here {self.value})" if self.value else "")


def require_shacl() -> None:
    """Do nothing, or raise a DataError that tells which package is missing."""
    require("pyshacl", "the shapes need")


def check_selected(selected: Selected, profile: Profile = FULL) -> None:
    """Do nothing if the RDF of `selected` is what the shapes ask for.

    Raises:
        DataError: it is not; the message names the first culprit, as it comes in order of id, and how many there are.
            Or a package is missing.
    """
    require_shacl()
    # The shapes say nothing of triple terms, and rdflib cannot hold them.
    profile = replace(profile, has_triple_terms=False)
    found = sorted({violation for part in _parts(selected) for violation in violations(to_graph(part, profile))})
    if found:
        raise DataError(f"nothing was written, for the shapes refuse it: {first_of(found)}")


def first_of(found: list[Violation]) -> str:
    """Return the first violation, and how many more there are."""
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return f"{found[0]}{more}"


def violations(graph: Graph) -> list[Violation]:
    """Return what the shapes find wrong in `graph`, in order."""
    from pyshacl import validate

    conforms, report, _ = validate(graph, shacl_graph=shapes(), inplace=True)
    if conforms:
        return []
    assert isinstance(report, Graph)
    return sorted({_violation(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)})


@cache
def shapes() -> Graph:
    """Return the shapes."""
    return Graph().parse(data=files("graph").joinpath("shapes.ttl").read_text("utf-8"), format="turtle")


def _violation(report: Graph, result: Node) -> Violation:
    node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
    message = min(map(str, report.objects(result, SH.resultMessage)))
    # A constraint that is asked once of the class of claims gives the claim as the value.
    if node == SG.Claim and value is not None:
        node, value = value, None
    return Violation(_name(node), message, None if value is None or value == node else _name(value))


def _name(term: Node | None) -> str:
    if isinstance(term, URIRef):
        return id_of(term) or prefixed(term) or f"<{term}>"
    text = str(term)
    return text if len(text) <= 80 else f"{text[:80]}..."


def _parts(selected: Selected) -> Iterator[Selected]:
    """Yield `selected` in parts whole in themselves: a fact has its claims there, and a claim all that it names."""
    claims = {claim.id: claim for claim in selected.claims}
    entities = {entity.id: entity for entity in selected.entities}
    articles = {article.id: article for article in selected.articles}
    unnamed = entities.keys() | articles.keys()
    for facts in _batches(selected.facts):
        part = [claims[claim] for fact in facts for claim in fact.claims]
        named = sorted({name for claim in part for name in (claim.article, *named_in(claim))})
        yield replace(
            selected,
            entities=tuple(entities[name] for name in named if name in entities),
            articles=tuple(articles[name] for name in named if name in articles),
            claims=tuple(part),
            facts=tuple(facts),
        )
        unnamed.difference_update(named)
    yield replace(
        selected,
        claims=(),
        facts=(),
        entities=tuple(entity for entity in selected.entities if entity.id in unnamed),
        articles=tuple(article for article in selected.articles if article.id in unnamed),
    )


def _batches(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    batch: list[Fact] = []
    claims = 0
    for fact in facts:
        batch.append(fact)
        claims += len(fact.claims)
        if claims >= _CLAIMS_AT_ONCE:
            yield batch
            batch, claims = [], 0
    if batch:
        yield batch
