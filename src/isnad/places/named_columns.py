"""Reading a table with named columns: `.csv` (commas or semicolons) or `.tsv`, UTF-8, the names in its first line.

Needed: `name` or `arabic`, `latitude`, `longitude`, `country`. Also read: `id`, `kind` (as ours; a town where none is
given), `arabic` and `latin` (names parted by `/` or `|`), `admin1`, `admin2`, `population`, `radius_km`. Any other
column is an error, so that a misspelt one is not lost in silence.
"""

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from isnad.model.errors import SettingsError
from isnad.places.sources import Read, Refused, Stated, folded_name

NEEDED: Final = ("latitude", "longitude", "country")
KNOWN: Final = (*NEEDED, "id", "name", "kind", "arabic", "latin", "admin1", "admin2", "population", "radius_km")
SAME: Final = {
    "lat": "latitude",
    "lon": "longitude",
    "lng": "longitude",
    "name_ar": "arabic",
    "name_en": "name",
    "type": "kind",
}


def read_table(path: Path, prefix: str = "table") -> Read:
    """The places of the table at `path`; a row without an id gets one of `prefix`, country and name.

    Raises SettingsError where the first line does not name the columns.
    """
    rows = _rows(path)
    columns = _columns(path, next(rows, (1, []))[1])
    for number, cells in rows:
        if len(cells) != len(columns):
            yield Refused(f"{path}:{number}", f"{len(cells)} cells under {len(columns)} columns")
            continue
        yield _stated(f"{path}:{number}", dict(zip(columns, (cell.strip() for cell in cells), strict=True)), prefix)


def _stated(where: str, row: dict[str, str], prefix: str) -> Stated:
    names = (*_parts(row.get("arabic", "")), *_parts(row.get("latin", "")))
    name = row.get("name") or next(iter(names), "")
    country = row["country"].upper()
    admin1 = row.get("admin1", "")
    key = "-".join(filter(None, (country.lower(), folded_name(admin1), folded_name(name)))).replace(" ", "-")
    return Stated(
        where=where,
        id=row.get("id") or f"{prefix}:{key}",
        kind=row.get("kind") or "settled",
        name=name,
        country=country,
        latitude=row["latitude"],
        longitude=row["longitude"],
        names=names,
        admin1=admin1,
        admin2=row.get("admin2", ""),
        population=row.get("population") or 0,
        radius_km=row.get("radius_km") or 0.0,
    )


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.replace("|", "/").split("/") if part.strip()]


def _columns(path: Path, header: list[str]) -> list[str]:
    lowered = (name.strip().lower() for name in header)
    columns = [SAME.get(name, name) for name in lowered]
    unknown = [name for name in columns if name not in KNOWN]
    missing = [name for name in NEEDED if name not in columns]
    if "name" not in columns and "arabic" not in columns:
        missing.append("name or arabic")
    if unknown or missing or len(set(columns)) < len(columns):
        why = f"no such column: {', '.join(unknown)}" if unknown else f"missing column: {', '.join(missing)}"
        raise SettingsError(f"{path}:1", why if unknown or missing else "a column stands twice")
    return columns


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Rows with the number of their last line; blank ones and, after the header, comment lines are left out."""
    try:
        raw = gzip.decompress(path.read_bytes()) if path.name.endswith(".gz") else path.read_bytes()
        text = raw.decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as why:
        raise SettingsError(str(path), f"cannot be read: {why}") from why
    first = text.partition("\n")[0]
    sign = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield reader.line_num, cells
    except csv.Error as why:
        raise SettingsError(f"{path}:{reader.line_num}", str(why)) from why
