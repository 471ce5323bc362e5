"""Distances between places."""

from math import cos, radians, sqrt

from isnad.model.place import Place

KM_PER_DEGREE = 111.2
FAR = 1e9


def distance_km(one: Place, other: Place) -> float:
    """Kilometres between two points on a flat map true at their middle latitude; `FAR` where one has no point.

    Within 1 % of the great circle up to 1,000 km away from the poles, at a tenth of its cost.
    """
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return FAR
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * cos(radians((one.latitude + other.latitude) / 2))
    return KM_PER_DEGREE * sqrt(north * north + east * east)
