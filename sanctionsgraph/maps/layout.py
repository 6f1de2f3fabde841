"""Where the nodes stand: worked out when the map is made, the same every time, whole pixels.

The part around the node that a map is about stands in rings. Every other connected part is laid out by stress
majorisation (Gansner, Koren, North, 2004: distances on paper follow distances in the graph). Labels are pushed apart,
and the parts are packed in rows. Memory and each round grow with the square of the number of nodes: under a second for
250, some five seconds for 2,000.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sanctionsgraph.maps.rings import lay_in_rings

Points = NDArray[np.float64]
Sizes = Mapping[str, tuple[float, float]]

_ROUNDS = 150
_UNTANGLE_ROUNDS = 200
_UNTANGLE_MOST = 600  # above, labels cannot all show anyway
_ROOM = 2.4  # the drawing's area over that of its labels
_ASPECT = 1.0
_EVEN_FROM, _EVENNESS = 12, 0.45
_GAP = 36.0


def lay_out(
    nodes: Sequence[str], pairs: Sequence[tuple[str, str]], sizes: Sizes, centre: str | None = None
) -> dict[str, tuple[int, int]]:
    """Return a place for each of `nodes`, joined by `pairs`; `sizes` are the width and height each needs, in pixels.

    What hangs together with `centre` stands in rings around it, one a step.
    """
    neighbours = neighbours_of(nodes, pairs)
    parts = _parts(nodes, neighbours)
    return _pack([_frame(part, _place_part(part, neighbours, sizes, centre), sizes) for part in parts])


def neighbours_of(nodes: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    """Return what each node is joined with, itself left out."""
    neighbours: dict[str, set[str]] = {node: set() for node in nodes}
    for one, other in pairs:
        if one != other:
            neighbours[one].add(other)
            neighbours[other].add(one)
    return neighbours


def _parts(nodes: Sequence[str], neighbours: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the connected parts, the largest first, each in order of id."""
    seen: set[str] = set()
    found = []
    for node in nodes:
        if node not in seen:
            part = sorted(hops_from(node, neighbours))
            seen.update(part)
            found.append(part)
    return sorted(found, key=lambda part: (-len(part), part[0]))


def hops_from(start: str, neighbours: Mapping[str, set[str]]) -> dict[str, int]:
    """Return how many steps away each node is that can be reached."""
    hops = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in neighbours[node]:
            if other not in hops:
                hops[other] = hops[node] + 1
                queue.append(other)
    return hops


def _place_part(part: list[str], neighbours: Mapping[str, set[str]], sizes: Sizes, centre: str | None = None) -> Points:
    boxes = np.array([sizes[node] for node in part], dtype=np.float64)
    if len(part) == 1:
        return np.zeros((1, 2))
    if centre in part:
        return _push_apart(lay_in_rings(part, hops_from(centre, neighbours), neighbours, boxes), boxes)
    distances = _distances(part, neighbours)
    points = _spread(_stress(distances, _first_guess(distances)), boxes)
    return _push_apart(points, boxes) if len(part) <= _UNTANGLE_MOST else points


def _distances(part: list[str], neighbours: Mapping[str, set[str]]) -> Points:
    """Return how many steps lie between any two, all nodes taking one more step at a time."""
    index = {node: position for position, node in enumerate(part)}
    joined = np.zeros((len(part), len(part)), dtype=np.float32)
    for node in part:
        for other in neighbours[node]:
            joined[index[node], index[other]] = 1
    reached = np.eye(len(part), dtype=np.bool_)
    edge, distances = reached.astype(np.float32), np.zeros((len(part), len(part)))
    steps = 0
    while not reached.all():
        steps += 1
        new = ((edge @ joined) > 0) & ~reached
        distances[new] = steps
        reached |= new
        edge = new.astype(np.float32)
    return distances


def _first_guess(distances: Points) -> Points:
    """Return the two main axes of classical scaling, by power iteration from a fixed start."""
    squared = distances**2
    centred = -0.5 * (squared - squared.mean(0) - squared.mean(1)[:, None] + squared.mean())
    axes: list[Points] = []
    for turn in range(2):
        axis: Points = np.cos(np.arange(len(distances)) * (turn + 1.0) + 0.5)
        for _ in range(60):
            axis = centred @ axis
            for other in axes:
                axis = axis - other * float(axis @ other) / max(float(other @ other), 1e-12)
            axis = axis / max(float(np.sqrt((axis**2).sum())), 1e-12)
        axes.append(np.round(axis, 6))
    # A ring around a hub has equal distances: without a nudge its nodes would fall on one another.
    turns = np.arange(len(distances)) * 2.399963
    nudge = 0.05 * np.stack([np.cos(turns), np.sin(turns)], 1)
    guess: Points = np.stack(axes, 1) * np.sqrt(len(distances)) + nudge
    return guess


