"""Facts made by hand; actors and outlets are invented."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from isnad.assessing.facts import Fact

YEAR = date(2021, 1, 1)


def fact(number: int, day: date = YEAR, last: date | None = None, **slots: Any) -> Fact:
    """An attack `i<number>` by `north-forces` told by one outlet; `slots` says what is otherwise."""
    values: dict[str, Any] = {
        "type": "armed_attack",
        "actors": ("north-forces",),
        "outlets": ("وكالة النهر",),
        "roots": ("وكالة النهر",),
        **slots,
    }
    return Fact(id=f"i{number}", first=day.toordinal(), last=(last or day).toordinal(), **values)


def monthly(counts: Sequence[int], first: date = YEAR, start: int = 0, **slots: Any) -> list[Fact]:
    """So many facts in each month from `first` on, spread over its first 28 days."""
    found: list[Fact] = []
    for month, count in enumerate(counts):
        months = first.year * 12 + first.month - 1 + month
        begin = date(months // 12, months % 12 + 1, 1)
        days = [begin + timedelta(days=at * 28 // max(count, 1)) for at in range(count)]
        found.extend(fact(start + len(found) + at, day, **slots) for at, day in enumerate(days))
    return found
