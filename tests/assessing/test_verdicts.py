"""Each verdict where it is due, on a record built by hand."""

from datetime import date

import pytest
from msgspec.structs import replace

from isnad.assessing.verdicts import holds, judge_assertion
from isnad.model.assertion import Event, Size
from isnad.model.finding import Ratio
from tests.assessing.verdict_builders import DAY, asserting, country, doubled, fact, steady


def test_a_rise_that_is_there_is_supported_with_its_incidents() -> None:
    verdict = judge_assertion(asserting(), doubled(), DAY)
    assert (verdict.ruling, verdict.reason) == ("supported", "change_shown")
    assert len(verdict.incidents[0]) == 92
    assert verdict.assumed == ("period", "before")
    assert verdict.change is not None
    assert verdict.change.scope.actor == "north-forces"


def test_a_fall_that_was_a_rise_is_contradicted() -> None:
    verdict = judge_assertion(asserting(direction="decrease"), doubled(), DAY)
    assert (verdict.ruling, verdict.reason) == ("contradicted", "opposite_shown")


def test_a_few_incidents_are_not_enough_data() -> None:
    verdict = judge_assertion(asserting(areas=(country("SY", "Idlib"),)), doubled(), DAY)
    assert (verdict.ruling, verdict.reason) == ("not_enough_data", "too_little")


def test_a_size_outside_the_interval_is_contradicted() -> None:
    assert judge_assertion(asserting(size=Size(factor=3.0)), doubled(), DAY).ruling == "supported"
    verdict = judge_assertion(asserting(size=Size(factor=20.0)), doubled(), DAY)
    assert (verdict.ruling, verdict.reason) == ("contradicted", "size_outside")


def test_unchanged_is_contradicted_by_a_rise() -> None:
    verdict = judge_assertion(asserting(direction="stable"), doubled(), DAY)
    assert (verdict.ruling, verdict.reason) == ("contradicted", "change_shown_not_stable")


def test_a_rise_of_all_that_is_on_record_may_be_one_of_reporting() -> None:
    others = [one for one in doubled() if one.actors == ("north-forces",)] * 3
    everywhere = [replace(one, id=f"x{at}", actors=("south-brigade",)) for at, one in enumerate(others)]
    verdict = judge_assertion(asserting(), [*doubled(), *everywhere], DAY)
    assert (verdict.ruling, verdict.reason) == ("not_enough_data", "reporting_moved")


def test_what_comes_after_publication_is_not_looked_at() -> None:
    verdict = judge_assertion(asserting(), doubled(), date(2022, 12, 30))
    assert verdict.ruling == "not_enough_data"


def test_whose_violence_must_be_known() -> None:
    unnamed = asserting(actors=())
    assert judge_assertion(unnamed, doubled(), DAY).reason == "actor_unknown"
    nobody = asserting(actor=None, actors=())
    assert judge_assertion(nobody, doubled(), DAY, anywhere=False).reason == "scope_unknown"
    assert judge_assertion(asserting(actor=None, actors=(), owned=True), doubled(), DAY).reason == "actor_unknown"


def test_since_an_act_compares_what_lies_around_it() -> None:
    act = fact(5000, date(2022, 12, 30), 12, admin1="Hama", type="prison_break", actors=("south-brigade",))
    since = Event(text="اقتحام السجن", types=("prison_break",), areas=(country("SY", "Hama"),))
    far = judge_assertion(asserting(since=since), [*doubled(), act], DAY)
    assert (far.ruling, far.reason) == ("not_enough_data", "event_not_on_record")
    dated = replace(since, days=(date(2022, 12, 30), date(2022, 12, 30)))
    found = judge_assertion(asserting(since=dated), [*doubled(), act], DAY)
    assert (found.ruling, found.event) == ("supported", "f5000")
    assert found.period is not None
    assert found.before is not None
    assert (found.period.first, found.before.last) == (date(2022, 12, 31), date(2022, 12, 29))


LARGEST = Event(text="الهجوم", areas=(country("SY", "Hama"),), days=(date(2023, 6, 20), date(2023, 6, 20)))


@pytest.mark.parametrize(
    ("dead", "since", "ruling", "reason"),
    [
        (60, (date(2022, 7, 1), DAY), "supported", "greatest"),
        (20, (date(2022, 7, 1), DAY), "contradicted", "greater_known"),
        (40, (date(2022, 7, 1), DAY), "not_enough_data", "too_close"),
        (None, (date(2022, 7, 1), DAY), "not_enough_data", "figure_unknown"),
        (60, (date(2015, 1, 1), DAY), "not_enough_data", "record_too_short"),
        (20, (date(2015, 1, 1), DAY), "contradicted", "greater_known"),
    ],
)
def test_the_largest_since(dead: int | None, since: tuple[date, date], ruling: str, reason: str) -> None:
    earlier = steady(30, date(2022, 7, 5), date(2023, 5, 30), dead=40)
    record = [*earlier, fact(900, date(2023, 6, 20), dead, admin1="Hama")]
    said = asserting(measure="lethality", direction="record", event=LARGEST, compared=since)
    verdict = judge_assertion(said, record, DAY)
    assert (verdict.ruling, verdict.reason) == (ruling, reason)


def test_a_month_may_be_the_highest_too() -> None:
    record = [*steady(5, date(2022, 1, 1), date(2023, 5, 31)), *steady(1, date(2023, 6, 1), date(2023, 6, 30), 500)]
    said = asserting(direction="record", period=(date(2023, 6, 1), date(2023, 6, 30)), compared=(date(2022, 1, 1), DAY))
    verdict = judge_assertion(said, record, DAY)
    assert (verdict.ruling, verdict.reason) == ("supported", "greatest")
    assert verdict.ranking is not None
    assert verdict.ranking.own is not None
    assert verdict.ranking.own.best == 30
    lowest = judge_assertion(replace(said, lowest=True), record, DAY)
    assert lowest.ruling == "contradicted"


def test_a_rounded_size_lies_in_an_interval_that_ends_beside_it() -> None:
    ratio = Ratio(value=1.5, low=1.2, high=1.95, model="poisson")
    assert holds(ratio, Size(factor=2.0), rise=True)
    assert not holds(ratio, Size(factor=2.5), rise=True)
    assert holds(ratio, Size(factor=1.0, bound="at_least"), rise=True)
