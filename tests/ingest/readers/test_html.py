# ruff: noqa: E501 - a page has lines as long as its writer made them
from __future__ import annotations

import time

import pytest

from ingest.pages import stories_of
from ingest.readers.encoding import decode
from ingest.readers.html import read_html

BODY = """<p>Iran has supplied Russia with more than two thousand drones since August 2022, the European Union said on Monday.</p>
<p>Tehran denied that. It said that it had sent no weapons for use in the war, and that the claim served others.</p>
<p>The EU froze the assets of a firm in Isfahan. The firm makes engines for the drones and sells them abroad.</p>"""


def page(head: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head><title>x</title>{head}</head><body><main>{body}</main></body></html>"


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_json_ld_gives_title_publisher_date_and_address() -> None:
    head = linked(
        '{"@graph": [{"@type": "WebPage", "datePublished": "2001-01-01"}, {"@type": ["NewsArticle"], "headline": "Drones again",'
        ' "datePublished": "2024-11-19T23:30:00-05:00", "dateModified": "2024-12-01", "publisher": {"name": "Courier"},'
        ' "author": [{"name": "Reuters"}], "mainEntityOfPage": "https://courier.example/1"}]}'
    )
    (read,) = read_html(page(head), "a.html").pages
    assert (read.title, read.publisher, read.agency, read.published, read.url) == (
        "Drones again",
        "Courier",
        "Reuters",
        "2024-11-19",
        "https://courier.example/1",
    )


def test_of_several_articles_in_json_ld_the_one_whose_headline_is_on_the_page_counts() -> None:
    head = linked('[{"@type":"Article","headline":"Other","datePublished":"2020-01-01"}]') + linked(
        '{"@type":"Article","headline":"Drones again","datePublished":"2024-11-19"}'
    )
    (read,) = read_html(page(head, f"<h1>Drones again</h1>{BODY}"), "a.html").pages
    assert (read.title, read.published) == ("Drones again", "2024-11-19")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-11-19T08:00:00Z">', "2024-11-19"),
        ('<meta name="DC.date.issued" content="19 November 2024">', "2024-11-19"),
        ('<meta property="article:modified_time" content="2024-11-19">', None),
        ('<meta name="date" content="05/06/2024">', None),
        (linked('{"@type": "NewsArticle", "datePublished": "yesterday"'), None),
        (linked("[" * 50_000), None),
    ],
)
def test_only_a_date_of_publication_is_one(head: str, published: str | None) -> None:
    (read,) = read_html(page(head), "a.html").pages
    assert read.published == published


def test_the_time_below_the_headline_is_the_date_and_one_in_a_comment_is_not() -> None:
    time_of = '<time datetime="2024-11-19T08:00">today</time>'
    (read,) = read_html(page(body=f"<article><header><h1>Drones</h1>{time_of}</header>{BODY}</article>"), "a").pages
    assert read.published == "2024-11-19"
    (read,) = read_html(page(body=f"<article>{BODY}</article><div class='comment'>{time_of}</div>"), "a").pages
    assert read.published is None


def test_navigation_scripts_and_comments_are_no_text() -> None:
    body = (
        "<nav><a href='/'>Home</a><a href='/w'>World</a></nav><script>var x = 'Peru sold tanks.';</script>"
        f"<article><h1>Drones again</h1>{BODY}</article>"
        "<div id='comments'><h3>Comments</h3><p class='comment'>China supplied every one of those drones, I am sure of it.</p></div>"
    )
    (read,) = read_html(page(body=body), "a.html").pages
    (story,) = stories_of(read)
    assert story.text.startswith("Iran has supplied Russia")
    assert story.text.endswith("sells them abroad.")
    assert "Peru" not in story.text


def test_two_article_elements_are_two_stories_with_a_title_and_a_date_each() -> None:
    body = (
        f"<article><h2>Drones again</h2><time datetime='2024-11-19'></time>{BODY}</article>"
        "<article><h2>Mines again</h2><p>Latvia withdrew from the Ottawa Convention on 27 June 2025, its government said.</p>"
        "<p>Estonia and Lithuania withdrew from the convention on the same day, as they had said in March.</p>"
        "<p>Poland will follow.</p></article><article><h2>Teaser</h2><p>Read on.</p></article>"
    )
    first, second = read_html(page(body=body), "a.html").pages
    assert (first.title, first.published, second.title, second.published) == (
        "Drones again",
        "2024-11-19",
        "Mines again",
        None,
    )
    assert "Latvia" not in first.text
    assert "Iran" not in second.text


def test_a_page_cut_short_is_read_and_said() -> None:
    cut = page()[: page().index("sells them")]
    read = read_html(cut, "a.html")
    assert read.note is not None
    assert "Tehran denied that." in read.pages[0].text


def test_a_declared_charset_is_believed() -> None:
    data = page('<meta charset="windows-1251">', "<p>Москва</p>").encode("cp1251")
    assert "Москва" in decode(data, may_declare=True).text


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><div>Iran sent drones.<br>Russia used them.</div></body></html>",
        "<table><tr><td>Iran sent drones.</td></tr><tr><td>Russia used them.</td></tr></table>",
        "<div>" * 200 + "Iran sent drones.<br>Russia used them.",
    ],
)
def test_a_page_without_paragraphs_is_read_line_by_line(html: str) -> None:
    (read,) = read_html(html, "a.html").pages
    (story,) = stories_of(read)
    assert story.text == "Iran sent drones.\n\nRussia used them."


@pytest.mark.parametrize("html", ["", "<html></html>", "<!-- x -->", "<html><body><script>x</script></body></html>"])
def test_html_without_text_gives_no_page(html: str) -> None:
    assert read_html(html, "a.html").pages == ()


def test_hostile_markup_ends_soon_and_is_only_text() -> None:
    started = time.perf_counter()
    read_html("<div>" * 100_000 + BODY, "a.html")
    read_html(page(body="<p>" + "Iran sent drones. " * 100_000 + "</p>"), "a.html")
    (read,) = read_html(
        page(body=BODY.replace("Tehran", "&lt;script&gt;alert(1)&lt;/script&gt; Tehran")), "a.html"
    ).pages
    assert "<script>alert(1)</script> Tehran denied" in read.text
    assert time.perf_counter() - started < 20
