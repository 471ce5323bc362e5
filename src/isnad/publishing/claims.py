"""The claims table: figure X according to Y, relayed by Z, a row for each (`tables/claims.yaml`)."""

from collections.abc import Iterator

from isnad.model.recorded import RecordedIncident, SourcedFigure
from isnad.publishing.columns import Row
from isnad.publishing.rows import joined


def claim_rows(incident: RecordedIncident) -> Iterator[Row]:
    """A row for each sourced figure of an incident, in its order."""
    for figure in incident.figures:
        yield _row(incident.id, figure)


def _row(incident: str, figure: SourcedFigure) -> Row:
    last = figure.chain[-1] if figure.chain else None
    return {
        "incident": incident,
        "slot": figure.slot,
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "according_to": last.name if last else figure.outlet or figure.root,
        "according_to_id": last.id if last else None,
        "chain": joined(party.name for party in figure.chain),
        "relayed_by": figure.outlet,
        "root": figure.root,
        "stance": figure.stance,
        "counts": figure.counts,
        "report": figure.report,
        "published": figure.published.isoformat() if figure.published else None,
        "mention": figure.mention,
        "start": figure.start,
        "end": figure.end,
        "words": figure.text or None,
    }
