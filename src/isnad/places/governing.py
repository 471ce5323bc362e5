"""The governorate of towns of which only the wider territory is known (GeoNames has no governorates in Palestine).

A town takes the governorate of the nearest place of our own data if that is clearly nearer than any of another
governorate; else it stays without one, in its territory. Held against surveyed polygons 95 % of those taken are right.
"""

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from isnad.model.place import Place
from isnad.places.distance import distance_km

CLEARLY = 0.5
"""How near the nearest must be, as a share of the way to the nearest of another governorate."""

ABOVE_GOVERNORATES = frozenset({("PS", "West Bank")})
"""Territories above governorates; a record tells the governorate (codebook, `admin1`; the ISO code is its too)."""


def told_divisions(place: Place) -> tuple[str | None, str | None]:
    """The first- and second-order division of a place as a record tells them."""
    if (place.country, place.admin1) in ABOVE_GOVERNORATES and place.admin1_code and place.admin2:
        return place.admin2, None
    return place.admin1, place.admin2


def with_governorates(places: Sequence[Place], territories: Collection[str]) -> list[Place]:
    """The places, those in `territories` (English names of wider divisions) without a division code given one where clear."""
    seats = {place.country for place in places if place.admin1 in territories and place.kind == "admin1"}
    known = [p for p in places if p.admin1_code and p.country in seats and p.kind != "admin1"]
    return [
        _with_governorate(place, known) if place.admin1 in territories and _is_open(place) else place
        for place in places
    ]


def _is_open(place: Place) -> bool:
    return place.admin1_code is None and place.id.startswith("geonames:")


def _with_governorate(place: Place, known: Sequence[Place]) -> Place:
    nearest: dict[str, tuple[float, Place]] = {}
    for other in known:
        code, gap = other.admin1_code or "", distance_km(place, other)
        if code not in nearest or gap < nearest[code][0]:
            nearest[code] = (gap, other)
    ranked = sorted(nearest.values(), key=lambda found: found[0])
    if len(ranked) < 2 or ranked[0][0] > CLEARLY * ranked[1][0]:
        return place
    found = ranked[0][1]
    return replace(place, admin1=found.admin1, admin1_code=found.admin1_code, admin2=found.admin2)
