"""Learning to choose: the conditional logit finds what speaks for a candidate and for none."""

import math

import numpy as np
import pytest

from quality.choosing import NONE, Choice, _loss, fit_choices


def choices() -> list[Choice]:
    found = []
    for report in range(40):
        found.append(Choice([["near"], ["far"]], [True, False], ["dated"], report))
        found.append(Choice([["far"], ["far"]], [False, False], ["undated"], report))
    return found


def test_what_is_right_weighs_more_and_none_wins_where_nothing_is() -> None:
    weights = fit_choices(choices(), 1.0)
    none_dated, none_undated = (weights.get(NONE, 0.0) + weights.get(name, 0.0) for name in ("dated", "undated"))
    assert weights["near"] > max(weights["far"], none_dated)
    assert none_undated > weights["far"]


def test_chances_of_several_right_candidates_add_up() -> None:
    rows = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    right = np.array([True, True, False])
    value, slope = _loss(np.array([0.5, 0.0]), rows, right, np.zeros(3, dtype=int), 1e9)
    assert value == pytest.approx(-math.log(2 * math.exp(0.5) / (2 * math.exp(0.5) + 1)))
    assert slope[0] < 0 < slope[1]
