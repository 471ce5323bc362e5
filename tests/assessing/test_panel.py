"""The outlets heard throughout, and the months with few sources."""

from datetime import date

from isnad.assessing.panel import panel_outlets, thin_bins, told_by
from isnad.model.finding import Period
from tests.assessing.making_facts import fact, monthly

BEFORE, AFTER = Period(date(2021, 1, 1), date(2021, 12, 31)), Period(date(2022, 1, 1), date(2022, 12, 31))


def test_a_feed_that_sets_in_midway_is_not_on_the_panel() -> None:
    old = monthly([1] * 24, outlets=("قديمة",))
    new = monthly([5] * 12, first=date(2022, 1, 1), outlets=("جديدة",))
    late = monthly([5] * 17, first=date(2021, 8, 1), outlets=("متأخرة",))
    gone = monthly([5] * 13, outlets=("غائبة",))
    facts = [*old, *new, *late, *gone]
    assert panel_outlets(facts, [BEFORE], AFTER) == ("قديمة",)
    assert told_by(facts, ("قديمة",)) == old


def test_no_outlet_known_is_not_the_same_as_none_heard_throughout() -> None:
    assert panel_outlets(monthly([1] * 24, outlets=()), [BEFORE], AFTER) is None
    assert panel_outlets(monthly([1] * 12), [BEFORE], AFTER) == ()


def test_months_with_few_sources_are_marked() -> None:
    two = ("أ", "ب")
    facts = [*monthly([2, 2, 1, 2], outlets=two), fact(99, date(2021, 5, 1), outlets=("أ",))]
    spring = Period(date(2021, 1, 1), date(2021, 6, 30))
    assert thin_bins(facts, spring, "month") == (date(2021, 5, 1), date(2021, 6, 1))
    assert thin_bins(monthly([1] * 6, outlets=()), spring, "month") == ()


def test_fewer_than_half_of_the_usual_sources_are_few() -> None:
    facts = [
        fact(at, date(2021, month, 3), outlets=tuple(f"o{n}" for n in range(count)))
        for at, (month, count) in enumerate([(1, 8), (2, 8), (3, 3), (4, 4)])
    ]
    assert thin_bins(facts, Period(date(2021, 1, 1), date(2021, 3, 31)), "month") == (date(2021, 3, 1),)
