from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import reference
from graph.errors import LedgerError, ReadingError, UsageError
from graph.ledger import Ledger
from graph.model import Claim, Entity, Quantity, Reading, claim_id
from graph.stores.memory import MemoryStore
from tests.graph.builders import (
    TEXT,
    ReadingsSource,
    make_article,
    make_claim,
    make_entity,
    make_reading,
    make_readings,
)
from tests.graph.strategies import reading_lists

OTHER = "Iran sent drones to Russia."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterable[Ledger]:
    with Ledger(tmp_path / "ledger.db") as opened:
        yield opened


def content(source: Any) -> tuple[list[Any], ...]:
    return list(source.entities()), list(source.articles()), list(source.claims())


def reading_of(text: str = TEXT, *, version: str = "0", entities: tuple[Entity, ...] = (), **fields: Any) -> Reading:
    """A reading with one claim, made by `version` of the reader; `fields` are those of the article."""
    article = make_article(text, **fields)
    return make_reading(article, [make_claim(article, version=version)], entities)


@given(reading_lists(max_size=3), st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_a_ledger_gives_back_what_went_in_whatever_the_order(readings: list[Reading], random: Any) -> None:
    shuffled = random.sample(readings, len(readings))
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "x.db") as ledger:
        assert [ledger.add(reading) for reading in shuffled] == ["new"] * len(readings)
        assert [ledger.add(reading) for reading in readings] == ["known"] * len(readings)
        assert content(ledger) == content(ReadingsSource(readings))
        assert ledger.integrity() == []
        assert MemoryStore.of(ledger).digests() == MemoryStore.of(ReadingsSource(readings)).digests()


def test_what_is_kept_is_there_after_it_is_closed(tmp_path: Path) -> None:
    readings = list(make_readings(3))
    with Ledger(tmp_path / "x.db") as ledger:
        for reading in readings:
            ledger.add(reading)
    with Ledger(str(tmp_path / "x.db"), create=False) as ledger:
        assert content(ledger) == content(ReadingsSource(readings))
        assert ledger.article(readings[1].article.id) == readings[1].article
        assert ledger.claim(readings[1].claims[2].id) == readings[1].claims[2]
        assert ledger.claim_counts() == {reading.article.id: 3 for reading in readings}
    assert [path.name for path in tmp_path.iterdir()] == ["x.db"]


def test_a_number_stays_as_it_was(ledger: Ledger) -> None:
    article = make_article()
    claims = [make_claim(article, quantity=Quantity(value, "min", "tonne")) for value in (100, 100.5, 9e6, 1 / 3)]
    ledger.add(make_reading(article, claims))
    assert {repr(claim.quantity) for claim in ledger.claims()} == {repr(claim.quantity) for claim in claims}


def test_the_same_reading_again_writes_nothing(ledger: Ledger) -> None:
    assert ledger.add(reading_of()) == "new"
    before = (list(ledger.history()), content(ledger))
    assert ledger.add(reading_of()) == "known"
    assert (list(ledger.history()), content(ledger)) == before


def test_an_article_without_claims_is_known_the_second_time(ledger: Ledger) -> None:
    reading = make_reading(make_article("A ferry runs.", relevant=False, reason="nothing about arms"), [])
    assert [ledger.add(reading), ledger.add(reading)] == ["new", "known"]
    assert list(ledger.articles()) == [reading.article]


def test_what_another_version_of_the_reader_says_takes_the_place_of_what_was_said(ledger: Ledger) -> None:
    ledger.add(reading_of(version="1"))
    assert ledger.add(reading_of(version="2")) == "renewed"
    assert [claim.version for claim in ledger.claims()] == ["2"]


def test_other_claims_on_the_same_article_take_the_place_of_the_old(ledger: Ledger) -> None:
    article = make_article()
    old, new = make_claim(article), make_claim(article, item="rocket")
    ledger.add(make_reading(article, [old]))
    assert ledger.add(make_reading(article, [new])) == "renewed"
    assert list(ledger.claims()) == [new]
    assert ledger.claim(old.id) is None
    assert ledger.add(make_reading(article, [old])) == "renewed"


def test_a_reader_named_when_adding_counts_even_without_claims(ledger: Ledger) -> None:
    reading = make_reading(make_article(), [])
    assert [ledger.add(reading, reader=reader) for reader in ("a 1", "a 1", "a 2")] == ["new", "known", "renewed"]
    assert ledger.add(reading) == "known"
    assert ledger.knows(reading.article, "a 2")
    assert not ledger.knows(reading.article, "a 1")
    assert not ledger.knows(make_article(OTHER), "a 2")
    assert [event.reader for event in ledger.history()] == ["a 1", "a 2"]


