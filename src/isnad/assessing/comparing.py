"""Two sides of binned incidents compared by one sign, or by a statistic of the whole side."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from msgspec import Struct

from isnad.assessing.facts import Fact
from isnad.assessing.periods import bins_of, longest_interval
from isnad.assessing.rates import Bins, jackknifed, rate_ratio
from isnad.assessing.selecting import within
from isnad.assessing.signs import Sign
from isnad.model.finding import Amount, Comparison, Period, Unit

# A number made from a whole side: its facts and the bin of each.
Statistic = Callable[[Sequence[Fact], Sequence[int]], tuple[float, Sequence[float]]]


class Half(Struct, frozen=True):
    """One side of a comparison: its facts, the bin of each, and the days of each bin."""

    facts: tuple[Fact, ...]
    places: tuple[int, ...]
    days: tuple[int, ...]


def half(facts: Sequence[Fact], periods: Sequence[Period], unit: Unit) -> Half:
    """The facts counted in these periods, put into bins."""
    bins = [each for period in sorted(periods) for each in bins_of(period, unit)]
    found = [fact for period in sorted(periods) for fact in within(facts, period, longest_interval(unit))]
    starts = [start for start, _ in bins]
    places = tuple(bisect_right(starts, fact.middle) - 1 for fact in found)
    return Half(tuple(found), places, tuple(last - start + 1 for start, last in bins))


def binned(side: Half, sign: Sign) -> Bins:
    """The sign's sum in each bin, with the bin's days, or the incidents it is known of."""
    sums, known = [0.0] * len(side.days), [0] * len(side.days)
    for fact, at in zip(side.facts, side.places, strict=True):
        value = sign.value(fact)
        if value is not None:
            sums[at] += value
            known[at] += 1
    return list(zip(sums, known if sign.per == "incident" else side.days, strict=True))


def compare(name: str, before: Half, after: Half, sign: Sign) -> Comparison:
    """The two sides by a sign: a rate per day or per incident."""
    one, other = binned(before, sign), binned(after, sign)
    return Comparison(
        name=name,
        before=_amount(one, before, sign),
        after=_amount(other, after, sign),
        ratio=rate_ratio(one, other),
    )


def compare_whole(name: str, before: Half, after: Half, statistic: Statistic) -> Comparison:
    """The two sides by a statistic of each, the interval by leaving out a bin at a time."""
    one, other = statistic(before.facts, before.places), statistic(after.facts, after.places)
    return Comparison(
        name=name,
        before=Amount(count=one[0], exposure=1.0, incidents=len(before.facts)),
        after=Amount(count=other[0], exposure=1.0, incidents=len(after.facts)),
        ratio=jackknifed(one, other),
    )


def _amount(bins: Bins, side: Half, sign: Sign) -> Amount:
    known = sum(1 for fact in side.facts if sign.value(fact) is not None)
    return Amount(count=sum(count for count, _ in bins), exposure=sum(size for _, size in bins), incidents=known)
