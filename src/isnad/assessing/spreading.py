"""Spread: districts touched, how evenly, and how far from where an actor was active before (docs/measures.md)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, radians
from statistics import median

from isnad.assessing.extras import taken
from isnad.assessing.facts import Fact
from isnad.places.distance import KM_PER_DEGREE

_FARTHEST = 2000  # earlier points looked at, the latest first


def district_of(fact: Fact) -> str | None:
    """The narrowest division known: country, first-order, second-order; None without a first-order one."""
    if fact.admin1 is None and fact.admin1_code is None:
        return None
    return "/".join(filter(None, (fact.country, fact.admin1 or fact.admin1_code, fact.admin2)))


def evenness(counts: Iterable[int]) -> float | None:
    """How many equally touched districts would be as concentrated (Hill's number of order 2, without its small bias).

    None where no two incidents share a district: there is nothing to estimate from.
    """
    known = list(counts)
    total, pairs = sum(known), sum(count * (count - 1) for count in known)
    return total * (total - 1) / pairs if pairs else None


def spread_statistic(facts: Sequence[Fact], places: Sequence[int]) -> tuple[float, list[float]]:
    """The evenness of a side, and its values when one bin at a time is left out; 0 where it cannot be estimated."""
    known = [(district, at) for fact, at in zip(facts, places, strict=True) if (district := district_of(fact))]
    whole = Counter(district for district, _ in known)
    by_bin: dict[int, Counter[str]] = {}
    for district, at in known:
        by_bin.setdefault(at, Counter())[district] += 1
    left = [whole - by_bin[at] for at in sorted(by_bin)]
    return evenness(whole.values()) or 0.0, [evenness(each.values()) or 0.0 for each in left]


def points_km(facts: Sequence[Fact]) -> list[tuple[float, float]]:
    """Kilometres east and north on a flat map, true at the middle latitude of the facts, which all have a point."""
    latitudes = [fact.latitude or 0.0 for fact in facts]
    shrink = cos(radians((min(latitudes) + max(latitudes)) / 2)) if latitudes else 1.0
    return [
        ((fact.longitude or 0.0) * KM_PER_DEGREE * shrink, (fact.latitude or 0.0) * KM_PER_DEGREE) for fact in facts
    ]


def new_ground_km(facts: Sequence[Fact], earlier: Sequence[Fact]) -> float | None:
    """The median distance, in km, from each incident to the nearest of the earlier ones; None without either."""
    now = [fact for fact in facts if fact.latitude is not None]
    then = [fact for fact in earlier if fact.latitude is not None][-_FARTHEST:]
    if not now or not then:
        return None
    points = points_km([*now, *then])
    tree = taken("scipy.spatial").cKDTree(points[len(now) :])
    return float(median(tree.query(points[: len(now)])[0].tolist()))
