"""Readings of lengths of time: "three months ago", "in the last four weeks", "two days later" (codebook, `when`)."""

from datetime import date
from functools import partial
from typing import Final

from isnad.times.calendar import DAY, Interval, month_of, shifted
from isnad.times.phrase import Context, Found, NotATimeError, Phrase, UnresolvedError
from isnad.times.relative import unit_at

_VAGUE: Final = (2, 7)  # "قبل أيام": 2-7 of the unit (codebook)
_HOURS: Final = 24
_ELSEWHERE: Final = "counted from another event"
# How far from the exact day a length in the unit may be off: days, and months.
_LEEWAY: Final = {"day": (0, 0), "week": (3, 0), "month": (15, 0), "year": (0, 6), "decade": (0, 60)}
_HALF: Final = {"hour": (0, 0), "day": (0, 0), "week": (3, 0), "month": (15, 0), "year": (0, 6), "decade": (0, 60)}


def stepped(day: date, unit: str, count: int) -> date:
    """The day so many of the unit on. Hours count as the days they fill."""
    if unit in ("month", "year", "decade"):
        return shifted(day, count * {"month": 1, "year": 12, "decade": 120}[unit])
    days = (
        -(-abs(count) // _HOURS) * (1 if count > 0 else -1) if unit == "hour" else count * (7 if unit == "week" else 1)
    )
    return day + days * DAY


def _amount(phrase: Phrase) -> tuple[str, int | None]:
    """The unit and how many of it; None for a bare plural."""
    if phrase.has("count"):
        return phrase.value("counted")[0], phrase.number("count")
    unit, count = phrase.value(phrase.first_of("two", "many", "one"))
    return unit, count


def point_at(base: date, phrase: Phrase, sign: int) -> Interval:
    """The days an amount of time before (-1) or after (1) a day may mean: days are exact, weeks ±3."""
    unit, count = _amount(phrase)
    if unit == "hour" and (count is None or count < _HOURS):
        return _ordered(base, base + sign * DAY)
    if count is None:
        return _ordered(stepped(base, unit, sign * _VAGUE[0]), stepped(base, unit, sign * _VAGUE[1]))
    day = stepped(base, unit, sign * count)
    if phrase.has("half"):
        day = shifted(day, sign * _HALF[unit][1]) + sign * _HALF[unit][0] * DAY
    days, months = _LEEWAY.get(unit, (0, 0))
    return shifted(day, -months) - days * DAY, shifted(day, months) + days * DAY


def _ordered(one: date, other: date) -> Interval:
    return min(one, other), max(one, other)


def read_ago(phrase: Phrase, context: Context) -> Found:
    """ "قبل ثلاثة أشهر", "منذ أيام"; "… من ذلك" counts from the day named before, "… وحتى الآن" goes up to today."""
    if phrase.has("that"):
        return Found(interval=point_at(context.last_named[0], phrase, -1), kind="narrative")
    if phrase.has("from"):
        return Found(interval=None, kind="counted", unresolved=_ELSEWHERE, of_next=partial(_beside, phrase, -1))
    point = point_at(context.today, phrase, -1)
    if phrase.has("now"):
        return Found(interval=(point[0], context.today), kind="span")
    exact = _amount(phrase)[1] is not None and _amount(phrase)[0] != "hour"  # "منذ أيام" is a point (codebook)
    lasting = (
        (_moved(phrase, -1, (context.today, context.today))[0], context.today)
        if phrase.has("since") and exact
        else None
    )
    return Found(interval=point, kind="ago", other=lasting)


def read_after(phrase: Phrase, context: Context) -> Found:
    """ "بعد يومين", "بعد أسبوع من ذلك": from the day named before in the text; "بعد يومين من هجوم": `_counted`."""
    if phrase.has("from") and not phrase.has("that"):
        return _counted(phrase, context)
    return _from_named(phrase, context, 1)


def _counted(phrase: Phrase, context: Context) -> Found:
    """ "بعد يومين من هجوم" dates what it counts from: two days before the day told of, which is the last named or today."""
    told = context.day
    if told is None and context.published is not None:
        told = context.published, context.published
    onward = partial(_beside, phrase, 1)
    if told is None:
        return Found(interval=None, kind="counted", unresolved=_ELSEWHERE, of_next=onward)
    return Found(interval=_moved(phrase, -1, told), kind="counted", of_next=onward)


def read_after_that(phrase: Phrase, context: Context) -> Found:
    """ "بعد ذلك بيومين", "قبل ذلك بأسبوع", "بعدها بأيام"."""
    return _from_named(phrase, context, -1 if phrase.classes("head")[0] in ("ago", "before_it") else 1)


def _moved(phrase: Phrase, sign: int, base: Interval) -> Interval:
    """The days an amount before or after an interval; so many months from a whole month make a whole month."""
    unit, count = _amount(phrase)
    if unit in ("month", "year") and count is not None and base == month_of("g", base[0].year, base[0].month):
        first = stepped(base[0], unit, sign * count)
        return month_of("g", first.year, first.month)
    return point_at(base[0], phrase, sign)[0], point_at(base[1], phrase, sign)[1]


def _beside(phrase: Phrase, sign: int, whole: Interval) -> Interval:
    """The days an amount before a stretch begins, or after it ends."""
    edge = whole[0] if sign < 0 else whole[1]
    return point_at(edge, phrase, sign)


def _from_named(phrase: Phrase, context: Context, sign: int) -> Found:
    interval = _moved(phrase, sign, context.last(_amount(phrase)[0]))
    return _narrated(interval, context.last(_amount(phrase)[0]), context)


def _narrated(interval: Interval, base: Interval, context: Context) -> Found:
    """A time told from one the text named; where it would lie after the report and its base does not, the base is wrong."""
    future = context.published is not None and interval[0] > context.published
    if future and context.published is not None and base[0] <= context.published:
        return Found(interval=None, kind="narrative", unresolved="would be after the report")
    return Found(interval=interval, kind="narrative", future=future)


def read_stretch(phrase: Phrase, context: Context) -> Found:
    """ "الأشهر الأربعة الماضية", "الساعات الـ24 الماضية", "الأيام القليلة المقبلة": up to publication, or from it."""
    unit, count = phrase.value(phrase.first_of("unit", "unit2", "unit3", "unit4"))
    for group in ("count", "count2"):
        count = phrase.number(group) if phrase.has(group) else count
    if count is None:
        count = _HOURS if unit == "hour" else _VAGUE[1]
    today, coming = context.today, phrase.adjective("adj") == "coming"
    other = stepped(today, unit, count if coming else -count)
    return Found(interval=_ordered(today, other), kind="span", future=coming)


def read_during(phrase: Phrase, context: Context) -> Found:
    """ "خلال 48 ساعة", "خلال شهرين": so long up to publication."""
    unit, count = phrase.value(phrase.first_of("unit", "unit2"))
    count = phrase.number("count") if phrase.has("count") else count
    begin = stepped(context.today, unit, -count)
    if phrase.has("half"):
        begin = shifted(begin, -_HALF[unit][1]) - _HALF[unit][0] * DAY
    return Found(interval=(begin, context.today), kind="span")


def read_share(phrase: Phrase, context: Context) -> Found:
    """ "الأشهر الأربعة الأولى من": of the year named next; "الأيام الثلاثة الأخيرة" alone are those up to publication."""
    unit, count = phrase.value(phrase.first_of("unit", "unit2"))
    count = phrase.number("count") if phrase.has("count") else count
    if phrase.classes("which") == ["ordinal"]:
        if phrase.value("which") != 1:
            raise NotATimeError
        return Found(interval=None, kind="span", unresolved=_ELSEWHERE, of_next=partial(_opening, unit, count))
    closing = partial(_closing, unit, count)
    if context.published is None:  # still the last days of a month with its year
        return Found(interval=None, kind="span", unresolved="no publication date", of_next=closing)
    begin = stepped(context.published, unit, -count)
    return Found(interval=(begin, context.published), kind="span", of_next=closing)


def _opening(unit: str, count: int, whole: Interval) -> Interval:
    return whole[0], max(whole[0], min(whole[1], stepped(whole[0], unit, count) - DAY))


def _closing(unit: str, count: int, whole: Interval) -> Interval:
    return min(whole[1], max(whole[0], stepped(whole[1] + DAY, unit, -count))), whole[1]


def read_same_period(_phrase: Phrase, context: Context) -> Found:
    """ "الفترة نفسها": the stretch named last, whatever its length."""
    if context.stretch is None:
        raise UnresolvedError("no earlier date in the text")
    return Found(interval=context.stretch, kind="narrative")


def read_neighbour(phrase: Phrase, context: Context) -> Found:
    """ "في اليوم التالي", "الشهر نفسه", "ذلك العام": told from the day named before."""
    adjective = phrase.adjective("adj") or "same"
    unit, step = phrase.classes("unit")[0].removeprefix("the_"), {"following": 1, "previous": -1}.get(adjective, 0)
    if adjective == "following" and phrase.surface(1).startswith("ل"):  # "في اليوم التالي لمقتله"
        return Found(interval=None, kind="narrative", unresolved=_ELSEWHERE)
    named = context.last(unit)
    if unit in ("today", "night"):
        interval = named[0] + step * DAY, named[1] + step * DAY
    else:
        interval = unit_at(unit, named[0], step)
    return _narrated(interval, named, context)


def read_since_then(_phrase: Phrase, context: Context) -> Found:
    """ "منذ ذلك الحين": from the day named before up to publication."""
    return Found(interval=_ordered(context.last_named[0], context.today), kind="span")


def read_vague(_phrase: Phrase, _context: Context) -> Found:
    """ "الآونة الأخيرة": a time is said, but no length."""
    return Found(interval=None, kind="vague", unresolved="no length is said")


def read_recurring(phrase: Phrase, _context: Context) -> Found:
    """ "كل يوم", "أيام الجمعة": no one day is meant."""
    if phrase.has("units") and phrase.value("units")[0] != "day":  # "ساعات يوم الأحد"
        raise NotATimeError
    return Found(interval=None, kind="recurring", unresolved="recurring")


def read_nothing(_phrase: Phrase, _context: Context) -> Found:
    """Words that look like a day and count days instead ("اليوم الثالث")."""
    return Found(interval=None, kind="narrative", not_a_time=True)
