"""Run by the Python of `make followthemoney`: holds files of entities against the schemata; prints what it saw in each.

Stricter than `ftm validate`, which cleans values silently: each must be valid as it stands, each reference must lead to
an entity in the file that is of the schema asked for, and nothing required may be missing.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from followthemoney import model


def problems(entity: dict[str, Any], schemata: dict[str, str]) -> Iterator[str]:
    schema = model.get(entity["schema"])
    if schema is None or schema.abstract:
        yield f"no schema {entity['schema']}"
        return
    for name in schema.required:
        if not entity["properties"].get(name):
            yield f"{schema.name} without {name}"
    for name, values in entity["properties"].items():
        prop = schema.get(name)
        if prop is None or prop.stub or prop.deprecated:
            yield f"{schema.name} has no {name}"
            continue
        for value in values:
            if not prop.type.validate(value) or prop.type.clean(value) != value:
                yield f"{schema.name}.{name}: {value!r} is no {prop.type.name}"
            if prop.range and not model.get(schemata[value]).is_a(prop.range):
                yield f"{schema.name}.{name}: {value} is a {schemata[value]}"


def report(path: Path) -> dict[str, Any]:
    entities = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    found = [f"{entity['id']}: {each}" for entity in entities for each in problems(entity, schemata)]
    if len(schemata) != len(entities):
        found.append("an id stands twice")
    edges = sum(model.get(entity["schema"]).edge for entity in entities)
    for entity in entities:
        model.get_proxy(entity)  # as every tool of the family reads it
    return {"problems": found, "schemata": Counter(schemata.values()), "edges": edges}


if __name__ == "__main__":
    json.dump({path: report(Path(path)) for path in sys.argv[1:]}, sys.stdout)
