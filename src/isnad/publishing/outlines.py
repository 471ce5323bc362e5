"""The outlines that maps are drawn from (`data/outlines.json`; Natural Earth, public domain), and who lies in which."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from isnad.model.slots import Where

Ring = tuple[tuple[float, float], ...]


class Area(Struct, frozen=True, kw_only=True):
    """A country or a first-order division: `code` is ISO 3166, `rings` its outer corners as longitude and latitude."""

    code: str
    country: str
    name: str
    ar: str
    rings: tuple[Ring, ...]


class _Stored(Struct, frozen=True):
    code: str
    country: str
    name: str
    ar: str
    rings: tuple[tuple[int, ...], ...]


class _File(Struct, frozen=True):
    origin: str
    licence: str
    grid: int
    areas: tuple[_Stored, ...]


@cache
def read_outlines() -> Mapping[str, Area]:
    """All areas by code."""
    raw = files("isnad.publishing").joinpath("data", "outlines.json").read_bytes()
    told = msgspec.json.decode(raw, type=_File)
    return {
        each.code: Area(
            code=each.code,
            country=each.country,
            name=each.name,
            ar=each.ar,
            rings=tuple(tuple(_corners(ring, told.grid)) for ring in each.rings),
        )
        for each in told.areas
    }


def _corners(steps: tuple[int, ...], grid: int) -> Iterator[tuple[float, float]]:
    x = y = 0
    for at in range(0, len(steps), 2):
        x, y = x + steps[at], y + steps[at + 1]
        yield x / grid, y / grid


def area_of(where: Where) -> Area | None:
    """The division a place is in: by its code, else by its point; None where it is known to no division."""
    known = read_outlines()
    if where.admin1_code is not None and where.admin1_code in known:
        return known[where.admin1_code]
    if where.latitude is None or where.longitude is None or where.precision > 4 or where.admin1 is None:
        return None
    same = (area for area in known.values() if area.country == where.country)
    return next((area for area in same if holds(area, where.longitude, where.latitude)), None)


def holds(area: Area, longitude: float, latitude: float) -> bool:
    """Whether a point lies within one of the rings (even-odd rule)."""
    return any(_inside(ring, longitude, latitude) for ring in area.rings)


def _inside(ring: Ring, x: float, y: float) -> bool:
    inside = False
    last_x, last_y = ring[-1]
    for this_x, this_y in ring:
        if (this_y > y) != (last_y > y) and x < (last_x - this_x) * (y - this_y) / (last_y - this_y) + this_x:
            inside = not inside
        last_x, last_y = this_x, this_y
    return inside
