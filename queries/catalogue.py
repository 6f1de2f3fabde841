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

from graph.collector import collector_held
from graph.errors import UsageError
from graph.ontology import items
from graph.stores.base import Store
from graph.when import bounds, is_edtf
from queries.arms_transfers import ArmsTransfer, arms_transfers
from queries.between import between
from queries.changes import changes
from queries.clocks import CLOCKS, OF_KNOWING, clock_named
from queries.communities import Community, communities
from queries.denials import denials
from queries.deployments import deployments
from queries.disputes import Dispute, disputes
from queries.entity_record import Deed, entity_record
from queries.item_flows import item_flows
from queries.known_on import known_on
from queries.monitoring import Monitoring, monitoring
from queries.most_connected import Connected, most_connected
from queries.neighbours import Neighbour, neighbours
from queries.quantities import quantities
from queries.rows import ClaimRow, FactRow
from queries.sanctions import Sanction, sanctions
from queries.sanctions_in_force import sanctions_in_force
from queries.seizures import seizures
from queries.single_origin import single_origin
from queries.sources import Telling, sources
from queries.sparql_text import split, with_parameters
from queries.supply_chains import MOST_STEPS, Chain, supply_chains
from queries.thefts import thefts
from queries.timeline import timeline
from queries.treaties import Party, treaties
from queries.unknown_names import UnknownName, unknown_names
from queries.vetoes import Vote, vetoes
from queries.violations import Violation, violations
from queries.weapon_tests import weapon_tests

Row = (
    ArmsTransfer | Deed | Monitoring | Vote | Party | Sanction | Violation | Dispute | ClaimRow | FactRow | Chain
    | Telling | Neighbour | Connected | Community | UnknownName
)  # fmt: skip

_KINDS: dict[str, Callable[[Any], Any]] = {
    "tuple": split, "int": int, "float | None": lambda text: None if text is None else float(text),
}  # fmt: skip


