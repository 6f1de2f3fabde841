# ruff: noqa: E501 - a page has lines as long as its writer made them
from __future__ import annotations

from itertools import product

import pytest

from ingest.pages import Story, stories_of
from ingest.readers.html import read_html

TITLE = "Port saw forty crates of arms"
PARAGRAPHS = [
    "A panel of experts found forty crates in the port of Massawa in March.",
    "“We deny it,” said the spokesman, who gave no name.",
    "Rwanda deployed between 3,000 and 4,000 soldiers in the east of the Congo, a report to the Security Council says.",
    "Tehran did not answer.",
]
FRAMES = {
    "article": "<article class='post'><h1>{title}</h1><p class='byline'>By Nora Writer</p><time datetime='2024-05-04'>4 May 2024</time><div class='entry'>{body}</div></article>",
    "main": "<main><h1>{title}</h1>{body}</main>",
    "content": "<div id='content'><h1>{title}</h1><div class='meta'>4 May 2024 | Nora Writer</div><div>{body}</div></div>",
    "body": "<div class='story'><h1>{title}</h1><div itemprop='articleBody'>{body}</div></div>",
    "headline apart": "<header><h1>{title}</h1></header><article>{body}</article>",
}
STYLES = {
    "p": "<p>{}</p>",
    "div": "<div>{}</div>",
    "br": "{}<br><br>",
    "span": "<p><span>{}</span></p>",
    "line": "<p>{}</p><br>",
}
ABOVE = (
    "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    "<div class='cookie-banner'><p>We use cookies to improve your experience.</p><button>Accept all</button></div>"
)
INSIDE = (
    "<div class='css-1x'><h4>Read also</h4><ul><li><a href='#'>Iran sends missiles to Mali, says Chad</a></li></ul></div>"
    "<figure><img src=x><figcaption>A ship in the port. Photo: Reuters</figcaption></figure>"
    "<blockquote class='twitter-tweet'><p>Cuba sold Peru tanks.</p>— Someone (@someone)</blockquote>"
    "<p><strong>Read more:</strong> <a href='#'>Rain in the south</a></p>"
    "<div class='newsletter-signup'><h3>Sign up</h3><p>Get the latest headlines in your inbox.</p></div>"
)
BELOW = (
    "<div class='share'><a href='#'>Facebook</a> <a href='#'>Twitter</a></div>"
    "<section class='related-articles'><h2>Related articles</h2><article><h3><a href='#'>Rice gets dearer</a></h3><p>Traders in the south say that rice was never so dear as in this spring.</p></article></section>"
    "<div id='comments'><h3>3 comments</h3><div class='comment'><p>China supplied all of them, I saw it myself last year.</p></div></div>"
    "<footer><p>© 2024 The Gazette. All rights reserved.</p></footer>"
)


def stories(body: str, frame: str = "article", *, above: str = ABOVE, below: str = BELOW) -> list[Story]:
    inner = FRAMES[frame].format(title=TITLE, body=body)
    html = f"<!DOCTYPE html><html><head><title>{TITLE} - The Gazette</title></head><body>{above}{inner}{below}</body></html>"
    return [story for page in read_html(html, "a.html").pages for story in stories_of(page)]


@pytest.mark.parametrize(("frame", "style"), list(product(FRAMES, STYLES)))
def test_a_story_is_cut_out_of_what_stands_around_and_within_it(frame: str, style: str) -> None:
    written = [STYLES[style].format(paragraph) for paragraph in PARAGRAPHS]
    (story,) = stories("".join([written[0], INSIDE, *written[1:]]), frame)
    assert story.title == TITLE
    assert story.text.split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize("frame", FRAMES)
def test_another_story_on_the_page_is_never_part_of_this_one_though_nothing_calls_it_so(frame: str) -> None:
    other = "<section><h2>Related articles</h2><article><h3><a href='#'>Rice gets dearer</a></h3><p>Traders in the south say that rice was never so dear as in this spring, and that it will not get cheaper.</p></article></section>"
    found = stories("".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS), frame, below=other)
    assert found[0].text.split("\n\n") == PARAGRAPHS
    assert [story.title for story in found[1:]] in ([], ["Rice gets dearer"])


def test_what_is_said_twice_stays_twice() -> None:
    said = [PARAGRAPHS[2], PARAGRAPHS[3], PARAGRAPHS[2]]
    (story,) = stories("".join(f"<p>{paragraph}</p>" for paragraph in said), "main")
    assert story.text.split("\n\n") == said


def test_an_element_that_holds_most_of_the_page_stays_whatever_its_class() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    (story,) = stories(f"<div class='with-sidebar ad-free'>{body}</div>", "content", below="")
    assert story.text.split("\n\n") == PARAGRAPHS
