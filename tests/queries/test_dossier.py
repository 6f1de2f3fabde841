from __future__ import annotations

import json

import pytest

from graph.errors import UsageError
from graph.stores.memory import MemoryStore
from queries.dossier import ArticleDossier, ClaimDossier, EntityDossier, ItemDossier, dossier
from queries.telling import as_data, claims_of, tell
from tests.graph.builders import ReadingsSource, make_article, make_claim, make_reading
from tests.queries.made_ledger import MADE

STORE = MemoryStore.of(MADE)
CLAIM = next(claim for claim in STORE.claims() if claim.relation == "seized")


def test_an_entity_has_what_it_did_what_was_done_to_it_and_what_it_says() -> None:
    found = dossier(STORE, "Washington")
    assert isinstance(found, EntityDossier)
    assert found.entity.id == "state:US"
    assert {joined.claim.relation for joined in found.did} >= {"sanctioned", "delisted", "established", "voted_for"}
    assert found.undergone == []
    assert {joined.claim.relation for joined in found.says} == {"supplied", "produced"}


def test_an_item_has_its_place_in_the_taxonomy_and_the_claims_of_narrower_ones() -> None:
    found = dossier(STORE, "drones")
    assert isinstance(found, ItemDossier)
    assert [item.slug for item in found.broader] == ["weapon"]
    assert [item.slug for item in found.narrower] == ["attack-drone"]
    assert {joined.claim.item for joined in found.claims} == {"drone", "attack-drone"}


@pytest.mark.parametrize("text", [CLAIM.id, CLAIM.id[:14], CLAIM.id.removeprefix("claim:")[:8].upper()])
def test_a_claim_is_found_by_its_id_or_the_start_of_it_and_shown_in_its_paragraph(text: str) -> None:
    found = dossier(STORE, text)
    assert isinstance(found, ClaimDossier)
    assert found.joined.claim == CLAIM
    assert found.joined.article.text[found.start : found.end] == "France seized the vessel in 2023."


def test_the_paragraph_ends_where_the_article_does() -> None:
    article = make_article("One.\n\nTwo. North Korea sent shells to Russia. Three.")
    claim = make_claim(article, "North Korea sent shells to Russia.")
    found = dossier(MemoryStore.of(ReadingsSource([make_reading(article, [claim])])), claim.id)
    assert isinstance(found, ClaimDossier)
    assert article.text[found.start : found.end] == "Two. North Korea sent shells to Russia. Three."
    assert "  Two. >>North Korea sent shells to Russia.<< Three." in list(tell(found))


def test_an_article_is_found_by_its_id() -> None:
    found = dossier(STORE, CLAIM.article)
    assert isinstance(found, ArticleDossier)
    assert CLAIM in [joined.claim for joined in found.claims]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Congo", "may mean DR Congo"),
        ("claim:ffffff", "no claim has an id that starts with 'claim:ffffff'"),
        ("ffffffff", "nothing is called 'ffffffff'"),
        ("claim:", "nothing is called 'claim:'"),
        ("", "nothing is called ''"),
    ],
)
def test_what_cannot_be_found_says_so(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        dossier(STORE, text)


@pytest.mark.parametrize("text", ["DPRK", "missile", "NPT", CLAIM.id, CLAIM.article, "gold", "state:AD"])
def test_every_dossier_can_be_told_and_is_json(text: str) -> None:
    found = dossier(STORE, text)
    lines = list(tell(found))
    assert max(map(len, lines)) <= 120
    data = json.loads(json.dumps(as_data(found)))
    assert data["kind"] in data
    for joined in claims_of(found):
        assert joined.claim.id in json.dumps(data)


def test_a_denial_is_told_as_a_denial_before_the_deed() -> None:
    lines = [line.strip() for line in tell(dossier(STORE, "M23"))]
    assert "denied by Rwanda: Rwanda assisted March 23 Movement" in lines
