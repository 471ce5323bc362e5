"""Reading a GeoNames country dump (`SY.txt`), with `alternateNamesV2.txt` beside it where it is there.

Columns as in GeoNames' readme: number, name, ASCII name, alternate names, latitude, longitude, feature class and code,
country, …, admin1 and admin2 codes, …, population. CC BY 4.0.
"""

import gzip
import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from isnad.places.sources import PassedOver, Read, Refused, Stated, kind_tables

ALTERNATES: Final = ("alternateNamesV2.txt", "alternateNamesV2.txt.gz")
_COLUMNS: Final = 19
_ARABIC: Final = "ar"


def read_dump(path: Path) -> Read:
    """The places of the dump at `path`."""
    rows = list(_rows(path))
    wanted = {row[0].encode() for _, row in rows if len(row) == _COLUMNS}
    alternates = _alternates(path.parent, wanted)
    kinds = kind_tables().geonames
    for number, row in rows:
        where = f"{path}:{number}"
        if len(row) != _COLUMNS:
            yield Refused(where, f"{len(row)} columns where a GeoNames dump has {_COLUMNS}")
        elif row[7] not in kinds:
            yield PassedOver(row[7] or "no feature code")
        elif not row[0].isdecimal():
            yield Refused(where, f'the GeoNames number is "{row[0]}"')
        else:
            yield _stated(where, row, kinds[row[7]], alternates.get(row[0], ()))


def _stated(where: str, row: list[str], kind: str, alternates: tuple[str, ...] | list[str]) -> Stated:
    listed = [name for name in row[3].split(",") if name]
    return Stated(
        where=where,
        id=f"geonames:{row[0]}",
        kind=kind,
        name=row[1] or row[2],
        country=row[8],
        latitude=row[4],
        longitude=row[5],
        names=(*alternates, *listed),
        admin1=row[10],
        population=row[14] or 0,
        geonames=int(row[0]),
    )


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    with _open(path) as stream:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                yield number, line.decode("utf-8", "replace").rstrip("\r\n").split("\t")


def _alternates(folder: Path, wanted: set[bytes]) -> dict[str, list[str]]:
    """The Arabic names of the `wanted` numbers, preferred ones first; historic ones are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    path = next((folder / name for name in ALTERNATES if (folder / name).is_file()), None)
    if path is None:
        return found
    with _open(path) as stream:
        for line in stream:
            cells = line.rstrip(b"\r\n").split(b"\t")
            if len(cells) < 4 or cells[2] != _ARABIC.encode() or cells[1] not in wanted:
                continue
            if len(cells) > 7 and cells[7] == b"1":
                continue
            names, name = found[cells[1].decode()], cells[3].decode("utf-8", "replace")
            names.insert(0 if len(cells) > 4 and cells[4] == b"1" else len(names), name)
    return found


def _open(path: Path) -> "io.BufferedReader | gzip.GzipFile":
    return gzip.GzipFile(path, "rb") if path.name.endswith(".gz") else path.open("rb")
