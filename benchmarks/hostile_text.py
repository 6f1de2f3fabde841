"""Times the reader on text that nobody writes: `python -m benchmarks.hostile_text [--share SHARE] [CASE ...]`.

A row a case: the megabytes of the longest text, the seconds of the processor that it takes, and how the time grows when
the text doubles, and doubles again; 2 is linear. The page is split and its articles are judged and read, relevant or
not. `wrong` counts the claims and notes that do not show the words at their place, and must be 0. Without `--share 1`
the texts are a part of their full length, so that all cases take minutes.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from benchmarks.articles import syllables
from benchmarks.timing import Column, in_child, timed
from graph.model import Article, Reading, article_id
from ingest.pages import Page, stories_of
from ingest.pages.relevance import judge
from ingest.pipeline import read_article

MEGABYTE = 1_000_000
Maker = Callable[[int], str]  # of a text of so many characters, or so many things


def over(unit: str) -> Maker:
    """Say one thing over and over, for so many characters."""
    return lambda size: unit * (size // len(unit))


def each(form: str, joint: str = " ") -> Maker:
    """Say one thing so many times, each with a number and a name of its own."""
    return lambda times: joint.join(form.format(n=n + 2, name=named(n), acronym=acronym(n)) for n in range(times))


def named(number: int) -> str:
    return f"Ko{syllables(number + 1)}"


def acronym(number: int) -> str:
    """Return five capitals that no other number has."""
    return "".join(chr(65 + number // 26**place % 26) for place in range(5))


def one_sentence(size: int) -> str:
    """Return words of every kind without an end, the same at every call."""
    words = [
        "Iran", "sent", "drones", "rifles", "to", "Russia", "and", "Chad", "which", "denied", "that", "it", "the",
        "40", "tanks", "in", "May", "said", ",", "of", "Mali",
    ]  # fmt: skip
    return " ".join(random.Random(1).choices(words, k=size // 5))


# With the full size: characters or, of what is numbered, times.
CASES: dict[str, tuple[Maker, int]] = {
    "one sentence of 2 MB": (one_sentence, 2 * MEGABYTE),
    "10,000 names": (each("{name} Trading sold {n} rifles to {name} Arms of Chad."), 10_000),
    "10,000 names in a sentence": (each("{name} Bank", ", "), 10_000),
    "10,000 persons": (each("Ahmed {name} met Ali {name}ov, said General {name}."), 10_000),
    "2 MB of quotation marks": (over('"“”'), 2 * MEGABYTE),
    "unbalanced quotes": (over("Iran “sent \"drones to ‘Russia. "), MEGABYTE),
    "quotes that never close": (over("“Iran sent drones to Russia. "), MEGABYTE),
    "mojibake": (over("TÃ¼rkiye â€œsentâ€\x9d drones to Iran â€” it said. "), MEGABYTE),
    "right-to-left marks": (over("Iran\u200f sent\u202e drones\u202c to \u2067Russia\u2069. "), MEGABYTE),
    "zero-width characters": (over("Ir\u200ban s\u200dent dro\ufeffnes to Rus\u2060sia. "), MEGABYTE),
    "HTML entities": (over("Iran &amp; Chad sent &quot;drones&quot; to &#82;ussia &lt;b&gt;. "), MEGABYTE),
    "French": (over("L’Iran a livré des drones à la Russie, selon le ministère. "), MEGABYTE),
    "Arabic": (over("أرسلت إيران طائرات مسيرة إلى روسيا. "), MEGABYTE),
    "100,000 numbers": (each("{n}"), 100_000),
    "100,000 figures": (each("{n} rifles", ", "), 100_000),
    "50,000 dates": (each("on 5 May 2024, in {n} days", ", "), 50_000),
    "50,000 days": (over("On 5 May 2024 and on Friday Iran sent drones to Russia. "), MEGABYTE),
    "20,000 capitalised words": (each("{name}"), 20_000),
    "5,000 acronyms": (each("The {name} Arms Company ({acronym}) sold rifles to Chad."), 5_000),
    "1 MB of and": (over("and "), MEGABYTE),
    "nested brackets": (lambda size: "Iran (" * (size // 12) + ")" * (size // 2), MEGABYTE),
    "brackets of names": (over("Iran (Chad [Mali {Oman}]) sent drones to (Togo). "), MEGABYTE),
    "one word of 1 MB": (over("a"), MEGABYTE),
    "one number of 1 MB": (over("7"), MEGABYTE),
    "one hyphened word": (over("Iran-"), MEGABYTE),
    "letters with points": (over("U.S."), MEGABYTE),
    "blank lines": (over("\n \n\t\n"), MEGABYTE),
    "lines": (over("Iran\n"), MEGABYTE),
    "combining marks": (over("e\u0301\u0302\u0303"), MEGABYTE),
    "pronouns": (over("It sent it to them, which they said it denied. "), MEGABYTE),
    "deeds": (each("Iran sent {n} drones to Sudan in May."), 10_000),
    "deeds that lack a party": (each("It has shipped {n} shells to Chad."), 10_000),
    "votes": (over("Russia vetoed the resolution and China abstained. "), MEGABYTE),
    "listings": (each("The EU sanctioned {name} Arms, a firm."), 10_000),
    "bodies": (over("The group said the report of the panel named the two countries. "), MEGABYTE),
}  # fmt: skip


def main() -> None:
    options = _options()
    print(f"{'':28}{'MB':>8}{'seconds':>9}{'x2':>7}{'x4':>7}{'claims':>8}{'notes':>8}{'wrong':>7}")
    for case in options.cases or CASES:
        found = in_child(partial(measure, case), int(options.share * CASES[case][1]))
        figures = "{MB:8.2f}{seconds:9.2f}{x2:7.2f}{x4:7.2f}{claims:8.0f}{notes:8.0f}{wrong:7.0f}".format(**found)
        print(f"{case:28}{figures}", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("cases", nargs="*", metavar="CASE", choices=[[], *CASES], help="only these")
    parser.add_argument("--share", type=float, default=0.1, help="of the full length; 1 for all of it")
    return parser.parse_args()


def measure(case: str, size: int) -> Column:
    """Return what a case takes, and how that grows from a quarter of its length to all of it."""
    make = CASES[case][0]
    read(make(min(size, 2_000)))  # what is loaded once does not count
    spans, readings = [], []
    for length in (size // 4, size // 2, size):
        text = make(length)
        seconds, readings = timed(partial(read, text))
        spans.append(seconds)
    return {
        "MB": len(text.encode("utf-8", "replace")) / MEGABYTE,
        "seconds": spans[2],
        "x2": spans[1] / spans[0],
        "x4": spans[2] / spans[1],
        "claims": sum(len(reading.claims) for reading in readings),
        "notes": sum(len(reading.left_out) for reading in readings),
        "wrong": sum(map(wrong, readings)),
    }


def read(text: str) -> list[Reading]:
    """Return the readings of a page, whatever it is about."""
    stories = stories_of(Page(text))
    for story in stories:
        judge(story.title, story.text)
    articles = (Article(article_id(story.text), story.text, title=story.title) for story in stories)
    return [read_article(replace(article, published="2025-06-01")) for article in articles]


def wrong(reading: Reading) -> int:
    """Return how many claims and notes do not show the words at their place."""
    text = reading.article.text
    claims = sum(text[c.start : c.end] != c.sentence or not c.sentence for c in reading.claims)
    return claims + sum(not 0 <= note.start < note.end <= len(text) for note in reading.left_out)


if __name__ == "__main__":
    main()
