"""GEXF 1.3: the facts as lines between entities, dated, so that Gephi shows a time line.

Written here because networkx puts the day of writing into the file and knows no `kind` of a line, without which Gephi
merges parallel ones. A line without dates is there always. Nodes stand where the map has them, in its colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.exports.network import Attributes, Line, Look, Looks, Node, network, rgb
from graph.exports.xml import attribute
from graph.selection import Selected

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>sanctionsgraph</creator></meta>
<graph mode="dynamic" timeformat="date" defaultedgetype="directed">
"""
_TYPES = {str: "string", int: "integer", bool: "boolean"}


def lines(selected: Selected, looks: Looks | None = None) -> Iterator[str]:
    """Yield the document, an element at a time."""
    looks = looks or Looks()
    nodes, facts = network(selected)
    node_ids = _attribute_ids(node.attributes for node in nodes)
    fact_ids = _attribute_ids(fact.attributes for fact in facts)
    yield _HEAD
    yield from _declared("node", node_ids)
    yield from _declared("edge", fact_ids)
    yield "<nodes>\n"
    yield from (_node(node, node_ids, looks.nodes.get(node.id)) for node in nodes)
    yield "</nodes>\n<edges>\n"
    yield from (_edge(fact, fact_ids, looks) for fact in facts)
    yield "</edges>\n</graph>\n</gexf>\n"


def _attribute_ids(described: Iterable[Attributes]) -> dict[str, tuple[str, str]]:
    """Return, by name, the number and the type of each attribute that occurs."""
    types = {name: _TYPES[type(value)] for attributes in described for name, value in attributes.items()}
    return {name: (str(number), types[name]) for number, name in enumerate(sorted(types))}


def _declared(what: str, ids: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    if ids:
        yield f'<attributes class="{what}" mode="static">\n'
        for name, (number, kind) in ids.items():
            yield f'<attribute id="{number}" title={attribute(name)} type="{kind}"/>\n'
        yield "</attributes>\n"


def _node(node: Node, ids: Mapping[str, tuple[str, str]], look: Look | None) -> str:
    drawn = _look(look) if look else ""
    return (
        f"<node id={attribute(node.id)} label={attribute(node.label)}>{_values(node.attributes, ids)}{drawn}</node>\n"
    )


def _look(look: Look) -> str:
    place = ""
    if look.place:
        x, y = look.place
        place = f'<viz:position x="{x}" y="{-y}" z="0"/>'  # in Gephi y grows upwards
    return f'{_colour(look.colour)}{place}<viz:size value="{look.size}"/>'


def _colour(colour: str) -> str:
    red, green, blue = rgb(colour)
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _edge(fact: Line, ids: Mapping[str, tuple[str, str]], looks: Looks) -> str:
    dates = "".join(f" {end}={attribute(day)}" for end, day in (("start", fact.first), ("end", fact.last)) if day)
    colour = looks.groups.get(str(fact.attributes["group"]))
    return (
        f"<edge id={attribute(fact.id)} source={attribute(fact.source)} target={attribute(fact.target)}"
        f' kind={attribute(fact.kind)} label={attribute(fact.label)} weight="{fact.weight}"{dates}>'
        f"{_values(fact.attributes, ids)}{_colour(colour) if colour else ''}</edge>\n"
    )


def _values(attributes: Attributes, ids: Mapping[str, tuple[str, str]]) -> str:
    values = (
        f'<attvalue for="{ids[name][0]}" value={attribute(_shown(value))}/>' for name, value in attributes.items()
    )
    return f"<attvalues>{''.join(values)}</attvalues>"


def _shown(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
