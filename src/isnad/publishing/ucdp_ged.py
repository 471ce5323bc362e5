"""UCDP GED's 49 columns (`tables/ucdp_ged.yaml`; docs/exports.md has the rules)."""

import re
from typing import Final

from isnad.model.recorded import RecordedIncident
from isnad.model.slots import When, Where
from isnad.publishing.acled import Mapping, not_counted
from isnad.publishing.columns import Cell, Row, read_columns
from isnad.publishing.countries import Country, country_of
from isnad.publishing.intervals import ucdp_precision
from isnad.publishing.profiles import LeftOut
from isnad.publishing.rows import joined
from isnad.publishing.ucdp_deaths import Deaths, deaths_of
from isnad.publishing.ucdp_sides import Dyad, dyad_of

_CELL: Final = 0.5  # degrees of a PRIO-GRID cell
_COLUMNS: Final = 720
_NUMBER: Final = re.compile(r"m-([0-9a-f]{1,12})\Z")


def ucdp_row(incident: RecordedIncident, mapping: Mapping) -> Row | LeftOut:
    """The row of an incident, or why UCDP has no such event: it needs organised sides, a death, a place and a day."""
    refused = not_counted(incident)
    if refused is not None:
        return refused
    dyad = dyad_of(incident, mapping.registry)
    if isinstance(dyad, LeftOut):
        return dyad
    deaths = deaths_of(incident, dyad)
    if deaths is None:
        return LeftOut("no_death")
    when, where = incident.when, incident.where
    precision = ucdp_precision(when) if when else None
    if when is None or precision is None:
        return LeftOut("no_day" if when is None else "day_too_vague")
    country = country_of(where.country) if where else None
    if where is None or country is None:
        return LeftOut("no_country")
    if where.latitude is None or where.longitude is None:
        return LeftOut("no_coordinates")
    filled = {
        **_identity(incident, when),
        **_sides(dyad),
        **_sources(incident),
        **_where(where, country),
        **_when(when, precision),
        **_deaths(deaths),
    }
    return {name: filled.get(name) for name in read_columns("ucdp_ged").names}


def event_number(identity: str) -> int:
    """The incident's id as a number: its hexadecimal digits, which fit into a double without loss."""
    found = _NUMBER.match(identity)
    if found is None:
        raise ValueError(f"not an incident's id: {identity!r}")
    return int(found[1], 16)


def grid_cell(latitude: float, longitude: float) -> int:
    """The PRIO-GRID cell of a point: rows of half a degree from the south, columns from the west, from 1."""
    row = min(int((latitude + 90) // _CELL), 359)
    column = min(int((longitude + 180) // _CELL), _COLUMNS - 1)
    return row * _COLUMNS + column + 1


def _identity(incident: RecordedIncident, when: When) -> dict[str, Cell]:
    return {"id": event_number(incident.id), "relid": incident.id, "year": when.latest.year}


def _sides(dyad: Dyad) -> dict[str, Cell]:
    return {
        "type_of_violence": dyad.violence,
        "dyad_name": f"{dyad.a.name} - {dyad.b.name}",
        "side_a": dyad.a.name,
        "side_b": dyad.b.name,
        "gwnoa": dyad.a.number,
        "gwnob": dyad.b.number,
    }


def _sources(incident: RecordedIncident) -> dict[str, Cell]:
    reports = list({told.mention.report.id: told.mention.report for told in incident.told}.values())
    articles = (
        ",".join(filter(None, (report.outlet or "Unknown", str(report.published or ""), report.title)))
        for report in reports
    )
    origins = (one.chain[-1].name for one in incident.figures if one.slot == "killed" and one.chain)
    aggregated = any(told.mention.incident.aggregate for told in incident.told)
    return {
        "number_of_sources": sum(report.copy_of is None for report in reports) or len(reports),
        "source_article": joined(articles),
        "source_office": joined(report.outlet for report in reports),
        "source_date": joined(str(report.published) for report in reports if report.published),
        "source_headline": joined(report.title for report in reports),
        "source_original": joined(origins),
        "event_clarity": 2 if aggregated else 1,
    }


def _where(where: Where, country: Country) -> dict[str, Cell]:
    latitude, longitude = where.latitude or 0.0, where.longitude or 0.0
    relation = where.relation.replace("_", " ") + " " if where.relation else ""
    return {
        "where_prec": where.precision,
        "where_coordinates": where.name,
        "where_description": relation + where.name,
        "adm_1": where.admin1,
        "adm_2": where.admin2,
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})",
        "priogrid_gid": grid_cell(latitude, longitude),
        "country": country.name,
        "country_id": country.gw,
        "region": country.ucdp,
    }


def _when(when: When, precision: int) -> dict[str, Cell]:
    return {"date_prec": precision, "date_start": when.earliest.isoformat(), "date_end": when.latest.isoformat()}


def _deaths(deaths: Deaths) -> dict[str, Cell]:
    return {
        "deaths_a": deaths.a,
        "deaths_b": deaths.b,
        "deaths_civilians": deaths.civilians,
        "deaths_unknown": deaths.unknown,
        "best": deaths.best,
        "high": deaths.high,
        "low": deaths.low,
    }
