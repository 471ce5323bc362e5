"""When an assertion speaks of, and what it compares that with (codebook, `when`; Monday to Sunday weeks)."""

from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

from isnad.coding.asserted_phrase import Phrase, Pivot, Zones
from isnad.coding.reading import Reading
from isnad.model.assertion import Days

_SHORTEST = 5  # days: what is shorter ("أمس", "اليوم") is the time of an act and no period
_LED = 3  # words between "مقارنة" and the time it leads to


class Timed(Struct, frozen=True):
    """A time of the phrase: words [first, last), its days, and whether "منذ" opens it."""

    first: int
    last: int
    days: Days
    since: bool


class Periods(Struct, frozen=True):
    """The period and what it is compared with, as far as the phrase says."""

    period: Days | None
    compared: Days | None


def timed_words(reading: Reading, first: int, last: int) -> list[Timed]:
    """The resolved times among words [first, last), none reaching beyond the day of publication."""
    found = []
    for time in reading.times:
        begin, end = reading.tokens.between(time.start, time.end)
        if not first <= begin < last or time.earliest is None or time.latest is None:
            continue
        words = reading.tokens.words
        since = words[begin] == "منذ" or (begin > first and words[begin - 1] == "منذ")
        found.append(Timed(begin, end, _until(reading.published, (time.earliest, time.latest)), since))
    return found


def _until(published: date | None, days: Days) -> Days:
    """The days cut off at publication: nobody asserts what comes after."""
    if published is None or not days[0] <= published < days[1]:
        return days
    return days[0], published


def periods_of(phrase: Phrase, pivot: Pivot, zones: Zones, times: list[Timed]) -> Periods:
    """The period of a phrase and what it is compared with; None where it does not say."""
    compared = _compared(phrase, zones, times)
    rest = [time for time in times if time.first in zones.main and time is not compared]
    published = phrase.reading.published
    if pivot.direction == "record":
        since = next((time for time in rest if time.since), None)
        period = next((time for time in rest if not time.since), None)
        stretch = (since.days[0], published or since.days[1]) if since else None
        return Periods(period.days if period else None, stretch)
    period = next((time for time in rest if _length(time.days) >= _SHORTEST), None)
    if period is None:
        return Periods(None, compared.days if compared else None)
    return Periods(period.days, compared.days if compared else _counted_back(phrase, period.days))


def _compared(phrase: Phrase, zones: Zones, times: list[Timed]) -> Timed | None:
    """The time that a word of comparing leads to."""
    if phrase.of("before", "year_before"):
        return None
    for found in phrase.of("compare"):
        for time in times:
            if time.first in zones.compared and found.last - 1 <= time.first <= found.last + _LED:
                return time
    return None


def _counted_back(phrase: Phrase, period: Days) -> Days | None:
    """ "الشهر السابق", "الفترة نفسها من العام الماضي": counted back from the period."""
    if phrase.of("year_before"):
        return year_earlier(period)
    return stretch_before(period) if phrase.of("before") else None


def stretch_before(period: Days) -> Days:
    """The stretch just before a period: the whole months before whole months, else as many days."""
    first, last = period
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        index = first.year * 12 + first.month - 1 - months
        return date(index // 12, index % 12 + 1, 1), first - timedelta(1)
    return first - timedelta(_length(period)), first - timedelta(1)


def year_earlier(period: Days) -> Days:
    """The same days a year earlier; 29 February is then the 28th."""
    first, last = (day.replace(year=day.year - 1, day=min(day.day, 28 if day.month == 2 else 31)) for day in period)
    return first, last


def _length(days: Days) -> int:
    return (days[1] - days[0]).days + 1
