"""Those who lead a state or a body: what they sign and send is the state's, "Haftar's forces" are the body's."""

from __future__ import annotations

from graph import reference
from ingest.coreference.history import History

# Words of somebody who leads no more.
_PAST = frozenset({"former", "ex", "ex-president", "ousted", "deposed", "toppled", "late", "exiled"})


def state_led_by(entity_id: str, history: History) -> str | None:
    """Return the state that a person leads or led, unless the article says that this is over."""
    record = reference.records().get(entity_id)
    if record is None or record.sort != "leader" or record.state is None:
        return None
    return f"state:{record.state}" if _PAST.isdisjoint(history.descriptors.get(entity_id, ())) else None


def body_led_by(entity_id: str) -> str | None:
    """Return the body that a person leads."""
    record = reference.records().get(entity_id)
    return record.parent if record and record.sort == "leader" else None
