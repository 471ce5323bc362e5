"""How long 100,000 incidents take to assess: `python -m benchmarks.assessing [--incidents N]` (issue 6, "Must show" 6).

Made up: ten years, 12 actors, 60 districts, 8 outlets. Timed: the tables of `isnad assess` (all, by actor, by admin1,
by type), the change points, each measure's change of the last year for the three busiest actors, and Knox's test for
one actor in one province. Ends with status 1 over 60 seconds by the clock, as the issue says, or 2 GB; the seconds of
processor beside it are what a machine takes on which nothing else runs.
"""

import argparse
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Final, NamedTuple, get_args

from isnad.assessing.breaking import change_points_of
from isnad.assessing.changing import assess_change
from isnad.assessing.clustering import knox_test
from isnad.assessing.facts import Fact
from isnad.assessing.tabulating import tabulate
from isnad.model.finding import Grouping, Measured, Period
from isnad.model.scope import Scope

_MOST_SECONDS: Final = 60
_MOST_MEGABYTES: Final = 2000
_BEFORE: Final = Period(date(2022, 1, 1), date(2022, 12, 31))
_AFTER: Final = Period(date(2023, 1, 1), date(2023, 12, 31))
_GROUPINGS: Final[tuple[Grouping | None, ...]] = (None, "actor", "admin1", "type")
_TYPES: Final = ("armed_attack", "shelling", "bombing", "clash", "air_strike")


def made_up(count: int) -> list[Fact]:
    """Facts drawn from one seed."""
    drawn = random.Random(1)
    start, span = date(2014, 1, 1).toordinal(), 3652
    return [_drawn(number, start + drawn.randrange(span), drawn) for number in range(count)]


def _drawn(number: int, day: int, drawn: random.Random) -> Fact:
    district = min(int(drawn.expovariate(0.08)), 59)
    killed = int(drawn.expovariate(0.3))
    outlets = tuple(sorted(drawn.sample([f"outlet {n}" for n in range(8)], drawn.randint(1, 3))))
    return Fact(
        id=f"m-{number}",
        first=day,
        last=day + drawn.choice((0, 0, 0, 1)),
        type=drawn.choice(_TYPES),
        actors=(f"actor-{min(int(drawn.expovariate(0.4)), 11)}",),
        country="SY",
        admin1=f"province {district % 14}",
        admin2=f"district {district}",
        latitude=33 + district % 14 / 4 + drawn.gauss(0, 0.2),
        longitude=36 + district / 15 + drawn.gauss(0, 0.2),
        killed=(killed, killed + 1, killed + 3) if drawn.random() < 0.7 else None,
        defended=drawn.random() < 0.3,
        civilian=drawn.random() < 0.3,
        tactics=("direct_fire", "suicide") if drawn.random() < 0.1 else ("direct_fire",),
        roots=outlets[:1],
        outlets=outlets,
    )


class Took(NamedTuple):
    """Seconds by the clock, and of processor, which no neighbour slows."""

    clock: float
    processor: float


def timed(name: str, work: Callable[[], Any]) -> Took:
    """Do it, print how long it took, and return that."""
    began, worked = time.perf_counter(), time.process_time()
    work()
    took = Took(time.perf_counter() - began, time.process_time() - worked)
    print(f"{took.clock:6.1f} s  {took.processor:6.1f} s of processor  {name}", flush=True)
    return took


def assess(facts: list[Fact]) -> Took:
    """All that is timed, together."""
    actors = [name for name, _ in Counter(fact.actors[0] for fact in facts).most_common(3)]
    measures: tuple[Measured, ...] = get_args(Measured)
    changes = [(actor, measure) for actor in actors for measure in measures]
    province = Scope(actor=actors[0], admin1="province 0")
    parts = [
        *(timed(f"table by {by or 'all'}", partial(tabulate, facts, by=by)) for by in _GROUPINGS),
        timed("change points", lambda: change_points_of(tabulate(facts).rows)),
        timed(
            f"{len(changes)} changes",
            lambda: [assess_change(facts, Scope(actor=a), m, _BEFORE, _AFTER) for a, m in changes],
        ),
        timed("Knox's test", lambda: knox_test(facts, province)),
    ]
    return Took(sum(part.clock for part in parts), sum(part.processor for part in parts))


def main() -> int:
    """Print the times; exit status 1 over a bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=100_000)
    facts = made_up(parser.parse_args().incidents)
    took = assess(facts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole = f"{took.clock:6.1f} s  {took.processor:6.1f} s of processor  in all"
    print(f"{whole}, {len(facts):,} incidents, {memory:,.0f} MB at most")
    return 1 if took.clock > _MOST_SECONDS or memory > _MOST_MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
