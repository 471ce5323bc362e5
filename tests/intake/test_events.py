"""Event files: what each format's row gives; bad rows are named and the rest goes on; nothing is dropped in silence."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from isnad.intake.event_formats import load_format
from isnad.intake.events import EventFile, read_events
from isnad.model.errors import UsageError
from tests.intake.event_files import ACLED, OWN, UCDP, table


def read(tmp_path: Path, content: str | bytes, name: str) -> EventFile:
    path = tmp_path / "events.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_events(path, load_format(name))


def test_acled(tmp_path: Path) -> None:
    (event,) = read(tmp_path, table(ACLED), "acled").events
    assert (event.id, event.line, event.first, event.last) == ("SYR1", 2, date(2023, 3, 1), date(2023, 3, 1))
    assert event.types[0] == "landmine"
    assert event.actors == ("Hill Brigade", "Civilians (Syria)", "Traders (Syria)", "Labor Group (Syria)")
    assert (event.killed_low, event.killed_best, event.killed_high) == (14, 14, 14)
    assert (event.precision, event.broad) == (1, False)


@pytest.mark.parametrize(
    ("fatalities", "expected"),
    [("0", (None, 0, None)), ("10", (10, 10, None)), ("", (None, None, None)), ("7", (7, 7, 7))],
)
def test_acled_conventions_for_the_dead(tmp_path: Path, fatalities: str, expected: tuple[int | None, ...]) -> None:
    (event,) = read(tmp_path, table({**ACLED, "fatalities": fatalities}), "acled").events
    assert (event.killed_low, event.killed_best, event.killed_high) == expected


def test_an_imprecise_day_is_an_interval(tmp_path: Path) -> None:
    (event,) = read(tmp_path, table({**ACLED, "time_precision": "2", "event_date": "10 March 2023"}), "acled").events
    assert (event.first, event.last) == (date(2023, 3, 7), date(2023, 3, 13))


def test_ucdp(tmp_path: Path) -> None:
    found = read(tmp_path, table({**UCDP, "mood": "calm", "dyad_name": "x"}), "ucdp-ged")
    (event,) = found.events
    assert (event.first, event.last) == (date(2023, 3, 1), date(2023, 3, 2))
    assert (event.killed_low, event.killed_best, event.killed_high) == (9, 14, 20)
    assert event.actors == ("Government of Syria", "IS", "HTS")
    assert (event.precision, event.radius_km, event.broad) == (2, 25, True)
    assert found.unread == ("mood",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "windows-1256", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    text = table({**OWN, "place": "مدينة الرقة وريفها الشمالي"}, separator=separator)
    (event,) = read(tmp_path, text.encode(encoding), "csv").events
    assert (event.place, event.types) == ("مدينة الرقة وريفها الشمالي", ("bombing",))


def test_gzip(tmp_path: Path) -> None:
    assert len(read(tmp_path, gzip.compress(table(OWN).encode()), "csv").events) == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": ""}, '"id" is empty'),
        ({"id": "a"}, "stands on line 2 already"),
        ({"date": "2023-02-30"}, "must be a day"),
        ({"latitude": "95"}, "between -90 and 90"),
        ({"longitude": ""}, '"longitude" is empty'),
        ({"latitude": "north"}, "must be a number"),
        ({"killed": "-2"}, "whole number from 0"),
        ({"killed": "2.5"}, "whole number from 0"),
        ({"type": "quarrel"}, "'quarrel', a kind that is not known"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(tmp_path: Path, change: dict[str, str], message: str) -> None:
    found = read(tmp_path, table(OWN, {**OWN, "id": "b", **change}, {**OWN, "id": "c"}), "csv")
    assert [event.id for event in found.events] == ["a", "c"]
    (bad,) = found.bad
    assert bad.where == f"{tmp_path / 'events.csv'}:3"
    assert message in bad.message


def test_rows_of_several_lines_and_of_wrong_length(tmp_path: Path) -> None:
    text = (
        'id,date,place\na,2023-03-01,"two\nlines"\nb,2023-03-01\nc,2023-03-02,x,\nd,2023-03-03,x,y\n\ne,2023-03-04,\n'
    )
    found = read(tmp_path, text, "csv")
    assert [(event.id, event.line) for event in found.events] == [("a", 2), ("c", 5), ("e", 8)]
    assert [bad.where.rpartition(":")[2] for bad in found.bad] == ["4", "6"]


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, 'id,date,place\na,2023-03-01,x\nb,2023-03-01,"y\nc,2023-03-01,z\n', "csv")
    assert [event.id for event in found.events] == ["a"]
    assert [(bad.where.rpartition(":")[2], "never closed" in bad.message) for bad in found.bad] == [("3", True)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,day\na,2023-03-01\n", "no column date"),
        ("id,date,date\na,2023-03-01,\n", "twice: date"),
        ("", "empty"),
        (b"PK\x03\x04....", "office document"),
    ],
)
def test_another_file_is_refused_as_a_whole(tmp_path: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read(tmp_path, content, "csv")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_events(tmp_path / "none.csv", load_format("csv"))
    with pytest.raises(UsageError, match="is a folder"):
        read_events(tmp_path, load_format("csv"))
