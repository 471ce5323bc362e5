"""Day intervals and steps on the calendar. An interval is (first day, last day), both ends included."""

from datetime import date, timedelta
from typing import Final, Literal

from isnad.model.slots import TimePrecision

Interval = tuple[date, date]
Calendar = Literal["g", "h"]
DAY: Final = timedelta(days=1)
# Contract, `when.precision`: the greatest number of days of each step; above the last it is "years".
_PRECISIONS: Final[tuple[tuple[int, TimePrecision], ...]] = (
    (1, "day"),
    (6, "days"),
    (13, "week"),
    (27, "weeks"),
    (31, "month"),
    (364, "months"),
    (366, "year"),
)


def precision_of(interval: Interval) -> TimePrecision:
    """The contract's word for the interval's length."""
    days = length(interval)
    return next((name for most, name in _PRECISIONS if days <= most), "years")


def length(interval: Interval) -> int:
    """How many days the interval holds."""
    return (interval[1] - interval[0]).days + 1


def shifted(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it has no such day. ValueError beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def _days_in(year: int, month: int) -> int:
    return (
        29
        if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )


def week_of(day: date) -> Interval:
    """Monday to Sunday around a day (codebook, `when`)."""
    monday = day - day.weekday() * DAY
    return monday, monday + 6 * DAY


def month_of(calendar: Calendar, year: int, month: int) -> Interval:
    """The days of a month. ValueError where the calendar has none."""
    if calendar == "g":
        return date(year, month, 1), date(year, month, _days_in(year, month))
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return day_of("h", year, month, 1), day_of("h", *following, 1) - DAY


def year_of(calendar: Calendar, year: int) -> Interval:
    """The days of a year."""
    return month_of(calendar, year, 1)[0], month_of(calendar, year, 12)[1]


def day_of(calendar: Calendar, year: int, month: int, day: int) -> date:
    """One day by its number. ValueError (OverflowError for Hijri years unknown to the tables) where there is none."""
    if calendar == "g":
        return date(year, month, day)
    from hijridate import Hijri  # late: few texts hold a Hijri date

    gregorian = Hijri(year, month, day).to_gregorian()
    return date(gregorian.year, gregorian.month, gregorian.day)


def year_in(calendar: Calendar, day: date) -> int:
    """The number of the year a day lies in; for the Hijri calendar to within one, which is all its callers need."""
    return day.year if calendar == "g" else round((day.toordinal() - 227_014) / 354.367) + 1


def season_of(name: str, year: int) -> Interval:
    """Three months; the winter of a year is the one that ends in it."""
    first = {"spring": 3, "summer": 6, "autumn": 9}.get(name)
    if first is None:
        return date(year - 1, 12, 1), month_of("g", year, 2)[1]
    return date(year, first, 1), month_of("g", year, first + 2)[1]


def edge_of(interval: Interval, edge: str) -> Interval:
    """The start, middle or end of a week, month, season, year or decade (codebook: 1-10, 11-20, 21-end; a quarter, a half, a quarter)."""
    first, last = interval
    if length(interval) > 400:  # a decade
        one, two = shifted(first, 30), shifted(first, 90)
    elif length(interval) > 300:
        one, two = shifted(first, 3), shifted(first, 9)
    elif length(interval) > 31:  # a season: its months
        one, two = shifted(first, 1), shifted(first, 2)
    elif length(interval) > 7:
        one, two = first + 10 * DAY, first + 20 * DAY
    else:
        one, two = first + 3 * DAY, first + 4 * DAY
    return {"start": (first, one - DAY), "middle": (one, two - DAY), "end": (two, last)}[edge]


def share_of(interval: Interval, parts: int, which: int) -> Interval:
    """The `which`-th (from 1) of equal parts of a year (whole months) or of a shorter stretch (whole days)."""
    first, last = interval
    if length(interval) > 31:
        step = 12 // parts
        begin, end = shifted(first, step * (which - 1)), shifted(first, step * which) - DAY
    else:
        days = length(interval) // parts
        begin, end = first + days * (which - 1) * DAY, first + (days * which - 1) * DAY
    return begin, last if which == parts else end
