"""Change points: days from which a series has another level, by PELT (docs/measures.md, "Change points")."""

import itertools
from collections.abc import Sequence
from datetime import date
from math import log, sqrt
from statistics import fmean, median
from typing import Final

from isnad.assessing.extras import taken
from isnad.assessing.rates import rate_ratio
from isnad.model.finding import Breakpoint, Row

_SHORTEST: Final = 3  # units between two change points
_NORMAL_MAD: Final = 0.6745


def anscombe(counts: Sequence[float]) -> list[float]:
    """Counts as 2·√(x + 3/8): their variance is near 1 where they are Poisson (Anscombe 1948)."""
    return [2 * sqrt(count + 0.375) for count in counts]


def penalty(values: Sequence[float]) -> float:
    """What a change point must gain: BIC's 2·log n times the variance, which is 1 or, where more, the series' own.

    The variance is told from the differences of neighbours by their median, so that the steps looked for do not
    count in it.
    """
    steps = [abs(one - other) for one, other in itertools.pairwise(values)]
    variance = (median(steps) / _NORMAL_MAD) ** 2 / 2 if steps else 0.0
    return 2 * log(max(len(values), 2)) * max(1.0, variance)


def break_indices(counts: Sequence[float]) -> list[int]:
    """Where a series breaks: the index of the first unit of each new level. Deterministic; `ruptures`' PELT, l2."""
    if len(counts) < 2 * _SHORTEST:
        return []
    values = anscombe(counts)
    signal = taken("numpy").array(values).reshape(-1, 1)
    found = taken("ruptures").Pelt(model="l2", min_size=_SHORTEST, jump=1).fit(signal).predict(pen=penalty(values))
    return [int(at) for at in found[:-1]]


def change_points(days: Sequence[date], counts: Sequence[float], lengths: Sequence[int]) -> tuple[Breakpoint, ...]:
    """The change points of counts by unit: `days` are the first days of the units, `lengths` their days."""
    at = [0, *break_indices(counts), len(counts)]
    found = []
    for start, middle, end in zip(at, at[1:], at[2:], strict=False):
        before = list(zip(counts[start:middle], lengths[start:middle], strict=True))
        after = list(zip(counts[middle:end], lengths[middle:end], strict=True))
        found.append(
            Breakpoint(
                day=days[middle],
                before=fmean(counts[start:middle]),
                after=fmean(counts[middle:end]),
                ratio=rate_ratio(before, after),
            )
        )
    return tuple(found)


def change_points_of(rows: Sequence[Row], deaths: bool = False) -> tuple[Breakpoint, ...]:
    """The change points in the rows of one group: of incidents, or of the best number of dead."""
    counts = [float(row.measures.killed.best if deaths else row.measures.incidents) for row in rows]
    return change_points([row.period.first for row in rows], counts, [row.period.days for row in rows])
