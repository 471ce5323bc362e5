"""Which facts an assertion speaks of, and which days (docs/assertions.md)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from isnad.assessing.facts import Fact
from isnad.assessing.kinds import read_kinds
from isnad.model.assertion import Assertion, Event
from isnad.model.finding import Measured, Period
from isnad.model.place import Place
from isnad.model.slots import Where
from isnad.model.stretches import Days, length_of, stretch_before
from isnad.places.distance import distance_km

ASSERTED = "asserted"
"""What stands for the assertion's actor in the facts given to a test of change: one id for several, and for an area."""

_HALF_A_YEAR = 183
_MARGIN_KM = 10.0
_COUNTRY, _REGION, _DIVISION = 6, 5, 4
_EVENT_DAYS = 550  # an act that is told without its day is looked for so far back


class Stretches(Struct, frozen=True, kw_only=True):
    """The days compared, and which of them the sentence does not say."""

    period: Period
    before: Period
    assumed: tuple[Literal["period", "before"], ...] = ()


def measured_of(assertion: Assertion) -> Measured:
    """The measure to test: of lethality all the dead, unless the dead of an act are meant ("أشد فتكاً")."""
    if assertion.measure == "lethality" and not assertion.per_incident:
        return "deaths"
    return assertion.measure


def is_meant(assertion: Assertion, fact: Fact, types: frozenset[str]) -> bool:
    """Is an incident one of those an assertion speaks of: its actor, one of its areas, one of `types`."""
    acting = not assertion.actors or not set(assertion.actors).isdisjoint(fact.actors)
    return acting and fact.type in types and is_in(fact, assertion.areas)


def types_of_assertion(assertion: Assertion) -> frozenset[str]:
    """The types it speaks of: those it names, else changes of hands for control, else all acts of violence."""
    if assertion.types:
        return frozenset(assertion.types)
    return frozenset({"territory_change"}) if assertion.measure == "control" else read_kinds().violent


def marked(assertion: Assertion, facts: Iterable[Fact]) -> list[Fact]:
    """All facts, those that are meant under the one actor `ASSERTED`: the others stay, to tell which sources were heard."""
    types = types_of_assertion(assertion)
    return [replace(fact, actors=(ASSERTED,) if is_meant(assertion, fact, types) else ()) for fact in facts]


def is_in(fact: Fact, areas: Sequence[Where]) -> bool:
    """Did it take place in one of the areas; everywhere is in none given."""
    return not areas or any(_lies_in(fact, area) for area in areas)


def _lies_in(fact: Fact, area: Where) -> bool:
    """By country, by first-order division (also "ريف حمص"), else by distance from the place."""
    if fact.country != area.country:
        return False
    if area.precision >= _COUNTRY:
        return True
    if area.precision == _DIVISION or (area.relation == "countryside_of" and area.admin1):
        return fact.admin1 is not None and fact.admin1 == area.admin1
    if area.latitude is None or fact.latitude is None:
        return area.admin1 is not None and fact.admin1 == area.admin1
    reach = (area.radius_km or 0.0) + _MARGIN_KM
    if area.precision < _REGION and (fact.radius_km or 0.0) > 3 * reach:
        return False  # told of a whole division or country: it may have been anywhere in it
    return distance_km(_point(fact.latitude, fact.longitude), _point(area.latitude, area.longitude)) <= reach


def _point(latitude: float | None, longitude: float | None) -> Place:
    return Place(id="", name="", kind="site", latitude=latitude, longitude=longitude, radius_km=0.0)


def stretches_of(assertion: Assertion, event: Fact | None, published: date) -> Stretches:
    """The days to compare: as said; else since the event, else the half-year up to publication; before: as many days."""
    period = assertion.period
    assumed: list[Literal["period", "before"]] = []
    if period is None and event is not None and event.day is not None and event.day < published:
        period = date.fromordinal(event.last) + timedelta(1), published
    if period is None:
        period = published - timedelta(_HALF_A_YEAR - 1), published
        assumed.append("period")
    compared = assertion.compared
    if compared is None and event is not None and event.first and event.first <= period[0].toordinal():
        last = date.fromordinal(event.first) - timedelta(1)
        compared = last - timedelta(length_of(period) - 1), last
    if compared is None or (compared[0] <= period[1] and period[0] <= compared[1]):
        compared = stretch_before(period)
        assumed.append("before")
    return Stretches(period=_as_period(period), before=_as_period(compared), assumed=tuple(assumed))


def _as_period(days: Days) -> Period:
    return Period(days[0], days[1])


def event_on_record(assertion: Assertion, event: Event, facts: Iterable[Fact], published: date) -> Fact | None:
    """The incident that a sentence calls by its kind, place and day: the one most sources tell, the later of two.

    One that names neither place nor day cannot be told from others: it is None.
    """
    if not event.areas and event.days is None:
        return None
    first, last = event.days or (published - timedelta(_EVENT_DAYS), published)
    found = [
        fact
        for fact in facts
        if fact.first
        and fact.first <= last.toordinal()
        and fact.last >= first.toordinal()
        and is_in(fact, event.areas)
        and _is_kind(assertion, event, fact)
    ]
    return max(found, key=lambda fact: (len(fact.roots), fact.killed is not None, fact.first), default=None)


def _is_kind(assertion: Assertion, event: Event, fact: Fact) -> bool:
    """Is it of the kind told; a plain "الهجوم", which any kind of attack may be, is only held against the actor."""
    plain = not event.types or "armed_attack" in event.types or "other" in event.types
    if not plain and fact.type not in event.types:
        return False
    if fact.type not in read_kinds().violent and plain:
        return False
    return event is not assertion.event or not assertion.actors or not set(assertion.actors).isdisjoint(fact.actors)
