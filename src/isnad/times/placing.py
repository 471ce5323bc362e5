"""Which year a month, a day or a season without one belongs to, and which part of a stretch is meant."""

from collections.abc import Callable
from datetime import date
from typing import Final

from isnad.times.calendar import Calendar, Interval, edge_of, share_of, year_in
from isnad.times.data import words
from isnad.times.phrase import Context, NotATimeError, Phrase, UnresolvedError

# What returns every year: its interval in the year of that number. ValueError in a year that lacks it.
Yearly = Callable[[int], Interval]
_REACH: Final = {"g": range(-5, 6), "h": range(-3, 4)}
_SLIP: Final = 3  # days before publication within which a date is meant though its weekday is another
_FAR: Final = 400  # days within which a weekday may decide the year


def narrowed(phrase: Phrase, interval: Interval) -> Interval:
    """The interval, or the part of it that the phrase's `narrow` group names ("مطلع", "الربع الأول من")."""
    if not phrase.has("narrow"):
        return interval
    first, *rest = phrase.values("narrow")
    if isinstance(first, str):
        return edge_of(interval, first)
    which = rest[0] if rest else first
    if which > first:
        raise NotATimeError
    return share_of(interval, first, which)


def place(yearly: Yearly, calendar: Calendar, phrase: Phrase, context: Context, weekday: int | None = None) -> Interval:
    """The interval in the year the phrase says; without one the nearest before publication (codebook, `when`)."""
    year = stated_year(phrase, context, calendar)
    if year is not None:
        return _in_year(yearly, calendar, year)
    adjective = phrase.adjective("month_adj") or ("present" if phrase.has("this_month") else None)
    if adjective in ("same", "following"):
        named = context.last("month")[0]
        return choose(occurrences(yearly, calendar, named), named, "present" if adjective == "same" else "coming")
    if adjective is None and phrase.has("month") and {phrase.surface(-1), phrase.surface(-2)} & words.AHEAD:
        adjective = "coming"
    found = occurrences(yearly, calendar, context.today)
    if weekday is not None and adjective is None:
        return _on_weekday(found, context.today, weekday)
    return choose(found, context.today, adjective)


def stated_year(phrase: Phrase, context: Context, calendar: Calendar) -> int | None:
    """The year the phrase gives by number or by "last year"; None where it gives none."""
    years = [phrase.value(name) for name in ("year", "other_year") if phrase.has(name)]
    if years:
        return next((y for y in years if (y < 1600) == (calendar == "h")), int(years[0]))
    if phrase.has("this_year"):
        return context.today.year
    adjective = phrase.adjective("year_adj")
    if adjective is None:
        return None
    base = context.last("year")[0] if adjective in ("same", "following") else context.today
    return base.year + words.STEPS[adjective]


def occurrences(yearly: Yearly, calendar: Calendar, around: date) -> list[Interval]:
    """The interval in the years around a day, in order; years that lack it are left out."""
    middle = year_in(calendar, around)
    found = []
    for step in _REACH[calendar]:
        try:
            found.append(yearly(middle + step))
        except (ValueError, OverflowError):
            continue
    if not found and calendar == "h":
        raise UnresolvedError("outside the calendar")
    if not found:
        raise NotATimeError
    return found


def choose(found: list[Interval], today: date, adjective: str | None) -> Interval:
    """One of the intervals by its adjective; without one the last that has begun by `today`."""
    if adjective == "coming":
        chosen = [i for i in found if i[0] > today][:1]
    elif adjective == "present":
        chosen = sorted(found, key=lambda i: 0 if i[0] <= today <= i[1] else abs((i[0] - today).days))
    elif adjective is None:
        chosen = [i for i in found if i[0] <= today][-1:]
    else:
        back = -words.STEPS[adjective]
        chosen = [i for i in found if i[1] < today][-back:][:1]
    if not chosen:
        raise UnresolvedError("outside the calendar")
    return chosen[0]


def _on_weekday(found: list[Interval], today: date, weekday: int) -> Interval:
    """One within a few days, whatever its weekday, which is then a slip; else the nearest on the weekday the text gives.

    If none near falls on it, the nearest that has begun.
    """
    beside = [i for i in found if -1 <= (today - i[0]).days <= _SLIP]
    if beside:
        return beside[0]
    fitting = [i for i in found if i[0].weekday() == weekday and abs((i[0] - today).days) <= _FAR]
    return min(fitting, key=lambda i: abs((i[0] - today).days)) if fitting else choose(found, today, None)


def _in_year(yearly: Yearly, calendar: Calendar, year: int) -> Interval:
    """The interval in a year that may be counted in the other calendar than the month."""
    if calendar == "g" and year < 1600:
        raise NotATimeError
    if calendar == "g" or year < 1600:
        return yearly(year)
    fitting = [i for i in occurrences(yearly, calendar, date(year, 7, 1)) if i[0].year == year]
    if not fitting:
        raise UnresolvedError("outside the calendar")
    return fitting[0]
