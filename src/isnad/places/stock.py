"""Places and names while they are gathered for the gazetteer file."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from isnad.model.place import Place
from isnad.places.distance import distance_km
from isnad.places.geonames import FULL, plain_latin

SAME_TOWN_KM = 6.0
SETTLED = frozenset({"city", "town", "village"})
GREAT_CITY = 500_000
KNOWN_TOWN = 20_000
_ODD = re.compile(r"[^a-z0-9]+")


class Stock:
    """Places in the order they came, and the rows that bear each folded name.

    `own` are rows of our data, `minor` imported ones that nothing of ours is, `chosen` the user's own. `written` has
    the Arabic names of each place as written.
    """

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.names: dict[str, list[int]] = {}
        self.written: list[dict[str, str]] = []
        self.own: set[int] = set()
        self.minor: set[int] = set()
        self.chosen: set[int] = set()
        self.rows: dict[str, int] = {}

    def add(self, place: Place, names: Iterable[str], written: dict[str, str]) -> int:
        """Take in a new place under its folded `names`; its row."""
        row = len(self.places)
        self.places.append(place)
        self.written.append({})
        self.rows[place.id] = row
        self.call(row, names, written)
        return row

    def add_own(self, place: Place, names: list[str], written: dict[str, str]) -> None:
        """Take in a place of our data: it overrides the GeoNames town that it is, and keeps that town's id."""
        twin = self.twin(place, names, SAME_TOWN_KM, self.own) if place.kind in SETTLED else None
        if twin is None:
            self.own.add(len(self.places))
            endings = ("", f"-{place.kind}", f"-{slug(place.admin1 or '')}-{place.kind}", "-2", "-3", "-4")
            self.add(msgspec.structs.replace(place, id=self.free_id(place, endings)), names, written)
            return
        old = self.places[twin]
        self.places[twin] = msgspec.structs.replace(
            place, id=old.id, population=old.population, radius_km=max(old.radius_km, place.radius_km)
        )
        self.own.add(twin)
        self.call(twin, names, written)

    def call(self, row: int, names: Iterable[str], written: dict[str, str]) -> None:
        """Place `row` is called so too."""
        for name in names:
            rows = self.names.setdefault(name, [])
            if not rows or rows[-1] != row:
                rows.append(row)
        for key, name in written.items():
            self.written[row].setdefault(key, name)

    def twin(self, place: Place, names: Iterable[str], within_km: float, passed: Iterable[int] = ()) -> int | None:
        """The settled place nearest to `place` that shares a name and the country, closer than `within_km`; or None."""
        rows = {row for name in names for row in self.names.get(name, ())}.difference(passed)
        near = [
            (distance_km(place, self.places[row]), row)
            for row in rows
            if self.places[row].country == place.country and self.places[row].kind in SETTLED | {"quarter"}
        ]
        gap, row = min(near, default=(within_km, -1))
        return row if gap < within_km else None

    def ranked(self, found: Sequence[int]) -> tuple[list[int], int]:
        """The rows of a name, best first, and how many of them count where nothing speaks for the rest.

        The user's own come first, then countries, own places and populous ones; small namesakes abroad of a great
        city are left out. Imported namesakes of a known place come last and do not count.
        """
        most = max(self.places[row].population for row in found)

        def rank(row: int) -> tuple[bool, bool, bool, bool, int, int]:
            place, is_own = self.places[row], row in self.own
            first = (row not in self.chosen, row in self.minor, place.kind != "country", not is_own)
            return (*first, -place.population, row)

        ordered = sorted((row for row in set(found) if not self._is_overshadowed(row, most)), key=rank)
        known = [row for row in ordered if row not in self.minor]
        return ordered, len(known) if any(self._is_known(row) for row in known) else len(ordered)

    def _is_known(self, row: int) -> bool:
        place = self.places[row]
        broad = place.kind in ("country", "admin1", "city")
        return row in self.own or row in self.chosen or broad or place.population >= KNOWN_TOWN

    def _is_overshadowed(self, row: int, most: int) -> bool:
        place = self.places[row]
        abroad = place.country not in FULL and place.kind in SETTLED and row not in self.own
        listed = row in self.minor or row in self.chosen
        return abroad and not listed and most >= GREAT_CITY and place.population * 10 < most

    def free_id(self, place: Place, endings: Iterable[str]) -> str:
        """The first of the id with one of the `endings` that no place has; ValueError where all are taken."""
        for ending in endings:
            if f"{place.id}{ending}" not in self.rows:
                return f"{place.id}{ending}"
        raise ValueError(f"too many places called {place.name} in {place.country}")


def slug(name: str) -> str:
    """A name for ids: lower-case letters and digits with hyphens between."""
    return _ODD.sub("-", plain_latin(name).lower().replace("'", "")).strip("-")
