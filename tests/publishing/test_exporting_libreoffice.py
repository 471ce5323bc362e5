"""Exports opened in LibreOffice and saved again: the same values, from right to left, and no text becomes a formula."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from isnad.model.recorded import RecordedIncident
from isnad.publishing.cells import harmless
from isnad.publishing.columns import TableName, read_columns
from isnad.publishing.formats import FORMATS
from isnad.publishing.profiles import LeftOut
from tests.publishing.recorded import AS_OF, REGISTRY, incident, named
from tests.publishing.test_cells import PAYLOADS
from tests.publishing.test_exporting import made, some

openpyxl = pytest.importorskip("openpyxl")
pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
LOGICAL = {"=TRUE()": "true", "=FALSE()": "false"}  # how LibreOffice writes truth values
TABLES: dict[str, tuple[str, TableName]] = {
    "csv": ("a.csv", "incidents"),
    "xlsx": ("a.xlsx", "incidents"),
    "acled": ("a.csv", "acled"),
    "ucdp-ged": ("a.csv", "ucdp_ged"),
}


def with_payloads() -> list[RecordedIncident]:
    """Incidents of several kinds, and one for each text that a spreadsheet might run, as the name of who attacked."""
    first = incident()
    # The id is a hexadecimal number in UCDP's column.
    return some() + [
        msgspec.structs.replace(first, id=f"m-{number:03x}", perpetrators=(named(payload),))
        for number, payload in enumerate(PAYLOADS, 1)
    ]


def opened(path: Path, folder: Path) -> Any:
    """The sheet that LibreOffice makes of a file, saved again as a workbook.

    Its window asks how a CSV file is to be read, and offers UTF-8 because of the byte order mark; without a window it
    must be told so. Numbers and days are recognised, as the window offers too.
    """
    program = ["soffice", f"-env:UserInstallation=file://{folder}/user", "--headless", "--convert-to", "xlsx"]
    read_as = ["--infilter=CSV:44,34,76,1,,0,false,true"] if path.suffix == ".csv" else []
    subprocess.run(
        [*program, *read_as, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=180
    )
    return openpyxl.load_workbook(folder / f"{path.stem}.xlsx").active


def expected(name: str, incidents: list[RecordedIncident]) -> Iterator[Mapping[str, Any]]:
    """The rows that the format makes; the mapping as `export` has it."""
    from isnad.publishing.acled import Mapping as Mapped

    for one in incidents:
        row = FORMATS[name].make(one, Mapped(registry=REGISTRY, as_of=AS_OF))
        if not isinstance(row, LeftOut):
            yield row


def said(value: object) -> object:
    """A value as both sides say it: days as text, numbers as numbers, line ends and tabs as one blank."""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, bool) or value is None:
        return str(value).lower() if value is not None else None
    if isinstance(value, int | float):
        return round(float(value), 9)
    if value in LOGICAL:
        return LOGICAL[str(value)]
    text = str(value).replace("_x000D_", "\r").replace("_x0009_", "\t")
    try:
        return round(float(text), 9)
    except ValueError:
        return " ".join(text.split()) or None


@pytest.mark.parametrize("name", TABLES)
def test_values_stay_the_same(tmp_path: Path, name: str) -> None:
    file, table = TABLES[name]
    incidents = with_payloads()
    made(name, tmp_path / file, incidents)
    sheet = opened(tmp_path / file, tmp_path / "back")
    columns = read_columns(table).names
    rows = [row for row in sheet.iter_rows() if any(cell.value is not None for cell in row)]
    assert [cell.value for cell in rows[0]] == list(columns)
    formulas = {cell.value for row in rows for cell in row if cell.data_type == "f"}
    assert formulas <= set(LOGICAL)
    found = [[said(cell.value) for cell in row] for row in rows[1:]]
    due = [[said(harmless(row[column])) for column in columns] for row in expected(name, incidents)]
    assert len(found) > len(PAYLOADS) or name == "ucdp-ged"
    assert found == due


def test_a_workbook_stays_right_to_left(tmp_path: Path) -> None:
    made("xlsx", tmp_path / "a.xlsx", with_payloads())
    assert opened(tmp_path / "a.xlsx", tmp_path / "back").sheet_view.rightToLeft


def test_payloads_are_texts(tmp_path: Path) -> None:
    made("csv", tmp_path / "a.csv", with_payloads())
    sheet = opened(tmp_path / "a.csv", tmp_path / "back")
    place = read_columns("incidents").names.index("perpetrators") + 1
    cells = [sheet.cell(row, place) for row in range(2 + len(some()), sheet.max_row + 1)]
    assert len(cells) == len(PAYLOADS)
    assert {cell.data_type for cell in cells} == {"s"}
