"""ACLED's 31 columns (`tables/acled.yaml`; docs/exports.md has the rules)."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from isnad.model.recorded import RecordedIncident
from isnad.model.slots import When, Where
from isnad.publishing.acled_sides import interaction, sides
from isnad.publishing.acled_sources import notes, source_scale
from isnad.publishing.acts import acled_type, disorder_type
from isnad.publishing.columns import Cell, Row
from isnad.publishing.countries import Country, country_of
from isnad.publishing.fatalities import fatalities
from isnad.publishing.intervals import acled_precision, middle_day
from isnad.publishing.profiles import LeftOut
from isnad.publishing.registry import Registry
from isnad.publishing.rows import joined

_GEO: Final = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 7: 3}
_VIOLENT: Final = frozenset(
    {"Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots"}
)


class Mapping(Struct, frozen=True, kw_only=True):
    """What a mapping to another project's format must know beside the incident."""

    registry: Registry = Registry()
    as_of: datetime


def acled_row(incident: RecordedIncident, mapping: Mapping) -> Row | LeftOut:
    """The row of an incident, or why ACLED has no such event."""
    refused = not_counted(incident)
    if refused is not None:
        return refused
    when, where = incident.when, incident.where
    if when is None:
        return LeftOut("no_day")
    precision = acled_precision(when)
    if precision is None:
        return LeftOut("day_too_vague")
    country = country_of(where.country) if where else None
    if where is None or country is None:
        return LeftOut("no_country")
    if where.precision not in _GEO:
        return LeftOut("country_level")
    if where.latitude is None or where.longitude is None:
        return LeftOut("no_coordinates")
    return {
        **_what(incident, mapping.registry),
        **_when(when, precision),
        **_where(where, country),
        **_told(incident, mapping),
    }


def not_counted(incident: RecordedIncident) -> LeftOut | None:
    """Why an incident is no event of a format that counts events; None where it is one."""
    if incident.reviewed == "rejected":
        return LeftOut("rejected")
    if incident.status != "happened":
        return LeftOut(f"status_{incident.status}")
    return LeftOut("aggregate") if incident.aggregate else None


def _what(incident: RecordedIncident, registry: Registry) -> dict[str, Cell]:
    event, sub_event = acled_type(incident)
    first, second = sides(incident, event, registry)
    civilians = event in _VIOLENT and second.inter == "Civilians"
    return {
        "event_id_cnty": incident.id,
        "disorder_type": disorder_type(event, sub_event),
        "event_type": event,
        "sub_event_type": sub_event,
        "actor1": first.actor,
        "assoc_actor_1": first.associated,
        "inter1": first.inter,
        "actor2": second.actor,
        "assoc_actor_2": second.associated,
        "inter2": second.inter,
        "interaction": interaction(first, second),
        "civilian_targeting": "Civilians targeted" if civilians else None,
    }


def _when(when: When, precision: int) -> dict[str, Cell]:
    day = middle_day(when)
    return {"event_date": day.isoformat(), "year": day.year, "time_precision": precision}


def _where(where: Where, country: Country) -> dict[str, Cell]:
    return {
        "iso": country.number,
        "region": country.acled,
        "country": country.name,
        "admin1": where.admin1,
        "admin2": where.admin2,
        "admin3": None,
        "location": where.name,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "geo_precision": _GEO[where.precision],
    }


def _told(incident: RecordedIncident, mapping: Mapping) -> dict[str, Cell]:
    return {
        "source": joined(told.mention.report.outlet for told in incident.told) or "Unknown",
        "source_scale": source_scale(incident, mapping.registry),
        "notes": notes(incident),
        "fatalities": fatalities(incident),
        "tags": None,
        "timestamp": int(mapping.as_of.timestamp()),
    }
