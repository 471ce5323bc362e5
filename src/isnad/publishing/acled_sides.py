"""Who stands on which side of an ACLED event, and of which class (`inter1`, `inter2`)."""

from typing import Final

from msgspec import Struct

from isnad.model.recorded import RecordedIncident
from isnad.model.slots import Party
from isnad.publishing.acts import is_armed
from isnad.publishing.countries import country_of
from isnad.publishing.registry import Registry
from isnad.publishing.rows import joined

_CIVIL: Final = frozenset({"civilians", "media", "organisation", "official"})
_ABROAD: Final = "External/Other forces"
_STATE: Final = "State forces"


class Side(Struct, frozen=True):
    """An actor with those beside it, and its class; all None where a side is not told."""

    actor: str | None = None
    associated: str | None = None
    inter: str | None = None


def sides(incident: RecordedIncident, event: str, registry: Registry) -> tuple[Side, Side]:
    """The two sides; the first is never empty, since an event needs an actor."""
    people = [party for party in incident.targets if party.kind != "facility"]
    if event in {"Protests", "Riots"}:
        first = Side(_crowd(incident, event), _others(incident.perpetrators), event_class(event))
    else:
        first = _side(incident, incident.perpetrators, registry) if incident.perpetrators else _unidentified(incident)
    second = _side(incident, people, registry) if people else Side()
    return first, second


def event_class(event: str) -> str:
    """The class of a crowd."""
    return "Protesters" if event == "Protests" else "Rioters"


def interaction(first: Side, second: Side) -> str:
    """Both classes, as ACLED joins them."""
    return f"{first.inter}-{second.inter}" if second.inter else f"{first.inter} only"


def _side(incident: RecordedIncident, parties: tuple[Party, ...] | list[Party], registry: Registry) -> Side:
    lead = next((party for party in parties if party.id in registry.interactions), parties[0])
    inter = _class(incident, lead, registry)
    rest = [party for party in parties if party is not lead]
    if inter == "Civilians":
        return Side(f"Civilians ({_country(incident)})", _others([lead, *rest]), inter)
    if lead.id in registry.interactions or lead.id is None:
        return Side(lead.name, _others(rest), inter)
    if inter == "Political militia":
        return Side(_unidentified(incident).actor, _others(rest), inter)
    return Side(f"{inter} ({_country(incident)})", _others(rest), inter)


def _class(incident: RecordedIncident, party: Party, registry: Registry) -> str:
    country = incident.where.country if incident.where else None
    known = registry.interactions.get(party.id or "")
    if known == _STATE:
        home = registry.countries.get(party.id or "")
        return _STATE if home is None or home == country else _ABROAD
    if known is not None:
        return known
    if party.kind == "state":
        return _STATE
    return (
        "Civilians" if party.kind in _CIVIL or not (is_armed(party) or party.kind == "unnamed") else "Political militia"
    )


def _unidentified(incident: RecordedIncident) -> Side:
    return Side(f"Unidentified Armed Group ({_country(incident)})", None, "Political militia")


def _crowd(incident: RecordedIncident, event: str) -> str:
    return f"{event_class(event)} ({_country(incident)})"


def _country(incident: RecordedIncident) -> str:
    country = country_of(incident.where.country) if incident.where else None
    return country.name if country else "Unknown"


def _others(parties: tuple[Party, ...] | list[Party]) -> str | None:
    return joined(party.name for party in parties)
