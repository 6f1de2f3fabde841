"""Sanctions regimes by whom they come from and whom they are on, and the bodies that watch them: "EU sanctions"."""

from __future__ import annotations

from functools import cache

from graph import reference
from ingest.names.mentions import Names

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


@cache
def panel_states() -> dict[str, str]:
    """Return the state that a panel or committee watches, by the body's id."""
    records = reference.records()
    watched = {
        body: f"state:{record.states[0]}"
        for record in records.values()
        if record.sort == "sanctions-regime" and len(record.states) == 1
        for body in record.bodies
        if records[body].sort in ("un-body", "un-panel")
    }
    panels = {
        entity_id: watched[record.parent]
        for entity_id, record in records.items()
        if record.sort == "un-panel" and record.parent in watched
    }
    return watched | panels


@cache
def _on_groups() -> dict[str, str]:
    """Return the UN regime by whom its names say it is on: by "houthis" that of "UN arms embargo on the Houthis"."""
    found: dict[str, str] = {}
    for record in reference.records().values():
        names = (record.entity.name, *record.entity.aliases) if record.sort == "sanctions-regime" else ()
        for name in names:
            kind, _, on = name.removesuffix("?").partition(" on ")
            if kind in ("UN arms embargo", "UN sanctions") and on:
                found.setdefault(on.removeprefix("the ").lower(), record.entity.id)
    return found


def regime_on_group(group: str, names: Names, *called: str) -> str | None:
    """Return the UN regime of the reference data that is on an armed group, also `called` by these names."""
    entity = names.entity(group)
    known = next((r for name in (entity.name, *entity.aliases) if (r := _on_groups().get(name.lower()))), None)
    return names.called(known, *called) if known else None


def issuer_of(entity_id: str) -> str | None:
    """Return how the name of a regime begins that this body or state imposed."""
    return _ISSUERS.get(entity_id)


def imposers_of(regime_name: str) -> set[str]:
    """Return the body or states that imposed what is called "EU sanctions on Russia"."""
    return {entity for entity, issuer in _ISSUERS.items() if issuer == regime_name.partition(" ")[0]}


def regime_state(regime: str) -> str | None:
    """Return the one state that a regime of the reference data is on."""
    return next((state for (_, state), known in _known().items() if known == regime), None)


def regime_of(issuer: str, state: str, names: Names, *called: str) -> str:
    """Return the regime that `issuer` (UN, EU, ...) put on a state, minted if unknown, also `called` by these names.

    An empty issuer stands for whoever it was.
    """
    on = names.entity(state).name
    if not issuer:
        return names.mint("SanctionsRegime", "treaty", f"sanctions on {on}", f"{on} sanctions", *called)
    aliases = (
        *(f"{issuer} {kind} {word} {on}" for kind in ("sanctions", "arms embargo") for word in ("on", "against")),
        *(f"{on} {kind}" for kind in ("sanctions", "arms embargo", "embargo")),
        f"arms embargo on {on}",
        f"sanctions on {on}",
        f"{issuer} sanctions",
        f"{issuer} sanctions regime on {on}",
        *called,
    )
    known = _known().get((issuer, state))
    if known:
        return names.called(known, *aliases)
    minted = names.mint("SanctionsRegime", "treaty", aliases[0], *aliases[1:])
    names.aimed[minted] = state
    return minted


def resolutions_on(state: str, names: Names, *called: str) -> str:
    """Return the body of nameless Council resolutions on a state, as one entity."""
    on = names.entity(state).name
    name = f"UN Security Council resolutions on {on}"
    aliases = ("UN Security Council resolutions", "Security Council resolutions", "UN resolutions")
    return names.mint("Resolution", "treaty", name, *aliases, *called)
