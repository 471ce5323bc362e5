"""PLOVER: what it requires, its codes, what has no event."""

from datetime import date

from isnad.publishing.acled import Mapping
from isnad.publishing.columns import read_columns
from isnad.publishing.plover import plover_event
from isnad.publishing.profiles import LeftOut
from tests.publishing.recorded import AS_OF, days, incident

MAPPING = Mapping(as_of=AS_OF)
TABLE = {column.name: column for column in read_columns("plover").columns}


def test_an_event() -> None:
    found = plover_event(incident(), MAPPING)
    assert found == {
        "id": "m-1",
        "date": "2023-03-10",
        "actor": [{"name": "Syrian government forces", "id": "syrian-armed-forces", "kind": "state"}],
        "recipient": [{"name": "civilian", "id": "civilian", "kind": "civilians"}],
        "event": "ASSAULT",
        "mode": "heavy-weapons",
        "event_loc": {
            "name": "Al-Bab",
            "country": "SY",
            "admin1": "Aleppo",
            "latitude": 36.3712,
            "longitude": 37.5159,
            "precision": 1,
        },
        "size": {"dead": 4},
        "sources": ["وكالة النهر"],
    }


def test_events_and_modes_are_plovers() -> None:
    from isnad.publishing.acts import read_acts

    for act in read_acts().values():
        if act.plover is not None:
            assert act.plover[0] in TABLE["event"].codes
            assert act.plover[1] is None or act.plover[1] in TABLE["mode"].codes


def test_an_actor_is_required_and_an_interval_has_an_end() -> None:
    found = plover_event(incident(perpetrators=(), when=days(date(2023, 3, 1), date(2023, 3, 4))), MAPPING)
    assert not isinstance(found, LeftOut)
    assert (found["actor"], found["enddate"]) == ([{"name": "unknown"}], "2023-03-04")


def test_what_is_left_out_says_why() -> None:
    assert plover_event(incident(type="displacement"), MAPPING) == LeftOut("no_such_event")
    assert plover_event(incident(status="foiled"), MAPPING) == LeftOut("status_foiled")
