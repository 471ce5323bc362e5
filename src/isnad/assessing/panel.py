"""The fixed panel: outlets heard throughout, so that a new feed does not look like a new war (docs/measures.md)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from isnad.assessing.facts import Fact
from isnad.assessing.periods import bins_of, longest_interval
from isnad.model.finding import Period, Unit

_FEWEST_SOURCES = 2
_SHARE_OF_USUAL = 0.5


def panel_outlets(facts: Iterable[Fact], before: Sequence[Period], after: Period) -> tuple[str, ...] | None:
    """The outlets that told of some incident in each half of each period; None where no outlet is known.

    All facts are to be given, not only those of a scope: what an outlet tells of elsewhere shows that it was heard.
    """
    halves = [half for period in (*before, after) for half in _halves(period)]
    heard: dict[str, set[int]] = defaultdict(set)
    for fact in facts:
        found = next((at for at, (first, last) in enumerate(halves) if first <= fact.middle <= last), None)
        for outlet in fact.outlets if found is not None else ():
            heard[outlet].add(found or 0)
    if not heard:
        return None
    return tuple(sorted(outlet for outlet, where in heard.items() if len(where) == len(halves)))


def _halves(period: Period) -> list[tuple[int, int]]:
    first, last = period.first.toordinal(), period.last.toordinal()
    middle = (first + last) // 2
    return [(first, middle), (middle + 1, last)]


def told_by(facts: Iterable[Fact], outlets: Iterable[str]) -> list[Fact]:
    """The facts that at least one of these outlets told."""
    known = frozenset(outlets)
    return [fact for fact in facts if not known.isdisjoint(fact.outlets)]


def thin_bins(facts: Iterable[Fact], period: Period, unit: Unit) -> tuple[date, ...]:
    """The first days of the bins in which few sources were heard.

    Few: fewer than two outlets, or under half of the median over the period's bins. None are marked where no outlet
    is known.
    """
    bins, heard = bins_of(period, unit), defaultdict[int, set[str]](set)
    begun = {day: start for start, last in bins for day in range(start, last + 1)}
    for fact in facts:
        if fact.middle in begun and fact.days <= longest_interval(unit):
            heard[begun[fact.middle]].update(fact.outlets)
    if not any(heard.values()):
        return ()
    counts = {start: len(heard.get(start, ())) for start, _ in bins}
    bound = max(_FEWEST_SOURCES, _SHARE_OF_USUAL * median(counts.values()))
    return tuple(date.fromordinal(start) for start, count in counts.items() if count < bound)
