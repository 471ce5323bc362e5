"""`source_scale` and `notes` of ACLED: where the outlets are from, and a sentence made of the record."""

from typing import Final

from isnad.model.recorded import RecordedIncident, SourcedFigure
from isnad.model.slots import When
from isnad.publishing.countries import country_of
from isnad.publishing.registry import Registry
from isnad.publishing.wariness import folded

_WIDTH: Final = ("National", "Regional", "International")


def source_scale(incident: RecordedIncident, registry: Registry) -> str:
    """The narrowest and the widest scale of the outlets; Other where none is in the lexicon."""
    found = {_scale(told.mention.report.outlet, incident, registry) for told in incident.told}
    known = [scale for scale in _WIDTH if scale in found]
    if not known:
        return "Other"
    if "Other" in found:
        return f"Other-{known[-1]}"
    return known[0] if len(known) == 1 else f"{known[0]}-{known[-1]}"


def notes(incident: RecordedIncident) -> str:
    """Days, act, sides, place and every figure of the dead and wounded with whom it is according to."""
    parts = [f"{_days(incident.when)}: {incident.type.replace('_', ' ')}"]
    if incident.perpetrators:
        parts.append("by " + ", ".join(party.name for party in incident.perpetrators))
    if incident.targets:
        parts.append("against " + ", ".join(party.name for party in incident.targets))
    if incident.where:
        parts.append(f"at {incident.where.name}")
    figures = [_figure(one) for one in incident.figures if one.slot in {"killed", "wounded"} and one.counts]
    return " ".join(parts) + "." + "".join(f" {one}." for one in dict.fromkeys(figures))


def _scale(outlet: str | None, incident: RecordedIncident, registry: Registry) -> str:
    home = registry.outlets.get(folded(outlet or ""))
    if home is None:
        return "Other"
    country = incident.where.country if incident.where else None
    if home == country:
        return "National"
    own, other = country_of(home), country_of(country)
    near = own is not None and other is not None and own.acled is not None and own.acled == other.acled
    return "Regional" if near else "International"


def _days(when: When | None) -> str:
    if when is None:
        return "Day unknown"
    days = str(when.earliest) if when.earliest == when.latest else f"{when.earliest} to {when.latest}"
    return days if when.basis == "text" else f"{days} (from the day of publication)"


def _figure(figure: SourcedFigure) -> str:
    number = str(figure.low) if figure.high == figure.low else _range(figure)
    said = figure.chain[-1].name if figure.chain else figure.outlet or figure.root
    relayed = f", relayed by {figure.outlet}" if figure.chain and figure.outlet else ""
    return f"{figure.slot.capitalize()}: {number} according to {said}{relayed}"


def _range(figure: SourcedFigure) -> str:
    return f"{figure.low} or more" if figure.high is None else f"{figure.low} to {figure.high}"
