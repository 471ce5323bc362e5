"""What reconciling found, as rows: every event of the file, then the incidents that the file lacks."""

from typing import Any

from isnad.linking.outside import Matched
from isnad.linking.outside_actors import OutsideActors
from isnad.linking.outside_differences import Held, hold_against, killed_figure, party_names, span_words
from isnad.model.outside import OutsideEvent, ReconciledRow
from isnad.model.recorded import RecordedIncident


def event_row(
    matched: Matched, incident: RecordedIncident | None, country: str | None, actors: OutsideActors
) -> ReconciledRow:
    """The row of an event; `incident` is the one `matched` speaks of, assembled by the rule of the file's format."""
    event = matched.event
    theirs: dict[str, Any] = {
        "event": event.id,
        "line": event.line,
        "event_day": span_words(event.first, event.last),
        "event_place": event.place or event.admin1 or "",
        "event_killed": _killed(event),
        "event_type": event.kind,
        "event_actors": event.actors,
        "country": country,
    }
    if incident is None:
        return ReconciledRow(status="missing", **theirs)
    held: Held = hold_against(event, incident, actors)
    return ReconciledRow(
        status=matched.status,
        chance=round(matched.chance, 3),
        taken_by=matched.taken_by,
        differs=tuple(each.slot for each in held.differences),
        days_apart=held.days,
        km_apart=held.km,
        **theirs,
        **_ours(incident),
    )


def lacking_row(incident: RecordedIncident) -> ReconciledRow:
    """The row of an incident that the file lacks."""
    country = incident.where.country if incident.where else None
    return ReconciledRow(status="not_in_file", country=country, **_ours(incident))


def _ours(incident: RecordedIncident) -> dict[str, Any]:
    when, where, killed = incident.when, incident.where, killed_figure(incident)
    return {
        "incident": incident.id,
        "incident_day": span_words(when.earliest, when.latest) if when else "",
        "incident_place": where.name if where else "",
        "incident_killed": span_words(killed.low, killed.high) if killed else "",
        "incident_best": killed.best if killed else None,
        "incident_type": incident.type,
        "incident_actors": party_names((*incident.perpetrators, *incident.targets)),
    }


def _killed(event: OutsideEvent) -> str:
    """The range; where there is none, what the file writes ("0" of ACLED, which may be silence)."""
    if event.killed_low is not None:
        return span_words(event.killed_low, event.killed_high)
    return "" if event.killed_best is None else str(event.killed_best)
