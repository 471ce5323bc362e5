"""Candidates: the filter of the record, and buckets."""

from isnad.linking.blocking import APART_DAYS, BUCKET_DAYS, buckets, candidates_filter
from tests.linking.making import DAY, row


def test_buckets_cover_every_day_of_an_interval() -> None:
    day = DAY.toordinal()
    found = buckets(day, day + 20)
    assert {at // BUCKET_DAYS for at in range(day, day + 21)} == set(found)


def test_the_window_holds_all_days_that_can_meet() -> None:
    day = DAY.toordinal()
    assert candidates_filter([row(1), row(2, first=day + 9, last=day + 9)]) == (
        day - APART_DAYS,
        day + 9 + APART_DAYS,
        False,
    )


def test_a_row_without_days_asks_for_all() -> None:
    window = candidates_filter([row(1, first=None, last=None)])
    assert window is not None
    assert window[2]
    assert candidates_filter([]) is None
