"""Simulated records: made as told, judged within bounds."""

from collections import Counter

import numpy as np
import pytest

from isnad.model.finding import ChangeVerdict
from quality.assess_simulated import World, faults, simulate, verdicts


def test_a_world_is_as_it_is_told() -> None:
    facts = simulate(World(40, 2.0, 0.0, True), np.random.default_rng(1))
    old = [fact for fact in facts if fact.outlets != ("new",)]
    year = sum(fact.first < 738156 for fact in old)  # 1 January 2022
    assert year == pytest.approx(480, rel=0.2)
    assert len(old) - year == pytest.approx(960, rel=0.2)
    assert len(facts) - len(old) == pytest.approx(576, rel=0.2)


@pytest.mark.parametrize("new_source", [False, True])
def test_a_doubling_at_ten_a_month_is_found(new_source: bool) -> None:
    assert verdicts(World(10, 2.0, 0.0, new_source), 20, 1)["rise"] >= 18


@pytest.mark.parametrize("new_source", [False, True])
def test_no_change_is_seldom_called_one(new_source: bool) -> None:
    given = verdicts(World(10, 1.0, 0.1, new_source), 40, 2)
    assert given["rise"] + given["fall"] <= 5


def test_a_handful_of_incidents_is_not_enough_data() -> None:
    assert verdicts(World(0.3, 1.0, 0.0, False), 20, 3)["not_enough_data"] == 20


def test_bounds_that_are_not_kept_are_told() -> None:
    wrong: Counter[ChangeVerdict] = Counter({"rise": 20, "no_change_shown": 80})
    assert faults(World(10, 1.0, 0.0, False), wrong)
    assert faults(World(10, 2.0, 0.0, False), wrong)
    assert faults(World(10, 0.5, 0.0, False), wrong)
    assert faults(World(0.3, 1.0, 0.0, False), Counter({"no_change_shown": 100}))
    assert not faults(World(10, 2.0, 0.0, False), Counter({"rise": 100}))
