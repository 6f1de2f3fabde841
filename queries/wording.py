"""A row of a question in few columns, for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from graph.model import STATUSES, Quantity
from graph.ontology import items, relations
from graph.wording import deed_in_words, goods_in_words, standing
from queries.disputes import Dispute
from queries.rows import FactRow

_SHORT = 8
_MOST_IDS = 2  # of a side of a dispute

# Columns that hold a relation's name; columns that a table leaves to `show` or puts into words of its own.
_RELATIONS = {"relation", "act", "vote"}
_LEFT_OUT = {"symbol", "publisher", "published", "article", "sentence"}
_IN_WORDS = {"item_label", "quantity", "bound", "unit", "when", "status", "asserted_by", "claim"}


def short_id(node_id: str) -> str:
    """Return the start of a claim's or article's id, long enough to find it by."""
    return node_id.partition(":")[2][:_SHORT]


def table_row(row: Any) -> dict[str, str]:
    """Return a row of a question in few columns: names without ids, sentences left to `show`."""
    if isinstance(row, Dispute):
        return _dispute_row(row)
    if isinstance(row, FactRow):
        return _fact_row(row)
    columns = asdict(row)
    if "sentence" not in columns:
        return _counted_row(columns)
    goods = _goods_of(columns)
    status = {"status": standing(columns["status"], columns["asserted_by"])}
    if "subject_name" in columns:
        deed = deed_in_words(columns["subject_name"], columns["relation"], columns["object_name"], goods)
        shown = {"when": columns["when"] or "", **status, "deed": deed}
    else:
        names = [name for name in columns if name not in _LEFT_OUT | _IN_WORDS and f"{name}_name" not in columns]
        shown = {"when": columns["when"] or ""}
        shown |= {name.removesuffix("_name"): _cell(name, columns[name]) for name in names} | status
        shown |= {"item": goods} if "item" in columns else {}
    return shown | {"claim": short_id(columns["claim"])}


def _fact_row(row: FactRow) -> dict[str, str]:
    days = dict.fromkeys((row.first or "..", row.last or ".."))
    return {
        "when": "/".join(days) if row.first or row.last else "",
        "status": _counts(asdict(row)),
        "origins": str(row.origins),
        "deed": deed_in_words(row.subject_name, row.relation, row.object_name, row.item_label or ""),
        "claims": _ids(row.claims),
    }


def _counts(columns: dict[str, Any]) -> str:
    """Return `3 affirmed, 1 denied`; empty where nothing is counted by status."""
    return ", ".join(f"{columns[status]} {status}" for status in STATUSES if columns.get(status))


def _counted_row(columns: dict[str, Any]) -> dict[str, str]:
    """Return a row that counts claims or lists parties: names for ids, counts and several values joined, ids short."""
    shown: dict[str, str] = {}
    for name, value in columns.items():
        if name in STATUSES:
            shown["status"] = _counts(columns)
        elif f"{name}_name" not in columns and f"{name}_label" not in columns and name not in ("members", "parties"):
            joint = " > " if "steps" in columns else ", "
            shown[name.removesuffix("_name").removesuffix("_label")] = _counted_cell(name, value, joint)
    last = {name: shown.pop(name) for name in ("claim", "claims") if not isinstance(columns.get(name, 0), int)}
    return shown | last


def _counted_cell(name: str, value: Any, joint: str) -> str:
    if name == "claim":
        return short_id(value)
    if isinstance(value, tuple | list):
        if name == "claims":
            return _ids(value)
        labels = [relations()[part].label for part in value] if name == "relations" else value
        return joint.join(labels)
    return _cell(name, value)


def _cell(name: str, value: str | int | None) -> str:
    if isinstance(value, int):
        return str(value)
    return relations()[value].label if value and name in _RELATIONS else value or ""


def _goods_of(columns: dict[str, Any]) -> str:
    value = columns.get("quantity")
    quantity = None if value is None else Quantity(value, columns["bound"], columns["unit"])
    return goods_in_words(columns.get("item_label"), quantity)


def _dispute_row(row: Dispute) -> dict[str, str]:
    return {
        "deed": deed_in_words(row.subject_name, row.relation, row.object_name),
        "affirmed": _side(row.affirmed_item, row.affirmed_by, row.affirmed_publishers),
        "denied": _side(row.denied_item, row.denied_by, row.denied_publishers),
        "claims": f"{_ids(row.affirmed_claims)} / {_ids(row.denied_claims)}",
    }


def _side(item: str | None, asserters: Sequence[str], publishers: Sequence[str]) -> str:
    """Return what a side is about and who stands on it; those who merely published it are `in`, not `by`."""
    who = f"by {', '.join(asserters)}" if asserters else f"in {', '.join(publishers)}" if publishers else ""
    return " ".join(part for part in (items()[item].label if item else "", who) if part)


def _ids(claims: Sequence[str]) -> str:
    more = [f"+{len(claims) - _MOST_IDS}"] if len(claims) > _MOST_IDS else []
    return " ".join([*map(short_id, claims[:_MOST_IDS]), *more])
