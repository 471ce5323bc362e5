"""Which days an incident is given."""

from datetime import date, timedelta

from isnad.linking.choosing_days import choose_when
from isnad.linking.independence import Roots
from isnad.model.mention import Mention
from isnad.model.slots import When
from tests.linking.builders import DAY, mention, when

NEXT = DAY + timedelta(days=1)


def chosen(*mentions: Mention) -> When | None:
    return choose_when(mentions, Roots(mentions))


def test_a_week_bears_out_a_day_and_no_day_a_week() -> None:
    week = when(DAY - timedelta(days=3), DAY + timedelta(days=3))
    assert chosen(mention(1, "أ", when=week), mention(2, "ب", when=week), mention(3, "ج", when=when())) == when()


def test_copies_of_one_wire_do_not_outvote_two_sources() -> None:
    copies = [mention(seq, f"صحيفة {seq}", copy_of="r1", when=when(NEXT)) for seq in range(2, 9)]
    assert chosen(*copies, mention(11, "أ", when=when()), mention(12, "ب", when=when())) == when()


def test_nobody_reports_what_is_still_to_come() -> None:
    later = when(DAY + timedelta(days=300))
    assert chosen(mention(1, "أ", when=later), mention(2, "ب", when=later), mention(3, "ج", when=when())) == when()
    assert chosen(mention(1, "أ", when=later)) == later


def test_reports_without_a_day_speak_for_their_publication_half_as_loud() -> None:
    old = when(DAY - timedelta(days=200))
    fresh = [mention(seq, f"صحيفة {seq}", DAY) for seq in (2, 3, 4)]
    outvoted = chosen(mention(1, "أ", when=old), *fresh)
    assert outvoted is not None
    assert (outvoted.basis, outvoted.latest) == ("publication", DAY)
    assert chosen(mention(1, "أ", when=old), *fresh[:2]) == old
    assert chosen(mention(1, "أ", when=old), mention(5, "ب", when=when()), *fresh[:1]) == when()


def test_days_cannot_be_told_where_no_report_has_one() -> None:
    assert chosen(mention(1, published=None)) is None
    undated = chosen(mention(1, published=None, when=when(date(2020, 1, 1))))
    assert undated == when(date(2020, 1, 1))
