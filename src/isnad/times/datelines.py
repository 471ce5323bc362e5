"""The day a report says it was written on, where it says so outright: a dateline, or "today" with its full date.

Only a text that was given no day of publication is asked (codebook, `when`: no day is ever assumed). Three forms count:
a date that opens the text after its place ("دمشق – 12 آذار 2021"), a date on a line of its own, and "today" or a line's
beginning with the weekday and the full date, if that day was such a weekday. Where two of them differ, none counts.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from isnad.times.lexemes import LETTERS
from isnad.times.scanning import Reading
from isnad.times.tokens import Tokens

_PLACE_WORDS: Final = 4  # the most words of a place before the dash of a dateline
_TODAY, _WEEKDAY, _DASH = (LETTERS[name] for name in ("today", "weekday", "dash"))


def told_day(tokens: Tokens, readings: Sequence[Reading]) -> date | None:
    """The day the text itself says it is from; None where it says none, or more than one."""
    days = {day for reading in readings if (day := _full_date(reading)) and _is_outright(day, reading, tokens)}
    return days.pop() if len(days) == 1 else None


def _full_date(reading: Reading) -> date | None:
    """The day of a date with its year; None for any other expression."""
    found = reading.found
    if found.kind != "date" or found.relative or found.interval is None:
        return None
    return found.interval[0]


def _is_outright(day: date, reading: Reading, tokens: Tokens) -> bool:
    weekdays = list(_weekdays(reading, tokens))
    if weekdays and day.weekday() not in weekdays:
        return False
    opens = _opens_line(reading, tokens)
    if weekdays and (opens or _TODAY in tokens.letters[reading.first : reading.last]):
        return True
    return (opens and _ends_line(reading, tokens)) or _follows_place(reading, tokens)


def _weekdays(reading: Reading, tokens: Tokens) -> Iterator[int]:
    return (tokens.value(i) for i in range(reading.first, reading.last) if tokens.letters[i] == _WEEKDAY)


def _opens_line(reading: Reading, tokens: Tokens) -> bool:
    return reading.first == 0 or tokens.surfaces[reading.first - 1] == "\n"


def _ends_line(reading: Reading, tokens: Tokens) -> bool:
    return reading.last == len(tokens.surfaces) or tokens.surfaces[reading.last] == "\n"


def _follows_place(reading: Reading, tokens: Tokens) -> bool:
    """Whether nothing but a place and a dash stands before it in the text."""
    before = tokens.surfaces[: reading.first]
    return 1 < len(before) <= _PLACE_WORDS + 1 and tokens.letters[reading.first - 1] == _DASH and "\n" not in before
