"""`fatalities` as ACLED counts: the lowest of rival or vague reports (../shared/standards.md)."""

from datetime import date
from typing import Final

from isnad.model.recorded import RecordedIncident, SourcedFigure
from isnad.publishing.wariness import counts_three, read_wary, vague_number

_SEVERAL: Final = 3  # what "several" and a bare plural are coded as (codebook)
_DISTRICT: Final = 3  # where_prec


def fatalities(incident: RecordedIncident) -> int:
    """The lowest figure of the killed that stands, with ACLED's numbers for vague words; 0 where there is none.

    A source that gave another figure on a later day is taken at its latest, as everywhere in Isnad. A correction by a
    person, which has no figure of its own, is kept as it is.
    """
    best = next((figure for figure in incident.best if figure.slot == "killed"), None)
    if best is None:
        return 0
    if "killed" in incident.corrected:
        return best.best
    standing = _standing(incident.figures)
    return min((_number(figure, incident) for figure in standing), default=best.low)


def _number(figure: SourcedFigure, incident: RecordedIncident) -> int:
    if figure.high is not None:
        return figure.low
    vague = vague_number(figure.text)
    if vague is not None:
        return vague
    if figure.low != _SEVERAL or counts_three(figure.text):
        return figure.low
    wide = incident.where is not None and incident.where.precision > _DISTRICT
    return read_wary().several[1 if wide else 0]


def _standing(figures: tuple[SourcedFigure, ...]) -> list[SourcedFigure]:
    killed = [figure for figure in figures if figure.slot == "killed" and figure.counts]
    latest: dict[str, date] = {}
    for figure in killed:
        latest[figure.root] = max(latest.get(figure.root, date.min), figure.published or date.min)
    return [figure for figure in killed if (figure.published or date.min) == latest[figure.root]]
