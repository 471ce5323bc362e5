"""Distances on the flat map, against the great circle."""

from math import acos, cos, radians, sin

from hypothesis import given
from hypothesis import strategies as st

from isnad.model.place import Place
from isnad.places.distance import FAR, distance_km

EARTH_KM = 6371.0


def at(latitude: float | None, longitude: float | None) -> Place:
    return Place(id="", name="", kind="site", latitude=latitude, longitude=longitude, radius_km=0.0)


@given(st.floats(-50, 50), st.floats(-170, 170), st.floats(-4, 4), st.floats(-4, 4))
def test_within_one_percent_of_the_great_circle(north: float, east: float, up: float, right: float) -> None:
    a, b = at(north, east), at(north + up, east + right)
    turn = sin(radians(north)) * sin(radians(north + up))
    turn += cos(radians(north)) * cos(radians(north + up)) * cos(radians(right))
    great = EARTH_KM * acos(max(-1.0, min(1.0, turn)))
    assert abs(distance_km(a, b) - great) <= 0.01 * great + 0.1


def test_a_place_without_a_point_is_far() -> None:
    assert distance_km(at(None, None), at(1.0, 1.0)) == FAR
