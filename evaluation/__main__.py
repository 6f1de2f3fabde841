"""`python -m evaluation`: the reader on the gold articles, and the figures.

Of the articles laid aside it prints figures alone: whoever reads their sentences tunes on them.
"""

from __future__ import annotations

import argparse
import time

from evaluation.gold import MORE, NOT_ANNOTATED, Gold, load_gold
from evaluation.scoring import Read, score
from evaluation.tables import line, table


def main() -> None:
    """Read the gold articles in this process, and print what came of it."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation", description="Score the reader on evaluation/gold/dev."
    )
    parser.add_argument("--causes", action="store_true", help="count what is missed and wrong by its likely cause")
    parser.add_argument("--show", choices=["missed", "wrong"], help="list it, for the articles tuned on")
    arguments = parser.parse_args()
    articles, more = load_gold(), load_gold(MORE)
    start = time.perf_counter()
    read = read_all([*articles, *more])
    seconds = time.perf_counter() - start
    tuned = [article for article in articles if article.is_tuned_on]
    annotated = [article for article in articles if article.number not in NOT_ANNOTATED]
    aside = [article for article in annotated if not article.is_tuned_on]
    print(
        table({"tuned on": score(tuned, read), "tuned on, more": score(more, read), "laid aside": score(aside, read)})
    )
    print_all(articles, annotated, read)
    print(f"{seconds:.1f} seconds for {len(articles) + len(more)} articles, the model's loading included")
    if arguments.causes or arguments.show:
        from evaluation.causes import causes, listed

        print(causes(tuned, read) if arguments.causes else listed(tuned, read, arguments.show))


def read_all(articles: list[Gold]) -> Read:
    """Return what the reader finds, by document, as the command `read` prints it."""
    from ingest.pipeline import read_article
    from sanctionsgraph.cli.read import claim_rows

    return {article.id: claim_rows(read_article(article.article())) for article in articles}


def print_all(articles: list[Gold], annotated: list[Gold], read: Read) -> None:
    """Print the figures over everything, with and without the articles whose claims nobody wrote down."""
    whole = score(articles, read)
    print(f"\nevidence not in the text: {whole.not_in_text}; claims on irrelevant articles: {whole.on_irrelevant}")
    print(f"core, the {len(annotated)} annotated articles together:  {line(score(annotated, read).core)}")
    bare = len(articles) - len(annotated)
    print(
        f"core, with the {bare} ({', '.join(sorted(NOT_ANNOTATED))}) that are relevant but bear no annotation, "
        f"so that every claim there counts as wrong:  {line(whole.core)}"
    )


if __name__ == "__main__":
    main()
