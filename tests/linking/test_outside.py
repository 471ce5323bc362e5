"""Which events are on record: one incident an event, days and towns apart never, order without a part in it."""

from datetime import timedelta

import pytest

from isnad.linking.outside import Matched, match_events
from isnad.linking.rows import Row
from isnad.model.outside import OutsideEvent
from tests.linking.outside_making import DAY, event, known, outside

pytest.importorskip("splink")


def match(events: list[OutsideEvent], rows: list[Row], home: dict[int, int] | None = None) -> list[Matched]:
    return match_events(events, rows, home or {row.id: row.id for row in rows}, outside())


def test_the_same_is_on_record_and_another_is_missing() -> None:
    elsewhere = event("e2", latitude=36.2, longitude=37.15)
    found = match([event(), elsewhere], [known(1)])
    assert [(each.status, each.incident) for each in found] == [("on_record", 1), ("missing", None)]


def test_two_events_of_theirs_do_not_share_one_incident() -> None:
    first, second = match([event("a", killed_low=3, killed_high=3), event("b")], [known(1)])
    assert (second.status, second.incident) == ("on_record", 1)
    assert (first.status, first.incident, first.taken_by) == ("unsure", 1, "b")


def test_each_event_gets_its_own_incident_where_there_are_two() -> None:
    rows = [known(1), known(2, killed_low=3, killed_high=3)]
    found = match([event("a", killed_low=3, killed_high=3), event("b")], rows)
    assert [(each.status, each.incident) for each in found] == [("on_record", 2), ("on_record", 1)]


def test_an_incident_is_as_likely_as_its_likeliest_mention() -> None:
    rows = [known(1, latitude=None, longitude=None, precision=None, admin1=None), known(2)]
    (found,) = match([event()], rows, {1: 1, 2: 1})
    assert (found.status, found.incident) == ("on_record", 1)


def test_days_or_towns_apart_are_other_events() -> None:
    later = (DAY + timedelta(5)).toordinal()
    assert match([event()], [known(1, first=later, last=later)])[0].status == "missing"
    assert match([event()], [known(1, latitude=35.6, longitude=38.5)])[0].status == "missing"
    near = (DAY + timedelta(3)).toordinal()
    assert match([event()], [known(1, first=near, last=near)])[0].status != "on_record"


def test_without_a_day_or_with_a_year_nothing_is_on_record() -> None:
    whole_year = known(2, first=DAY.toordinal() - 200, last=DAY.toordinal() + 100)
    assert match([event()], [known(1, first=None, last=None), whole_year])[0].status == "missing"


def test_a_broad_kind_says_nothing_of_the_type() -> None:
    broad = event(types=("clash", "bombing", "shelling"), broad=True)
    narrow = event(types=("clash",))
    rows = [known(1)]
    assert match([broad], rows)[0].chance > match([narrow], rows)[0].chance


def test_where_the_kind_says_nothing_the_toll_must() -> None:
    kinds = ("clash", "bombing", "shelling")
    silent = event(types=kinds, broad=True, killed_low=None, killed_high=None)
    one = event(types=kinds, broad=True, killed_low=1, killed_high=1)
    assert match([silent], [known(1)])[0].status == "unsure"
    assert match([one], [known(1, killed_low=1, killed_high=1)])[0].status == "unsure"
    assert match([event(types=kinds, broad=True)], [known(1)])[0].status == "on_record"


def test_order_has_no_part_in_it() -> None:
    events = [event("a"), event("b", killed_low=3, killed_high=3), event("c", killed_low=None, killed_high=None)]
    rows = [known(1), known(2, killed_low=3, killed_high=3)]
    straight = {each.event.id: each for each in match(events, rows)}
    turned = {each.event.id: each for each in match(events[::-1], rows[::-1])}
    assert straight == turned


def test_no_events_and_no_record() -> None:
    assert match([], [known(1)]) == []
    assert match([event()], [])[0].status == "missing"
