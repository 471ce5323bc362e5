"""Places told by their relation to others."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.model.place import Place
from isnad.places.context import read_context
from isnad.places.gazetteer import Gazetteer
from isnad.places.mentions import read_mentions
from isnad.places.offsets import CLOSE_KM, between, offset, read_offsets
from isnad.places.resolving import Resolved, join_between, resolve
from isnad.places.sphere import bearing, great_circle_km

Scan = Callable[[str], tuple[str, list[tuple[int, int, int]]]]
WINDS = sorted(read_offsets().winds)


def town(kind: str = "town", latitude: float = 35.0, longitude: float = 38.0, radius: float = 4.0) -> Place:
    return Place(id="x", name="X", kind=kind, latitude=latitude, longitude=longitude, radius_km=radius)  # type: ignore[arg-type]


def resolve_all(text: str, scan: Scan, gazetteer: Gazetteer) -> list[Resolved]:
    folded, hits = scan(text)
    mentions = read_mentions(folded, hits, gazetteer)
    context = read_context(mentions, gazetteer)
    return [r for r in join_between(mentions, [resolve(m, gazetteer, context) for m in mentions]) if r is not None]


@given(st.sampled_from(WINDS), st.floats(0.1, 900), st.floats(-89, 89), st.floats(-180, 180))
def test_a_place_in_a_direction_is_as_far_as_said(wind: str, distance: float, north: float, east: float) -> None:
    place = town(latitude=north, longitude=east)
    found = offset(place, 1, f"{wind}_of", wind, distance)
    assert found.point is not None
    assert great_circle_km((north, east), found.point) == pytest.approx(distance, abs=0.001)
    assert found.radius_km >= place.radius_km
    assert found.precision == (2 if max(distance, found.radius_km) <= CLOSE_KM else 5)


@given(st.sampled_from(WINDS), st.sampled_from(sorted(read_offsets().usual_km)))
def test_without_a_distance_the_place_itself_stays_at_the_edge_of_the_radius(wind: str, kind: str) -> None:
    found = offset(town(kind), 1, f"{wind}_of", wind, None)
    assert found.point is not None
    assert 0 < great_circle_km((35.0, 38.0), found.point) <= found.radius_km + 0.001


@given(st.floats(-80, 80), st.floats(-180, 180), st.floats(0, 3), st.floats(0, 3))
def test_midway_both_places_are_within_the_radius(north: float, east: float, up: float, right: float) -> None:
    one, other = town(latitude=north, longitude=east), town(latitude=north + up, longitude=east + right)
    found = between(one, other)
    assert found is not None
    assert found.point is not None
    for place in (one, other):
        assert place.latitude is not None
        assert place.longitude is not None
        assert great_circle_km((place.latitude, place.longitude), found.point) <= found.radius_km + 0.01


def test_nothing_wide_has_a_middle() -> None:
    assert between(town("country"), town()) is None
    assert between(town("admin1"), town("desert")) is None


def test_without_a_point_there_is_none_to_displace() -> None:
    nowhere = Place(id="x", name="X", kind="town", radius_km=4.0)
    assert offset(nowhere, 1, "east_of", "east", 10.0).point is None
    assert between(nowhere, town()) is None


def test_part_of_a_wide_place_stays_in_it() -> None:
    division = town("admin1", radius=70.0)
    east = offset(division, 4, "countryside_of", "east", None)
    assert east.point is not None
    assert great_circle_km((35.0, 38.0), east.point) < 70.0
    assert (east.precision, east.radius_km < 70.0) == (4, True)
    assert offset(town("country", radius=300.0), 6, "north_of", "north", None).precision == 5


@pytest.mark.parametrize(
    ("text", "relation", "distance", "precision", "course"),
    [
        ("كمين على بعد عشرين كيلومترا شمال شرقي تدمر", "northeast_of", 20.0, 2, 45),
        ("كمين على بعد خمسة وعشرين كيلومترا جنوب تدمر", "south_of", 25.0, 2, 180),
        ("كمين 90 كم شرق تدمر", "east_of", 90.0, 5, 90),
        ("كمين جنوب تدمر", "south_of", None, 2, 180),
        ("كمين في أطراف تدمر الغربية", "outskirts_of", None, 2, 270),
        ("كمين على بعد كيلومترين من تدمر", "near", 2.0, 2, None),
        ("كمين في محيط تدمر", "near", None, 2, None),
        ("كمين في ضواحي تدمر", "outskirts_of", None, 2, None),
        ("كمين وسط تدمر", "centre_of", None, 1, None),
    ],
)
def test_what_a_text_says(
    text: str,
    relation: str,
    distance: float | None,
    precision: int,
    course: float | None,
    scan: Scan,
    gazetteer: Gazetteer,
) -> None:
    (found,) = resolve_all(text, scan, gazetteer)
    assert (found.relation, found.distance_km, found.precision) == (relation, distance, precision)
    assert found.point is not None
    assert found.place.latitude is not None
    assert found.place.longitude is not None
    home = (found.place.latitude, found.place.longitude)
    if course is None:
        assert found.point == home
    else:
        assert bearing(home, found.point) == pytest.approx(course, abs=1)
        assert distance is None or great_circle_km(home, found.point) == pytest.approx(distance, abs=0.01)


@pytest.mark.parametrize(
    ("text", "name", "course"),
    [
        ("قصف على ريف حلب الشرقي", "Aleppo", 90),
        ("قصف على ريف إدلب الجنوبي الغربي", "Idlib", 225),
        ("قصف على ريف حمص", "Homs", None),
    ],
)
def test_the_countryside_of_a_governorate_is_not_its_capital(
    text: str, name: str, course: float | None, scan: Scan, gazetteer: Gazetteer
) -> None:
    (found,) = resolve_all(text, scan, gazetteer)
    assert (found.place.name, found.place.kind, found.precision) == (name, "admin1", 4)
    assert found.relation == "countryside_of"
    assert found.point is not None
    home = (found.place.latitude or 0.0, found.place.longitude or 0.0)
    assert (found.point == home) if course is None else bearing(home, found.point) == pytest.approx(course, abs=1)


def test_between_two_towns(scan: Scan, gazetteer: Gazetteer) -> None:
    one, other = resolve_all("كمين بين سراقب ومعرة النعمان", scan, gazetteer)
    assert one.point == other.point
    assert one.relation == other.relation == "between"
    assert "midway" in one.reasons[0]


def test_between_two_countries_is_no_point(scan: Scan, gazetteer: Gazetteer) -> None:
    one, other = resolve_all("كمين على الحدود بين سوريا والعراق", scan, gazetteer)
    assert one.point != other.point
    assert (one.precision, other.precision) == (6, 6)
