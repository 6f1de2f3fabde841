"""Where claims get lost and where wrong ones come from: a first guess, as far as it can be told mechanically.

Of a missed claim the first step is told at which the way of a claim breaks off: the name, the item, the trigger, the
stance, the arguments. Of a wrong one, what the gold has instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evaluation.agreement import entity_agrees, item_distance, pairs, parties_agree
from evaluation.gold import Gold
from evaluation.scoring import Read
from graph.model import Reading
from ingest.frames.triggers import trigger_entries
from ingest.names import find_names
from ingest.parsing import parse
from ingest.parsing.passages import Sentence, split_sentences
from ingest.pipeline import read_article
from ingest.quantities import find_quantities

Json = dict[str, Any]


@dataclass(frozen=True)
class Insight:
    """What the reader sees in an article on the way to claims."""

    gold: Gold

    @cached_property
    def reading(self) -> Reading:
        return read_article(self.gold.article())

    @cached_property
    def sentences(self) -> list[Sentence]:
        article = self.reading.article
        return parse(split_sentences(article.text, self.names.mentions, find_quantities(article.text)))

    @cached_property
    def names(self) -> Any:
        return find_names(self.reading.article.text, self.reading.article.title)

    def where(self, evidence: str) -> list[Sentence]:
        """Return the sentences that hold, or are held in, these words."""
        start = self.reading.article.text.find(evidence)
        return [s for s in self.sentences if start >= 0 and s.start < start + len(evidence) and start < s.end]

    def is_named(self, gold: str | list[str] | None, sentences: list[Sentence] | None = None) -> bool:
        """Say whether an entity is named in the article, or in these sentences."""
        mentions = [
            m for m in self.names.mentions if m.kind != "item" and (sentences is None or _within(m.start, sentences))
        ]
        found = [self.names.entity(target) for target in {m.target for m in mentions}]
        return any(entity_agrees(gold, {"name": e.name, "iso2": e.iso2, "aliases": list(e.aliases)}) for e in found)

    def has_item(self, slug: str, sentences: list[Sentence]) -> bool:
        return any(
            m.kind == "item" and item_distance(slug, m.target) <= 1 and _within(m.start, sentences)
            for m in self.names.mentions
        )

    def has_trigger(self, relation: str, sentences: list[Sentence]) -> bool:
        return any(e.relation == relation for s in sentences for token in s.doc for e in trigger_entries(token, s))

    def was_left_out(self, relation: str, sentences: list[Sentence]) -> str | None:
        """Return why a trigger of this relation in these sentences made no claim, if its stance was the reason."""
        notes = [note for note in self.reading.left_out if note.kind == "no claim" and note.relation == relation]
        return next((note.why for note in notes if _within(note.start, sentences)), None)


def _within(position: int, sentences: list[Sentence]) -> bool:
    return any(s.start <= position < s.end for s in sentences)


def _overlap(one: Json, other: Json) -> bool:
    first, second = (" ".join(str(claim["evidence"]).split()) for claim in (one, other))
    return first in second or second in first


def why_missed(claim: Json, spare: list[Json], insight: Insight) -> str:
    """Return the likely cause why a gold claim was not read; `spare` is what was read and agrees with nothing."""
    beside = [got for got in spare if _overlap(claim, got) and got["relation"] == claim["relation"]]
    if beside:
        return f"read with another {_difference(claim, beside[0])}"
    sentences = insight.where(claim["evidence"])
    for role in ("subject", "object"):
        if claim[role] and not insight.is_named(claim[role]):
            return f"{role}'s name not found"
    if not insight.has_trigger(claim["relation"], sentences):
        return "no trigger"
    if claim["item"] and not insight.has_item(claim["item"], sentences):
        return "item not found"
    left_out = insight.was_left_out(claim["relation"], sentences)
    if left_out:
        return f"taken for no claim: {left_out}"
    absent = [r for r in ("subject", "object") if claim[r] and not insight.is_named(claim[r], sentences)]
    return f"{absent[0]} named in another sentence" if absent else "names and trigger there, not joined"


def _difference(gold: Json, got: Json) -> str:
    roles = [role for role in ("subject", "object") if not entity_agrees(gold[role], got[role])]
    return " and ".join(roles) or ("item" if item_distance(gold["item"], got["item"]) > 1 else "claim that it went to")


def why_wrong(claim: Json, missed: list[Json], gold: list[Json]) -> str:
    """Return what the gold has where a claim was read that it has not."""
    here = [other for other in gold if _overlap(other, claim)]
    if any(parties_agree(other, claim) and item_distance(other["item"], claim["item"]) <= 1 for other in gold):
        return "said once, read twice"
    same = [other for other in missed if other in here and other["relation"] == claim["relation"]]
    if same:
        return f"gold has another {_difference(same[0], claim)}"
    if any(parties_agree(dict(other, relation=claim["relation"]), claim) for other in here):
        return "gold has another relation"
    return "gold has other claims in the sentence" if here else "gold has nothing in the sentence"


def _each(articles: list[Gold], read: Read) -> Iterator[tuple[Gold, str, Json, str]]:
    """Yield each missed and each wrong claim with its cause."""
    for gold in articles:
        got, insight = read.get(gold.id, []), Insight(gold)
        paired = pairs(gold.claims, got)
        missed = [claim for i, claim in enumerate(gold.claims) if i not in {p[0] for p in paired}]
        wrong = [claim for j, claim in enumerate(got) if j not in {p[1] for p in paired}]
        yield from ((gold, "missed", claim, why_missed(claim, wrong, insight)) for claim in missed)
        yield from ((gold, "wrong", claim, why_wrong(claim, missed, gold.claims)) for claim in wrong)


def causes(articles: list[Gold], read: Read) -> str:
    """Return two tables: what is missed and what is wrong, by cause and by relation."""
    counts: dict[str, Counter[tuple[str, str]]] = {"missed": Counter(), "wrong": Counter()}
    for _, fault, claim, cause in _each(articles, read):
        counts[fault][cause, claim["relation"]] += 1
    return "\n".join(f"\n{fault}, by its likely cause\n{_by_cause(counts[fault])}" for fault in counts)


def _by_cause(counts: Counter[tuple[str, str]]) -> str:
    totals: Counter[str] = Counter()
    for (cause, _), number in counts.items():
        totals[cause] += number
    lines = []
    for cause, total in sorted(totals.items(), key=lambda pair: (-pair[1], pair[0])):
        parts = sorted(
            ((n, relation) for (c, relation), n in counts.items() if c == cause), key=lambda p: (-p[0], p[1])
        )
        lines.append(f"{total:5}  {cause:48} " + ", ".join(f"{relation} {n}" for n, relation in parts))
    return "\n".join(lines) or "    0"


def listed(articles: list[Gold], read: Read, fault: str) -> str:
    """Return what is missed or wrong, one a line, with its cause and its words."""
    return "\n".join(
        f"{gold.number} {claim['relation']} {_name(claim['subject'])} {_name(claim['object'])} {claim['item'] or '-'}"
        f" | {cause} | {claim['evidence']}"
        for gold, kind, claim, cause in _each(articles, read)
        if kind == fault
    )


def _name(entity: Any) -> str:
    if isinstance(entity, dict):
        return str(entity.get("iso2") or entity["name"])
    return str(entity[0] if isinstance(entity, list) else entity or "-")
