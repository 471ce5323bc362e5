"""Readings of dates, months and years (codebook, `when`)."""

from datetime import date
from typing import Final

from isnad.times.calendar import DAY, Calendar, Interval, day_of, month_of, season_of, year_in, year_of
from isnad.times.data import words
from isnad.times.phrase import Context, Found, NotATimeError, Phrase, TimeKind
from isnad.times.placing import choose, narrowed, occurrences, place, stated_year

_CENTURY: Final = 100
_HALVES: Final = 2
_MIDDLE: Final = 15
_HIJRI_TO: Final = 1600  # years below are counted by the Hijri calendar


def dated(
    interval: Interval, kind: TimeKind, phrase: Phrase, context: Context, relative: bool, calendar: Calendar = "g"
) -> Found:
    """A reading that is in the future when it begins after publication; a Hijri one may be a day off."""
    future = context.published is not None and interval[0] > context.published
    leeway = words.HIJRI_LEEWAY if calendar == "h" else 0
    return Found(
        interval=interval, kind=kind, relative=relative, future=future, part_of_day=phrase.part_of_day, leeway=leeway
    )


def _is_relative(phrase: Phrase) -> bool:
    return not phrase.has("year")


def read_date(phrase: Phrase, context: Context) -> Found:
    """A day and a month, with or without a year and a weekday: "الخميس 8 أيلول", "20 يناير/كانون الثاني"."""
    calendar, month = _month(phrase)
    day = _day_number(phrase, "day")
    weekday = phrase.value("weekday") if phrase.has("weekday") else None
    if not phrase.has("year") and phrase.surface(-1) in words.EVENT_HEADS and (month, day) in words.NAMED_DAYS:
        named = date(words.NAMED_DAYS[month, day], month, day)
        return dated((named, named), "date", phrase, context, relative=False)

    def yearly(year: int) -> Interval:
        found = day_of(calendar, year, month, day)
        return found, found

    found = place(yearly, calendar, phrase, context, weekday)
    return dated(found, "date", phrase, context, _is_relative(phrase), calendar)


def _month(phrase: Phrase, group: str = "month") -> tuple[Calendar, int]:
    value = phrase.value(group)
    if phrase.has("twin") and phrase.value("twin") != value:
        raise NotATimeError  # read again without it (scanning)
    return ("g", words.LIBYAN_SEASONS[value]) if value in words.LIBYAN_SEASONS else value


def _day_number(phrase: Phrase, group: str) -> int:
    """The day of the month; "غرة", and the Libyan month name "الفاتح" before another month, mean its first."""
    head = phrase.classes(group)[0]
    if head in ("first_libyan", "first_day"):
        return 1
    if head == "nth":  # "ثاني أيام رمضان"
        return int(phrase.value(group))
    if head == "fraction":  # "النصف من شعبان" is its fifteenth
        if phrase.value(group) != _HALVES:
            raise NotATimeError
        return _MIDDLE
    return phrase.number(group)


def read_days(phrase: Phrase, context: Context) -> Found:
    """Days of one month: "بين 3 و7 آذار", "من 12 إلى 15 مايو", "يومي 3 و4 آذار"."""
    calendar, month = _month(phrase)
    first, last = _day_number(phrase, "first"), _day_number(phrase, "last")
    if first >= last:
        raise NotATimeError

    def yearly(year: int) -> Interval:
        return day_of(calendar, year, month, first), day_of(calendar, year, month, last)

    found = place(yearly, calendar, phrase, context)
    return dated(found, "span", phrase, context, _is_relative(phrase), calendar)


def read_last_ten(phrase: Phrase, context: Context) -> Found:
    """ "العشر الأواخر من رمضان": from the 21st to the month's end."""
    calendar, month = _month(phrase)

    def yearly(year: int) -> Interval:
        first, last = month_of(calendar, year, month)
        return first + 20 * DAY, last

    found = place(yearly, calendar, phrase, context)
    return dated(found, "span", phrase, context, _is_relative(phrase), calendar)


def read_numeric(phrase: Phrase, context: Context) -> Found:
    """Digits only: day first ("12/3/2024"), or the year ("2024-03-12"). A month above 12 is the day."""
    turned = phrase.has("c2")
    day, month, year = (phrase.value(f"{name}2" if turned else name) for name in "abc")
    if _sign(phrase, "sep2" if turned else "sep") not in "/-.–":
        raise NotATimeError
    if month > 12:
        day, month = month, day
    if year < _CENTURY:
        year += 2000
    if not year >= 1300:
        raise NotATimeError
    calendar: Calendar = "h" if year < _HIJRI_TO else "g"
    found = day_of(calendar, year, month, day)
    return dated((found, found), "date", phrase, context, relative=False, calendar=calendar)


def _sign(phrase: Phrase, group: str) -> str:
    return phrase.tokens.surfaces[phrase.match.start(group)]


def read_month(phrase: Phrase, context: Context) -> Found:
    """A month, or a part of it: "آذار الفائت", "مطلع شهر تموز 2014", "رمضان 1436"."""
    calendar, month = _month(phrase)
    found = place(lambda year: narrowed(phrase, month_of(calendar, year, month)), calendar, phrase, context)
    return dated(found, "month", phrase, context, _is_relative(phrase), calendar)


