"""The globe: properties that hold at the poles and across the 180th meridian."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from isnad.places.sphere import EARTH_KM, Point, bearing, displaced, great_circle_km, midpoint

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
COURSES = st.floats(0, 360, exclude_max=True)
HALF_WAY_ROUND = 3.14159265 * EARTH_KM


@given(POINTS, COURSES, st.floats(0, 15_000))
def test_a_displaced_point_is_as_far_as_asked(point: Point, course: float, distance: float) -> None:
    moved = displaced(point, course, distance)
    assert great_circle_km(point, moved) == pytest.approx(distance, abs=0.001)
    assert -90 <= moved[0] <= 90
    assert -180 <= moved[1] <= 180


@given(POINTS, POINTS)
def test_the_midpoint_is_as_far_from_both(one: Point, other: Point) -> None:
    middle, whole = midpoint(one, other), great_circle_km(one, other)
    assert great_circle_km(one, middle) == pytest.approx(whole / 2, abs=0.001)
    assert great_circle_km(other, middle) == pytest.approx(whole / 2, abs=0.01)


@given(POINTS, COURSES, st.floats(1, 15_000))
def test_the_bearing_leads_back_to_the_course(point: Point, course: float, distance: float) -> None:
    assume(abs(point[0]) < 89)
    found = bearing(point, displaced(point, course, distance))
    assert min(abs(found - course), 360 - abs(found - course)) < 0.01


@given(POINTS, POINTS)
def test_distance_is_the_same_both_ways_and_never_more_than_half_round(one: Point, other: Point) -> None:
    assert great_circle_km(one, other) == pytest.approx(great_circle_km(other, one), abs=1e-6)
    assert 0 <= great_circle_km(one, other) <= HALF_WAY_ROUND + 1


def test_known_distances() -> None:
    assert great_circle_km((33.51, 36.29), (36.2, 37.16)) == pytest.approx(310, abs=3)
    assert great_circle_km((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=0.1)


def test_over_the_pole_and_the_meridian() -> None:
    over = displaced((89.9, 10.0), 0.0, 22.24)
    assert over == (pytest.approx(89.9, abs=0.001), pytest.approx(-170.0, abs=0.1))
    assert displaced((0.0, 179.9), 90.0, 22.24)[1] == pytest.approx(-179.9, abs=0.001)
    assert midpoint((10.0, 179.0), (10.0, -179.0)) == (pytest.approx(10.0, abs=0.01), pytest.approx(-180.0))
