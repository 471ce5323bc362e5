"""Verdicts on simulated records of known truth: `python -m quality.assess_simulated [--runs N] [--null-runs N] [--alpha A]`.

24 months of incidents, the rate changed by a known ratio after 12; at 2, 10 and 40 a month before; Poisson, or
over-dispersed (gamma-Poisson); with the same three outlets throughout, or with a fourth that sets in with the 13th
month and tells of 60 % more incidents. Prints how often each verdict was given, what the best test could find that knew
the true dispersion, and whether the bounds are kept. Worlds in which nothing changes are run `--null-runs` times: a
share of 5 % is told from 6 % by thousands only.

Last come five bursty worlds of 10 a month (`BURSTY`), and the share of doublings and halvings at 10 a month that was
found: in all worlds, and in those where the best test could find the 90 % asked for. Only the latter are judged.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from math import log
from typing import Any, Final

from msgspec import Struct

from isnad.assessing.changing import assess_change
from isnad.assessing.extras import taken
from isnad.assessing.facts import Fact
from isnad.model.finding import ChangeVerdict, Period
from isnad.model.scope import Scope

RATIOS: Final = (1 / 3, 1 / 2, 1 / 1.5, 1.0, 1.5, 2.0, 3.0)
RATES: Final = (0.3, 2, 10, 40)
VERDICTS: Final[tuple[ChangeVerdict, ...]] = ("rise", "fall", "no_change_shown", "not_enough_data")
BEFORE: Final = Period(date(2021, 1, 1), date(2021, 12, 31))
AFTER: Final = Period(date(2022, 1, 1), date(2022, 12, 31))
BURSTY: Final = 0.3  # dispersion: the variance is four times Poisson's at 10 a month
_OUTLETS: Final = ("first", "second", "third")
_NEW_FEED: Final = 0.6
_MOST_WRONG: Final = 0.05
_LEAST_FOUND: Final = 0.9
_SLACK: Final = 0.03  # what not knowing the dispersion may cost


class World(Struct, frozen=True):
    """What a simulated record was made with; `alpha` is NB2's dispersion of a month's count, 0 for Poisson."""

    rate: float
    ratio: float
    alpha: float
    new_source: bool


def simulate(world: World, random: Any) -> list[Fact]:
    """The facts of 24 months."""
    facts: list[Fact] = []
    for month in range(24):
        first = date(2021 + month // 12, month % 12 + 1, 1)
        days = (date(2021 + (month + 1) // 12, (month + 1) % 12 + 1, 1) - first).days
        mean = world.rate * (world.ratio if month >= 12 else 1.0)
        luck = random.gamma(1 / world.alpha, world.alpha) if world.alpha else 1.0
        for _ in range(random.poisson(mean * luck)):
            facts.append(_fact(len(facts), first, int(random.integers(days)), _tellers(world, month, random)))
        if world.new_source and month >= 12:
            for _ in range(random.poisson(_NEW_FEED * mean * luck)):
                facts.append(_fact(len(facts), first, int(random.integers(days)), ("new",)))
    return facts


def _tellers(world: World, month: int, random: Any) -> tuple[str, ...]:
    told = {_OUTLETS[int(random.integers(3))], *(name for name in _OUTLETS if random.random() < 0.4)}
    also_new = world.new_source and month >= 12 and random.random() < 0.5
    return tuple(sorted(told | ({"new"} if also_new else set())))


def _fact(number: int, first: date, after: int, outlets: tuple[str, ...]) -> Fact:
    day = (first + timedelta(days=after)).toordinal()
    return Fact(id=f"s{number}", first=day, last=day, type="armed_attack", actors=("x",), outlets=outlets)


def verdicts(world: World, runs: int, seed: int) -> Counter[ChangeVerdict]:
    """How often each verdict was given in `runs` records of this world."""
    random = taken("numpy").random.default_rng(seed)
    given = (assess_change(simulate(world, random), Scope(actor="x"), "frequency", BEFORE, AFTER) for _ in range(runs))
    return Counter(change.verdict for change in given)


def most_power(world: World) -> float:
    """The chance with which a two-sided test at 5 % that knew the true dispersion would find the change.

    The logarithm of the ratio of two means of 12 months has the variance Σ (1/μ + α) / 12; only the three old outlets
    are looked at. No test keeps its level and finds more, whichever way it estimates the dispersion.
    """
    stats = taken("scipy.stats")
    variance = sum((1 / mean + world.alpha) / 12 for mean in (world.rate, world.rate * world.ratio))
    away = abs(log(world.ratio)) / variance**0.5
    edge = stats.norm.ppf(1 - _MOST_WRONG / 2)
    return float(stats.norm.cdf(away - edge) + stats.norm.cdf(-away - edge))


def right_verdict(world: World) -> ChangeVerdict:
    """What is to be said of a world in which something changes."""
    return "rise" if world.ratio > 1 else "fall"


def possible(world: World) -> bool:
    """Could the best test find the share asked for, with what not knowing the dispersion may cost."""
    return most_power(world) >= _LEAST_FOUND + _SLACK


def faults(world: World, given: Counter[ChangeVerdict]) -> list[str]:
    """Which bounds are not kept in this world.

    An assertion is of one direction: it is wrongly supported where the verdict is that direction and the truth is not.
    """
    runs, found = given.total(), []
    wrong = {"rise", "fall"} - ({right_verdict(world)} if world.ratio != 1 else set())
    share = max(given[verdict] for verdict in VERDICTS if verdict in wrong) / runs
    if share >= _MOST_WRONG:
        found.append(f"{share:.1%} of assertions of a change that is not there would be supported")
    both_at_ten = min(world.rate, world.rate * world.ratio) >= 10
    asked = world.ratio in {2.0, 0.5} and both_at_ten and possible(world)
    if asked and given[right_verdict(world)] / runs < _LEAST_FOUND:
        found.append(f"only {given[right_verdict(world)] / runs:.1%} find it")
    if world.rate < 1 and world.ratio == 1 and given["not_enough_data"] / runs < _LEAST_FOUND:
        found.append("few data are not said to be few")
    return found


def found_lines(all_given: Mapping[World, Counter[ChangeVerdict]]) -> Iterator[str]:
    """The share of doublings, and of halvings, at 10 a month that was found: of all worlds, and where it is possible."""
    for ratio in (2.0, 0.5):
        at_ten = [world for world in all_given if world.rate == 10 and world.ratio == ratio]
        able = [world for world in at_ten if possible(world)]
        for name, worlds in (
            ("all worlds", at_ten),
            (f"where the best test could find {_LEAST_FOUND + _SLACK:.0%}", able),
        ):
            shares = [all_given[world][right_verdict(world)] / all_given[world].total() for world in worlds]
            told = f"{sum(shares) / len(shares):.1%}, the lowest {min(shares):.1%}" if shares else "none"
            yield f"ratio {ratio:g} at 10 a month found, {name} ({len(worlds)}): {told}"


def worlds_of(alpha: float) -> list[World]:
    """All that are simulated; the bursty ones last."""
    worlds = [World(*each) for each in product(RATES, RATIOS, (0.0, alpha), (False, True))]
    bursty = [World(10, ratio, BURSTY, new) for ratio, new in product((2.0, 0.5), (False, True))]
    return worlds + [each for each in (*bursty, World(10, 1.0, BURSTY, False)) if each not in worlds]


def line_of(world: World, given: Counter[ChangeVerdict], told: list[str]) -> str:
    """A world's row of the table."""
    kind = f"alpha {world.alpha:g}" if world.alpha else "Poisson"
    figures = "  ".join(f"{given[name] / given.total():>15.1%}" for name in VERDICTS)
    return (
        f"{world.rate:>7g}  {world.ratio:>5.2f}  {kind:<14}  {'yes' if world.new_source else 'no':<10}  {figures}"
        + (f"  {most_power(world):>14.1%}" if world.ratio != 1 else "")
        + (f"  {'; '.join(told)}" if told else "")
    )


