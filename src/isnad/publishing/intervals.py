"""Days as the field's formats grade them."""

from datetime import date, timedelta
from typing import Final

from isnad.model.slots import When

_WEEK: Final = 7
_MONTH: Final = 31
_YEAR: Final = 366


def days_of(when: When) -> int:
    """How many days the interval has."""
    return (when.latest - when.earliest).days + 1


def middle_day(when: When) -> date:
    """The middle day of the interval, the earlier of two."""
    return when.earliest + timedelta(days=(days_of(when) - 1) // 2)


def acled_precision(when: When) -> int | None:
    """ACLED's `time_precision`; None where the interval is too long for an event."""
    days = days_of(when)
    if days == 1:
        return 1 if when.basis == "text" else 2
    return 2 if days <= _WEEK else 3 if days <= _MONTH else None


def ucdp_precision(when: When) -> int | None:
    """UCDP's `date_prec`; None where the interval is longer than a year."""
    days = days_of(when)
    if days == 1:
        return 1 if when.basis == "text" else 2
    for most, grade in ((_WEEK - 1, 2), (_WEEK, 3), (_MONTH, 4), (_YEAR, 5)):
        if days <= most:
            return grade
    return None
