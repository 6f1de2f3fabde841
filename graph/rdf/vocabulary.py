"""The IRIs of the RDF: namespaces, the terms of this project, and how an id becomes an IRI and an IRI an id.

`SG` is closed: a term that is not listed here raises, and a test holds the list equal to `ontology.ttl`. An id of the
project is an IRI and a prefixed name at once: `state:KP` is `https://w3id.org/sanctionsgraph/state/KP`, and every file
declares the prefix `state:`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from rdflib import Namespace, URIRef
from rdflib.namespace import DC, DCAT, DCTERMS, PROV, RDF, RDFS, SDO, SKOS, VOID, XSD, ClosedNamespace, DefinedNamespace

from graph.model import BOUNDS, STATUSES
from graph.ontology import kinds, relations

BASE = "https://w3id.org/sanctionsgraph/"
WIKIDATA = Namespace("http://www.wikidata.org/entity/")
COUNTRY = Namespace("http://publications.europa.eu/resource/authority/country/")
UNITED_NATIONS = Namespace("https://undocs.org/")
NANOPUB = ClosedNamespace(
    "http://www.nanopub.org/nschema#", ["Nanopublication", "hasAssertion", "hasProvenance", "hasPublicationInfo"]
)
SPDX = ClosedNamespace(
    "http://spdx.org/rdf/terms#", ["Checksum", "algorithm", "checksum", "checksumAlgorithm_sha256", "checksumValue"]
)

CLASSES = ("Entity", "Item", "WeaponType", "Claim", "Fact", "Reading", "Relation", "Status", "Bound")
SCHEMES = ("items", "statuses", "bounds", "relationGroups")
PROPERTIES = (
    "iso2", "iso3", "symbol", "isMinted",
    "agency", "origin", "page", "urlText", "textDigest", "isRelevant", "reason", "loaded",
    "item", "quantity", "quantityBound", "quantityUnit", "when", "earliest", "latest", "assertedBy", "status",
    "quote", "quoteDigest", "start", "end", "mark", "why", "fact", "verbatim",
    "claimCount", "affirmedCount", "deniedCount", "unconfirmedCount", "plannedCount", "originCount", "firstDay",
    "lastDay", "isDisputed",
    "inverseLabel", "group", "plover", "version",
)  # fmt: skip
GROUPS = tuple(dict.fromkeys(f"{relation.group}Group" for relation in relations().values()))
SG = ClosedNamespace(
    f"{BASE}ns#",
    [
        *CLASSES, *SCHEMES, *PROPERTIES, *GROUPS, *STATUSES, *BOUNDS,
        *(kind.rdf for kind in kinds().values()),
        *(relation.rdf for relation in relations().values()),
    ],
)  # fmt: skip

# The class of schema.org that a kind is one of, where there is one; `ontology.ttl` says the same.
SCHEMA_CLASSES = MappingProxyType(
    {
        "State": SDO.Country, "Organisation": SDO.Organization, "Company": SDO.Organization,
        "ArmedGroup": SDO.Organization, "Resolution": SDO.Legislation, "Person": SDO.Person, "Vessel": SDO.Vehicle,
        "Place": SDO.Place,
    }
)  # fmt: skip

_DATA = tuple(dict.fromkeys(kind.prefix for kind in kinds().values()))
_DATA += ("item", "article", "claim", "fact", "reading", "extractor", "nanopub", "dataset")
# In every format the same, in this order.
PREFIXES = MappingProxyType(
    {
        "sg": str(SG), "rdf": str(RDF), "rdfs": str(RDFS), "xsd": str(XSD), "skos": str(SKOS), "prov": str(PROV),
        "schema": str(SDO), "dc": str(DC), "edtf": "http://id.loc.gov/datatypes/edtf/", "wikidata": str(WIKIDATA),
        "country": str(COUNTRY), "dcterms": str(DCTERMS), "np": str(NANOPUB), "dcat": str(DCAT), "void": str(VOID),
        "spdx": str(SPDX), "graph": f"{BASE}graph/",
    }
    | {prefix: f"{BASE}{prefix}/" for prefix in _DATA}
)  # fmt: skip

_PLAIN_ID = re.compile("[a-z]+:[A-Za-z0-9-]+")
_PATH = "/:@!$&'()*+,;=-._~%"
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


class Names:
    """The terms of a namespace as N-Triples writes them: `Names(SG).quote` is `<https://.../ns#quote>`.

    Raises:
        AttributeError: the namespace has no such term.
    """

    def __init__(self, namespace: type[DefinedNamespace] | ClosedNamespace) -> None:
        self._namespace = namespace

    def __getattr__(self, name: str) -> str:
        if name.startswith("_") or URIRef(f"{self._namespace}{name}") not in self._namespace:
            raise AttributeError(f"there is no term {name!r} in {self._namespace}")
        self.__dict__[name] = term = f"<{self._namespace}{name}>"
        return term


@lru_cache(maxsize=2**16)
def node(node_id: str) -> str:
    """Return, as N-Triples writes it, the IRI of an entity, item, article, claim, fact or named graph.

    Ids that differ get IRIs that differ.
    """
    prefix, _, local = node_id.partition(":")
    if not _PLAIN_ID.fullmatch(node_id):
        prefix, local = (_quoted(part) for part in (prefix, local))
    return f"<{BASE}{prefix}/{local}>"


def iri(node_id: str) -> URIRef:
    """Return the same as rdflib's term."""
    return URIRef(node(node_id)[1:-1])


def id_of(iri: str) -> str | None:
    """Return the id that has this IRI, None if it is no IRI of this project's data."""
    prefix, slash, local = iri.removeprefix(BASE).partition("/")
    if not iri.startswith(BASE) or not slash:
        return None
    return ":".join(unquote(part, errors="surrogatepass") for part in (prefix, local))


def web_iri(text: str) -> URIRef | None:
    """Return a web address as a valid IRI, percent-encoded where it must be; None if `text` is no web address.

    A user name and a password in it are dropped. It is never opened.
    """
    try:
        parts = urlsplit(text.strip())
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[\w.-]+", parts.hostname or ""):
        return None
    path, query, fragment = (_encoded(part) for part in (parts.path, parts.query, parts.fragment))
    query, fragment = (f"?{query}" if query else ""), (f"#{fragment}" if fragment else "")
    return URIRef(f"{parts.scheme}://{_encoded(parts.hostname or '')}{port}{path}{query}{fragment}")


def _encoded(part: str) -> str:
    part = _BARE_PERCENT.sub("%25", part)
    return percent_encoded(part, _PATH + "?")


def _quoted(part: str) -> str:
    """Return `part` percent-encoded, dots too: a local name of dots would lead up the path."""
    return percent_encoded(part).replace(".", "%2E")


def percent_encoded(text: str, safe: str = "") -> str:
    """Return `text` as a part of an IRI, lone surrogates too; letters, digits, `_.-~` and what is `safe` stay."""
    return quote(text.encode("utf-8", "surrogatepass"), safe=safe)
