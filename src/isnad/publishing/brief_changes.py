"""What the section on change is made of: measures of the period against the same length of time before it."""

from collections.abc import Sequence
from typing import Final

from isnad.assessing.changing import assess_change
from isnad.assessing.facts import Fact
from isnad.model.finding import Change, Measured, Period
from isnad.publishing.brief_request import Asked

_MEASURES: Final[tuple[Measured, ...]] = ("frequency", "deaths", "civilian_harm")


def find_changes(facts: Sequence[Fact], asked: Asked) -> tuple[Change, ...]:
    """The changes a brief tells; `facts` are those of the whole record, from which the panel of outlets is told.

    A measure of which there is nothing in either period is left out.
    """
    before, after = Period(*asked.before), Period(asked.since, asked.until)
    found = (assess_change(facts, asked.scope, measure, before, after) for measure in _MEASURES)
    return tuple(change for change in found if change.all_sources.before.count or change.all_sources.after.count)
