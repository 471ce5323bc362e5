"""Stretches of days, both ends included: how long they are and what lies before them."""

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]


def length_of(days: Days) -> int:
    """How many days a stretch has."""
    return (days[1] - days[0]).days + 1


def stretch_before(period: Days) -> Days:
    """The stretch just before a period: the whole months before whole months, else as many days."""
    first, last = period
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        index = first.year * 12 + first.month - 1 - months
        return date(index // 12, index % 12 + 1, 1), first - timedelta(1)
    return first - timedelta(length_of(period)), first - timedelta(1)


def year_earlier(period: Days) -> Days:
    """The same days a year earlier; 29 February is then the 28th."""
    first, last = (day.replace(year=day.year - 1, day=min(day.day, 28 if day.month == 2 else 31)) for day in period)
    return first, last
