"""Reading our own places from `data/*.tsv`.

Every row states facts from general knowledge. Columns, parted by tabs (`#` starts a comment line):

`countries.tsv`  code, English name, latitude, longitude, radius in km, Arabic names
`admin1*.tsv`    code, English name, latitude, longitude, radius in km, GeoNames codes, `c` if a city bears the name, Arabic names,
                 optional: the wider division that OCHA has as admin1 (the governorates of Palestine lie in its two territories)
`districts.tsv`  code of a division, English name of a district, English names of our places in it parted by `/`
`places_*.tsv`   country or division code, kind, English name, latitude, longitude, Arabic names, radius in km (optional)

Arabic names are parted by `/`, GeoNames codes by commas. A division whose code has `_` for `-` has no ISO 3166-2 code.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from isnad.model.errors import SettingsError
from isnad.model.place import PlaceKind

RADII: dict[str, float] = {
    "admin2": 20, "city": 8, "town": 4, "village": 2, "quarter": 2, "camp": 2, "prison": 1, "base": 3, "crossing": 2,
    "dam": 2, "field": 8, "desert": 80, "mountain": 12, "water": 150, "road": 25, "region": 40, "site": 1,
}  # fmt: skip
"""How far a place of each kind usually reaches, in km, where a row does not say."""

DISTRICTS = "districts.tsv"


class Row(Struct, frozen=True, kw_only=True):
    """One row of our own data: a country, a division or a place."""

    code: str
    kind: PlaceKind
    name: str
    latitude: float
    longitude: float
    radius_km: float
    spellings: tuple[str, ...]
    geonames: tuple[str, ...] = ()
    shared: bool = False
    wider: str | None = None
    admin2: str | None = None

    @property
    def country(self) -> str | None:
        """ISO 3166-1 code, None for the high seas (`ZZ`)."""
        return None if self.code[:2] == "ZZ" else self.code[:2]


def read_rows() -> list[Row]:
    """All rows of all files, in file order; SettingsError names the file and line of a bad one."""
    rows: list[Row] = []
    folder = files("isnad.places").joinpath("data")
    for path in sorted((p for p in folder.iterdir() if _holds_rows(p.name)), key=lambda p: p.name):
        for number, line in _lines(path.read_text(encoding="utf-8")):
            rows.append(read_row(path.name, number, line.split("\t")))
    text = folder.joinpath(DISTRICTS).read_text(encoding="utf-8")
    return with_districts(rows, [(number, line.split("\t")) for number, line in _lines(text)])


def with_districts(rows: Sequence[Row], lines: Sequence[tuple[int, list[str]]]) -> list[Row]:
    """The rows with the districts that numbered `lines` of `districts.tsv` state.

    SettingsError names the line that is not three cells or names a place that is not ours or has a district already.
    """
    ours, found = {(row.code, row.name) for row in rows}, dict[tuple[str, str], str]()
    for number, cells in lines:
        if len(cells) != len(("code", "district", "places")):
            raise SettingsError(f"{DISTRICTS}:{number}", "a line needs a code, a district and places")
        code, district, names = cells
        for key in ((code, name) for name in names.split("/")):
            if key not in ours or key in found:
                raise SettingsError(f"{DISTRICTS}:{number}", f"{key[1]} is no place of {code}, or stands twice")
            found[key] = district
    return [
        replace(row, admin2=found[row.code, row.name]) if (row.code, row.name) in found and _may_lie(row) else row
        for row in rows
    ]


def _may_lie(row: Row) -> bool:
    """Divisions and districts lie in no district, though a town may bear their name."""
    return row.kind not in ("country", "admin1", "admin2")


def _holds_rows(file: str) -> bool:
    return file.endswith(".tsv") and file != DISTRICTS


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def read_row(file: str, number: int, cells: list[str]) -> Row:
    """The row that the cells of line `number` of `file` state; SettingsError names both where they are wrong."""
    try:
        if file.startswith("countries"):
            return _country(*cells)
        if file.startswith("admin1"):
            return _division(*cells)
        return _place(*cells)
    except (TypeError, ValueError) as why:
        raise SettingsError(f"{file}:{number}", str(why)) from why


def _country(code: str, name: str, latitude: str, longitude: str, radius: str, spellings: str) -> Row:
    return Row(
        code=code, kind="country", name=name, latitude=float(latitude), longitude=float(longitude),
        radius_km=float(radius), spellings=_parts(spellings),
    )  # fmt: skip


def _division(
    code: str, name: str, latitude: str, longitude: str, radius: str, geonames: str, shared: str, spellings: str,
    wider: str = "",
) -> Row:  # fmt: skip
    return Row(
        code=code, kind="admin1", name=name, latitude=float(latitude), longitude=float(longitude),
        radius_km=float(radius), spellings=_parts(spellings), geonames=tuple(filter(None, geonames.split(","))),
        shared=shared == "c", wider=wider or None,
    )  # fmt: skip


def _place(code: str, kind: str, name: str, latitude: str, longitude: str, spellings: str, radius: str = "") -> Row:
    if kind not in get_args(PlaceKind):
        raise ValueError(f"no such kind of place: {kind}")
    return Row(
        code=code, kind=kind, name=name, latitude=float(latitude), longitude=float(longitude),  # type: ignore[arg-type]
        radius_km=float(radius) if radius else RADII[kind], spellings=_parts(spellings),
    )  # fmt: skip


def _parts(spellings: str) -> tuple[str, ...]:
    found = tuple(part.strip() for part in spellings.split("/") if part.strip())
    if not found:
        raise ValueError("a place needs an Arabic name")
    return found
