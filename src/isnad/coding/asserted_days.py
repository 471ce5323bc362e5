"""When an assertion speaks of, and what it compares that with (codebook, `when`; Monday to Sunday weeks)."""

from datetime import date, timedelta

from msgspec import Struct

from isnad.coding.asserted_bare_days import LED, Timed, bare_times, part_of_year, several_before
from isnad.coding.asserted_phrase import Phrase, Pivot, Zones, counts_of, than_times
from isnad.coding.reading import Reading
from isnad.model.stretches import Days, length_of, stretch_before, year_earlier

SHORTEST = 5  # days: what is shorter ("أمس", "اليوم") is the time of an act and no period
_YEAR = 360


class Periods(Struct, frozen=True):
    """The period and what it is compared with, as far as the phrase says."""

    period: Days | None
    compared: Days | None


def timed_words(reading: Reading, first: int, last: int) -> list[Timed]:
    """The resolved times among words [first, last), none reaching beyond the day of publication.

    Of "منذ تفجيرات تشرين الأول 2017" only the month is a time; the rest names an act.
    """
    found = []
    spans = [reading.tokens.between(time.start, time.end) for time in reading.times]
    for time, (begin, end) in zip(reading.times, spans, strict=True):
        if reading.tokens.words[begin] == "منذ" and any(begin + 1 < one and other <= end for one, other in spans):
            continue
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
    times = [*times, *bare_times(phrase, times)]
    if (both := _beside_counts(phrase, times)) is not None:
        return both
    compared = _compared(phrase, zones, times)
    rest = [time for time in times if time.first in zones.main and time is not compared]
    published = phrase.reading.published
    if pivot.direction == "record":
        since = next((time for time in rest if time.since), None)
        period = next((time for time in rest if not time.since), None)
        stretch = (since.days[0], published or since.days[1]) if since else _after_event(zones, times, published)
        return Periods(period.days if period else None, stretch)
    # "قبل عام" is when it was otherwise.
    rest = [time for time in rest if phrase.reading.tokens.words[time.first] != "قبل"]
    period = next((time for time in rest if time.long or time.since), None)
    # A single day is the period only where it is told with the change ("خفت الاشتباكات اليوم") and nothing else is.
    period = period or next((time for time in rest if time.first >= pivot.last and compared is None), None)
    if period is not None and compared is None and (years := _from_year_to_year(phrase, period)):
        return years
    if period is None:
        return Periods(_after(published, compared.days), compared.days) if compared else Periods(None, None)
    if compared is not None:
        return Periods(period.days, _before(period.days, compared.days))
    return Periods(period.days, _counted_back(phrase, period.days, times))


def _beside_counts(phrase: Phrase, times: list[Timed]) -> Periods | None:
    """ "من 12 هجوما في 2020 إلى 28 في 2021": each number has its time."""
    counts = counts_of(phrase)
    if counts is None or not counts.rising:
        return None
    one = next((time for time in times if counts.first < time.first < counts.second), None)
    other = next((time for time in times if counts.second < time.first <= counts.last + LED), None)
    return Periods(other.days, one.days) if one and other else None


def _from_year_to_year(phrase: Phrase, period: Timed) -> Periods | None:
    """ "تراجع … بين 2020 و2022": from the one year to the other."""
    first, last = period.days
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    between = "بين" in phrase.reading.tokens.words[max(phrase.first, period.first - 1) : period.first + 1]
    if not (between and whole and last.year > first.year):
        return None
    return Periods((date(last.year, 1, 1), last), (first, date(first.year, 12, 31)))


def _after_event(zones: Zones, times: list[Timed], published: date | None) -> Days | None:
    """What follows the act that a record reaches back to ("الأسوأ منذ أن … عام 2013"): that act was as great."""
    for time in times:
        if zones.event and zones.event[0] <= time.first < zones.event[1] and published and time.days[1] < published:
            return time.days[1] + timedelta(1), published
    return None


def _compared(phrase: Phrase, zones: Zones, times: list[Timed]) -> Timed | None:
    """The time that a word of comparing leads to."""
    if phrase.of("year_before", "same_stretch") or (phrase.of("before") and not _is_alone(phrase, times)):
        return None
    than = than_times(phrase)
    for time in times:
        if time.first in than:
            return time
    for found in phrase.of("compare"):
        for time in times:
            if time.first in zones.compared and found.first <= time.first <= found.last + LED:
                return time
    return None


def _is_alone(phrase: Phrase, times: list[Timed]) -> bool:
    """Is "الشهر السابق" the only time told ("كما كانت في الشهر السابق"): the one before publication is meant."""
    words = {at for found in phrase.of("before") for at in range(found.first, found.last)}
    return all(time.first in words for time in times)


def _after(published: date | None, compared: Days) -> Days | None:
    """ "عما كانت عليه العام الماضي": what follows a whole month or year up to publication, if that is no longer."""
    if published is None or compared[0].day != 1 or (compared[1] + timedelta(1)).day != 1:
        return None
    first = compared[1] + timedelta(1)
    return (first, published) if first <= published <= compared[1] + timedelta(length_of(compared)) else None


def _before(period: Days, compared: Days) -> Days:
    """ "هذا الشهر … الأشهر الثلاثة السابقة": what is compared ends where the period begins; as many months or days before."""
    if not compared[0] < period[0] <= compared[1] < period[1] + timedelta(SHORTEST):
        return compared
    months = round(length_of(compared) / 30.4)
    if period[0].day > 1 or months < 1:
        return period[0] - timedelta(length_of(compared)), period[0] - timedelta(1)
    first = period[0].year * 12 + period[0].month - 1 - months
    return date(first // 12, first % 12 + 1, 1), period[0] - timedelta(1)


def _counted_back(phrase: Phrase, period: Days, times: list[Timed]) -> Days | None:
    """ "الشهر السابق", "الفترة نفسها من العام الماضي", "… من 2018": counted back from the period."""
    for found in phrase.of("same_stretch"):
        back = period[0].year - _year_after(phrase, found.last, times)
        for _ in range(back):
            period = year_earlier(period)
        if back > 0:
            return period
    if phrase.of("year_before"):
        return year_earlier(period)
    return (
        stretch_before(period)
        if phrase.of("before")
        else several_before(phrase, period) or part_of_year(phrase, period)
    )


def _year_after(phrase: Phrase, at: int, times: list[Timed]) -> int:
    """The year that stands at word `at` or just after; a bare number of four digits is one."""
    word = phrase.reading.tokens.words[at] if at < phrase.last else ""
    if word.isdecimal() and len(word) == 4:
        return int(word)
    named = next((time for time in times if at <= time.first <= at + 1 and length_of(time.days) > _YEAR), None)
    return named.days[0].year if named else date.max.year
