"""ACLED: columns as its codebook lists them, mapping by the codebook's table, what is left out and why."""

from datetime import date
from typing import Any, get_args

import msgspec
import pytest

from isnad.model.coded import IncidentType
from isnad.model.recorded import RecordedIncident
from isnad.publishing.acled import Mapping, acled_row
from isnad.publishing.acts import read_acts
from isnad.publishing.columns import read_columns
from isnad.publishing.profiles import LeftOut
from tests.linking.builders import figure, loss
from tests.publishing.recorded import (
    ARMY,
    AS_OF,
    CIVILIANS,
    GROUP,
    GUNMEN,
    HOSPITAL,
    REGISTRY,
    days,
    incident,
    incidents_of,
    named,
    told,
    where,
)

COLUMNS = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1
inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude
longitude geo_precision source source_scale notes fatalities tags timestamp""".split()
MAPPING = Mapping(registry=REGISTRY, as_of=AS_OF)


def row(given: RecordedIncident) -> dict[str, Any]:
    found = acled_row(given, MAPPING)
    assert not isinstance(found, LeftOut), found
    return dict(found)


def test_the_columns_are_acleds() -> None:
    assert list(read_columns("acled").names) == COLUMNS
    assert set(row(incident())) == set(COLUMNS)


def test_a_whole_row() -> None:
    found = row(incident(rule="acled_lowest"))
    assert {name: found[name] for name in COLUMNS if name not in {"notes"}} == {
        "event_id_cnty": "m-1",
        "event_date": "2023-03-10",
        "year": 2023,
        "time_precision": 1,
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "actor1": "Syrian government forces",
        "assoc_actor_1": None,
        "inter1": "State forces",
        "actor2": "Civilians (Syria)",
        "assoc_actor_2": "civilian",
        "inter2": "Civilians",
        "interaction": "State forces-Civilians",
        "civilian_targeting": "Civilians targeted",
        "iso": 760,
        "region": "Middle East",
        "country": "Syria",
        "admin1": "Aleppo",
        "admin2": "Al-Bab District",
        "admin3": None,
        "location": "Al-Bab",
        "latitude": 36.3712,
        "longitude": 37.5159,
        "geo_precision": 1,
        "source": "وكالة النهر",
        "source_scale": "National",
        "fatalities": 4,
        "tags": None,
        "timestamp": 1685577600,
    }
    assert "4 according to الطبيب سالم الراوي, relayed by وكالة النهر" in found["notes"]


def test_every_type_has_its_act() -> None:
    assert set(read_acts()) == set(get_args(IncidentType))


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"type": "armed_attack", "targets": (GROUP,)}, ("Battles", "Armed clash")),
        ({"type": "armed_attack"}, ("Violence against civilians", "Attack")),
        (
            {"type": "assassination", "targets": (named("officer", key="officer", kind="state"),)},
            ("Battles", "Armed clash"),
        ),
        ({"type": "prison_break"}, ("Battles", "Armed clash")),
        (
            {"type": "prison_break", "killed": None, "figures": (), "weapons": ()},
            ("Strategic developments", "Other"),
        ),
        ({"type": "territory_change"}, ("Battles", "Government regains territory")),
        ({"type": "territory_change", "perpetrators": (GROUP,)}, ("Battles", "Non-state actor overtakes territory")),
        (
            {"type": "territory_change", "killed": None, "figures": (), "weapons": ()},
            ("Strategic developments", "Non-violent transfer of territory"),
        ),
        ({"type": "protest"}, ("Protests", "Excessive force against protesters")),
        (
            {"type": "protest", "killed": None, "figures": (), "captured": loss(5)},
            ("Protests", "Protest with intervention"),
        ),
        ({"type": "protest", "killed": None, "figures": ()}, ("Protests", "Peaceful protest")),
        ({"type": "riot", "killed": None, "figures": (), "targets": ()}, ("Riots", "Violent demonstration")),
        ({"type": "riot"}, ("Riots", "Mob violence")),
    ],
)
def test_types_by_what_is_told(slots: dict[str, Any], expected: tuple[str, str]) -> None:
    found = row(incident(**slots))
    assert (found["event_type"], found["sub_event_type"]) == expected


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"perpetrators": ()}, ("Unidentified Armed Group (Syria)", "Political militia")),
        ({"perpetrators": (GUNMEN,)}, ("Unidentified Armed Group (Syria)", "Political militia")),
        ({"perpetrators": (GUNMEN, GROUP)}, ("Islamic State", "Rebel group")),
        ({"where": where(country="IQ", admin1="Nineveh")}, ("Syrian government forces", "External/Other forces")),
        ({"type": "protest"}, ("Protesters (Syria)", "Protesters")),
    ],
)
def test_the_first_side(slots: dict[str, Any], expected: tuple[str, str]) -> None:
    found = row(incident(**slots))
    assert (found["actor1"], found["inter1"]) == expected


def test_a_facility_is_no_actor() -> None:
    found = row(incident(targets=(HOSPITAL,)))
    assert (found["actor2"], found["inter2"], found["interaction"]) == (None, None, "State forces only")


@pytest.mark.parametrize(
    ("first", "last", "basis", "expected"),
    [
        (10, 10, "text", ("2023-03-10", 1)),
        (10, 10, "publication", ("2023-03-10", 2)),
        (6, 12, "text", ("2023-03-09", 2)),
        (1, 31, "text", ("2023-03-16", 3)),
    ],
)
def test_days(first: int, last: int, basis: str, expected: tuple[str, int]) -> None:
    given = incident(when=days(date(2023, 3, first), date(2023, 3, last)))
    assert given.when is not None
    given = msgspec.structs.replace(given, when=msgspec.structs.replace(given.when, basis=basis))  # type: ignore[arg-type]
    found = row(given)
    assert (found["event_date"], found["time_precision"]) == expected


@pytest.mark.parametrize(("precision", "expected"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (7, 3)])
def test_places(precision: int, expected: int) -> None:
    assert row(incident(where=where(precision=precision)))["geo_precision"] == expected


@pytest.mark.parametrize(
    ("slots", "reason"),
    [
        ({"status": "denied"}, "status_denied"),
        ({"aggregate": True}, "aggregate"),
        ({"when": days(date(2023, 1, 1), date(2023, 3, 1))}, "day_too_vague"),
        ({"where": None}, "no_country"),
        ({"where": where(precision=6)}, "country_level"),
        ({"where": where(latitude=None)}, "no_coordinates"),
    ],
)
def test_what_is_left_out_says_why(slots: dict[str, Any], reason: str) -> None:
    assert acled_row(incident(**slots), MAPPING) == LeftOut(reason)


def killed(low: int, high: int | None, words: str, **slots: Any) -> int:
    given = msgspec.structs.replace(figure(low, high=high), text=words)
    own = msgspec.structs.replace(loss(low, high), text=words)
    found: int = row(incident("acled_lowest", killed=own, figures=(given,), **slots))["fatalities"]
    return found


def test_fatalities_by_acleds_conventions() -> None:
    assert killed(20, None, "عشرات القتلى") == 12
    assert killed(200, None, "مئات القتلى") == 100
    assert killed(20, None, "أكثر من 20") == 20
    assert killed(3, None, "قتلى") == 3
    assert killed(3, None, "قتلى", where=where(precision=4)) == 10
    assert killed(3, None, "ما لا يقل عن ٣", where=where(precision=4)) == 3
    assert row(incident(killed=None, figures=()))["fatalities"] == 0


def test_fatalities_are_the_lowest_of_rivals() -> None:
    rivals = [
        told(1, killed=loss(9), figures=(), chain=()),
        told(2, "صحيفة البحر", killed=loss(6), figures=(), chain=()),
    ]
    found = row(incidents_of(rivals, "acled_lowest"))
    assert found["fatalities"] == 6
    assert found["source"] == "وكالة النهر;صحيفة البحر"


@pytest.mark.parametrize(
    ("outlets", "expected"),
    [
        (["وكالة النهر"], "National"),
        (["شبكة الخليج"], "Regional"),
        (["صحيفة البحر"], "International"),
        (["وكالة النهر", "صحيفة البحر"], "National-International"),
        (["صفحة لا تُعرف"], "Other"),
        (["صفحة لا تُعرف", "وكالة النهر"], "Other-National"),
        ([None], "Other"),
    ],
)
def test_source_scale(outlets: list[str | None], expected: str) -> None:
    given = incidents_of([told(number, outlet) for number, outlet in enumerate(outlets, 1)])
    assert row(given)["source_scale"] == expected


def test_parties_beside_the_first_are_joined() -> None:
    found = row(
        incident(perpetrators=(ARMY, GROUP), targets=(CIVILIANS, named("medic; nurse", key="medic", kind="civilians")))
    )
    assert found["assoc_actor_1"] == "Islamic State"
    assert found["assoc_actor_2"] == "civilian;medic, nurse"
