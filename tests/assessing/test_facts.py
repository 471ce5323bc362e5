"""Facts from the record's incidents."""

from datetime import date
from typing import Any

import msgspec
import pytest

from isnad.assessing.facts import Fact, fact_of, facts_of
from isnad.linking.assembling import assemble
from isnad.model.recorded import RecordedIncident
from isnad.model.slots import Breakdown, Party, Range, Victims, Weapon
from tests.linking.builders import LOCALS, MINISTRY, NORTH, SOUTH, figure, loss, mention, party, when, where

PATROL = party("دورية", "patrol", "facility")
MARKET = party("سوق", "market", "facility")


def weapon(name: str) -> Weapon:
    return Weapon(name=name, start=0, end=3, text="سلاح")


def incident(**slots: Any) -> RecordedIncident:
    return assemble([mention(1, outlet="وكالة النهر", **slots)])


def only(**slots: Any) -> Fact:
    return fact_of(incident(**slots))


def test_a_fact_holds_what_measures_need() -> None:
    found = only(
        when=when(),
        where=where(),
        perpetrators=(NORTH,),
        targets=(PATROL,),
        killed=loss(4),
        weapons=(weapon("mortar"),),
    )
    assert found.id == "m-1"
    assert found.day == date(2023, 3, 10)
    assert (found.country, found.admin1, found.latitude) == ("SY", "Aleppo", 36.37)
    assert found.actors == ("north-forces",)
    assert found.killed == (4, 4, 4)
    assert found.defended is True
    assert found.civilian is False
    assert found.in_town is True
    assert found.tactics == ("indirect_fire",)
    assert found.outlets == ("وكالة النهر",)
    assert found.roots


def test_what_a_report_does_not_tell_is_unknown_not_no() -> None:
    found = only(published=None)
    assert (found.defended, found.civilian, found.daylight, found.in_town) == (None, None, None, None)
    assert (found.killed, found.strength, found.day) == (None, None, None)
    assert (found.middle, found.days) == (0, 0)


def test_a_day_that_rests_on_the_publication_is_marked() -> None:
    assert only().by_publication
    assert not only(when=when()).by_publication


@pytest.mark.parametrize("status", ["alleged", "denied", "disputed", "foiled", "threatened", "hypothetical"])
def test_what_did_not_happen_is_not_counted(status: str) -> None:
    assert list(facts_of([incident(status=status)])) == []


def test_totals_and_rejected_incidents_are_not_counted() -> None:
    rejected = msgspec.structs.replace(incident(), reviewed="rejected")
    kept = incident()
    assert [each.id for each in facts_of([incident(aggregate=True), rejected, kept])] == [kept.id]


def test_the_middle_of_an_interval_is_the_earlier_of_two_days() -> None:
    found = only(when=when(date(2023, 3, 1), date(2023, 3, 4)))
    assert (found.day, found.days) == (date(2023, 3, 2), 4)


def test_a_clash_belongs_to_both_sides() -> None:
    assert set(only(type="clash", perpetrators=(NORTH,), targets=(SOUTH,)).actors) == {"north-forces", "south-brigade"}
    assert only(type="shelling", perpetrators=(NORTH,), targets=(SOUTH,)).actors == ("north-forces",)


def test_an_actor_without_an_id_goes_by_its_name() -> None:
    unknown = Party(text="مسلحون", start=0, end=6, name="gunmen")
    assert only(perpetrators=(unknown,)).actors == ("gunmen",)


def test_rival_figures_keep_low_best_and_high() -> None:
    told = assemble(
        [
            mention(1, outlet="أ", killed=loss(3), chain=(MINISTRY,)),
            mention(2, outlet="ب", killed=loss(9, None), chain=(LOCALS,)),
        ]
    )
    best = next(each for each in told.best if each.slot == "killed")
    assert fact_of(told).killed == (best.low, best.best, best.high)
    assert best.high is None


def test_civilians_by_target_or_among_the_dead() -> None:
    dead = Victims(killed=Breakdown(civilians=Range(low=2, high=3)))
    assert only(targets=(MARKET,)).civilian is True
    assert only(targets=(PATROL,)).civilian is False
    assert only(targets=(PATROL,), killed=loss(5), victims=dead).civilian is True
    assert only(victims=dead).civilians_killed == (2, 2, 3)


def test_near_a_town_is_not_inside_it() -> None:
    near = msgspec.structs.replace(where(), relation="near", precision=2)
    assert only(where=near).in_town is False
    assert only(where=where(precision=4)).in_town is None
    assert only(where=msgspec.structs.replace(where(), relation="centre_of")).in_town is True


def test_by_day_is_told_by_the_part_of_day() -> None:
    noon = msgspec.structs.replace(when(), part_of_day="noon")
    night = msgspec.structs.replace(when(), part_of_day="night")
    assert (only(when=noon).daylight, only(when=night).daylight) == (True, False)


def test_two_ways_of_fighting_are_two_tactics() -> None:
    found = only(type="suicide_bombing", weapons=(weapon("firearm"), weapon("car_bomb")), killed_perpetrators=loss(1))
    assert found.tactics == ("direct_fire", "planted", "suicide")


def test_the_number_of_attackers_is_the_best_figure() -> None:
    assert only(figures=(figure(100, MINISTRY, slot="strength"),)).strength == 100


def test_a_retracted_report_is_no_outlet_heard() -> None:
    told = assemble([mention(1, outlet="أ", retracted=True), mention(2, outlet="ب")])
    assert fact_of(told).outlets == ("ب",)
