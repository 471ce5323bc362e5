"""Rate ratios against the libraries called directly."""

from math import exp, log

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats

from isnad.assessing.rates import jackknifed, moment_alpha, rate_ratio

EVEN = [(10.0, 31.0)] * 12


def test_even_counts_are_poisson_and_as_statsmodels() -> None:
    found = rate_ratio(EVEN, [(14.0, 31.0)] * 12)
    assert found is not None
    assert found.model == "poisson"
    error = (1 / 120 + 1 / 168) ** 0.5
    assert found.value == pytest.approx(1.4)
    assert found.low == pytest.approx(1.4 * exp(-1.959964 * error), rel=1e-6)
    assert found.high == pytest.approx(1.4 * exp(1.959964 * error), rel=1e-6)


def _excess_kurtosis(mean: float, alpha: float) -> float:
    """Of NB2 with this mean, by scipy."""
    size = 1 / alpha
    return float(stats.nbinom.stats(size, size / (size + mean), moments="k"))


def test_over_dispersed_counts_are_negative_binomial_and_as_statsmodels() -> None:
    before = [(2.0, 28.0), (25.0, 31.0), (4.0, 30.0), (17.0, 31.0), (1.0, 30.0), (30.0, 31.0)]
    after = [(8.0, 31.0), (50.0, 30.0), (3.0, 31.0), (44.0, 31.0), (12.0, 30.0), (20.0, 31.0)]
    found = rate_ratio(before, after)
    counts, days = np.array([*before, *after]).T
    design = np.column_stack([np.ones(12), [0.0] * 6 + [1.0] * 6])
    poisson = sm.GLM(counts, design, family=sm.families.Poisson(), offset=np.log(days)).fit()
    alpha = moment_alpha(counts, poisson.mu, 10)
    fit = sm.GLM(counts, design, family=sm.families.NegativeBinomial(alpha=alpha), offset=np.log(days)).fit()
    kurtosis = np.mean([_excess_kurtosis(mean, alpha) for mean in fit.mu])
    spread = stats.t.ppf(0.975, 10 / (1 + kurtosis / 2)) * fit.bse[1]
    assert found is not None
    assert found.model == "negative_binomial"
    assert found.dispersion == pytest.approx(poisson.pearson_chi2 / 10)
    assert [found.low, found.high] == pytest.approx([exp(fit.params[1] - spread), exp(fit.params[1] + spread)])
    assert ((counts - poisson.mu) ** 2 / (poisson.mu + alpha * poisson.mu**2)).sum() == pytest.approx(10)


def test_a_few_counts_get_the_exact_interval() -> None:
    found = rate_ratio([(1.0, 30.0), (0.0, 30.0), (1.0, 30.0)], [(4.0, 30.0), (5.0, 30.0), (3.0, 30.0)])
    interval = stats.binomtest(12, 14).proportion_ci(0.95, "exact")
    assert found is not None
    assert (found.model, found.value) == ("exact", pytest.approx(6.0))
    assert found.low == pytest.approx(interval.low / (1 - interval.low))
    assert found.high == pytest.approx(interval.high / (1 - interval.high))


def test_nothing_before_leaves_the_ratio_open_above() -> None:
    found = rate_ratio([(0.0, 30.0)] * 3, [(5.0, 30.0), (6.0, 30.0), (5.0, 30.0)])
    assert found is not None
    assert (found.value, found.high) == (None, None)
    assert found.low > 1


def test_nothing_after_is_a_ratio_of_nought() -> None:
    found = rate_ratio([(5.0, 30.0), (6.0, 30.0), (5.0, 30.0)], [(0.0, 30.0)] * 3)
    assert found is not None
    assert (found.value, found.low) == (0.0, 0.0)
    assert found.high is not None
    assert found.high < 1


def test_a_burst_in_a_few_counts_widens_the_interval() -> None:
    even = rate_ratio([(1.0, 30.0)] * 3, [(4.0, 30.0)] * 3)
    burst = rate_ratio([(1.0, 30.0)] * 3, [(0.0, 30.0), (0.0, 30.0), (12.0, 30.0)])
    assert even is not None
    assert burst is not None
    assert burst.low < even.low
    assert burst.dispersion > 1


def test_no_ratio_without_counts_or_exposure() -> None:
    assert rate_ratio([(0.0, 30.0)], [(0.0, 30.0)]) is None
    assert rate_ratio([(0.0, 0.0)], [(3.0, 2.0)]) is None


def test_swapping_the_sides_inverts_the_interval() -> None:
    one, other = [(3.0, 30.0), (9.0, 30.0), (7.0, 31.0)], [(20.0, 30.0), (11.0, 30.0), (30.0, 31.0)]
    there, back = rate_ratio(one, other), rate_ratio(other, one)
    assert there is not None
    assert back is not None
    assert there.high is not None
    assert back.low == pytest.approx(1 / there.high)


def test_the_jackknife_of_a_mean_is_the_standard_error_of_the_mean() -> None:
    values = [90.0, 100.0, 110.0, 105.0, 95.0]
    left = [(sum(values) - each) / 4 for each in values]
    found = jackknifed((100.0, left), (100.0, [100.0] * 5))
    assert found is not None
    assert found.error == pytest.approx(np.std(values, ddof=1) / 5**0.5 / 100, rel=0.01)
    assert log(found.value or 0) == 0


@pytest.mark.parametrize("side", [(0.0, [1.0, 1.0, 1.0]), (1.0, [1.0, 1.0]), (1.0, [1.0, 0.0, 1.0]), (1.0, [])])
def test_the_jackknife_refuses_what_it_cannot_judge(side: tuple[float, list[float]]) -> None:
    assert jackknifed(side, (1.0, [1.0, 1.0, 1.0])) is None
