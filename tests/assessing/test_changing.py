"""Change from one period to another, on facts whose truth is known."""

import random
from datetime import date

import pytest

from isnad.assessing.changing import assess_against, assess_around, assess_change, assess_same_months
from isnad.assessing.facts import Fact
from isnad.model.errors import UsageError
from isnad.model.finding import Change, Measured, Period
from isnad.model.scope import Scope
from tests.assessing.making_facts import fact, monthly

BEFORE, AFTER = Period(date(2021, 1, 1), date(2021, 12, 31)), Period(date(2022, 1, 1), date(2022, 12, 31))
NORTH = Scope(actor="north-forces")
NEXT = date(2022, 1, 1)


def two_years(one: int, other: int, before: dict[str, object], after: dict[str, object]) -> list[Fact]:
    return [*monthly([one] * 12, **before), *monthly([other] * 12, first=NEXT, start=1000, **after)]


def changed(facts: list[Fact], measure: Measured = "frequency", scope: Scope = NORTH) -> Change:
    return assess_change(facts, scope, measure, BEFORE, AFTER)


def test_more_incidents_are_a_rise_and_fewer_a_fall() -> None:
    up, down = changed(two_years(10, 20, {}, {})), changed(two_years(20, 10, {}, {}))
    assert (up.verdict, up.unit, down.verdict) == ("rise", "month", "fall")
    assert up.all_sources.ratio is not None
    assert up.all_sources.ratio.value == pytest.approx(2.0)
    assert (len(up.ids[0]), len(up.ids[1])) == (120, 240)


def test_as_many_incidents_are_no_change() -> None:
    assert changed(two_years(10, 10, {}, {})).verdict == "no_change_shown"


def test_few_incidents_are_not_enough_data() -> None:
    found = changed([*monthly([1, 0, 1]), *monthly([1, 1, 1], first=NEXT, start=9)])
    assert (found.verdict, found.reason) == ("not_enough_data", "too_few_incidents")


def test_a_new_feed_is_no_new_war() -> None:
    feed = monthly([10] * 12, first=NEXT, start=5000, outlets=("جديدة",))
    found = changed([*two_years(10, 10, {}, {}), *feed])
    assert found.all_sources.ratio is not None
    assert found.all_sources.ratio.low > 1
    assert (found.verdict, found.panel_outlets) == ("no_change_shown", ("وكالة النهر",))
    assert found.panel is not None
    assert found.panel.after.count == 120


def test_the_order_of_the_facts_has_no_part() -> None:
    facts = two_years(7, 12, {"killed": (1, 2, None)}, {"killed": (1, 3, 4)})
    shuffled = random.Random(4).sample(facts, len(facts))
    one, other = changed(facts, "deaths"), changed(shuffled, "deaths")
    assert (one.verdict, one.all_sources, one.tolls) == (other.verdict, other.all_sources, other.tolls)


def test_low_and_high_tolls_are_carried_through() -> None:
    facts = two_years(10, 10, {"killed": (1, 1, 4)}, {"killed": (1, 4, 4)})
    found = changed(facts, "lethality")
    assert (found.verdict, found.reason) == ("no_change_shown", "tolls_disagree")
    assert [each.name for each in found.tolls] == ["low", "high"]
    assert changed(two_years(10, 10, {"killed": (1, 1, 1)}, {"killed": (3, 4, 4)}), "lethality").verdict == "rise"


def test_incidents_without_a_figure_have_no_part_in_lethality() -> None:
    silent = monthly([30] * 12, first=NEXT, start=5000)
    facts = two_years(10, 10, {"killed": (2, 2, 2)}, {"killed": (2, 2, 2)})
    found = changed([*facts, *silent], "lethality")
    assert found.all_sources.after.incidents == 120
    assert found.verdict == "no_change_shown"


@pytest.mark.parametrize(
    ("measure", "weak", "strong"),
    [
        ("boldness", {"defended": False}, {"defended": True}),
        ("complexity", {"tactics": ("direct_fire",)}, {"tactics": ("direct_fire", "suicide")}),
        ("capability", {"defended": False}, {"defended": True}),
        ("civilian_harm", {"civilian": False}, {"civilian": True}),
    ],
)
def test_the_share_of_a_sign_rises(measure: Measured, weak: dict[str, object], strong: dict[str, object]) -> None:
    some = monthly([3] * 12, start=3000, **strong)
    found = changed([*two_years(7, 10, weak, strong), *some], measure)
    assert found.verdict == "rise"
    assert changed(two_years(10, 10, strong, strong), measure).verdict == "no_change_shown"


