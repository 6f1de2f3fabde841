"""A description: what RDF says of one subject; and the profile, which tells how much it says.

Terms are text, as N-Triples writes them: rdflib's take five times as long to make. `graph.rdf.graph` makes those of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """What of it is written.

    Attributes:
        is_flat: The entities, the items and the shortcuts between them alone.
        has_triple_terms: A claim has, besides, the triple that it is about as one term (RDF 1.2).
        has_quotes: Sentences, texts of articles and the rules that quote words of them are there. If not, digests and
            offsets tell which they were.
    """

    is_flat: bool = False
    has_triple_terms: bool = False
    has_quotes: bool = True


FULL = Profile()

Pairs = list[tuple[str, str]]
MaybePairs = Iterable[tuple[str, str | None]]
Description = tuple[str, Pairs]
Graphs = Iterator[tuple[str, Iterator[Description]]]


def described(subject: str, pairs: MaybePairs) -> Description:
    """Return what is said of a subject, without what has no value."""
    return subject, [(predicate, value) for predicate, value in pairs if value is not None]
