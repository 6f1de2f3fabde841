"""What a claim becomes in FollowTheMoney: a link, an event, or a note. See `ftm`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.characters import clean
from graph.model import Claim, Entity, digest
from graph.ontology import items, relations
from graph.when import is_edtf
from graph.wording import capitalised, claim_deed, claim_goods, claim_in_words, claim_standing, quantity_in_words

Properties = dict[str, list[str | None]]

_SCHEMATA = {
    "State": "PublicBody", "Organisation": "Organization", "Company": "Company", "ArmedGroup": "Organization",
    "Treaty": "Document", "Resolution": "Document", "SanctionsRegime": "Document", "Person": "Person",
    "Vessel": "Vehicle", "Place": "Address", "Group": "LegalEntity",
}  # fmt: skip
_BODIES = {"PublicBody", "Organization", "Company"}
_LEGAL = _BODIES | {"Person", "LegalEntity"}

_PLAIN_ID = re.compile("[a-z]+:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")
_DATE = re.compile("[1-9][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")


def schema_of(entity: Entity) -> str:
    """Return the schema that fits an entity; a ship or aircraft is a Vehicle, since the two are one kind here."""
    return _SCHEMATA[entity.kind]


def ftm_id(node_id: str) -> str:
    """Return an id of letters, digits, dots and hyphens; ids that differ stay different."""
    return node_id.replace(":", ".") if _PLAIN_ID.fullmatch(node_id) else f"x.{digest(node_id)}"


def plain(text: str | None) -> str | None:
    """Return `text` on one line, or None where nothing is left of it."""
    return " ".join(clean(text).split()) or None if text else None


def link(claim: Claim, entities: Mapping[str, Entity], *, is_disputed: bool) -> tuple[str, Properties]:
    """Return the schema for `claim`, and its properties but for those of the article."""
    told = _told(claim, entities, is_disputed=is_disputed)
    if claim.status != "affirmed":
        return "Note", _note(claim, entities) | told
    subject, target = (entities.get(end) if end else None for end in (claim.subject, claim.object))
    who = claim_standing(claim, entities) + ("; disputed" if is_disputed else "")
    status: Properties = {"recordId": [claim.id], "status": [who]}
    if target and claim.relation == "sanctioned":
        return "Sanction", _sanction(subject, target) | told | status | _dates(claim.when)
    if subject and target:
        schema, ends = _ends(claim, subject, target)
        return schema, ends | told | status | _dates(claim.when)
    return "Event", _event(claim, subject or target, entities) | told | {"recordId": [claim.id]} | _dates(claim.when)


def _told(claim: Claim, entities: Mapping[str, Entity], *, is_disputed: bool) -> Properties:
    details = (
        capitalised(claim_standing(claim, entities)),
        "other claims deny it" if is_disputed else "",
        f"item: {items()[claim.item].label}" if claim.item else "",
        f"quantity: {quantity_in_words(claim.quantity)}" if claim.quantity else "",
        f"when (EDTF): {claim.when}" if claim.when else "",
    )
    return {"summary": [claim.sentence], "description": ["; ".join(filter(None, details)) + "."]}


def _ends(claim: Claim, subject: Entity, target: Entity) -> tuple[str, Properties]:
    ends = [ftm_id(subject.id)], [ftm_id(target.id)]
    schemata = schema_of(subject), schema_of(target)
    role = _role(claim)
    if claim.relation == "member_of" and schemata[0] in _LEGAL and schemata[1] in _BODIES:
        return "Membership", {"member": [*ends[0]], "organization": [*ends[1]], "role": [role]}
    if claim.relation == "succeeded" and _LEGAL.issuperset(schemata):
        return "Succession", {"successor": [*ends[0]], "predecessor": [*ends[1]], "role": [role]}
    return "UnknownLink", {"subject": [*ends[0]], "object": [*ends[1]], "role": [role]}


def _role(claim: Claim) -> str:
    goods = claim_goods(claim)
    return relations()[claim.relation].label + (f": {goods}" if goods else "")


def _sanction(subject: Entity | None, target: Entity) -> Properties:
    return {
        "entity": [ftm_id(target.id)],
        "authority": [subject.name if subject else None],
        "country": [country_of(subject) if subject else None],
    }


def country_of(entity: Entity) -> str | None:
    """Return the code of a state as FollowTheMoney writes it."""
    code = entity.iso2 if entity.kind == "State" else None
    return code.lower() if code and code.isascii() and len(code) == 2 else None


def _event(claim: Claim, party: Entity | None, entities: Mapping[str, Entity]) -> Properties:
    is_legal = party is not None and schema_of(party) in _LEGAL
    return {
        "name": [claim_deed(claim, entities)],
        "involved": [ftm_id(party.id) if party and is_legal else None],
        "location": [party.name if party and party.kind == "Place" else None],
        "keywords": [relations()[claim.relation].label, items()[claim.item].label if claim.item else None],
    }


def _note(claim: Claim, entities: Mapping[str, Entity]) -> Properties:
    about = (claim.subject, claim.object, *claim.asserted_by)
    return {
        "name": [claim_in_words(claim, entities)],
        "entity": [ftm_id(named) for named in about if named],
        "keywords": [claim.status],
    }


def _dates(when: str | None) -> Properties:
    """Return the dates that say just what `when` says; those marked as uncertain, seasons and decades have none."""
    first, slash, last = (when or "").partition("/")
    if not slash:
        return {"date": [date_of(first)]}
    return {"startDate": [date_of(first)], "endDate": [date_of(last)]}


def date_of(text: str | None) -> str | None:
    """Return `text` if it is a plain year, month or day that the calendar has."""
    return text if text and _DATE.fullmatch(text) and is_edtf(text) else None
