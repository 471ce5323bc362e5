"""Measures on an outside table, held against the libraries called directly, and Knox's test on simulated points.

`python -m quality.assess_ucdp TABLE.csv.gz [--simulations N]`: the table is an extract of UCDP's Georeferenced Event
Dataset. Prints each comparison and ends with status 1 where one fails.
"""

import argparse
import csv
import gzip
import io
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from isnad.assessing.breaking import anscombe, break_indices, penalty
from isnad.assessing.clustering import by_arrays, by_pointpats, knox_test
from isnad.assessing.extras import taken
from isnad.assessing.facts import Fact
from isnad.assessing.ged import fact_of_ged
from isnad.assessing.rates import rate_ratio
from isnad.assessing.tabulating import tabulate
from isnad.model.finding import Table
from isnad.model.scope import Scope

_LONGEST: Final = 31
_ALIKE: Final = 1e-6
_LEVEL: Final = 0.05
_LEAST_POWER: Final = 0.9
Check = tuple[str, bool]


def read_ged(table: Path) -> list[Fact]:
    """The facts of a CSV file, gzipped or not."""
    content = table.read_bytes()
    text = (gzip.decompress(content) if table.suffix == ".gz" else content).decode("utf-8")
    return [fact_of_ged(row) for row in csv.DictReader(io.StringIO(text))]


