"""CSV: a row an incident, unknown as empty, formulas made harmless."""

import csv
import io

from isnad.publishing.table import COLUMNS, format_table, write_table
from tests.publishing.builders import failed_report, full_report, hostile_report, skipped_report


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_an_incident() -> None:
    stream = io.StringIO(newline="")
    assert write_table([full_report(), skipped_report(), failed_report()], stream) == 2
    text = stream.getvalue()
    assert text.startswith("\ufeffreport_id,")
    first, second = _rows(text.removeprefix("\ufeff"))
    assert first["published"] == "2022-04-21"
    assert (first["when_earliest"], first["when_latest"], first["when_precision"]) == (
        "2022-01-06",
        "2022-02-05",
        "month",
    )
    assert (first["where_text"], first["where_name"], first["latitude"]) == ("الحسكة", "Al-Hasakah", "36.5")
    assert (first["killed_low"], first["killed_high"]) == ("140", "")
    assert (first["wounded_low"], first["wounded_high"]) == ("30", "30")
    assert first["targets"] == "Syrian Democratic Forces; سجن الصناعة"
    assert first["according_to"] == "Nahr Agency ← مصادر محلية"
    assert first["words"] == "هجوم على سجن"
    assert (second["incident_id"], second["killed_low"], second["country"]) == ("r1#2", "", "")


def test_formulas_are_neutralised_and_numbers_stay_numbers() -> None:
    (row,) = _rows(format_table([hostile_report()]))
    assert row["report_id"].startswith("'=1+1")
    assert row["incident_id"] == "'@x"
    assert row["where_name"] == "'-x"
    assert row["perpetrators"].startswith("'=cmd|")
    assert row["according_to"] == "'+1"
    assert (row["latitude"], row["longitude"]) == ("-1.5", "-70.25")


def test_terminal_table_is_plain() -> None:
    text = format_table([])
    assert text == ",".join(COLUMNS) + "\n"
