"""How many of our own places lie in the division they are said to be in: `python -m quality.places_polygons`.

The polygons are those of `../shared/places/whosonfirst_admin1.topojson` (Who's On First; nine countries), matched to our
divisions by their Arabic names. Needs `shapely`. Exit status 1 below the share asked for, or where too little was compared.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final
from unicodedata import normalize

from msgspec import Struct
from shapely import MultiPolygon, Point, make_valid
from shapely import Polygon as Shape
from shapely.geometry.base import BaseGeometry

from isnad.places.supplement import Row, read_rows
from isnad.text.folding import fold
from quality.topology import Ring, read_polygons

POLYGONS: Final = Path(__file__).resolve().parents[2] / "shared" / "places" / "whosonfirst_admin1.topojson"
WANTED: Final = 0.97
EDGE_DEGREES: Final = 0.01
"""About a kilometre: the polygons are simplified, and crossings and quays stand on the very edge."""

FEWEST: Final = 600
_MARKS: Final = str.maketrans("", "", "\u200e\u200f\xa0")
_HEADS: Final = ("محافظه ", "شعبيه ", "ولايه ", "منطقه ", "بلديه ")


class Compared(Struct, frozen=True, kw_only=True):
    """Rows compared, those outside their division, and divisions of ours that no polygon was found for."""

    rows: int
    outside: tuple[Row, ...]
    unmatched: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of rows inside."""
        return 1.0 - len(self.outside) / self.rows if self.rows else 0.0


def compare(path: Path = POLYGONS, edge: float = 0.0) -> Compared:
    """Our places with a division, held against the polygons of `path`; `edge` degrees outside are still inside."""
    shapes = read_shapes(path)
    countries = {country for country, _ in shapes}
    rows = [row for row in read_rows() if row.country in countries]
    found = {row.code: _shape_of(row, shapes) for row in rows if row.kind == "admin1"}
    placed = [row for row in rows if row.kind not in ("country", "admin1") and found.get(row.code) is not None]
    outside = tuple(row for row in placed if not _holds(found[row.code], row, edge))
    return Compared(
        rows=len(placed), outside=outside, unmatched=tuple(sorted(c for c, s in found.items() if s is None))
    )


def read_shapes(path: Path) -> dict[tuple[str, str], BaseGeometry]:
    """The shape of each division by country and folded Arabic or English name."""
    shapes: dict[tuple[str, str], BaseGeometry] = {}
    for facts, polygons in read_polygons(path):
        shape = _shape(polygons)
        for name in (*facts.get("ar", ()), facts["name"]):
            shapes.setdefault((facts["cc"], _key(name)), shape)
    return shapes


def _shape(polygons: list[list[Ring]]) -> BaseGeometry:
    rings = [[ring for ring in rings if len(ring) >= len("abca")] for rings in polygons]
    return make_valid(MultiPolygon([Shape(parts[0], parts[1:]) for parts in rings if parts]))


def _shape_of(row: Row, shapes: dict[tuple[str, str], BaseGeometry]) -> BaseGeometry | None:
    """A division's polygon; the governorates of Palestine are compared by their territory, which is what the file has."""
    for name in (row.wider or row.name, *row.spellings):
        if (shape := shapes.get((row.country or "", _key(name)))) is not None:
            return shape
    return None


def _key(name: str) -> str:
    key = " ".join(fold(normalize("NFKC", name).translate(_MARKS)).lower().split())
    return next((key.removeprefix(head) for head in _HEADS if key.startswith(head)), key)


def _holds(shape: BaseGeometry | None, row: Row, edge: float) -> bool:
    return shape is not None and bool(shape.distance(Point(row.longitude, row.latitude)) <= edge)


def main() -> int:
    """Print the share and what lies outside; the exit status."""
    if not POLYGONS.exists():
        print(f"{POLYGONS} is not here, so nothing is compared")
        return 0
    compared = compare()
    for row in compared.outside:
        print(f"outside {row.code}: {row.kind} {row.name} ({row.latitude}, {row.longitude})")
    near = compare(edge=EDGE_DEGREES).share
    print(
        f"{compared.rows} places, {compared.share:.1%} inside ({near:.1%} within a kilometre); no polygon for {', '.join(compared.unmatched) or 'none'}"
    )
    return 0 if compared.share >= WANTED and compared.rows >= FEWEST else 1


if __name__ == "__main__":
    sys.exit(main())
