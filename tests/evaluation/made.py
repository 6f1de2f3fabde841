"""Gold articles and claims as they are read, made up, in as few words as the scorer needs."""

from __future__ import annotations

from typing import Any

from evaluation.gold import Gold

TEXT = "Iran sent 40 drones to Russia in May 2024, Japan said. The Blue Bank paid."


def gold_claim(**changes: Any) -> dict[str, Any]:
    claim = {
        "relation": "supplied", "subject": "IR", "object": "RU", "item": "drone", "when": "2024-05",
        "status": "affirmed", "quantity": {"value": 40, "bound": "exact", "unit": None}, "asserted_by": ["JP"],
        "evidence": "Iran sent 40 drones to Russia in May 2024",
    }  # fmt: skip
    return claim | changes


def read_claim(**changes: Any) -> dict[str, Any]:
    state = {code: {"name": name, "iso2": code} for code, name in (("IR", "Iran"), ("RU", "Russia"), ("JP", "Japan"))}
    claim = {**gold_claim(), "document": "made", "subject": state["IR"], "object": state["RU"]}
    return claim | {"asserted_by": [state["JP"]], "evidence": TEXT.split(". ", maxsplit=1)[0] + "."} | changes


def gold(*claims: dict[str, Any], number: str = "90", **changes: Any) -> Gold:
    data = {"id": "made", "publisher": "Harbour Gazette", "agency": None, "published": "2025-06-01", "title": "Drones"}
    return Gold(number, {**data, "text": TEXT, "relevant": True, "claims": list(claims), **changes})