def main() -> int:
    """Print the table; exit status 1 where a bound is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--null-runs", type=int, default=2000, help="for worlds in which nothing changes")
    parser.add_argument("--alpha", type=float, default=0.1, help="dispersion of the over-dispersed worlds")
    options = parser.parse_args()
    print(
        "a month  ratio  counts          new source  "
        + "  ".join(f"{name:>15}" for name in VERDICTS)
        + "  could be found"
    )
    all_given: dict[World, Counter[ChangeVerdict]] = {}
    bad, false, spoken = 0, 0, 0
    for seed, world in enumerate(worlds_of(options.alpha)):
        still = world.ratio == 1 and world.rate >= 1
        given = all_given[world] = verdicts(world, options.null_runs if still else options.runs, seed)
        told = faults(world, given)
        bad += bool(told)
        if still:
            false, spoken = false + given["rise"] + given["fall"], spoken + given.total()
        print(line_of(world, given, told), flush=True)
    print(
        f"a change said, to either side, where there is none: {false / spoken:.2%} of {spoken} records (2 a month and more)"
    )
    print(*found_lines(all_given), sep="\n")
    print(f"worlds out of bounds: {bad}")
    return 1 if bad or false / spoken >= _MOST_WRONG else 0


if __name__ == "__main__":
    sys.exit(main())
