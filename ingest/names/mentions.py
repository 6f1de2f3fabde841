"""Where an article names something, and what its names stand for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from graph import reference
from graph.model import Entity, slugify


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `kind` is entity, item or place; `target` an entity id or an item slug.

    `role` tells how it names: name, alias, capital, adjective, people, place; singular, plural, mass, model (items);
    minted, surname.
    """

    start: int
    end: int
    kind: str
    target: str
    role: str

    @property
    def is_entity(self) -> bool:
        return self.kind == "entity"

    @property
    def is_noun(self) -> bool:
        """Whether it names an entity by a noun of its own: "Russia", but not "Russian" or "Russians"."""
        return self.kind == "entity" and self.role not in ("adjective", "people")

    @property
    def is_item(self) -> bool:
        return self.kind == "item"

    @property
    def is_person(self) -> bool:
        return self.target.startswith("person:")

    @property
    def is_state(self) -> bool:
        """Whether it leads to a state, also by a place in it."""
        return self.target.startswith("state:")


@dataclass(slots=True)
class Names:
    """The names of one article, in order, and the entities that it minted or gave aliases to."""

    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    # The states that minted regimes are on.
    aimed: dict[str, str] = field(default_factory=dict)
    # Minted entities that turned out to be others.
    _united: dict[str, str] = field(default_factory=dict)

    def home(self, entity_id: str) -> str:
        """Return the entity that another has been found to be."""
        while entity_id in self._united:
            entity_id = self._united[entity_id]
        return entity_id

    def entity(self, entity_id: str) -> Entity:
        """Return an entity with the aliases that this article gives it."""
        entity_id = self.home(entity_id)
        found = self.entities.get(entity_id) or reference.entity(entity_id)
        if found is None:
            raise KeyError(entity_id)
        return found

    def kind(self, entity_id: str) -> str:
        return self.entity(entity_id).kind

    def mint(self, kind: str, prefix: str, name: str, *aliases: str) -> str:
        """Return the id of an entity that only the article names, made if new, with these aliases added."""
        entity_id = f"{prefix}:{slugify(name)}"
        self.alias(Entity(entity_id, kind, name, minted=True), *aliases)
        return entity_id

    def alias(self, entity: Entity, *aliases: str) -> None:
        """Note that the article calls `entity` by these names."""
        known = self.entities.get(entity.id) or reference.entity(entity.id) or entity
        new = [alias for alias in aliases if alias and alias != known.name and alias not in known.aliases]
        self.entities[entity.id] = replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *new))))

    def called(self, entity_id: str, *aliases: str) -> str:
        """Note that the article calls a known entity by these names, and return its id."""
        self.alias(self.entity(entity_id), *aliases)
        return entity_id

    def unite(self, minted: str, other: str) -> None:
        """Let a minted entity be `other`, which takes over its aliases; `settle` tells the mentions."""
        gone, other = self.entities.pop(minted), self.home(other)
        self._united[minted] = other
        self.called(other, *gone.aliases)

    def settle(self) -> None:
        """Put the mentions in order, each of the entity that it was found to be of."""
        found = (replace(m, target=self.home(m.target)) if m.target in self._united else m for m in self.mentions)
        self.mentions = sorted(found, key=lambda mention: (mention.start, -mention.end))