def test_a_withdrawn_article_takes_its_claims_and_names_with_it(ledger: Ledger) -> None:
    first = reading_of(entities=(make_entity("state:RU", aliases=("the Federation",)),))
    article = make_article(OTHER)
    second = make_reading(article, [make_claim(article, subject="state:IR", item="drone")])
    ledger.add(first)
    ledger.add(second)
    assert "the Federation" in {alias for entity in ledger.entities() for alias in entity.aliases}
    assert ledger.withdraw(first.article.id) == 1
    assert list(ledger.articles()) == [article]
    assert list(ledger.claims()) == list(second.claims)
    assert [entity.id for entity in ledger.entities()] == ["state:IR", "state:RU"]
    assert "the Federation" not in {alias for entity in ledger.entities() for alias in entity.aliases}
    assert ledger.article(first.article.id) is None
    assert ledger.claim(first.claims[0].id) is None


def test_a_withdrawn_article_that_is_loaded_again_comes_back(ledger: Ledger) -> None:
    ledger.add(reading_of())
    before = content(ledger)
    ledger.withdraw(reading_of().article.id)
    assert ledger.add(reading_of()) == "new"
    assert content(ledger) == before
    assert [(event.what, event.claims) for event in ledger.history()] == [("new", 1), ("withdrawn", 1), ("new", 1)]
    assert all(event.at.endswith("+00:00") for event in ledger.history())


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_what_is_not_there_cannot_be_withdrawn(ledger: Ledger, is_withdrawn: bool) -> None:
    if is_withdrawn:
        ledger.add(reading_of())
        ledger.withdraw(reading_of().article.id)
    with pytest.raises(LedgerError, match="holds no article article:"):
        ledger.withdraw(reading_of().article.id)


def test_an_entity_only_named_is_described_by_the_reference_data(ledger: Ledger) -> None:
    ledger.add(replace(reading_of(), entities=()))
    described = list(ledger.entities())
    assert [entity.id for entity in described] == ["state:KP", "state:RU"]
    assert [entity.name for entity in described] == [make_entity("state:KP").name, make_entity("state:RU").name]


def test_a_minted_entity_bears_the_name_most_often_given_and_every_alias() -> None:
    names = {"One text.": ("Acme", "Co."), "Two texts.": ("Acme Ltd", "Co."), "Three texts.": ("Acme Ltd", "A. Ltd")}
    readings = [reading_of(entities=(make_entity("state:RU", aliases=("the Federation", "Russia")),))]
    for text, (name, alias) in names.items():
        article = make_article(text)
        entity = Entity("org:acme", "Company", name, (alias,), minted=True)
        readings.append(make_reading(article, [make_claim(article, subject="org:acme")], [entity]))
    seen = set()
    for order in list(permutations(readings))[::5]:
        with TemporaryDirectory() as folder, Ledger(Path(folder) / "x.db") as ledger:
            for reading in order:
                ledger.add(reading)
            seen.add(tuple(ledger.entities()))
    assert len(seen) == 1
    acme, _, russia = seen.pop()
    assert acme == Entity("org:acme", "Company", "Acme Ltd", ("A. Ltd", "Acme", "Co."), minted=True)
    known = reference.entity("state:RU")
    assert known
    assert russia == replace(known, aliases=tuple(sorted({*known.aliases, "the Federation"})))


def _bad(**fields: Any) -> Callable[[Claim], Claim]:
    """Change a claim and give it the id that goes with the change."""

    def change(claim: Claim) -> Claim:
        changed = replace(claim, **fields)
        return replace(changed, id=claim_id(changed))

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_bad(sentence="North Korea sent shells to Iran."), "its sentence is not what the article says there"),
        (_bad(start=1), "its sentence is not what the article says there"),
        (_bad(sentence="", start=3, end=3), "its sentence is not what the article says there"),
        (_bad(end=10_000), "its sentence is not what the article says there"),
        (_bad(article="article:other"), "quotes article:other"),
        (_bad(relation="sold_out"), "unknown relation 'sold_out'"),
        (_bad(status="maybe"), "unknown status 'maybe'"),
        (_bad(item="broomstick"), "unknown item 'broomstick'"),
        (_bad(when="last year"), "'last year' is no EDTF date"),
        (_bad(quantity=Quantity(float("nan"))), "is no quantity"),
        (_bad(object="org:nobody"), "names 'org:nobody', which nothing describes"),
        (_bad(asserted_by=("person:nobody",)), "names 'person:nobody', which nothing describes"),
        (lambda claim: replace(claim, status="denied"), "its id is not that of what it says"),
    ],
)
def test_a_reading_that_breaks_a_rule_is_refused_whole(
    ledger: Ledger, change: Callable[[Claim], Claim], told: str
) -> None:
    article = make_article()
    good = make_claim(article, item="rocket")
    reading = replace(make_reading(article, [good]), claims=(good, change(make_claim(article))))
    with pytest.raises(ReadingError) as caught:
        ledger.add(reading)
    assert told in str(caught.value)
    assert article.id in str(caught.value)
    assert "\n" not in str(caught.value)
    assert content(ledger) == ([], [], [])
    assert list(ledger.history()) == []


