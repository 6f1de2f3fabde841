"""Sanctions regimes and embargoes by whom they come from and whom they are on: "the Darfur embargo", "EU sanctions"."""

from __future__ import annotations

from functools import cache

from graph import reference
from ingest.names import Names

_ISSUERS = {
    "org:united-nations": "UN", "org:un-security-council": "UN", "org:european-union": "EU", "state:US": "US",
    "state:GB": "UK",
}  # fmt: skip


@cache
def _known() -> dict[tuple[str, str], str]:
    """Return the regime of the reference data by issuer and state."""
    found: dict[tuple[str, str], str] = {}
    for record in reference.records().values():
        if record.sort == "sanctions-regime" and len(record.states) == 1:
            issuer = record.entity.name.split()[0]
            if issuer in _ISSUERS.values():
                found.setdefault((issuer, f"state:{record.states[0]}"), record.entity.id)
    return found


@cache
def watched_states() -> frozenset[str]:
    """Return the states that a UN regime is on."""
    return frozenset(state for issuer, state in _known() if issuer == "UN")


def issuer_of(entity_id: str) -> str | None:
    """Return how the name of a regime begins that this body or state imposed."""
    return _ISSUERS.get(entity_id)


def regime_state(regime: str) -> str | None:
    """Return the one state that a regime of the reference data is on."""
    return next((state for (_, state), known in _known().items() if known == regime), None)


def regime_of(issuer: str, state: str, names: Names, *called: str) -> str:
    """Return the regime that `issuer` (UN, EU, ...) put on a state, minted if unknown, with what the article calls it."""
    known = _known().get((issuer, state))
    on = names.entity(state).name
    called = tuple(name for name in called if name)
    aliases = [
        f"{issuer} {kind} {preposition} {on}"
        for kind in ("sanctions", "arms embargo")
        for preposition in ("on", "against")
    ]
    aliases += [f"{on} {kind}" for kind in ("sanctions", "arms embargo", "embargo")]
    aliases += [
        f"arms embargo on {on}",
        f"sanctions on {on}",
        f"{issuer} sanctions",
        f"{issuer} sanctions regime on {on}",
    ]
    if known:
        names.alias(names.entity(known), *aliases, *called)
        return known
    return names.mint("SanctionsRegime", "treaty", aliases[0], *aliases[1:], *called)


def resolutions_on(state: str, names: Names, *called: str) -> str:
    """Return the body of nameless Council resolutions on a state, as one entity."""
    on = names.entity(state).name
    name = f"UN Security Council resolutions on {on}"
    aliases = ("UN Security Council resolutions", "Security Council resolutions", "UN resolutions")
    return names.mint("Resolution", "treaty", name, *aliases, *called)
