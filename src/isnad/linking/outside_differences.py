"""Where an event of another dataset and the incident it is on record as say different things."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct

from isnad.linking.outside_actors import OutsideActors
from isnad.model.outside import OutsideEvent
from isnad.model.place import Place
from isnad.model.recorded import BestFigure, RecordedIncident
from isnad.model.slots import Party
from isnad.places.distance import FAR, distance_km

OutsideSlot = Literal["day", "place", "killed", "actors", "type"]


class Difference(Struct, frozen=True):
    """One value that differs: as the file has it, and as the record has it."""

    slot: OutsideSlot
    theirs: str
    ours: str


class Held(Struct, frozen=True, kw_only=True):
    """An event held against its incident. `days` lie between their intervals (0 where they meet), `km` between points.

    Either is None where one side does not say. What one side leaves open is no difference.
    """

    days: int | None
    km: float | None
    differences: tuple[Difference, ...]


def hold_against(event: OutsideEvent, incident: RecordedIncident, actors: OutsideActors) -> Held:
    """The differences between an event and an incident that was assembled by the rule of the event's format."""
    days, km = days_apart(event, incident), km_apart(event, incident)
    found = (
        _day(event, incident, days),
        _place(event, incident, km),
        _killed(event, incident),
        _actors(event, incident, actors),
        _type(event, incident),
    )
    return Held(days=days, km=km, differences=tuple(each for each in found if each is not None))


def days_apart(event: OutsideEvent, incident: RecordedIncident) -> int | None:
    """Days between the two intervals, 0 where they meet."""
    if incident.when is None:
        return None
    return max(0, (incident.when.earliest - event.last).days, (event.first - incident.when.latest).days)


def km_apart(event: OutsideEvent, incident: RecordedIncident) -> float | None:
    """Kilometres between the two points."""
    where = incident.where
    if where is None:
        return None
    theirs = Place(id="", name="", kind="site", latitude=event.latitude, longitude=event.longitude, radius_km=0)
    ours = Place(id="", name="", kind="site", latitude=where.latitude, longitude=where.longitude, radius_km=0)
    km = distance_km(theirs, ours)
    return None if km == FAR else round(km, 1)


def killed_figure(incident: RecordedIncident) -> BestFigure | None:
    """All who were killed, attackers too (codebook, `killed`), as standard datasets count."""
    return next((each for each in incident.best if each.slot == "killed"), None)


def span_words(low: int | date | None, high: int | date | None) -> str:
    """ "4", "4-9", "4+" or "2017-04-03/2017-04-04"; nothing for what is not known."""
    if low is None:
        return ""
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}{'/' if isinstance(low, date) else '-'}{high}"


def party_names(parties: Iterable[Party]) -> tuple[str, ...]:
    """The neutral names of parties, each once."""
    return tuple(dict.fromkeys(party.name for party in parties))


def _day(event: OutsideEvent, incident: RecordedIncident, days: int | None) -> Difference | None:
    if not days or incident.when is None or incident.when.basis == "publication":
        return None  # the day of publication only stands in for what no report says
    ours = span_words(incident.when.earliest, incident.when.latest)
    return Difference("day", span_words(event.first, event.last), ours)


def _place(event: OutsideEvent, incident: RecordedIncident, km: float | None) -> Difference | None:
    where = incident.where
    if km is None or where is None or km <= event.radius_km + (where.radius_km or 0.0):
        return None
    return Difference("place", event.place or f"{event.latitude}, {event.longitude}", where.name)


def _killed(event: OutsideEvent, incident: RecordedIncident) -> Difference | None:
    """Ranges that do not meet; where the file keeps the lowest figure alone (ACLED), another lowest figure.

    An event without a range but with a best figure of 0 is not silent about it: the record has dead, the file has none.
    """
    ours, low, high = killed_figure(incident), event.killed_low, event.killed_high
    if low is None:
        low = high = event.killed_best
    if ours is None or low is None:
        return None
    if ours.rule == "acled_lowest" and high is not None:
        same = ours.best == low
    else:
        same = (ours.high is None or low <= ours.high) and (high is None or ours.low <= high)
    return None if same else Difference("killed", span_words(low, high), span_words(ours.low, ours.high))


def _actors(event: OutsideEvent, incident: RecordedIncident, actors: OutsideActors) -> Difference | None:
    """No actor in common, where all that the file names are known here and the record names someone in particular."""
    meant = actors.meant(event.actors)
    parties = [party for party in (*incident.perpetrators, *incident.targets) if actors.is_actor(party.id)]
    if not parties or not meant.whole or not meant.ids or any(party.id in meant.ids for party in parties):
        return None
    return Difference("actors", "; ".join(event.actors), "; ".join(party_names(parties)))


def _type(event: OutsideEvent, incident: RecordedIncident) -> Difference | None:
    if not event.types or incident.type in event.types:
        return None
    return Difference("type", event.kind, incident.type)
