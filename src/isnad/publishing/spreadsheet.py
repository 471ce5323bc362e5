"""XLSX: a workbook that opens from the right, each text a text."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from isnad.model.errors import UsageError
from isnad.publishing.cells import harmless
from isnad.publishing.columns import Cell, Row, Table

MOST_ROWS = 1_048_575  # of a sheet, beside the heading
_LONGEST = 32_767  # code units of a cell


def write_xlsx(path: Path, table: Table, rows: Iterable[Row], created: datetime) -> None:
    """One sheet, right to left, heading frozen. Texts are written as texts and, where they look like formulas, quoted.

    Days are texts (YYYY-MM-DD), as in all formats. Raises UsageError for more rows than a sheet holds.
    """
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"created": created.replace(tzinfo=None)})  # else no two exports would be alike
        sheet = book.add_worksheet("Isnad")
        sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        for place, name in enumerate(table.names):
            sheet.write_string(0, place, name)
        for number, row in enumerate(rows, 1):
            if number > MOST_ROWS:
                raise UsageError(f"a sheet holds {MOST_ROWS:,} rows: narrow the export, or write csv or parquet")
            _write_row(sheet, number, [row[name] for name in table.names])


def _write_row(sheet: Any, number: int, cells: list[Cell]) -> None:
    for place, cell in enumerate(cells):
        if isinstance(cell, bool):
            sheet.write_boolean(number, place, cell)
        elif isinstance(cell, int | float):
            sheet.write_number(number, place, cell)
        elif isinstance(cell, str):
            sheet.write_string(number, place, str(harmless(cell))[:_LONGEST])
