"""The dead of a UCDP event by side; the four parts sum to `best`."""

from msgspec import Struct

from isnad.model.recorded import BestFigure, RecordedIncident
from isnad.publishing.ucdp_sides import ONE_SIDED, Dyad


class Deaths(Struct, frozen=True, kw_only=True):
    """Low, best and high, and best by who died."""

    a: int
    b: int
    civilians: int
    unknown: int
    low: int
    best: int
    high: int


def deaths_of(incident: RecordedIncident, dyad: Dyad) -> Deaths | None:
    """The dead, or None where no figure says that anybody died."""
    best = {figure.slot: figure for figure in incident.best}
    killed = best.get("killed")
    if killed is None:
        return None
    high = _high(incident, killed)
    if high < 1:
        return None
    attackers = min(best["killed_perpetrators"].best if "killed_perpetrators" in best else 0, killed.best)
    left = killed.best - attackers
    told = _told(incident, "civilians", left)
    civilians = left if dyad.violence == ONE_SIDED else told
    # A report's dead soldiers may be of either side: they are the target's only where the attackers' dead are told too.
    apart = dyad.violence != ONE_SIDED and "killed_perpetrators" in best
    forces = _told(incident, "forces", left - civilians) if apart else 0
    a, b = (attackers, forces) if dyad.a.is_perpetrator else (forces, attackers)
    unknown = killed.best - a - b - civilians
    return Deaths(a=a, b=b, civilians=civilians, unknown=unknown, low=killed.low, best=killed.best, high=high)


def _high(incident: RecordedIncident, killed: BestFigure) -> int:
    """The highest number; where it is open above, the highest that anyone named."""
    if killed.high is not None:
        return max(killed.high, killed.best)
    named = [max(one.low, one.high or 0) for one in incident.figures if one.slot == "killed" and one.counts]
    return max([killed.best, killed.low, *named])


def _told(incident: RecordedIncident, group: str, most: int) -> int:
    """The dead of a group, by the report that tells most of them; never more than are left."""
    numbers = [0]
    for told in incident.told:
        killed = told.mention.incident.victims.killed
        found = getattr(killed, group) if killed else None
        if found is not None:
            numbers.append(found.low)
    return min(max(numbers), most)
