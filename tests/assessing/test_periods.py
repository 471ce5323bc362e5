"""Units of the calendar and bins of a period."""

from datetime import date, timedelta

import pytest

from isnad.assessing.periods import bins_of, next_start, start_of, unit_for, units_of
from isnad.model.finding import Period, Unit


@pytest.mark.parametrize(
    ("unit", "start", "following"),
    [
        ("day", date(2024, 2, 29), date(2024, 3, 1)),
        ("week", date(2024, 2, 26), date(2024, 3, 4)),
        ("month", date(2024, 2, 1), date(2024, 3, 1)),
        ("quarter", date(2024, 1, 1), date(2024, 4, 1)),
        ("year", date(2024, 1, 1), date(2025, 1, 1)),
    ],
)
def test_units_of_the_calendar(unit: Unit, start: date, following: date) -> None:
    begun = start_of(date(2024, 2, 29).toordinal(), unit)
    assert (date.fromordinal(begun), date.fromordinal(next_start(begun, unit))) == (start, following)


def test_units_are_whole_and_bins_are_cut_off() -> None:
    period = Period(date(2023, 12, 20), date(2024, 2, 10))
    assert [each.first for each in units_of(period, "month")] == [date(2023, 12, 1), date(2024, 1, 1), date(2024, 2, 1)]
    assert [last - first + 1 for first, last in bins_of(period, "month")] == [12, 31, 10]
    assert [last - first + 1 for first, last in bins_of(period, "week")] == [7] * 7 + [4]
    assert sum(last - first + 1 for first, last in bins_of(period, "day")) == period.days == 53


@pytest.mark.parametrize(
    ("days", "unit"), [(180, "month"), (179, "week"), (42, "week"), (41, "day"), (14, "day"), (13, None)]
)
def test_the_unit_is_as_fine_as_the_shorter_side_asks(days: int, unit: Unit | None) -> None:
    first, after = date(2020, 1, 1), Period(date(2023, 1, 1), date(2023, 12, 31))
    assert unit_for((Period(first, first + timedelta(days=days - 1)),), after) == unit
