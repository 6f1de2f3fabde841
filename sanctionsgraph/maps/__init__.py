"""Maps: a part of the graph as one HTML file, every line with the words it rests on."""

from __future__ import annotations

from sanctionsgraph.maps.drawing import MAX_NODES, Map, draw_map

__all__ = ["MAX_NODES", "Map", "draw_map"]
