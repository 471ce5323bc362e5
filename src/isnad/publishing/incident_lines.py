"""One incident of the record as one line of JSON (`isnad list --format jsonl`); fields are only ever added."""

from collections.abc import Sequence
from typing import Any

import msgspec

from isnad.model.mention import Mention
from isnad.model.recorded import BestFigure, RecordedIncident, Told
from isnad.model.slots import Party


def incident_line(incident: RecordedIncident) -> dict[str, Any]:
    """The incident as plain dicts, lists, strings and numbers; days as "YYYY-MM-DD".

    `killed` and the other losses are the span of the figures that stand, `best` among them by the rule named beside it.
    `mentions` of a report are the words that refer to the incident, as code points of that report's text.
    """
    best = {figure.slot: _best(figure) for figure in incident.best}
    return {
        "id": incident.id,
        "former_ids": list(incident.former_ids),
        "type": incident.type,
        "status": incident.status,
        "aggregate": incident.aggregate,
        "incident_count": msgspec.to_builtins(incident.incident_count),
        "when": msgspec.to_builtins(incident.when),
        "where": msgspec.to_builtins(incident.where),
        "perpetrators": _parties(incident.perpetrators),
        "targets": _parties(incident.targets),
        "weapons": [weapon.name for weapon in incident.weapons],
        "claimed_by": msgspec.to_builtins(incident.claimed_by),
        **{slot: best.get(slot) for slot in ("killed", "wounded", "captured", "escaped", "killed_perpetrators")},
        "strength": best.get("strength"),
        "figures": msgspec.to_builtins(incident.figures),
        "contradictions": msgspec.to_builtins(incident.contradictions),
        "roots": list(incident.roots),
        "reports": [_report(told) for told in by_report(incident)],
        "confidence": incident.confidence,
        "reviewed": incident.reviewed,
        "corrected": list(incident.corrected),
    }


def incident_json(incident: RecordedIncident) -> str:
    """`incident_line` as one line of JSON, without a line end."""
    return msgspec.json.encode(incident_line(incident)).decode()


def _best(figure: BestFigure) -> dict[str, Any]:
    return {
        "low": figure.low,
        "high": figure.high,
        "best": figure.best,
        "rule": figure.rule,
        "roots": figure.roots,
    }


def _parties(parties: Sequence[Party]) -> list[dict[str, Any]]:
    return [{"name": party.name, "id": party.id, "kind": party.kind, "text": party.text} for party in parties]


def by_report(incident: RecordedIncident) -> list[list[Told]]:
    """The told mentions, those of one report together (a report may tell an incident in two mentions)."""
    groups: dict[str, list[Told]] = {}
    for told in incident.told:
        groups.setdefault(told.mention.report.id, []).append(told)
    return list(groups.values())


def _report(told: Sequence[Told]) -> dict[str, Any]:
    report = told[0].mention.report
    return {
        "id": report.id,
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else None,
        "role": told[0].role,
        "copy_of": report.copy_of,
        "retracted": report.retracted,
        "mentions": [span for each in told for span in _spans(each.mention)],
    }


def _spans(mention: Mention) -> list[dict[str, Any]]:
    return [{"start": span.start, "end": span.end, "text": span.text} for span in mention.incident.mentions]
