"""The hand-edited files as they stand, for the checks beside this one. Every check returns its offenders by name."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

PERMANENT = {"CN", "FR", "RU", "GB", "US"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
QID = re.compile(r"Q[1-9][0-9]*")
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Record = dict[str, Any]


def raw(name: str) -> bytes:
    return files("graph.reference").joinpath(name).read_bytes()


@cache
def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(raw(name).decode().splitlines(), strict=True))


@cache
def records(name: str) -> list[Record]:
    loaded: list[Record] = yaml.load(raw(name), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


def split(field: str) -> list[str]:
    return [part.strip() for part in field.split(";") if part.strip()]


def state_codes() -> set[str]:
    return {row["iso2"] for row in table("states.csv")}


def body_slugs() -> set[str]:
    return {row["slug"] for row in table("organisations.csv")}


def instruments() -> dict[str, Record]:
    return {record["slug"]: record for record in records("instruments.yml")}


def twice(values: list[str]) -> set[str]:
    return {value for value in values if values.count(value) > 1}
