"""Polygons of a TopoJSON file: arcs shared between neighbours, put together and decoded (TopoJSON format specification)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Ring = list[tuple[float, float]]
"""Longitude and latitude in degrees, the first point again at the end."""


def read_polygons(path: Path) -> Iterator[tuple[dict[str, Any], list[list[Ring]]]]:
    """The properties and polygons (outer ring first, then holes) of each geometry; ValueError where one is none."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [list(_decoded(arc, topology.get("transform"))) for arc in topology["arcs"]]
    for collection in topology["objects"].values():
        for geometry in collection["geometries"]:
            if geometry["type"] not in ("Polygon", "MultiPolygon"):
                raise ValueError(f"no polygon: {geometry['type']}")
            polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            yield geometry.get("properties", {}), [[_ring(ring, arcs) for ring in rings] for rings in polygons]


def _decoded(arc: Sequence[Sequence[float]], transform: dict[str, list[float]] | None) -> Iterator[tuple[float, float]]:
    """Points of an arc; with a transform they are steps on a grid."""
    if transform is None:
        yield from ((point[0], point[1]) for point in arc)
        return
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0.0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x * wide + west, y * high + south


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """A ring of arcs end to end; a negative number ~i is arc i backwards."""
    ring: Ring = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += points[1:] if ring else points
    return ring
