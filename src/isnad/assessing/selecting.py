"""Which facts a scope, a measure and a period mean."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from isnad.assessing.facts import Fact
from isnad.assessing.kinds import read_kinds
from isnad.model.finding import Measured, Period
from isnad.model.scope import Scope


def meant(scope: Scope, default_types: frozenset[str] | None = None) -> Callable[[Fact], bool]:
    """A test of whether a fact is within a scope.

    `default_types` hold where the scope names none (None: all types). The fact's middle day is what `since` and
    `until` are held against: a fact without a day is outside of both.
    """
    types = frozenset(scope.types) or default_types
    first = scope.since.toordinal() if scope.since else None
    last = scope.until.toordinal() if scope.until else None

    def test(fact: Fact) -> bool:
        return (
            (types is None or fact.type in types)
            and (scope.actor is None or scope.actor in fact.actors)
            and (scope.country is None or scope.country == fact.country)
            and (scope.admin1 is None or scope.admin1 in {fact.admin1, fact.admin1_code})
            and (first is None or (fact.first > 0 and fact.middle >= first))
            and (last is None or (fact.first > 0 and fact.middle <= last))
        )

    return test


def select(facts: Iterable[Fact], scope: Scope, measure: Measured | None = None) -> list[Fact]:
    """The facts within a scope; with a measure, of its own types where the scope names none."""
    return list(filter(meant(scope, types_of(measure)), facts))


def types_of(measure: Measured | None) -> frozenset[str] | None:
    """The types that a measure looks at where nobody names types: acts of violence, for `control` changes of hands."""
    if measure is None:
        return None
    return frozenset({"territory_change"}) if measure == "control" else read_kinds().violent


def within(facts: Iterable[Fact], period: Period, longest: int) -> list[Fact]:
    """The facts counted in a period: their middle day lies in it, their interval is at most `longest` days."""
    first, last = period.first.toordinal(), period.last.toordinal()
    return [fact for fact in facts if 0 < fact.days <= longest and first <= fact.middle <= last]


def set_aside(facts: Iterable[Fact], periods: Sequence[Period], longest: int) -> int:
    """How many facts may lie in the periods but are undated: their interval is longer than `longest` days."""
    bounds = [(period.first.toordinal(), period.last.toordinal()) for period in periods]
    return sum(
        1 for fact in facts if fact.days > longest and any(fact.first <= b and a <= fact.last for a, b in bounds)
    )


def days_covered(facts: Iterable[Fact]) -> Period | None:
    """From the first to the last middle day; None without any day."""
    days = [fact.middle for fact in facts if fact.first]
    return Period(date.fromordinal(min(days)), date.fromordinal(max(days))) if days else None