def _stress(distances: Points, points: Points) -> Points:
    """Move each point to where its distances from all others pull it, all at once, round after round."""
    weights: Points = np.where(distances > 0, 1 / np.maximum(distances, 1) ** 2, 0)
    total, wanted = weights.sum(1)[:, None], weights * distances
    pull = np.empty_like(distances)
    for turn in range(_ROUNDS if len(points) <= _UNTANGLE_MOST else _ROUNDS // 3):
        _squares(points, pull)
        np.maximum(pull, 1e-12, out=pull)
        np.divide(wanted, np.sqrt(pull, out=pull), out=pull)
        moved = (weights @ points + points * pull.sum(1)[:, None] - pull @ points) / total
        if np.abs(moved - points).max() < 1e-3:
            break
        points = np.round(moved, 6) if turn % 10 == 9 else moved
    return np.round(points, 4)


def _squares(points: Points, out: Points) -> None:
    """Fill `out` with the squared distances: in place, since memory taken anew costs more than the sums."""
    np.subtract.outer(points[:, 0], points[:, 0], out=out)
    np.square(out, out=out)
    down = np.subtract.outer(points[:, 1], points[:, 1])
    out += np.square(down, out=down)


def _spread(points: Points, boxes: Points) -> Points:
    """Turn the points so that they lie wide, even out crowded and empty parts, and scale to give the labels room."""
    points = _even(_turn(points - points.mean(0)))
    extent = np.maximum(points.max(0) - points.min(0), 0.4)
    area = float((boxes[:, 0] * boxes[:, 1]).sum()) * _ROOM
    aspect = float(np.clip(extent[0] / extent[1], _ASPECT * 0.85, _ASPECT * 1.2))
    wanted = np.array([np.sqrt(area * aspect), np.sqrt(area / aspect)])
    longest = max(170.0, float(boxes[:, 0].max()) * 1.2)
    if len(points) == 2:
        wanted = np.array([longest, 0.0])
    spread: Points = np.round(points / extent * np.maximum(wanted, [longest, 0.0]), 2)
    return spread


def _even(points: Points) -> Points:
    """Return the points half way to places at equal distances along either side."""
    if len(points) < _EVEN_FROM:
        return points
    ranks = np.argsort(np.argsort(np.round(points, 3), axis=0, kind="stable"), axis=0, kind="stable")
    extent = np.maximum(points.max(0) - points.min(0), 1e-6)
    evenly: Points = (ranks / (len(points) - 1) - 0.5) * extent
    centred: Points = points - (points.max(0) + points.min(0)) / 2
    return centred * (1 - _EVENNESS) + evenly * _EVENNESS


def _turn(points: Points) -> Points:
    xx, yy, xy = (points[:, 0] ** 2).sum(), (points[:, 1] ** 2).sum(), (points[:, 0] * points[:, 1]).sum()
    angle = -0.5 * np.arctan2(2 * xy, xx - yy)
    cos, sin = np.cos(angle), np.sin(angle)
    return np.stack([points[:, 0] * cos - points[:, 1] * sin, points[:, 0] * sin + points[:, 1] * cos], 1)


def _push_apart(points: Points, boxes: Points) -> Points:
    """Push boxes that overlap apart, along the side where they overlap less in proportion."""
    room: Points = (boxes[:, None, :] + boxes[None, :, :]) / 2
    order = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None, :])
    for _ in range(_UNTANGLE_ROUNDS):
        gaps: Points = points[:, None, :] - points[None, :, :]
        overlap = np.maximum(room - np.abs(gaps), 0)
        both = (overlap.min(2) > 0) & (order != 0)
        if not both.any():
            break
        side = np.where(overlap[:, :, 0] / room[:, :, 0] < overlap[:, :, 1] / room[:, :, 1], 0, 1)
        sign = np.where(gaps == 0, order[:, :, None], np.sign(gaps))
        push = np.stack([np.where(both & (side == axis), overlap[:, :, axis] * sign[:, :, axis], 0) for axis in (0, 1)])
        points = np.round(points + 0.5 * np.clip(push.sum(2).T, -60, 60) + 0.0, 2)
    return points


@dataclass(frozen=True, slots=True)
class _Frame:
    """A part with the room it takes; `points` count from its upper left corner."""

    part: list[str]
    points: Points
    width: float
    height: float


def _frame(part: list[str], points: Points, sizes: Sizes) -> _Frame:
    halves = np.array([sizes[node] for node in part]) / 2
    low, high = (points - halves).min(0), (points + halves).max(0)
    return _Frame(part, points - low, float(high[0] - low[0]), float(high[1] - low[1]))


def _pack(frames: list[_Frame]) -> dict[str, tuple[int, int]]:
    """Return whole places: the largest part first, the others in rows below it, low ones stacked beside a high one."""
    area = sum((frame.width + _GAP) * (frame.height + _GAP) for frame in frames)
    row_width = max([frame.width for frame in frames] + [float(np.sqrt(area * _ASPECT)) * 1.1], default=0.0)
    out: dict[str, tuple[int, int]] = {}
    left = column = top = row = filled = 0.0
    for frame in [*frames[:1], *sorted(frames[1:], key=lambda frame: (-frame.height, frame.part))]:
        if filled and filled + frame.height <= row and frame.width <= column * 1.15:
            corner = (left, top + filled)
        else:
            left = left + column + _GAP if column else 0.0
            column = filled = 0.0
            if left and left + frame.width > row_width:
                left, top, row = 0.0, top + row + _GAP, 0.0
            corner = (left, top)
        column, filled, row = max(column, frame.width), filled + frame.height + _GAP, max(row, frame.height)
        for node, (x, y) in zip(frame.part, frame.points, strict=True):
            out[node] = (round(x + corner[0]), round(y + corner[1]))
    return out
