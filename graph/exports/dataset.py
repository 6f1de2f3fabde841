"""What an RDF file holds, as RDF in turn (VoID, DCAT): counts by class and property, size and SHA-256 of the file.

For catalogues, and for whoever got the file and wants to know whether it is whole. It names no time of writing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import file_digest
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib.namespace import DCAT, DCTERMS, RDF, VOID, XSD

from graph.exports.terms import turtle_block, turtle_iri, turtle_prefixes
from graph.rdf import descriptions
from graph.rdf.description import Description, Graphs, Profile
from graph.rdf.literals import integer_literal, label_literal, plain_literal
from graph.rdf.vocabulary import BASE, PREFIXES, SPDX, Names, node

if TYPE_CHECKING:
    from graph.exports import Export
    from graph.selection import Part

_rdf, _void, _dcat, _dcterms, _spdx = Names(RDF), Names(VOID), Names(DCAT), Names(DCTERMS), Names(SPDX)
_MEDIA_TYPES = {
    "turtle": "text/turtle", "trig": "application/trig", "nanopub": "application/trig",
    "nquads": "application/n-quads", "ntriples": "application/n-triples", "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
}  # fmt: skip


@dataclass
class _Counts:
    """What is counted of the statements of a file."""

    subjects: set[str] = field(default_factory=set)
    properties: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)


def description(export: Export, selected: Part, profile: Profile, path: Path) -> Iterator[str]:
    """Yield in Turtle the description of the file at `path`, which holds `selected` in this format and profile."""
    with path.open("rb") as file:
        checksum = file_digest(file, "sha256").hexdigest()
    named_graphs = getattr(import_module(f"graph.exports.{export.name}"), "named_graphs", descriptions)
    counts = _counted(named_graphs(selected, profile))
    dataset = node(f"dataset:{checksum[:20]}")
    yield from turtle_prefixes()
    # Every part of the description has an IRI under that of the dataset.
    yield f"@prefix this: {dataset[:-1]}#> .\n\n"
    of_this = re.compile(re.escape(f"{dataset[:-1]}#") + r"([\w-]+)>")
    for told in (
        (dataset, _dataset(dataset, counts, selected)),
        *_partitions(dataset, counts),
        *_distribution(dataset, path, checksum, _MEDIA_TYPES[export.name]),
    ):
        yield of_this.sub(r"this:\1", turtle_block(told)) + "\n"


def _counted(graphs: Graphs) -> _Counts:
    counts = _Counts()
    for _, subjects in graphs:
        for subject, pairs in subjects:
            counts.subjects.add(subject)
            counts.properties.update(predicate for predicate, _ in pairs)
            counts.classes.update(value for predicate, value in pairs if predicate == _rdf.type)
    return counts


def _dataset(dataset: str, counts: _Counts, selected: Part) -> list[tuple[str, str]]:
    title = f"{len(selected.claims)} claims of {len(selected.articles)} articles, with their words"
    numbers = {
        _void.triples: sum(counts.properties.values()),
        _void.entities: len(selected.entities),
        _void.distinctSubjects: len(counts.subjects),
        _void.classes: len(counts.classes),
        _void.properties: len(counts.properties),
    }
    return [
        (_rdf.type, _dcat.Dataset),
        (_rdf.type, _void.Dataset),
        (_dcterms.title, label_literal(title)),
        (_dcterms.conformsTo, f"<{BASE}shapes>"),
        *((predicate, integer_literal(count)) for predicate, count in numbers.items()),
        (_void.uriSpace, plain_literal(BASE)),
        *((_void.vocabulary, name) for name in _vocabularies(counts)),
        *((_void.classPartition, _part(dataset, name)) for name in sorted(counts.classes)),
        *((_void.propertyPartition, _part(dataset, name)) for name in sorted(counts.properties)),
        (_dcat.distribution, f"{dataset[:-1]}#file>"),
    ]


def _vocabularies(counts: _Counts) -> list[str]:
    used = {name for terms in (counts.properties, counts.classes) for name in terms}
    return [f"<{space}>" for space in PREFIXES.values() if any(name.startswith(f"<{space}") for name in used)]


def _part(dataset: str, term: str) -> str:
    return f"{dataset[:-1]}#{turtle_iri(term).replace(':', '-')}>"


def _partitions(dataset: str, counts: _Counts) -> Iterator[Description]:
    for names, of, counted in (
        (counts.classes, getattr(_void, "class"), _void.entities),
        (counts.properties, _void.property, _void.triples),
    ):
        for name in sorted(names):
            yield _part(dataset, name), [(of, name), (counted, integer_literal(names[name]))]


def _distribution(dataset: str, path: Path, checksum: str, media_type: str) -> Iterator[Description]:
    file = f"{dataset[:-1]}#file>"
    yield (
        file,
        [
            (_rdf.type, _dcat.Distribution),
            (_dcterms.title, plain_literal(path.name)),
            (_dcat.mediaType, f"<https://www.iana.org/assignments/media-types/{media_type}>"),
            (_dcat.byteSize, f'"{path.stat().st_size}"^^<{XSD.nonNegativeInteger}>'),
            (_spdx.checksum, f"{dataset[:-1]}#checksum>"),
        ],
    )
    yield (
        f"{dataset[:-1]}#checksum>",
        [
            (_rdf.type, _spdx.Checksum),
            (_spdx.algorithm, _spdx.checksumAlgorithm_sha256),
            (_spdx.checksumValue, f'"{checksum}"^^<{XSD.hexBinary}>'),
        ],
    )
