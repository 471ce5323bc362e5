"""Knox's test: planted attacks, chance, and both ways it is computed."""

from datetime import date, timedelta

import numpy as np
import pytest

from isnad.assessing.clustering import by_arrays, by_pointpats, closeness_statistic, knox_test, timely_pairs
from isnad.assessing.facts import Fact
from isnad.model.scope import Scope
from tests.assessing.making_facts import YEAR, fact

NORTH = Scope(actor="north-forces")


def scattered(count: int, seed: int = 1, start: int = 0) -> list[Fact]:
    random = np.random.default_rng(seed)
    return [
        fact(
            start + at,
            YEAR + timedelta(days=int(random.integers(300))),
            latitude=float(random.uniform(33, 36)),
            longitude=float(random.uniform(36, 40)),
        )
        for at in range(count)
    ]


def together(start: int, day: date, count: int = 4) -> list[Fact]:
    return [
        fact(start + at, day + timedelta(days=at % 2), latitude=34.0, longitude=38.0 + at / 100) for at in range(count)
    ]


def test_planted_attacks_are_found_and_their_pairs_listed() -> None:
    planted = [each for at in range(6) for each in together(1000 + 10 * at, YEAR + timedelta(days=40 * at + 5))]
    found = knox_test([*scattered(80), *planted], NORTH)
    assert found is not None
    assert found.p_value == pytest.approx(0.01)
    assert found.close > 3 * found.expected
    assert {"i1000", "i1001"} in [{pair.first, pair.second} for pair in found.pairs]
    assert [pair.days for pair in found.pairs] == sorted(pair.days for pair in found.pairs)
    assert all(pair.km <= found.km and pair.days <= found.days for pair in found.pairs)


def test_the_same_facts_give_the_same_answer_and_leave_the_generator_as_it_was() -> None:
    facts = scattered(60)
    np.random.seed(7)
    drawn = np.random.random()
    np.random.seed(7)
    one = knox_test(facts, NORTH, seed=3)
    assert np.random.random() == drawn
    assert knox_test(list(reversed(facts)), NORTH, seed=3) == one


def test_other_actors_and_incidents_without_point_or_day_are_left_out() -> None:
    facts = scattered(20)
    others = [fact(500, actors=("south-brigade",), latitude=34.0, longitude=38.0)]
    dim = [fact(600), fact(601, YEAR, YEAR + timedelta(days=20), latitude=34.0, longitude=38.0)]
    found = knox_test([*facts, *others, *dim], NORTH)
    assert found is not None
    assert (found.incidents, found.left_out) == (20, 2)


def test_too_few_are_not_tested() -> None:
    assert knox_test(scattered(9), NORTH) is None


def test_arrays_give_what_pointpats_gives() -> None:
    random = np.random.default_rng(5)
    places, times = random.uniform(0, 120, (150, 2)), random.integers(0, 90, (150, 1)).astype(float)
    one, other = by_pointpats(places, times, 20.0, 2, 499, 1), by_arrays(places, times, 20.0, 2, 499, 1)
    assert one[0] == other[0]
    assert one[1] == pytest.approx(other[1])
    assert abs(one[2] - other[2]) < 0.1


def test_many_incidents_go_by_arrays() -> None:
    found = knox_test(scattered(1001), NORTH, permutations=9)
    assert found is not None
    assert found.incidents == 1001
    assert found.p_value >= 0.1


def test_pairs_near_in_time_are_each_counted_once() -> None:
    assert timely_pairs(np.array([5, 1, 2, 2, 9]), 1) == 3


def test_leaving_out_a_bin_is_the_same_as_never_having_had_it() -> None:
    facts = scattered(40)
    places = [at % 3 for at in range(40)]
    _, left = closeness_statistic(facts, places)
    for gone, value in enumerate(left):
        kept = [each for each, at in zip(facts, places, strict=True) if at != gone]
        whole, _ = closeness_statistic(kept, [0] * len(kept))
        # The map is drawn true at the middle latitude, which a fact left out may shift by a little.
        assert value == pytest.approx(whole, rel=0.05)


def test_no_points_no_closeness() -> None:
    assert closeness_statistic([fact(1)], [0]) == (0.0, [])
