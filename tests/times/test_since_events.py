"""Stretches since an event that a date after it dates."""

from datetime import date

import pytest

from isnad.text.folding import fold
from isnad.times.expressions import find_times
from isnad.times.since_events import since_events

PUBLISHED = date(2015, 8, 8)


def stretches(text: str, published: date | None = PUBLISHED) -> list[tuple[date | None, date | None]]:
    folded = fold(text)
    found = since_events(folded, find_times(folded, published), published)
    return [(time.earliest, time.latest) for time in found]


def test_since_an_event_that_is_dated_is_a_stretch_up_to_publication() -> None:
    assert stretches("قتل المئات منذ سقوط البلدة في يوليو 2013.") == [(date(2013, 7, 1), PUBLISHED)]


@pytest.mark.parametrize(
    "text",
    [
        "قتل المئات منذ يوليو 2013.",  # since a time, which the grammar reads itself
        "قتل المئات منذ سقوط البلدة. وفي يوليو 2013 عادوا.",  # another sentence
        "قتل المئات منذ سقوط البلدة.",  # no date
    ],
)
def test_what_no_date_after_it_dates_is_no_stretch(text: str) -> None:
    assert stretches(text) == []


def test_without_a_day_of_publication_there_is_no_end() -> None:
    assert stretches("قتل المئات منذ سقوط البلدة في يوليو 2013.", None) == []


def test_a_comma_may_part_the_ends_of_a_range() -> None:
    (time,) = find_times(fold("في الفترة من 7 يوليو الماضي، وحتى 5 أغسطس"), PUBLISHED)
    assert (time.earliest, time.latest) == (date(2015, 7, 7), date(2015, 8, 5))
