"""The part of the record that a file of events speaks of: what lies in it and is not in the file, the file lacks."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from isnad.linking.blocking import LONGEST_DAYS
from isnad.model.coded import Incident, IncidentType
from isnad.model.mention import Mention
from isnad.model.outside import OutsideEvent
from isnad.model.recorded import RecordedIncident

_MARGIN: Final = 0.25  # degrees
_VAGUEST: Final = 4  # a first-order division; "in Syria" is in no file's area
_TOLD: Final = frozenset({"happened", "alleged", "disputed"})


class Box(Struct, frozen=True):
    """A box round points, in degrees."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether a point lies in it or at its edge."""
        inside = self.south - _MARGIN <= latitude <= self.north + _MARGIN
        return inside and self.west - _MARGIN <= longitude <= self.east + _MARGIN


class FileSpan(Struct, frozen=True):
    """The days from a file's first event to its last, and in each country the box round its events."""

    first: date
    last: date
    boxes: dict[str, Box]

    def holds(self, incident: RecordedIncident) -> bool:
        """Whether an incident lies in the file's days and area, wholly; without a place, a day or nearly one it does not."""
        when, where = incident.when, incident.where
        if when is None or where is None or where.latitude is None or where.longitude is None:
            return False
        if (when.latest - when.earliest).days > LONGEST_DAYS:
            return False
        if where.precision > _VAGUEST or when.earliest < self.first or self.last < when.latest:
            return False
        box = self.boxes.get(where.country or "")
        return box is not None and box.holds(where.latitude, where.longitude)


def span_of(events: Iterable[tuple[OutsideEvent, str | None]]) -> FileSpan | None:
    """The span of events with their countries' codes; None without events."""
    given = list(events)
    if not given:
        return None
    points: dict[str, list[tuple[float, float]]] = {}
    for event, country in given:
        if country and event.latitude is not None and event.longitude is not None:
            points.setdefault(country, []).append((event.latitude, event.longitude))
    boxes = {
        country: Box(*map(min, zip(*found, strict=True)), *map(max, zip(*found, strict=True)))
        for country, found in points.items()
    }
    return FileSpan(min(event.first for event, _ in given), max(event.last for event, _ in given), boxes)


def belongs(incident: RecordedIncident, types: Iterable[IncidentType], *, deaths: bool) -> bool:
    """Whether such a dataset would have the incident at all: an act that happened, of its types, with dead if need be.

    Totals of many acts and rejected incidents belong in none.
    """
    if incident.aggregate or incident.reviewed == "rejected" or incident.status not in _TOLD:
        return False
    killed = max((best.best for best in incident.best if best.slot == "killed"), default=0)
    return incident.type in types and (killed > 0 or not deaths)


def may_touch(group: Iterable[Mention], first: date, last: date) -> bool:
    """Whether any of an incident's mentions may lie in these days, by its text or its day of publication."""
    return any(_touches(mention.incident, mention.report.published, first, last) for mention in group)


def _touches(incident: Incident, published: date | None, first: date, last: date) -> bool:
    when = incident.when
    if when is not None and when.basis == "text":
        return when.earliest <= last and first <= when.latest
    return published is not None and first <= published <= last
