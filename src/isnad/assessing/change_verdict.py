"""The verdict on a change: from comparisons to one of four words (docs/measures.md, "Verdict")."""

from math import log
from typing import Final, Literal

from isnad.model.finding import ChangeVerdict, Comparison, Ratio, Reason

FEWEST_INCIDENTS: Final = 10
WITHOUT_DEADLIEST: Final = "without_deadliest"
_ALPHA_AND_POWER: Final = 1.96 + 0.84  # 5 % two-sided, power 80 %
_WORTH_SHOWING: Final = log(2)

Direction = Literal["rise", "fall"]
Said = tuple[ChangeVerdict, Reason]


def direction(ratio: Ratio | None) -> Direction | None:
    """To which side the whole interval lies; None where it spans 1."""
    if ratio is None or (ratio.low <= 1 and (ratio.high is None or ratio.high >= 1)):
        return None
    return "rise" if ratio.low > 1 else "fall"


def said_by(comparison: Comparison) -> Said:
    """What one comparison says by itself."""
    if comparison.ratio is None or comparison.before.incidents + comparison.after.incidents < FEWEST_INCIDENTS:
        return "not_enough_data", "too_few_incidents"
    found = direction(comparison.ratio)
    if found is not None:
        return found, "interval_apart_from_none"
    error = comparison.ratio.error
    if error is None or error * _ALPHA_AND_POWER > _WORTH_SHOWING:
        return "not_enough_data", "interval_too_wide"
    return "no_change_shown", "interval_spans_none"


def verdict_on_change(
    all_sources: Comparison,
    panel: Comparison | None = None,
    tolls: tuple[Comparison, ...] = (),
    panel_due: bool = False,
) -> Said:
    """The verdict and its reason.

    The panel speaks where there is one; a change it cannot bear out is not called one, nor is one that all sources
    contradict, that the low or the high toll does not show, or that goes without the deadliest incidents. `panel_due`: outlets are known, but none was heard
    throughout, so that all sources alone cannot show a change.
    """
    found = _with_panel(said_by(all_sources), said_by(panel) if panel is not None else None, panel_due)
    against = {toll.name for toll in tolls if direction(toll.ratio) != found[0]}
    if found[0] in {"rise", "fall"} and against:
        return "no_change_shown", "one_incident" if against == {WITHOUT_DEADLIEST} else "tolls_disagree"
    return found


def _with_panel(whole: Said, panel: Said | None, panel_due: bool) -> Said:
    shown = {"rise", "fall"}
    if panel is None:
        return ("not_enough_data", "panel_too_thin") if panel_due and whole[0] in shown else whole
    if panel[0] in shown and whole[0] in shown and panel[0] != whole[0]:
        return "no_change_shown", "sources_disagree"
    if panel[0] == "not_enough_data" and whole[0] in shown:
        return "not_enough_data", "panel_too_thin"
    return panel
