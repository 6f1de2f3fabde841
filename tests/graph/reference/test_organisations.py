from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.graph.reference import read

ORGANISATIONS = {row["slug"]: row for row in read.table("organisations.csv")}
KINDS = {
    "un-body", "un-panel", "monitoring-mechanism", "alliance", "agency", "ministry", "armed-force", "armed-group",
    "company", "hacking-group", "think-tank", "news-agency", "export-control-regime", "court",
}  # fmt: skip


def test_slugs_and_qids_are_well_formed_and_unique() -> None:
    rows = read.table("organisations.csv")
    assert read.twice([row["slug"] for row in rows]) == set()
    assert read.twice([row["wikidata"] for row in rows if row["wikidata"]]) == set()
    assert [row["slug"] for row in rows if not read.SLUG.fullmatch(row["slug"])] == []
    assert [row["slug"] for row in rows if row["wikidata"] and not read.QID.fullmatch(row["wikidata"])] == []


def test_kinds_are_of_the_fixed_list() -> None:
    assert {row["kind"] for row in ORGANISATIONS.values()} <= KINDS


def test_parents_predecessors_states_and_members_exist() -> None:
    codes = read.state_codes()
    for slug, row in ORGANISATIONS.items():
        assert {*read.split(row["parent"]), *read.split(row["successor_of"])} <= ORGANISATIONS.keys(), slug
        assert {*read.split(row["state"]), *read.split(row["members"])} <= codes, slug
        assert read.twice(read.split(row["members"])) == set(), slug


def test_no_body_dissolves_before_it_is_founded() -> None:
    for slug, row in ORGANISATIONS.items():
        dates = [row[key] for key in ("founded", "dissolved") if row[key]]
        assert all(map(read.DATE.fullmatch, dates)), slug
        assert dates == sorted(dates), slug


def test_parents_never_run_in_a_circle() -> None:
    for slug in ORGANISATIONS:
        above = list(_parents(slug))
        assert len(set(above)) == len(above) < len(ORGANISATIONS), slug


def _parents(slug: str) -> Iterator[str]:
    for _ in ORGANISATIONS:
        slug = ORGANISATIONS[slug]["parent"]
        if not slug:
            return
        yield slug


@pytest.mark.parametrize(
    ("slug", "members"), [("msmt", 11), ("p5", 5), ("g7", 7), ("nato", 32), ("european-union", 27)]
)
def test_well_known_bodies_have_as_many_members_as_they_have(slug: str, members: int) -> None:
    assert len(read.split(ORGANISATIONS[slug]["members"])) == members
