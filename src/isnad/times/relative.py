"""Readings told from the day of publication: days by their name, weeks, months and years with an adjective."""

from datetime import date

from isnad.model.slots import PartOfDay
from isnad.times.calendar import DAY, Interval, day_of, month_of, shifted, week_of, year_of
from isnad.times.data import words
from isnad.times.dated import dated
from isnad.times.phrase import Context, Found, NotATimeError, Phrase, TimeKind
from isnad.times.placing import narrowed

_WEEK = 7


def weekday_by(last: date, weekday: int) -> date:
    """The last such weekday on or before a day."""
    return last - (last.weekday() - weekday) % _WEEK * DAY


def read_weekday(phrase: Phrase, context: Context) -> Found:
    """The last such day before or on publication; "الماضي" never that day itself (codebook, `when`)."""
    weekday, today = phrase.value("weekday"), context.today
    classes = phrase.classes("adj")
    adjective = phrase.adjective("adj")
    if "the_week" in classes:
        step = 0 if adjective == "the_week" else words.STEPS[adjective or "present"]
        day = week_of(today + step * _WEEK * DAY)[0] + weekday * DAY
    elif adjective == "coming":
        day = weekday_by(today + _WEEK * DAY, weekday)
    elif adjective in (None, "present"):
        day = weekday_by(today, weekday)
    else:
        day = weekday_by(today - DAY, weekday) + (words.STEPS[adjective] + 1) * _WEEK * DAY
    return dated((day, day), "weekday", phrase, context, relative=True)


def read_weekdays(phrase: Phrase, context: Context) -> Found:
    """Two weekdays and those between; a night "الاثنين–الثلاثاء" is both its days (codebook, `when`)."""
    today, part = context.today, phrase.part_of_day
    night = phrase.has("part")
    first, last = phrase.value("first"), phrase.value("last")
    if first == last:
        raise NotATimeError
    adjective = phrase.adjective("adj")
    days = (last - first) % _WEEK
    if adjective == "coming":
        begin = weekday_by(today + _WEEK * DAY, first)
    elif night:
        begin = weekday_by(today, first)
    else:
        begin = weekday_by(today - DAY if adjective else today, last) - days * DAY
    kind: TimeKind = "night" if part == "night" else "span"
    interval = begin, begin + days * DAY
    return Found(interval=interval, kind=kind, future=begin > today, part_of_day=part)


def read_day(phrase: Phrase, context: Context) -> Found:
    """Today, yesterday, the day before it, tomorrow. A weekday beside it decides where the two disagree."""
    today, group = context.today, phrase.first_of("two_ago", "yesterday", "today", "tomorrow")
    classes = phrase.classes(group)
    if group == "two_ago" and phrase.value(group) != 1:
        raise NotATimeError
    step = {"two_ago": -2, "yesterday": -1, "today": 0, "tomorrow": 2 if "after" in classes else 1}[group]
    day = today + step * DAY
    if phrase.has("weekday"):
        weekday = phrase.value("weekday")
        day = weekday_by(day + (_WEEK - 1) * DAY, weekday) if step > 0 else _beside(day, weekday, today)
        if today < day and step <= 0:
            return Found(interval=(day, day), kind="relative_day", relative=True, part_of_day=phrase.part_of_day)
    if step < 0 and phrase.classes("part")[-1:] == ["laylah"]:
        return Found(interval=(day, day + DAY), kind="night", part_of_day="night")
    return dated((day, day), "relative_day", phrase, context, relative=True)


def _beside(day: date, weekday: int, today: date) -> date:
    """The such weekday nearest to a day that is past or present: a report may be dated a day or two off its writing.

    One that would lie more than a day after publication is none: then the last before.
    """
    nearest = weekday_by(day + _WEEK // 2 * DAY, weekday)
    return nearest if nearest <= today + DAY else weekday_by(today, weekday)


def read_this_part(phrase: Phrase, context: Context) -> Found:
    """ "هذا الصباح": the day of publication."""
    part: PartOfDay = phrase.value("part")
    return Found(interval=(context.today, context.today), kind="relative_day", part_of_day=part)


def read_tonight(phrase: Phrase, context: Context) -> Found:
    """ "الليلة" is the day of publication; "الليلة الماضية" the night to it, both days."""
    today, adjective = context.today, phrase.adjective("adj")
    if adjective is None:
        return Found(interval=(today, today), kind="night", part_of_day="night")
    day = today + words.STEPS[adjective] * DAY
    return Found(interval=(day, day + DAY), kind="night", part_of_day="night")


def unit_at(unit: str, day: date, step: int) -> Interval:
    """The week, month or year so many from the one a day lies in."""
    if unit == "week":
        return week_of(day + step * _WEEK * DAY)
    first = shifted(day.replace(day=1), step if unit == "month" else 12 * step)
    return month_of("g", first.year, first.month) if unit == "month" else year_of("g", first.year)


_KINDS: dict[str, TimeKind] = {"week": "week", "month": "month", "year": "year"}


def read_unit(phrase: Phrase, context: Context) -> Found:
    """ "الشهر الماضي" is that whole month; "هذا الشهر" goes up to publication; "مطلع العام الجاري" is the part."""
    unit, adjective = phrase.value("unit")[0], phrase.adjective("adj")
    step = words.STEPS[adjective or "present"]
    interval = narrowed(phrase, unit_at(unit, context.today, step))
    if step == 0 and not phrase.has("narrow"):
        interval = interval[0], context.today
    return dated(interval, _KINDS[unit], phrase, context, relative=True)


def read_day_of_month(phrase: Phrase, context: Context) -> Found:
    """ "الثالث من الشهر الجاري", "في 15 من الشهر نفسه", "13 الجاري"."""
    adjective = phrase.adjective("adj") or "present"
    month = _month_meant("same" if phrase.has("same") else adjective, context)
    day = day_of("g", month.year, month.month, phrase.number("day"))
    return dated((day, day), "date", phrase, context, relative=True)


def read_days_of_month(phrase: Phrase, context: Context) -> Found:
    """ "يومي 21 و22 من الشهر الجاري": from the first day to the last."""
    first, last = phrase.number("first"), phrase.number("last")
    if first >= last:
        raise NotATimeError
    month = _month_meant(phrase.adjective("adj") or "present", context)
    begin, end = (day_of("g", month.year, month.month, day) for day in (first, last))
    return dated((begin, end), "span", phrase, context, relative=True)


def _month_meant(adjective: str, context: Context) -> date:
    """The first day of the month that "this", "last" or "the same month" means."""
    base = context.last("month")[0] if adjective in ("same", "following") else context.today
    return shifted(base.replace(day=1), words.STEPS[adjective])


def read_anniversary(phrase: Phrase, context: Context) -> Found:
    """ "الذكرى الثانية لـ": the day so many years before publication."""
    day = shifted(context.today, -12 * phrase.number("count"))
    return Found(interval=(day, day), kind="anniversary")
