"""Groups of incident types: the `coarse` figure asks for the group only."""

from __future__ import annotations

from typing import Final

from quality.agreement import Row

GROUPS: Final = {
    "explosions": "suicide_bombing chemical_attack bombing landmine drone_strike air_strike shelling",
    "battles": "prison_break clash territory_change",
    "attacks": "armed_attack assassination execution sexual_violence abduction killing",
    "demonstrations": "riot protest",
    "strategic": "interception arrest security_operation destruction displacement agreement threat deployment other",
}
GROUP_OF: Final = {kind: group for group, kinds in GROUPS.items() for kind in kinds.split()}


def coarse(incident: Row) -> str:
    """The group of an incident's type; `unknown` for a type the codebook does not have."""
    return GROUP_OF.get(str(incident.get("type")), "unknown")
