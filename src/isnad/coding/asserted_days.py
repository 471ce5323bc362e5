"""When an assertion speaks of, and what it compares that with (codebook, `when`; Monday to Sunday weeks)."""

from datetime import date, timedelta

from msgspec import Struct

from isnad.coding.asserted_phrase import Phrase, Pivot, Zones
from isnad.coding.reading import Reading
from isnad.model.stretches import Days, length_of, stretch_before, year_earlier

SHORTEST = 5  # days: what is shorter ("أمس", "اليوم") is the time of an act and no period
_LED = 3  # words between "مقارنة" and the time it leads to


class Timed(Struct, frozen=True):
    """A time of the phrase: words [first, last), its days, whether "منذ" opens it, whether it may be a period."""

    first: int
    last: int
    days: Days
    since: bool
    long: bool


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
        whole = time.earliest, time.latest
        days = _since(reading.published, whole) if since else whole
        found.append(
            Timed(
                begin, end, _until(reading.published, days), since, time.kind == "week" or length_of(whole) >= SHORTEST
            )
        )
    return found


def _since(published: date | None, days: Days) -> Days:
    """ "منذ شهرين" is a day some two months ago: what is said to go on since then goes on up to publication."""
    if published is None or days[1] >= published:
        return days
    return days[0] + (days[1] - days[0]) // 2, published


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
        stretch = (since.days[0], published or since.days[1]) if since else _after_event(zones, times, published)
        return Periods(period.days if period else None, stretch)
    period = next((time for time in rest if time.long or time.since), None)
    if period is None:
        return Periods(_after(published, compared.days), compared.days) if compared else Periods(None, None)
    return Periods(period.days, compared.days if compared else _counted_back(phrase, period.days))


def _after_event(zones: Zones, times: list[Timed], published: date | None) -> Days | None:
    """What follows the act that a record reaches back to ("الأسوأ منذ أن … عام 2013"): that act was as great."""
    for time in times:
        if zones.event and zones.event[0] <= time.first < zones.event[1] and published and time.days[1] < published:
            return time.days[1] + timedelta(1), published
    return None


def _compared(phrase: Phrase, zones: Zones, times: list[Timed]) -> Timed | None:
    """The time that a word of comparing leads to."""
    if phrase.of("before", "year_before"):
        return None
    for found in phrase.of("compare"):
        for time in times:
            if time.first in zones.compared and found.first <= time.first <= found.last + _LED:
                return time
    return None


def _after(published: date | None, compared: Days) -> Days | None:
    """ "عما كانت عليه العام الماضي": what follows a whole month or year up to publication, if that is no longer."""
    if published is None or compared[0].day != 1 or (compared[1] + timedelta(1)).day != 1:
        return None
    first = compared[1] + timedelta(1)
    return (first, published) if first <= published <= compared[1] + timedelta(length_of(compared)) else None


def _counted_back(phrase: Phrase, period: Days) -> Days | None:
    """ "الشهر السابق", "الفترة نفسها من العام الماضي": counted back from the period."""
    if phrase.of("year_before"):
        return year_earlier(period)
    return stretch_before(period) if phrase.of("before") else None