def monthly_by_pandas(table: Path) -> tuple[dict[date, tuple[int, ...]], int]:
    """Events and deaths (low, best, high) by month of the middle day, by pandas alone; how many span over 31 days."""
    pandas = taken("pandas")
    frame = pandas.read_csv(table, parse_dates=["date_start", "date_end"])
    length = (frame["date_end"] - frame["date_start"]).dt.days
    dated = frame[length < _LONGEST]
    middle = dated["date_start"] + pandas.to_timedelta(length[length < _LONGEST] // 2, unit="D")
    groups = dated.groupby(middle.dt.to_period("M"))
    sums = groups.agg(events=("id", "size"), low=("low", "sum"), best=("best", "sum"), high=("high", "sum"))
    rows = {key.start_time.date(): tuple(int(value) for value in row) for key, row in sums.iterrows()}
    return rows, len(frame) - len(dated)


def table_checks(table: Path, ours: Table) -> list[Check]:
    """Monthly counts and deaths against a plain group-by."""
    theirs, undated = monthly_by_pandas(table)
    rows = {
        row.period.first: (row.measures.incidents, *(getattr(row.measures.killed, x) for x in ("low", "best", "high")))
        for row in ours.rows
        if row.measures.incidents
    }
    events = sum(row[0] for row in rows.values())
    return [
        (f"{len(rows)} months, {events:,} events: counts, low, best, high as by pandas", rows == theirs),
        (f"{ours.undated} undated as by pandas", ours.undated == undated),
    ]


def library_checks(ours: Table) -> list[Check]:
    """Change points and rate ratios against `ruptures` and `statsmodels` called directly."""
    numpy, ruptures = taken("numpy"), taken("ruptures")
    counts = [float(row.measures.incidents) for row in ours.rows]
    values = anscombe(counts)
    direct = ruptures.KernelCPD(kernel="linear", min_size=3).fit(numpy.array(values)).predict(pen=penalty(values))
    dynamic = ruptures.Dynp(model="l2", min_size=3, jump=1).fit(numpy.array(values)).predict(len(direct) - 1)
    found = break_indices(counts)
    days = [str(ours.rows[at].period.first) for at in found]
    pairs = [(start, start + 12) for start in range(0, len(counts) - 23, 6)]
    alike = all(_as_statsmodels(ours, start, middle) for start, middle in pairs)
    return [
        (
            f"change points {', '.join(days)} as by ruptures (KernelCPD, Dynp)",
            [*found, len(counts)] == direct == dynamic,
        ),
        (f"{len(pairs)} rate ratios, year against year, as by statsmodels", alike),
    ]


def _as_statsmodels(ours: Table, start: int, middle: int) -> bool:
    """One ratio by a formula on a data frame; its dispersion found by search, as the rule says, not by our function."""
    pandas, smf, sm = taken("pandas"), taken("statsmodels.formula.api"), taken("statsmodels.api")
    stats, optimize, numpy = taken("scipy.stats"), taken("scipy.optimize"), taken("numpy")
    rows = ours.rows[start : middle + 12]
    frame = pandas.DataFrame(
        {
            "y": [row.measures.incidents for row in rows],
            "days": [row.period.days for row in rows],
            "later": [float(at >= middle - start) for at in range(len(rows))],
        }
    )
    poisson = smf.glm("y ~ later", frame, family=sm.families.Poisson(), offset=numpy.log(frame.days)).fit()

    def excess(alpha: float) -> float:
        variance = poisson.mu + alpha * poisson.mu**2
        return float(((frame.y - poisson.mu) ** 2 / variance).sum() - poisson.df_resid)

    alpha = optimize.bisect(excess, 0, 1e3, xtol=1e-12)
    fit = smf.glm(
        "y ~ later", frame, family=sm.families.NegativeBinomial(alpha=alpha), offset=numpy.log(frame.days)
    ).fit()
    size = 1 / alpha
    kurtosis = stats.nbinom.stats(size, size / (size + fit.mu), moments="k").mean()
    spread = stats.t.ppf(0.975, fit.df_resid / (1 + kurtosis / 2)) * fit.bse["later"]
    theirs = numpy.exp([fit.params["later"], fit.params["later"] - spread, fit.params["later"] + spread])
    data = [(row.measures.incidents, row.period.days) for row in rows]
    found = rate_ratio(data[: middle - start], data[middle - start :])
    assert found is not None
    return bool(numpy.allclose([found.value, found.low, found.high], theirs, rtol=_ALIKE))


def scattered(random: Any, size: int = 300) -> tuple[Any, Any]:
    """Points over 200 by 200 km and a year, independent of each other: some 19 close pairs by chance."""
    return random.uniform(0, 200, (size, 2)), random.integers(0, 365, (size, 1)).astype(float)


def planted(random: Any) -> tuple[Any, Any]:
    """268 scattered points, and 8 attacks of 4 incidents each within 10 km and two days."""
    numpy = taken("numpy")
    places, times = scattered(random, 268)
    centres, days = scattered(random, 8)
    near = numpy.repeat(centres, 4, axis=0) + random.uniform(-5, 5, (32, 2))
    soon = numpy.repeat(days, 4, axis=0) + random.integers(0, 2, (32, 1))
    return numpy.vstack([places, near]), numpy.vstack([times, soon])


def found_share(world: Callable[[Any], tuple[Any, Any]], simulations: int, test: Callable[..., Any]) -> float:
    """In how many of the simulated worlds Knox's test is under 5 %."""
    numpy = taken("numpy")
    hits = 0
    for seed in range(simulations):
        places, times = world(numpy.random.default_rng(seed))
        hits += bool(test(places, times, 20.0, 2, 99, seed)[2] <= _LEVEL)
    return hits / simulations


def knox_checks(simulations: int) -> list[Check]:
    """Power on planted clusters and level on random points, for both ways the test is computed."""
    checks = []
    # Three standard errors of a share of 5 % among so many simulations.
    highest = _LEVEL + 3 * (_LEVEL * (1 - _LEVEL) / simulations) ** 0.5
    for name, test in (("pointpats", by_pointpats), ("arrays", by_arrays)):
        power, level = found_share(planted, simulations, test), found_share(scattered, simulations, test)
        checks.append((f"Knox by {name}: power {power:.1%} on planted clusters", power > _LEAST_POWER))
        checks.append((f"Knox by {name}: {level:.1%} of {simulations} random records under 5 %", level <= highest))
    return checks


def real_checks(facts: Sequence[Fact]) -> list[Check]:
    """The test on the busiest actor of the table, timed."""
    began = time.perf_counter()
    found = knox_test(facts, Scope(actor="ucdp:118"))
    took = time.perf_counter() - began
    if found is None:
        return [("Knox on the table: nothing to test", False)]
    told = f"{found.close:,} close pairs, {found.expected:,.0f} by chance, p {found.p_value:.2f}"
    return [(f"Knox on {found.incidents:,} events of the table: {told}, {took:.1f} s", took < 60)]


def main() -> int:
    """Print the checks; exit status 1 where one fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--simulations", type=int, default=500)
    options = parser.parse_args()
    facts = read_ged(options.table)
    ours = tabulate(facts)
    checks = [
        *table_checks(options.table, ours),
        *library_checks(ours),
        *real_checks(facts),
        *knox_checks(options.simulations),
    ]
    for name, right in checks:
        print(f"{'ok  ' if right else 'FAIL'}  {name}")
    return 0 if all(right for _, right in checks) else 1


if __name__ == "__main__":
    sys.exit(main())
