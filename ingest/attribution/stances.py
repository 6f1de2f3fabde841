"""The stance of an article towards a deed: whether it is so, who says it, and why that was read so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.model import Status


@dataclass(frozen=True, slots=True)
class Stance:
    """Who says it, whether it is so, and why; `status` None where it is no claim at all."""

    status: Status | None = "affirmed"
    asserted_by: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    def turned(self, status: Status | None, *why: str) -> Stance:
        """Return this stance with another status, for these further reasons."""
        return replace(self, status=status, why=(*self.why, *why))

    def said_by(self, speakers: Callable[[], tuple[str, ...]]) -> Stance:
        """Return this stance with these speakers, unless it has its own: the innermost speaker counts."""
        return self if self.asserted_by else replace(self, asserted_by=speakers())

    @property
    def is_affirmed(self) -> bool:
        return self.status == "affirmed"


def no_claim(why: str) -> Stance:
    """Return the stance that leaves a deed out, for this reason."""
    return Stance(None, (), (why,))