def test_boldness_tells_its_other_signs_beside() -> None:
    facts = two_years(10, 10, {"defended": True, "strength": 10}, {"defended": True, "strength": 40})
    parts = {each.name: each for each in changed(facts, "boldness").parts}
    assert set(parts) == {"attackers", "daylight", "in_town"}
    assert parts["attackers"].ratio is not None
    assert parts["attackers"].ratio.value == pytest.approx(4.0)
    assert parts["daylight"].ratio is None


def test_control_looks_at_changes_of_hands() -> None:
    taken = {"type": "territory_change", "control_claim": True}
    assert changed(two_years(5, 12, taken, taken), "control").verdict == "rise"
    assert changed(two_years(5, 12, {}, {}), "control").verdict == "not_enough_data"


def test_spread_rises_with_the_districts() -> None:
    def placed(facts: list[Fact], districts: int) -> list[Fact]:
        return [
            fact(at + 10 * districts**3, each.day or BEFORE.first, country="SY", admin1=f"d{at % districts}")
            for at, each in enumerate(facts)
        ]

    facts = [*placed(monthly([12] * 12), 3), *placed(monthly([12] * 12, first=NEXT), 11)]
    found = changed(facts, "spread")
    assert (found.verdict, found.all_sources.ratio and found.all_sources.ratio.model) == ("rise", "jackknife")


def test_coordination_rises_with_close_pairs() -> None:
    drawn = random.Random(1)

    def at(number: int, day: date, latitude: float) -> Fact:
        return fact(number, day, latitude=latitude, longitude=38.0)

    lone = [
        at(i, fact(0, date(2021, 1 + i // 10, 1 + i % 10 * 2)).day or NEXT, drawn.uniform(33, 37)) for i in range(120)
    ]
    twins = [
        at(1000 + 2 * i + twin, date(2022, 1 + i // 5, 1 + i % 5 * 5), 33 + (i * 37 % 60) / 15)
        for i in range(60)
        for twin in (0, 1)
    ]
    assert changed([*lone, *twins], "coordination").verdict == "rise"


def test_before_and_after_an_incident_leaves_its_day_out() -> None:
    day = date(2021, 7, 1)
    found = assess_around([*monthly([10] * 12), fact(999, day)], NORTH, "frequency", day, days=60)
    assert (found.before, found.after) == (
        (Period(date(2021, 5, 2), date(2021, 6, 30)),),
        Period(date(2021, 7, 2), date(2021, 8, 30)),
    )
    assert "i999" not in {*found.ids[0], *found.ids[1]}
    assert found.unit == "week"


def test_the_same_months_of_earlier_years() -> None:
    facts = [*monthly([20, 20, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4] * 3)]
    winter = Period(date(2023, 1, 1), date(2023, 2, 28))
    found = assess_same_months(facts, NORTH, "frequency", winter)
    assert found is not None
    assert [period.first for period in found.before] == [date(2021, 1, 1), date(2022, 1, 1)]
    assert found.verdict == "no_change_shown"
    assert (
        assess_change(facts, NORTH, "frequency", Period(date(2022, 11, 1), date(2022, 12, 31)), winter).verdict
        == "rise"
    )
    assert assess_same_months(facts, NORTH, "frequency", Period(date(2021, 1, 1), date(2021, 2, 28))) is None


def test_the_29th_of_february_has_a_28th_before_it() -> None:
    found = assess_same_months(monthly([3] * 40), NORTH, "frequency", Period(date(2024, 2, 1), date(2024, 2, 29)), 1)
    assert found is not None
    assert found.before == (Period(date(2023, 2, 1), date(2023, 2, 28)),)


def test_long_intervals_are_told_as_undated() -> None:
    long = fact(999, date(2021, 2, 1), date(2021, 5, 1))
    assert changed([*two_years(10, 10, {}, {}), long]).undated == 1


def test_short_periods_are_not_enough() -> None:
    days = Period(date(2021, 1, 1), date(2021, 1, 10)), Period(date(2021, 1, 11), date(2021, 1, 20))
    found = assess_change(monthly([28]), NORTH, "frequency", *days)
    assert (found.verdict, found.reason) == ("not_enough_data", "too_few_days")


def test_periods_that_overlap_or_run_backwards_are_refused() -> None:
    with pytest.raises(UsageError, match="overlap"):
        assess_change([], NORTH, "frequency", BEFORE, Period(date(2021, 12, 31), date(2022, 5, 1)))
    with pytest.raises(UsageError, match="ends before"):
        assess_against([], NORTH, "frequency", (BEFORE,), Period(date(2022, 5, 1), date(2022, 1, 1)))


def test_months_with_few_sources_are_named() -> None:
    assert changed(two_years(2, 2, {"outlets": ("أ", "ب")}, {"outlets": ("أ",)})).thin[0] == NEXT
