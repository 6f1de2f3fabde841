"""Check the form of gold articles: `python -m evaluation.check [DIR]` prints one line a fault; exit 1 if there is one.

It checks form alone: whether a claim is right, and whether one is missing, a reader has to say.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.gold import DEV
from graph import reference
from graph.model import BOUNDS, STATUSES
from graph.ontology import items, relations
from graph.when import is_edtf

Json = dict[str, Any]
ARTICLE_KEYS = {"id", "publisher", "agency", "published", "title", "text", "relevant", "claims"}
CLAIM_KEYS = {"relation", "subject", "object", "item", "quantity", "when", "asserted_by", "status", "evidence"}
_NO_SUBJECT = {"established", "supplied"}
_TWO_SENTENCES = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bGen)(?<!\bCol)(?<!\bLt)(?<!\bNo)(?<!\bSt)(?<!U\.S)(?<!U\.N)"
    r"[.!?][”\"’]?\s+[“\"‘]?[A-Z]"
)


def main() -> None:
    """Check a folder."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.check", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=DEV)
    folder = parser.parse_args().folder
    files = sorted(folder.glob("*.json"))
    if not files:
        sys.exit(f"check: no articles in {folder}")
    faults = [f"{path.name}: {fault}" for path in files for fault in article_faults(path)]
    print("\n".join([*faults, f"{len(files)} articles, {len(faults)} faults"]))
    sys.exit(1 if faults else 0)


def article_faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with the form of one file."""
    try:
        article = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        yield f"not readable: {error}"
        return
    if not isinstance(article, dict) or set(article) != ARTICLE_KEYS:
        yield f"an article has the keys {sorted(ARTICLE_KEYS)}"
        return
    if not article["relevant"] and article["claims"]:
        yield "not relevant, but has claims"
    if article["published"] is not None and not is_edtf(str(article["published"])):
        yield f"published {article['published']!r} is not a date"
    seen: dict[str, int] = {}
    for number, claim in enumerate(article["claims"]):
        yield from (f"claim {number}: {fault}" for fault in claim_faults(claim, article))
        keys = ("relation", "subject", "object", "item", "quantity", "when", "status")
        says = json.dumps([claim.get(key) for key in keys])
        if says in seen:
            yield f"claim {number} says the same as claim {seen[says]}"
        seen.setdefault(says, number)


def claim_faults(claim: Json, article: Json) -> Iterator[str]:
    """Yield what is wrong with the form of one claim."""
    if set(claim) != CLAIM_KEYS:
        yield f"a claim has the keys {sorted(CLAIM_KEYS)}"
        return
    yield from _parts_faults(claim)
    for role in ("subject", "object"):
        yield from _entity_faults(claim[role], role) if claim[role] is not None else ()
    for source in claim["asserted_by"]:
        yield from _entity_faults(source, "asserted_by")
        if isinstance(source, list) and {article["publisher"], article["agency"]} & set(source):
            yield f"asserted_by names the publisher or the agency: {source}"
    if claim["quantity"] is not None:
        yield from _quantity_faults(claim["quantity"])
    if claim["when"] is not None and not is_edtf(claim["when"]):
        yield f"when {claim['when']!r} is no EDTF date that the project knows"
    if claim["status"] not in STATUSES:
        yield f"status {claim['status']!r} is none of {', '.join(STATUSES)}"
    yield from _evidence_faults(claim["evidence"], article["text"])


def _parts_faults(claim: Json) -> Iterator[str]:
    relation = relations().get(claim["relation"])
    if relation is None:
        yield f"no relation {claim['relation']!r}"
        return
    for role in ("object", "item"):
        needed = getattr(relation, role)
        if (needed == "required" and claim[role] is None) or (needed == "none" and claim[role] is not None):
            yield f"{relation.name}: {role} is {needed}"
    if claim["item"] is not None and claim["item"] not in items():
        yield f"item {claim['item']!r} is not in items.csv"
    if claim["object"] is None and claim["item"] is None:
        yield "neither object nor item"
    if claim["subject"] is None and relation.name not in _NO_SUBJECT:
        yield f"{relation.name}: subject is required"
    if claim["subject"] is not None and claim["subject"] == claim["object"]:
        yield "subject and object are the same"
    if relation.domain == ("State",) and not isinstance(claim["subject"], str):
        yield f"{relation.name}: the subject is a state"


def _states() -> set[str | None]:
    return {record.entity.iso2 for record in reference.records().values() if record.entity.kind == "State"}


def _entity_faults(entity: Any, role: str) -> Iterator[str]:
    if isinstance(entity, str):
        if entity not in _states():
            yield f"{role}: {entity!r} is the code of no state (any other entity is a list of names)"
    elif not (isinstance(entity, list) and entity and all(isinstance(n, str) and n.strip() == n != "" for n in entity)):
        yield f"{role}: {entity!r} is neither a code nor a list of names"
    elif len(set(entity)) != len(entity):
        yield f"{role}: a name stands twice in {entity}"


def _quantity_faults(quantity: Json) -> Iterator[str]:
    value = quantity.get("value")
    if set(quantity) != {"value", "bound", "unit"} or quantity["bound"] not in BOUNDS:
        yield f"quantity {quantity} has not value, bound ({', '.join(BOUNDS)}) and unit"
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        yield f"quantity value {value!r} is not a number"


def _evidence_faults(evidence: str, text: str) -> Iterator[str]:
    if not evidence.strip():
        yield "no evidence"
    elif evidence not in text:
        yield f"evidence is not verbatim in the text: {evidence!r}"
    elif "\n" in evidence or _TWO_SENTENCES.search(evidence):
        yield f"evidence is longer than one sentence: {evidence!r}"


if __name__ == "__main__":
    main()
