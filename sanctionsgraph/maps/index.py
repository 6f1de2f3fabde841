"""The first page of an atlas: every name with a link to its map, and a box to find one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.selection import Selected
from sanctionsgraph.maps.looks import kind_looks
from sanctionsgraph.maps.network import as_is, content_policy, page_file, page_template, without_surrogates

GENERATOR = '<meta name="generator" content="sanctionsgraph atlas">'
_ALIASES = 12
_STROKES = str.maketrans("øłđ", "old")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of the index; `file` is the address of its map, `claims` how many are about it."""

    kind: str
    name: str
    aliases: tuple[str, ...]
    file: str
    claims: int
    denied: int

    @property
    def also(self) -> list[str]:
        return [alias for alias in dict.fromkeys(self.aliases) if alias != self.name][:_ALIASES]

    @property
    def folded(self) -> str:
        """The names as the search compares them: lower case, without accents."""
        text = unicodedata.normalize("NFKD", "\n".join((self.name, *self.aliases)))
        bare = "".join(letter for letter in text if not unicodedata.category(letter).startswith("M"))
        return bare.lower().translate(_STROKES)


def index_page(
    title: str, selected: Selected, entries: Sequence[Entry], communities: Sequence[tuple[str, str, int]]
) -> str:
    """Return the page. `communities` are name, address and number of members of each; entries keep their order."""
    order = list(kind_looks())
    by_kind = groupby(sorted(entries, key=lambda entry: order.index(entry.kind)), key=lambda entry: entry.kind)
    style, script = page_file("style.css") + page_file("atlas.css"), page_file("fold.js") + page_file("atlas.js")
    page = page_template("atlas.html").render(
        title=title,
        generator=as_is(GENERATOR),
        policy=content_policy(style, script),
        style=as_is(style),
        script=as_is(script),
        names=len(entries),
        claims=len(selected.claims),
        articles=len({claim.article for claim in selected.claims}),
        communities=communities,
        kinds=[(kind_looks()[kind].label, list(found)) for kind, found in by_kind],
    )
    return without_surrogates(page)
