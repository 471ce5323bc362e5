"""The part of each report in an incident."""

from datetime import date, timedelta

import pytest

from isnad.linking.roles import tell_roles
from isnad.model.mention import Mention
from isnad.model.span import Span
from tests.linking.builders import DAY, loss, mention, when


def roles(*mentions: Mention) -> list[str]:
    return [each.role for each in tell_roles(mentions)]


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def test_the_first_is_new_a_rising_toll_an_update_the_same_toll_a_re_report() -> None:
    assert roles(
        mention(1, killed=loss(3), when=when()),
        mention(2, published=later(1), killed=loss(5), when=when()),
        mention(3, published=later(1), killed=loss(5), when=when()),
    ) == ["new", "update", "re_report"]


def test_order_of_publication_counts_before_that_of_arrival() -> None:
    told = tell_roles([mention(1, published=later(1), killed=loss(5)), mention(2, killed=loss(3))])
    assert [(each.mention.id, each.role) for each in told] == [("m-2", "new"), ("m-1", "update")]


def test_a_copy_never_updates() -> None:
    assert roles(mention(1), mention(2, copy_of="r1", killed=loss(5))) == ["new", "re_report"]


def test_a_look_back_is_retrospective_and_a_late_toll_an_update() -> None:
    fresh = mention(1, killed=loss(3), when=when())
    assert roles(fresh, mention(2, published=later(9), killed=loss(4), when=when())) == ["new", "update"]
    assert roles(fresh, mention(2, published=later(9), when=when())) == ["new", "retrospective"]
    assert roles(fresh, mention(2, published=later(90), killed=loss(4))) == ["new", "retrospective"]
    assert roles(mention(2, published=later(9), killed=loss(4), when=when())) == ["retrospective"]


def test_totals_and_counts_are_cumulative() -> None:
    month = when(DAY - timedelta(days=30), DAY, words="خلال شهر")
    assert roles(mention(1, aggregate=True)) == ["cumulative"]
    assert roles(mention(1, incident_count=(6, 6))) == ["cumulative"]
    assert roles(mention(1, when=month, killed=loss(60))) == ["cumulative"]
    assert roles(mention(1, when=month)) == ["new"]
    assert roles(mention(1, when=when(words="خلال ساعات"), killed=loss(6))) == ["new"]


def test_a_total_does_not_make_the_next_toll_old() -> None:
    assert roles(mention(1), mention(2, aggregate=True, killed=loss(9)), mention(3, killed=loss(9))) == [
        "new",
        "cumulative",
        "update",
    ]


@pytest.mark.parametrize(
    "words", ["في الذكرى الأولى للقصف", "في الذِّكْرَى الأولى للقصف", "بالذكـــري الأولى للقصف", "في ذكراه الأولى"]
)
def test_a_day_of_remembrance_and_a_denial(words: str) -> None:
    remembered = mention(2, published=later(365), mentions=(Span(start=0, end=len(words), text=words),))
    assert roles(mention(1), remembered, mention(3, status="denied")) == ["new", "denial", "anniversary"]


def test_undated_reports_come_last() -> None:
    told = tell_roles([mention(1, published=None), mention(2)])
    assert [each.mention.id for each in told] == ["m-2", "m-1"]


def test_a_rival_number_of_the_same_day_and_a_lower_one_of_another_outlet_update_nothing() -> None:
    assert roles(
        mention(1, "أ", DAY, killed=loss(8)),
        mention(2, "ب", DAY, killed=loss(10)),
        mention(3, "ج", later(1), killed=loss(9)),
        mention(4, "د", later(1), killed=loss(12)),
    ) == ["new", "re_report", "re_report", "update"]


def test_an_outlet_that_gives_another_number_later_revises_its_own() -> None:
    first, lower = mention(1, "أ", DAY, killed=loss(8)), loss(6)
    assert roles(first, mention(2, "أ", later(1), killed=lower)) == ["new", "update"]
    assert roles(first, mention(2, "ب", later(1), killed=lower)) == ["new", "re_report"]
    assert roles(first, mention(2, "أ", DAY, killed=lower)) == ["new", "re_report"]
    assert roles(first, mention(2, "أ", later(1), killed=loss(8))) == ["new", "re_report"]


def test_the_first_toll_of_all_is_an_update_and_another_slot_is_not() -> None:
    assert roles(mention(1), mention(2, killed=loss(4))) == ["new", "update"]
    assert roles(mention(1, killed=loss(4)), mention(2, killed=loss(4), wounded=loss(7))) == ["new", "re_report"]
