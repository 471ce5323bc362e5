"""Change: whether a measure rose or fell from one period to another (docs/measures.md, "Change")."""

import itertools
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from isnad.assessing.change_verdict import WITHOUT_DEADLIEST, verdict_on_change
from isnad.assessing.clustering import closeness_statistic
from isnad.assessing.comparing import Half, Statistic, compare, compare_whole, half, without_most
from isnad.assessing.facts import Fact
from isnad.assessing.panel import panel_outlets, thin_bins, told_by
from isnad.assessing.periods import longest_interval, unit_for
from isnad.assessing.selecting import select, set_aside
from isnad.assessing.signs import MAIN, PARTS, TOLLS
from isnad.assessing.spreading import spread_statistic
from isnad.model.errors import UsageError
from isnad.model.finding import Amount, Change, Comparison, Measured, Period
from isnad.model.scope import Scope

_WHOLE: dict[Measured, Statistic] = {"spread": spread_statistic, "coordination": closeness_statistic}
_NONE = Amount(count=0, exposure=0, incidents=0)


def assess_change(facts: Iterable[Fact], scope: Scope, measure: Measured, before: Period, after: Period) -> Change:
    """Whether a measure changed from `before` to `after`.

    All facts of the record are to be given, not only the scope's: the panel of outlets is told from all. `since` and
    `until` of the scope have no part: the periods say the time. Raises UsageError where the periods overlap.
    """
    return assess_against(facts, scope, measure, (before,), after)


def assess_around(
    facts: Iterable[Fact], scope: Scope, measure: Measured, day: date, days: int = 90, until: date | None = None
) -> Change:
    """Before and after an incident: the `days` before its day, and the `days` after it (or up to `until`).

    Its own day is in neither: the incident itself is not what it is to be compared with.
    """
    one = timedelta(days=1)
    before = Period(day - days * one, day - one)
    return assess_change(facts, scope, measure, before, Period(day + one, until or day + days * one))


def assess_same_months(
    facts: Iterable[Fact], scope: Scope, measure: Measured, after: Period, years: int = 3
) -> Change | None:
    """The same days of the `years` before, taken together; None where no earlier year has a fact.

    Only years from the first day on record on take part. 29 February is taken as the 28th.
    """
    known = list(facts)
    begins = min((fact.first for fact in known if fact.first), default=0)
    earlier = [Period(_years_back(after.first, back), _years_back(after.last, back)) for back in range(years, 0, -1)]
    earlier = [period for period in earlier if begins and period.first.toordinal() >= begins]
    return assess_against(known, scope, measure, tuple(earlier), after) if earlier else None


def _years_back(day: date, back: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - back, day=28 if leap else day.day)


def assess_against(
    facts: Iterable[Fact], scope: Scope, measure: Measured, before: tuple[Period, ...], after: Period
) -> Change:
    """`assess_change` with a `before` of several periods, taken together."""
    _check(before, after)
    known, scope = list(facts), msgspec.structs.replace(scope, since=None, until=None)
    unit = unit_for(before, after)
    if unit is None:
        return _without(scope, measure, before, after)
    chosen = select(known, scope, measure)
    outlets = panel_outlets(known, before, after)
    sides = (half(chosen, before, unit), half(chosen, [after], unit))
    whole = _compared("all_sources", measure, sides)
    heard = told_by(chosen, outlets) if outlets else []
    panel_sides = (half(heard, before, unit), half(heard, [after], unit)) if outlets else None
    panel = _compared("panel", measure, panel_sides) if panel_sides else None
    leading = panel_sides or sides
    tolls = _tolls(measure, leading)
    verdict, reason = verdict_on_change(whole, panel, tolls, panel_due=outlets == ())
    return Change(
        measure=measure,
        scope=scope,
        before=before,
        after=after,
        unit=unit,
        verdict=verdict,
        reason=reason,
        all_sources=whole,
        panel=panel,
        panel_outlets=outlets or (),
        tolls=tolls,
        parts=tuple(compare(sign.name, *leading, sign) for sign in PARTS.get(measure, ())),
        ids=(_ids(sides[0]), _ids(sides[1])),
        undated=set_aside(chosen, [*before, after], longest_interval(unit)),
        thin=tuple(day for period in (*before, after) for day in thin_bins(known, period, "month")),
    )


def _compared(name: str, measure: Measured, sides: tuple[Half, Half]) -> Comparison:
    if measure in _WHOLE:
        return compare_whole(name, *sides, _WHOLE[measure])
    return compare(name, *sides, MAIN[measure])


def _tolls(measure: Measured, sides: tuple[Half, Half]) -> tuple[Comparison, ...]:
    """By the low and the high toll, and without the deadliest incident of each side."""
    if measure not in TOLLS:
        return ()
    main = MAIN[measure]
    before, after = (without_most(side, main) for side in sides)
    others = [compare(sign.name, *sides, sign) for sign in TOLLS[measure]]
    return (*others, compare(WITHOUT_DEADLIEST, before, after, main))


def _ids(side: Half) -> tuple[str, ...]:
    return tuple(fact.id for fact in side.facts)


def _without(scope: Scope, measure: Measured, before: tuple[Period, ...], after: Period) -> Change:
    """No comparison: the periods are too short."""
    return Change(
        measure=measure,
        scope=scope,
        before=before,
        after=after,
        unit="day",
        verdict="not_enough_data",
        reason="too_few_days",
        all_sources=Comparison(name="all_sources", before=_NONE, after=_NONE),
    )


def _check(before: Sequence[Period], after: Period) -> None:
    ordered = sorted([*before, after])
    if any(period.last < period.first for period in ordered):
        raise UsageError("a period ends before it begins")
    if any(one.last >= other.first for one, other in itertools.pairwise(ordered)):
        raise UsageError("the periods to be compared overlap")
