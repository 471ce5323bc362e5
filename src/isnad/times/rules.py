"""The grammar compiled: for each class of token, the rules that can start with it and the function that reads each."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Final

from isnad.times import dated, relative, spans
from isnad.times.data.grammar import MACROS, RULES
from isnad.times.lexemes import LETTERS
from isnad.times.phrase import Context, Found, Phrase, TimeKind

Reader = Callable[[Phrase, Context], Found]


class Rule:
    """One rule: its pattern over class letters, how a match is read, what an unresolved match of it is called."""

    def __init__(self, pattern: str, read: Reader, kind: TimeKind) -> None:
        self._source, self.read, self.kind = pattern, read, kind

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first needed: a program that reads no dates does not pay for them."""
        return re.compile(self._source)


_READERS: Final[Mapping[str, tuple[Reader, TimeKind]]] = {
    "date": (dated.read_date, "date"),
    "last_ten": (dated.read_last_ten, "span"),
    "libyan_date": (dated.read_date, "date"),
    "first_of_month": (dated.read_date, "date"),
    "days": (dated.read_days, "span"),
    "numeric": (dated.read_numeric, "date"),
    "day_of_month": (relative.read_day_of_month, "date"),
    "days_of_month": (relative.read_days_of_month, "span"),
    "month": (dated.read_month, "month"),
    "months": (dated.read_months, "span"),
    "year": (dated.read_year, "year"),
    "bare_year": (dated.read_bare_year, "year"),
    "years": (dated.read_years, "years"),
    "season": (dated.read_season, "season"),
    "this_season": (dated.read_season, "season"),
    "decade": (dated.read_decade, "years"),
    "century": (dated.read_century, "years"),
    "feast": (dated.read_feast, "feast"),
    "great_feast": (dated.read_great_feast, "feast"),
    "weekday": (relative.read_weekday, "weekday"),
    "weekdays": (relative.read_weekdays, "span"),
    "day": (relative.read_day, "relative_day"),
    "this_part": (relative.read_this_part, "relative_day"),
    "tonight": (relative.read_tonight, "night"),
    "calendar_unit": (relative.read_unit, "span"),
    "this_unit": (relative.read_unit, "span"),
    "narrowed_unit": (relative.read_unit, "span"),
    "anniversary": (relative.read_anniversary, "anniversary"),
    "stretch": (spans.read_stretch, "span"),
    "during": (spans.read_during, "span"),
    "share": (spans.read_share, "span"),
    "same_period": (spans.read_same_period, "narrative"),
    "vague": (spans.read_vague, "vague"),
    "ago": (spans.read_ago, "ago"),
    "after": (spans.read_after, "narrative"),
    "after_that": (spans.read_after_that, "narrative"),
    "next_day": (spans.read_neighbour, "narrative"),
    "that_unit": (spans.read_neighbour, "narrative"),
    "since_then": (spans.read_since_then, "span"),
    "recurring": (spans.read_recurring, "recurring"),
    "not_a_time": (spans.read_nothing, "narrative"),
}


def _compiled() -> Iterable[tuple[Rule, list[str]]]:
    pieces = dict(LETTERS)
    for name, macro in MACROS:
        pieces[name] = macro.format_map(pieces)
    for name, starts, pattern in RULES:
        read, kind = _READERS[name]
        yield Rule(pattern.format_map(pieces), read, kind), starts.split()


def _by_letter() -> dict[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for rule, starts in _compiled():
        for start in starts:
            found[LETTERS[start]] = (*found.get(LETTERS[start], ()), rule)
    return found


# RULES_AT: class letter to the rules that can start there. START: any letter at which a rule can start.
RULES_AT: Final = _by_letter()
START: Final = re.compile(f"[{''.join(RULES_AT)}]")
