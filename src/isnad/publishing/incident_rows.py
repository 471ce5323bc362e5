"""Incidents of the record as lines to look over in a terminal: id, days, place, what happened, the dead, who says so."""

from isnad.model.recorded import BestFigure, RecordedIncident
from isnad.model.slots import When, Where
from isnad.publishing.wording import label


def incident_row(incident: RecordedIncident) -> str:
    """One line, fields parted by tabs; Arabic words come last, so that a terminal keeps the numbers in order."""
    kind, status = label("type", incident.type), label("status", incident.status)
    killed = next((one for one in incident.best if one.slot == "killed"), None)
    fields = (
        incident.id,
        _days(incident.when),
        _place(incident.where),
        kind.en if incident.status == "happened" else f"{kind.en} ({status.en})",
        f"killed {_number(killed)}" if killed else "",
        f"{len({told.mention.report.id for told in incident.told})} reports, {len(incident.roots)} roots",
        "" if incident.reviewed == "machine" else incident.reviewed,
        kind.ar,
    )
    return "\t".join(fields)


def _days(when: When | None) -> str:
    if when is None:
        return "?"
    days = str(when.earliest) if when.earliest == when.latest else f"{when.earliest}…{when.latest}"
    return days if when.basis == "text" else f"~{days}"


def _place(where: Where | None) -> str:
    return ", ".join(filter(None, (where.name, where.country))) if where else "?"


def _number(best: BestFigure) -> str:
    high = "+" if best.high is None else (f"–{best.high}" if best.high != best.low else "")
    return f"{best.best} ({best.low}{high})" if high else str(best.best)
