"""What reconciling found, written: summary in both languages, CSV that no spreadsheet runs, JSON Lines."""

import csv
import io
import json

from isnad.model.outside import ReconciledRow
from isnad.publishing.reconciled import summary_lines, write_rows

ROWS = [
    ReconciledRow(status="on_record", event="a", incident="m-1", chance=0.9, differs=("killed",), event_killed="4", incident_killed="9"),
    ReconciledRow(status="missing", event="=b", event_actors=("x", "y")),
    ReconciledRow(status="not_in_file", incident="m-2"),
]  # fmt: skip


def test_the_summary_counts_and_shows_what_differs() -> None:
    lines = list(summary_lines(ROWS, passed=3, bad=0))
    assert [line.split()[0] for line in lines[:5]] == ["1", "0", "1", "1", "3"]
    assert "مسجَّلة هنا" in lines[0]
    assert lines[-1] == "a\tm-1\tkilled: 4 ≠ 9"


def test_csv() -> None:
    stream = io.StringIO(newline="")
    write_rows(ROWS, stream, "csv", bom=True)
    text = stream.getvalue()
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [(row["event"], row["event_actors"], row["chance"]) for row in rows][1] == ("'=b", "x;y", "")
    assert rows[0]["differs"] == "killed"


def test_json_lines() -> None:
    stream = io.StringIO()
    write_rows(ROWS, stream, "jsonl")
    rows = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [row["status"] for row in rows] == ["on_record", "missing", "not_in_file"]
    assert rows[0]["differs"] == ["killed"]
