"""Times that are told so shortly in comparisons alone: "مقارنة مع آب", "خلال الصيف", "الأشهر الثلاثة السابقة"."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from isnad.coding.asserted_phrase import Phrase
from isnad.model.stretches import Days
from isnad.times.calendar import month_of, season_of, shifted
from isnad.times.data import words as table

LED = 3  # words between "مقارنة" and the time it leads to
_ARTICLE = "ال"
_DURING = frozenset({"خلال", "في", "طوال", "طيله"})
_EARLIER = frozenset({"السابقه", "السابقين", "السابقتين", "الاسبق"})
_OWN = ("ها", "ه")  # "نصفه", "نصفها"
_MONTHS: Final = {
    name: month
    for months in (table.GREGORIAN, table.GREGORIAN_WEAK)
    for month, names in months.items()
    for name in names.split()
}
_SEASONS: Final = {_ARTICLE + name: season for season, name in table.SEASONS.items()}
_COUNTS: Final = {_ARTICLE + name: count for count, names in table.CARDINALS.items() for name in names.split()}
_UNITS: Final = {_ARTICLE + name: unit for unit, names in table.PLURAL.items() for name in names.split()}
_PAIRS: Final = {_ARTICLE + name: unit for unit, names in table.DUAL.items() for name in names.split()}
_PARTS: Final = {name.removeprefix(_ARTICLE): parts for name, parts in table.FRACTIONS.items()}
_NTH: Final = {name: place for place, names in table.ORDINALS.items() for name in names.split()}
_MONTHS_OF: Final = {"month": 1, "year": 12}
_DAYS_OF: Final = {"day": 1, "week": 7}


class Timed(Struct, frozen=True):
    """A time of the phrase: words [first, last), its days, whether "منذ" opens it, whether it may be a period."""

    first: int
    last: int
    days: Days
    since: bool
    long: bool


def bare_times(phrase: Phrase, times: list[Timed]) -> list[Timed]:
    """The years and months after a word of comparing and the seasons, that no time already told holds."""
    taken = {at for time in times for at in range(time.first, time.last)}
    found = (
        Timed(at, at + 1, days, False, True) for at, days in (*_compared(phrase), *_seasons(phrase)) if at not in taken
    )
    return list({time.first: time for time in found}.values())


def _compared(phrase: Phrase) -> Iterator[tuple[int, Days]]:
    """ "مقارنة مع 2017": a bare number of four digits is a year; "مع آب": a month is the last one begun."""
    words, published = phrase.reading.tokens.words, phrase.reading.published
    for word in phrase.of("compare"):
        for at in range(word.last, min(phrase.last, word.last + LED)):
            if words[at].isdecimal() and len(words[at]) == 4 and words[at].startswith(("19", "20")):
                year = int(words[at])
                yield at, (date(year, 1, 1), date(year, 12, 31))
            elif words[at] in _MONTHS and published is not None:
                month = _MONTHS[words[at]]
                yield at, month_of("g", published.year - (published.month <= month), month)


def _seasons(phrase: Phrase) -> list[tuple[int, Days]]:
    """ "خلال الصيف": the last one begun, where nothing is said of it ("الربيع العربي" is none).

    Two held against each other tell what is so each year.
    """
    found: list[tuple[int, Days]] = []
    words, published = phrase.reading.tokens.words, phrase.reading.published
    for at in range(phrase.first + 1, phrase.last):
        season, after = _SEASONS.get(words[at]), words[at + 1] if at + 1 < phrase.last else ""
        if season is None or published is None or words[at - 1] not in _DURING or after.startswith(_ARTICLE):
            continue
        days = (season_of(season, published.year + back) for back in (1, 0, -1))
        first, last = next(one for one in days if one[0] < published)
        found.append((at, (first, min(last, published))))
    return found if len(found) == 1 else []


def several_before(phrase: Phrase, period: Days) -> Days | None:
    """ "الأشهر الثلاثة السابقة", "الأسبوعين السابقين": so many months or days up to the period."""
    words = phrase.reading.tokens.words
    for at in range(phrase.first, phrase.last - 1):
        if words[at] in _PAIRS and words[at + 1] in _EARLIER:
            return _back(period, _PAIRS[words[at]], 2)
        count = _COUNTS.get(words[at + 1])
        if words[at] in _UNITS and count and at + 2 < phrase.last and words[at + 2] in _EARLIER:
            return _back(period, _UNITS[words[at]], count)
    return None


def _back(period: Days, unit: str, count: int) -> Days | None:
    last = period[0] - timedelta(1)
    if unit in _DAYS_OF:
        return period[0] - timedelta(_DAYS_OF[unit] * count), last
    return (shifted(period[0], -_MONTHS_OF[unit] * count), last) if unit in _MONTHS_OF else None


def part_of_year(phrase: Phrase, period: Days) -> Days | None:
    """ "نصفه الأول", "ربعها الثالث": that part of the year the period lies in."""
    words = phrase.reading.tokens.words
    for at in range(phrase.first, phrase.last - 1):
        stem = next((words[at].removesuffix(own) for own in _OWN if words[at].endswith(own)), "")
        parts, place = _PARTS.get(stem), _NTH.get(words[at + 1], 0)
        if parts is not None and 0 < place <= parts:
            months = 12 // parts
            first = date(period[0].year, months * (place - 1) + 1, 1)
            return first, shifted(first, months) - timedelta(1)
    return None
