"""Coordination: incidents of one actor closer in space and time than chance (Knox 1964; docs/measures.md)."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from isnad.assessing.extras import taken
from isnad.assessing.facts import Fact
from isnad.assessing.selecting import select
from isnad.assessing.spreading import points_km
from isnad.model.finding import ClosePair, Clustering
from isnad.model.scope import Scope

KM: Final = 50.0
DAYS: Final = 2
MOST: Final = 5000
_FEWEST: Final = 10
_MOST_LISTED: Final = 200
_HALF: Final = 0.5


def knox_test(
    facts: Sequence[Fact],
    scope: Scope,
    km: float = KM,
    days: int = DAYS,
    permutations: int = 99,
    seed: int = 0,
) -> Clustering | None:
    """Knox's test on the acts of violence of a scope, through `pointpats`; None with fewer than 10 to test.

    The days are permuted over the places, `permutations` times, from `seed`: the same facts give the same p-value.
    Facts with a point and an interval of at most `days` + 1 days take part, the first 5,000 by day.
    """
    known, meant = _testable(select(facts, scope, "coordination"), days), len(select(facts, scope, "coordination"))
    used = known[:MOST]
    if len(used) < _FEWEST:
        return None
    numpy, points = taken("numpy"), points_km(used)
    places, times = numpy.array(points), numpy.array([[float(fact.middle)] for fact in used])
    result = _seeded(places, times, km, days, permutations, seed)
    close = close_pairs(places, times, km, days)
    return Clustering(
        actor=scope.actor,
        incidents=len(used),
        left_out=meant - len(used),
        km=km,
        days=days,
        close=int(result.nst),
        expected=float(result.expected[0, 0]),
        p_value=float(result.p_sim),
        permutations=permutations,
        pairs=_listed(used, places, close),
    )


def _testable(facts: Sequence[Fact], days: int) -> list[Fact]:
    known = [fact for fact in facts if fact.latitude is not None and 0 < fact.days <= days + 1]
    return sorted(known, key=lambda fact: (fact.middle, fact.id))


def _seeded(places: Any, times: Any, km: float, days: int, permutations: int, seed: int) -> Any:
    """Pointpats draws from numpy's global generator, which is set for the call and then put back as it was."""
    random, knox = taken("numpy").random, taken("pointpats.spacetime").Knox
    state = random.get_state()
    random.seed(seed)
    try:
        return knox(places, times, km, days, permutations=permutations)
    finally:
        random.set_state(state)


def close_pairs(places: Any, times: Any, km: float, days: int) -> Any:
    """The index pairs near in both, as an array of two columns."""
    numpy = taken("numpy")
    near = taken("scipy.spatial").cKDTree(places).query_pairs(km, output_type="ndarray")
    return near[numpy.abs(times[near[:, 0], 0] - times[near[:, 1], 0]) <= days] if len(near) else near


def _listed(facts: Sequence[Fact], places: Any, close: Any) -> tuple[ClosePair, ...]:
    """The closest pairs first, at most 200."""
    pairs = [
        ClosePair(
            first=facts[one].id,
            second=facts[other].id,
            km=round(float(((places[one] - places[other]) ** 2).sum() ** 0.5), 1),
            days=abs(facts[one].middle - facts[other].middle),
        )
        for one, other in close.tolist()
    ]
    return tuple(sorted(pairs, key=lambda pair: (pair.days, pair.km, pair.first, pair.second))[:_MOST_LISTED])


def closeness_statistic(facts: Sequence[Fact], places: Sequence[int]) -> tuple[float, list[float]]:
    """Close pairs of one actor by what chance gives, and the same when one bin at a time is left out.

    Half a pair is added to both, so that a side without any can be compared. Only the first 5,000 of an actor count.
    """
    by_actor: dict[str, list[tuple[Fact, int]]] = defaultdict(list)
    for fact, at in zip(facts, places, strict=True):
        if fact.latitude is not None and 0 < fact.days <= DAYS + 1:
            for actor in fact.actors:
                by_actor[actor].append((fact, at))
    bins = sorted({at for group in by_actor.values() for _, at in group})
    sums = {at: [0.0, 0.0] for at in (-1, *bins)}
    for group in by_actor.values():
        for at, (close, expected) in _close_by_bin(group[:MOST], bins).items():
            sums[at][0] += close
            sums[at][1] += expected
    values = {at: (close + _HALF) / (expected + _HALF) for at, (close, expected) in sums.items()}
    return (values[-1] if bins else 0.0), [values[at] for at in bins]


def _close_by_bin(group: Sequence[tuple[Fact, int]], bins: Sequence[int]) -> dict[int, tuple[float, float]]:
    """Close pairs and those expected of one actor: all (at -1), and without each bin."""
    numpy = taken("numpy")
    where, times = numpy.array(points_km([fact for fact, _ in group])), numpy.array([fact.middle for fact, _ in group])
    places = numpy.array([at for _, at in group])
    near = taken("scipy.spatial").cKDTree(where).query_pairs(KM, output_type="ndarray").reshape(-1, 2)
    soon = numpy.abs(times[near[:, 0]] - times[near[:, 1]]) <= DAYS
    sides = places[near]
    found = {}
    for at in (-1, *bins):
        kept, left = (sides != at).all(axis=1), numpy.sort(times[places != at])
        total = len(left) * (len(left) - 1) / 2
        timely = (numpy.searchsorted(left, left + DAYS, side="right") - numpy.arange(len(left)) - 1).sum()
        expected = kept.sum() * timely / total if total else 0.0
        found[at] = (float((soon & kept).sum()), float(expected))
    return found
