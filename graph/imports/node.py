"""A node of an RDF graph, read field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rdflib import Graph, URIRef
from rdflib import Node as Term

from graph.errors import SourceError
from graph.rdf.vocabulary import SG, id_of


class Node:
    """What is said of one subject; `sg:verbatim` stands in for what RDF could not hold as it was."""

    def __init__(self, graph: Graph, subject: Term) -> None:
        self.iri = str(subject)
        self._said: dict[Term, list[Any]] = {}
        for predicate, value in graph.predicate_objects(subject):
            self._said.setdefault(predicate, []).append(value)
        self._verbatim = self._read_verbatim() if SG.verbatim in self._said else {}

    def _read_verbatim(self) -> dict[str, Any]:
        try:
            fields = json.loads(str(self._said[SG.verbatim][0]))
        except (ValueError, RecursionError):
            fields = None
        if not isinstance(fields, dict):
            raise self._wrong("sg:verbatim is no JSON object")
        return fields

    @property
    def id(self) -> str:
        return self._id(self.iri)

    def values(self, predicate: URIRef) -> list[Any]:
        return self._said.get(predicate, [])

    def text(self, predicate: URIRef, name: str = "") -> str | None:
        """Return the text under a predicate, or the field `name` as it was kept."""
        found = self._said.get(predicate)
        return self.kept(name, str(min(found)) if found else None)

    def needed(self, predicate: URIRef, name: str = "") -> str:
        """Return a text that the shapes, or whoever asks, made sure of."""
        text = self.text(predicate, name)
        assert text is not None, predicate
        return text

    def kept(self, name: str, otherwise: str | None) -> str | None:
        """Return the field `name` as it was kept, if it was."""
        value = self._verbatim.get(name, otherwise)
        if value is not None and not isinstance(value, str):
            raise self._wrong(f"sg:verbatim has a {name} that is no text")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of the field `name` as they were kept; none if they were not."""
        values = self._verbatim.get(name, ())
        if not isinstance(values, list | tuple) or not all(isinstance(value, str) for value in values):
            raise self._wrong(f"sg:verbatim has {name} that are no texts")
        return tuple(values)

    def pairs(self, name: str) -> tuple[tuple[int, int], ...]:
        """Return the pairs of numbers of the field `name` as they were kept; none if they were not."""
        try:
            return tuple((int(start), int(end)) for start, end in self._verbatim.get(name, ()))
        except (TypeError, ValueError) as error:
            raise self._wrong(f"sg:verbatim has {name} that are no pairs of numbers") from error

    def ids(self, predicate: URIRef) -> Iterator[str]:
        return (self._id(str(value)) for value in self.values(predicate))

    def an_id(self, predicate: URIRef) -> str | None:
        return next(self.ids(predicate), None)

    def _id(self, iri: str) -> str:
        found = id_of(iri)
        if found is None:
            raise SourceError(f"is not loaded: <{iri}> is no IRI of this project's data")
        return found

    def _wrong(self, what: str) -> SourceError:
        return SourceError(f"is not loaded: {id_of(self.iri) or self.iri}: {what}")
