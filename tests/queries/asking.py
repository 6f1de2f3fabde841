"""What the conformance tests ask: sets of parameters for every question, and ledgers in which claims meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from graph.model import STATUSES, Quantity, Reading
from graph.ontology import relations
from queries.catalogue import Question
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_entity, make_reading

# Of each parameter a few that matter: none, some that match, one that matches nothing.
VALUES: dict[str, tuple[str | None, ...]] = {
    "about": (None, "state:KP", "state:RU", "org:msmt", "treaty:unscr-1718", "treaty:pact-astral", "state:AD"),
    "supplier": (None, "state:KP", "org:harbour-trading"),
    "receiver": (None, "state:RU", "org:m23"),
    "item": (None, "weapon", "missile", "drone", "petroleum"),
    "other": (None, "state:RU", "org:un-1718-panel-of-experts"),
    "day": (None, "2024-03-29", "2024", "2025"),
    "since": (None, "2024-03", "2025"),
    "steps": (None, "1", "3"),
}
WINDOWS: tuple[dict[str, str | None], ...] = (
    {"start": "2024"}, {"end": "2023"}, {"start": "2024-03", "end": "2024-06"},
)  # fmt: skip

# Few names and many claims, so that claims meet: disputes, and rows that tie in all but their id.
NAMES = {"org:first": "\uff30 and 𝐏", "org:second": "𝐏 and \uff30", "treaty:third": "é"}
PARTIES = ("state:KP", "state:RU", *NAMES)


def values_of(question: Question, name: str) -> tuple[str | None, ...]:
    """Return a few values of a parameter of the question, none first."""
    return (None, *question.clocks) if name == "by" else VALUES[name]


def least(question: Question) -> dict[str, str | None]:
    """Return a value for each parameter that the question needs."""
    return {name: VALUES[name][1] for name, is_needed in question.parameters.items() if is_needed}


def parameter_sets(question: Question) -> Iterator[dict[str, str | None]]:
    """Yield each value of each parameter alone, then pairs of values and a window, in step."""
    asked = {name: values_of(question, name) for name in question.parameters if name not in ("start", "end")}
    needed = least(question)
    for name, values in asked.items():
        yield from (needed | {name: value} for value in values if value or name not in needed)
    windows = WINDOWS if "start" in question.parameters else ({},)
    for window in windows:
        yield needed | window
    for step, window in enumerate([*windows, *windows], start=1):
        yield {name: values[step % (len(values) - 1) + 1] for name, values in asked.items()} | window


@st.composite
def crowded(draw: st.DrawFn) -> ReadingsSource:
    """Up to three articles whose claims share a few parties, relations and items."""
    party = st.none() | st.sampled_from(PARTIES)
    claims: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
        {
            "relation": st.sampled_from(
                ["supplied", "produced", "vetoed", "signed", "monitors", "sanctioned", "violated"]
            ),
            "subject": party,
            "object": party,
            "item": st.sampled_from([None, "weapon", "missile", "ballistic-missile", "petroleum"]),
            "quantity": st.sampled_from([None, Quantity(3), Quantity(1 / 3, "min", "tonne")]),
            "when": st.sampled_from([None, "2024", "2024-03/..", "../2023", "XXXX-04", "2024-21"]),
            "asserted_by": st.lists(st.sampled_from(PARTIES), max_size=3, unique=True).map(tuple),
            "status": st.sampled_from(["affirmed", "denied", *STATUSES]),
        }
    )
    return ReadingsSource([_reading(number, draw(st.lists(claims, max_size=12))) for number in range(3)])


def _reading(number: int, fields: list[dict[str, Any]]) -> Reading:
    article = make_article(f"Text {number}.", publisher=(None, "\uff34imes", "𝐓imes")[number])
    claims = {claim.id: claim for claim in (make_claim(article, **_allowed(field)) for field in fields)}
    entities = [make_entity(name, name=NAMES[name]) if name in NAMES else make_entity(name) for name in PARTIES]
    return make_reading(article, list(claims.values()), entities)


def _allowed(field: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a claim with the object that its relation cannot do without."""
    needs_object = relations()[field["relation"]].object == "required" and field["object"] is None
    return field | {"object": PARTIES[1]} if needs_object else field


def narrow_and_wide(
    question: Question, party: str, item: str, window: dict[str, str | None]
) -> list[dict[str, str | None]]:
    """Return two sets of parameters of a question: all that there are, and only those that it needs."""
    days = {"day": "2024-06", "since": "2024", "by": question.clocks[0], "steps": "3"}
    some = {"about": party, "other": PARTIES[0], "supplier": party, "receiver": party, "item": item} | days | window
    narrow = {name: value for name, value in some.items() if name in question.parameters}
    return [narrow, {name: value for name, value in narrow.items() if question.parameters[name]}]
