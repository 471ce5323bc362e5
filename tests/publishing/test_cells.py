"""A list of formula payloads stays text, read back by other programs."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from isnad.publishing.cells import harmless
from isnad.publishing.columns import read_columns
from isnad.publishing.delimited import write_csv, write_hxl
from isnad.publishing.rows import flat_row
from isnad.publishing.spreadsheet import write_xlsx
from tests.publishing.recorded import incident, named

PAYLOADS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u200f=1+1",
    "\u202b@SUM(1)",
    "＝1+1",
    "－1",
    '=HYPERLINK("x","y")',
    "=cmd|' /C calc'!A0",
    "+966 نص",
    "=SUM(١،٢)",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_quoted(payload: str) -> None:
    assert harmless(payload) == "'" + payload


@pytest.mark.parametrize("cell", ["نص", "a=b", "", None, -5, -5.5, True, "'=1"])
def test_what_is_no_formula_stays(cell: str | float | None) -> None:
    assert harmless(cell) == cell


def _rows() -> list[dict[str, object]]:
    first = incident()
    rows = []
    for number, payload in enumerate(PAYLOADS):
        changed = msgspec.structs.replace(first, id=f"m-{number}", perpetrators=(named(payload),))
        rows.append(dict(flat_row(changed)))
    return rows


@pytest.mark.parametrize("write", [write_csv, write_hxl])
def test_csv_keeps_them_text(tmp_path: Path, write: object) -> None:
    write(tmp_path / "a.csv", read_columns("incidents"), _rows())  # type: ignore[operator]
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        read = [row["perpetrators"] for row in csv.DictReader(stream) if row["perpetrators"][0] != "#"]
    assert read == ["'" + payload for payload in PAYLOADS]


def test_xlsx_keeps_them_text(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    write_xlsx(tmp_path / "a.xlsx", read_columns("incidents"), _rows(), datetime(2023, 6, 1, tzinfo=UTC))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    place = read_columns("incidents").names.index("perpetrators") + 1
    cells = [sheet.cell(row, place) for row in range(2, len(PAYLOADS) + 2)]
    assert {cell.data_type for cell in cells} == {"s"}
    # A workbook's own parser takes a carriage return for a line end.
    said = [str(cell.value).replace("\r\n", "\n").replace("_x000D_", "\r") for cell in cells]
    assert said == ["'" + payload for payload in PAYLOADS]
    assert sheet.sheet_view.rightToLeft
