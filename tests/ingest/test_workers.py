from __future__ import annotations

from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from graph.errors import ReadingProcessError
from graph.model import Article, Reading, article_id
from ingest import workers
from ingest.pipeline import read_article, read_articles
from ingest.workers import read_on_cores


def articles(count: int, taken: list[int] | None = None) -> Iterator[Article]:
    for number in range(count):
        if taken is not None:
            taken.append(number)
        text = f"Iran sent {number + 2} drones to Sudan, Japan said. It denied it." + " It rained." * (number % 3)
        yield Article(article_id(text), text, relevant=number % 5 != 4)


@pytest.fixture
def no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Iterator[Reading]:
        raise AssertionError("no process should have started")

    monkeypatch.setattr(workers, "_together", refuse)


def test_two_processes_give_what_one_gives_in_the_same_order_and_take_few_articles_ahead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "BUNDLE", 150)  # two or three articles
    taken: list[int] = []
    found, furthest = [], 0
    for number, reading in enumerate(read_articles(articles(60, taken), jobs=2)):
        found.append(reading)
        furthest = max(furthest, len(taken) - number)
    assert found == list(map(read_article, articles(60)))
    assert furthest < 30
    assert active_children() == []


def test_what_stops_before_the_end_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "BUNDLE", 1)
    readings = workers._together(articles(1000), 1)
    assert next(readings) == read_article(next(articles(1)))
    assert active_children()
    readings.close()
    assert active_children() == []


def test_a_process_that_is_killed_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "BUNDLE", 1)
    readings = workers._together(articles(1000), 1)
    next(readings)
    active_children()[0].kill()
    with pytest.raises(ReadingProcessError, match="with fewer --jobs"):
        list(readings)


@pytest.mark.usefixtures("no_processes")
def test_a_few_articles_are_read_here() -> None:
    assert list(read_on_cores(articles(3))) == list(map(read_article, articles(3)))


@pytest.mark.usefixtures("no_processes")
def test_on_one_core_all_articles_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 1)
    monkeypatch.setattr(workers, "ALONE", 1)
    monkeypatch.setattr(workers, "WORTHWHILE", 1)
    assert [reading.article for reading in read_on_cores(articles(4))] == list(articles(4))


def test_many_articles_are_given_to_as_many_processes_as_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []

    def together(waiting: Iterator[Article], jobs: int) -> Iterator[Reading]:
        given.append(jobs)
        return map(Reading, waiting)

    monkeypatch.setattr(workers, "cores", lambda: 3)
    monkeypatch.setattr(workers, "_together", together)
    monkeypatch.setattr(workers, "ALONE", 1)
    monkeypatch.setattr(workers, "WORTHWHILE", 300)
    assert [reading.article for reading in read_on_cores(articles(20))] == list(articles(20))
    assert given == [3]


@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_nothing_is_read_as_nothing(jobs: int | None) -> None:
    assert list(read_articles([], jobs=jobs)) == []
