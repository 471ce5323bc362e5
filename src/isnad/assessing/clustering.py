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

KM: Final = 20.0
DAYS: Final = 2
MOST: Final = 5000
_FEWEST: Final = 10
_MOST_BY_POINTPATS: Final = 1000
_MOST_LISTED: Final = 200
_HALF: Final = 0.5
_FEWEST_EXPECTED: Final = 5.0


def knox_test(
    facts: Sequence[Fact],
    scope: Scope,
    km: float = KM,
    days: int = DAYS,
    permutations: int = 99,
    seed: int = 0,
) -> Clustering | None:
    """Knox's test on the acts of violence of a scope; None with fewer than 10 to test.

    The days are permuted over the places, `permutations` times, from `seed`: the same facts give the same p-value.
    Facts with a point and an interval of at most `days` + 1 days take part, the first 5,000 by day. Up to 1,000 go
    through `pointpats`; above, the same test is computed on arrays of pairs, a hundred times faster.
    """
    chosen = select(facts, scope, "coordination")
    used = _testable(chosen, days)[:MOST]
    if len(used) < _FEWEST:
        return None
    numpy = taken("numpy")
    places, times = numpy.array(points_km(used)), numpy.array([[float(fact.middle)] for fact in used])
    tested = by_pointpats if len(used) <= _MOST_BY_POINTPATS else by_arrays
    close, expected, p_value = tested(places, times, km, days, permutations, seed)
    return Clustering(
        actor=scope.actor,
        incidents=len(used),
        left_out=len(chosen) - len(used),
        km=km,
        days=days,
        close=close,
        expected=expected,
        p_value=p_value,
        permutations=permutations,
        pairs=_listed(used, places, close_pairs(places, times, km, days)),
    )


def _testable(facts: Sequence[Fact], days: int) -> list[Fact]:
    known = [fact for fact in facts if fact.latitude is not None and 0 < fact.days <= days + 1]
    return sorted(known, key=lambda fact: (fact.middle, fact.id))


def by_pointpats(
    places: Any, times: Any, km: float, days: int, permutations: int, seed: int
) -> tuple[int, float, float]:
    """Close pairs, those expected, p-value, of points in km (n, 2) and days (n, 1).

    The package draws from numpy's global generator, which is set for the call and then put back as it was.
    """
    random, knox = taken("numpy").random, taken("pointpats.spacetime").Knox
    state = random.get_state()
    random.seed(seed)
    try:
        result = knox(places, times, km, days, permutations=permutations)
    finally:
        random.set_state(state)
    return int(result.nst), float(result.expected[0, 0]), float(result.p_sim)


def by_arrays(places: Any, times: Any, km: float, days: int, permutations: int, seed: int) -> tuple[int, float, float]:
    """What `by_pointpats` gives, from all pairs near in space at once."""
    numpy = taken("numpy")
    random, moments = numpy.random.default_rng(seed), times[:, 0]
    one, other = near_pairs(places, km).T
    close = int((numpy.abs(moments[one] - moments[other]) <= days).sum())
    at_least = 0
    for _ in range(permutations):
        drawn = random.permutation(moments)
        at_least += int((numpy.abs(drawn[one] - drawn[other]) <= days).sum()) >= close
    expected = len(one) * timely_pairs(moments, days) / (len(moments) * (len(moments) - 1) / 2)
    return close, float(expected), (at_least + 1) / (permutations + 1)


def near_pairs(places: Any, km: float) -> Any:
    """The index pairs near in space, as an array of two columns."""
    return taken("scipy.spatial").cKDTree(places).query_pairs(km, output_type="ndarray").reshape(-1, 2)


def timely_pairs(times: Any, days: int) -> int:
    """How many pairs are near in time."""
    numpy = taken("numpy")
    ordered = numpy.sort(times)
    return int((numpy.searchsorted(ordered, ordered + days, side="right") - numpy.arange(len(ordered)) - 1).sum())


def close_pairs(places: Any, times: Any, km: float, days: int) -> Any:
    """The index pairs near in both, as an array of two columns."""
    near = near_pairs(places, km)
    return near[taken("numpy").abs(times[near[:, 0], 0] - times[near[:, 1], 0]) <= days]


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
    The statistic is 0, "cannot be told", where chance gives fewer than 5 pairs: simulated records without any change
    were then called changed in one of ten.
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
    enough = sums[-1][1] >= _FEWEST_EXPECTED
    return (values[-1] if enough else 0.0), [values[at] for at in bins]


def _close_by_bin(group: Sequence[tuple[Fact, int]], bins: Sequence[int]) -> dict[int, tuple[float, float]]:
    """Close pairs and those expected of one actor: all (at -1), and without each bin."""
    numpy = taken("numpy")
    where, times = numpy.array(points_km([fact for fact, _ in group])), numpy.array([fact.middle for fact, _ in group])
    places = numpy.array([at for _, at in group])
    near = near_pairs(where, KM)
    soon = numpy.abs(times[near[:, 0]] - times[near[:, 1]]) <= DAYS
    sides = places[near]
    found = {}
    for at in (-1, *bins):
        kept, left = (sides != at).all(axis=1), times[places != at]
        total = len(left) * (len(left) - 1) / 2
        expected = kept.sum() * timely_pairs(left, DAYS) / total if total else 0.0
        found[at] = (float((soon & kept).sum()), float(expected))
    return found
