"""Periods and the bins they are cut into, by day ordinals (docs/measures.md, "Time")."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from isnad.model.finding import Period, Unit

UNIT_DAYS: Final[dict[Unit, int]] = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
_MONTHS: Final[dict[Unit, int]] = {"month": 1, "quarter": 3, "year": 12}
_FOR_MONTHS: Final = 180
_FOR_WEEKS: Final = 42
_FOR_DAYS: Final = 14


def start_of(day: int, unit: Unit) -> int:
    """The first day of the calendar unit in which `day` lies; weeks begin on Monday (ISO 8601)."""
    if unit == "day":
        return day
    if unit == "week":
        return day - (day - 1) % 7
    then, span = date.fromordinal(day), _MONTHS[unit]
    return date(then.year, (then.month - 1) // span * span + 1, 1).toordinal()


def next_start(start: int, unit: Unit) -> int:
    """The first day of the unit that follows the one beginning on `start`."""
    if unit in {"day", "week"}:
        return start + UNIT_DAYS[unit]
    then = date.fromordinal(start)
    months = then.year * 12 + then.month - 1 + _MONTHS[unit]
    return date(months // 12, months % 12 + 1, 1).toordinal()


def units_of(period: Period, unit: Unit) -> Iterator[Period]:
    """The calendar units that a period touches, whole, in order."""
    start, last = start_of(period.first.toordinal(), unit), period.last.toordinal()
    while start <= last:
        following = next_start(start, unit)
        yield Period(date.fromordinal(start), date.fromordinal(following - 1))
        start = following


def bins_of(period: Period, unit: Unit) -> list[tuple[int, int]]:
    """A period cut into units, as first and last day ordinals.

    Calendar months are cut off at the period's ends; weeks are counted from its first day.
    """
    first, last = period.first.toordinal(), period.last.toordinal()
    found = []
    start = first
    while start <= last:
        following = start + UNIT_DAYS[unit] if unit in {"day", "week"} else next_start(start_of(start, unit), unit)
        found.append((start, min(following - 1, last)))
        start = following
    return found


def unit_for(periods: tuple[Period, ...], after: Period) -> Unit | None:
    """The unit in which two sides are compared: months from 180 days each, weeks from 42, days from 14; else None."""
    days = min(sum(period.days for period in periods), after.days)
    if days >= _FOR_MONTHS and min(period.days for period in (*periods, after)) >= UNIT_DAYS["month"]:
        return "month"
    if days >= _FOR_WEEKS:
        return "week"
    return "day" if days >= _FOR_DAYS else None


def longest_interval(unit: Unit) -> int:
    """The longest interval, in days, of an incident that is counted by its middle day in this unit."""
    return max(UNIT_DAYS[unit], UNIT_DAYS["week"])
