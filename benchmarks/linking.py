"""`python -m benchmarks.linking [--mentions 60000] [--new 600]`: what linking costs, on rows made by a seed.

Each incident is told by one to six reports with small differences; places, days and tolls are spread as a war's are, with
a few cities far busier than the villages.
"""

import argparse
import random
import resource
import sys
from collections.abc import Sequence
from time import perf_counter

from isnad.linking.blocking import candidates_filter
from isnad.linking.clustering import Member, group
from isnad.linking.rows import Row, kins_of
from isnad.linking.scoring import score_pairs
from isnad.model.coded import IncidentType

_TYPES: tuple[IncidentType, ...] = ("shelling", "air_strike", "armed_attack", "killing", "clash", "arrest", "bombing")
_ACTORS = ("army", "rebels", "militia", "air-force", "police")
_FIRST = 738_000
_DAYS = 1_000
_PER_REPORT = 6


def rows_of(mentions: int, seed: int = 7, days: int = _DAYS, start: int = 0) -> list[Row]:
    """So many rows, six a report, spread over `days` days; `start` is the number before the first."""
    dice = random.Random(seed)
    towns = [(33 + dice.random() * 4, 36 + dice.random() * 6) for _ in range(3_000)]
    found: list[Row] = []
    while len(found) < mentions:
        town = int(len(towns) ** dice.random()) - 1
        day, toll, kind = _FIRST + dice.randrange(days), dice.randrange(12), dice.choice(_TYPES)
        words = tuple(f"w{dice.randrange(40_000)}" for _ in range(6))
        for _ in range(dice.randint(1, 6)):
            number = start + len(found) + 1
            found.append(_row(dice, number, town, towns[town], day, toll, kind, words))
    return found[:mentions]


def _row(
    dice: random.Random,
    number: int,
    town: int,
    point: tuple[float, float],
    day: int,
    toll: int,
    kind: IncidentType,
    words: Sequence[str],
) -> Row:
    weak = dice.random() < 0.3
    first = day - 2 if weak else day
    told = dice.choice((toll, toll, toll + 1, None))
    return Row(
        id=number,
        report=f"r{(number * 7919) % 1_000_003 // _PER_REPORT if weak else number // _PER_REPORT}",
        root=f"r{number}",
        country="SY",
        admin1=f"SY-{town % 14}",
        place=f"t{town}",
        latitude=point[0],
        longitude=point[1],
        radius=4.0,
        precision=1,
        named=True,
        first=first,
        last=day,
        weak=weak,
        type=kind,
        kins=kins_of(kind),
        perpetrators=(dice.choice(_ACTORS),),
        killed_low=told,
        killed_high=told,
        words=tuple(sorted({*dice.sample(list(words), 3), f"w{dice.randrange(40_000)}", f"t{town}"})),
        place_words=(f"t{town}",),
    )


def main() -> int:
    """Print seconds, pairs, incidents and the peak of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, default=60_000)
    parser.add_argument("--new", type=int, default=600, help="new mentions against all of these (100 reports)")
    asked = parser.parse_args()
    known = rows_of(asked.mentions)
    begun = perf_counter()
    pairs = list(score_pairs(known))
    scored = perf_counter()
    incidents = group([Member(row.id, f"m-{row.id}", row.report) for row in known], pairs)
    print(f"{asked.mentions} mentions: scored in {scored - begun:.1f} s, grouped in {perf_counter() - scored:.1f} s")
    print(f"{len(pairs)} pairs kept, {len(incidents)} incidents, peak {_peak():.2f} GB")
    new = rows_of(asked.new, seed=8, days=2, start=asked.mentions)
    begun = perf_counter()
    window = candidates_filter(new)
    near = [row for row in known if window is not None and row.first is not None and _meets(row, window)]
    handed = perf_counter()
    found = list(score_pairs(new, near))
    print(f"{asked.new} new: {len(near)} handed over, {len(found)} pairs in {perf_counter() - handed:.2f} s")
    begun = perf_counter()
    found = list(score_pairs(new, known))
    print(f"{asked.new} new against all {len(known)}: {len(found)} pairs in {perf_counter() - begun:.2f} s")
    return 0


def _meets(row: Row, window: tuple[int, int, bool]) -> bool:
    return row.first is not None and row.last is not None and row.first <= window[1] and window[0] <= row.last


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    sys.exit(main())
