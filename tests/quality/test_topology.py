"""Polygons of TopoJSON."""

import json
from pathlib import Path

import pytest

from quality.topology import read_polygons


def test_arcs_are_decoded_turned_round_and_joined(tmp_path: Path) -> None:
    topology = {
        "type": "Topology",
        "transform": {"scale": [0.5, 2.0], "translate": [10.0, 20.0]},
        "arcs": [[[0, 0], [2, 0], [0, 1]], [[0, 0], [0, 1], [2, 0]]],
        "objects": {"a": {"geometries": [{"type": "Polygon", "arcs": [[0, -2]], "properties": {"name": "X"}}]}},
    }
    path = tmp_path / "t.topojson"
    path.write_text(json.dumps(topology), encoding="utf-8")
    ((facts, polygons),) = read_polygons(path)
    assert facts == {"name": "X"}
    assert polygons == [[[(10.0, 20.0), (11.0, 20.0), (11.0, 22.0), (10.0, 22.0), (10.0, 20.0)]]]


def test_a_line_is_no_polygon(tmp_path: Path) -> None:
    path = tmp_path / "t.topojson"
    path.write_text(json.dumps({"arcs": [], "objects": {"a": {"geometries": [{"type": "LineString", "arcs": []}]}}}))
    with pytest.raises(ValueError, match="LineString"):
        list(read_polygons(path))