@runtime_checkable
class AnswersCypher(Protocol):
    """What a store offers that is asked in Cypher."""

    def rows(self, cypher: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
        """Run one statement and return its rows by column name."""


@runtime_checkable
class AnswersSparql(Protocol):
    """What a graph offers that is asked in SPARQL."""

    def select(self, sparql: str, make: Callable[[list[Any]], Any]) -> list[Any]:
        """Run one SELECT and return what `make` makes of its rows: texts in order, None, several values joined."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: the function that defines it, the kind of row that it gives, the clocks that `by` may name."""

    ask: Callable[..., list[Any]]
    row: type[Row]
    clocks: tuple[str, ...] = CLOCKS

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
        """The same question in Cypher; its one parameter `asked` is a map of those of the function.

        One map, because the server would plan each set of nulls anew.
        """
        return (files("queries") / f"{self.name}.cypher").read_text("utf-8")

    @property
    def sparql(self) -> str:
        """The same question in SPARQL, its parameters open."""
        return (files("queries") / f"{self.name}.rq").read_text("utf-8")


GROUPS: dict[str, tuple[Question, ...]] = {
    "What passed between them": (
        Question(arms_transfers, ArmsTransfer),
        Question(item_flows, FactRow),
        Question(quantities, ClaimRow),
        Question(supply_chains, Chain),
        Question(between, ClaimRow),
        Question(deployments, ClaimRow),
        Question(seizures, ClaimRow),
        Question(thefts, ClaimRow),
        Question(weapon_tests, ClaimRow),
    ),
    "Who is who": (
        Question(entity_record, Deed),
        Question(neighbours, Neighbour),
        Question(most_connected, Connected),
        Question(communities, Community),
        Question(unknown_names, UnknownName),
    ),
    "Sanctions, votes, treaties": (
        Question(sanctions, Sanction),
        Question(sanctions_in_force, ClaimRow),
        Question(violations, Violation),
        Question(monitoring, Monitoring),
        Question(vetoes, Vote),
        Question(treaties, Party),
    ),
    "How sure, and since when": (
        Question(disputes, Dispute),
        Question(denials, ClaimRow),
        Question(single_origin, FactRow),
        Question(sources, Telling),
        Question(timeline, ClaimRow),
        Question(changes, ClaimRow),
        Question(known_on, ClaimRow, OF_KNOWING),
    ),
}
QUESTIONS: dict[str, Question] = {question.name: question for group in GROUPS.values() for question in group}


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
        return [_row(asked.row, columns) for columns in store.rows(asked.cypher, {"asked": given})]
    if isinstance(store, AnswersSparql):
        return store.select(with_parameters(asked.sparql, given), _maker(asked.row))
    with collector_held():
        rows: list[Row] = asked.ask(store, **given)
    return rows


def check_parameters(question: Question, parameters: Mapping[str, str | None]) -> dict[str, Any]:
    """Return every parameter of the question, the missing ones None, days bounded and items known.

    Raises:
        UsageError: see `answer`.
    """
    takes = question.parameters
    for name in parameters:
        if name not in takes:
            nearest = _nearest(name, takes)
            raise UsageError(f"{question.name} has no parameter {name!r}{nearest}; it takes {', '.join(takes)}")
    given: dict[str, Any] = {name: parameters.get(name) for name in takes}
    missing = [name for name, is_required in takes.items() if is_required and given[name] is None]
    if missing:
        raise UsageError(f"{question.name} needs {', '.join(missing)}")
    _refuse_what_is_no_text(given)
    item = given.get("item")
    if item is not None and item not in items():
        raise UsageError(f"no item {item!r}{_nearest(item, items())}; the slugs are in graph/ontology/items.csv")
    return given | _days(given) | _choices(given, question.clocks)


def _refuse_what_is_no_text(given: Mapping[str, Any]) -> None:
    for name, value in given.items():
        try:
            str(value).encode()
        except UnicodeEncodeError as error:
            raise UsageError(f"{name} {value!r} is no Unicode text") from error


def _days(given: Mapping[str, Any]) -> dict[str, Any]:
    days: dict[str, Any] = {}
    for name, side in (("start", 0), ("since", 0), ("end", 1), ("day", 1)):
        text = given.get(name)
        if text is not None:
            days[name] = bounds(text)[side] if is_edtf(text) else None
            if days[name] is None:
                raise UsageError(f"{name} {text!r} is no date that bounds the days; write 2024, 2024-06 or 2024-06-30")
    if days.get("start") and days.get("end") and str(days["start"]) > str(days["end"]):
        raise UsageError(f"start {given['start']!r} lies after end {given['end']!r}")
    return days


def _choices(given: Mapping[str, Any], allowed: tuple[str, ...]) -> dict[str, Any]:
    """Return the parameters that are one of a few values.

    Raises:
        UsageError: they are another.
    """
    chosen: dict[str, Any] = {}
    if given.get("by") is not None:
        chosen["by"] = clock_named(given["by"], allowed)
    if given.get("steps") is not None:
        if str(given["steps"]) not in map(str, range(1, MOST_STEPS + 1)):
            raise UsageError(f"steps {given['steps']!r} is none of 1 to {MOST_STEPS}")
        chosen["steps"] = int(given["steps"])
    return chosen


def _nearest(name: str, names: Mapping[str, object]) -> str:
    found = get_close_matches(name, list(names), n=1)
    return f" (did you mean {found[0]}?)" if found else ""


def _row(row: type[Row], columns: Mapping[str, Any]) -> Row:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in columns.items()
    }
    if values.get("quantity") is not None:
        values["quantity"] = float(values["quantity"])
    return row(**values)


def _maker(row: type[Row]) -> Callable[[list[Any]], Row]:
    """Return what makes a row of texts in the order of its fields."""
    kinds = [_KINDS.get(str(field.type).partition("[")[0]) for field in fields(row)]
    converted = [(place, kind) for place, kind in enumerate(kinds) if kind]

    def make(values: list[Any]) -> Row:
        for place, kind in converted:
            values[place] = kind(values[place])
        return row(*values)

    return make
