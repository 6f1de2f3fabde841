"""The gold articles: which there are, and which the rules of the reader may be tuned on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.model import Article, article_id, normalise_text
from ingest.pages.relevance import judge

DEV = Path(__file__).with_name("dev")
# Written and annotated for this project, on other theatres; tuned on as well.
MORE = Path(__file__).with_name("more")
# Looked at for figures alone, so that one set of articles tells how the reader does on pages it was not made for.
LAID_ASIDE = frozenset({"03", "06", "09", "21", "22", "24", "27"})
# Relevant, but nobody wrote down their claims: whatever is read in them counts as wrong.
NOT_ANNOTATED = frozenset({"10", "11", "12"})

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """An article with its claims, as its file has them; `number` starts the name of the file."""

    number: str
    data: Json

    @property
    def id(self) -> str:
        return str(self.data["id"])

    @property
    def claims(self) -> list[Json]:
        claims: list[Json] = self.data["claims"]
        return claims

    @property
    def is_tuned_on(self) -> bool:
        return self.number not in LAID_ASIDE | NOT_ANNOTATED

    def article(self) -> Article:
        """Return the article as `sanctionsgraph read` has it from a line of JSON."""
        text = normalise_text(self.data["text"])
        parts = {key: self.data[key] for key in ("title", "publisher", "agency", "published")}
        relevant, reason = judge(parts["title"], text)
        return Article(id=article_id(text), text=text, document=self.id, relevant=relevant, reason=reason, **parts)


def load_gold(folder: Path = DEV) -> list[Gold]:
    """Return the articles of a folder that bear claims, in order of file name; an empty list of claims counts."""
    found = [Gold(path.name[:2], json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json"))]
    return [gold for gold in found if "claims" in gold.data]
