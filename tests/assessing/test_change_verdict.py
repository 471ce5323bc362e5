"""The verdict on a change, from comparisons made by hand."""

import pytest

from isnad.assessing.change_verdict import direction, said_by, verdict_on_change
from isnad.model.finding import Amount, Comparison, Ratio


def compared(low: float, high: float | None, error: float = 0.1, incidents: int = 50) -> Comparison:
    side = Amount(count=incidents, exposure=100, incidents=incidents)
    ratio = Ratio(value=1.0, low=low, high=high, model="poisson", error=error)
    return Comparison(name="x", before=side, after=side, ratio=ratio)


RISE, FALL, NONE, WIDE = compared(1.1, 2.0), compared(0.4, 0.9), compared(0.9, 1.2), compared(0.3, 3.0, error=0.6)
NOTHING = Comparison(
    name="x", before=Amount(count=0, exposure=1, incidents=0), after=Amount(count=0, exposure=1, incidents=0)
)


@pytest.mark.parametrize(
    ("comparison", "verdict", "reason"),
    [
        (RISE, "rise", "interval_apart_from_none"),
        (FALL, "fall", "interval_apart_from_none"),
        (compared(1.5, None), "rise", "interval_apart_from_none"),
        (NONE, "no_change_shown", "interval_spans_none"),
        (WIDE, "not_enough_data", "interval_too_wide"),
        (compared(0.9, 1.2, error=0.2475), "no_change_shown", "interval_spans_none"),
        (compared(0.9, 1.2, error=0.2476), "not_enough_data", "interval_too_wide"),
        (compared(1.1, 2.0, incidents=4), "not_enough_data", "too_few_incidents"),
        (NOTHING, "not_enough_data", "too_few_incidents"),
    ],
)
def test_one_comparison(comparison: Comparison, verdict: str, reason: str) -> None:
    assert said_by(comparison) == (verdict, reason)


@pytest.mark.parametrize(("low", "high"), [(1.0, 2.0), (0.5, 1.0), (0.5, None)])
def test_nothing_is_called_a_rise_whose_interval_spans_none(low: float, high: float | None) -> None:
    assert direction(Ratio(value=3.0, low=low, high=high, model="poisson")) is None


@pytest.mark.parametrize(
    ("whole", "panel", "verdict", "reason"),
    [
        (RISE, NONE, "no_change_shown", "interval_spans_none"),
        (RISE, RISE, "rise", "interval_apart_from_none"),
        (NONE, FALL, "fall", "interval_apart_from_none"),
        (RISE, FALL, "no_change_shown", "sources_disagree"),
        (RISE, WIDE, "not_enough_data", "panel_too_thin"),
        (NONE, WIDE, "not_enough_data", "interval_too_wide"),
    ],
)
def test_the_panel_speaks(whole: Comparison, panel: Comparison, verdict: str, reason: str) -> None:
    assert verdict_on_change(whole, panel) == (verdict, reason)


def test_outlets_that_come_and_go_show_no_change() -> None:
    assert verdict_on_change(RISE, panel_due=True) == ("not_enough_data", "panel_too_thin")
    assert verdict_on_change(NONE, panel_due=True)[0] == "no_change_shown"


def test_low_and_high_tolls_must_show_it_too() -> None:
    assert verdict_on_change(RISE, None, (RISE, RISE))[0] == "rise"
    assert verdict_on_change(RISE, None, (NONE, RISE)) == ("no_change_shown", "tolls_disagree")
    assert verdict_on_change(NONE, None, (RISE, RISE))[0] == "no_change_shown"
