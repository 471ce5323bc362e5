"""Facts: the light row of an incident that all measures are computed from (docs/measures.md, "What is counted").

A record of 100,000 incidents is held as facts; the words of the reports stay where they are.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from statistics import median_low

from msgspec import Struct

from isnad.assessing.kinds import read_kinds
from isnad.model.recorded import BestFigure, RecordedIncident
from isnad.model.slots import Party, Range, Where

_TOWN_PRECISION = 1
_NEAR_PRECISION = 3


class Fact(Struct, frozen=True, kw_only=True, gc=False):
    """One incident that happened.

    `first` and `last` are day ordinals (`date.toordinal`), both included, 0 where no day is known. `killed` and
    `civilians_killed` are low, best and high, the high None where the sources set no upper bound. `defended`,
    `civilian`, `daylight` and `in_town` are None where the record does not tell. `tactics` and `weapons` are sorted
    names; `roots` the independent sources, `outlets` whoever published it.
    """

    id: str
    first: int = 0
    last: int = 0
    by_publication: bool = False
    type: str = "other"
    actors: tuple[str, ...] = ()
    country: str | None = None
    admin1: str | None = None
    admin1_code: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    killed: tuple[int, int, int | None] | None = None
    civilians_killed: tuple[int, int, int | None] | None = None
    strength: int | None = None
    defended: bool | None = None
    civilian: bool | None = None
    daylight: bool | None = None
    in_town: bool | None = None
    tactics: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    control_claim: bool = False
    roots: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()

    @property
    def middle(self) -> int:
        """The day it is counted on: the middle of its interval, the earlier of two; 0 where no day is known."""
        return (self.first + self.last) // 2

    @property
    def days(self) -> int:
        """The length of its interval in days; 0 where no day is known."""
        return self.last - self.first + 1 if self.first else 0

    @property
    def day(self) -> date | None:
        """`middle` as a date."""
        return date.fromordinal(self.middle) if self.first else None


def is_counted(incident: RecordedIncident) -> bool:
    """Whether measures count an incident: it happened, is no total over several, and no reviewer has rejected it."""
    return incident.status == "happened" and not incident.aggregate and incident.reviewed != "rejected"


def facts_of(incidents: Iterable[RecordedIncident]) -> Iterator[Fact]:
    """The facts of the incidents that are counted, in their order, as a stream."""
    return (fact_of(incident) for incident in incidents if is_counted(incident))


def fact_of(incident: RecordedIncident) -> Fact:
    """The fact of one incident, whatever its status."""
    when, where = incident.when, incident.where
    best = {figure.slot: figure for figure in incident.best}
    strength = best.get("strength")
    doers = incident.perpetrators if incident.type != "clash" else (*incident.perpetrators, *incident.targets)
    return Fact(
        id=incident.id,
        first=when.earliest.toordinal() if when else 0,
        last=when.latest.toordinal() if when else 0,
        by_publication=when is not None and when.basis == "publication",
        type=incident.type,
        actors=_keys(doers),
        country=where.country if where else None,
        admin1=where.admin1 if where else None,
        admin1_code=where.admin1_code if where else None,
        admin2=where.admin2 if where else None,
        latitude=where.latitude if where else None,
        longitude=where.longitude if where else None,
        radius_km=where.radius_km if where else None,
        killed=_toll(best.get("killed")),
        civilians_killed=_civilians_killed(incident),
        strength=strength.best if strength else None,
        defended=_is_defended(incident.targets),
        civilian=_harms_civilians(incident),
        daylight=when.part_of_day in read_kinds().daylight if when and when.part_of_day else None,
        in_town=_is_in_town(where),
        tactics=_tactics(incident),
        weapons=tuple(sorted({weapon.name for weapon in incident.weapons})),
        control_claim=incident.type == "territory_change",
        roots=incident.roots,
        outlets=_outlets(incident),
    )


def _keys(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.id or party.name for party in parties))


def _toll(figure: BestFigure | None) -> tuple[int, int, int | None] | None:
    return (figure.low, figure.best, figure.high) if figure else None


def _civilians_killed(incident: RecordedIncident) -> tuple[int, int, int | None] | None:
    """The lowest, the middle and the highest of what the reports say of civilians among the dead."""
    told = [each.mention.incident.victims.killed for each in incident.told]
    ranges: list[Range] = [each.civilians for each in told if each is not None and each.civilians is not None]
    if not ranges:
        return None
    lows = [each.low for each in ranges]
    highs = [each.high for each in ranges if each.high is not None]
    return min(lows), median_low(lows), max(highs) if len(highs) == len(ranges) else None


def _is_defended(targets: tuple[Party, ...]) -> bool | None:
    return any(target.id in read_kinds().defended for target in targets) if targets else None


def _harms_civilians(incident: RecordedIncident) -> bool | None:
    dead = _civilians_killed(incident)
    if dead is not None and dead[1] > 0:
        return True
    if not incident.targets:
        return None
    return any(party.kind == "civilians" or party.id in read_kinds().civilian for party in incident.targets)


def _is_in_town(where: Where | None) -> bool | None:
    if where is None or where.precision > _NEAR_PRECISION:
        return None
    return where.precision == _TOWN_PRECISION and (where.relation is None or where.relation in read_kinds().inside)


def _tactics(incident: RecordedIncident) -> tuple[str, ...]:
    known = read_kinds().tactics
    ways = [known.by_type.get(incident.type), *(known.by_weapon.get(weapon.name) for weapon in incident.weapons)]
    return tuple(sorted({way for way in ways if way is not None}))


def _outlets(incident: RecordedIncident) -> tuple[str, ...]:
    reports = [each.mention.report for each in incident.told if not each.mention.report.retracted]
    return tuple(sorted({report.outlet for report in reports if report.outlet is not None}))
