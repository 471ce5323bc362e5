"""Districts, their evenness, and new ground."""

import pytest

from isnad.assessing.spreading import district_of, evenness, new_ground_km, points_km, spread_statistic
from tests.assessing.making_facts import fact


def test_districts_equally_touched_count_fully() -> None:
    assert evenness([1000] * 5) == pytest.approx(5, rel=0.01)
    assert evenness([1000, 1]) == pytest.approx(1, rel=0.01)
    assert evenness([1, 1, 1]) is None


def test_the_narrowest_division_known() -> None:
    assert district_of(fact(1, country="SY", admin1="Homs", admin2="Tadmur")) == "SY/Homs/Tadmur"
    assert district_of(fact(1, country="SY", admin1="Homs")) == "SY/Homs"
    assert district_of(fact(1, country="SY")) is None


def test_spread_without_each_bin() -> None:
    facts = [fact(at, country="SY", admin1=name) for at, name in enumerate("aabbcc")]
    whole, left = spread_statistic(facts, [0, 0, 1, 1, 2, 2])
    assert whole == pytest.approx(6 * 5 / 6)
    assert left == pytest.approx([4 * 3 / 4] * 3)


def test_new_ground_is_how_far_from_the_nearest_earlier_incident() -> None:
    then = [fact(1, latitude=35.0, longitude=38.0), fact(2, latitude=35.0, longitude=40.0), fact(3)]
    now = [fact(4, latitude=36.0, longitude=38.0), fact(5)]
    assert new_ground_km(now, then) == pytest.approx(111.2, rel=0.01)
    assert new_ground_km(now, []) is None
    assert new_ground_km([fact(5)], then) is None


def test_a_degree_east_is_shorter_than_one_north() -> None:
    (east, north), (further, _) = points_km(
        [fact(1, latitude=60.0, longitude=0.0), fact(2, latitude=60.0, longitude=1.0)]
    )
    assert further - east == pytest.approx(55.6, rel=0.01)
    assert north == pytest.approx(60 * 111.2)
    assert points_km([]) == []
