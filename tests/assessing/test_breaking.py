"""Change points: where a series breaks, and where it does not."""

from datetime import date

import numpy as np
import pytest
import ruptures

from isnad.assessing.breaking import anscombe, break_indices, change_points_of, penalty
from isnad.assessing.tabulating import tabulate
from tests.assessing.making_facts import monthly


def test_a_step_is_found_where_it_is() -> None:
    (found,) = change_points_of(tabulate(monthly([5, 6, 4, 5, 6, 5, 20, 22, 19, 21, 20, 22])).rows)
    assert found.day == date(2021, 7, 1)
    assert (found.before, found.after) == (pytest.approx(31 / 6), pytest.approx(124 / 6))
    assert found.ratio is not None
    assert found.ratio.low > 2


def test_deaths_have_change_points_of_their_own() -> None:
    facts = [
        *monthly([5] * 8, killed=(1, 1, 1)),
        *monthly([5] * 8, first=date(2021, 9, 1), start=500, killed=(9, 9, 9)),
    ]
    rows = tabulate(facts).rows
    assert change_points_of(rows) == ()
    assert [each.day for each in change_points_of(rows, deaths=True)] == [date(2021, 9, 1)]


def test_chance_alone_seldom_breaks_a_series() -> None:
    random = np.random.default_rng(0)
    broken = sum(bool(break_indices(random.poisson(10, 36).tolist())) for _ in range(100))
    assert broken <= 5


def test_as_the_exact_search_of_ruptures() -> None:
    random = np.random.default_rng(2)
    counts = [*random.poisson(8, 15).tolist(), *random.poisson(25, 12).tolist(), *random.poisson(3, 12).tolist()]
    values = np.array(anscombe(counts))
    exact = ruptures.KernelCPD(kernel="linear", min_size=3).fit(values).predict(pen=penalty(values.tolist()))
    assert [*break_indices(counts), len(counts)] == exact
    assert len(exact) == 3


def test_a_short_series_has_no_change_points() -> None:
    assert break_indices([1, 1, 50, 50, 50]) == []
    assert break_indices([]) == []


def test_the_penalty_grows_with_length_and_noise() -> None:
    assert penalty([1.0] * 40) > penalty([1.0] * 10) > penalty([1.0])
    assert penalty([0.0, 5.0] * 20) > penalty([1.0] * 40)
