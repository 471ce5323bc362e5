"""PLOVER events (`tables/plover.yaml`): one JSON object for each incident that happened."""

from typing import Any, Final

from isnad.model.recorded import RecordedIncident
from isnad.model.slots import Party, Where
from isnad.publishing.acled import Mapping, not_counted
from isnad.publishing.acts import read_acts
from isnad.publishing.profiles import LeftOut

_SIZES: Final = {"killed": "dead", "wounded": "injured", "captured": "arrested"}
_MODES: Final = {"firearm": "firearms", "knife": "primitive", "stones": "primitive", "tear_gas": "crowd-control"}


def plover_event(incident: RecordedIncident, mapping: Mapping) -> dict[str, Any] | LeftOut:  # noqa: ARG001 (mappings are alike)
    """The event of an incident, or why PLOVER has none."""
    refused = not_counted(incident)
    if refused is not None:
        return refused
    act = read_acts()[incident.type].plover
    if act is None:
        return LeftOut("no_such_event")
    when = incident.when
    if when is None:
        return LeftOut("no_day")
    event: dict[str, Any] = {
        "id": incident.id,
        "date": when.earliest.isoformat(),
        "enddate": when.latest.isoformat() if when.latest != when.earliest else None,
        "actor": _parties(incident.perpetrators) or [{"name": "unknown"}],
        "recipient": _parties(incident.targets),
        "event": act[0],
        "mode": act[1] or _mode(incident, act[0]),
        "event_loc": _place(incident.where) if incident.where else None,
        "size": {_SIZES[one.slot]: one.best for one in incident.best if one.slot in _SIZES},
        "sources": list(dict.fromkeys(t.mention.report.outlet for t in incident.told if t.mention.report.outlet)),
    }
    return {name: value for name, value in event.items() if value not in (None, [], {})}


def _mode(incident: RecordedIncident, event: str) -> str | None:
    if event != "ASSAULT":
        return None
    return next((_MODES[weapon.name] for weapon in incident.weapons if weapon.name in _MODES), None)


def _parties(parties: tuple[Party, ...]) -> list[dict[str, str]]:
    found = ({"name": party.name, "id": party.id, "kind": party.kind} for party in parties)
    return [{name: value for name, value in party.items() if value} for party in found]


def _place(where: Where) -> dict[str, Any]:
    names = ("name", "country", "admin1", "latitude", "longitude", "precision")
    return {name: getattr(where, name) for name in names if getattr(where, name) is not None}
