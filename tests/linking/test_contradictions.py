"""What cannot both be so."""

from datetime import timedelta

from isnad.linking.contradictions import find_contradictions, range_text
from isnad.linking.independence import Roots
from isnad.linking.reconciling import sourced_figures
from isnad.linking.roles import tell_roles
from isnad.model.mention import Mention
from isnad.model.recorded import Contradiction
from tests.linking.builders import DAY, MINISTRY, NORTH, SOUTH, WATCH, loss, mention, party, when, where

NEXT = DAY + timedelta(days=1)


def found(*mentions: Mention) -> tuple[Contradiction, ...]:
    roots = Roots(mentions)
    return find_contradictions(mentions, sourced_figures(tell_roles(mentions), roots), roots)


def slots(*mentions: Mention) -> list[str]:
    return [each.slot for each in found(*mentions)]


def test_rival_tolls_of_one_day_are_told_with_both_sides() -> None:
    (one,) = found(
        mention(1, "أ", killed=loss(9), chain=[MINISTRY]),
        mention(2, "ب", killed=loss(14), chain=[WATCH]),
        mention(3, "ج", killed=loss(14)),
    )
    assert [side.value for side in one.sides] == ["9", "14"]
    assert [side.roots for side in one.sides] == [("nahrayn-health",), ("daffa-watch", "ج")]
    assert one.sides[1].mentions == ("m-2", "m-3")


def test_a_toll_may_rise_but_not_fall() -> None:
    assert slots(mention(1, "أ", killed=loss(9)), mention(2, "ب", NEXT, killed=loss(14))) == []
    assert slots(mention(1, "أ", killed=loss(14)), mention(2, "ب", NEXT, killed=loss(9))) == ["killed"]


def test_ranges_that_meet_agree() -> None:
    assert slots(mention(1, "أ", killed=loss(9, None)), mention(2, "ب", killed=loss(14))) == []
    assert slots(mention(1, "أ", killed=loss(50, about=True)), mention(2, "ب", killed=loss(54))) == []
    assert slots(mention(1, "أ", killed=loss(50)), mention(2, "ب", killed=loss(54))) == ["killed"]


def test_several_is_no_number_that_two_belies() -> None:
    assert slots(mention(1, "أ", killed=loss(2)), mention(2, "ب", killed=loss(3, None))) == []
    assert slots(mention(1, "أ", killed=loss(5)), mention(2, "ب", killed=loss(20, None))) == ["killed"]


def test_one_root_does_not_contradict_itself() -> None:
    assert slots(mention(1, "أ", killed=loss(9)), mention(2, "أ", killed=loss(14))) == []


def test_the_actors_of_two_roots_may_not_differ_unless_in_a_clash() -> None:
    assert slots(mention(1, "أ", perpetrators=(NORTH,)), mention(2, "ب", perpetrators=(SOUTH,))) == ["perpetrators"]
    assert slots(mention(1, "أ", perpetrators=(NORTH,)), mention(2, "ب", perpetrators=(NORTH, SOUTH))) == []
    sides = [mention(n, name, type="clash", perpetrators=(who,)) for n, name, who in [(1, "أ", NORTH), (2, "ب", SOUTH)]]
    assert slots(*sides) == []


def test_a_state_and_its_air_force_are_one_actor() -> None:
    state, planes = party("روسيا", "ru", "state"), party("سلاح الجو الروسي", "russian-air-force", "state")
    assert slots(mention(1, "أ", perpetrators=(state,)), mention(2, "ب", perpetrators=(planes,))) == []
    assert slots(mention(1, "أ", perpetrators=(NORTH,)), mention(2, "ب", perpetrators=(planes,))) == ["perpetrators"]


def test_places_beyond_their_reach_and_days_that_do_not_meet() -> None:
    far = where("Idlib", 35.93, 36.63)
    assert slots(mention(1, "أ", where=where()), mention(2, "ب", where=far)) == ["where"]
    assert slots(mention(1, "أ", where=where(precision=4)), mention(2, "ب", where=far)) == []
    assert slots(mention(1, "أ", when=when()), mention(2, "ب", when=when(NEXT))) == ["when"]
    assert slots(mention(1, "أ", when=when()), mention(2, "ب", when=when(DAY, NEXT))) == []


def test_a_denial_contradicts_who_affirms() -> None:
    (one,) = found(mention(1, "أ"), mention(2, "ب", status="denied"))
    assert (one.slot, {side.value for side in one.sides}) == ("status", {"happened", "denied"})


def test_a_retracted_report_contradicts_nobody() -> None:
    assert (
        slots(mention(1, "أ", killed=loss(9)), mention(2, "ب", killed=loss(14), status="denied", retracted=True)) == []
    )


def test_numbers_are_written_in_signs() -> None:
    assert [range_text(9, 9), range_text(9, None), range_text(3, 7)] == ["9", "9+", "3-7"]
