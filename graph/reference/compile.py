"""Turns the hand-edited reference files into `compact.json`, which loads in milliseconds.

Run `python -m graph.reference.compile` after every edit; a test compares the two. `--check` only compares. A
record that gives a name twice is refused.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

HERE = Path(str(files("graph.reference")))
COMPACT = HERE / "compact.json"

# The kinds of organisations.csv and instruments.yml, as the ontology calls them.
ORGANISATION_KINDS = {"company": "Company", "armed-group": "ArmedGroup", "armed-force": "ArmedGroup"}
INSTRUMENT_KINDS = {
    "unsc-resolution": "Resolution",
    "draft-resolution": "Resolution",
    "sanctions-regime": "SanctionsRegime",
    "treaty": "Treaty",
    "agreement": "Treaty",
}

Row = dict[str, Any]


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _records(name: str) -> list[Row]:
    loaded: list[Row] = yaml.safe_load((HERE / name).read_text("utf-8"))
    return loaded


def _split(field: str) -> list[str]:
    return [part.strip() for part in field.split(";") if part.strip()]


def _entity(entity_id: str, kind: str, name: str, **fields: Any) -> Row:
    return {"id": entity_id, "kind": kind, "name": name, **{k: v for k, v in fields.items() if v not in (None, "", [])}}


def _state(row: dict[str, str]) -> Row:
    names = {key: _split(row[key]) for key in ("capitals", "adjectives", "people", "aliases")}
    if row["official_name"] != row["name"]:
        names["aliases"].insert(0, row["official_name"])
    return _entity(
        f"state:{row['iso2']}", "State", row["name"], iso2=row["iso2"], iso3=row["iso3"], wikidata=row["wikidata"],
        permanent=row["un_p5"] == "true" or None, **names,
    )  # fmt: skip


def _organisation(row: dict[str, str]) -> Row:
    return _entity(
        f"org:{row['slug']}", ORGANISATION_KINDS.get(row["kind"], "Organisation"), row["name"],
        aliases=_split(row["aliases"]), wikidata=row["wikidata"], sort=row["kind"], state=row["state"],
        parent=row["parent"], members=_split(row["members"]), successor_of=_split(row["successor_of"]),
        founded=row["founded"], dissolved=row["dissolved"],
    )  # fmt: skip


def _leader(row: dict[str, str]) -> Row:
    return _entity(
        f"person:{row['slug']}", "Person", row["name"], aliases=_split(row["aliases"]), sort="leader",
        state=row["state"], parent=row["body"],
    )  # fmt: skip


def _instrument(record: Row) -> Row:
    date = record.get("adopted") or record.get("signed") or record.get("voted")
    return _entity(
        f"treaty:{record['slug']}", INSTRUMENT_KINDS[record["kind"]], record["name"],
        aliases=[str(alias) for alias in record["aliases"]], symbol=record.get("symbol"), sort=record["kind"],
        regime=record.get("regime"), states=record["states"], bodies=record["bodies"], date=str(date),
    )  # fmt: skip


def _weapon(row: dict[str, str]) -> Row:
    return {"names": [row["name"], *_split(row["aliases"])], "item": row["item"], "origin": _split(row["origin"])}


def compile_reference() -> Row:
    """Return everything the reader needs of the reference files, as plain JSON values."""
    return {
        "entities": [
            *map(_state, _rows("states.csv")),
            *map(_organisation, _rows("organisations.csv")),
            *map(_leader, _rows("leaders.csv")),
            *map(_instrument, _records("instruments.yml")),
        ],
        "weapons": [_weapon(row) for row in _rows("weapons.csv")],
        "epithets": [{"epithet": row["epithet"], "states": _split(row["states"])} for row in _rows("epithets.csv")],
    }


def repeated_names(compact: Row) -> list[str]:
    """Return, as "id: name", what a record gives as a name more than once; a capital may be called as its state."""
    return [
        f"{record['id']}: {name}"
        for record in compact["entities"]
        for name, times in Counter(n.rstrip("?") for n in (record["name"], *record.get("aliases", ()))).items()
        if times > 1
    ]


def dump(compact: Row) -> str:
    """Return the compact form as text: one record a line, so that a change shows as a change of lines."""
    parts = [
        f'"{key}": [\n' + ",\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "\n]"
        for key, records in compact.items()
    ]
    return "{" + ",\n".join(parts) + "}\n"


def main() -> int:
    compact = compile_reference()
    repeated = repeated_names(compact)
    if repeated:
        print(f"a name stands twice: {'; '.join(repeated)}")
        return 1
    text = dump(compact)
    if "--check" in sys.argv:
        same = COMPACT.exists() and COMPACT.read_text("utf-8") == text
        print("compact.json is up to date" if same else "compact.json is stale: python -m graph.reference.compile")
        return 0 if same else 1
    COMPACT.write_text(text, "utf-8")
    print(f"{COMPACT.name}: {len(text)} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
