"""The records that the formats `json` and `jsonl` write, back as entities, articles and claims.

Items and facts are passed over: items are those of the taxonomy, and facts follow from the claims.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, BinaryIO

from graph.errors import SourceError
from graph.exports.records import KINDS
from graph.imports.syntax import Syntax, is_record
from graph.imports.together import Records
from graph.model import Article, Claim, Entity, Quantity


def records_of(file: BinaryIO, syntax: Syntax) -> Records:
    """Return the records of an export.

    Raises:
        SourceError: a line is no record, or a record is not as the export writes it.
    """
    records = Records()
    for where, kind, record in _lines(file) if syntax is Syntax.jsonl else _document(file):
        try:
            _keep(records, kind, record)
        except (KeyError, TypeError, ValueError) as error:
            raise SourceError(f"{where}is no {kind} as an export has it ({_why(error)}); nothing was loaded") from error
    return records


def _lines(file: BinaryIO) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        record = _parsed(line, f"line {number} ")
        if not is_record(record):
            raise SourceError(f"line {number} is no record of an export, unlike the first; nothing was loaded")
        yield f"line {number} ", record["record"], record


def _document(file: BinaryIO) -> Iterator[tuple[str, str, dict[str, Any]]]:
    document = _parsed(file.read(), "")
    for plural, kind in KINDS.items():
        found = document.get(plural, [])
        for number, record in enumerate(found if isinstance(found, list) else [None], start=1):
            if not isinstance(record, dict):
                raise SourceError(f"{plural}, number {number}, is no {kind} as an export has it; nothing was loaded")
            yield f"{plural}, number {number}, ", kind, record


def _parsed(data: bytes, where: str) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(f"{where}is not UTF-8; nothing was loaded") from error
    except json.JSONDecodeError as error:
        raise SourceError(f"{where}is not valid JSON ({error.msg}); nothing was loaded") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{where}is no JSON that can be read; nothing was loaded") from error


def _keep(records: Records, kind: str, record: dict[str, Any]) -> None:
    if kind == "entity":
        entity = Entity(**_fields(Entity, record) | {"aliases": _texts(record["aliases"])})
        records.entities[entity.id] = entity
    elif kind == "article":
        article = Article(**_fields(Article, record))
        records.articles[article.id] = article
    elif kind == "claim":
        claim = _claim(record)
        records.claims[claim.id] = claim


def _claim(record: dict[str, Any]) -> Claim:
    quantity = record["quantity"]
    return Claim(
        **_fields(Claim, record)
        | {
            "quantity": Quantity(**quantity) if quantity is not None else None,
            "asserted_by": _texts(record["asserted_by"]),
            "marks": tuple((int(start), int(end)) for start, end in record["marks"]),
            "why": _texts(record["why"]),
        }
    )


def _fields(of: type[Entity | Article | Claim], record: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a record of this class, each of the type that it must have; a clock's time stays behind."""
    given = {name: record[name] for name in (field.name for field in fields(of)) if name in record and name != "loaded"}
    for name, value in given.items():
        wanted = _TYPES.get(name, (str, type(None)))
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            raise TypeError(f"{name} is {json.dumps(value)[:40]}")
    return given


_LIST, _NUMBER, _FLAG = (list,), (int,), (bool,)
_TYPES: dict[str, tuple[type, ...]] = {
    "aliases": _LIST, "asserted_by": _LIST, "marks": _LIST, "why": _LIST, "quantity": (dict, type(None)),
    "start": _NUMBER, "end": _NUMBER, "relevant": _FLAG, "minted": _FLAG,
    "id": (str,), "kind": (str,), "name": (str,), "text": (str,), "article": (str,), "relation": (str,),
    "status": (str,), "sentence": (str,), "extractor": (str,), "version": (str,),
}  # fmt: skip


def _texts(values: Any) -> tuple[str, ...]:
    for value in values:
        if not isinstance(value, str):
            raise TypeError(f"{json.dumps(value)[:40]} is no text")
    return tuple(values)


def _why(error: Exception) -> str:
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