def test_entities_and_articles_must_bear_ids_that_fit(ledger: Ledger) -> None:
    reading = reading_of()
    for entity in (Entity("org:a", "Spaceship", "A"), Entity("state:a", "Organisation", "A")):
        with pytest.raises(ReadingError, match=r"org:a: unknown kind|state:a: a Organisation has an id"):
            ledger.add(replace(reading, entities=(*reading.entities, entity)))
    for name in ("org:x' OR 1=1", "org:a b", "org:", "org:\u00e9", "org:a/../b", "org:a\n"):
        with pytest.raises(ReadingError, match="an id has letters of ASCII, digits and hyphens after the colon"):
            ledger.add(replace(reading, entities=(*reading.entities, Entity(name, "Organisation", "A"))))
    with pytest.raises(ReadingError, match="its id is not that of its text"):
        ledger.add(Reading(replace(reading.article, id="article:00")))


def test_text_that_is_no_unicode_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ReadingError, match="no Unicode text"):
        ledger.add(Reading(replace(make_article(), title="a\ud800b")))
    assert list(ledger.articles()) == []


PRINTED: list[dict[str, Any]] = [
    {"source": "a.txt"},
    {"source": "b.txt", "published": "2024-05-01", "publisher": "The Bay Courier"},
    {"source": "c.txt", "published": "2024-05-01", "agency": "Invented Wire"},
    {"source": "d.txt", "published": "2024-05-01", "agency": "Invented Wire"},
]


def test_of_sources_that_print_one_text_the_one_that_tells_most_stands_whatever_the_order(tmp_path: Path) -> None:
    readings = [reading_of(**fields) for fields in PRINTED]
    for number, order in enumerate(list(permutations(readings))[::5]):
        with Ledger(tmp_path / f"{number}.db") as ledger:
            for reading in order:
                ledger.add(reading, reader="r 1")
            assert [article.source for article in ledger.articles()] == ["c.txt"]
            assert len(list(ledger.claims())) == 1
            assert {ledger.add(reading, reader="r 1") for reading in order} == {"known"}
            assert all(ledger.knows(reading.article, "r 1") for reading in order)


def test_a_source_that_corrects_itself_is_believed_and_going_back_and_forth_is_not(ledger: Ledger) -> None:
    first, second = reading_of(source="a.jsonl", publisher="B"), reading_of(source="a.jsonl", publisher="A")
    assert [ledger.add(reading) for reading in (first, second, first, second)] == ["new", "renewed", "known", "known"]
    assert [article.publisher for article in ledger.articles()] == ["A"]
    ledger.withdraw(first.article.id)
    assert ledger.add(first) == "new"
    assert [article.publisher for article in ledger.articles()] == ["B"]


def test_an_article_is_found_by_the_start_of_its_id(ledger: Ledger) -> None:
    readings = list(make_readings(20))
    for reading in readings:
        ledger.add(reading)
    wanted = readings[0].article
    for text in (wanted.id, wanted.id[:14], wanted.id.removeprefix("article:")[:6], f" {wanted.id.upper()} "):
        assert ledger.resolve_article(text) == wanted
    with pytest.raises(UsageError, match=r"may be 20 articles \(article:.*, \.\.\.\): give more"):
        ledger.resolve_article("article:")
    for text in ("zz", "%", "_", "article:" + "0" * 20):
        with pytest.raises(UsageError, match="no article"):
            ledger.resolve_article(text)
    ledger.withdraw(wanted.id)
    with pytest.raises(UsageError, match="no article"):
        ledger.resolve_article(wanted.id)
