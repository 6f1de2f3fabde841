"""A claim in STIX 2.1: a note with its words; a relationship if it is affirmed; a denial is an opinion on those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from graph.exports.denials import covers
from graph.exports.stix_objects import (
    SYSTEM,
    Object,
    Stamps,
    article_reference,
    day_stamp,
    entity_id,
    extension,
    given,
    head,
    stix_id,
)
from graph.model import Article, Claim, Entity
from graph.when import bounds_or_none
from graph.wording import claim_in_words

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class ClaimObjects:
    """Makes the objects of claims, of whom and what they name, and of where they were read."""

    def __init__(self, entities: Mapping[str, Entity], articles: Mapping[str, Article], stamps: Stamps) -> None:
        self._entities = entities
        self._articles = articles
        self._stamps = stamps

    def of(self, claim: Claim, rivals: Iterable[Claim]) -> Iterator[Object]:
        """Yield the objects of `claim`; `rivals` are the affirmed claims that it speaks against."""
        source, target = self.ends(claim)
        if claim.status == "affirmed" and source and target:
            yield self._relationship(claim, source, target)
        yield self._note(claim)
        related = [rival for rival in rivals if all(self.ends(rival))]
        if related:
            yield self._opinion(claim, related)

    def ends(self, claim: Claim) -> tuple[str | None, str | None]:
        """Return what a relationship for `claim` would run between: the item where there is no object."""
        source = self._ref(claim.subject)
        item = stix_id("identity", f"item:{claim.item}") if claim.item else None
        return source, self._ref(claim.object) or item

    def named(self, claim: Claim) -> list[str]:
        """Return those whom `claim` names, and who says so."""
        refs = [*self.ends(claim), *map(self._ref, claim.asserted_by)]
        return list(dict.fromkeys(ref for ref in refs if ref))

    def _ref(self, node_id: str | None) -> str | None:
        return entity_id(self._entities[node_id]) if node_id else None

    def _relationship(self, claim: Claim, source: str, target: str) -> Object:
        opening = self._head("relationship", claim, [claim.article])
        ends = {"relationship_type": "related-to", "source_ref": source, "target_ref": target}
        told = {"description": self._deed(claim), "labels": [claim.relation], **_days(claim.when)}
        return opening | ends | told | self._source(claim) | self._details(claim)

    def _note(self, claim: Claim) -> Object:
        opening, refs = self._head("note", claim, [claim.article]), self.named(claim)
        if claim.status == "affirmed" and all(self.ends(claim)):
            refs = [stix_id("relationship", claim.id), *refs]
        told = {"abstract": self._deed(claim), "content": claim.sentence, "object_refs": refs or [SYSTEM]}
        return opening | told | {"labels": [claim.status]} | self._source(claim) | self._details(claim)

    def _opinion(self, claim: Claim, rivals: list[Claim]) -> Object:
        articles = [claim.article, *(rival.article for rival in rivals)]
        told = given(
            explanation=f"{self._deed(claim)}. {claim.sentence}",
            authors=[self._entities[asserter].name for asserter in claim.asserted_by],
            opinion="strongly-disagree" if all(covers(claim, rival) for rival in rivals) else "disagree",
            object_refs=[stix_id("relationship", rival.id) for rival in rivals],
        )
        return self._head("opinion", claim, articles) | told | self._source(claim)

    def _head(self, kind: str, claim: Claim, articles: Iterable[str]) -> Object:
        return head(stix_id(kind, claim.id), self._stamps.of(articles))

    def _deed(self, claim: Claim) -> str:
        return claim_in_words(claim, self._entities)

    def _source(self, claim: Claim) -> Object:
        return {"external_references": [article_reference(self._articles[claim.article])]}

    def _details(self, claim: Claim) -> Object:
        earliest, latest = bounds_or_none(claim.when)
        quantity = claim.quantity
        told = given(
            claim=claim.id, relation=claim.relation, status=claim.status, item=claim.item,
            quantity=given(value=quantity.value, bound=quantity.bound, unit=quantity.unit) if quantity else None,
            when=claim.when, earliest=earliest, latest=latest,
            asserted_by_refs=[self._ref(asserter) for asserter in claim.asserted_by],
            sentence=claim.sentence, article=claim.article,
        )  # fmt: skip
        return extension(told | {"start": claim.start, "end": claim.end})


def _days(when: str | None) -> Object:
    """Return when a relationship starts and stops, where the claim names days; bounds of a month are no such days."""
    first, slash, last = (when or "").partition("/")
    start, stop = (text if _DAY.fullmatch(text) else None for text in (first, last if slash else first))
    return given(start_time=day_stamp(start), stop_time=day_stamp(_next_day(stop)))


def _next_day(day: str | None) -> str | None:
    try:
        return (date.fromisoformat(day or "") + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None
