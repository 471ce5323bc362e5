"""How the types of the codebook are named in ACLED and PLOVER (`tables/acts.yaml`)."""

from functools import cache
from typing import Literal

from msgspec import Struct

from isnad.model.coded import IncidentType
from isnad.model.recorded import LossSlot, RecordedIncident
from isnad.model.slots import Party
from isnad.publishing.columns import read_data

ARMED = frozenset({"state", "non_state"})
_DEMONSTRATIONS = frozenset({"Peaceful protest", "Protest with intervention", "Violent demonstration"})


class Act(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A type elsewhere: ACLED's pairs of event and sub-event type, chosen `by`; PLOVER's event and mode, if it has one."""

    acled: tuple[tuple[str, str], ...]
    by: Literal["target", "fighting", "holder", "crowd"] | None = None
    plover: tuple[str, str | None] | None = None


@cache
def read_acts() -> dict[IncidentType, Act]:
    """All types."""
    return read_data("acts", dict[IncidentType, Act])


def acled_type(incident: RecordedIncident) -> tuple[str, str]:
    """ACLED's event type and sub-event type of an incident (codebook, table of types)."""
    act = read_acts()[incident.type]
    if act.by == "target":
        return act.acled[0 if any(is_armed(party) for party in incident.targets) else 1]
    if act.by == "fighting":
        return act.acled[0 if _fought(incident) else 1]
    if act.by == "holder":
        return act.acled[_holder(incident)]
    if act.by == "crowd":
        return act.acled[_crowd(incident)]
    return act.acled[0]


def disorder_type(event: str, sub_event: str) -> str:
    """ACLED's disorder type, one or two joined by ";"."""
    if event == "Strategic developments":
        return event
    if sub_event == "Excessive force against protesters":
        return "Political violence;Demonstrations"
    return "Demonstrations" if sub_event in _DEMONSTRATIONS else "Political violence"


def is_armed(party: Party) -> bool:
    """Is the party an armed side: a state's, or an organised one of no state."""
    return party.kind in ARMED


def best_of(incident: RecordedIncident, slot: LossSlot) -> int:
    """The best figure of a slot; 0 where there is none."""
    return next((figure.best for figure in incident.best if figure.slot == slot), 0)


def _fought(incident: RecordedIncident) -> bool:
    return bool(incident.weapons) or best_of(incident, "killed") + best_of(incident, "wounded") > 0


def _holder(incident: RecordedIncident) -> int:
    """0 a state took it by fighting, 1 another side did, 2 without fighting, or nobody says who."""
    if not _fought(incident) or not incident.perpetrators:
        return 2
    return 0 if incident.perpetrators[0].kind == "state" else 1


def _crowd(incident: RecordedIncident) -> int:
    if incident.type == "riot":
        return 0 if incident.targets or best_of(incident, "killed") else 1
    hurt = best_of(incident, "killed") + best_of(incident, "wounded")
    return 0 if hurt else 1 if best_of(incident, "captured") else 2