def read_months(phrase: Phrase, context: Context) -> Found:
    """Two months and those between: "شهري آذار ونيسان 2015"; the same month named twice is one."""
    calendar, first = _month(phrase, "first")
    other, last = _month(phrase, "last")
    if other != calendar:
        raise NotATimeError

    def yearly(year: int) -> Interval:
        return month_of(calendar, year - (first > last), first)[0], month_of(calendar, year, last)[1]

    kind: TimeKind = "month" if first == last else "span"
    found = place(yearly, calendar, phrase, context)
    return dated(found, kind, phrase, context, _is_relative(phrase), calendar)


def read_year(phrase: Phrase, context: Context) -> Found:
    """A year by number, or a part of it: "عام 2017", "أواخر 2001", "عام 1436هـ", "عام 48"."""
    year = phrase.value("year")
    if year < _CENTURY:
        year += 1900
    if year < 1300:
        raise NotATimeError
    calendar: Calendar = "h" if year < _HIJRI_TO else "g"
    found = narrowed(phrase, year_of(calendar, year))
    return dated(found, "year", phrase, context, relative=False, calendar=calendar)


def read_bare_year(phrase: Phrase, context: Context) -> Found:
    """ "in 2014": a year where no noun that it counts follows; a round number counts whatever noun follows."""
    following = phrase.surface(1)
    if following in words.COUNTED or (phrase.value("year") % _CENTURY == 0 and following[:1] >= "ء"):
        raise NotATimeError
    return read_year(phrase, context)


def read_years(phrase: Phrase, context: Context) -> Found:
    """ "بين عامي 2014 و2017", "في عامي 2013 و2014", "2011-2016": from the first day to the last."""
    first, last = phrase.value("first"), phrase.value("last")
    if first >= last:
        raise NotATimeError
    return dated((year_of("g", first)[0], year_of("g", last)[1]), "years", phrase, context, relative=False)


def read_decade(phrase: Phrase, context: Context) -> Found:
    """ "ثمانينيات القرن الماضي": ten years of the twentieth century, or a part of them."""
    first = phrase.value("decade")
    found = narrowed(phrase, (date(first, 1, 1), date(first + 9, 12, 31)))
    return dated(found, "years", phrase, context, relative=False)


def read_century(phrase: Phrase, context: Context) -> Found:
    """ "القرن الماضي": the years 1900 to 1999."""
    return dated((date(1900, 1, 1), date(1999, 12, 31)), "years", phrase, context, relative=False)


def read_season(phrase: Phrase, context: Context) -> Found:
    """ "صيف العام 2014", "الربيع الماضي", "شتاء هذا العام", "هذا الصيف"."""
    name = phrase.value(phrase.first_of("season", "season2", "season3"))

    def yearly(year: int) -> Interval:
        return narrowed(phrase, season_of(name, year))

    adjective = phrase.adjective("adj")
    if adjective is not None:
        found = choose(occurrences(yearly, "g", context.today), context.today, adjective)
    elif phrase.has("season3") and not phrase.has("year_adj"):
        found = yearly(context.today.year)
    else:
        found = place(yearly, "g", phrase, context)
    return dated(found, "season", phrase, context, _is_relative(phrase))


def read_feast(phrase: Phrase, context: Context) -> Found:
    """A feast or one of its days: "ثاني أيام عيد الأضحى", "ليلة رأس السنة", "عاشوراء"."""
    calendar, month, day, days = _feast(phrase)
    which = phrase.value("nth") if phrase.values("nth") else phrase.value("ordinal") if phrase.has("ordinal") else None
    eve = phrase.has("part")

    def yearly(year: int) -> Interval:
        first = day_of(calendar, year, month, day)
        if which is not None:
            return first + (which - 1) * DAY, first + (which - 1) * DAY
        return (first - DAY, first) if eve else (first, first + (days - 1) * DAY)

    adjective = phrase.adjective("adj")
    if adjective is not None and stated_year(phrase, context, calendar) is None:
        found = choose(occurrences(yearly, calendar, context.today), context.today, adjective)
    else:
        found = place(yearly, calendar, phrase, context)
    return dated(found, "feast", phrase, context, _is_relative(phrase), calendar)


def read_great_feast(phrase: Phrase, context: Context) -> Found:
    """ "أول أيام العيد": of the last of the two great feasts that has begun."""
    which = phrase.value("nth") if phrase.has("nth") else 1
    calendars, months, days, _ = zip(*(words.FEAST_NAMES[name] for name in words.GREAT_FEASTS), strict=True)

    def first_in(year: int) -> list[Interval]:
        return [(d, d) for c, m, n in zip(calendars, months, days, strict=True) if (d := day_of(c, year, m, n))]

    middle = year_in("h", context.today)
    found = sorted(interval for year in range(middle - 2, middle + 2) for interval in first_in(year))
    first = choose(found, context.today, None)[0]
    day = first + (which - 1) * DAY
    return dated((day, day), "feast", phrase, context, relative=True, calendar="h")


def _feast(phrase: Phrase) -> tuple[Calendar, int, int, int]:
    if phrase.has("new"):
        return words.NEW_YEAR["h" if phrase.has("hijri") else "g"]
    found: tuple[Calendar, int, int, int] = phrase.value(phrase.first_of("name", "day"))
    return found
