"""`isnad reconcile` from file to report; the record stays as it was."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from isnad.cli.app import app
from isnad.model.errors import UsageError
from isnad.record.store import create_record
from isnad.text.stemming import search_text
from tests.intake.event_files import ACLED, OWN, UCDP, table
from tests.record.builders import TEXT, arrival, bombing

pytest.importorskip("splink")
run = CliRunner().invoke
UCDP_DAY = {**UCDP, "date_end": "2023-03-01", "where_prec": "1", "side_a": "Hill Brigade"}
OTHER = TEXT.replace("تفجير", "قصف")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A record with a bombing and a shelling of Raqqa, months apart."""
    folder = tmp_path / "workspace"
    shelling = bombing(OTHER, "shelling", "قصف", bombing().when.earliest.replace(month=1))  # type: ignore[union-attr]
    with create_record(folder, search_text) as record:
        record.add([arrival("r1", incidents=(bombing(),)), arrival("r2", OTHER, incidents=(shelling,))])
    return folder


def reconcile(workspace: Path, text: str, *options: str) -> tuple[int, str, str]:
    path = workspace.parent / "events.csv"
    path.write_text(text, "utf-8")
    result = run(app, ["--workspace", str(workspace), "reconcile", str(path), *options])
    if isinstance(result.exception, Exception) and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("row", "name", "best", "differs"),
    [(ACLED, "acled", 9, ["killed"]), (UCDP_DAY, "ucdp-ged", 9, []), (OWN, "csv", 9, [])],
)
def test_the_three_formats(workspace: Path, row: dict[str, str], name: str, best: int, differs: list[str]) -> None:
    """14 by the outlet, 9 by a doctor: ACLED would have the lowest."""
    status, out, _ = reconcile(workspace, table(row), "--as", name, "--format", "jsonl")
    found = json.loads(out.splitlines()[0])
    assert (status, found["status"], found["incident_killed"]) == (0, "on_record", "9-14")
    assert (found["incident_best"], found["differs"]) == (best, differs)
    assert found["incident"].startswith("m-")


def test_what_the_file_lacks(workspace: Path) -> None:
    early = {**OWN, "id": "b", "date": "2022-12-01"}
    _, out, _ = reconcile(workspace, table(OWN, early), "--as", "csv", "--format", "jsonl")
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["on_record", "missing", "not_in_file"]
    assert json.loads(out.splitlines()[2])["incident_type"] == "shelling"


def test_the_summary_and_what_was_passed_over(workspace: Path) -> None:
    other = {**OWN, "id": "b", "date": "2022-12-01"}
    status, out, err = reconcile(
        workspace, table(OWN, other), "--as", "csv", "--from", "2023-01-01", "--country", "Syria"
    )
    assert status == 0
    assert "مسجَّلة هنا" in out
    assert "1  rows outside what was asked for" in out
    assert "isnad link" in err


def test_a_bad_row_is_3_and_named(workspace: Path) -> None:
    status, out, err = reconcile(workspace, table(OWN, {**OWN, "id": "b", "date": "soon"}), "--as", "csv")
    assert status == 3
    assert "events.csv:3: " in err
    assert "rows that could not be read" in out


def test_the_wrong_heading_is_refused(workspace: Path) -> None:
    with pytest.raises(UsageError, match="no column event_id_cnty"):
        reconcile(workspace, table(OWN), "--as", "acled")


def test_a_csv_file_is_written_and_the_record_stays(workspace: Path, tmp_path: Path) -> None:
    before = (workspace / "record.db").read_bytes()
    output = tmp_path / "found.csv"
    status, out, _ = reconcile(workspace, table(OWN), "--as", "csv", "--format", "csv", "--output", str(output))
    assert (status, out) == (0, "")
    (row, *_) = csv.DictReader(output.read_text("utf-8-sig").splitlines())
    assert (row["status"], row["event"], row["line"]) == ("on_record", "a", "2")
    assert (workspace / "record.db").read_bytes() == before
