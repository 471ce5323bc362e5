"""Rate ratios with intervals: two sides of binned counts compared (docs/measures.md, "Rate ratios")."""

from collections.abc import Sequence
from math import exp, log, sqrt
from typing import Any, Final
from warnings import catch_warnings, simplefilter

from isnad.assessing.extras import taken
from isnad.model.finding import Model, Ratio

LEVEL: Final = 0.95
_FEW: Final = 5  # below this on either side a normal interval cannot be trusted
_LARGEST_ALPHA: Final = 1e4

Bins = Sequence[tuple[float, float]]  # count and exposure of each bin


def rate_ratio(before: Bins, after: Bins) -> Ratio | None:
    """`after` by `before`, with its 95 % interval; None where nothing was counted, or a side has no exposure.

    Poisson regression on the bins, log link, exposure as offset. Where Pearson's chi square exceeds its degrees of
    freedom the counts are taken as over-dispersed: negative binomial (NB2) with the dispersion by moments, and
    quantiles of Student's t (`dispersion_freedom`). Where a side counts fewer than 5: the exact conditional interval.
    """
    before, after = [each for each in before if each[1] > 0], [each for each in after if each[1] > 0]
    counts = (sum(count for count, _ in before), sum(count for count, _ in after))
    if not before or not after or sum(counts) <= 0:
        return None
    if min(counts) < _FEW:
        return _exact(before, after, max(1.0, _dispersion(before, after)))
    return _regressed(before, after)


def _regressed(before: Bins, after: Bins) -> Ratio:
    numpy, statsmodels, stats = taken("numpy"), taken("statsmodels.api"), taken("scipy.stats")
    bins = [*before, *after]
    counts, exposure = numpy.array([each[0] for each in bins]), numpy.array([each[1] for each in bins])
    design = numpy.column_stack([numpy.ones(len(bins)), [0.0] * len(before) + [1.0] * len(after)])
    families = statsmodels.families

    def fitted(family: Any) -> Any:
        with catch_warnings():
            # Bins that are all alike fit perfectly: nothing is amiss with two means.
            simplefilter("ignore", taken("statsmodels.tools.sm_exceptions").PerfectSeparationWarning)
            return statsmodels.GLM(counts, design, family=family, offset=numpy.log(exposure)).fit()

    model: Model = "poisson"
    fit, freedom = fitted(families.Poisson()), len(bins) - 2
    dispersion = fit.pearson_chi2 / freedom if freedom > 0 else 1.0
    quantile = stats.norm.ppf((1 + LEVEL) / 2)
    if dispersion > 1:
        model, alpha = "negative_binomial", moment_alpha(counts, fit.mu, freedom)
        fit = fitted(families.NegativeBinomial(alpha=alpha))
        quantile = stats.t.ppf((1 + LEVEL) / 2, dispersion_freedom(fit.mu, alpha, freedom))
    middle, error = float(fit.params[1]), float(fit.bse[1])
    return _ratio(middle, error, float(quantile), model, float(dispersion))


def moment_alpha(counts: Any, means: Any, freedom: int) -> float:
    """NB2's dispersion such that Pearson's chi square at these means equals its degrees of freedom."""
    squares = (counts - means) ** 2

    def excess(alpha: float) -> float:
        return float((squares / (means + alpha * means**2)).sum()) - freedom

    if excess(_LARGEST_ALPHA) > 0:
        return _LARGEST_ALPHA
    return float(taken("scipy.optimize").brentq(excess, 0.0, _LARGEST_ALPHA, xtol=1e-10))


def dispersion_freedom(means: Any, alpha: float, freedom: int) -> float:
    """The degrees of freedom that a dispersion estimated from such counts is worth (Satterthwaite).

    Squares of skewed counts vary more than those of normal ones: the variance of an estimated variance is
    σ⁴(2/ν + κ/n), so it is worth ν / (1 + κ/2), with κ NB2's excess kurtosis 6α + 1/(μ(1 + αμ)), averaged over bins.
    With ν itself 5 to 7 % of changes that are not there were called one (`quality.assess_simulated`).
    """
    kurtosis = float((6 * alpha + 1 / (means * (1 + alpha * means))).mean())
    return max(1.0, freedom / (1 + kurtosis / 2))


def _ratio(middle: float, error: float, quantile: float, model: Model, dispersion: float = 1.0) -> Ratio:
    return Ratio(
        value=exp(middle),
        low=exp(middle - quantile * error),
        high=exp(middle + quantile * error),
        model=model,
        dispersion=dispersion,
        error=error,
    )


def _dispersion(before: Bins, after: Bins) -> float:
    """Pearson's chi square by its degrees of freedom, each side at its own rate."""
    total = 0.0
    for side in (before, after):
        rate = sum(count for count, _ in side) / sum(exposure for _, exposure in side)
        total += sum((count - rate * exposure) ** 2 / (rate * exposure) for count, exposure in side if rate > 0)
    freedom = len(before) + len(after) - 2
    return total / freedom if freedom > 0 else 1.0


def _exact(before: Bins, after: Bins, dispersion: float) -> Ratio:
    """Clopper and Pearson's interval of the share that fell after, counts divided by the dispersion."""
    beta = taken("scipy.stats").beta
    one, other = (sum(count for count, _ in side) / dispersion for side in (before, after))
    exposures = sum(exposure for _, exposure in before) / sum(exposure for _, exposure in after)
    tail = (1 - LEVEL) / 2
    lowest = float(beta.ppf(tail, other, one + 1)) if other > 0 else 0.0
    highest = float(beta.ppf(1 - tail, other + 1, one)) if one > 0 else 1.0
    return Ratio(
        value=other / one * exposures if one > 0 else None,
        low=lowest / (1 - lowest) * exposures,
        high=highest / (1 - highest) * exposures if highest < 1 else None,
        model="exact",
        dispersion=dispersion,
        error=sqrt(1 / max(one, 0.5) + 1 / max(other, 0.5)),
    )


def jackknifed(before: tuple[float, Sequence[float]], after: tuple[float, Sequence[float]]) -> Ratio | None:
    """The ratio of two statistics, each with its values when one bin at a time is left out (Tukey's jackknife).

    None where a statistic is not above nought, or a side has fewer than three bins.
    """
    variance, fewest = 0.0, 0
    for whole, parts in (before, after):
        if whole <= 0 or min(parts, default=0.0) <= 0 or len(parts) < 3:
            return None
        logs = [log(part) for part in parts]
        mean = sum(logs) / len(logs)
        variance += (len(logs) - 1) / len(logs) * sum((each - mean) ** 2 for each in logs)
        fewest = min(fewest or len(logs), len(logs))
    quantile = float(taken("scipy.stats").t.ppf((1 + LEVEL) / 2, fewest - 1))
    return _ratio(log(after[0] / before[0]), sqrt(variance), quantile, "jackknife")
