"""Incidents of the record made by hand; towns are real, people, outlets and ministries are invented."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from isnad.linking.assembling import assemble
from isnad.model.recorded import RecordedIncident, Rule
from isnad.model.slots import Breakdown, Party, Range, Victims, Weapon, When, Where
from isnad.publishing.registry import Registry
from tests.linking.builders import figure, loss, mention, party, when

AS_OF = datetime(2023, 6, 1, tzinfo=UTC)
ARMY = party("Syrian government forces", "syrian-armed-forces", "state")
GROUP = party("Islamic State", "islamic-state", "non_state")
REBELS = party("North Brigade", "north-brigade", "non_state")
CIVILIANS = party("civilian", "civilian", "civilians")
HOSPITAL = party("hospital", "hospital", "facility")
GUNMEN = party("gunman", "gunman", "non_state")
SPEAKER = party("الطبيب سالم الراوي", kind="official")
OFFICE = party("مكتب صحة النهر", kind="organisation")
REGISTRY = Registry(
    interactions={
        "syrian-armed-forces": "State forces",
        "islamic-state": "Rebel group",
        "north-brigade": "Rebel group",
    },
    countries={"syrian-armed-forces": "SY"},
    outlets={"وكاله النهر": "SY", "صحيفه البحر": "FR", "شبكه الخليج": "IQ"},
)


def where(**given: Any) -> Where:
    values: dict[str, Any] = {
        "name": "Al-Bab",
        "country": "SY",
        "admin1": "Aleppo",
        "admin1_code": "SY-HL",
        "admin2": "Al-Bab District",
        "gazetteer_id": "geonames:1",
        "latitude": 36.3712,
        "longitude": 37.5159,
        "precision": 1,
        "radius_km": 4.0,
        "start": 70,
        "end": 75,
        "text": "الباب",
    }
    return Where(**{**values, **given})


def incident(rule: Rule = "isnad_default", **slots: Any) -> RecordedIncident:
    """A shelling of civilians by an army, told by one agency that quotes a doctor; `slots` say otherwise."""
    return incidents_of([told(**slots)], rule)


def incidents_of(mentions: Sequence[Any], rule: Rule = "isnad_default") -> RecordedIncident:
    return assemble(mentions, (), rule)


def told(seq: int = 1, outlet: str | None = "وكالة النهر", **slots: Any) -> Any:
    values: dict[str, Any] = {
        "when": when(),
        "where": where(),
        "perpetrators": (ARMY,),
        "targets": (CIVILIANS,),
        "killed": loss(4),
        "figures": (figure(4, SPEAKER),),
        "weapons": (Weapon(name="artillery", start=0, end=4, text="مدفع"),),
        "chain": (SPEAKER,),
    }
    return mention(seq, outlet, **{**values, **slots})


def days(first: date, last: date, basis: Any = "text") -> When:
    return When(earliest=first, latest=last, precision="days", basis=basis, start=0, end=4, text="أمس")


def killed_of(**groups: int) -> Victims:
    parts = {name: Range(low=number, high=number) for name, number in groups.items()}
    return Victims(killed=Breakdown(**parts))


def named(name: str, **given: Any) -> Party:
    return party(name, **given)
