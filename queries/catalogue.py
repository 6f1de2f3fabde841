"""The list of questions, and the one way to ask them of any store.

A store in memory is asked the Python function; one that speaks Cypher, the file of the same stem. Both give the same
rows in the same order; a test holds that on a real server.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from importlib.resources import files
from typing import Any, Protocol, runtime_checkable

from graph.errors import UsageError
from graph.ontology import items
from graph.stores.base import Store
from graph.when import bounds, is_edtf
from queries.arms_transfers import ArmsTransfer, arms_transfers
from queries.disputes import Dispute, disputes
from queries.entity_record import Deed, entity_record
from queries.monitoring import Monitoring, monitoring
from queries.sanctions import Sanction, sanctions
from queries.sparql_text import with_lists, with_parameters
from queries.treaties import Party, treaties
from queries.vetoes import Vote, vetoes
from queries.violations import Violation, violations

Row = ArmsTransfer | Deed | Monitoring | Vote | Party | Sanction | Violation | Dispute


@runtime_checkable
class AnswersCypher(Protocol):
    """What a store offers that is asked in Cypher."""

    def rows(self, cypher: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
        """Run one statement and return its rows by column name."""


@runtime_checkable
class AnswersSparql(Protocol):
    """What a graph offers that is asked in SPARQL."""

    def select(self, sparql: str) -> list[dict[str, Any]]:
        """Run one SELECT and return its rows by column name; columns of several values are joined text."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: the function that defines it, and the kind of row that it gives."""

    ask: Callable[..., list[Any]]
    row: type[Row]

    @property
    def name(self) -> str:
        return self.ask.__name__

    @property
    def documentation(self) -> str:
        """What the question answers and what it cannot, in plain words."""
        return inspect.getdoc(inspect.getmodule(self.ask)) or ""

    @property
    def summary(self) -> str:
        """The question in one line."""
        return self.documentation.partition("\n")[0]

    @property
    def parameters(self) -> dict[str, bool]:
        """The parameters by name, and whether each must be given."""
        signature = inspect.signature(self.ask).parameters.values()
        return {p.name: p.default is p.empty for p in signature if p.kind is p.KEYWORD_ONLY}

    @property
    def cypher(self) -> str:
        """The same question in Cypher; its parameters are those of the function."""
        return (files("queries") / f"{self.name}.cypher").read_text("utf-8")

    @property
    def sparql(self) -> str:
        """The same question in SPARQL, its parameters open."""
        return (files("queries") / f"{self.name}.rq").read_text("utf-8")


QUESTIONS: dict[str, Question] = {
    "arms_transfers": Question(arms_transfers, ArmsTransfer),
    "entity_record": Question(entity_record, Deed),
    "monitoring": Question(monitoring, Monitoring),
    "vetoes": Question(vetoes, Vote),
    "treaties": Question(treaties, Party),
    "sanctions": Question(sanctions, Sanction),
    "violations": Question(violations, Violation),
    "disputes": Question(disputes, Dispute),
}


def question_named(name: str) -> Question:
    """Return the question of this name; hyphens stand for underscores.

    Raises:
        UsageError: there is none; the message names the nearest.
    """
    question = QUESTIONS.get(name.strip().lower().replace("-", "_"))
    if question is None:
        raise UsageError(f"no question {name!r}{_nearest(name, QUESTIONS)}; the questions are {', '.join(QUESTIONS)}")
    return question


def answer(store: Store | AnswersSparql, question: str, **parameters: str | None) -> list[Row]:
    """Ask `store` a question of the catalogue.

    Args:
        store: any store; one that answers Cypher is asked in Cypher, a `queries.sparql.RdfGraph` in SPARQL.
        question: its name in `QUESTIONS`.
        **parameters: those of the question. Entities are ids, `item` a slug; `start` and `end` may be any EDTF
            string that bounds them (`2024-06` ends on the 30th).

    Raises:
        UsageError: an unknown question, parameter, item or date, or a parameter that is missing.
    """
    asked = question_named(question)
    given = check_parameters(asked, parameters)
    if isinstance(store, AnswersCypher):
        return [_row(asked.row, columns) for columns in store.rows(asked.cypher, given)]
    if isinstance(store, AnswersSparql):
        found = store.select(with_parameters(asked.sparql, given))
        return [_row(asked.row, with_lists(columns, _lists(asked.row))) for columns in found]
    rows: list[Row] = asked.ask(store, **given)
    return rows


def check_parameters(question: Question, parameters: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return every parameter of the question, the missing ones None, days bounded and items known.

    Raises:
        UsageError: see `answer`.
    """
    takes = question.parameters
    for name in parameters:
        if name not in takes:
            nearest = _nearest(name, takes)
            raise UsageError(f"{question.name} has no parameter {name!r}{nearest}; it takes {', '.join(takes)}")
    given = {name: parameters.get(name) for name in takes}
    missing = [name for name, is_required in takes.items() if is_required and given[name] is None]
    if missing:
        raise UsageError(f"{question.name} needs {', '.join(missing)}")
    item = given.get("item")
    if item is not None and item not in items():
        raise UsageError(f"no item {item!r}{_nearest(item, items())}; the slugs are in graph/ontology/items.csv")
    return given | _days(given)


def _days(given: Mapping[str, str | None]) -> dict[str, str | None]:
    days = {}
    for name, side in (("start", 0), ("end", 1)):
        text = given.get(name)
        if text is not None:
            days[name] = bounds(text)[side] if is_edtf(text) else None
            if days[name] is None:
                raise UsageError(f"{name} {text!r} is no date that bounds the days; write 2024, 2024-06 or 2024-06-30")
    if days.get("start") and days.get("end") and str(days["start"]) > str(days["end"]):
        raise UsageError(f"start {given['start']!r} lies after end {given['end']!r}")
    return days


def _nearest(name: str, names: Mapping[str, object]) -> str:
    found = get_close_matches(name, list(names), n=1)
    return f" (did you mean {found[0]}?)" if found else ""


def _lists(row: type[Row]) -> set[str]:
    """Return the columns that hold several values."""
    return {field.name for field in fields(row) if str(field.type).startswith("tuple")}


def _row(row: type[Row], columns: Mapping[str, Any]) -> Row:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in columns.items()
    }
    if values.get("quantity") is not None:
        values["quantity"] = float(values["quantity"])
    return row(**values)
