"""JSON Lines, GeoJSON and a JSON array, written as they come."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from isnad.publishing.columns import Row

_encode = msgspec.json.Encoder().encode
_POINT: Final = ("latitude", "longitude")


def write_json_lines(path: Path, objects: Iterable[Mapping[str, Any]]) -> None:
    """An object a line."""
    with path.open("wb") as stream:
        for one in objects:
            stream.write(_encode(one) + b"\n")


def write_json_array(path: Path, objects: Iterable[Mapping[str, Any]]) -> None:
    """One array, an object a line."""
    with path.open("wb") as stream:
        stream.write(b"[")
        _write_parted(stream, objects)
        stream.write(b"\n]\n")


def write_geojson(path: Path, rows: Iterable[Row]) -> None:
    """A FeatureCollection (RFC 7946), a feature a line; where no point is known the geometry is null."""
    with path.open("wb") as stream:
        stream.write(b'{"type":"FeatureCollection","features":[')
        _write_parted(stream, (_feature(row) for row in rows))
        stream.write(b"\n]}\n")


def _write_parted(stream: Any, objects: Iterable[Mapping[str, Any]]) -> None:
    between = b"\n"
    for one in objects:
        stream.write(between + _encode(one))
        between = b",\n"


def _feature(row: Row) -> dict[str, Any]:
    latitude, longitude = row["latitude"], row["longitude"]
    known = latitude is not None and longitude is not None
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]} if known else None,
        "properties": {name: value for name, value in row.items() if name not in _POINT},
    }
