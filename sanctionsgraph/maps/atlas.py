"""An atlas: a folder with an index, a map of the communities, and a map for each name and each community, linked.

Every page is whole by itself and asks nothing of the network. The same selection gives the same bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from graph.errors import DataError
from graph.exports.files import write_folder
from graph.model import Entity, Fact, digest
from graph.neighbourhoods import Neighbourhoods
from graph.selection import Selected
from sanctionsgraph.maps.communities import Community, between, communities_of
from sanctionsgraph.maps.drawing import MAX_NODES, Links, Map
from sanctionsgraph.maps.index import GENERATOR, Entry, index_page
from sanctionsgraph.maps.lines import Drawn, Lens, draw_lines
from sanctionsgraph.maps.looks import kind_on_map
from sanctionsgraph.maps.payload import describe_node, find_node
from sanctionsgraph.maps.wording import short_label

INDEX, COMMUNITIES, MAPS = "index.html", "communities.html", "maps"
_PLAIN = re.compile(r"[a-z]+:[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_LONGEST = 60


@dataclass(frozen=True)
class Atlas:
    """What an atlas of `selected` holds. `hops` is how far the map of a name reaches; the rest is as in `Map`."""

    selected: Selected
    title: str
    hops: int = 1
    max_nodes: int = MAX_NODES
    lens: Lens = "parties"

    @cached_property
    def drawn(self) -> Drawn:
        """Everything, were it on one map."""
        return draw_lines(self.selected.facts)

    @cached_property
    def communities(self) -> list[Community]:
        return communities_of(self.drawn)

    @cached_property
    def nodes(self) -> list[str]:
        """The ids that have a map each: whoever does something or has it done to them, and every item named."""
        return sorted(set(self.drawn.nodes) | {f"item:{fact.item}" for fact in self.selected.facts if fact.item})

    @cached_property
    def names(self) -> dict[str, str]:
        return {node: describe_node(find_node(node, self._entities))["name"] for node in self.nodes}

    @cached_property
    def short_names(self) -> dict[str, str]:
        """Names as a map writes them, where that is not cut."""
        return {node: self._short_name(node) for node in self.nodes}

    def _short_name(self, node: str) -> str:
        known = find_node(node, self._entities)
        short = short_label(self.names[node], known.aliases if isinstance(known, Entity) else ()).replace("\n", " ")
        return self.names[node] if short.endswith("…") else short

    @cached_property
    def files(self) -> dict[str, str]:
        """The names of the files of the maps in `maps`, by id of the node or community."""
        return file_names([*self.nodes, *(community.id for community in self.communities)])

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.selected.entities}

    @cached_property
    def _parts(self) -> Neighbourhoods:
        return Neighbourhoods(self.selected)

    @cached_property
    def _communities_as_entities(self) -> dict[str, Entity]:
        return {community.id: community.as_entity(self.short_names) for community in self.communities}

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield each page with its name within the folder."""
        yield INDEX, index_page(self.title, self.selected, self._entries(), self._communities())
        yield COMMUNITIES, self._community_map().html
        for node in self.nodes:
            yield f"{MAPS}/{self.files[node]}", self.map_around(node).html
        for community in self.communities:
            yield f"{MAPS}/{self.files[community.id]}", self.map_of(community).html

    def map_around(self, node: str) -> Map:
        """Return the map of what is said about a node."""
        part = self._parts.around(node, self.hops)
        return Map(part, self.names[node], self.max_nodes, (node,), self.lens, links=Links("../index.html", self.files))

    def map_of(self, community: Community) -> Map:
        """Return the map of what goes on within a community."""
        members = set(community.members)
        facts = tuple(fact for fact in self.selected.facts if _ends(fact) <= members)
        title = self._communities_as_entities[community.id].name
        return Map(
            _narrowed(self.selected, facts), title, self.max_nodes, (), self.lens,
            links=Links("../index.html", self.files),
        )  # fmt: skip

    def _community_map(self) -> Map:
        entities = tuple(self._communities_as_entities[key] for key in sorted(self._communities_as_entities))
        whole = replace(self.selected, entities=(*self.selected.entities, *entities))
        members = {community.id: list(community.members) for community in self.communities}
        files = {node: f"{MAPS}/{name}" for node, name in self.files.items()}
        return Map(
            whole, f"{self.title}: communities", self.max_nodes, given=between(self.drawn, self.communities),
            links=Links(INDEX, files), members=members,
        )  # fmt: skip

    def _entries(self) -> list[Entry]:
        claims, denied = self._counts()
        found = []
        for node in self.nodes:
            known = find_node(node, self._entities)
            aliases = known.aliases if isinstance(known, Entity) else ()
            file = f"{MAPS}/{self.files[node]}"
            found.append(Entry(kind_on_map(known), self.names[node], aliases, file, claims[node], denied[node]))
        return sorted(found, key=lambda entry: (-entry.claims, entry.name, entry.file))

    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        claims: Counter[str] = Counter()
        denied: Counter[str] = Counter()
        for node in self.nodes:
            for fact in self._parts.around(node).facts:
                claims[node] += len(fact.claims)
                denied[node] += fact.denied
        return claims, denied

    def _communities(self) -> list[tuple[str, str, int]]:
        """Return name, file and number of members of each community."""
        return [
            (self._communities_as_entities[each.id].name, f"{MAPS}/{self.files[each.id]}", len(each.members))
            for each in self.communities
        ]


