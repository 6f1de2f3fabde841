"""Score any reader against a folder of gold articles (see gold/GUIDELINES.md).

    python -m evaluation.score GOLD_DIR -- COMMAND [ARG ...]     run COMMAND ARTICLES.jsonl, read claims from its stdout
    python -m evaluation.score GOLD_DIR --claims CLAIMS.jsonl    score claims written earlier

ARTICLES.jsonl holds one article a line: id, title, text, publisher, agency, published. The command prints one claim a
line, as `sanctionsgraph read --format jsonl` does: document (the article's id), relation, subject, object, item,
quantity, when, asserted_by, status, evidence. An entity is an object with at least "name", and "iso2" for a state,
"aliases" where it has any; item is a slug or null. Other keys are ignored.

A claim agrees with a gold claim when relation, subject, object and item agree; one takes at most one. An item one step
broader or narrower agrees in the figure "core", not in "strict". Quantity, when, asserted_by and status are scored on
the claims that agree.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation.gold import Gold, load_gold
from evaluation.scoring import score
from evaluation.tables import line, table

_KEYS = ("id", "title", "text", "publisher", "agency", "published")


def main() -> None:
    """Score the claims of a file or of a command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--claims", type=Path)
    cut = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    arguments, command = parser.parse_args(sys.argv[1:cut]), sys.argv[cut + 1 :]
    if bool(arguments.claims) == bool(command):
        parser.error("give either --claims FILE or -- COMMAND")
    articles = load_gold(arguments.gold)
    lines = arguments.claims.read_text("utf-8").splitlines() if arguments.claims else output_of(command, articles)
    total = score(articles, by_document(lines))
    print(table({"all": total}))
    print(f"evidence not in the text: {total.not_in_text}; claims on irrelevant articles: {total.on_irrelevant}")
    print(f"core: {line(total.core)}")


def output_of(command: list[str], articles: list[Gold]) -> list[str]:
    """Return the lines that a command prints when it is given the articles; end where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps({k: a.data.get(k) for k in _KEYS}) + "\n" for a in articles), "utf-8")
        run = subprocess.run([*command, str(path)], stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode:
        sys.exit(f"score: the command ended with {run.returncode}")
    return run.stdout.splitlines()


def by_document(lines: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the claims of JSON lines by the document they are from."""
    found: dict[str, list[dict[str, Any]]] = {}
    for claim in (json.loads(text) for text in lines if text.strip()):
        found.setdefault(str(claim.get("document")), []).append(claim)
    return found


if __name__ == "__main__":
    main()
