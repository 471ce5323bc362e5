"""Making incidents as coarse as a public brief may show them, whatever the record knows."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from isnad.model.recorded import RecordedIncident
from isnad.model.slots import Where
from isnad.publishing.brief_request import Profile

_CELL: Final = 0.25  # degrees: about the size of a district
_DISTRICT: Final = 3


def released(incidents: Iterable[RecordedIncident], profile: Profile) -> Iterator[RecordedIncident]:
    """The incidents as a profile shows them: in `public` no point is finer than a district."""
    for incident in incidents:
        coarse = profile == "public" and incident.where is not None
        yield replace(incident, where=_coarse(incident.where)) if coarse and incident.where else incident


def _coarse(where: Where) -> Where:
    """The middle of the cell a point lies in, with the precision of a district at best."""
    if where.latitude is None or where.longitude is None:
        return where
    return replace(
        where,
        latitude=_middle(where.latitude),
        longitude=_middle(where.longitude),
        precision=max(where.precision, _DISTRICT),
        radius_km=None,
        distance_km=None,
    )


def _middle(degrees: float) -> float:
    return (degrees // _CELL + 0.5) * _CELL