def write_atlas(atlas: Atlas, folder: Path, *, step: Callable[[int, int], None] = lambda _done, _most: None) -> None:
    """Write the atlas as `folder`; an earlier atlas there makes way once the new one is complete.

    `step` is told how many pages are written, and of how many.

    Raises:
        DataError: `folder` is a file, holds anything else, or cannot be written.
    """
    _refuse_others(folder)

    def fill(part: Path) -> None:
        (part / MAPS).mkdir()
        most = 2 + len(atlas.files)
        for done, (name, page) in enumerate(atlas.pages(), 1):
            (part / name).write_text(page, encoding="utf-8", newline="")
            step(done, most)

    write_folder(folder, fill, (INDEX, COMMUNITIES, MAPS))


def _refuse_others(folder: Path) -> None:
    """Refuse a folder that holds more than an atlas: what is in `maps` would be lost."""
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    index = folder / INDEX
    is_atlas = index.is_file() and GENERATOR in index.read_text("utf-8", errors="replace")[:2000]
    maps = folder / MAPS
    strangers = [path for path in sorted(maps.iterdir()) if path.suffix != ".html"] if maps.is_dir() else []
    if not is_atlas or strangers:
        other = strangers[0] if strangers else min(folder.iterdir())
        raise DataError(f"{folder} holds other things ({other.relative_to(folder)}); name an empty folder or a new one")


def file_names(ids: Sequence[str]) -> dict[str, str]:
    """Return a file name for each id: lower-case letters, digits and hyphens, no two alike on any system."""
    plain = {each: each.lower().replace(":", "-") for each in ids if _PLAIN.fullmatch(each) and len(each) <= _LONGEST}
    taken = Counter(plain.values())
    return {each: f"{plain[each]}.html" if taken[plain.get(each, "")] == 1 else _told_apart(each) for each in ids}


def _told_apart(node: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", node.lower()).strip("-")[:_LONGEST]
    return f"{slug}--{digest(node)}.html".lstrip("-")  # a plain name has no two hyphens in a row


def _narrowed(selected: Selected, facts: tuple[Fact, ...]) -> Selected:
    """Return the part of a selection that bears these facts."""
    ids = {claim for fact in facts for claim in fact.claims}
    claims = tuple(claim for claim in selected.claims if claim.id in ids)
    quoted = {claim.article for claim in claims}
    articles = tuple(article for article in selected.articles if article.id in quoted)
    return Selected(selected.entities, articles, claims, facts, selected.origins)


def _ends(fact: Fact) -> set[str]:
    item = f"item:{fact.item}" if fact.item else None
    return {end for end in (fact.subject, fact.object or item) if end}
