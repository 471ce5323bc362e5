"""Points on the globe: great-circle distance, the point at a bearing and distance, the point midway.

Right everywhere, the poles and the 180th meridian included; `isnad.places.distance` is the quick way for scoring.
Formulas: vectors on the unit sphere (K. Gade, "A Non-singular Horizontal Position Representation", 2010).
"""

from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

Point = tuple[float, float]
"""Latitude and longitude in degrees; longitudes given back are in [-180, 180]."""

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def great_circle_km(one: Point, other: Point) -> float:
    """Kilometres between two points along the great circle; exact to metres for close and for opposite points too."""
    a, b = _vector(one), _vector(other)
    cross = (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])
    return EARTH_KM * atan2(hypot(*cross), sum(x * y for x, y in zip(a, b, strict=True)))


def bearing(one: Point, other: Point) -> float:
    """Degrees clockwise from north at which the great circle from `one` to `other` sets out."""
    (north, east), (far_north, far_east) = _radians(one), _radians(other)
    turn = far_east - east
    across = sin(turn) * cos(far_north)
    return degrees(atan2(across, cos(north) * sin(far_north) - sin(north) * cos(far_north) * cos(turn))) % 360.0


def displaced(point: Point, degrees_from_north: float, distance_km: float) -> Point:
    """The point `distance_km` away from `point` in this direction along the great circle."""
    north, east = _radians(point)
    course, arc = radians(degrees_from_north), distance_km / EARTH_KM
    up = sin(north) * cos(arc) + cos(north) * sin(arc) * cos(course)
    forth = cos(north) * cos(arc) - sin(north) * sin(arc) * cos(course)
    across = sin(course) * sin(arc)
    latitude = atan2(up, hypot(forth, across)) if abs(up) > sqrt(0.5) else asin(up)
    return degrees(latitude), _turned(degrees(east + atan2(across, forth)))


def midpoint(one: Point, other: Point) -> Point:
    """The point midway on the great circle between two; for opposite points one of the many."""
    return displaced(one, bearing(one, other), great_circle_km(one, other) / 2)


def _turned(longitude: float) -> float:
    """A longitude in [-180, 180]."""
    return (longitude + 180.0) % 360.0 - 180.0


def _radians(point: Point) -> Point:
    return radians(point[0]), radians(point[1])


def _vector(point: Point) -> tuple[float, float, float]:
    north, east = _radians(point)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)
