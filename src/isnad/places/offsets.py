"""Offsets: where a place is that a text names by its relation to another ("20 km east of X", "between X and Y").

The figures are data (`data/offsets.yaml`): how far "east of" reaches where no distance is said, and how much wider the
uncertainty becomes. Precision is UCDP's `where_prec` (contract.md): 2 within about 25 km of a known point, 5 beyond.
"""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from isnad.model.place import Place
from isnad.places.sphere import Point, displaced, great_circle_km, midpoint
from isnad.places.words import read_table

CLOSE_KM = 25.0
"""UCDP: "within ca. 25 km" of the place named is precision 2."""

COUNTRY_PART, BEYOND = 5, 5
EDGE = "outskirts_of"
"""The outskirts lie at the edge of the place, not beyond it."""


class OffsetTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The figures of `data/offsets.yaml`; the file says what each means."""

    usual_km: Mapping[str, float]
    widening: Mapping[str, float]
    spread: float
    usual_spread: float
    inner_shift: float
    inner_radius: float
    centre_radius: float
    winds: Mapping[str, float]


class Offset(Struct, frozen=True, kw_only=True):
    """Where a relation leads to: a point (None where the place has none), its uncertainty in km, UCDP precision."""

    point: Point | None
    radius_km: float
    precision: int


@lru_cache(maxsize=1)
def read_offsets() -> OffsetTable:
    """The figures; SettingsError where the file is wrong."""
    return read_table("offsets.yaml", OffsetTable)


def offset(place: Place, precision: int, relation: str | None, wind: str | None, distance_km: float | None) -> Offset:
    """Where `relation`, `wind` (one of eight) and a distance lead to from `place`, itself of `precision`.

    A wide place ("the east of Syria", "the eastern countryside of Aleppo") is not left: the point moves inside it.
    """
    point = _point(place)
    if relation is None and wind is None:
        return Offset(point=point, radius_km=place.radius_km, precision=precision)
    table = read_offsets()
    if place.kind not in table.usual_km and distance_km is None:
        return _inside(place, point, precision, relation, wind, table)
    if relation == "centre_of" and wind is None:
        return Offset(point=point, radius_km=place.radius_km * table.centre_radius, precision=precision)
    if wind is not None:
        return _beside(place, point, wind, distance_km, relation, table)
    radius = max(place.radius_km + table.widening.get(relation or "", 0.0), distance_km or 0.0)
    return Offset(point=point, radius_km=radius, precision=_close(radius))


def between(one: Place, other: Place) -> Offset | None:
    """Midway between two places, as wide as the half way to each; None for wide places and those without a point."""
    first, second = _point(one), _point(other)
    narrow = read_offsets().usual_km
    if first is None or second is None or one.kind not in narrow or other.kind not in narrow:
        return None
    half = great_circle_km(first, second) / 2
    radius = max(half, one.radius_km, other.radius_km)
    return Offset(point=midpoint(first, second), radius_km=radius, precision=_close(radius))


def _beside(
    place: Place, point: Point | None, wind: str, distance_km: float | None, relation: str | None, table: OffsetTable
) -> Offset:
    """In a direction from a narrow place: displaced by the distance said, or by the usual one with a wider radius."""
    if distance_km is not None:
        far, spread = distance_km, table.spread
    else:
        usual = 0.0 if relation == EDGE else table.usual_km[place.kind]
        far, spread = max(place.radius_km, usual), table.usual_spread
    radius = max(place.radius_km, far * spread, table.widening.get(relation or "", 0.0))
    moved = displaced(point, table.winds[wind], far) if point is not None else None
    return Offset(point=moved, radius_km=radius, precision=_close(max(radius, far)))


def _inside(
    place: Place, point: Point | None, precision: int, relation: str | None, wind: str | None, table: OffsetTable
) -> Offset:
    """A part of a wide place; part of a country is a vague region (precision 5), part of a division is still in it."""
    vague = relation is not None and relation.endswith("_of")
    level = COUNTRY_PART if place.kind == "country" and vague else precision
    if wind is None:
        share = table.centre_radius if relation == "centre_of" else 1.0
        return Offset(point=point, radius_km=place.radius_km * share, precision=level)
    moved = displaced(point, table.winds[wind], place.radius_km * table.inner_shift) if point is not None else None
    return Offset(point=moved, radius_km=place.radius_km * table.inner_radius, precision=level)


def _close(radius_km: float) -> int:
    return 2 if radius_km <= CLOSE_KM else BEYOND


def _point(place: Place) -> Point | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude
