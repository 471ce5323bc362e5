"""One pass over the tokens: at each, the longest rule that reads; then what stands before and between the readings."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from isnad.times.data import words
from isnad.times.lexemes import LETTERS
from isnad.times.phrase import Context, Found, NotATimeError, Phrase, UnresolvedError
from isnad.times.rules import RULES_AT, START, Rule
from isnad.times.tokens import Tokens

_JOINABLE = frozenset({"date", "weekday", "month", "year", "relative_day", "season", "feast"})
_OPEN = frozenset({"date", "month", "year", "feast"})
_SINCE, _TILL, _BETWEEN, _WAW, _DASH, _OF, _COMMA = (
    LETTERS[name] for name in ("since", "till", "between", "waw", "dash", "of", "comma")
)
_BEFORE_OR_AFTER = frozenset(LETTERS[name] for name in ("ago", "after", "shortly_before"))


Match = re.Match[str]


class Reading(Struct, frozen=True):
    """What was found in tokens first … last - 1."""

    first: int
    last: int
    found: Found


def scan(tokens: Tokens, published: date | None) -> list[Reading]:
    """Every time expression, in order, none overlapping another."""
    readings: list[Reading] = []
    context = Context(published)
    position = 0
    while (start := START.search(tokens.letters, position)) is not None:
        reading = _longest(tokens, start.start(), context)
        position = start.end() if reading is None else reading.last
        if reading is None or reading.found.not_a_time or _is_name(reading, tokens):
            continue
        _append(readings, reading, tokens, published)
        told = readings[-1].found
        if told.interval is not None and told.kind != "counted":
            context = context.after(told.interval)
    return readings


def _longest(tokens: Tokens, position: int, context: Context) -> Reading | None:
    """The reading of the longest rule that matches here and means a time."""
    letters = tokens.letters
    matched = [(m, rule) for rule in RULES_AT[letters[position]] if (m := rule.pattern.match(letters, position))]
    if len(matched) > 1:
        matched.sort(key=lambda pair: -pair[0].end())
    for match, rule in chain(matched, _cut_before_twins(matched, letters)):
        found = _read(rule, Phrase(match, tokens), context)
        if found is not None:
            return Reading(position, match.end(), found)
    return None


def _cut_before_twins(matched: Iterable[tuple[Match, Rule]], letters: str) -> Iterator[tuple[Match, Rule]]:
    """The matches again without a month that proved to be no twin name of the one before it."""
    for match, rule in matched:
        if "twin" in match.re.groupindex and match["twin"]:
            cut = rule.pattern.match(letters, match.start(), match.start("twin"))
            if cut is not None:
                yield cut, rule


def _read(rule: Rule, phrase: Phrase, context: Context) -> Found | None:
    try:
        return rule.read(phrase, context)
    except (NotATimeError, ValueError):  # ValueError: no such day on the calendar ("31 شباط")
        return None
    except UnresolvedError as reason:
        return Found(interval=None, kind=rule.kind, unresolved=str(reason), part_of_day=phrase.part_of_day)
    except OverflowError:
        return Found(interval=None, kind=rule.kind, unresolved="outside the calendar")


def _before(tokens: Tokens, index: int) -> str:
    """The letter of the token before; "" at the beginning."""
    return tokens.letters[index - 1] if index else ""


def _is_name(reading: Reading, tokens: Tokens) -> bool:
    """Whether the word before makes a proper name of it ("جسر 14 تموز"); with a year it is a date all the same."""
    if not reading.first or not reading.found.relative:
        return False
    before = tokens.surfaces[reading.first - 1]
    if reading.found.kind == "relative_day":
        return tokens.surfaces[reading.first : reading.last] == ["اليوم"] and _is_medium(before, reading, tokens)
    return before in words.NAME_HEADS.get(reading.found.kind, ())


def _is_medium(before: str, reading: Reading, tokens: Tokens) -> bool:
    """Whether the word before makes of "today" the name of a newspaper or a station."""
    if before in words.TODAY_NAMES:
        return True
    if before not in words.TODAY_NAMES_OF_MEDIA:
        return False
    around = tokens.surfaces[max(0, reading.first - 3) : reading.first - 1]
    following = tokens.surfaces[reading.last] if reading.last < len(tokens.surfaces) else ""
    opens = not around or around[-1] == "\n"
    return (
        not words.MEDIA_HEADS.isdisjoint(around)
        or not words.QUOTES.isdisjoint((*around[-1:], following))
        or (opens and tokens.letters[reading.last : reading.last + 1] == _DASH)
    )


def _append(readings: list[Reading], reading: Reading, tokens: Tokens, published: date | None) -> None:
    """Adds a reading, joined with the last one where the two are the ends of one stretch."""
    joined = _joined(readings[-1], reading, tokens) if readings else None
    if joined is not None:
        readings[-1] = joined
        return
    whole = _made_of_next(readings[-1], reading, tokens) if readings else None
    if whole is not None:
        readings[-1] = whole
        return
    before = _before(tokens, reading.first)
    if before == _SINCE and reading.found.interval is not None:
        reading = _since(reading, published)
    elif before in _BEFORE_OR_AFTER and reading.found.kind in _OPEN:
        reading = replace(reading, found=replace(reading.found, interval=None, unresolved="no other end is said"))
    readings.append(reading)


def _since(reading: Reading, published: date | None) -> Reading:
    """ "منذ عام 2011": from its first day up to publication."""
    begun = reading.found.interval
    if published is None:
        found = Found(interval=None, kind="span", unresolved="no publication date", other=begun)
    elif begun is None or begun[0] > published:
        return reading
    else:
        part = reading.found.part_of_day
        found = Found(interval=(begun[0], published), kind="span", part_of_day=part, other=begun)
    return Reading(reading.first - 1, reading.last, found)


def _made_of_next(one: Reading, other: Reading, tokens: Tokens) -> Reading | None:
    """ "بعد يومين من 3 آذار", "الأشهر الأولى من العام": what the first says of the time that follows it at once."""
    make, interval = one.found.of_next, other.found.interval
    if make is None or interval is None or tokens.letters[one.last : other.first] not in ("", _OF):
        return None
    try:
        found = replace(other.found, interval=make(interval), kind="span", part_of_day=None, other=None)
    except (ValueError, OverflowError):
        return None
    return Reading(one.first, other.last, found)


def _joined(one: Reading, other: Reading, tokens: Tokens) -> Reading | None:
    """ "من 3 آذار إلى 5 نيسان", "بين الأحد والثلاثاء": one stretch from the first's beginning to the second's end."""
    if not _is_range(one, other, tokens) or one.found.interval is None or other.found.interval is None:
        return None
    begin, end = one.found.interval[0], other.found.interval[1]
    if begin > end:
        begin = _pulled_back(one, begin, end)
    if begin > end:
        return None
    part = one.found.part_of_day if one.found.part_of_day == other.found.part_of_day else None
    found = Found(
        interval=(begin, end),
        kind="span",
        relative=one.found.relative and other.found.relative,
        future=other.found.future and one.found.future,
        part_of_day=part,
    )
    return Reading(one.first, other.last, found)


def _is_range(one: Reading, other: Reading, tokens: Tokens) -> bool:
    between = tokens.letters[one.last : other.first]
    before = _before(tokens, one.first)
    if one.found.kind not in _JOINABLE | {"span"} or other.found.kind not in _JOINABLE:
        return False
    if one.found.kind == "span":  # "منذ 2014 وحتى 2017"
        return between == _TILL and tokens.letters[one.first] == _SINCE
    if between in (_TILL, _DASH) or (before == _OF and between == _COMMA + _TILL):
        return True
    return before == _BETWEEN and (between == _WAW or (not between and tokens.surfaces[other.first].startswith("و")))


def _pulled_back(one: Reading, begin: date, end: date) -> date:
    """The beginning a week or so many years earlier, where it was told without a week or a year of its own."""
    if one.found.kind == "weekday":
        return date.fromordinal(max(begin.toordinal() - 7, 1))
    if one.found.kind in ("date", "month") and one.found.relative:
        year = end.year if (begin.month, begin.day) <= (end.month, end.day) else end.year - 1
        return begin.replace(year=year, day=min(begin.day, 28) if begin.month == 2 else begin.day)
    return begin
