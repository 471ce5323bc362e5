"""Measures by group and period: the table (docs/measures.md, "The table")."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from isnad.assessing.facts import Fact
from isnad.assessing.measuring import measure
from isnad.assessing.panel import thin_bins
from isnad.assessing.periods import longest_interval, start_of, units_of
from isnad.assessing.selecting import days_covered, select
from isnad.model.finding import Grouping, Period, Row, Table, Unit
from isnad.model.scope import Scope

_UNKNOWN: Final = "unknown"
_NO_SCOPE: Final = Scope()


def tabulate(
    facts: Iterable[Fact], scope: Scope = _NO_SCOPE, by: Grouping | None = None, unit: Unit = "month"
) -> Table:
    """The measures of each group in each calendar unit, empty units between the first and the last kept.

    All types are counted unless the scope names some. An incident of two actors stands under both, one whose group is
    not known under `unknown`. Those whose interval is longer than the unit, or without a day, are counted as undated.
    The distance to new ground is from all that the group did in earlier units.
    """
    known = list(facts)
    chosen = select(known, scope)
    dated = [fact for fact in chosen if 0 < fact.days <= longest_interval(unit)]
    covered = days_covered(dated)
    if covered is None:
        return Table(by=by, unit=unit, rows=(), undated=len(chosen))
    periods = list(units_of(covered, unit))
    thin = {day.toordinal() for day in thin_bins(known, Period(periods[0].first, periods[-1].last), unit)}
    groups: dict[str | None, list[Fact]] = defaultdict(list)
    for fact in dated:
        for name in groups_of(fact, by):
            groups[name].append(fact)
    ordered = sorted(groups.items(), key=lambda each: each[0] or "")
    rows = tuple(row for name, members in ordered for row in _rows(name, members, periods, unit, thin))
    return Table(by=by, unit=unit, rows=rows, undated=len(chosen) - len(dated))


def groups_of(fact: Fact, by: Grouping | None) -> tuple[str | None, ...]:
    """The groups an incident stands in."""
    if by is None:
        return (None,)
    if by == "actor":
        return fact.actors or (_UNKNOWN,)
    if by == "type":
        return (fact.type,)
    named = [fact.country, fact.admin1 or fact.admin1_code, fact.admin2]
    depth = {"country": 1, "admin1": 2, "admin2": 3}[by]
    return ("/".join(part or _UNKNOWN for part in named[:depth]),)


def _rows(
    group: str | None, members: Sequence[Fact], periods: Sequence[Period], unit: Unit, thin: set[int]
) -> Iterable[Row]:
    by_unit: dict[int, list[Fact]] = defaultdict(list)
    for fact in members:
        by_unit[start_of(fact.middle, unit)].append(fact)
    earlier: list[Fact] = []
    for period in periods:
        now = by_unit.get(period.first.toordinal(), [])
        yield Row(group=group, period=period, measures=measure(now, earlier), thin=period.first.toordinal() in thin)
        earlier.extend(now)
