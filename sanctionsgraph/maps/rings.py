"""The neighbourhood of one node in rings: itself in the middle, one step away on the first ring, two on the second, ...

Whoever hangs on a node of an inner ring stands near it. A ring that would grow too wide has several rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_FIRST = 150.0  # the least radius of the first ring, and the least distance between two rings
_STEP = 130.0
_SLACK = 1.12
_ROUNDS = 300


def lay_in_rings(
    order: Sequence[str], hops: Mapping[str, int], neighbours: Mapping[str, set[str]], boxes: Points
) -> Points:
    """Return places around the one node with no hops, in the order of `order`; `boxes` are the sizes of the labels."""
    index = {node: position for position, node in enumerate(order)}
    parents = {node: _parent(node, hops, neighbours) for node in order if hops[node]}
    weights = _weights(hops, parents)
    points = np.zeros((len(order), 2))
    angles = {node: 0.0 for node in order if not hops[node]}
    radius = 0.0
    for hop in range(1, max(hops.values()) + 1):
        ring = sorted((node for node in order if hops[node] == hop), key=lambda node: (angles[parents[node]], node))
        wanted = _shares(ring, weights) if hop == 1 else np.array([angles[parents[node]] for node in ring])
        needs = boxes[[index[node] for node in ring]]
        for row, row_radius in _rows(needs, wanted, radius):
            found = _spaced(wanted[row], _needs(needs[row], wanted[row]) / row_radius)
            for position, angle in zip(row, found, strict=True):
                angles[ring[position]] = float(angle)
                points[index[ring[position]]] = row_radius * np.cos(angle), row_radius * np.sin(angle)
            radius = row_radius
    rounded: Points = np.round(points, 2) + 0.0
    return rounded


def boundaries(places: Mapping[str, tuple[int, int]], hops: Mapping[str, int], centre: str) -> list[int]:
    """Return the radii of circles about the centre that part each ring from the next."""
    x, y = places[centre]
    away = {node: float(np.hypot(places[node][0] - x, places[node][1] - y)) for node in hops}
    rings = [[away[node] for node in sorted(hops) if hops[node] == hop] for hop in range(1, max(hops.values()) + 1)]
    return [round((max(inner) + min(outer)) / 2) for inner, outer in pairwise(rings)]


def _parent(node: str, hops: Mapping[str, int], neighbours: Mapping[str, set[str]]) -> str:
    return min(other for other in neighbours[node] if hops[other] == hops[node] - 1)


def _weights(hops: Mapping[str, int], parents: Mapping[str, str]) -> dict[str, float]:
    """Return how wide a piece of the first ring each node asks for: more with more behind it."""
    weights = dict.fromkeys(hops, 1.0)
    for node in sorted(parents, key=lambda node: (-hops[node], node)):
        weights[parents[node]] += 0.5 * weights[node]
    return weights


def _shares(ring: Sequence[str], weights: Mapping[str, float]) -> Points:
    shares = np.array([weights[node] for node in ring])
    middles: Points = (np.cumsum(shares) - shares / 2) / shares.sum() * 2 * np.pi - np.pi / 2
    return middles


def _needs(boxes: Points, angles: Points) -> Points:
    """Return how much of a circle each box takes: its height at the sides, its width above and below."""
    across = boxes[:, 0] / np.maximum(np.abs(np.sin(angles)), 1e-6)
    down = boxes[:, 1] / np.maximum(np.abs(np.cos(angles)), 1e-6)
    needs: Points = np.minimum(across, down) * _SLACK
    return needs


def _rows(boxes: Points, angles: Points, inner: float) -> list[tuple[list[int], float]]:
    """Return the rows of a ring from the inside out: who stands in each, taken in turn, and its radius."""
    need = float(_needs(boxes, angles).sum())
    radii = [max(_FIRST, inner + _STEP)]
    while 2 * np.pi * sum(radii) < need and len(radii) < len(boxes):
        radii.append(radii[-1] + _STEP * 0.8)
    if len(radii) == 2:  # one row a little farther out reads better than two
        radii = [max(radii[0], need / (2 * np.pi))]
    owed = [0.0] * len(radii)
    rows: list[list[int]] = [[] for _ in radii]
    for position in range(len(boxes)):
        owed = [debt + radius / sum(radii) for debt, radius in zip(owed, radii, strict=True)]
        row = max(range(len(radii)), key=lambda each: owed[each])
        owed[row] -= 1
        rows[row].append(position)
    return [(row, radius) for row, radius in zip(rows, radii, strict=True) if row]


def _spaced(wanted: Points, needs: Points) -> Points:
    """Return angles near those wanted, in their order, each as far from the next as the two need."""
    angles = wanted.copy()
    if len(angles) < 2:
        return angles
    room: Points = (needs + np.roll(needs, -1)) / 2
    room = room * min(1.0, 2 * np.pi * 0.999 / float(room.sum()))
    for _ in range(_ROUNDS):
        gaps = np.roll(angles, -1) - angles
        gaps[-1] += 2 * np.pi
        short = np.maximum(room - gaps, 0) / 2
        if short.max() < 1e-4:
            break
        angles = angles - short + np.roll(short, 1)
    rounded: Points = np.round(angles, 4)
    return rounded
