"""Assertions held against the record: supported, contradicted, or not enough data (docs/assertions.md)."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from isnad.assessing.asserted import (
    ASSERTED,
    event_on_record,
    marked,
    measured_of,
    stretches_of,
    types_of_assertion,
)
from isnad.assessing.changing import assess_change
from isnad.assessing.facts import Fact
from isnad.assessing.ranking import rank
from isnad.model.assertion import Assertion, Size
from isnad.model.finding import Change, Ratio
from isnad.model.scope import Scope
from isnad.model.verdict import Ruling, Verdict, VerdictReason

_NOTABLE = 1.25  # a ratio wholly within a quarter of 1 is no notable change
_ROUND = 0.05  # "doubled" is said of 1.95 too


def judge_assertion(assertion: Assertion, facts: Sequence[Fact], published: date) -> Verdict:
    """What the record says of an assertion made on the day `published`; nothing after that day is looked at."""
    known = [fact for fact in facts if fact.first and fact.middle <= published.toordinal()]
    if assertion.actor is not None and not assertion.actors:
        return Verdict(
            assertion=assertion, ruling="not_enough_data", reason="actor_unknown", measure=measured_of(assertion)
        )
    if assertion.direction == "record":
        return _judge_record(assertion, known, published)
    return _judge_change(assertion, known, published)


def _judge_record(assertion: Assertion, facts: Sequence[Fact], published: date) -> Verdict:
    found = rank(assertion, facts, published)
    own, other = found.ranking.own, found.ranking.other
    return Verdict(
        assertion=assertion,
        ruling=found.ruling,
        reason=found.reason,
        measure=measured_of(assertion),
        ranking=found.ranking,
        incidents=(own.incidents if own else (), other.incidents if other else ()),
    )


def _judge_change(assertion: Assertion, facts: Sequence[Fact], published: date) -> Verdict:
    since, measure = assertion.since, measured_of(assertion)
    event = event_on_record(assertion, since, facts, published) if since else None
    if since is not None and event is None and assertion.period is None:
        return Verdict(assertion=assertion, ruling="not_enough_data", reason="event_not_on_record", measure=measure)
    days = stretches_of(assertion, event, published)
    asked = Scope(actor=ASSERTED, types=tuple(sorted(types_of_assertion(assertion))))
    change = assess_change(marked(assertion, facts), asked, measure, days.before, days.period)
    ruling, reason = rule_on(assertion, change)
    return Verdict(
        assertion=assertion,
        ruling=ruling,
        reason=reason,
        measure=measure,
        period=days.period,
        before=days.before,
        assumed=days.assumed,
        change=replace(change, scope=_scope(assertion)),
        incidents=(change.ids[1], change.ids[0]),
        event=event.id if event else None,
    )


def _scope(assertion: Assertion) -> Scope:
    """What was tested, as far as one scope can say it: the first actor and area."""
    area = assertion.areas[0] if assertion.areas else None
    return Scope(
        actor=assertion.actors[0] if assertion.actors else None,
        country=area.country if area else None,
        admin1=(area.admin1_code or area.admin1) if area else None,
        types=assertion.types,
    )


def rule_on(assertion: Assertion, change: Change) -> tuple[Ruling, VerdictReason]:
    """What a change that the record shows, or does not, says of the one that is asserted."""
    if change.reason in ("sources_disagree", "tolls_disagree", "panel_too_thin"):
        return "not_enough_data", "sources_differ"
    if change.verdict == "not_enough_data":
        return "not_enough_data", "too_little"
    ratio = ratio_of(change)
    if assertion.direction == "stable":
        shown = change.verdict == "no_change_shown"
        return ("supported", "no_change_shown") if shown else ("contradicted", "change_shown_not_stable")
    if change.verdict == "no_change_shown":
        return _unshown(assertion, ratio)
    if (change.verdict == "rise") != (assertion.direction == "increase"):
        return "contradicted", "opposite_shown"
    if assertion.size is not None and ratio is not None and not holds(ratio, assertion.size, change.verdict == "rise"):
        return "contradicted", "size_outside"
    return "supported", "change_shown"


def _unshown(assertion: Assertion, ratio: Ratio | None) -> tuple[Ruling, VerdictReason]:
    """No change shown contradicts a size outside the interval, and any change where the interval is narrow around 1."""
    if ratio is None:
        return "not_enough_data", "no_change_shown"
    if assertion.size is not None and not holds(ratio, assertion.size, assertion.direction == "increase"):
        return "contradicted", "size_outside"
    narrow = ratio.low >= 1 / _NOTABLE and ratio.high is not None and ratio.high <= _NOTABLE
    return ("contradicted", "no_notable_change") if narrow else ("not_enough_data", "no_change_shown")


def ratio_of(change: Change) -> Ratio | None:
    """The ratio the change's verdict rests on: that of the sources heard throughout, where there are such."""
    return (change.panel.ratio if change.panel else None) or change.all_sources.ratio


def holds(ratio: Ratio, size: Size, rise: bool) -> bool:
    """Does the interval hold the asserted size, rounded; of "more than" and "at least" only the near end counts."""
    low, high = size.factor * (1 - _ROUND), size.factor * (1 + _ROUND)
    within_high, within_low = ratio.high is None or low <= ratio.high, ratio.low <= high
    if size.bound == "at_least":
        return within_high if rise else within_low
    return within_high and within_low
