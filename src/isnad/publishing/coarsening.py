"""Places made coarser: to the district, or to the first-order division (docs/harm.md)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, Protocol

import msgspec

from isnad.model.place import Place
from isnad.model.slots import Where

Key = tuple[str | None, str | None, str | None]
_DIGITS: Final = 3
_DISTRICT, _DIVISION, _VAGUE, _COUNTRY = 3, 4, 5, 6
_WIDE_KM: Final = 50.0  # a vague region of this reach is no finer than a first-order division


class Places(Protocol):
    """What is asked of a gazetteer."""

    def __len__(self) -> int: ...

    def place(self, row: int) -> Place:
        """The place of a row."""


class Coarsener:
    """Knows the centres of the districts, divisions and countries of a gazetteer.

    A centre is the gazetteer's own point of the division, else the mean of the places in it, so that it does not
    depend on which incidents there are.
    """

    def __init__(self, gazetteer: Places) -> None:
        self._centres, self._kinds = _centres(gazetteer.place(row) for row in range(len(gazetteer)))

    def kind_of(self, gazetteer_id: str | None) -> str | None:
        """The kind of a place of the gazetteer."""
        return self._kinds.get(gazetteer_id or "")

    def coarsened(self, where: Where, *, sensitive: bool = False) -> Where:
        """The place as its district; a sensitive one, or one of no known district, as its first-order division.

        Nothing of the finer place is left: not its name, id, relation or words. Without a division it is the country,
        and without that a place of no point.
        """
        division, district = (where.country, where.admin1, None), (where.country, where.admin1, where.admin2)
        if not sensitive and where.precision <= _DISTRICT and where.admin2 and district in self._centres:
            return self._as(where, where.admin1, where.admin2, _DISTRICT)
        if where.precision == _COUNTRY or not where.admin1 or division not in self._centres:
            return self._as(where, None, None, _COUNTRY)
        if where.precision == _VAGUE and not sensitive and (where.radius_km or 0) >= _WIDE_KM:
            return msgspec.structs.replace(where, admin2=None, text="", start=0, end=0)
        return self._as(where, where.admin1, None, _DIVISION)

    def _as(self, where: Where, admin1: str | None, admin2: str | None, precision: int) -> Where:
        point = self._centres.get((where.country, admin1, admin2)) if where.country else None
        return Where(
            name=admin2 or admin1 or where.country or "unknown",
            country=where.country,
            admin1=admin1,
            admin1_code=where.admin1_code if admin1 else None,
            admin2=admin2,
            latitude=point[0] if point else None,
            longitude=point[1] if point else None,
            precision=precision,
            start=0,
            end=0,
            text="",
        )


def _centres(places: Iterable[Place]) -> tuple[dict[Key, tuple[float, float]], dict[str, str]]:
    own: dict[Key, tuple[float, float]] = {}
    members: defaultdict[Key, list[tuple[float, float]]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for place in places:
        kinds[place.id] = place.kind
        if place.latitude is None or place.longitude is None or place.country is None:
            continue
        point = (place.latitude, place.longitude)
        for key in _keys_within(place):
            members[key].append(point)
        its = _own_key(place)
        if its is not None:
            own[its] = point
    found = {key: _mean(points) for key, points in members.items()} | own
    return {key: (round(at[0], _DIGITS), round(at[1], _DIGITS)) for key, at in found.items()}, kinds


def _keys_within(place: Place) -> list[Key]:
    keys: list[Key] = [(place.country, None, None)]
    if place.admin1:
        keys.append((place.country, place.admin1, None))
        if place.admin2:
            keys.append((place.country, place.admin1, place.admin2))
    return keys


def _own_key(place: Place) -> Key | None:
    if place.kind == "country":
        return place.country, None, None
    if place.kind == "admin1" and place.name == place.admin1:
        return place.country, place.admin1, None
    if place.kind == "admin2" and place.name == place.admin2:
        return place.country, place.admin1, place.admin2
    return None


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(point[0] for point in points) / len(points), sum(point[1] for point in points) / len(points)
