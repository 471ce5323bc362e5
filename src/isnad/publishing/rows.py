"""An incident as one flat row: the columns of `tables/incidents.yaml`, which all tabular formats share."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from isnad.model.recorded import LossSlot, RecordedIncident
from isnad.publishing.columns import JOIN, Cell, Row
from isnad.publishing.countries import country_of

SLOTS: tuple[LossSlot, ...] = ("killed", "wounded", "captured", "escaped", "killed_perpetrators", "strength")
_WHERE = ("country", "admin1", "admin1_code", "admin2", "latitude", "longitude", "radius_km")


def flat_row(incident: RecordedIncident) -> Row:
    """The row of an incident; every column is there, None where it is not known."""
    count = incident.incident_count or (None, None)
    return {
        "id": incident.id,
        "former_ids": joined(incident.former_ids),
        "type": incident.type,
        "status": incident.status,
        "aggregate": incident.aggregate,
        "incident_count_low": count[0],
        "incident_count_high": count[1],
        **_when(incident),
        **_where(incident),
        **_parties(incident),
        **_losses(incident),
        **_sources(incident),
        "confidence": round(incident.confidence, 4),
        "reviewed": incident.reviewed,
        "corrected": joined(incident.corrected),
    }


def joined(values: Iterable[str | None]) -> str | None:
    """Values in one cell, each once, joined by ";"; a ";" of their own becomes ","; None where there are none."""
    found = dict.fromkeys(value.replace(JOIN, ",") for value in values if value)
    return JOIN.join(found) or None


def published_days(incident: RecordedIncident) -> list[date]:
    """The days of publication of its reports, in order."""
    return sorted({told.mention.report.published for told in incident.told if told.mention.report.published})


def _when(incident: RecordedIncident) -> dict[str, Cell]:
    when = incident.when
    return {
        "when_earliest": when.earliest.isoformat() if when else None,
        "when_latest": when.latest.isoformat() if when else None,
        "when_precision": when.precision if when else None,
        "when_basis": when.basis if when else None,
        "part_of_day": when.part_of_day if when else None,
    }


def _where(incident: RecordedIncident) -> dict[str, Cell]:
    where = incident.where
    country = country_of(where.country) if where else None
    return {
        **{name: getattr(where, name) if where else None for name in _WHERE},
        "country_name": country.name if country else None,
        "where_name": where.name if where else None,
        "where_precision": where.precision if where else None,
    }


def _parties(incident: RecordedIncident) -> dict[str, Cell]:
    return {
        "perpetrators": joined(party.name for party in incident.perpetrators),
        "perpetrator_ids": joined(party.id for party in incident.perpetrators),
        "targets": joined(party.name for party in incident.targets),
        "target_ids": joined(party.id for party in incident.targets),
        "target_kinds": joined(party.kind for party in incident.targets),
        "weapons": joined(weapon.name for weapon in incident.weapons),
        "claimed_by": incident.claimed_by.name if incident.claimed_by else None,
    }


def _losses(incident: RecordedIncident) -> dict[str, Cell]:
    best = {figure.slot: figure for figure in incident.best}
    row: dict[str, Cell] = {}
    for slot in SLOTS:
        figure: Any = best.get(slot)
        row |= {f"{slot}_{end}": getattr(figure, end, None) for end in ("low", "best", "high")}
    killed = best.get("killed")
    row["killed_roots"] = killed.roots if killed else None
    row["rule"] = incident.best[0].rule if incident.best else None
    return row


def _sources(incident: RecordedIncident) -> dict[str, Cell]:
    reports = {told.mention.report.id: told.mention.report for told in incident.told}
    days = published_days(incident)
    return {
        "contradicted": joined(contradiction.slot for contradiction in incident.contradictions),
        "figures": len(incident.figures),
        "reports": len(reports),
        "roots": len(incident.roots),
        "outlets": joined(report.outlet for report in reports.values()),
        "first_published": days[0].isoformat() if days else None,
        "last_published": days[-1].isoformat() if days else None,
    }
