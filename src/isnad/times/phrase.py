"""What a rule matched, what it is read against, and what the reading gives."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, Literal

from msgspec import Struct

from isnad.model.slots import PartOfDay
from isnad.times.calendar import Interval, length
from isnad.times.lexemes import LETTERS
from isnad.times.tokens import Tokens

TimeKind = Literal[
    "date", "weekday", "month", "year", "years", "season", "feast", "week", "relative_day", "night", "span", "ago",
    "recurring", "narrative", "counted", "anniversary", "vague", "open",
]  # fmt: skip
_CLASS_OF_LETTER: Final[Mapping[str, str]] = {letter: name for name, letter in LETTERS.items()}


class NotATimeError(Exception):
    """The words fit a rule and mean no time ("31 February", a name)."""


class UnresolvedError(Exception):
    """A time is said that cannot be turned into days; the message is the reason."""


class Found(Struct, frozen=True, kw_only=True):
    """A reading: the day interval of an expression, and how it was said.

    `other`: what the words may mean as well ("منذ": the beginning alone, or all the time since); `leeway`: days by
    which either end may be off; `of_next`: what it makes of a time that follows at once ("two days after" 3 March).
    """

    interval: Interval | None
    kind: TimeKind
    relative: bool = True
    future: bool = False
    part_of_day: PartOfDay | None = None
    unresolved: str | None = None
    other: Interval | None = None
    leeway: int = 0
    of_next: Callable[[Interval], Interval] | None = None
    not_a_time: bool = False  # the words are taken, so that no part of them is read as a time


# The most days of an interval that a later "that day", "that month", "that year" may mean.
_MOST: Final = {"day": 4, "month": 31, "year": 366}
_MEMORY_OF: Final = {"month": "month", "year": "year", "decade": "year"}


class Context(Struct, frozen=True):
    """What relative words are told from: the day of publication, and what the text named last before them.

    `day`, `month` and `year` are the last intervals no longer than that; `stretch` the last of any length.
    """

    published: date | None
    day: Interval | None = None
    month: Interval | None = None
    year: Interval | None = None
    stretch: Interval | None = None

    def after(self, interval: Interval) -> "Context":
        """The context of what follows an expression with this interval."""
        days = length(interval)
        memory = {name: interval if days <= most else getattr(self, name) for name, most in _MOST.items()}
        return Context(self.published, **memory, stretch=interval)

    @property
    def today(self) -> date:
        """The day of publication. UnresolvedError without one."""
        if self.published is None:
            raise UnresolvedError("no publication date")
        return self.published

    def last(self, unit: str) -> Interval:
        """What the text named last that a step of this unit may count from. UnresolvedError where it named nothing."""
        named: Interval | None = getattr(self, _MEMORY_OF.get(unit, "day"))
        if named is None:
            raise UnresolvedError("no earlier date in the text")
        return named

    @property
    def last_named(self) -> Interval:
        """The days named last in the text before. UnresolvedError where there are none."""
        return self.last("day")


class Phrase:
    """The tokens a rule matched, by the names of the rule's groups."""

    def __init__(self, match: re.Match[str], tokens: Tokens) -> None:
        self.match, self.tokens = match, tokens
        self._names = match.re.groupindex

    def has(self, name: str) -> bool:
        """Whether the group took part in the match."""
        return name in self._names and self.match[name] is not None

    def first_of(self, *names: str) -> str:
        """The first of the groups that took part."""
        return next(name for name in names if self.has(name))

    def values(self, name: str) -> list[Any]:
        """The values of the group's tokens, those without one left out."""
        values = (self.tokens.value(index) for index in range(*self.match.span(name)))
        return [value for value in values if value is not None]

    def value(self, name: str) -> Any:
        """The value of the group's first token that has one."""
        return self.values(name)[0]

    def number(self, name: str) -> int:
        """The number the group's tokens make together ("الحادي والعشرين": 1 + 20)."""
        return sum(self.values(name))

    def classes(self, name: str) -> list[str]:
        """The word classes of the group's tokens; none where it took no part."""
        return [_CLASS_OF_LETTER[letter] for letter in (self.match[name] or "" if name in self._names else "")]

    def adjective(self, name: str) -> str | None:
        """The class of the adjective in the group ("past", "coming", …); "before_past" for "قبل الماضي"."""
        classes = self.classes(name)
        if not classes:
            return None
        return "before_past" if "ago" in classes else classes[-1]

    def surface(self, offset: int) -> str:
        """The token so many places after the match's last (1 the next), or before its first (-1); "" beyond the text."""
        index = self.match.end() + offset - 1 if offset > 0 else self.match.start() + offset
        return self.tokens.surfaces[index] if 0 <= index < len(self.tokens.surfaces) else ""

    @property
    def part_of_day(self) -> PartOfDay | None:
        """The part of the day said with it. "بعد ظهر" is the afternoon."""
        classes = self.classes("part")
        if not classes:
            return None
        if classes[-1] != "part":
            return "night" if classes[-1] == "laylah" else "evening"
        part: PartOfDay = self.values("part")[-1]
        return "afternoon" if part == "noon" and classes[0] == "after" else part
